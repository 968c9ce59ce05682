"""The priorities of a policy in, how pressing each is where its name says so out.

Each pattern holds what is said in English and in German; a further language is more words.
"""

from policyctl.findings import Pointer
from policyctl.rules.patterns import pattern
from policyctl.rules.rule import RuleContext
from policyctl.schema.sections.people import Priority

Rank = tuple[str, int]
"""How a priority is ranked, by a word or by a number, and its place from 0; two ranked alike may be compared."""

_WORDS = (
    r"urgent|critical|emergenc(?:y|ies)|immediate|blocker|dringend\w*|sofort|notf[aä]lle?|kritisch\w*|eilig\w*",
    r"high|major|vorrang\w*|hoch|hohe",
    r"normal\w*|medium|standard|regular|ordinary|routine|moderate|mittel|mittlere",
    r"low|minor|niedrig\w*|gering\w*",
)
_TAIL = r"(?:[ -](?:priority|cases?|matters?|priorität|fälle?))?"
_NUMBERED = r"(?:p|prio|priority|priorität|sev|severity|s)[ -]?(?P<number>\d)"
NORMAL: Rank = ("word", 2)
"""What everything else is, whatever its name."""


def ranks(context: RuleContext) -> dict[Pointer, Rank]:
    """The priorities whose place is certain: by its word, by its number, or as what nothing else fits."""
    found = ((pointer, _rank(priority)) for pointer, priority in context.parts_of(Priority))
    return {pointer: rank for pointer, rank in found if rank}


def _rank(priority: Priority) -> Rank | None:
    name = " ".join(priority.named().split())
    if numbered := pattern(_NUMBERED).fullmatch(name):
        return "number", int(numbered["number"])
    place = next((place for place, words in enumerate(_WORDS) if pattern(f"(?:{words}){_TAIL}").fullmatch(name)), None)
    return ("word", place) if place is not None else NORMAL if priority.otherwise else None
