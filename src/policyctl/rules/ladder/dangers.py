"""The cases that no ladder is for, and the words by which each is known; a further language is more words."""

import re
from functools import cache

_DANGERS = {
    "legal threats": (
        r"legal|lawyers?|solicitors?|attorneys?|barristers?|courts?|lawsuits?|sues?|suing|summons|writ|litigation"
        r"|anw[aä]lt\w*|anwalts\w*|rechts\w*|gericht\w*|klag\w+|verklag\w+|abmahn\w+|juristisch\w*"
    ),
    "data in the wrong hands": (
        r"data|breach(?:es)?|leak(?:s|ed)?|gdpr|privacy|confidential\w*|hack(?:ed|er)?s?"
        r"|somebody else's|wrong (?:person|hands)"
        r"|daten\w*|\w*datenschutz\w*|dsgvo|datenpanne\w*|gehackt\w*|falsche\w* (?:person|hände\w*)"
    ),
    "danger": (
        r"danger\w*|safety|unsafe|hurt|injur\w+|accidents?|emergenc\w+|fire|smoke|999|911|112|police|ambulance|recalls?"
        r"|gefahr\w*|gefähr\w+|sicherheit\w*|unsicher\w*|unf[aä]ll\w*|verletz\w+|notf[aä]ll\w*|notruf|brand\w*|brenn\w+"
        r"|rauch|polizei|feuerwehr|rückruf\w*"
    ),
    "abuse of staff": (
        r"abus\w+|threat(?:en\w*|s)?|violen\w+|harass\w+|aggress\w+|insult\w*|shout\w*|racis\w+|sexis\w+|swear\w*"
        r"|belästig\w+|bedroh\w+|drohung\w*|drohen|gewalt\w*|beleidig\w+|beschimpf\w+|aggressi\w+|rassis\w+|schrei\w+"
    ),
    "the press": (
        r"press|journalists?|reporters?|media|newspapers?|television|radio|influencers?|broadcast\w*"
        r"|presse\w*|journalist\w*|medien\w*|zeitung\w*|fernseh\w*|rundfunk\w*|reporter\w*"
    ),
    "vulnerable customers": (
        r"vulnerab\w+|suicid\w+|self-harm\w*|safeguard\w*|cannot go on|dementia|unwell|not well|bereav\w+|in distress"
        r"|more time or help|need help|hardship|child (?:is )?alone"
        r"|schutzbedürftig\w*|suizid\w*|selbstmord\w*|selbstverletz\w*|hilfsbedürftig\w*|demen\w+|verwirrt\w*|trauer\w*"
        r"|nicht weiter(?:weiß|wissen|können|kann)|nicht gut geht|in not\b|notlage\w*|hilflos\w*|krise\w*"
    ),
}


@cache
def _compiled() -> dict[str, re.Pattern[str]]:
    return {danger: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for danger, words in _DANGERS.items()}


def missing(spoken: str) -> list[str]:
    """The cases of which a text says nothing."""
    return [danger for danger, words in _compiled().items() if not words.search(spoken)]
