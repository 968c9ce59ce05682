"""A text such as `Mon-Fri 9:00-17:30, Sat 10:00-16:00` in, the opening hours of a week out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import ClassVar, NamedTuple, Self

from policyctl.schema.quantities.base import Quantity
from policyctl.schema.quantities.errors import QuantityError
from policyctl.schema.quantities.text import plain, shorten
from policyctl.schema.quantities.week_words import ALWAYS, DAY_NAMES, Item, items

DAY = 1440
"""Minutes of a day."""


class Interval(NamedTuple):
    """Open on `day` (0 is Monday) from `opens` to `closes`, in minutes since its midnight; past 1440 the next day."""

    day: int
    opens: int
    closes: int


class Row(NamedTuple):
    """Days in a row, and the times (opens, closes) that each of them has."""

    days: tuple[int, ...]
    times: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Week(Quantity):
    """Opening hours, as intervals in the order of the week."""

    noun: ClassVar[str] = "opening hours"
    examples: ClassVar[tuple[str, ...]] = ("Mon-Fri 9:00-17:30, Sat 10:00-16:00", "daily 8:00-20:00", "24 hours")

    intervals: tuple[Interval, ...]
    text: str = field(default="", compare=False)

    @classmethod
    def _parse(cls, text: str) -> Self | None:
        normalise_name = plain(text).rstrip(".")
        if normalise_name in ALWAYS:
            return cls(tuple(Interval(day, 0, DAY) for day in range(7)), text)
        found = items(normalise_name)
        groups = _groups(found) if found else None
        if not groups:
            return None
        intervals = tuple(sorted({Interval(day, *time) for days, times in groups for day in days for time in times}))
        _refuse_overlaps(intervals, text)
        return cls(intervals, text) if intervals else None

    @property
    def always(self) -> bool:
        """Whether it never closes."""
        return self.intervals == tuple(Interval(day, 0, DAY) for day in range(7))

    def rows(self) -> tuple[Row, ...]:
        """The open days, neighbours with the same times together."""
        rows: list[Row] = []
        for day in range(7):
            times = tuple((opens, closes) for at, opens, closes in self.intervals if at == day)
            if rows and rows[-1].times == times and rows[-1].days[-1] == day - 1:
                rows[-1] = Row((*rows[-1].days, day), times)
            elif times:
                rows.append(Row((day,), times))
        return tuple(rows)

    def __str__(self) -> str:
        return "24/7" if self.always else ", ".join(f"{_days(row.days)} {_times(row.times)}" for row in self.rows())


def _days(days: tuple[int, ...]) -> str:
    first, last = DAY_NAMES[days[0]], DAY_NAMES[days[-1]]
    return first if len(days) == 1 else f"{first}-{last}"


def _times(times: tuple[tuple[int, int], ...]) -> str:
    return " and ".join(f"{_time(opens)}-{_time(closes)}" for opens, closes in times)


def _time(minutes: int) -> str:
    minutes = minutes if minutes <= DAY else minutes - DAY
    return f"{minutes // 60}:{minutes % 60:02}"


def _groups(found: list[Item]) -> list[tuple[set[int], list[tuple[int, int]]]] | None:
    """Days with their times; people write the days first or, throughout, the times first."""
    days_first = isinstance(found[0], frozenset)
    groups: list[tuple[set[int], list[tuple[int, int]]]] = []
    previous: Item | None = None
    for item in found:
        is_days = isinstance(item, frozenset)
        if previous is None or is_days == days_first != isinstance(previous, frozenset):
            groups.append((set(), []))
        if isinstance(item, frozenset):
            groups[-1][0].update(item)
        else:
            groups[-1][1].extend(item)
        previous = item
    return groups if isinstance(found[-1], frozenset) != days_first else None


def _refuse_overlaps(intervals: Iterable[Interval], text: str) -> None:
    """Neighbours may touch, also over midnight and from Sunday to Monday."""
    spans = [(day * DAY + opens, day * DAY + closes) for day, opens, closes in intervals]
    around = [*spans, *((opens + 7 * DAY, closes + 7 * DAY) for opens, closes in spans[:1])]
    for (_, closes), (opens, _) in pairwise(around):
        if opens < closes:
            day = DAY_NAMES[opens // DAY % 7]
            raise QuantityError(
                f"In “{shorten(text)}” two of the times on {day} overlap.",
                f"Write times that follow each other, for example “{day} 9:00-12:00 and 13:00-17:00”.",
            )
