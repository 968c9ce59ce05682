"""A policy in; the grave cases for which it has no way of their own out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.ladder.dangers import missing
from policyctl.rules.rule import Given
from policyctl.spec import walk
from policyctl.spec.grammar.entry import Part
from policyctl.spec.sections.escalation import Escalation
from policyctl.spec.sections.head import Kind

_SECTIONS = ("escalation", "procedures", "always", "never", "topics", "roles", "customers", "priorities", "guides")
"""Where people write what is done in a grave case, whether or not it is a direct route."""


def direct_route_missing(given: Given) -> Iterator[Issue]:
    """A grave case, such as a legal threat or a data breach, of which the policy says nothing; asked of handbooks.

    Why it matters: these come once a year, at half past five, and a guess by whoever is there makes them worse.

    Bad:

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

    Good:

        policy:
          title: How we look after you
          organisation: Harbour Lane Books
          kind: handbook
        roles:
          Rosa: Owner
        escalation:
          direct:
            A letter from a lawyer: Rosa
            Personal data in the wrong hands: Rosa
            Somebody is hurt: Rosa
            Threats and abuse: Rosa
            The press: Rosa
            Somebody who is not well: Rosa
    """
    if _is_more_than_one_way(given.policy.escalation) and _undertakes(given) and _is_read(given):
        elsewhere = _elsewhere(given)
        lacking = [danger for danger in missing(_spoken(given)) if danger not in elsewhere]
        if lacking:
            listed = ", ".join(lacking[:-1]) + " or " + lacking[-1] if len(lacking) > 1 else lacking[0]
            hint = "Add a row for each under `direct`, with whom it goes to; or say where else it is settled."
            yield Issue(("escalation", "direct"), f"Nothing here says who deals with {listed}.", hint, at_key=True)


def _is_more_than_one_way(escalation: Escalation | None) -> bool:
    """Where one person is asked in every case, that one is the way for the grave ones too."""
    return escalation is not None and bool(escalation.ladders or escalation.direct)


def _undertakes(given: Given) -> bool:
    """Only a policy that calls itself a handbook means to hold all that its people need."""
    return bool({Kind.HANDBOOK, Kind.SUPPORT}.intersection(given.policy.policy.kind))


def _is_read(given: Given) -> bool:
    return (given.policy.policy.language or "en").lower()[:2] in ("en", "de")


def _spoken(given: Given) -> str:
    sections = ((name, getattr(given.policy, name)) for name in _SECTIONS)
    texts: list[str] = []
    for name, section in sections:
        rows = [section] if isinstance(section, Part) else (row for row in section or ())
        texts += (value for row in rows for _, value in walk(row, (name,)) if isinstance(value, str))
    return "\n".join(texts)


def _elsewhere(given: Given) -> set[str]:
    """The cases that have a field of their own in another section."""
    policy = given.policy
    own = {
        "abuse of staff": policy.conduct and (policy.conduct.steps or policy.conduct.unacceptable),
        "data in the wrong hands": policy.privacy and policy.privacy.breach,
        "vulnerable customers": policy.access and (policy.access.signs or policy.access.help),
    }
    return {danger for danger, said in own.items() if said}
