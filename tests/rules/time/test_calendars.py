"""Closed days that are over, those that no calendar knows, and times that nobody knows the clock of."""

import pytest
from tests.rules.judging import HEAD, said


def _told(policy: str, rule: str, status: str = "published") -> list[str]:
    found = said(policy, f"{HEAD}  status: {status}\n")
    return [line for line in found if f" {rule}:" in line]


_HOURS = "hours:\n  open: Mon-Fri 9:00-17:00\n  closed:\n    {}\n"


@pytest.mark.parametrize("closed", ["25 December 2025: Christmas", "- 24-26 December 2025\n    - 1 May 2026"])
def test_closed_days_that_are_all_over_are_told_with_the_last(closed: str) -> None:
    (told,) = _told(_HOURS.format(closed), "closed-days-unknown")
    assert told.startswith("3 warning closed-days-unknown: The closed days are all over; the last was ")


@pytest.mark.parametrize(("language", "count"), [("en-GB", 0), ("de", 0), ("fr", 1)])
def test_public_holidays_are_known_where_the_country_is(language: str, count: int) -> None:
    policy = _HOURS.format("Bank holidays: Ask at the door") + _PROMISE.format("1 working day")
    found = said(policy, f"{HEAD}  language: {language}\n")
    assert len([line for line in found if "closed-days-unknown" in line]) == count


@pytest.mark.parametrize(
    "closed",
    [
        "25 December 2025: Christmas\n    25 December 2026: Christmas",
        "24 December 2025 to 2 January 2027: A long rest",
        "25 December: Christmas",
        "Christmas: 25 December 2026",
        "- Good Friday",
        "25 December 2025: Christmas\n    Bank holidays: See the door",
        "23 November 2026: Today",
    ],
)
def test_closed_days_to_come_are_left_alone(closed: str) -> None:
    assert _told(_HOURS.format(closed), "closed-days-unknown") == []


def test_a_retired_policy_is_left_alone_and_hours_with_a_name_are_named() -> None:
    assert _told(_HOURS.format("25 December 2025: Christmas"), "closed-days-unknown", "retired") == []
    shop = "hours:\n  Shop:\n    open: Mon-Fri 9:00-17:00\n    closed: 25 December 2025\n"
    (told,) = _told(shop, "closed-days-unknown")
    assert "The closed days of “Shop” are all over; the last was 25 December 2025." in told


_PROMISE = "standards:\n  First reply: within {}\n"


@pytest.mark.parametrize("closed", ["- Our day out", "Stock-taking: Ask at the door", "- Betriebsferien"])
def test_a_closed_day_that_no_calendar_knows_is_told_where_days_count(closed: str) -> None:
    for limit, count in (("1 working day", 1), ("4 business hours", 1), ("3 minutes", 0), ("3 weeks", 0)):
        policy = _HOURS.format(closed) + _PROMISE.format(limit)
        assert len(_told(policy, "closed-days-unknown")) == count


@pytest.mark.parametrize(
    "closed",
    ["- Karfreitag", "Christmas: 25 December", "- 24 December 2026 from noon", "- The first Monday in May 2027"],
)
def test_a_day_that_can_be_read_or_holds_a_figure_is_left_alone(closed: str) -> None:
    assert _told(_HOURS.format(closed) + _PROMISE.format("1 working day"), "closed-days-unknown") == []


_ZONES = """\
hours:
  Here:
    open: Mon-Fri 9:00-17:30
    timezone: {}
  There:
    open: Mon-Fri 9:00-17:30
    timezone: {}
channels:
  Phone:
    address: 020 7946 0112
    hours: Here
  Line:
    address: 212 555 0142
    hours: There
standards:
  Parcels of today:
    channels: {}
    by: {}
"""

_BOTH = "[Phone, Line]"


@pytest.mark.parametrize("by", ["'17:30'", "noon on the next day"])
def test_a_time_of_two_zones_is_told(by: str) -> None:
    (told,) = _told(_ZONES.format("Europe/London", "America/New_York", _BOTH, by), "time-zone-unsaid")
    assert "is one time on “Line”, by the clock of America/New_York, and another on “Phone”, by that of Europe/" in told


@pytest.mark.parametrize(
    ("here", "there", "channels", "by"),
    [
        ("Europe/Berlin", "Europe/Paris", _BOTH, "'17:30'"),
        ("Europe/London", "America/New_York", "Phone", "'17:30'"),
        ("Europe/London", "America/New_York", _BOTH, "17:30 London time"),
        ("Europe/London", "America/New_York", _BOTH, "'17:30'\n    note: Always UK time."),
        ("Europe/London", "America/New_York", _BOTH, "the end of the next working day"),
        ("Europe/London", "America/New_York", _BOTH, "our stewards"),
    ],
)
def test_one_clock_and_a_zone_that_is_told_are_left_alone(here: str, there: str, channels: str, by: str) -> None:
    assert _told(_ZONES.format(here, there, channels, by), "time-zone-unsaid") == []


def test_hours_that_do_not_say_whose_time_they_keep_are_told_beside_those_that_do() -> None:
    policy = "hours:\n  Shop: Mon-Fri 9:00-17:30\n  Desk:\n    open: Mon-Fri 9:00-17:30\n    timezone: Europe/Berlin\n"
    (told,) = _told(policy, "time-zone-unsaid")
    assert told.startswith("2 info time-zone-unsaid: “Desk” keeps the time of Europe/Berlin, and “Shop” does not ")
    assert [line for line in said(policy, f"{HEAD}  timezone: Europe/London\n") if "time-zone" in line] == []
    assert _told("hours:\n  Shop: Mon-Fri 9:00-17:30\n  Desk: Mon-Fri 9:00-17:30\n", "time-zone-unsaid") == []


_PERIOD = "  effective: 1 November 2026\nreview:\n  next: 4 May 2027\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Come on Friday, 12 November.", 1),
        ("Come on Thursday, 12 November.", 0),
        ("I wrote on Monday, 19 October.", 0),
        ("I will ring on Friday, 12 November 2027.", 0),
    ],
)
def test_a_date_without_a_year_is_in_the_time_of_the_policy(text: str, count: int) -> None:
    sample = f"tone:\n  samples:\n    Stitches: {text}\n"
    found = said(sample, HEAD + _PERIOD)
    assert len([line for line in found if " weekday-of-another-date:" in line]) == count
    assert not [line for line in said(sample) if " weekday-of-another-date:" in line]


@pytest.mark.parametrize(
    ("about", "count"),
    [
        ("Biscuits from 6:30 on Thursday.", 1),
        ("Biscuits from 6:30 on Friday.", 0),
        ("As we do every Thursday.", 0),
        ("Read it on the Thursday before.", 0),
    ],
)
def test_a_meeting_is_on_the_weekday_of_its_date(about: str, count: int) -> None:
    meeting = f"rollout:\n  meetings:\n    Breakfast:\n      on: 25 September 2026\n      about: {about}\n"
    found = [line for line in said(meeting) if " weekday-of-another-date:" in line]
    assert len(found) == count
    if found:
        assert "“Thursday” is said here, and 25 September 2026 is a Friday." in found[0]
