"""The days on which nobody is there, in the ways in which people write them."""

from datetime import date

import pytest

from policyctl.schedule import Closed, Days, public_holidays, read_closing

YEARS = range(2026, 2028)


def _read(name: str) -> str | None:
    found = read_closing(name, YEARS)
    if found is None:
        return None
    return ", ".join(f"{first}" if first == last else f"{first}/{last}" for first, last in found)


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("25 December 2026", "2026-12-25"),
        ("Friday 25 December 2026", "2026-12-25"),
        ("December 25, 2026", "2026-12-25"),
        ("2026-12-25", "2026-12-25"),
        ("25.12.2026", "2026-12-25"),
        ("25. Dezember 2026", "2026-12-25"),
        ("24-26 December 2026", "2026-12-24/2026-12-26"),
        ("Dec 24-26, 2026", "2026-12-24/2026-12-26"),
        ("24.-26. Dezember 2026", "2026-12-24/2026-12-26"),
        ("24. bis 26. Dezember 2026", "2026-12-24/2026-12-26"),
        ("from 1 to 3 May 2026", "2026-05-01/2026-05-03"),
        ("24 December 2026 – 2 January 2027", "2026-12-24/2027-01-02"),
        ("24 December 2026 to 2 January", "2026-12-24/2027-01-02"),
        ("24.12.-2.1.2027", "2026-12-24/2027-01-02"),
        ("2026-12-24 to 2027-01-02", "2026-12-24/2027-01-02"),
        ("25 and 26 December 2026", "2026-12-25, 2026-12-26"),
        ("24, 25 and 26 December 2026", "2026-12-24, 2026-12-25, 2026-12-26"),
        ("24-26 December 2026 and 1 January 2027", "2026-12-24/2026-12-26, 2027-01-01"),
    ],
)
def test_dates_and_stretches_of_them(name: str, days: str) -> None:
    assert _read(name) == days


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("25 December", "2026-12-25, 2027-12-25"),
        ("25.12.", "2026-12-25, 2027-12-25"),
        ("the 1st of May", "2026-05-01, 2027-05-01"),
        ("24 December to 2 January", "2026-12-24/2027-01-02, 2027-12-24/2028-01-02"),
        ("Christmas Day", "2026-12-25, 2027-12-25"),
        ("Heiligabend", "2026-12-24, 2027-12-24"),
        ("Good Friday", "2026-04-03, 2027-03-26"),
        ("Pfingstmontag", "2026-05-25, 2027-05-17"),
    ],
)
def test_a_day_without_a_year_closes_in_each(name: str, days: str) -> None:
    assert _read(name) == days


@pytest.mark.parametrize(
    "name",
    [
        "Bank holidays", "When it snows", "24 December 2026 from noon", "31 February 2026", "1/5/2026", "12", "",
        "1 May 2026 to 3 May 2026 to 5 May 2026", "5 May 2026 to 1 January 1900", "1 May 1900 to 1 May 2026", "9" * 600,
    ],
)  # fmt: skip
def test_what_says_no_day_is_not_guessed(name: str) -> None:
    assert _read(name) is None


def test_stretches_that_meet_are_one() -> None:
    days = [Days(date(1970, 1, 3), date(1970, 1, 4)), Days(date(1970, 1, 5), date(1970, 1, 5))]
    closed = Closed.of([*days, Days(date(1970, 1, 10), date(1970, 1, 12)), Days(date(1970, 1, 11), date(1970, 1, 11))])
    assert closed.stretches == ((2, 4), (9, 11))
    assert [closed.until(day) for day in (1, 2, 4, 5, 10, 12)] == [None, 4, 4, None, 11, None]


@pytest.mark.parametrize(
    ("language", "timezone", "days"),
    [
        ("en-GB", None, ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-26"]),
        ("de", None, ["01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "10-03", "12-25", "12-26"]),
        ("en-US", None, [
            "01-01", "01-19", "02-16", "05-25", "06-19", "07-04", "09-07", "10-12", "11-11", "11-26", "12-25",
        ]),
        ("en-GB", "Europe/Berlin", ["01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "10-03", "12-25", "12-26"]),
        ("fr", None, []),
        ("en-GB", "Asia/Tokyo", []),
    ],
)  # fmt: skip
def test_public_holidays_are_those_of_the_country(language: str, timezone: str | None, days: list[str]) -> None:
    found = public_holidays(language, timezone, range(2026, 2027))
    assert [f"{each.first:%m-%d}" for each in sorted(found)] == days
    assert all(each.first == each.last for each in found)
