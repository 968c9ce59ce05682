"""Read quantities: durations, money, shares, times, dates, weeks and the limits made of them.

Each is a frozen value that keeps its author's text, reads itself with `read`, prints itself in short English, and
may be a field of any part of the language as it is.
"""

from policyctl.schema.quantities.amounts import (
    Allowance,
    AnyAllowance,
    Count,
    Money,
    Share,
    amount_off,
    find_money,
    read_allowance,
)
from policyctl.schema.quantities.base import FromText, Incomparable, Measured, Quantity, QuantityError
from policyctl.schema.quantities.duration import Duration, Frequency, Relative
from policyctl.schema.quantities.limits import (
    Limit,
    check_limit,
    find_measure,
    read_least,
    read_limit,
    split_promise,
)
from policyctl.schema.quantities.times import AgreedDay, Date, DayPart, SameDay, TimeOfDay
from policyctl.schema.quantities.units import Clock, Unit
from policyctl.schema.quantities.week import Interval, OverlapError, Row, Week, WeekSpan, weeks_in
from policyctl.schema.quantities.words import Never, Words, has_figure

__all__ = [
    "AgreedDay", "Allowance", "AnyAllowance", "Clock", "Count", "Date", "DayPart", "Duration", "Frequency",
    "FromText", "Incomparable", "Interval", "Limit", "Measured", "Money", "Never", "OverlapError", "Quantity",
    "QuantityError", "Relative", "Row", "SameDay", "Share", "TimeOfDay", "Unit", "Week", "WeekSpan", "Words",
    "amount_off", "check_limit", "find_measure", "find_money", "has_figure", "read_allowance", "read_least",
    "read_limit", "split_promise", "weeks_in",
]  # fmt: skip
