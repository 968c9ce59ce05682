"""Roles, hours, channels, customers and priorities say who is there for whom, when and how soon."""

from typing import Any

from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import Block, Inline, Items, Prose, Row, Rows, Words, paragraphs
from policyctl.rendering.view.document import SectionView, titled_section
from policyctl.rendering.view.inline import join_inline
from policyctl.rendering.view.presenter import Presenter, is_brief, ordered_fields
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.quantities import Date
from policyctl.schema.sections.people import Channel, Closure, Customers, Hours, Priority, Role


def roles(presenter: Presenter, section: Collection[Role]) -> SectionView:
    """Who does what, and who stands in: a table where more than the title is stated."""
    title = presenter._("Who is who")
    located = list(section.located(("roles",)))
    columns = ((presenter._("Role"), 60), (presenter.label(Role, "backup"), 40))
    cells = tuple((presenter.head_cell(pointer, row, "backup"), presenter.cell(row.backup)) for pointer, row in located)
    full = presenter.table(columns, cells)
    rows = Rows(tuple(presenter.entry_row(pointer, row) for pointer, row in located))
    body = presenter.with_intro_and_notes(section, (full if len(full.columns) > 1 else rows,))
    return titled_section(title, body)


def hours(presenter: Presenter, section: Collection[Hours]) -> SectionView:
    """Each set of hours in a row, with the days on which nobody is there."""
    zone = presenter.policy.policy.timezone
    title = presenter._("When we are there")
    rows = tuple(_hours(presenter, pointer, row) for pointer, row in section.located(("hours",)))
    body = presenter.with_intro_and_notes(section, (Rows(rows),))
    note = (Rows((Row(Words(presenter._("Time zone")), (Words(presenter.language.zone()),)),)),) if zone else ()
    return titled_section(title, (*body, *note))


def _hours(presenter: Presenter, pointer: Pointer, row: Hours) -> Row:
    label = Prose(row.named()) if row.name else Words(presenter._("Open"))
    rest = presenter.other_fields(row, "name", "open", "closed")
    values = (*presenter.blocks(row.open or ()), *_closed(presenter, row), *rest)
    return Row(label, values, presenter.anchor(pointer))


def _closed(presenter: Presenter, row: Hours) -> tuple[Block, ...]:
    if not row.closed:
        return ()
    days = tuple(_closure(presenter, closure) for closure in row.closed)
    return (Words(presenter._("Closed:")), *presenter.with_intro_and_notes(row.closed, (Items(days),)))


def _closure(presenter: Presenter, closure: Closure) -> Inline:
    day = Date.find(closure.named())
    name = Words(presenter.language.words(day)) if day else Prose(closure.named())
    return join_inline(
        (join_inline((name, *paragraphs(closure.about)), ": "), *presenter.other_fields(closure, "name", "about")),
        " · ",
    )


def channels(presenter: Presenter, section: Collection[Channel]) -> SectionView:
    """Each way to reach us in a row; one of which nothing more is said says at least what it is."""
    title = presenter._("Where to reach us")
    rows = tuple(_channel(presenter, pointer, row) for pointer, row in section.located(("channels",)))
    return titled_section(title, presenter.with_intro_and_notes(section, (Rows(rows),)))


def _channel(presenter: Presenter, pointer: Pointer, row: Channel) -> Row:
    """Where it is, each sentence about it on a line of its own, and the facts of few words together."""
    kind = row.means()
    sentences = [name for name, value in ordered_fields(row) if name not in ("name", "address") and not is_brief(value)]
    lines = tuple(presenter.labelled(row, name, getattr(row, name)) for name in sentences)
    facts = presenter.other_fields(row, "name", "address", *sentences)
    values = (*presenter.blocks(row.address), *lines, *facts)
    return Row(Prose(row.named()), values or (presenter.blocks(kind) if kind else ()), presenter.anchor(pointer))


def customers(presenter: Presenter, section: Collection[Customers]) -> SectionView:
    """Each kind of customer in a row."""
    title = presenter._("Our customers")
    rows = tuple(presenter.entry_row(pointer, row) for pointer, row in section.located(("customers",)))
    return titled_section(title, presenter.with_intro_and_notes(section, (Rows(rows),)))


def priorities(presenter: Presenter, section: Collection[Priority]) -> SectionView:
    """From the first that fits: what it means, how to tell, and what it looked like."""
    title = presenter._("How urgent is it?")
    rows = tuple(
        Row(Prose(row.named()), _priority(presenter, row), presenter.anchor(p))
        for p, row in section.located(("priorities",))
    )
    return titled_section(title, presenter.with_intro_and_notes(section, (Rows(rows),)))


def _priority(presenter: Presenter, row: Priority) -> tuple[Block, ...]:
    everything_else = (Words(presenter._("Everything else.")),) if row.otherwise else ()
    conditions = tuple(
        block
        for name, several in (
            ("any", presenter._("When any of these is so:")),
            ("all", presenter._("When all of these are so:")),
        )
        for block in _conditions(presenter, getattr(row, name), several)
    )
    rest = presenter.other_fields(row, "name", "means", "any", "all", "otherwise")
    return (*presenter.blocks(row.means or ()), *conditions, *everything_else, *rest)


def _conditions(presenter: Presenter, conditions: tuple[Any, ...], several: str) -> tuple[Block, ...]:
    if len(conditions) > 1:
        return (Words(several), *presenter.blocks(conditions))
    return presenter.blocks(conditions)
