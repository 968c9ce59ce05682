"""Answer when somebody is there: opening hours, closed days and a time zone as one schedule."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from typing import NamedTuple

from policyctl.schedule.clock import DAY, LAST, YEAR, in_utc, instant, steady, weekday
from policyctl.schedule.closings import NEVER_CLOSED, Closed
from policyctl.schema.quantities import Interval

WEEKDAYS = frozenset(range(5))
MINUTES = 1440
"""Minutes of a day, in which opening hours are counted."""

Times = tuple[tuple[int, int], ...]
"""The times of one day, in seconds since its midnight."""

ALL_DAY: Times = ((0, MINUTES * 60),)


class Schedule(NamedTuple):
    """When somebody is there: the intervals of a week (None where the hours are not known), closed days, and a zone."""

    week: tuple[Interval, ...] | None = None
    closed: Closed = NEVER_CLOSED
    zone: tzinfo = UTC

    @property
    def working_days(self) -> frozenset[int]:
        """The days of the week that are worked: Monday to Friday, or all that open where one of these stays shut."""
        opens = frozenset(interval.day for interval in self.week or ())
        return opens if opens and not opens >= WEEKDAYS else WEEKDAYS

    def times(self) -> tuple[Times, ...]:
        """The opening times of each day of the week; none at all where the hours are not known."""
        return _by_weekday(self.week or ())

    def working_times(self) -> tuple[Times, ...]:
        """Working days from midnight to midnight."""
        return tuple(ALL_DAY if day in self.working_days else () for day in range(7))

    def usual(self) -> "Schedule":
        """The week alone, as it is where no day is closed and no clock is changed."""
        return Schedule(self.week)


@lru_cache
def _by_weekday(week: tuple[Interval, ...]) -> tuple[Times, ...]:
    return tuple(tuple((opens * 60, closes * 60) for at, opens, closes in week if at == day) for day in range(7))


def united(weeks: Iterable[tuple[Interval, ...]]) -> tuple[Interval, ...]:
    """The week in which at least one of several is open, cut at midnight."""
    pieces = sorted(piece for week in weeks for interval in week for piece in _by_day(interval))
    whole: list[Interval] = []
    for day, opens, closes in pieces:
        if whole and whole[-1].day == day and opens <= whole[-1].closes:
            whole[-1] = Interval(day, whole[-1].opens, max(closes, whole[-1].closes))
        else:
            whole.append(Interval(day, opens, closes))
    return tuple(whole)


def _by_day(interval: Interval) -> Iterable[Interval]:
    day, opens, closes = interval
    yield Interval(day, opens, min(closes, MINUTES))
    if closes > MINUTES:
        yield Interval((day + 1) % 7, 0, closes - MINUTES)


def zone_of(name: str | None) -> tzinfo:
    """The zone of that name; UTC where none is named, or where the machine does not know it."""
    if not name:
        return UTC
    from zoneinfo import ZoneInfo  # noqa: PLC0415 (only a policy that names a zone pays for the list)

    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return UTC


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
    return None if found is None else in_utc(found[0])


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
    return Stretch(in_utc(begins), in_utc(ends)) if ends > begins else None


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
