"""A text in; whether it says that somebody is there at odd hours, or that it means the hours of the house, out.

Each pattern holds what is said in English and in German; a further language is more words.
"""

from collections.abc import Iterable

from policyctl.rules.patterns import finds

_ON_CALL = (
    r"\b(?:on[- ]call|out[- ]of[- ]hours?|after[- ]hours|outside (?:\w+ )*hours|duty|nights?"
    r"|(?:at )?any (?:hour|time)|(?:a)?round the clock|24/7|24 ?h(?:ours)?|stand-?by|emergenc\w+"
    r"|pager|mobile|at home|follow[- ]the[- ]sun"
    r"|(?:ruf)?bereitschaft\w*|notdienst\w*|notfall\w*|außerhalb|rund um die uhr|jederzeit"
    r"|nachts?|handy\w*|zu hause|feuerwehr)\b"
)
_MEANS_HOURS = (
    r"\b(?:week-?ends?|nights?|overnight|closed|holidays?|open(?:ing)?|(?:office|business|working)"
    r" (?:hours|days?)|saturdays?|sundays?|evenings?|mon(?=-)|monday (?:to|till)"
    r"|wochenenden?|nachts?|geschlossen|feiertag\w*|\w*öffnungszeit\w*|werktag\w*|arbeitstag\w*"
    r"|samstags?|sonntags?|abends?)\b"
)

_EMERGENCY = (
    r"\b(?:999|112|911|110|police|ambulance|fire (?:brigade|service)|emergency services?|polizei|feuerwehr|notruf)\b"
)


def says_on_call(texts: Iterable[str | None]) -> bool:
    """Whether any of the texts tells that somebody is there, or is rung, at odd hours."""
    return any(finds(_ON_CALL, text) for text in texts if text)


def minds_the_hours(texts: Iterable[str | None]) -> bool:
    """Whether any of the texts tells of nights, weekends or opening hours: whoever wrote it had them in mind."""
    return any(finds(_MEANS_HOURS, text) for text in texts if text)


def calls_for_help(texts: Iterable[str | None]) -> bool:
    """Whether any of the texts sends people to the emergency services, who are always there."""
    return any(finds(_EMERGENCY, text) for text in texts if text)
