"""A text in; the words in it that are for the inside, or how much it says that staff may give, out.

Each list holds what is said in one language; a further language is more words.
"""

import re

from policyctl.rules.patterns import pattern
from policyctl.schema.quantities import Money, find_money

_INSIDE = (
    r"\binternal(?:ly)? (?:\w+ )?(?:targets?|limits?|goals?|aims?|deadlines?|figures?|budgets?|notes?|use)\b"
    r"|\((?:for )?staff only\)|\bstaff only:|\bfor internal use\b|\bnot for customers\b"
    r"|\bdo not (?:tell|show|mention)(?: this| it)?(?: to)? (?:the |any )?customers?\b"
    r"|\bintern(?:e[srnm]? (?:\w+ )?(?:ziel|vorgabe|grenze|frist|limit|budget)\w*)"
    r"|\bnur (?:intern|für (?:das team|mitarbeitende|mitarbeiter\w*))\b|\bnicht für (?:kund|gäste)\w*"
)
_MAY = (
    r"\b(?:may|can|is allowed to|are allowed to|darf|dürfen|kann|können)\b[^.!?;]{0,80}?"
    r"\b(?:up to|at most|no more than|bis zu|höchstens) (?P<most>[^!?;]{1,40})"
)
_CUSTOMERS = r"you|customers?|guests?|members?|readers?|patients?|tenants?|du|ihr|sie|kund\w+|gäste"


def inside_words(text: str) -> re.Match[str] | None:
    """The first words that are for the inside."""
    return pattern(_INSIDE).search(text)


def permission(text: str) -> Money | None:
    """The amount that somebody who is no customer may give."""
    found = pattern(_MAY).search(text)
    who = text[: found.start()].split()[-1:] if found else []
    if not (found and who) or pattern(_CUSTOMERS).fullmatch(who[0].strip(",.;:")):
        return None
    return find_money(found["most"])
