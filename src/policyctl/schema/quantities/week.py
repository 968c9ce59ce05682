"""Read opening hours, such as `Mon-Fri 9:00-17:30, Sat 10:00-16:00`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import ClassVar, NamedTuple, Self, TypeAlias

from policyctl import lexicon
from policyctl.schema.quantities.base import Quantity, QuantityError
from policyctl.schema.quantities.text import plain, shorten
from policyctl.schema.quantities.times import read_minutes

DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAYS = {
    word: number
    for language in lexicon.languages()
    for number, words in enumerate(lexicon.words("quantities.weekdays", language))
    for word in words.split()
}
_GROUP_DAYS = {"all": frozenset(range(7)), "weekdays": frozenset(range(5)), "weekend": frozenset({5, 6})}
GROUPS = {words: _GROUP_DAYS[group] for words, group in lexicon.table("quantities.day_groups").items()}
ALWAYS = frozenset(lexicon.words("quantities.always"))

_EXAMPLES = "“9:00-17:00” or “18:00-2:00”"

Item: TypeAlias = frozenset[int] | tuple[tuple[int, int], ...]
"""Days, or the times of days: minutes since midnight, none for a closed day."""

_TO = r" ?(?:-|to|until|till|through|bis) ?"
_DAY = "(?:" + "|".join(sorted(DAYS, key=len, reverse=True)) + r")s?\b\.?"
_HALF = r"(?: ?(?:[ap]\.?m\b\.?|uhr\b|o'clock\b|h\b))?"
_TIME = rf"(?:[0-9]{{1,2}}(?:[:.][0-9]{{2}})?{_HALF}|noon|midday|midnight|mittag|mitternacht)"
_ITEM = re.compile(
    rf"(?P<group>{'|'.join(sorted(GROUPS, key=len, reverse=True))})\b"
    r"|(?P<whole>24 ?h\b|24 hours\b|all day\b|around the clock\b|24 stunden\b|ganztägig\b|rund um die uhr\b)"
    rf"|(?P<first>{_DAY})(?:{_TO}(?P<last>{_DAY}))?"
    rf"|(?P<closed>closed|geschlossen)\b|(?:from |von )?(?P<opens>{_TIME}){_TO}(?P<closes>{_TIME})(?![0-9:])"
)
_BETWEEN = re.compile(r"(?:[ ,;:&|/]|\band\b|\bund\b|\bon\b|\bam\b)*")


def items(text: str) -> list[Item] | None:
    """Days and times in the order of the words, None when anything else stands among them."""
    found: list[Item] = []
    at = _end(_BETWEEN.match(text, 0))
    while at < len(text):
        item = _ITEM.match(text, at)
        if item is None:
            return None
        found.append(_item(item))
        at = _end(_BETWEEN.match(text, item.end()))
    return found


def _end(found: re.Match[str] | None) -> int:
    return found.end() if found else 0


def _item(found: re.Match[str]) -> Item:
    if found["group"]:
        return GROUPS[found["group"]]
    if found["first"]:
        first = _day(found["first"])
        last = _day(found["last"]) if found["last"] else first
        return frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))
    if found["closed"]:
        return ()
    return ((0, 1440),) if found["whole"] else (_times(found["opens"], found["closes"]),)


def _day(word: str) -> int:
    word = word.removesuffix(".")
    return DAYS[word] if word in DAYS else DAYS[word.removesuffix("s")]


def _times(opens: str, closes: str) -> tuple[int, int]:
    """Opening and closing time in minutes; past 1440 when it closes after midnight, refused when that is in doubt."""
    start, end = read_minutes(opens, bare=True), read_minutes(closes, bare=True)
    if start is None or end is None or start == 1440:
        raise _doubt(opens, closes)
    if _has_half(closes) and not _has_half(opens) and opens.isdigit() and start + 720 < end:
        if start > 5 * 60:
            raise _doubt(opens, closes)
        start += 720
    if end > start:
        return start, end
    if end and start <= 720 and not _has_half(closes):
        raise _doubt(opens, closes, _likely(start, end))
    return start, end + 1440


def _has_half(time: str) -> bool:
    return time.rstrip(".").endswith("m")


def _likely(start: int, end: int) -> str:
    """What `8-5` probably means, on a clock of 24 hours."""
    return f"“{_clock(start)}-{_clock(end + 720)}”" if start < end + 720 else _EXAMPLES


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def _doubt(opens: str, closes: str, example: str = _EXAMPLES) -> QuantityError:
    return QuantityError(
        f"It is not plain when “{opens}-{closes}” opens and closes.",
        f"Write both times on a clock of 24 hours, for example {example}.",
    )


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
        return (
            "24/7"
            if self.always
            else ", ".join(f"{_shown_days(row.days)} {_shown_times(row.times)}" for row in self.rows())
        )


def _shown_days(days: tuple[int, ...]) -> str:
    first, last = DAY_NAMES[days[0]], DAY_NAMES[days[-1]]
    return first if len(days) == 1 else f"{first}-{last}"


def _shown_times(times: tuple[tuple[int, int], ...]) -> str:
    return " and ".join(f"{_shown_time(opens)}-{_shown_time(closes)}" for opens, closes in times)


def _shown_time(minutes: int) -> str:
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


class WeekSpan(NamedTuple):
    """Days, or days with their times, that stand in a sentence from `start` to `end`; no times where none are said."""

    start: int
    end: int
    days: frozenset[int]
    intervals: tuple[Interval, ...] = ()


def weeks_in(text: str) -> list[WeekSpan]:
    """The weeks in a sentence: `Monday to Saturday 8 to 17 Uhr`, `from Tuesday to Friday`; a day alone is none."""
    low = text.replace("–", "-").lower()
    found: list[WeekSpan] = []
    at = 0
    while len(low) == len(text) and (item := _ITEM.search(low, at)):
        at = item.end()
        if low[item.start() - 1 : item.start()].isalnum():
            continue
        ends = item.end()
        while following := _ITEM.match(low, _end(_BETWEEN.match(low, ends))):
            ends = following.end()
        at = ends
        if span := _span(low, item.start(), ends):
            found.append(span)
    return found


_PLAIN_TIME = re.compile(r"[0-9][:.][0-9]|[0-9] ?(?:uhr|[ap]\.?m)\b")
_WHOLE_DAY = re.compile(r"[a-zäöü]{5,}")


def _span(text: str, start: int, end: int) -> WeekSpan | None:
    """The days of a stretch of items; None for a day alone, for times alone, and for what may be something else."""
    said = text[start:end]
    try:
        read = items(said) or []
    except QuantityError:
        return None
    days = frozenset[int]().union(*(each for each in read if isinstance(each, frozenset)))
    if not days:
        return None
    if all(isinstance(each, frozenset) for each in read):
        return WeekSpan(start, end, days) if max(map(len, read)) > 1 and _WHOLE_DAY.search(said) else None
    week = Week.find(said) if _PLAIN_TIME.search(said) or _WHOLE_DAY.search(said) else None
    return WeekSpan(start, end, frozenset(each.day for each in week.intervals), week.intervals) if week else None
