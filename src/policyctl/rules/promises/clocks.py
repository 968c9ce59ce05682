"""Find limits of which nobody can say when they are over, since the clock is not said or the hours are not known."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from policyctl.findings import Issue
from policyctl.lexicon import pattern
from policyctl.meaning.attendance import presences
from policyctl.meaning.formatting import quoted, written
from policyctl.meaning.promises.cases import Referent
from policyctl.meaning.promises.rows import Cell, cells
from policyctl.rules.rule import RuleContext
from policyctl.schedule import Schedule, longest_closed
from policyctl.schema.quantities import Clock, Duration, Frequency, Unit, Week
from policyctl.schema.sections.people import Channel, ChannelKind, Hours, Priority

_WEEK = 7
"""Days by the week are days of the calendar to everybody: 14, 21 and 28, and so is a month of 30."""

_THERE = (ChannelKind.IN_PERSON, ChannelKind.HOME_VISIT)
"""Where a customer stands before us, the clock on the wall counts."""

_PROMISING = {
    (section,)
    for section in ("standards", "remedies", "procedures", "escalation", "discretion", "complaints", "terms", "moments")
}
"""Where a time binds somebody; what is measured or compared in business hours binds nobody."""

_MONDAY = datetime(2001, 1, 1, tzinfo=UTC)
"""Where a usual week begins."""

Timeless = set[Referent]


def limit_without_clock(context: RuleContext) -> Iterator[Issue]:
    """A promise in hours or days that does not say whether it runs on while you are closed.

    It is asked of business hours as well, in a policy that does not say when you are open.

    Why it matters: on a Friday evening “24 hours” is Saturday to the customer and Monday to you, and both are right.

    Diff:

          hours: Mon-Fri 9:00-17:00
          standards:
        -   First reply: within 4 hours  # <- here
        +   First reply: within 4 business hours
    """
    weeks = _weeks(context)
    timeless = _round_the_clock(context) | _before_us(context)
    asked = [cell for cell in cells(context) if cell.case.channels or not _desk_never_closes(context)] if weeks else []
    lacking = [cell for cell in asked if _lacks_clock(cell, weeks)]
    alike = [(cell, cell.length) for cell in lacking if cell.length and not _waits_for_nobody(cell, timeless)]
    if alike:
        yield _unclocked(alike, weeks[0] if len(weeks) == 1 else None, context.language)
    yield from _business_hours_of_nobody(context)


def _business_hours_of_nobody(context: RuleContext) -> Iterator[Issue]:
    """The first limit in business hours, in a policy that does not say when it is open."""
    if context.policy.hours or any(each.hours for _, each in context.parts_of(Channel)):
        return
    counted = [(place, value) for place, value in context.values if place[:1] in _PROMISING and _is_business(value)]
    for pointer, value in counted[:1]:
        message = f"“{value.text}” counts business hours, and nothing here says when you are open."
        yield Issue(pointer, message, "Add the opening hours under `hours`, such as `hours: Mon-Fri 9:00-17:30`.")


def _is_business(value: object) -> bool:
    length = value.per if isinstance(value, Frequency) else value
    return isinstance(length, Duration) and length.clock is Clock.BUSINESS


def _lacks_clock(cell: Cell, weeks: Collection[Week]) -> bool:
    """Whether its time may run over nights or days on which nobody is there, and no word says whether it does."""
    length = cell.length
    if length is None or length.clock or cell.row.clock or length.unit not in (Unit.HOUR, Unit.DAY):
        return False
    days = length.longest / 24 if length.unit is Unit.HOUR else length.longest
    if days % 1:
        return not all(week.always for week in weeks)
    by_custom = length.unit is Unit.DAY and (days % _WEEK == 0 or days >= 4 * _WEEK)
    return not by_custom and any(len({interval.day for interval in week.intervals}) < _WEEK for week in weeks)


def _weeks(context: RuleContext) -> tuple[Week, ...]:
    """When the policy says that it is open; where nobody says so, hours are hours."""
    open_hours = (
        *(each.open for _, each in context.parts_of(Hours)),
        *(each.hours for _, each in context.parts_of(Channel)),
    )
    return tuple(week for week in open_hours if isinstance(week, Week))


def _round_the_clock(context: RuleContext) -> Timeless:
    """The channels and the priorities that somebody looks after at any hour."""
    channels = [pointer for pointer, _ in context.parts_of(Channel) if presences(context)[pointer].always]
    return {*channels, *(pointer for pointer, each in context.parts_of(Priority) if each.round_the_clock)}


def _desk_never_closes(context: RuleContext) -> bool:
    """Whether somebody is there at any hour for whoever comes, so that what names no channel never waits."""
    house = [pointer for pointer, _ in context.parts_of(Hours)][:1]
    desks = [pointer for pointer, each in context.parts_of(Channel) if each.means() is ChannelKind.IN_PERSON]
    return any(presences(context)[pointer].always for pointer in (*house, *desks))


def _before_us(context: RuleContext) -> Timeless:
    return {pointer for pointer, each in context.parts_of(Channel) if each.means() in _THERE}


def _waits_for_nobody(cell: Cell, timeless: Timeless) -> bool:
    """Whether the clock on the wall counts: somebody is there at any hour, or has to be."""
    if pattern("promises.emergency").search(f"{cell.row.name} {cell.limit.case_name or ''}"):
        return True
    return any(holders and holders <= timeless for holders in (cell.case.channels, cell.case.priorities))


def _unclocked(alike: list[tuple[Cell, Duration]], usual: Week | None, language: str) -> Issue:
    """One finding for all that lack it, at the first of them."""
    (cell, length), *rest = alike
    hours = length.unit is Unit.HOUR
    shut = _longest_closed(usual) if usual and hours else None
    as_you_are = f", as you are from {shut}" if shut else ""
    what = f"it runs on while you are closed{as_you_are}" if hours else "the days count on which you are closed"
    others = list(dict.fromkeys(each.row.name for each, _ in rest if each.row.name not in ("", cell.row.name)))
    more = f"; nor {'does' if len(others) == 1 else 'do'} {quoted(others)}" if others else ""
    message = f"“{cell.words}” does not say whether {what}{more}."
    days = length.longest / 24 if hours and not length.longest % 24 and length.upper is None else None
    own = Duration(days, Unit.DAY) if days else length
    ours = written(replace(own, clock=Clock.WORKING if own.unit is Unit.DAY else Clock.BUSINESS), language)
    everybodys = written(replace(length, clock=Clock.CALENDAR), language)
    they_do = "it does" if hours else "they do"
    once = "`notes` below `hours` may say it once for all" if others else "`notes` may say it once for the whole group"
    return Issue(cell.pointer, message, f"Write `{ours}`, or `{everybodys}` if {they_do}; {once}.")


def _longest_closed(week: Week) -> str | None:
    """`Saturday 16:00 to Monday 8:00`; None where it is never closed."""
    shut = longest_closed(_MONDAY, _MONDAY + timedelta(days=14), Schedule(week.intervals))
    return f"{_day_and_time(shut.start)} to {_day_and_time(shut.end)}" if shut else None


def _day_and_time(at: datetime) -> str:
    return f"{at:%A} {at.hour}:{at:%M}"
