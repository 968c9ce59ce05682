"""A text in; whether it says that somebody is there at odd hours, or that it means the hours of the house, out.

Each pattern holds what is said in English and in German; a further language is more words.
"""

from collections.abc import Iterable

from policyctl.rules.patterns import finds

_ON_CALL = (
    r"\bon[- ]call\b|\bout[- ]of[- ]hours?\b|\bafter[- ]hours\b|\boutside (?:\w+ )*hours\b|\bduty\b|\bnights?\b"
    r"|\b(?:at )?any (?:hour|time)\b|\b(?:a)?round the clock\b|24/7|\b24 ?h(?:ours)?\b|\bstand-?by\b|\bemergenc\w+"
    r"|\bpager\b|\bmobile\b|\bat home\b|\bfollow[- ]the[- ]sun\b"
    r"|\b(?:ruf)?bereitschaft\w*|\bnotdienst\w*|\bnotfall\w*|\baußerhalb\b|\brund um die uhr\b|\bjederzeit\b"
    r"|\bnachts?\b|\bhandy\w*|\bzu hause\b|\bfeuerwehr\b"
)
_MEANS_HOURS = (
    r"\bweek-?ends?\b|\bnights?\b|\bovernight\b|\bclosed\b|\bholidays?\b|\bopen(?:ing)?\b|\b(?:office|business|working)"
    r" (?:hours|days?)\b|\bsaturdays?\b|\bsundays?\b|\bevenings?\b|\bmon-|\bmonday (?:to|till)\b"
    r"|\bwochenenden?\b|\bnachts?\b|\bgeschlossen\b|\bfeiertag\w*|\b\w*öffnungszeit\w*|\bwerktag\w*|\barbeitstag\w*"
    r"|\bsamstags?\b|\bsonntags?\b|\babends?\b"
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
