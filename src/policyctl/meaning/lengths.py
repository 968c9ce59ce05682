"""Decide whether one length of time is certainly shorter than another, whatever their clocks."""

from decimal import Decimal
from math import ceil

from policyctl.schema.quantities import Clock, Duration, Unit

DAY = Decimal(86_400)
SHORTEST_DAY, LONGEST_DAY = 4, 24
"""Hours that anybody is open on a working day."""
WORKING_WEEK = 5
DAYS_OFF = 5
"""Calendar days in a row on which nobody works at the most: Christmas beside a weekend."""

_SECONDS = {
    Unit.SECOND: Decimal(1),
    Unit.MINUTE: Decimal(60),
    Unit.HOUR: Decimal(3600),
    Unit.DAY: DAY,
    Unit.WEEK: 7 * DAY,
}
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}

Bounds = tuple[Decimal, Decimal | None]


def sooner(one: Duration | None, other: Duration | None) -> bool:
    """Whether the first is over before the second, on whichever day and at whichever hour both begin."""
    if one is None or other is None:
        return False
    if one.comparable(other):
        return one < other
    return _within_working_days(one, other) or _over_before(_bounds(one), _bounds(other))


def differs(one: Duration | None, other: Duration | None) -> bool:
    """Whether one of the two is certainly the shorter."""
    return sooner(one, other) or sooner(other, one)


def _within_working_days(one: Duration, other: Duration) -> bool:
    """Business hours against working days, of which nobody knows here how long they are: 30 are more than one day."""
    mine, theirs = _business_hours(one), _business_hours(other)
    days_here, days_there = _working_days(one), _working_days(other)
    if days_here is not None and days_there is not None:
        return days_here < days_there
    if mine is not None and days_there is not None:
        return mine <= days_there * SHORTEST_DAY
    return days_here is not None and theirs is not None and days_here * LONGEST_DAY < theirs


def _over_before(one: Bounds | None, other: Bounds | None) -> bool:
    return bool(one and other and one[1] is not None and one[1] < other[0])


def _bounds(length: Duration) -> Bounds | None:
    """The fewest and the most seconds of the calendar that a length may take; business hours may wait for long.

    Working days begin on a Monday at best, and at worst before a weekend and a row of holidays.
    """
    if length.unit in _MONTHS:
        months = length.longest * _MONTHS[length.unit]
        return months * 28 * DAY, months * 31 * DAY
    if (days := _working_days(length)) is not None:
        within, around = 2 * ((ceil(days) - 1) // WORKING_WEEK), 2 * ceil(days / WORKING_WEEK)
        return (days + within) * DAY, (days + around + DAYS_OFF) * DAY
    if length.unit not in _SECONDS:
        return None
    seconds = length.longest * _SECONDS[length.unit]
    return seconds, None if length.clock in (Clock.BUSINESS, Clock.WORKING) else seconds


def _business_hours(length: Duration) -> Decimal | None:
    is_business = length.clock is Clock.BUSINESS and length.unit in _SECONDS
    return length.longest * _SECONDS[length.unit] / 3600 if is_business else None


def _working_days(length: Duration) -> Decimal | None:
    if length.clock is not Clock.WORKING or length.unit not in (Unit.DAY, Unit.WEEK):
        return None
    return length.longest * (WORKING_WEEK if length.unit is Unit.WEEK else 1)
