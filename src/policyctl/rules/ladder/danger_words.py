"""The cases that no ladder is for, and the words by which each is known.

A star stands for any ending, and a low line for a space; a further language is more words.
"""

import re
from collections.abc import Iterable
from functools import cache

_WORD = re.compile(r"\w+")

_DANGERS = {
    "legal threats": """
        legal* lawyer* solicitor* attorney* barrister* court courts lawsuit* sue sues suing summons writ litigation
        anwalt* anwält* rechts* gericht* klage klagen klagt verklag* abmahn* juristisch*
    """,
    "data in the wrong hands": """
        data breach breaches leak* security gdpr privacy confidential* hack* somebody_else's wrong_person wrong_hands
        daten* datenschutz* kundendaten* dsgvo gehackt* falsche_person falschen_händen falsche_hände
    """,
    "danger": """
        danger* safety unsafe hurt injur* accident* emergenc* fire smoke 999 911 112 police ambulance recall*
        gefahr* gefähr* sicherheit* unsicher* unfall unfäll* verletz* notfall notfäll* notruf brand* brenn* rauch
        polizei feuerwehr rückruf*
    """,
    "abuse of staff": """
        abus* threat* violen* harass* aggress* insult* shout* racis* sexis* swear*
        belästig* bedroh* droh* gewalt* beleidig* beschimpf* rassis* schrei schreit schreien anschrei*
    """,
    "the press": """
        press journalist* reporter* media newspaper* television radio influencer* broadcast*
        presse* medien* zeitung* fernseh* rundfunk*
    """,
    "vulnerable customers": """
        vulnerab* suicid* self_harm* self-harm* harm_themsel* harm_himself harm_herself hurt_themsel* hurt_himself
        hurt_herself kill_themsel* take_their_own end_their_li* wants_to_die want_to_die
        safeguard* cannot_go_on can't_go_on dementia unwell not_well bereav* in_distress in_crisis
        more_time_or_help need_help hardship child_is_alone
        schutzbedürftig* suizid* selbstmord* selbstverletz* hilfsbedürftig* demen* verwirrt* trauer* nicht_weiter
        nicht_gut_geht in_not notlage* hilflos* krise* sich_etwas_an sich_verletz* das_leben_nehmen sterben_wollen
        sterben_will
    """,
}

DANGERS = tuple(_DANGERS)


def missing(spoken: str, among: Iterable[str] = DANGERS) -> list[str]:
    """Those of the cases of which a text says nothing."""
    text = " ".join(spoken.lower().split())
    words = frozenset(_WORD.findall(text))
    return [danger for danger in among if not _speaks_of(danger, words, text)]


def _speaks_of(danger: str, words: frozenset[str], text: str) -> bool:
    exact, beginnings, phrases = _known(danger)
    beginning = any(word.startswith(beginnings) for word in words)
    return not exact.isdisjoint(words) or beginning or any(phrase in text for phrase in phrases)


@cache
def _known(danger: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """The words, the beginnings of words, and the phrases by which a case is known."""
    known = _DANGERS[danger].split()
    phrases = tuple(each.strip("*").replace("_", " ") for each in known if not each.strip("*").isalnum())
    exact = frozenset(each for each in known if each.isalnum())
    return exact, tuple(each[:-1] for each in known if each[:-1].isalnum() and each[-1] == "*"), phrases
