"""A text such as `2 messages` or `twice` in, a count out."""

import re
from dataclasses import dataclass, field
from typing import ClassVar, Self

from policyctl.schema.quantities.base import Measured, order
from policyctl.schema.quantities.errors import Incomparable
from policyctl.schema.quantities.numbers import read_whole
from policyctl.schema.quantities.text import plain, tidy
from policyctl.schema.quantities.units import PHRASES

TIMES = {
    "once": 1, "twice": 2, "thrice": 3, "einmal": 1, "zweimal": 2, "dreimal": 3, "viermal": 4, "fünfmal": 5,
    "sechsmal": 6, "zwölfmal": 12,
}  # fmt: skip
"""Words that count by themselves."""

COUNTABLE = frozenset({
    "email", "e-mail", "message", "reply", "contact", "call", "visit", "step", "handoff", "chat", "letter",
    "conversation", "time", "nachricht", "antwort", "anruf", "kontakt", "besuch", "schritt", "gespräch", "brief", "mal",
})  # fmt: skip
"""Nouns that `a`, `an`, `ein` or `eine` counts; before another noun the article is only an article."""

_ARTICLES = frozenset({"a", "an", "ein", "eine", "einen", "einem", "einer"})
_NO_NOUN = frozenset(
    {"of", "in", "or", "and", "to", "by", "at", "more", "less", "x", "von", "oder", "und", "bis", "mehr"}
)
_TIMES_WORDS = frozenset({"time", "times", "mal"})
_WORD = r"[^\W\d_]+(?:[-'][^\W\d_]+)*"
_COUNT = re.compile(rf"(?P<number>[0-9][0-9.,']*|{_WORD})(?:[ -]?(?P<mal>mal)|[ -](?P<noun>{_WORD}(?: {_WORD})?))?")


@dataclass(frozen=True, slots=True)
class Count(Measured):
    """How many there are, of a noun where one is said; `once` and `3 times` count without one."""

    noun: ClassVar[str] = "a number of things"
    examples: ClassVar[tuple[str, ...]] = ("3", "one email", "2 messages", "twice")

    amount: int
    of: str | None = None
    text: str = field(default="", compare=False)

    @classmethod
    def _parse(cls, text: str) -> Self | None:
        normalise_name = plain(text)
        if normalise_name in TIMES:
            return cls(TIMES[normalise_name], None, text)
        found = _COUNT.fullmatch(normalise_name)
        amount = read_whole(found["number"]) if found else None
        if found is None or amount is None:
            return None
        noun = None if found["noun"] in _TIMES_WORDS or not found["noun"] else tidy(text)[found.start("noun") :]
        return cls(amount, noun, text) if _counts(found["number"], noun) else None

    def __str__(self) -> str:
        return f"{self.amount} {self.of}" if self.of else str(self.amount)

    def compare(self, other: Self) -> int:
        """By number, of the same things: emails and visits do not compare."""
        one, there = _singular(self.of), _singular(other.of)
        if one and there and one != there:
            raise Incomparable(self, other)
        return order(self.amount, other.amount)


def _counts(number: str, noun: str | None) -> bool:
    """Whether the words count something, and no time: `a neighbour`, `one of us` and `4 business hours` do not."""
    if noun is None:
        return number not in _ARTICLES
    words = plain(noun).split()
    if number in _ARTICLES and " ".join(words) not in COUNTABLE:
        return False
    return not any(word in _NO_NOUN or word.split("'")[0] in PHRASES for word in words)


def _singular(noun: str | None) -> str | None:
    return noun and noun.casefold().removesuffix("s")
