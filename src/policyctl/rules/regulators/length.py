"""Two lengths of time, whatever their clocks, in; whether one is longer for certain out."""

from decimal import Decimal

from policyctl.spec.quantities import Clock, Duration, Incomparable, Unit

_HOURS = {Unit.SECOND: Decimal(3600), Unit.MINUTE: Decimal(60), Unit.HOUR: Decimal(1)}
"""How many of each make an hour."""

_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
_HOLIDAYS = 4
"""Days without work that may fall into any stretch of working days, beside its weekends: Easter, or Christmas."""


def longer(one: Duration, other: Duration) -> bool | None:
    """Whether the first is longer than the other; None where that depends on the calendar."""
    try:
        return one > other
    except Incomparable:
        mine, theirs = _span(one), _span(other)
        if mine is None or theirs is None:
            return None
        return False if mine[1] <= theirs[0] else True if mine[0] > theirs[1] else None


def _span(length: Duration) -> tuple[Decimal, Decimal] | None:
    """The fewest and the most calendar days that it may last; None for rings."""
    amount = length.longest
    if length.unit in _MONTHS:
        return amount * _MONTHS[length.unit] * 28, amount * _MONTHS[length.unit] * 31
    if length.unit in _DAYS:
        days = amount * (5 if length.unit is Unit.WEEK else 1)
        return _working(days) if length.clock is Clock.WORKING else _same(amount * _DAYS[length.unit])
    if length.unit in _HOURS:
        hours = amount / _HOURS[length.unit]
        # A business day may be as short as four hours.
        return (Decimal(0), _working(hours / 4)[1]) if length.clock is Clock.BUSINESS else _same(hours / 24)
    return None


def _same(days: Decimal) -> tuple[Decimal, Decimal]:
    return days, days


def _working(days: Decimal) -> tuple[Decimal, Decimal]:
    weekends = max(days - 1, Decimal(0)) // 5
    return days + 2 * weekends, days + 2 * (weekends + 1) + _HOLIDAYS
