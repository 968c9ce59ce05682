"""A sentence in; what it promises to be done, and how soon, out.

Each list holds what is said in English and in German; a further language is more words.
"""

from collections.abc import Iterator
from typing import NamedTuple

from policyctl.rules.patterns import finds, pattern
from policyctl.rules.words.sentences import sentences
from policyctl.schema.grammar.commitment import Milestone
from policyctl.schema.quantities import Duration

_MATTERS = {
    "reply": r"repl(?:y|ies|ied)|answer\w*|respon[ds]\w*|get back to you|hear from us|antwort\w*|melde\w*",
    "call": r"(?:ring|call|phone)(?:s|ing)?(?: you)?(?: back)?|rufe?n?\b.{0,25}\b(?:an|zurück)|rückruf",
    "money": r"refund\w*|money|paid back|on your (?:card|account)"
    r"|erstatt\w+|geld|überweis\w+|gutgeschrieben|zurückzahl\w+",
    "new one": r"replace\w*|another (?:copy|one)|new (?:copy|one)|ersatz\w*|austausch\w*",
    "delivery": r"deliver\w*|arrives?|be (?:there|with you)|liefer\w+|kommt an|ist da",
    "repair": r"repair\w*|mend\w*|fix(?:ed)?|reparatur\w*|reparier\w+|behoben",
}
_BY_MILESTONE = {
    Milestone.FIRST_REPLY: "reply", Milestone.NEXT_REPLY: "reply", Milestone.FULL_REPLY: "reply",
    Milestone.CALL_BACK: "call",
}  # fmt: skip

UNITS = (
    "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
    "sekunde", "sekunden", "minuten", "stunde", "stunden", "geschäftsstunde", "geschäftsstunden", "tag", "tage",
    "tagen", "werktag", "werktage", "werktagen", "arbeitstag", "arbeitstage", "arbeitstagen", "woche", "wochen",
    "monat", "monate", "monaten",
)  # fmt: skip
"""What a time is told in, in small letters; whatever holds none of these words tells none."""

_SAID = (
    r"\b(?:within|in|up to|innerhalb von|innerhalb|binnen|bis zu)(?: the)?(?: next)? "
    rf"(?P<length>(?:[\w.,-]+ ){{1,4}}?(?:{'|'.join(UNITS)})\b)"
)
_THEIRS = r"\b(?:you (?:can|may|could)|if you|bring|return|send (?:it|them) back|kannst du|können sie)\b"


class Told(NamedTuple):
    """A time that a sentence tells, where it is told, and what is done within it."""

    start: int
    words: str
    length: Duration
    matters: frozenset[str]


def times_told(text: str) -> Iterator[Told]:
    """The times within which we do something; what the customer has time for is left out."""
    for sentence in sentences(text):
        found = pattern(_SAID).search(sentence.text)
        length = Duration.find(found["length"]) if found else None
        if found and length and not finds(_THEIRS, sentence.text[: found.start()]):
            about = matters(sentence.text) or matters(text)
            yield Told(sentence.start + found.start(), found[0], length, about)


def matters(text: str) -> frozenset[str]:
    """What a text is about, of the few things that are promised everywhere."""
    return frozenset(matter for matter, words in _MATTERS.items() if finds(rf"\b(?:{words})", text))


def matters_of(milestone: Milestone | None, text: str) -> frozenset[str]:
    """What a promise is about: its moment says so, or else its words."""
    told = _BY_MILESTONE.get(milestone) if milestone else None
    return frozenset({told}) if told else matters(text)
