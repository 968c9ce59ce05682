"""Texts in, quantities out: durations, money, shares, times, dates, weeks and the limits made of them.

Each is a frozen value that keeps its author's text, reads itself with `read`, prints itself in short English, and
may be a field of any part of the language as it is.
"""

from policyctl.schema.quantities.allowance import Allowance, AnyAllowance, read_allowance
from policyctl.schema.quantities.base import FromText, Measured, Quantity
from policyctl.schema.quantities.count import Count
from policyctl.schema.quantities.dates import Date
from policyctl.schema.quantities.days import AgreedDay, DayPart, SameDay
from policyctl.schema.quantities.duration import Duration
from policyctl.schema.quantities.errors import Incomparable, QuantityError
from policyctl.schema.quantities.frequency import Frequency
from policyctl.schema.quantities.limit import AnyLimit, Limit, find_measure, read_limit
from policyctl.schema.quantities.money import Money, find_money
from policyctl.schema.quantities.promise import split_promise
from policyctl.schema.quantities.relative import Relative
from policyctl.schema.quantities.share import Share
from policyctl.schema.quantities.time_of_day import TimeOfDay
from policyctl.schema.quantities.units import Clock, Unit
from policyctl.schema.quantities.week import Interval, Row, Week
from policyctl.schema.quantities.words import Never, Words, has_figure

__all__ = [
    "AgreedDay", "Allowance", "AnyAllowance", "AnyLimit", "Clock", "Count", "Date", "DayPart", "Duration", "Frequency",
    "FromText", "Incomparable", "Interval", "Limit", "Measured", "Money", "Never", "Quantity", "QuantityError",
    "Relative", "Row", "SameDay", "Share", "TimeOfDay", "Unit", "Week", "Words",
    "find_measure", "find_money", "has_figure", "read_allowance", "read_limit", "split_promise",
]  # fmt: skip
