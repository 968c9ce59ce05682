"""Two texts in, their order out; no order where none is honest."""

from decimal import Decimal

import pytest

from policyctl.schema.quantities import (
    Allowance,
    Count,
    Date,
    Duration,
    Frequency,
    Incomparable,
    Measured,
    Money,
    Share,
    TimeOfDay,
)

ORDERED: list[tuple[type[Measured], str, str]] = [
    (Duration, "30 seconds", "1 minute"),
    (Duration, "24 hours", "3 days"),
    (Duration, "3 days", "1 week"),
    (Duration, "1 business hour", "90 business minutes"),
    (Duration, "2 working days", "10 working days"),
    (Duration, "3-4 hours", "2-5 hours"),
    (Duration, "6 rings", "8 rings"),
    (Duration, "6 months", "1 year"),
    (Duration, "3 weeks", "1 month"),
    (Duration, "1 year", "400 days"),
    (TimeOfDay, "7 a.m.", "noon"),
    (Date, "31 March 2026", "1 April 2026"),
    (Money, "£19.99", "£20"),
    (Share, "9 in 10", "95%"),
    (Count, "1 email", "2 emails"),
    (Count, "once", "3 visits"),
    (Frequency, "monthly", "weekly"),
    (Frequency, "every year", "twice a year"),
    (Allowance, "£20 per case", "£150 per case"),
    (Allowance, "10% per order", "20% per order"),
]


@pytest.mark.parametrize(("quantity", "less", "more"), ORDERED)
def test_the_less_is_less(quantity: type[Measured], less: str, more: str) -> None:
    one, other = quantity.read(less), quantity.read(more)
    assert one.comparable(other)
    assert one < other
    assert one <= other
    assert other > one
    assert other >= one
    assert not one > other


@pytest.mark.parametrize(
    ("quantity", "one", "other"),
    [
        (Duration, "6 rings", "30 seconds"),
        (Duration, "2 working days", "48 hours"),
        (Duration, "2 working days", "2 days"),
        (Duration, "4 business hours", "4 hours"),
        (Duration, "4 business hours", "4 hours on working days"),
        (Duration, "1 working week", "5 working days"),
        (Duration, "30 days", "1 month"),
        (Money, "£20", "€20"),
        (Money, "20", "€20"),
        (Count, "2 emails", "2 visits"),
        (Allowance, "£20 per case", "£20 per year"),
        (Allowance, "£20", "20%"),
        (Frequency, "every working day", "weekly"),
    ],
)
def test_no_order_is_made_up(quantity: type[Measured], one: str, other: str) -> None:
    this, that = quantity.read(one), quantity.read(other)
    assert not this.comparable(that)
    with pytest.raises(Incomparable, match="cannot be compared with"):
        assert this < that


def test_different_kinds_do_not_compare() -> None:
    with pytest.raises(TypeError):
        sorted([Money.read("20"), Share.read("20%")])


def test_equal_says_the_same_and_compare_lasts_as_long() -> None:
    hour, minutes = Duration.read("an hour"), Duration.read("60 minutes")
    assert hour == Duration.read("1 hour")
    assert hour != minutes
    assert hour.compare(minutes) == 0


def test_the_text_does_not_matter_to_equality() -> None:
    assert len({Money.read("€1,000"), Money.read("1.000 €"), Money.read("EUR 1000.00")}) == 1


@pytest.mark.parametrize(
    ("text", "seconds"), [("30 seconds", 30), ("1.5 hours", 5400), ("2-4 hours", 14400), ("2 calendar days", 172800)]
)
def test_seconds_where_they_are_honest(text: str, seconds: int) -> None:
    assert Duration.read(text).seconds() == Decimal(seconds)


@pytest.mark.parametrize("text", ["6 rings", "2 days", "2 working days", "4 business hours", "1 month", "1 year"])
def test_no_seconds_where_they_are_not(text: str) -> None:
    with pytest.raises(Incomparable):
        Duration.read(text).seconds()


@pytest.mark.parametrize(
    ("text", "policy", "currency"),
    [
        ("20", "GBP", "GBP"),
        ("20", None, None),
        ("£20", "EUR", "GBP"),
        ("$20", "AUD", "AUD"),
        ("20 dollars", "CAD", "CAD"),
        ("$20", "GBP", "USD"),
        ("US$20", "AUD", "USD"),
        ("50 cents", "EUR", "EUR"),
    ],
)
def test_the_policy_fills_in_its_currency(text: str, policy: str | None, currency: str | None) -> None:
    assert Money.read(text).in_currency(policy).currency == currency
