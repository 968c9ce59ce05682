"""Find the grave cases for which a policy has no way of their own."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from policyctl.findings import Issue
from policyctl.lexicon import languages, table
from policyctl.meaning.formatting import joined
from policyctl.rules.rule import RuleContext
from policyctl.schema.sections.escalation import Escalation
from policyctl.schema.sections.head import Kind

_SECTIONS = frozenset(["procedures", "always", "never", "topics", "roles", "customers", "priorities", "guides"])
"""Where else people write what is done in a grave case."""

_WORD = re.compile(r"\w+")


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
        lacking = _missing_dangers(_spoken(context, frozenset(("escalation",))), table("escalation.dangers"))
        lacking = _missing_dangers(_spoken(context, _SECTIONS), lacking) if lacking else []
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
    return {danger for danger, words in own.items() if words}


def _missing_dangers(spoken: str, among: Iterable[str]) -> list[str]:
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
    known = [str(word) for language in languages() for word in table("escalation.dangers", language).get(danger, ())]
    phrases = tuple(each.strip("*") for each in known if not each.strip("*").isalnum())
    exact = frozenset(each for each in known if each.isalnum())
    return exact, tuple(each[:-1] for each in known if each[:-1].isalnum() and each[-1] == "*"), phrases
