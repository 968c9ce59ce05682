"""Escalation says who is asked next, and discretion what may be given."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import (
    Block,
    Boxed,
    Cell,
    Items,
    Prose,
    Row,
    Rows,
    Table,
    Topic,
    Words,
    paragraphs,
)
from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.drawings import Band, Rung, bands, stair
from policyctl.rendering.view.inline import join_inline
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sections.commitments import commitment_topic
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.quantities import Allowance, Money
from policyctl.schema.sections.discretion import Discretion, Grant
from policyctl.schema.sections.escalation import DirectRoute, Escalation, Handoff, Ladder, Level

MAX_BANDS = 5
"""How many bands a drawing can hold with their words in it."""


def escalation(presenter: Presenter, section: Escalation) -> SectionView:
    """When to ask whom, then each ladder, then the cases that skip every level."""
    lead = paragraphs(section.intro)
    head = presenter.rows_block(section, "intro", "notes", "ladders", "direct")
    ladders = section.ladders or Collection.model_construct()
    direct = _direct(presenter, section.direct) if section.direct else ()
    inside = (
        *(row.named() for row in ladders),
        *((presenter._("Straight to the right person"),) if section.direct else ()),
    )
    topics = tuple(_ladder(presenter, pointer, row) for pointer, row in ladders.located(("escalation", "ladders")))
    return SectionView(
        lead, (*head, *presenter.with_intro_and_notes(ladders, topics), *direct, *paragraphs(section.notes)), inside
    )


def _ladder(presenter: Presenter, pointer: Pointer, ladder: Ladder) -> Topic:
    rest = presenter.fields(ladder, "name", "levels", "handoff", "not_for", "about")
    after = (*(_handoff(presenter, ladder.handoff) if ladder.handoff else ()), *_not_for(presenter, ladder))
    levels = (*_stair(presenter, pointer, ladder), *_levels(presenter, ladder.levels, after))
    body = (*presenter.blocks(ladder.about or ()), *rest, *levels)
    return presenter.entry_topic(pointer, ladder, 3, body=body)


def _levels(presenter: Presenter, levels: Sequence[Level], after: tuple[Row, ...]) -> tuple[Block, ...]:
    """Each level beside what is said of it, and what follows them; levels that are names alone are counted."""
    rows = tuple(_level(presenter, level) for level in levels)
    if rows and not any(row.values for row in rows):
        names = Items(tuple(row.label for row in rows), "number")
        return (names, *((Rows(after),) if after else ()))
    filled = (row if row.values else replace(row, values=(presenter.not_stated(),)) for row in rows)
    return (Rows((*filled, *after)),) if rows or after else ()


def _level(presenter: Presenter, level: Level) -> Row:
    """One level: who, then everything that is said of it."""
    label = presenter.inline(level.role) if level.role else Words(presenter._("Next"))
    rows = presenter.rows(level, "role", "name")
    return Row(label, (*paragraphs(level.name), *((join_inline((Rows(rows),), " · "),) if rows else ())))


def _handoff(presenter: Presenter, handoff: Handoff) -> tuple[Row, ...]:
    ticks = Items(tuple(presenter.inline(text) for text in handoff.checklist), "tick")
    passed_on = (presenter.field_row(handoff, "checklist", (ticks,)),) if handoff.checklist else ()
    return (
        *presenter.rows(handoff, "checklist", "say"),
        *passed_on,
        *presenter.rows(handoff, "kind", "how", "checklist"),
    )


def _not_for(presenter: Presenter, ladder: Ladder) -> tuple[Row, ...]:
    if not ladder.not_for:
        return ()
    body = presenter.with_intro_and_notes(
        ladder.not_for, (Items(tuple(presenter.one_line(case) for case in ladder.not_for)),)
    )
    return (presenter.field_row(ladder, "not_for", body),)


def _stair(presenter: Presenter, pointer: Pointer, ladder: Ladder) -> tuple[Block, ...]:
    rungs = tuple(
        Rung(
            ", ".join(level.role) or level.named(),
            "; ".join(presenter.language.words(limit) for _, limit in level.waits or ()),
            ", ".join(level.may),
        )
        for level in ladder.levels
    )
    if not len(rungs) > 1:
        return ()
    return (stair(presenter.language, f"ladder-{presenter.anchor(pointer)}", ladder.named(), rungs),)


def _direct(presenter: Presenter, routes: Collection[DirectRoute]) -> tuple[Block, ...]:
    boxes = tuple(_route(presenter, pointer, route) for pointer, route in routes.located(("escalation", "direct")))
    return (
        Topic(
            Words(presenter._("Straight to the right person")),
            "",
            3,
            body=presenter.with_intro_and_notes(routes, boxes),
        ),
    )


def _route(presenter: Presenter, pointer: Pointer, route: DirectRoute) -> Boxed:
    """One case that skips every level, in a frame of its own: where it goes, how fast, and what may be said."""
    body = (*presenter.blocks(route.to), *presenter.fields(route, "name", "to"))
    return Boxed(route.named(), body, presenter.anchor(pointer))


# ---- discretion ------------------------------------------------------------------------------------------------


def discretion(presenter: Presenter, section: Discretion) -> SectionView:
    """The question to ask oneself, the bands, one table of who may give what, and what nobody may."""
    lead = (*paragraphs(section.intro), *presenter.blocks(section.ask_yourself))
    grants = section.may_give or Collection.model_construct()
    located = list(grants.located(("discretion", "may_give")))
    nobody = (
        (Boxed(presenter.label(section, "nobody_may"), presenter.blocks(section.nobody_may)),)
        if section.nobody_may
        else ()
    )
    rest = presenter.rows_block(section, "intro", "notes", "ask_yourself", "may_give", "nobody_may")
    body = (
        *_bands(presenter, located),
        *presenter.with_intro_and_notes(grants, _grants(presenter, located)),
        *rest,
        *nobody,
        *paragraphs(section.notes),
    )
    return SectionView(lead, body, tuple(row.named() for row in grants if row.name))


def _grants(presenter: Presenter, located: Sequence[tuple[Pointer, Any]]) -> tuple[Block, ...]:
    single = [(pointer, row) for pointer, row in located if row.name and not row.rows]
    groups = tuple(commitment_topic(presenter, pointer, row, 3) for pointer, row in located if row.rows)
    others = tuple(presenter.one_line(row) for _, row in located if not row.name and not row.rows)
    table = (_table(presenter, single),) if single else ()
    examples = tuple(block for _, row in single for block in _examples(presenter, row))
    return (*table, *((Items(others),) if others else ()), *groups, *examples)


COLUMNS = ("up_to", "gives", "above")


def _table(presenter: Presenter, located: Sequence[tuple[Pointer, Grant]]) -> Table:
    widths = (34.0, 16.0, 28.0, 22.0)
    first = presenter._("What for") if any(row.who for _, row in located) else presenter._("Who")
    heads = (first, *(presenter.label(Grant, name) for name in COLUMNS))
    cells = tuple(_grant(presenter, pointer, row) for pointer, row in located)
    return presenter.table(tuple(zip(heads, widths, strict=True)), cells)


def _grant(presenter: Presenter, pointer: Pointer, row: Grant) -> tuple[Cell, ...]:
    head = Cell(Prose(row.named()), _grant_details(presenter, row), presenter.anchor(pointer))
    limit = Cell(presenter.figure(row.up_to)) if row.up_to else presenter.cell(None)
    return (head, limit, presenter.cell(row.gives), presenter.cell(row.above))


def _grant_details(presenter: Presenter, row: Grant) -> tuple[Any, ...]:
    """What has no column of its own, but for the examples, which stand below the table."""
    return presenter.details(row.model_copy(update={"gives": ()}), "name", *COLUMNS, "examples")


def _examples(presenter: Presenter, row: Grant) -> tuple[Block, ...]:
    if not row.examples:
        return ()
    listed = presenter.with_intro_and_notes(
        row.examples, (Items(tuple(presenter.one_line(case) for case in row.examples)),)
    )
    return presenter.under_heading(f"{presenter.label(row, 'examples')}: {row.named()}", listed, 3)


def _bands(presenter: Presenter, located: Sequence[tuple[Pointer, Grant]]) -> tuple[Block, ...]:
    """A drawing where several decide, each up to an amount, all in one currency."""
    amounts = sorted((each for each in map(_amount, located) if each), key=lambda each: each[0].amount)
    currencies = {amount.currency or presenter.policy.policy.currency for amount, _ in amounts}
    deciders = {", ".join(row.who) or row.named(): amount for amount, row in amounts}
    if not 1 < len(deciders) <= MAX_BANDS or len(currencies) != 1:
        return ()
    drawn = tuple(Band(who, presenter.language.words(amount)) for who, amount in deciders.items())
    return (bands(presenter.language, "bands", drawn, ", ".join(amounts[-1][1].above)),)


def _amount(located: tuple[Pointer, Grant]) -> tuple[Money, Grant] | None:
    _, row = located
    limit = row.up_to.amount if isinstance(row.up_to, Allowance) else None
    return (limit, row) if isinstance(limit, Money) else None
