"""Two lengths of time are held against each other whatever their clocks, and only where it is certain."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyctl.meaning.lengths import sooner
from policyctl.schema.quantities import Clock, Duration, Unit


@pytest.mark.parametrize(
    ("one", "other", "is_sooner"),
    [
        ("1 hour", "2 hours", True), ("2 hours", "1 hour", False), ("1 hour", "1 hour", False),
        ("4 business hours", "1 working day", True), ("5 business hours", "1 working day", False),
        ("1 working day", "30 business hours", True), ("1 working day", "10 business hours", False),
        ("1 day", "2 working days", True), ("2 days", "2 working days", False), ("2 working days", "3 days", False),
        ("2 working days", "3 weeks", True), ("1 hour", "2 business hours", True),
        ("2 business hours", "3 days", False),
        ("1 working week", "6 working days", True), ("3 working weeks", "1 month", True), ("1 month", "6 weeks", True),
        ("10 working days", "3 weeks", True), ("10 working days", "16 days", False), ("12 months", "1 year", False),
        ("8 weeks", "60 working days", True), ("8 weeks", "40 working days", False), ("8 weeks", "6 months", True),
        ("6 rings", "1 hour", False), ("6 rings", "8 weeks", False), ("30 seconds", "6 rings", False),
        ("2-4 hours", "3 hours", False),
    ],
)  # fmt: skip
def test_one_length_is_sooner_only_where_that_is_certain(one: str, other: str, *, is_sooner: bool) -> None:
    assert sooner(Duration.read(one), Duration.read(other)) is is_sooner


def _over(length: Duration, start: date) -> date:
    """The day on which it is over: the slow way, day by day, with no work at weekends."""
    day = start
    for _ in range(int(length.amount) * (5 if length.unit is Unit.WEEK and length.clock is Clock.WORKING else 1)):
        if length.clock is Clock.WORKING:
            day = date.fromordinal(day.toordinal() + 1)
            while day.weekday() > 4:
                day = date.fromordinal(day.toordinal() + 1)
        else:
            day = date.fromordinal(day.toordinal() + (7 if length.unit is Unit.WEEK else 1))
    return day


_LENGTHS = st.builds(
    Duration,
    st.integers(1, 40).map(Decimal),
    st.sampled_from([Unit.DAY, Unit.WEEK]),
    st.sampled_from([Clock.WORKING, Clock.CALENDAR]),
)


@settings(max_examples=300, deadline=None)
@given(_LENGTHS, _LENGTHS, st.dates(date(2026, 1, 1), date(2027, 1, 1)))
def test_what_is_called_sooner_is_sooner_from_any_day(one: Duration, other: Duration, start: date) -> None:
    if sooner(one, other):
        assert _over(one, start) < _over(other, start)
