"""A sentence in; the limits in time that it promises, with the words they stand in, out.

Each pattern holds what is said in English and in German; a further language is more words.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from policyctl.rules.patterns import finds, pattern
from policyctl.schema.quantities import Duration

_LIMITS = (
    r"\b(?:within|inside|in (?:under|less than|at most)|no later than|not later than|after no more than"
    r"|innerhalb(?: von)?|binnen|spätestens nach|nach höchstens|in höchstens) (?P<rest>\S+(?: \S+){1,4})"
)
_CONDITION = (
    r"\b(?:if|when|unless|once|until|as long as|provided|except|tell us|let us know|ask(?:ed)? us|report|return it"
    r"|please|we ask you|you (?:can|may|must|should|need to|have to)"
    r" (?:return|send|bring|take|swap|exchange|cancel|change|claim|complain|appeal|apply|tell|pay|go|try|ask)"
    r"|bitte|(?:du|sie|ihr) (?:kannst|kann|können|könnt|darfst|dürfen|dürft|musst|müssen|müsst)"
    r"|wenn|falls|sofern|sobald|solange|außer|sag(?:t|en)? uns|meld)\b"
)
_CLAUSE = re.compile(r"[,;:.!?()]\s")
_END = re.compile(r"[,;:.!?)]+(?:\s.*)?$")
LONGEST = 500
"""Characters of a sentence that are looked at; a promise is not longer."""


class TimeSaid(NamedTuple):
    """A limit in time inside a sentence: its length, the words for it, and how many times they stand before."""

    length: Duration
    words: str
    nth: int


def times_said(sentence: str) -> Iterator[TimeSaid]:
    """The limits that a sentence promises; what it asks of customers or makes a condition is none."""
    text = sentence[:LONGEST]
    for found in pattern(_LIMITS).finditer(text):
        start = found.start("rest")
        words = _time_at(found["rest"])
        clause = _CLAUSE.split(text[:start])[-1]
        if words and not finds(_CONDITION, clause):
            yield TimeSaid(words[1], words[0], text[:start].count(words[0]))


def is_conditional(sentence: str) -> bool:
    """Whether a sentence holds in some cases only, or asks something of customers."""
    return finds(_CONDITION, sentence)


def _time_at(rest: str) -> tuple[str, Duration] | None:
    """The longest words that are a length of time: `4 business hours`, and not `4 business hours of receipt`."""
    words = rest.split(" ")
    for count in range(len(words), 1, -1):
        said = _END.sub("", " ".join(words[:count]))
        length = Duration.find(said)
        if length:
            return said, length
    return None
