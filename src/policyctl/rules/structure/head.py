"""A policy in; what its first lines leave open although people are held to it, out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.naming import entries
from policyctl.rules.patterns import finds
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import fields, joined
from policyctl.schema.grammar.references import Reference
from policyctl.schema.sections.head import Status
from policyctl.schema.sections.people import Role

FEW = 5
"""People among whom nobody need approve what another wrote: a shop is a shop."""

_STATUS = ("policy", "status")
_TOP = (
    r"\b(?:owner|principal|proprietor|founder|partner|managing director|chief executive|ceo"
    r"|inhaber\w*|gründer\w*|geschäftsführ\w*)\b"
)
_NEEDED = {"version": "which version it is", "effective": "since when it holds", "approver": "who has approved it"}


def owner_missing(context: RuleContext) -> Iterator[Issue]:
    """A policy that is tried out or published, and does not say who keeps it true; a draft is not asked yet.

    Why it matters: where nobody owns it, a wrong sentence stays, since everybody expects another to mend it.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            status: published  # <- here
        +   owner: Maria Odell
    """
    if not context.policy.policy.owner:
        state = "published" if context.status is Status.PUBLISHED else "on trial"
        hint = f"Write `owner: {_likely_owner(context)}` or another name here; it may be whoever has approved it."
        yield Issue(_STATUS, f"This policy is {state}, and does not say who keeps it true.", hint)


def head_incomplete(context: RuleContext) -> Iterator[Issue]:
    """A published policy that says of which kind it is, and not which version, since when, or who has approved it.

    A policy without a `kind` is not asked. Where five people or fewer work, or the owner of it owns the business as
    well, nobody need approve it.

    Why it matters: of two printed copies that differ, nobody can tell which one counts.

    Diff:

          policy:
            title: Our customer charter
            organisation: Harbour Lane Books
            kind: charter
            status: published  # <- here
            owner: Maria Odell
        +   version: 1.0
        +   effective: 1 October 2026
          standards:
            Answer the phone: within 6 rings
    """
    head = context.policy.policy
    alone = _people(context) <= FEW or _is_at_the_top(head.owner, context)
    lacks = [key for key in _NEEDED if getattr(head, key) is None and not (key == "approver" and alone)]
    if head.kind and lacks:
        message = f"This policy is published, and does not say {joined([_NEEDED[key] for key in lacks], 'or')}."
        yield Issue(_STATUS, message, f"Write {fields(f'{key}:' for key in lacks)} here, under `policy`.")


def _likely_owner(context: RuleContext) -> str:
    """Whoever leads, or the first who is named."""
    roles = tuple(role for _, role in context.parts_of(Role) if role.name)
    leading = next((role for role in roles if role.leads), roles[0] if roles else None)
    return leading.named() if leading else "Rosa"


def _is_at_the_top(owner: Reference | None, context: RuleContext) -> bool:
    """Whether the owner of the policy has nobody above who could approve it, as far as the title says."""
    roles = entries((owner,), Role, context.names) if owner else {}
    return any(finds(_TOP, f"{role.named()} {role.title or ''}") for role in roles.values())


def _people(context: RuleContext) -> int:
    return sum(max(len(role.people), 1) for _, role in context.parts_of(Role))
