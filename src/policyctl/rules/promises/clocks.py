"""The words around a promise in; the clock by which they say that its hours and days are counted out.

Each pattern holds what is said in English and in German; a further language is more words.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from policyctl.findings import Pointer
from policyctl.rules.rule import Given
from policyctl.spec.quantities import Clock
from policyctl.spec.sections.people import Hours
from policyctl.spec.sections.standards import Standard

_TOLD = {
    Clock.BUSINESS: r"(?:opening|business|office|working|service) hours|while we are open"
    r"|öffnungszeiten|geschäftszeiten|(?:geschäfts|öffnungs|arbeits)stunden",
    Clock.WORKING: r"(?:working|business|week)[ -]?days?|(?:werk|arbeits|wochen)tag\w*",
    Clock.CALENDAR: r"calendar (?:days?|hours?)|(?:a)?round the clock|24/7|day and night|at any hour"
    r"|(?:also|even|including|and) (?:at |on |over )?(?:the )?weekends?|weekends? (?:included|too|count)"
    r"|seven days a week|kalendertag\w*|rund um die uhr|tag und nacht|auch am wochenende|sieben tage die woche",
}
_WORDS = ("says", "about", "note", "intro", "notes", "stem")


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?P<{clock.name}>{words})\b" for clock, words in _TOLD.items()), re.IGNORECASE)


def clock_told(text: str) -> Clock | None:
    """The first clock that the words name: `All of these hours are opening hours`."""
    found = _pattern().search(text)
    return Clock[found.lastgroup] if found and found.lastgroup else None


def clock_around(promise: Standard, groups: Iterable[Standard]) -> Clock | None:
    """The clock that a promise itself tells in words, or else its nearest group."""
    texts = (text for each in (promise, *reversed(tuple(groups))) for text in _texts(each))
    return next((clock for clock in map(clock_told, texts) if clock), None)


def clock_of_home(home: Pointer, given: Given) -> Clock | None:
    """The clock that is told once: by the stage or the procedure, the section, the hours, or the head of the policy."""
    policy = given.policy
    section = policy.complaints if home[0] == "complaints" else getattr(policy, str(home[0]))
    at_home = (part for pointer, part in given.parts if pointer == home)
    hours = (each for _, each in given.each(Hours))
    told = (
        clock_told(text) for part in (*at_home, section, policy.hours, *hours, policy.policy) for text in _texts(part)
    )
    return next((clock for clock in told if clock), None)


def _texts(part: object) -> Iterator[str]:
    """The words of a part, or those before and behind a collection and its rows."""
    for holder in (part, getattr(part, "rows", None)):
        if holder is not None and not isinstance(holder, tuple):
            yield from (text for text in (getattr(holder, key, None) for key in _WORDS) if isinstance(text, str))
