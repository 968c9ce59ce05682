"""A schedule and instants in; what is open between them, and for how long nobody is there, out."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from typing import NamedTuple

from policyctl.schedule.closings import Closed
from policyctl.schedule.schedule import Schedule, Times
from policyctl.schedule.wall import DAY, LAST, steady, weekday

YEAR = 366 * DAY
"""Whoever does not open within it does not open."""


class Stretch(NamedTuple):
    """A stretch of time, from `start` up to `end`."""

    start: datetime
    end: datetime


def is_open(at: datetime, schedule: Schedule) -> bool:
    """Whether somebody is there at an aware instant; never where the hours are not known."""
    second = instant(at)
    return any(running(schedule.times(), schedule.closed, schedule.zone, second, second + 1))


def next_opening(at: datetime, schedule: Schedule) -> datetime | None:
    """The first instant, at or after this one, at which somebody is there; None where that is not within a year."""
    start = instant(at)
    found = next(running(schedule.times(), schedule.closed, schedule.zone, start, start + YEAR), None)
    return None if found is None else moment(found[0])


def open_time(one: datetime, other: datetime, schedule: Schedule) -> timedelta:
    """How much open time lies between two aware instants, the earlier first."""
    open_ = running(schedule.times(), schedule.closed, schedule.zone, instant(one), instant(other))
    return timedelta(seconds=sum(closes - opens for opens, closes in open_))


def longest_closed(one: datetime, other: datetime, schedule: Schedule) -> Stretch | None:
    """The longest stretch between two instants in which nobody is there, the first of equals; None where there is none.

    What is closed at either end is only known from or up to it.
    """
    since, longest = instant(one), (0, 0)
    around = running(schedule.times(), schedule.closed, schedule.zone, since, instant(other))
    for opens, closes in (*around, (instant(other), instant(other))):
        longest = max(longest, (since, opens), key=lambda stretch: stretch[1] - stretch[0])
        since = closes
    begins, ends = longest
    return Stretch(moment(begins), moment(ends)) if ends > begins else None


def running(
    times: tuple[Times, ...], closed: Closed, zone: tzinfo, start: int, end: int = LAST
) -> Iterator[tuple[int, int]]:
    """The stretches of the days of a week, within two instants and in their order; neighbours may touch."""
    if any(times):
        for begins, ends, ahead in steady(zone, start, end):
            for opens, closes in _shown(times, closed, begins + ahead, ends + ahead):
                yield opens - ahead, closes - ahead


def _shown(times: tuple[Times, ...], closed: Closed, begins: int, ends: int) -> Iterator[tuple[int, int]]:
    """The same between two times on the wall, while nobody changes the clock."""
    day = begins // DAY - 1
    while day * DAY < ends:
        shut_until = closed.until(day)
        for opens, closes in times[weekday(day)] if shut_until is None else ():
            first, last = max(begins, day * DAY + opens), min(ends, day * DAY + closes)
            if first < last:
                yield first, last
        day = (day if shut_until is None else shut_until) + 1


def instant(at: datetime) -> int:
    """The whole second of an aware instant."""
    return int(at.timestamp() // 1)


def moment(at: int) -> datetime:
    """The aware instant of a second, in UTC: two times of one zone would be compared by what its clock shows."""
    return datetime.fromtimestamp(at, UTC)
