"""A policy in; promises that are over while nobody is there out."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from policyctl.findings import Issue, Pointer
from policyctl.rules.promises.rows import Row, rows
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import figure
from policyctl.rules.time.lifted import is_lifted, lifted_for
from policyctl.rules.time.staffing import Door, longest_break, staffing
from policyctl.rules.time.telling import day_and_time, hours
from policyctl.schedule import Moment, Schedule, Stretch, due, read_moment
from policyctl.schema.grammar.commitment import Firmness, Milestone
from policyctl.schema.quantities import Clock, Duration, SameDay

Limit = Duration | SameDay | Moment


def promise_outside_hours(context: RuleContext) -> Iterator[Issue]:
    """A promise that is over before anybody is there again, for whoever asks as your longest break of the week begins.

    It is asked of what is counted in calendar time, and of what is promised for the same day or by a time of the next.

    Why it matters: whoever writes just after you close is let down before anybody has read the message, each week
    anew.

    Diff:

          hours: Mon-Fri 9:00-17:30 and Sat 10:00-16:00
          channels:
            Email: care@example.org
          standards:
            Answers by email:
              channels: Email
              milestone: first-reply
        -     within: 12 calendar hours  # <- here
        +     within: 4 business hours
              after: your message arrives
    """
    yield from (issue for row, issue in _over_when_closed(context) if _is_firm(row))


def aim_outside_hours(context: RuleContext) -> Iterator[Issue]:
    """An aim, or a promise for a share of the cases, that is over before anybody is there again.

    Why it matters: a few nights and weekends are enough to miss the share, whatever people do by day.

    Diff:

          hours: Mon-Fri 9:00-17:30 and Sat 10:00-16:00
          channels:
            Email: care@example.org
          standards:
            Answers by email:
              channels: Email
              milestone: first-reply
              firmness: aim
        -     within: 12 calendar hours  # <- here
        +     within: 4 business hours
              after: your message arrives
    """
    yield from (issue for row, issue in _over_when_closed(context) if not _is_firm(row))


def _is_firm(row: Row) -> bool:
    return row.firmness in (None, Firmness.WILL) and row.in_every_case


def _over_when_closed(context: RuleContext) -> tuple[tuple[Row, Issue], ...]:
    return context.cached(_found)


def _found(context: RuleContext) -> tuple[tuple[Row, Issue], ...]:
    return tuple((row, issue) for row in rows(context) if _is_asked_of_us(row) for issue in _issues(row, context))


def _is_asked_of_us(row: Row) -> bool:
    """Whether it counts from what customers do at any hour; who picks up or sees them is there."""
    return not row.start.key and row.milestone not in (Milestone.PICK_UP, Milestone.SEEN)


def _issues(row: Row, context: RuleContext) -> Iterator[Issue]:
    for pointer, told, limit in _limits(row, context):
        door = _door(row, limit, context)
        found = door and door.schedule and not is_lifted(row, context) and _told(told, limit, door, door.schedule)
        if found:
            yield Issue(pointer, *found)


def _limits(row: Row, context: RuleContext) -> Iterator[tuple[Pointer, str, Limit]]:
    """What can be over at night: calendar time, and where no condition is made, the same day or a time of the next."""
    for each in row.limits:
        bound = each.bound
        if isinstance(bound, Duration) and bound.clock is Clock.CALENDAR and not lifted_for(each.means, context):
            yield each.pointer, figure(bound), bound
    if row.case.conditions:
        return
    for key in ("within", "on"):
        limits = getattr(row.promise, key)
        if limits and isinstance(limits.sole, SameDay):
            yield (*row.pointer, key), figure(limits.sole), limits.sole
    for index, by in enumerate(row.promise.by):
        if moment := read_moment(by):
            yield (*row.pointer, "by", index), by, moment


def _door(row: Row, limit: Limit, context: RuleContext) -> Door | None:
    """The channel on which customers write while nobody is there; anywhere, for a promise that names none."""
    there = staffing(context)
    if not row.case.channels:
        anywhere = Door("", there.anywhere, any_hour=True)
        return anywhere if isinstance(limit, Duration) else None
    doors = (there.doors.get(each) for each in row.case.channels if isinstance(each, tuple))
    return next((door for door in doors if door and door.any_hour and door.schedule), None)


def _told(said: str, limit: Limit, door: Door, schedule: Schedule) -> tuple[str, str] | None:
    """What happens to whoever writes in the longest break of the week; None where somebody is back in time."""
    shut = longest_break(schedule)
    asked = shut and _asked(limit, shut)
    over = due(asked, limit, schedule.usual()) if asked else None
    if shut is None or asked is None or not isinstance(over, datetime) or over >= shut.end:
        return None
    back = f"{door.name} opens again on" if door.name else "nobody is there again before"
    told = f"{_is_over(said, limit)} over on {day_and_time(over)}, and {back} {day_and_time(shut.end)}."
    return f"Asked on {day_and_time(asked)}, {told}", _hint(limit, hours(shut.end - shut.start))


def _is_over(said: str, limit: Limit) -> str:
    if isinstance(limit, Duration):
        return f"the {said} {'is' if limit.longest == 1 else 'are'}"
    return f"“{said}” is"


def _asked(limit: Limit, shut: Stretch) -> datetime | None:
    """When to ask: just when it closes, and for the same day on the morning of a day that stays closed altogether."""
    if isinstance(limit, Duration) or (isinstance(limit, Moment) and limit.days):
        return shut.start
    midnight = shut.start.replace(hour=0, minute=0)
    day = midnight if midnight == shut.start else midnight + timedelta(days=1)
    return day + timedelta(hours=10) if day + timedelta(days=1) <= shut.end else None


def _hint(limit: Limit, least: int) -> str:
    if isinstance(limit, Duration):
        held = f"only what is longer than {least} hours holds by the calendar"
        return f"Count it while you are open, such as `4 business hours`, or say who answers then; {held}."
    return "Promise it for the next working day, or say for which days it holds, with `when`."
