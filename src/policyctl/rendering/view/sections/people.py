"""Roles, hours, channels, customers and priorities say who is there for whom, when and how soon."""

from typing import Any

from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import Block, Inline, Joined, Prose, Row, Rows, Strong, Words
from policyctl.rendering.view.document import SectionView, titled_section
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sentences import fill, flow, joined, line
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.quantities import Date
from policyctl.schema.sections.people import Closure, Condition, Customers, Hours, Priority, Role

TELLING = ("examples", "when_unsure", "round_the_clock", "because", "note")
"""What helps to tell how urgent something is."""

_ = str  # Marks words for the catalogue; they are translated where they are used.


def roles(presenter: Presenter, section: Collection[Role]) -> SectionView:
    """Who does what, and who stands in."""
    return _listed(presenter, "roles", presenter._("Who is who"), section)


def hours(presenter: Presenter, section: Collection[Hours]) -> SectionView:
    """Each set of hours, with the days on which nobody is there."""
    zone = presenter.policy.policy.timezone
    rows = tuple(_hours(presenter, pointer, row) for pointer, row in section.located(("hours",)))
    body = presenter.with_intro_and_notes(section, (Rows(rows),))
    note = flow(line(Strong(Words(presenter._("Time zone:"))), " ", presenter.language.zone())) if zone else ()
    return titled_section(presenter._("When we are there"), (*body, *note))


def _hours(presenter: Presenter, pointer: Pointer, row: Hours) -> Row:
    label = Prose(row.named()) if row.name else Words(presenter._("Open"))
    values = (*flow(presenter.inline(row.open or ())), *_closed(presenter, row), *presenter.says(row, "open", "closed"))
    return Row(label, values, presenter.anchor(pointer))


def _closed(presenter: Presenter, row: Hours) -> tuple[Block, ...]:
    if not row.closed:
        return ()
    days = joined((_closure(presenter, closure) for closure in row.closed), "; ")
    return presenter.with_intro_and_notes(row.closed, flow(line(Strong(Words(presenter._("Closed:"))), " ", days)))


def _closure(presenter: Presenter, closure: Closure) -> Inline:
    day = Date.find(closure.named())
    name = Words(presenter.language.words(day)) if day else Prose(closure.named())
    rest = presenter.one_line(closure, "name")
    return line(name, *((": ", rest) if closure.set_fields().keys() - {"name"} else ()))


def channels(presenter: Presenter, section: Collection[Any]) -> SectionView:
    """Where customers reach whom, and when."""
    return _listed(presenter, "channels", presenter._("Where to reach us"), section)


def customers(presenter: Presenter, section: Collection[Customers]) -> SectionView:
    """Each kind of customer, and what it means for them."""
    return _listed(presenter, "customers", presenter._("Our customers"), section)


def priorities(presenter: Presenter, section: Collection[Priority]) -> SectionView:
    """From the first that fits: what it means, how to tell, and what it looked like."""
    rows = tuple(
        Row(Prose(row.named()), _urgency(presenter, row), presenter.anchor(pointer))
        for pointer, row in section.located(("priorities",))
    )
    return titled_section(presenter._("How urgent is it?"), presenter.with_intro_and_notes(section, (Rows(rows),)))


def _urgency(presenter: Presenter, row: Priority) -> tuple[Block, ...]:
    """How urgent something is, and how to know it."""
    means = (Prose(row.means),) if row.means else ()
    signs = [
        line(presenter._(words), " ", joined((_sign(presenter, each) for each in conditions), "; "))
        for words, conditions in ((_("Any of these:"), row.any), (_("All of these:"), row.all))
        if conditions
    ]
    others = (Words(presenter._("Everything else")),) if row.otherwise else ()
    told = (presenter.statement(row, name, getattr(row, name)) for name in TELLING if getattr(row, name))
    rest = presenter.says(row, "means", "any", "all", "otherwise", *TELLING)
    return (*flow(*means, *signs, *others, *(each for each in told if each)), *rest)


def _sign(presenter: Presenter, condition: Condition) -> Inline:
    """A condition as a clause, with the customers and the channels that it is for."""
    says = presenter.running(condition.says or ())
    whom = fill(presenter._("for {it}"), it=presenter.running(condition.for_)) if condition.for_ else Joined(())
    return joined((says, whom, presenter.inline(condition.channels)), ", ")


def _listed(presenter: Presenter, name: str, title: str, section: Collection[Any]) -> SectionView:
    rows = tuple(presenter.entry_row(pointer, row) for pointer, row in section.located((name,)))
    return titled_section(title, presenter.with_intro_and_notes(section, (Rows(rows),)))
