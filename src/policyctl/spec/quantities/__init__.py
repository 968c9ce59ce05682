"""Texts in, quantities out: durations, money, shares, times, dates, weeks and the limits made of them.

Each is a frozen value that keeps its author's text, reads itself with `read`, prints itself in short English, and
may be a field of any part of the language as it is.
"""

from policyctl.spec.quantities.allowance import Allowance, AnyAllowance, read_allowance
from policyctl.spec.quantities.base import FromText, Measured, Quantity
from policyctl.spec.quantities.count import Count
from policyctl.spec.quantities.dates import Date
from policyctl.spec.quantities.days import AgreedDay, DayPart, SameDay
from policyctl.spec.quantities.duration import Duration
from policyctl.spec.quantities.errors import Incomparable, QuantityError
from policyctl.spec.quantities.frequency import Frequency
from policyctl.spec.quantities.limit import AnyLimit, Limit, find_measure, read_limit
from policyctl.spec.quantities.money import Money, find_money
from policyctl.spec.quantities.promise import split_promise
from policyctl.spec.quantities.relative import Relative
from policyctl.spec.quantities.share import Share
from policyctl.spec.quantities.time_of_day import TimeOfDay
from policyctl.spec.quantities.units import Clock, Unit
from policyctl.spec.quantities.week import Interval, Row, Week
from policyctl.spec.quantities.words import Never, Words, has_figure

__all__ = [
    "AgreedDay", "Allowance", "AnyAllowance", "AnyLimit", "Clock", "Count", "Date", "DayPart", "Duration", "Frequency",
    "FromText", "Incomparable", "Interval", "Limit", "Measured", "Money", "Never", "Quantity", "QuantityError",
    "Relative", "Row", "SameDay", "Share", "TimeOfDay", "Unit", "Week", "Words",
    "find_measure", "find_money", "has_figure", "read_allowance", "read_limit", "split_promise",
]  # fmt: skip
