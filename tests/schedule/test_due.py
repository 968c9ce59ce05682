"""When a limit is over: what people expect of each clock, written down as they would say it."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from tests.schedule.generated import Question, questions

from policyctl.schedule import (
    Closed,
    Schedule,
    Undecided,
    due,
    is_open,
    longest_closed,
    next_opening,
    read_closing,
    read_moment,
    united,
    zone_of,
)
from policyctl.schema.quantities import Week, read_limit

LONDON = ZoneInfo("Europe/London")
CHRISTMAS = Closed.of(read_closing("25 and 26 December 2026", range(2026, 2027)) or ())
CARE_DESK = Schedule(Week.read("Mon-Fri 9:00-17:30 and Sat 10:00-16:00").intervals, CHRISTMAS, LONDON)
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def _due(start: str, limit: str, schedule: Schedule = CARE_DESK) -> str:
    over = due(_at(start), read_limit(limit), schedule)
    return over if isinstance(over, Undecided) else _shown(over)


def _shown(at: datetime) -> str:
    wall = at.astimezone(LONDON)
    return f"{DAYS[wall.weekday()]} {wall:%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("start", "limit", "over"),
    [
        ("2026-11-21 18:30", "4 business hours", "Mon 2026-11-23 13:00"),
        ("2026-11-21 15:00", "4 business hours", "Mon 2026-11-23 12:00"),
        ("2026-11-20 17:00", "30 business minutes", "Fri 2026-11-20 17:30"),
        ("2026-11-21 18:30", "12 hours", "Sun 2026-11-22 06:30"),
        ("2026-11-21 18:30", "12 hours on working days", "Mon 2026-11-23 12:00"),
        ("2026-11-21 18:30", "90 seconds", "Sat 2026-11-21 18:31"),
        ("2026-11-21 18:30", "2-4 hours", "Sat 2026-11-21 22:30"),
    ],
)
def test_hours_run_on_their_clock(start: str, limit: str, over: str) -> None:
    assert _due(start, limit) == over


@pytest.mark.parametrize(
    ("start", "limit", "over"),
    [
        ("2026-11-23 09:00", "2 working days", "Thu 2026-11-26 00:00"),
        ("2026-11-23 17:30", "2 working days", "Fri 2026-11-27 00:00"),
        ("2026-11-21 11:00", "2 working days", "Thu 2026-11-26 00:00"),
        ("2026-12-23 12:00", "2 working days", "Tue 2026-12-29 00:00"),
        ("2026-11-23 09:00", "1 working week", "Tue 2026-12-01 00:00"),
        ("2026-11-21 11:00", "the same working day", "Tue 2026-11-24 00:00"),
        ("2026-11-21 11:00", "the same day", "Sun 2026-11-22 00:00"),
        ("2026-11-21 11:00", "the same morning", "Sat 2026-11-21 12:00"),
        ("2026-11-21 11:00", "3 days", "Wed 2026-11-25 00:00"),
        ("2026-11-21 11:00", "1.5 days", "Tue 2026-11-24 00:00"),
        ("2026-11-21 11:00", "3 weeks", "Sun 2026-12-13 00:00"),
        ("2026-01-31 11:00", "1 month", "Sun 2026-03-01 00:00"),
        ("2026-11-21 11:00", "1 quarter", "Mon 2027-02-22 00:00"),
        ("2024-02-29 11:00", "1 year", "Sat 2025-03-01 00:00"),
    ],
)
def test_days_end_at_the_midnight_of_the_last_one(start: str, limit: str, over: str) -> None:
    assert _due(start, limit) == over


@pytest.mark.parametrize(
    ("start", "limit", "over"),
    [
        ("2026-11-21 16:00", "17:30", "Sat 2026-11-21 17:30"),
        ("2026-11-21 18:30", "17:30", "Sun 2026-11-22 17:30"),
        ("2026-11-21 16:00", "the same morning", "over before it began"),
        ("2026-11-21 16:00", "6 rings", "no length of time"),
        ("2026-11-21 16:00", "twice a year", "no length of time"),
        ("2026-11-21 16:00", "as soon as we can", "no length of time"),
        ("2026-11-21 16:00", "99999 business hours", "more than ten years"),
        ("2026-11-21 16:00", "99999 hours", "more than ten years"),
        ("2026-11-21 16:00", "9999 working days", "more than ten years"),
        ("2026-11-21 16:00", "9999 days", "more than ten years"),
        ("2026-11-21 16:00", "9999 months", "more than ten years"),
        ("2026-11-21 16:00", "0 business hours", "Sat 2026-11-21 16:00"),
    ],
)
def test_times_come_next_and_what_is_no_length_of_time_is_never_over(start: str, limit: str, over: str) -> None:
    assert _due(start, limit) == over


def test_a_business_clock_needs_hours_and_a_working_day_needs_none() -> None:
    assert _due("2026-11-21 16:00", "4 business hours", Schedule(zone=LONDON)) == "the hours are not known"
    assert _due("2026-11-21 16:00", "2 working days", Schedule(zone=LONDON)) == "Thu 2026-11-26 00:00"
    assert _due("2026-11-23 23:59", "1 working day", Schedule(zone=LONDON)) == "Wed 2026-11-25 00:00"


@pytest.mark.parametrize("limit", ["1 business minute", "1 working day", "1 hour on working days"])
def test_what_never_opens_is_told_and_not_waited_for(limit: str) -> None:
    shut = Closed.of(read_closing("1 January 2026 to 31 December 2034", range(2026, 2027)) or ())
    assert _due("2026-11-21 16:00", limit, Schedule(CARE_DESK.week, shut, LONDON)) == "not open for a year"
    opens_again = Closed.of(read_closing("1 January 2026 to 31 December 2028", range(2026, 2027)) or ())
    assert _due("2026-11-21 16:00", limit, Schedule(CARE_DESK.week, opens_again, LONDON)) == "not open for a year"
    tomorrow = read_moment("noon on the next working day")
    assert tomorrow
    assert due(_at("2026-11-21 16:00"), tomorrow, Schedule(None, shut, LONDON)) is Undecided.NEVER_OPEN
    assert next_opening(_at("2026-11-21 16:00"), Schedule(CARE_DESK.week, shut, LONDON)) is None


@pytest.mark.parametrize(
    ("week", "over"),
    [
        ("Mon-Sat 9:00-17:30", "Wed 2026-11-25 00:00"),
        ("Tue-Sat 9:00-17:30", "Wed 2026-11-25 00:00"),
        ("Sun-Thu 9:00-17:30", "Tue 2026-11-24 00:00"),
        ("Sat-Sun 9:00-17:30", "Mon 2026-11-23 00:00"),
        ("24/7", "Wed 2026-11-25 00:00"),
    ],
)
def test_a_week_that_is_shut_on_a_weekday_says_itself_which_days_are_worked(week: str, over: str) -> None:
    assert _due("2026-11-21 12:00", "1 working day", Schedule(Week.read(week).intervals, zone=LONDON)) == over


def test_an_evening_past_midnight_belongs_to_the_day_on_which_it_began() -> None:
    bar = Schedule(Week.read("Fri-Sat 18:00-2:00").intervals, CHRISTMAS, LONDON)
    assert is_open(_at("2026-12-20 01:59"), bar)
    assert not is_open(_at("2026-12-20 02:00"), bar)
    assert not is_open(_at("2026-12-27 01:00"), bar)
    assert _due("2026-12-19 23:00", "4 business hours", bar) == "Fri 2027-01-01 19:00"


def test_the_night_on_which_the_clock_is_changed_is_longer_or_shorter() -> None:
    night = Schedule(Week.read("Sat 22:00-6:00").intervals, zone=LONDON)
    assert _due("2026-10-24 12:00", "9 business hours", night) == "Sun 2026-10-25 06:00"
    assert _due("2026-03-28 12:00", "7 business hours", night) == "Sun 2026-03-29 06:00"
    assert _due("2026-10-24 23:00", "4 hours") == "Sun 2026-10-25 02:00"
    assert _due("2026-03-29 00:30", "1:30") == "Sun 2026-03-29 02:00"


def test_the_longest_time_in_which_nobody_is_there() -> None:
    shut = longest_closed(_at("2026-12-21 09:00"), _at("2027-01-04 09:00"), CARE_DESK)
    assert shut
    assert [_shown(at) for at in shut] == ["Thu 2026-12-24 17:30", "Mon 2026-12-28 09:00"]
    always = Schedule(Week.read("24/7").intervals)
    assert longest_closed(_at("2026-12-21 09:00"), _at("2027-01-04 09:00"), always) is None
    assert _shown(next_opening(_at("2026-12-24 17:30"), CARE_DESK) or _at("2026-01-01")) == "Mon 2026-12-28 09:00"


@pytest.mark.parametrize(
    ("words", "over"),
    [
        ("noon on the next working day", "Mon 2026-11-23 12:00"),
        ("the end of the next working day", "Tue 2026-11-24 00:00"),
        ("next morning", "Sun 2026-11-22 12:00"),
        ("9:00 the next day", "Sun 2026-11-22 09:00"),
        ("9 a.m. on the following day", "Sun 2026-11-22 09:00"),
        ("12 Uhr am nächsten Werktag", "Mon 2026-11-23 12:00"),
        ("zum Ende des nächsten Arbeitstages", "Tue 2026-11-24 00:00"),
        ("noon on the day after ordering", "Sun 2026-11-22 12:00"),
        ("the end of the day", "Sun 2026-11-22 00:00"),
        ("noon the same day", "over before it began"),
    ],
)
def test_a_moment_in_words_is_read(words: str, over: str) -> None:
    moment = read_moment(words)
    assert moment
    found = due(_at("2026-11-21 16:00"), moment, CARE_DESK)
    assert (found if isinstance(found, Undecided) else _shown(found)) == over


@pytest.mark.parametrize("words", ["Care lead", "day", "the morning", "noon", "before you leave", "25:00 the next day"])
def test_other_words_are_no_moment(words: str) -> None:
    assert read_moment(words) is None


def test_hours_of_several_are_one_week_cut_at_midnight() -> None:
    weeks = [Week.read(text).intervals for text in ("Mon 9:00-12:00", "Mon 11:00-14:00", "Sun 20:00-2:00")]
    assert Week(united(weeks)) == Week.read("Mon 0:00-2:00 and 9:00-14:00, Sun 20:00-24:00")


@pytest.mark.parametrize("name", [None, "Nowhere/At_All", "../etc/passwd"])
def test_a_zone_that_nobody_knows_is_utc(name: str | None) -> None:
    assert zone_of(name) is UTC


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(questions())
def test_what_is_reckoned_is_what_the_clock_on_the_wall_shows(question: Question) -> None:
    assert question.disagreements() == []
