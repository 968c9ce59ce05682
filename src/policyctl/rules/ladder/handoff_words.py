"""How a handover is done, in the author's words, in; whether it says what is passed on or told, out.

Each list holds what is said in one language; a further language is more words.
"""

from policyctl.rules.patterns import finds

_PASSED_ON = (
    r"\b(?:notes?|history|story|number|ticket|case|file|record|summary|what|details|screenshot|offer(?:ed)?"
    r"|notiz(?:en)?|verlauf|vorgang|akte|nummer|karte|zettel|was|angaben|zusammenfassung|fotos?)\b"
)
_TOLD = (
    r"\b(?:say|says|tell|tells|told|explain|introduce[sd]?|name"
    r"|sag\w*|erklär\w*|stell\w* .*vor|nenn\w*|vorstell\w*)|[“„\"]"
)


def passes_on(how: str | None) -> bool:
    """Whether the words name anything that goes with the case."""
    return finds(_PASSED_ON, how or "")


def tells_customer(how: str | None) -> bool:
    """Whether the words say anything of what the customer is told."""
    return finds(_TOLD, how or "")
