"""Any value is read back as it prints, and any text is a value or a refusal."""

from datetime import date
from decimal import Decimal
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from policyctl.schema.quantities import (
    Allowance,
    Clock,
    Count,
    Date,
    DayPart,
    Duration,
    Frequency,
    Interval,
    Money,
    Quantity,
    Relative,
    SameDay,
    Share,
    TimeOfDay,
    Unit,
    Week,
    read_allowance,
    read_limit,
    split_promise,
)

Value = TypeVar("Value", bound=Quantity)

SHORT = [Unit.SECOND, Unit.MINUTE, Unit.HOUR]
DAYS = [Unit.DAY, Unit.WEEK]
UNITS = st.one_of(
    st.tuples(st.sampled_from(Unit), st.none()),
    st.tuples(st.sampled_from([unit for unit in Unit if unit is not Unit.RING]), st.just(Clock.CALENDAR)),
    st.tuples(st.sampled_from(SHORT), st.sampled_from([Clock.BUSINESS, Clock.WORKING])),
    st.tuples(st.sampled_from(DAYS), st.just(Clock.WORKING)),
)
AMOUNTS = st.decimals(min_value=1, max_value=9999, places=3)
DURATIONS = st.builds(
    lambda amount, unit, more: Duration(amount, unit[0], unit[1], more and amount + more),
    AMOUNTS,
    UNITS,
    st.none() | AMOUNTS,
)
TIMES = [unit for unit in Unit if unit is not Unit.RING]
MONEY = st.builds(
    Money,
    st.decimals(min_value=0, max_value=10**9, places=3),
    st.sampled_from([None, "GBP", "EUR", "USD", "CHF", "SEK"]),
)
SHARES = st.builds(Share, st.decimals(min_value=0, max_value=100, places=3))


@st.composite
def weeks(draw: st.DrawFn) -> Week:
    """Times that rise within each day, and may run past midnight where the next day begins later."""
    days = draw(st.lists(st.integers(0, 6), min_size=1, unique=True))
    intervals = []
    for day in sorted(days):
        marks = sorted(draw(st.lists(st.integers(130, 1440), min_size=2, max_size=6, unique=True)))
        intervals += [Interval(day, *pair) for pair in zip(marks[::2], marks[1::2], strict=False)]
        if intervals[-1].opens > 720 and draw(st.booleans()):
            intervals[-1] = intervals[-1]._replace(closes=1440 + draw(st.integers(1, 120)))
    return Week(tuple(intervals))


VALUES: st.SearchStrategy[Quantity] = st.one_of(
    DURATIONS,
    MONEY,
    SHARES,
    weeks(),
    st.builds(TimeOfDay, st.integers(0, 23), st.integers(0, 59)),
    st.builds(Date, st.dates(min_value=date(1000, 1, 1))),
    st.builds(Count, st.integers(0, 10**6), st.sampled_from([None, "emails", "new customers", "E-Mails"])),
    st.builds(SameDay, st.sampled_from(DayPart)),
    st.builds(Relative, AMOUNTS, st.sampled_from(["First reply", "Erste Antwort", "reply (phone)"])),
    st.builds(
        Frequency, st.integers(1, 99), DURATIONS.filter(lambda duration: duration.unit in TIMES and not duration.upper)
    ),
    st.builds(
        Allowance, MONEY | SHARES, st.sampled_from([(), ("case",), ("customer", "year"), ("stay", "day", "week")])
    ),
)
READERS: list[type[Quantity]] = [
    Duration,
    Money,
    Share,
    Week,
    TimeOfDay,
    Date,
    Count,
    SameDay,
    Relative,
    Frequency,
    Allowance,
]
VOCABULARY = (
    "half a an one 2 1,000 1.5 0 hours working days ring mal - to x of the € £ % per case every until a.m. 9:00 "
    "Mon Fri und bis twice April 2026 . , 1/2/2026 within same day"
)
WORDS = st.lists(st.sampled_from(VOCABULARY.split()), max_size=8).map(" ".join)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(VALUES)
def test_a_value_is_read_back_as_it_prints(value: Quantity) -> None:
    assert type(value).read(str(value)) == value


@settings(max_examples=200, deadline=None, derandomize=True)
@given(WORDS | st.text(max_size=40))
def test_any_text_is_a_value_or_a_refusal(text: str) -> None:
    for quantity in READERS:
        value = quantity.find(text)
        assert value is None or quantity.read(str(value)) == value


@settings(max_examples=200, deadline=None, derandomize=True)
@given(WORDS | st.text(max_size=40))
def test_any_sentence_is_welcome(text: str) -> None:
    assert read_limit(text).text == text
    assert read_allowance(text).text == text
    parts = split_promise(text)
    assert parts
    assert all(part in text or part in " ".join(text.split()) for part in parts.values())


def test_a_text_of_a_megabyte_is_refused_at_once() -> None:
    for text in ("1 " * 500_000, "Mon" * 300_000, "£" + "1" * 1_000_000, "a " * 500_000):
        assert all(quantity.find(text) is None for quantity in READERS)


def test_a_number_beyond_all_business_is_none() -> None:
    assert Money.find("1" + 28 * "0") is None
    assert Money.find("0." + 28 * "1") is None
    assert str(Money.read("£999,999,999,999.99")) == "£999,999,999,999.99"


def test_amounts_are_exact() -> None:
    assert Money.read("£0.10").amount + Money.read("£0.20").amount == Decimal("0.30")
