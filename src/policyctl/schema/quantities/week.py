"""Read opening hours, such as `Mon-Fri 9:00-17:30, Sat 10:00-16:00`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import ClassVar, NamedTuple, Self, TypeAlias

from policyctl import lexicon
from policyctl.schema.quantities.base import Quantity, QuantityError
from policyctl.schema.quantities.text import plain, shorten, tidy
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

HOLIDAYS = 7
"""What stands for public holidays among the days, 0 for Monday."""

ZONES = lexicon.table("quantities.zones")
"""What people write behind a time for its zone, in small letters, and the region and city that it stands for."""

_EXAMPLES = "“9:00-17:00” or “18:00-2:00”"

Days: TypeAlias = frozenset[int]
Times: TypeAlias = tuple[tuple[int, int], ...]
Item: TypeAlias = Days | Times
"""Days, or the times of days: minutes since midnight, none for a closed day."""

_TO = r" ?(?:-|to|until|till?|through|bis) ?"
_DAY = "(?:" + "|".join(sorted(DAYS, key=len, reverse=True)) + r")s?\b\.?"
_HALF = r"(?: ?(?:[ap]\.?m\b\.?|uhr\b|o'clock\b|h\b))?"
_TIME = rf"(?:[0-9]{{1,2}}(?:[:.][0-9]{{2}})?{_HALF}|noon|midday|midnight|mittag|mitternacht)"
_HOLIDAYS = lexicon.alternatives("quantities.holidays")
_ITEM = re.compile(
    rf"(?P<group>{'|'.join(sorted(GROUPS, key=len, reverse=True))})\b"
    rf"|(?P<holidays>{_HOLIDAYS})\b"
    r"|(?P<whole>24 ?h\b|24 hours\b|all day\b|around the clock\b|24 stunden\b|ganztägig\b|rund um die uhr\b)"
    rf"|(?P<first>{_DAY})(?:{_TO}(?P<last>{_DAY}))?"
    rf"|(?P<closed>closed|geschlossen|(?:except|au(?:ß|ss)er)(?= (?:on |an )?{_HOLIDAYS})|zu(?= ?[,;.)]| ?$))\b"
    rf"|(?:from |von )?(?P<opens>{_TIME}){_TO}(?P<closes>{_TIME})(?![0-9:])"
)
_BETWEEN = re.compile(rf"(?:[ ,;:&|/+]|\b{lexicon.alternatives('quantities.around_hours')}\b)*")
_IN_HOURS = re.compile(rf"(?:[ ,;:&|/+()]|\b{lexicon.alternatives('quantities.around_hours')}\b)*")
"""What stands between items where all of a text is hours: there, some days may stand in brackets."""
_TILL = re.compile(rf"(?:till?|until|to|bis) (?P<till>{_TIME})(?![0-9:])")
_BREAK = re.compile(
    rf"{lexicon.alternatives('quantities.breaks')}:? ?(?:from |von )?"
    rf"(?P<opens>{_TIME}){_TO}(?P<closes>{_TIME})(?![0-9:])(?: (?:closed|geschlossen|zu)\b)?"
)
"""A time of the day at which nobody is there: `9-6, lunch 12-1`."""
_FOUR_FIGURES = re.compile(r"(?<![0-9:.])([01][0-9]|2[0-4])([0-5][0-9])(?![0-9:.])")
"""A time without a sign in it: `0900`."""
_ZONE = re.compile(rf" ?\(?\b(?P<zone>{'|'.join(sorted(ZONES, key=len, reverse=True))})\b\)?")


class _Read(NamedTuple):
    """An item, and what stands between it and the one before."""

    item: Item
    joint: str


def _items(text: str) -> list[_Read] | None:
    """Days and times in the order of the words, None when anything else stands among them."""
    found: list[_Read] = []
    at = _end(_IN_HOURS.match(text, 0))
    joint = ""
    while at < len(text):
        if item := _BREAK.match(text, at):
            if not _take_out(found, _times(item["opens"], item["closes"])):
                return None
        elif item := _ITEM.match(text, at):
            found.append(_Read(_item(item, found[-1].item if found else ()), joint))
        else:
            item = _TILL.match(text, at)
            if item is None or not _closes_otherwise(found, item["till"]):
                return None
        end = item.end()
        at = _end(_IN_HOURS.match(text, end))
        joint = text[end:at]
    return found


def _closes_otherwise(found: list[_Read], till: str) -> bool:
    """Whether the days read last open like those before and close at another time: `Tue-Fri 9-6 (Thu till 8)`."""
    days = found[-1].item if found else None
    usual = next((read.item for read in reversed(found) if isinstance(read.item, tuple) and read.item), None)
    closes = read_minutes(till, bare=True)
    if not isinstance(days, frozenset) or not isinstance(usual, tuple) or closes is None:
        return False
    opens = usual[-1][0]
    closes = closes if closes > opens else closes + 720
    for at, read in enumerate(found[:-1]):
        if isinstance(read.item, frozenset):
            found[at] = read._replace(item=read.item - days)
    found.append(_Read((*usual[:-1], (opens, closes)), ""))
    return closes > opens


def _take_out(found: list[_Read], pause: tuple[int, int]) -> bool:
    """Whether a pause lies within times that were read before, which are then those before it and those after it."""
    taken = False
    for at, read in enumerate(found):
        if isinstance(read.item, tuple) and any(_holds(time, pause) for time in read.item):
            halves = (_halves(time, pause) if _holds(time, pause) else (time,) for time in read.item)
            found[at] = read._replace(item=tuple(time for each in halves for time in each))
            taken = True
    return taken


def _holds(time: tuple[int, int], pause: tuple[int, int]) -> bool:
    return time[0] < pause[0] and pause[1] < time[1]


def _halves(time: tuple[int, int], pause: tuple[int, int]) -> Times:
    return (time[0], pause[0]), (pause[1], time[1])


def is_days(text: str) -> bool:
    """Whether a text is days and nothing else: `Mon-Fri`, `bank holidays`."""
    found = _items(plain(text))
    return bool(found) and all(isinstance(read.item, frozenset) for read in found or ())


def _end(found: re.Match[str] | None) -> int:
    return found.end() if found else 0


def _item(found: re.Match[str], before: Item) -> Item:
    """What an item says; times right behind others are later on the same day."""
    if found["group"]:
        return GROUPS[found["group"]]
    if found["holidays"]:
        return frozenset({HOLIDAYS})
    if found["first"]:
        first = _day(found["first"])
        last = _day(found["last"]) if found["last"] else first
        return frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))
    if found["closed"]:
        return ()
    if found["whole"]:
        return ((0, 1440),)
    after = before[-1][1] if isinstance(before, tuple) and before else 0
    return (_times(found["opens"], found["closes"], after),)


def _day(word: str) -> int:
    word = word.removesuffix(".")
    return DAYS[word] if word in DAYS else DAYS[word.removesuffix("s")]


def _times(opens: str, closes: str, after: int = 0) -> tuple[int, int]:
    """Opening and closing time in minutes; past 1440 when it closes after midnight, refused when that is in doubt.

    Whoever opens in the morning and closes at a smaller figure means the afternoon: `9-5`. So does whoever closed at
    noon before, at the minute `after`, and opens at a smaller figure: `9-12 and 1-5`; `2-6` alone may be the night.
    """
    start, end = read_minutes(opens, bare=True), read_minutes(closes, bare=True)
    if start is None or end is None or start == 1440:
        raise _doubt(opens, closes)
    if start < end <= 720 and _may_be_afternoon(opens, closes):
        if start < after <= start + 720:
            return start + 720, end + 720
        if not after and start < _FIRST_HOUR:
            raise _doubt(opens, closes)
    if _has_half(closes) and not _has_half(opens) and opens.isdigit() and start + 720 < end:
        if start > 5 * 60:
            raise _doubt(opens, closes)
        start += 720
    if end > start:
        return start, end
    if end and start <= 720 and not _has_half(closes):
        if start < 6 * 60:
            raise _doubt(opens, closes)
        return start, end + 720
    return start, end + 1440


_FIRST_HOUR = 5 * 60
"""When the first houses open, in minutes: a smaller figure without `am` may be one of the afternoon."""


def _may_be_afternoon(opens: str, closes: str) -> bool:
    """Whether both times are figures alone, and not those of a clock of 24 hours: `2-5.30`, but not `02:00-05:30`."""
    return not (opens.startswith("0") or closes.startswith("0") or _has_half(opens) or _has_half(closes))


def _has_half(time: str) -> bool:
    return time.rstrip(".").endswith("m")


def _doubt(opens: str, closes: str) -> QuantityError:
    return QuantityError(
        f"It is not plain when “{opens}-{closes}” opens and closes.",
        f"Write both times on a clock of 24 hours, for example {_EXAMPLES}.",
    )


DAY = 1440
"""Minutes of a day."""


class OverlapError(QuantityError):
    """Two times of one day cannot both be meant."""


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
    """Opening hours, as intervals in the order of the week.

    `shut` are the days that are expressly closed, `holidays` the times of public holidays, None where nothing is said
    of them. `zone` is what stands behind the times, such as CET. Without `days_said`, they are those of working days.
    """

    noun: ClassVar[str] = "opening hours"
    examples: ClassVar[tuple[str, ...]] = (
        "Mon-Fri 9:00-17:30, Sat 10:00-16:00", "daily 8:00-20:00 CET", "closed Mon, Tue-Sun 9-5 and bank holidays",
        "24 hours",
    )  # fmt: skip

    intervals: tuple[Interval, ...]
    text: str = field(default="", compare=False)
    shut: tuple[int, ...] = ()
    holidays: tuple[tuple[int, int], ...] | None = None
    zone: str = ""
    days_said: bool = True

    @classmethod
    def _parse(cls, text: str) -> Self | None:
        words, zone = _without_zone(plain(text).rstrip("."), text)
        words = _FOUR_FIGURES.sub(r"\1:\2", words)
        if words in ALWAYS:
            return cls(tuple(Interval(day, 0, DAY) for day in range(7)), text, zone=zone)
        shut, found = _without_closed(_items(words) or [])
        days_said = any(isinstance(item, frozenset) for item in found)
        groups = _groups(found if days_said else [_GROUP_DAYS["weekdays"], *found]) if found else None
        groups = _with_days_of_their_own(groups) if groups else None
        intervals = _intervals(groups or [])
        if groups is None or not intervals or not (days_said or _may_lack_days(shut, intervals)):
            return None
        _refuse_overlaps(intervals, text)
        shut |= {day for days, times in groups for day in days if not times}
        holidays = next((tuple(times) for days, times in groups if HOLIDAYS in days), () if HOLIDAYS in shut else None)
        return cls(intervals, text, tuple(sorted(shut - {HOLIDAYS})), holidays, zone, days_said)

    @property
    def timezone(self) -> str | None:
        """The region and city of the zone behind its times."""
        return ZONES.get(self.zone.casefold())

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
        rows = [f"{_shown_days(row.days)} {_shown_times(row.times)}" for row in self.rows()]
        shut = [f"{DAY_NAMES[day]} closed" for day in self.shut]
        if self.always or not self.days_said:
            rows = ["24/7"] if self.always else [_shown_times(self.rows()[0].times)]
        holidays = [] if self.holidays is None else [f"bank holidays {_shown_times(self.holidays) or 'closed'}"]
        return " ".join([", ".join([*rows, *shut, *holidays]), *([self.zone] if self.zone else [])])


def _shown_days(days: tuple[int, ...]) -> str:
    first, last = DAY_NAMES[days[0]], DAY_NAMES[days[-1]]
    return first if len(days) == 1 else f"{first}-{last}"


def _shown_times(times: tuple[tuple[int, int], ...]) -> str:
    """Times as they are read back: whoever opens at two at night does so at `02:00`."""
    night = ("0" if DAY // 24 <= opens < _FIRST_HOUR else "" for opens, _ in times)
    shown = (f"{_shown_time(opens)}-{_shown_time(closes)}" for opens, closes in times)
    return " and ".join(zero + each for zero, each in zip(night, shown, strict=True))


def _shown_time(minutes: int) -> str:
    minutes = minutes if minutes <= DAY else minutes - DAY
    return f"{minutes // 60}:{minutes % 60:02}"


_Group: TypeAlias = tuple[set[int], list[tuple[int, int]]]


def _without_zone(words: str, text: str) -> tuple[str, str]:
    """The words without the zone, and the zone as its author wrote it."""
    found = _ZONE.search(words)
    if not found:
        return words, ""
    start = tidy(text).casefold().index(found["zone"])
    rest = _ZONE.sub(lambda other: "" if other["zone"] == found["zone"] else other[0], words)
    return rest, tidy(text)[start : start + len(found["zone"])]


def _intervals(groups: list[_Group]) -> tuple[Interval, ...]:
    open_days = ((days - {HOLIDAYS}, times) for days, times in groups)
    return tuple(sorted({Interval(day, *time) for days, times in open_days for day in days for time in times}))


def _may_lack_days(shut: set[int], intervals: tuple[Interval, ...]) -> bool:
    """Whether times alone are hours: not beside closed days, nor where they are the whole of a day."""
    return not shut and (intervals[0].opens, intervals[0].closes) != (0, DAY)


def _without_closed(found: list[_Read]) -> tuple[set[int], list[Item]]:
    """The days that stand behind `closed`, and all else in its order; behind its days, `closed` is their time."""
    shut: set[int] = set()
    rest: list[Item] = []
    at = 0
    while at < len(found):
        item, _ = found[at]
        at += 1
        if item == () and not (rest and isinstance(rest[-1], frozenset)) and at < len(found):
            run = _run_of_days(found, at)
            shut |= {day for read in run for day in read.item if isinstance(day, int)}
            at += len(run)
        else:
            rest.append(item)
    return shut, rest


def _run_of_days(found: list[_Read], at: int) -> list[_Read]:
    """The days from there on; where times follow, those before the first comma."""
    end = next((i for i in range(at, len(found)) if not isinstance(found[i].item, frozenset)), len(found))
    comma = next((i for i in range(at + 1, end) if set(found[i].joint) & set(",;|")), end)
    return found[at : comma if end < len(found) else end]


def _groups(found: list[Item]) -> list[_Group] | None:
    """Days with their times; people write the days first or, throughout, the times first.

    Public holidays without times of their own have those before them.
    """
    if len(found) > 1 and found[-1] == frozenset({HOLIDAYS}) and isinstance(found[0], frozenset):
        groups = _groups(found[:-1])
        return [*groups, ({HOLIDAYS}, groups[-1][1])] if groups else None
    days_first = isinstance(found[0], frozenset)
    groups = []
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


def _with_days_of_their_own(groups: list[_Group]) -> list[_Group]:
    """A single day behind several has the times beside it alone where it cannot have both: `Tue-Sat 9-5, Thu 9-8`."""
    kept = [(set(days), times) for days, times in groups]
    for at, (days, times) in enumerate(kept):
        for others, their_times in kept[:at]:
            if len(days) == 1 < len(others) and days < others and _overlap(times, their_times):
                others.difference_update(days)
    return kept


def _overlap(times: Iterable[tuple[int, int]], others: Iterable[tuple[int, int]]) -> bool:
    return any(opens < end and start < closes for opens, closes in times for start, end in others)


def _refuse_overlaps(intervals: Iterable[Interval], text: str) -> None:
    """Neighbours may touch, also over midnight and from Sunday to Monday."""
    spans = [(day * DAY + opens, day * DAY + closes) for day, opens, closes in intervals]
    around = [*spans, *((opens + 7 * DAY, closes + 7 * DAY) for opens, closes in spans[:1])]
    for (_, closes), (opens, _) in pairwise(around):
        if opens < closes:
            day = DAY_NAMES[opens // DAY % 7]
            raise OverlapError(
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
        read = [each.item for each in _items(said) or ()]
    except QuantityError:
        return None
    days = frozenset[int]().union(*(each for each in read if isinstance(each, frozenset)))
    if not days:
        return None
    if all(isinstance(each, frozenset) for each in read):
        return WeekSpan(start, end, days) if max(map(len, read)) > 1 and _WHOLE_DAY.search(said) else None
    week = Week.find(said) if _PLAIN_TIME.search(said) or _WHOLE_DAY.search(said) else None
    return WeekSpan(start, end, frozenset(each.day for each in week.intervals), week.intervals) if week else None
