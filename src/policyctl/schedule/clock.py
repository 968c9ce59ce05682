"""Convert between instants and what the clock on the wall of a time zone shows.

An instant is seconds since 1970 in UTC; a time on the wall is as many seconds, counted as if the zone were UTC, and a
day is its number since 1 January 1970.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, tzinfo
from typing import NamedTuple

DAY = 86_400
"""Seconds of a day on the wall."""

YEAR = 366 * DAY
"""Whoever does not open within it does not open."""

LAST = int(datetime(9998, 1, 1, tzinfo=UTC).timestamp())
"""The instant beyond which nothing is reckoned: the calendar of the machine ends soon after."""

_FIRST_DAY = date(1970, 1, 1).toordinal()
_SPAN = 7 * DAY
"""How far ahead a change of the clock is looked for at once; no zone changes it twice in a week."""


class Steady(NamedTuple):
    """A stretch of time in which the clock is not changed: from `start` up to `end`, `offset` seconds ahead of UTC."""

    start: int
    end: int
    offset: int


def offset(zone: tzinfo, at: int) -> int:
    """How many seconds the clock on the wall is ahead of UTC at an instant."""
    ahead = datetime.fromtimestamp(at, zone).utcoffset()
    return int(ahead.total_seconds()) if ahead else 0


def steady(zone: tzinfo, start: int, end: int) -> Iterator[Steady]:
    """The stretches between changes of the clock, from `start` up to `end`, and never beyond `LAST`."""
    end = min(end, LAST)
    while start < end:
        far, here = min(start + _SPAN, end), offset(zone, start)
        until = far if zone is UTC or offset(zone, far) == here else _change(zone, start, far, here)
        yield Steady(start, until, here)
        start = until


def _change(zone: tzinfo, before: int, behind: int, here: int) -> int:
    """The instant of the change between two, of which the first still has the offset `here`."""
    while behind - before > 1:
        middle = (before + behind) // 2
        before, behind = (middle, behind) if offset(zone, middle) == here else (before, middle)
    return behind


def on_the_wall(zone: tzinfo, at: int) -> int:
    """What the clock on the wall shows at an instant."""
    return at + offset(zone, at)


def first_shown(zone: tzinfo, wall: int, since: int) -> int:
    """The first instant, from `since` on, at which the clock shows a time or one later; at `since` it is not over."""
    around = steady(zone, max(since, wall - 2 * DAY), wall + 2 * DAY)
    return next((max(start, wall - ahead) for start, end, ahead in around if wall - ahead < end), LAST)


def day_of(day: date) -> int:
    """The number of a day."""
    return day.toordinal() - _FIRST_DAY


def date_of(day: int) -> date:
    """The day of a number."""
    return date.fromordinal(day + _FIRST_DAY)


def instant(at: datetime) -> int:
    """The whole second of an aware instant."""
    return int(at.timestamp() // 1)


def in_utc(at: int) -> datetime:
    """The aware instant of a second, in UTC: two times of one zone would be compared by what its clock shows."""
    return datetime.fromtimestamp(at, UTC)


def weekday(day: int) -> int:
    """The day of the week, Monday 0: 1 January 1970 was a Thursday."""
    return (day + 3) % 7
