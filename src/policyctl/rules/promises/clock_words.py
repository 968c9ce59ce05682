"""The words around a promise in; the clock by which they say that its hours and days are counted out.

Each pattern holds what is said in English and in German; a further language is more words.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from policyctl.findings import Pointer
from policyctl.rules.rule import RuleContext
from policyctl.schema.quantities import Clock
from policyctl.schema.sections.people import Hours
from policyctl.schema.sections.standards import Standard

_TOLD = {
    Clock.BUSINESS: r"(?:opening|business|office|working|service) hours|(?:while|when) we(?: are|'re) (?:open|there)"
    r"|(?:in|within|during|inside) (?:those|these|our|the same) (?:hours|times)"
    r"|öffnungszeiten|geschäftszeiten|(?:geschäfts|öffnungs|arbeits)stunden"
    r"|(?:in|zu|während) (?:diesen|unseren) (?:zeiten|stunden)|(?:wenn|solange) wir (?:da|offen) sind",
    Clock.WORKING: r"(?:working|business|week)[ -]?days?|(?:werk|arbeits|wochen)tag\w*",
    Clock.CALENDAR: r"calendar (?:days?|hours?)|(?:a)?round the clock|24/7|day and night|at any hour"
    r"|(?:also|even|including|and) (?:at |on |over )?(?:the )?weekends?|weekends? (?:included|too|count)"
    r"|seven days a week|kalendertag\w*|rund um die uhr|tag und nacht|auch am wochenende|sieben tage die woche",
}
_WORDS = ("says", "about", "note", "intro", "notes", "stem")


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?P<{clock.name}>{words})\b" for clock, words in _TOLD.items()))


def clock_told(text: str) -> Clock | None:
    """The first clock that the words name: `All of these hours are opening hours`."""
    found = _pattern().search(text.lower())
    return Clock[found.lastgroup] if found and found.lastgroup else None


def clock_around(promise: Standard, groups: Iterable[Standard]) -> Clock | None:
    """The clock that a promise itself tells in words, or else its nearest group."""
    return _first(promise, *reversed(tuple(groups)))


def clocks_of_homes(homes: Collection[Pointer], context: RuleContext) -> Mapping[Pointer, Clock | None]:
    """The clock that is told once: by the stage or the procedure, the section, the hours, or the head of the policy."""
    policy = context.policy
    told_to_all = _first(policy.hours, *(each for _, each in context.parts_of(Hours)), policy.policy)
    by_section = {home[0]: _first(getattr(policy, str(home[0]))) or told_to_all for home in homes}
    found = {home: by_section[home[0]] for home in homes}
    return found | {pointer: _first(part) or found[pointer] for pointer, part in context.parts if pointer in found}


def _first(*parts: object) -> Clock | None:
    told = (clock_told(text) for part in parts for text in _texts(part))
    return next((clock for clock in told if clock), None)


def _texts(part: object) -> Iterator[str]:
    """The words of a part, or those before and behind a collection and its rows."""
    for holder in (part, getattr(part, "rows", None)):
        if holder is not None and not isinstance(holder, tuple):
            yield from (text for text in (getattr(holder, key, None) for key in _WORDS) if isinstance(text, str))
