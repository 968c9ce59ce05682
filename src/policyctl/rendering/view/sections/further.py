"""Escalation and discretion in, who takes it further and what may be given out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from policyctl.findings import Pointer
from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.drawings import Band, Rung, bands, stair
from policyctl.rendering.view.line import joined
from policyctl.rendering.view.sections.tables import below, table, unstated, words
from policyctl.rendering.view.sections.undertakings import group
from policyctl.rendering.view.shown import (
    Boxed,
    Cell,
    Items,
    Prose,
    Row,
    Rows,
    Shown,
    Table,
    Topic,
    Words,
)
from policyctl.rendering.view.telling import Teller
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.quantities import Allowance, Money
from policyctl.schema.sections.discretion import Discretion, Grant
from policyctl.schema.sections.escalation import DirectRoute, Escalation, Handoff, Ladder, Level

FEW = 5
"""Levels, or bands, that a drawing can hold with their words in it."""


def escalation(tell: Teller, section: Escalation) -> SectionView:
    """When to ask whom, then each ladder, then the cases that skip every level."""
    lead = (Prose(section.intro),) if section.intro else ()
    head = tell.table_of(section, "intro", "notes", "ladders", "direct")
    ladders = section.ladders or Collection()
    direct = _direct(tell, section.direct) if section.direct else ()
    inside = (*(row.named() for row in ladders), *((tell._("Straight to the right person"),) if section.direct else ()))
    shown = tuple(_ladder(tell, pointer, row) for pointer, row in ladders.located(("escalation", "ladders")))
    notes = (Prose(section.notes),) if section.notes else ()
    return SectionView(lead, (*head, *tell.around(ladders, shown), *direct, *notes), inside)


def _ladder(tell: Teller, pointer: Pointer, ladder: Ladder) -> Topic:
    rest = tell.told(ladder, "name", "levels", "handoff", "not_for", "about")
    after = (*(_handoff(tell, ladder.handoff) if ladder.handoff else ()), *_not_for(tell, ladder))
    levels = (*_stair(tell, pointer, ladder), *_levels(tell, ladder.levels, after))
    body = (*tell.shown(ladder.about or ()), *rest, *levels)
    return Topic(Prose(ladder.named()), tell.anchor(pointer), 3, body=body)


def _levels(tell: Teller, levels: Sequence[Level], after: tuple[Row, ...]) -> tuple[Shown, ...]:
    """Each level beside what is said of it, and what follows them; levels that are names alone are counted."""
    rows = tuple(_level(tell, level) for level in levels)
    if rows and not any(row.values for row in rows):
        names = Items(tuple(row.label for row in rows), "number")
        return (names, *((Rows(after),) if after else ()))
    told = (row if row.values else replace(row, values=(unstated(tell),)) for row in rows)
    return (Rows((*told, *after)),) if rows or after else ()


def _level(tell: Teller, level: Level) -> Row:
    """One level: who, then everything that is said of it."""
    label = tell.inline(level.role) if level.role else Words(tell._("Next"))
    rows = tell.rows(level, "role", "name")
    name = (Prose(level.name),) if level.name else ()
    return Row(label, (*name, *((joined((Rows(rows),), " · "),) if rows else ())))


def _handoff(tell: Teller, handoff: Handoff) -> tuple[Row, ...]:
    ticks = Items(tuple(tell.inline(text) for text in handoff.checklist), "tick")
    passed_on = (Row(Words(tell.label(handoff, "checklist")), (ticks,)),) if handoff.checklist else ()
    return (*tell.rows(handoff, "checklist", "say"), *passed_on, *tell.rows(handoff, "kind", "how", "checklist"))


def _not_for(tell: Teller, ladder: Ladder) -> tuple[Row, ...]:
    if not ladder.not_for:
        return ()
    body = tell.around(ladder.not_for, (Items(tuple(tell.in_line(case) for case in ladder.not_for)),))
    return (Row(Words(tell.label(ladder, "not_for")), body),)


def _stair(tell: Teller, pointer: Pointer, ladder: Ladder) -> tuple[Shown, ...]:
    rungs = tuple(
        Rung(
            ", ".join(level.role) or level.named(),
            "; ".join(tell.language.words(limit) for _, limit in level.waits or ()),
            ", ".join(level.may),
        )
        for level in ladder.levels
    )
    if not len(rungs) > 1:
        return ()
    return (stair(tell.language, f"ladder-{tell.anchor(pointer)}", ladder.named(), rungs),)


def _direct(tell: Teller, routes: Collection[DirectRoute]) -> tuple[Shown, ...]:
    boxes = tuple(_route(tell, pointer, route) for pointer, route in routes.located(("escalation", "direct")))
    return (Topic(Words(tell._("Straight to the right person")), "", 3, body=tell.around(routes, boxes)),)


def _route(tell: Teller, pointer: Pointer, route: DirectRoute) -> Boxed:
    """One case that skips every level, in a frame of its own: where it goes, how fast, and what may be said."""
    body = (*tell.shown(route.to), *tell.told(route, "name", "to"))
    return Boxed(route.named(), body, tell.anchor(pointer))


# ---- discretion ------------------------------------------------------------------------------------------------


def discretion(tell: Teller, section: Discretion) -> SectionView:
    """The question to ask oneself, the bands, one table of who may give what, and what nobody may."""
    lead = (*((Prose(section.intro),) if section.intro else ()), *tell.shown(section.ask_yourself))
    grants = section.may_give or Collection()
    located = list(grants.located(("discretion", "may_give")))
    nobody = (Boxed(tell.label(section, "nobody_may"), tell.shown(section.nobody_may)),) if section.nobody_may else ()
    rest = tell.table_of(section, "intro", "notes", "ask_yourself", "may_give", "nobody_may")
    notes = (Prose(section.notes),) if section.notes else ()
    body = (*_bands(tell, located), *tell.around(grants, _grants(tell, located)), *rest, *nobody, *notes)
    return SectionView(lead, body, tuple(row.named() for row in grants if row.name))


def _grants(tell: Teller, located: Sequence[tuple[Pointer, Any]]) -> tuple[Shown, ...]:
    single = [(pointer, row) for pointer, row in located if row.name and not row.rows]
    groups = tuple(group(tell, pointer, row, 3) for pointer, row in located if row.rows)
    others = tuple(tell.in_line(row) for _, row in located if not row.name and not row.rows)
    table = (_table(tell, single),) if single else ()
    examples = tuple(shown for pointer, row in single for shown in _examples(tell, row))
    return (*table, *((Items(others),) if others else ()), *groups, *examples)


COLUMNS = ("up_to", "gives", "above")


def _table(tell: Teller, located: Sequence[tuple[Pointer, Grant]]) -> Table:
    widths = (34.0, 16.0, 28.0, 22.0)
    first = tell._("What for") if any(row.who for _, row in located) else tell._("Who")
    heads = (first, *(tell.label(Grant, name) for name in COLUMNS))
    cells = tuple(_grant(tell, pointer, row) for pointer, row in located)
    return table(tell, tuple(zip(heads, widths, strict=True)), cells)


def _grant(tell: Teller, pointer: Pointer, row: Grant) -> tuple[Cell, ...]:
    head = Cell(Prose(row.named()), below_grant(tell, row), tell.anchor(pointer))
    limit = Cell(tell.figure(row.up_to)) if row.up_to else words(tell, None)
    return (head, limit, words(tell, row.gives), words(tell, row.above))


def below_grant(tell: Teller, row: Grant) -> tuple[Any, ...]:
    """What has no column of its own, but for the examples, which are told below the table."""
    return below(tell, row.model_copy(update={"gives": ()}), "name", *COLUMNS, "examples")


def _examples(tell: Teller, row: Grant) -> tuple[Shown, ...]:
    if not row.examples:
        return ()
    listed = tell.around(row.examples, (Items(tuple(tell.in_line(case) for case in row.examples)),))
    return tell.headed(f"{tell.label(row, 'examples')}: {row.named()}", listed, 3)


def _bands(tell: Teller, located: Sequence[tuple[Pointer, Grant]]) -> tuple[Shown, ...]:
    """A drawing where several decide, each up to an amount, all in one currency."""
    amounts = sorted((each for each in map(_amount, located) if each), key=lambda each: each[0].amount)
    currencies = {amount.currency or tell.policy.policy.currency for amount, _ in amounts}
    deciders = {", ".join(row.who) or row.named(): amount for amount, row in amounts}
    if not 1 < len(deciders) <= FEW or len(currencies) != 1:
        return ()
    drawn = tuple(Band(who, tell.language.words(amount)) for who, amount in deciders.items())
    return (bands(tell.language, "bands", drawn, ", ".join(amounts[-1][1].above)),)


def _amount(located: tuple[Pointer, Grant]) -> tuple[Money, Grant] | None:
    _, row = located
    limit = row.up_to.amount if isinstance(row.up_to, Allowance) else None
    return (limit, row) if isinstance(limit, Money) else None
