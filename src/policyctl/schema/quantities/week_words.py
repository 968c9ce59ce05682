"""The words of opening hours in, sets of days and lists of times out."""

import re
from typing import TypeAlias

from policyctl.schema.quantities.errors import QuantityError
from policyctl.schema.quantities.time_of_day import read_minutes

DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
ENGLISH = "monday mon|tuesday tue tues|wednesday wed|thursday thu thur thurs|friday fri|saturday sat|sunday sun"
GERMAN = "montag mo|dienstag di|mittwoch mi|donnerstag do|freitag fr|samstag sa sonnabend|sonntag so"
DAYS = {
    word: number
    for names in (ENGLISH, GERMAN)
    for number, words in enumerate(names.split("|"))
    for word in words.split()
}
WHOLE, WEEKDAYS, WEEKEND = frozenset(range(7)), frozenset(range(5)), frozenset({5, 6})
GROUPS = {
    "daily": WHOLE, "every day": WHOLE, "seven days a week": WHOLE, "7 days a week": WHOLE, "täglich": WHOLE,
    "jeden tag": WHOLE, "weekdays": WEEKDAYS, "every weekday": WEEKDAYS, "weekends": WEEKEND, "at weekends": WEEKEND,
    "at the weekend": WEEKEND, "wochenende": WEEKEND, "am wochenende": WEEKEND,
}  # fmt: skip
ALWAYS = frozenset({
    "24/7", "24 hours", "24h", "24 hours a day", "24 hours a day, 7 days a week", "24 hours a day, seven days a week",
    "around the clock", "round the clock", "day and night", "always", "always open", "24 stunden", "rund um die uhr",
    "tag und nacht", "24 stunden täglich", "durchgehend",
})  # fmt: skip

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
