"""An instant and a number of days or months in, the midnight at which the last of them ends out."""

from datetime import date
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from policyctl.schedule.opening import YEAR
from policyctl.schedule.schedule import Schedule
from policyctl.schedule.wall import DAY, LAST, date_of, day_of, first_shown, on_the_wall, weekday

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


def whole(amount: Decimal) -> int:
    """What is not whole counts as whole."""
    return int(amount.to_integral_value(ROUND_CEILING))


def today(at: int, schedule: Schedule) -> int:
    """The day that the clock on the wall shows."""
    return on_the_wall(schedule.zone, at) // DAY


def end_of(day: int, start: int, schedule: Schedule) -> Due:
    """The midnight, after an instant, that ends a day."""
    at = first_shown(schedule.zone, (day + 1) * DAY, start)
    return at if at < LAST else Undecided.TOO_FAR


def after_days(start: int, count: int, schedule: Schedule) -> Due:
    """The end of the day that comes so many after today."""
    return end_of(today(start, schedule) + count, start, schedule) if count * DAY <= FAR else Undecided.TOO_FAR


def after_months(start: int, count: int, schedule: Schedule) -> Due:
    """The end of the same day so many months later, or of the last day of a shorter month."""
    if count * 28 * DAY > FAR:
        return Undecided.TOO_FAR
    begun = date_of(today(start, schedule))
    year, month = divmod(begun.year * 12 + begun.month - 1 + count, 12)
    return end_of(day_of(_within(year, month + 1, begun.day)), start, schedule)


def _within(year: int, month: int, day: int) -> date:
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(day, (first_of_next - date(year, month, 1)).days))


def after_working_days(start: int, count: int, schedule: Schedule) -> Due:
    """The end of the working day that comes so many after the one on which it counts as come in."""
    if count * DAY > FAR:
        return Undecided.TOO_FAR
    day, shown = divmod(on_the_wall(schedule.zone, start), DAY)
    found = day_worked(day if shown < _closing(day, schedule) else day + 1, count, schedule)
    return Undecided.NEVER_OPEN if found is None else end_of(found, start, schedule)


def _closing(day: int, schedule: Schedule) -> int:
    """The last closing of a day in seconds since its midnight, or its end where the hours are not known."""
    return max((closes for _, closes in schedule.times()[weekday(day)]), default=DAY)


def day_worked(day: int, count: int, schedule: Schedule) -> int | None:
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
