"""A policy in; who is meant by a name, who stands alone in a job, and who may decide out."""

import re
from collections.abc import Iterable, Iterator

from policyctl.findings import Pointer
from policyctl.rules.naming import entries, targets
from policyctl.rules.patterns import finds
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import Reference, RoleRef
from policyctl.schema.sections.complaints import Stage
from policyctl.schema.sections.discretion import Discretion, Grant
from policyctl.schema.sections.people import Role
from policyctl.schema.sections.stand import Moment

_LEADING = (
    r"\b(?:owner|manager|director|head|chief|lead|leader|boss|supervisor|principal|partner|founder"
    r"|inhaber\w*|chef\w*|leit\w+|\w+leit(?:ung|er|erin)|geschäftsführ\w*|meister\w*|vorstand|gründer\w*)\b"
)
_IN_TURN = r"\b(?:duty|rota|shift|call|whoever|one in each|wer|diensthabend\w*|schicht\w*|bereitschaft\w*)\b"
"""A post that several people hold, one after the other."""

_JOB = (
    r"\b(?:assistant|advis[eo]r|agent|barista|waiter|waitress|server|cook|chef|porter|receptionist|clerk|cashier|helper"
    r"|apprentice|trainee|student|mechanic|technician|engineer|fitter|driver|bookseller|consultant|secretary"
    r"|gesell(?:e|in)|auszubildende|azubi|aushilfe|lehrling|praktikant(?:in)?|verkäufer(?:in)?|kellner(?:in)?|koch|köchin"
    r"|monteur(?:in)?|techniker(?:in)?|mechaniker(?:in)?|berater(?:in)?|mitarbeiter(?:in)?|fahrer(?:in)?)\b"
)
"""Jobs that several people may hold: `Luis: Barista` is one of them, called by name."""

_PLACE = (
    r"\b(?:desk|counter|till|floor|kitchen|shop|office|bar|reception|support|service|sales|workshop|team"
    r"|theke|kasse|laden|büro|küche|annahme|werkstatt|verkauf|rezeption|empfang|vertrieb)\b"
)

_SEVERAL = re.compile(r"\b(?:and|und)\b|[,&/]")


def who(references: Iterable[Reference], context: RuleContext) -> dict[Pointer, str]:
    """Those whom references mean, each with a name to call them by; who stands nowhere is known by the words alone."""
    found: dict[Pointer, str] = {}
    for reference in references:
        named = [each for each in targets(reference, context.names) if isinstance(each.entry, Role)]
        found.update((each.pointer, each.entry.named()) for each in named)
        if not named:
            found.setdefault((normalise_name(reference),), reference)
    return found


def roles(references: Iterable[Reference], context: RuleContext) -> dict[Pointer, Role]:
    """The roles that references mean, with the way to each; what names none is left out."""
    return entries(references, Role, context.names)


def names_several(role: Role) -> bool:
    """Whether the role is held by more than one person, as far as it says."""
    return len(role.people) > 1 or bool(_SEVERAL.search(f"{role.named()} {' '.join(role.people)}"))


def is_in_turn(role: Role) -> bool:
    """Whether several people hold the role one after the other, as on a rota."""
    return finds(_IN_TURN, f"{role.named()} {role.title or ''}")


def is_one_person(role: Role) -> bool:
    """Whether the role is surely held by one person alone: one is named, or there is but one such post."""
    titled = finds(_LEADING, f"{role.named()} {role.title or ''}")
    post = (titled or _is_called_by_name(role)) and not (role.people or role.rota or is_in_turn(role))
    return (len(role.people) == 1 or post) and not names_several(role)


def _is_called_by_name(role: Role) -> bool:
    """Whether the role is a person with a job, as in `Luis: Barista`."""
    name = role.named()
    return finds(_JOB, role.title or "") and name.istitle() and " " not in name and not finds(f"{_JOB}|{_PLACE}", name)


def leads(role: Role) -> bool:
    """Whether whoever holds the role decides over others, by the word of the policy or by the title."""
    return bool(role.leads) if role.leads is not None else finds(_LEADING, f"{role.named()} {role.title or ''}")


def deciders(context: RuleContext) -> set[Pointer]:
    """The roles that lead, or that the policy anywhere lets decide."""
    named = (each.pointer for reference in _trusted(context) for each in targets(reference, context.names))
    leading = (pointer for pointer, role in context.parts_of(Role) if leads(role))
    return {*named, *leading}


def _trusted(context: RuleContext) -> Iterator[Reference]:
    head = context.policy.policy
    yield from (each for each in (head.owner, head.approver) if each)
    for _, grant in context.parts_of(Grant):
        yield from (RoleRef(grant.named()), *grant.who, *grant.above, *grant.ask_first)
    for _, discretion in context.parts_of(Discretion):
        yield from discretion.ask
    for _, moment in context.parts_of(Moment):
        yield from moment.may_refund
    for _, stage in context.parts_of(Stage):
        yield from stage.by
