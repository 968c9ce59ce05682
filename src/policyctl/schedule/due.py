"""Say when a limit that begins at an instant is over, on the clock that it runs on."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from policyctl.schedule.clock import (
    DAY,
    LAST,
    YEAR,
    date_of,
    day_of,
    first_shown,
    in_utc,
    instant,
    on_the_wall,
    weekday,
)
from policyctl.schedule.hours import Schedule, running
from policyctl.schedule.moments import Moment
from policyctl.schema.quantities import Clock, DayPart, Duration, Quantity, SameDay, TimeOfDay, Unit
from policyctl.schema.quantities.duration import MONTHS, SECONDS
from policyctl.schema.quantities.units import DAYS

FAR = 10 * YEAR
"""Seconds: what takes longer is not reckoned, since nobody can count on it."""


class Undecided(StrEnum):
    """Why nobody can say when a limit is over."""

    NO_LENGTH = "no length of time"
    NO_HOURS = "the hours are not known"
    NEVER_OPEN = "not open for a year"
    TOO_FAR = "more than ten years"
    PAST = "over before it began"


Due = int | Undecided
"""The instant at which a limit is over, or why there is none."""

_PART_ENDS = {DayPart.MORNING: 12 * 3600, DayPart.AFTERNOON: 18 * 3600}
"""Seconds since midnight; everything else ends with the day."""


def due(start: datetime, limit: Quantity | Moment, schedule: Schedule) -> datetime | Undecided:
    """When a limit that begins at an aware instant is over, as an instant in UTC; ranges by their end.

    A time of day is the next time that the clock shows it. See the package for what days and closings mean.
    """
    at = _due(instant(start), limit, schedule)
    return at if isinstance(at, Undecided) else in_utc(at)


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
        return _after_months(start, _whole(length.longest) * MONTHS[length.unit], schedule)
    if length.unit in DAYS:
        return _days(start, length, schedule)
    return _hours(start, length, schedule) if length.unit in SECONDS else Undecided.NO_LENGTH


def _hours(start: int, length: Duration, schedule: Schedule) -> Due:
    seconds = _whole(length.longest * SECONDS[length.unit])
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
    count = _whole(length.longest * (in_a_week if length.unit is Unit.WEEK else 1))
    return (_after_working_days if working else _after_days)(start, count, schedule)


def _time_of_day(start: int, time: TimeOfDay, schedule: Schedule) -> Due:
    now = on_the_wall(schedule.zone, start)
    wall = now // DAY * DAY + time.minutes * 60
    return first_shown(schedule.zone, wall if now <= wall else wall + DAY, start)


def _same_day(start: int, same: SameDay, schedule: Schedule) -> Due:
    if same.part is DayPart.WORKING_DAY:
        return _after_working_days(start, 0, schedule)
    return _on_day(start, _today(start, schedule), _PART_ENDS.get(same.part, DAY), schedule)


def _moment(start: int, then: Moment, schedule: Schedule) -> Due:
    """The next working day is the first that is worked after today, whatever the hour at which it is asked."""
    later = _today(start, schedule) + then.days
    day = _day_worked(later, 0, schedule) if then.working else later
    if day is None:
        return Undecided.NEVER_OPEN
    return _on_day(start, day, DAY if then.time is None else then.time.minutes * 60, schedule)


def _on_day(start: int, day: int, seconds: int, schedule: Schedule) -> Due:
    """A time of a day, in seconds since its midnight, unless the clock already shows a later one."""
    wall = day * DAY + seconds
    return first_shown(schedule.zone, wall, start) if on_the_wall(schedule.zone, start) <= wall else Undecided.PAST


def _whole(amount: Decimal) -> int:
    """What is not whole counts as whole."""
    return int(amount.to_integral_value(ROUND_CEILING))


def _today(at: int, schedule: Schedule) -> int:
    """The day that the clock on the wall shows."""
    return on_the_wall(schedule.zone, at) // DAY


def _end_of(day: int, start: int, schedule: Schedule) -> Due:
    """The midnight, after an instant, that ends a day."""
    at = first_shown(schedule.zone, (day + 1) * DAY, start)
    return at if at < LAST else Undecided.TOO_FAR


def _after_days(start: int, count: int, schedule: Schedule) -> Due:
    """The end of the day that comes so many after today."""
    return _end_of(_today(start, schedule) + count, start, schedule) if count * DAY <= FAR else Undecided.TOO_FAR


def _after_months(start: int, count: int, schedule: Schedule) -> Due:
    """The end of the same day so many months later, or of the last day of a shorter month."""
    if count * 28 * DAY > FAR:
        return Undecided.TOO_FAR
    begun = date_of(_today(start, schedule))
    year, month = divmod(begun.year * 12 + begun.month - 1 + count, 12)
    return _end_of(day_of(_within(year, month + 1, begun.day)), start, schedule)


def _within(year: int, month: int, day: int) -> date:
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(day, (first_of_next - date(year, month, 1)).days))


def _after_working_days(start: int, count: int, schedule: Schedule) -> Due:
    """The end of the working day that comes so many after the one on which it counts as come in."""
    if count * DAY > FAR:
        return Undecided.TOO_FAR
    day, shown = divmod(on_the_wall(schedule.zone, start), DAY)
    found = _day_worked(day if shown < _closing(day, schedule) else day + 1, count, schedule)
    return Undecided.NEVER_OPEN if found is None else _end_of(found, start, schedule)


def _closing(day: int, schedule: Schedule) -> int:
    """The last closing of a day in seconds since its midnight, or its end where the hours are not known."""
    return max((closes for _, closes in schedule.times()[weekday(day)]), default=DAY)


def _day_worked(day: int, count: int, schedule: Schedule) -> int | None:
    """The working day that comes so many after the first one from `day` on; None where a year has none."""
    worked, limit = schedule.working_days, day + YEAR // DAY
    while day <= limit:
        shut_until = schedule.closed.until(day)
        if shut_until is None and weekday(day) in worked:
            if not count:
                return day
            count, limit = count - 1, day + YEAR // DAY
        day = (day if shut_until is None else shut_until) + 1
    return None
