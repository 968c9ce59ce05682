"""A bare sentence such as `within 10 working days of receipt` in, its named parts out."""

import re
from typing import TypeAlias

from policyctl.spec.quantities.base import Quantity
from policyctl.spec.quantities.count import Count
from policyctl.spec.quantities.dates import Date
from policyctl.spec.quantities.days import AgreedDay, SameDay
from policyctl.spec.quantities.duration import Duration
from policyctl.spec.quantities.frequency import Frequency
from policyctl.spec.quantities.relative import Relative
from policyctl.spec.quantities.time_of_day import TimeOfDay
from policyctl.spec.quantities.words import Never

PREFIXES = {
    "within": "within", "in": "within", "inside": "within",
    "innerhalb von": "within", "innerhalb": "within", "binnen": "within",
    "by": "by", "before": "by", "until": "by", "bis": "by", "vor": "by",
    "no later than": "latest", "not later than": "latest", "spätestens um": "latest", "spätestens": "latest",
    "at least": "at_least", "mindestens": "at_least",
    "at most": "at_most", "no more than": "at_most", "not more than": "at_most", "up to": "at_most",
    "höchstens": "at_most", "maximal": "at_most", "bis zu": "at_most",
    "every": "every", "each": "every", "alle": "every", "jeden": "every", "jede": "every", "jedes": "every",
    "on": "on", "am": "on",
}  # fmt: skip
"""How a promise begins, and the field of a promise that it means (`latest`: by a time or within one);
a further language is more rows."""

Types: TypeAlias = tuple[type[Quantity], ...]

_PREFIX = re.compile(rf"(?P<prefix>{'|'.join(sorted(PREFIXES, key=len, reverse=True))}) (?P<rest>\S.*)", re.IGNORECASE)
_AFTER = re.compile(r" (?:of|after|from|since|nach|ab|seit) ", re.IGNORECASE)
_UNTIL = re.compile(r",? (?:until|till|bis) ", re.IGNORECASE)
_SENTENCE = re.compile(r"[,;:!?()]|\. |\b(?:unless|if|when|but|except|wenn|aber|außer)\b", re.IGNORECASE)
_DAY = re.compile(r"(?:the |dem |des )?(?:day|date|tag|tage|termin)(?: \S.*)?", re.IGNORECASE)
_NEXT = re.compile(
    r"(?:the |zum )?(?:next|following|nächsten|folgenden) (?:\S+ )?(?:day|morning|week|tag|werktag|morgen)",
    re.IGNORECASE,
)
_TIME_THEN = re.compile(r"(?P<time>\S+(?: (?:[ap]\.?m\.?|Uhr))?) (?:on|the|of|am|des|at) \S.*", re.IGNORECASE)
_LENGTHS: Types = (Duration, Relative, Count, SameDay)
_AMOUNTS: Types = (Duration, Relative, Frequency, Count)


def split_promise(text: str) -> dict[str, str]:
    """The author's words by the field they fill: within, after, by, on, at_least, at_most, every, until.

    A sentence that is not wholly made of them is `{"says": text}`.
    """
    sentence = " ".join(text.split())
    sentence = sentence if sentence.endswith("m.") else sentence.removesuffix(".")
    found = _PREFIX.fullmatch(sentence)
    parts = _prefixed(PREFIXES[found["prefix"].casefold()], found["rest"], sentence) if found else _bare(sentence)
    return parts or {"says": text}


def _prefixed(part: str, rest: str, sentence: str) -> dict[str, str] | None:
    match part:
        case "within":
            return _measured(part, rest, _LENGTHS)
        case "at_least" | "at_most":
            return _measured(part, rest, _AMOUNTS)
        case "latest":
            return _moment(rest) or _measured("within", rest, _LENGTHS)
        case "by":
            return _moment(rest)
        case "on":
            return _on(rest, sentence)
        case _:
            return _every(rest)


def _bare(sentence: str) -> dict[str, str] | None:
    """A promise without its little word: `3 minutes`, `the same day`, `9:00`, `twice a year`."""
    if _reads(sentence, (SameDay, AgreedDay)):
        return {"on": sentence}
    if _reads(sentence, (TimeOfDay,)):
        return {"by": sentence}
    if Frequency.says_so(sentence):
        return {"every": sentence}
    return _measured("within", sentence, (Duration, Relative, Never))


def _measured(part: str, rest: str, types: Types) -> dict[str, str] | None:
    """A measure, and what it is counted after."""
    if _reads(rest, types):
        return {part: rest}
    head, tail = _cut(rest, _AFTER)
    return {part: head, "after": tail} if tail and _reads(head, types) else None


def _every(rest: str) -> dict[str, str] | None:
    head, tail = (rest, "") if Frequency.find(f"every {rest}") else _cut(rest, _UNTIL)
    if not Frequency.find(f"every {head}"):
        return None
    return {"every": head} | ({"until": tail} if tail else {})


def _on(rest: str, sentence: str) -> dict[str, str] | None:
    """A day; the German `am` holds the article of its day and stays with it."""
    if _reads(rest, (SameDay, AgreedDay, Date)) or (_DAY.fullmatch(rest) and not _SENTENCE.search(rest)):
        return {"on": rest if sentence[:2].casefold() == "on" else sentence}
    return None


def _moment(rest: str) -> dict[str, str] | None:
    """A time or a day, with the day that a time is of: `noon on the day after ordering`. Not `by phone`."""
    then = _TIME_THEN.fullmatch(rest)
    time_then = then and TimeOfDay.find(then["time"]) and not _SENTENCE.search(rest.replace(then["time"], ""))
    return {"by": rest} if time_then or _NEXT.fullmatch(rest) or _reads(rest, (TimeOfDay, Date)) else None


def _cut(text: str, mark: re.Pattern[str]) -> tuple[str, str]:
    """The text before and behind the first such word; nothing behind it when another sentence follows."""
    head, *tail = mark.split(text, maxsplit=1)
    return (head, tail[0]) if tail and not _SENTENCE.search(tail[0]) else (text, "")


def _reads(text: str, types: Types) -> bool:
    return any(quantity.find(text) is not None for quantity in types)
