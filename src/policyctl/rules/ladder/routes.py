"""A policy in; the grave cases for which it has no way of their own out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.ladder.danger_words import missing
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import joined
from policyctl.schema.sections.escalation import Escalation
from policyctl.schema.sections.head import Kind

_SECTIONS = frozenset(["procedures", "always", "never", "topics", "roles", "customers", "priorities", "guides"])
"""Where else people write what is done in a grave case."""


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
        lacking = missing(_spoken(context, frozenset(("escalation",))))
        lacking = missing(_spoken(context, _SECTIONS), lacking) if lacking else []
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
