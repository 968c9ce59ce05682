"""Find the grave cases for which a policy has no way of their own."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from policyctl.findings import Issue
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import joined
from policyctl.schema.sections.escalation import Escalation
from policyctl.schema.sections.head import Kind

_SECTIONS = frozenset(["procedures", "always", "never", "topics", "roles", "customers", "priorities", "guides"])
"""Where else people write what is done in a grave case."""

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


def direct_route_missing(context: RuleContext) -> Iterator[Issue]:
    """A grave case, such as a legal threat or a data breach, of which the policy says nothing; asked of handbooks.

    Why it matters: these come once a year, at half past five, and a guess by whoever is there makes them worse.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            kind: handbook
          roles:
            Rosa: Owner
          escalation:
            direct:  # <- here
              A letter from a lawyer: Rosa
              Personal data in the wrong hands: Rosa
              Somebody is hurt: Rosa
              Threats and abuse: Rosa
        +     The press: Rosa
        +     Somebody who is not well: Rosa
    """
    asked = context.understood and context.states(Kind.HANDBOOK, Kind.SUPPORT)
    if asked and _is_more_than_one_way(context.policy.escalation):
        lacking = missing_dangers(_spoken(context, frozenset(("escalation",))))
        lacking = missing_dangers(_spoken(context, _SECTIONS), lacking) if lacking else []
        elsewhere = _elsewhere(context)
        lacking = [danger for danger in lacking if danger not in elsewhere]
        if lacking:
            message = f"Nothing here says who deals with {joined(lacking, 'or')}."
            hint = (
                "Add a row under `direct` for each that may reach you, with whom it goes to; "
                "or say where else it is settled."
            )
            yield Issue(("escalation", "direct"), message, hint, at_key=True)


def _is_more_than_one_way(escalation: Escalation | None) -> bool:
    """Where one person is asked in every case, that one is the way for the grave ones too."""
    return escalation is not None and bool(escalation.ladders or escalation.direct)


def _spoken(context: RuleContext, sections: frozenset[str]) -> str:
    return "\n".join(each.text for each in context.texts.passages if each.pointer[0] in sections)


def _elsewhere(context: RuleContext) -> set[str]:
    """The cases that have a field of their own in another section."""
    policy = context.policy
    own = {
        "abuse of staff": policy.conduct and (policy.conduct.steps or policy.conduct.unacceptable),
        "data in the wrong hands": policy.privacy and policy.privacy.breach,
        "vulnerable customers": policy.access and (policy.access.signs or policy.access.help),
    }
    return {danger for danger, said in own.items() if said}


def missing_dangers(spoken: str, among: Iterable[str] = DANGERS) -> list[str]:
    """Those of the cases of which a text says nothing."""
    text = " ".join(spoken.lower().split())
    words = frozenset(_WORD.findall(text))
    return [danger for danger in among if not _speaks_of(danger, words, text)]


def _speaks_of(danger: str, words: frozenset[str], text: str) -> bool:
    exact, beginnings, phrases = _words_of(danger)
    beginning = any(word.startswith(beginnings) for word in words)
    return not exact.isdisjoint(words) or beginning or any(phrase in text for phrase in phrases)


@cache
def _words_of(danger: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """The words, the beginnings of words, and the phrases by which a case is known."""
    known = _DANGERS[danger].split()
    phrases = tuple(each.strip("*").replace("_", " ") for each in known if not each.strip("*").isalnum())
    exact = frozenset(each for each in known if each.isalnum())
    return exact, tuple(each[:-1] for each in known if each[:-1].isalnum() and each[-1] == "*"), phrases
