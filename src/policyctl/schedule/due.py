"""An instant and a limit in, the instant at which the limit is over out."""

from collections.abc import Iterator
from datetime import datetime

from policyctl.schedule.days import (
    FAR,
    Due,
    Undecided,
    after_days,
    after_months,
    after_working_days,
    day_worked,
    today,
    whole,
)
from policyctl.schedule.moments import Moment
from policyctl.schedule.opening import YEAR, instant, moment, running
from policyctl.schedule.schedule import Schedule
from policyctl.schedule.wall import DAY, first_shown, on_the_wall
from policyctl.schema.quantities import Clock, DayPart, Duration, Quantity, SameDay, TimeOfDay, Unit
from policyctl.schema.quantities.duration import MONTHS, SECONDS
from policyctl.schema.quantities.units import DAYS

_PART_ENDS = {DayPart.MORNING: 12 * 3600, DayPart.AFTERNOON: 18 * 3600}
"""Seconds since midnight; everything else ends with the day."""


def due(start: datetime, limit: Quantity | Moment, schedule: Schedule) -> datetime | Undecided:
    """When a limit that begins at an aware instant is over, as an instant in UTC; ranges by their end.

    A time of day is the next time that the clock shows it. See the package for what days and closings mean.
    """
    at = _due(instant(start), limit, schedule)
    return at if isinstance(at, Undecided) else moment(at)


def _due(start: int, limit: Quantity | Moment, schedule: Schedule) -> Due:
    match limit:
        case Duration():
            return _duration(start, limit, schedule)
        case TimeOfDay():
            return _time_of_day(start, limit, schedule)
        case SameDay():
            return _same_day(start, limit, schedule)
        case Moment():
            return _moment(start, limit, schedule)
        case _:
            return Undecided.NO_LENGTH


def _duration(start: int, length: Duration, schedule: Schedule) -> Due:
    if length.unit in MONTHS:
        return after_months(start, whole(length.longest) * MONTHS[length.unit], schedule)
    if length.unit in DAYS:
        return _days(start, length, schedule)
    return _hours(start, length, schedule) if length.unit in SECONDS else Undecided.NO_LENGTH


def _hours(start: int, length: Duration, schedule: Schedule) -> Due:
    seconds = whole(length.longest * SECONDS[length.unit])
    if seconds > FAR:
        return Undecided.TOO_FAR
    if length.clock is Clock.BUSINESS and schedule.week is None:
        return Undecided.NO_HOURS
    if length.clock not in (Clock.BUSINESS, Clock.WORKING):
        return start + seconds
    times = schedule.times() if length.clock is Clock.BUSINESS else schedule.working_times()
    return _counted(start, seconds, running(times, schedule.closed, schedule.zone, start, start + FAR))


def _counted(start: int, seconds: int, runs: Iterator[tuple[int, int]]) -> Due:
    """The instant by which a clock that runs only in these stretches has counted so many seconds."""
    if not seconds:
        return start
    at = start
    for begins, ends in runs:
        if begins - at > YEAR:
            return Undecided.NEVER_OPEN
        if seconds <= ends - begins:
            return begins + seconds
        at, seconds = ends, seconds - (ends - begins)
    return Undecided.NEVER_OPEN if start + FAR - at > YEAR else Undecided.TOO_FAR


def _days(start: int, length: Duration, schedule: Schedule) -> Due:
    working = length.clock in (Clock.WORKING, Clock.BUSINESS)
    in_a_week = len(schedule.working_days) if working else 7
    count = whole(length.longest * (in_a_week if length.unit is Unit.WEEK else 1))
    return (after_working_days if working else after_days)(start, count, schedule)


def _time_of_day(start: int, time: TimeOfDay, schedule: Schedule) -> Due:
    now = on_the_wall(schedule.zone, start)
    wall = now // DAY * DAY + time.minutes * 60
    return first_shown(schedule.zone, wall if now <= wall else wall + DAY, start)


def _same_day(start: int, same: SameDay, schedule: Schedule) -> Due:
    if same.part is DayPart.WORKING_DAY:
        return after_working_days(start, 0, schedule)
    return _on_day(start, today(start, schedule), _PART_ENDS.get(same.part, DAY), schedule)


def _moment(start: int, then: Moment, schedule: Schedule) -> Due:
    """The next working day is the first that is worked after today, whatever the hour at which it is asked."""
    later = today(start, schedule) + then.days
    day = day_worked(later, 0, schedule) if then.working else later
    if day is None:
        return Undecided.NEVER_OPEN
    return _on_day(start, day, DAY if then.time is None else then.time.minutes * 60, schedule)


def _on_day(start: int, day: int, seconds: int, schedule: Schedule) -> Due:
    """A time of a day, in seconds since its midnight, unless the clock already shows a later one."""
    wall = day * DAY + seconds
    return first_shown(schedule.zone, wall, start) if on_the_wall(schedule.zone, start) <= wall else Undecided.PAST
