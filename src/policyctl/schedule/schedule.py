"""Opening hours, closed days and a time zone in, one schedule of them out."""

from collections.abc import Iterable
from datetime import UTC, tzinfo
from functools import lru_cache
from typing import NamedTuple

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
