"""Roles, hours, channels, customers and priorities in, who is there for whom and when out."""

from dataclasses import replace
from typing import Any

from policyctl.findings import Pointer
from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.line import joined
from policyctl.rendering.view.sections.tables import head, table, words
from policyctl.rendering.view.shown import Inline, Items, Prose, Row, Rows, Shown, Topic, Words
from policyctl.rendering.view.telling import Teller
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.quantities import Date
from policyctl.schema.sections.people import Channel, Closure, Customers, Hours, Priority, Role


def roles(tell: Teller, section: Collection[Role]) -> SectionView:
    """Who does what, and who stands in: a table where more than the title is stated."""
    title = tell._("Who is who")
    located = list(section.located(("roles",)))
    columns = ((tell._("Role"), 60), (tell.label(Role, "backup"), 40))
    cells = tuple((head(tell, pointer, row, "backup"), words(tell, row.backup)) for pointer, row in located)
    full = table(tell, columns, cells)
    rows = Rows(tuple(tell.named_row(pointer, row) for pointer, row in located))
    body = tell.around(section, (full if len(full.columns) > 1 else rows,))
    return SectionView((), (Topic(Words(title), "", 3, body=body),), (title,))


def hours(tell: Teller, section: Collection[Hours]) -> SectionView:
    """Each set of hours in a row, with the days on which nobody is there."""
    zone = tell.policy.policy.timezone
    title = tell._("When we are there")
    rows = tuple(_hours(tell, pointer, row) for pointer, row in section.located(("hours",)))
    body = tell.around(section, (Rows(rows),))
    note = (Rows((Row(Words(tell._("Time zone")), (Words(tell.language.zone()),)),)),) if zone else ()
    return SectionView((), (Topic(Words(title), "", 3, body=(*body, *note)),), (title,))


def _hours(tell: Teller, pointer: Pointer, row: Hours) -> Row:
    label = Prose(row.named()) if row.name else Words(tell._("Open"))
    rest = tell.remainder(row, "name", "open", "closed")
    values = (*tell.shown(row.open or ()), *_closed(tell, row), *rest)
    return Row(label, values, tell.anchor(pointer))


def _closed(tell: Teller, row: Hours) -> tuple[Shown, ...]:
    if not row.closed:
        return ()
    days = tuple(_closure(tell, closure) for closure in row.closed)
    return (Words(tell._("Closed:")), *tell.around(row.closed, (Items(days),)))


def _closure(tell: Teller, closure: Closure) -> Inline:
    day = Date.find(closure.named())
    name = Words(tell.language.words(day)) if day else Prose(closure.named())
    about = (Prose(closure.about),) if closure.about else ()
    return joined((joined((name, *about), ": "), *tell.remainder(closure, "name", "about")), " · ")


def channels(tell: Teller, section: Collection[Channel]) -> SectionView:
    """Each way to reach us in a row; one of which nothing more is said says at least what it is."""
    title = tell._("Where to reach us")
    rows = tuple(_channel(tell, pointer, row) for pointer, row in section.located(("channels",)))
    return SectionView((), (Topic(Words(title), "", 3, body=tell.around(section, (Rows(rows),))),), (title,))


def _channel(tell: Teller, pointer: Pointer, row: Channel) -> Row:
    shown = tell.named_row(pointer, row)
    kind = row.means()
    return shown if shown.values or not kind else replace(shown, values=tell.shown(kind))


def customers(tell: Teller, section: Collection[Customers]) -> SectionView:
    """Each kind of customer in a row."""
    title = tell._("Our customers")
    rows = tuple(tell.named_row(pointer, row) for pointer, row in section.located(("customers",)))
    return SectionView((), (Topic(Words(title), "", 3, body=tell.around(section, (Rows(rows),))),), (title,))


def priorities(tell: Teller, section: Collection[Priority]) -> SectionView:
    """From the first that fits: what it means, how to tell, and what it looked like."""
    title = tell._("How urgent is it?")
    rows = tuple(
        Row(Prose(row.named()), _priority(tell, row), tell.anchor(p)) for p, row in section.located(("priorities",))
    )
    return SectionView((), (Topic(Words(title), "", 3, body=tell.around(section, (Rows(rows),))),), (title,))


def _priority(tell: Teller, row: Priority) -> tuple[Shown, ...]:
    everything_else = (Words(tell._("Everything else.")),) if row.otherwise else ()
    conditions = tuple(
        shown
        for name, several in (("any", tell._("When any of these is so:")), ("all", tell._("When all of these are so:")))
        for shown in _conditions(tell, getattr(row, name), several)
    )
    rest = tell.remainder(row, "name", "means", "any", "all", "otherwise")
    return (*tell.shown(row.means or ()), *conditions, *everything_else, *rest)


def _conditions(tell: Teller, conditions: tuple[Any, ...], several: str) -> tuple[Shown, ...]:
    if len(conditions) > 1:
        return (Words(several), *tell.shown(conditions))
    return tell.shown(conditions)
