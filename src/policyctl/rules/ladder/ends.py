"""A policy in; ladders and stand-ins that bring a case to nobody who can settle it out."""

import re
from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.rules.ladder.circles import Edges, leading_back
from policyctl.rules.naming import targets
from policyctl.rules.rule import Given
from policyctl.spec import Named
from policyctl.spec.grammar.references import Reference, RoleRef
from policyctl.spec.sections.complaints import Stage
from policyctl.spec.sections.discretion import Discretion, Grant
from policyctl.spec.sections.escalation import Ladder, LadderKind, Level
from policyctl.spec.sections.people import Role
from policyctl.spec.sections.stand import Moment

_LEADING = re.compile(
    r"\b(?:owner|manager|director|head|chief|lead|leader|boss|supervisor|principal|partner"
    r"|inhaber\w*|chef\w*|leit\w+|\w+leit(?:ung|er|erin)|geschäftsführ\w*|meister\w*|vorstand)\b",
    re.IGNORECASE,
)


def escalation_loop(given: Given) -> Iterator[Issue]:
    """A ladder that leads back to one already climbed, or somebody who stands in for themselves.

    Why it matters: the customer goes round in a circle, and tells the whole story again at every turn.

    Bad:

        escalation:
          ladders:
            Unhappy customers:
              levels:
                - role: Ana
                  next: Hard cases
            Hard cases:
              levels:
                - role: Bea
                  next: Unhappy customers  # <- here

    Good:

        escalation:
          ladders:
            Unhappy customers:
              levels:
                - role: Ana
                  next: Hard cases
            Hard cases:
              - Bea
    """
    for pointer in leading_back(_onward(given)):
        hint = "Name somebody here who can settle it, or another ladder that has not been climbed yet."
        yield Issue(pointer, "This leads back to a ladder on which the case has already been.", hint)
    for pointer, role in given.each(Role):
        if _stands_alone(role) and _is_own_backup(pointer, role, given):
            message = f"“{role.named()}” would stand in for “{role.named()}” here."
            yield Issue((*pointer, "backup"), message, "Name somebody else, or list under `people` who shares the job.")


def escalation_without_decider(given: Given) -> Iterator[Issue]:
    """A ladder that ends with somebody who may decide nothing, in a policy that says who may decide.

    Why it matters: at the top of the ladder the customer hears “I have to ask” once more, and there is nobody left.

    Bad:

        roles:
          Rosa: Owner
          Samir: Shop assistant
        discretion:
          ask: Rosa
        escalation:
          ladders:
            Unhappy customers:
              - Samir  # <- here

    Good:

        roles:
          Rosa: Owner
          Samir: Shop assistant
        discretion:
          ask: Rosa
        escalation:
          ladders:
            Unhappy customers:
              - Samir
              - Rosa
    """
    deciders = _deciders(given)
    for pointer, level in _tops(given) if deciders else ():
        asked = [named for reference in (*level.role, *level.backup) for named in targets(reference, given.names)]
        if asked and not any(named.pointer in deciders for named in asked):
            message = f"The ladder ends with “{asked[0].entry.named()}”, who may decide nothing."
            hint = "Add a level for somebody who decides, or say what this one may decide with `may`."
            yield Issue(pointer, message, hint)


def _tops(given: Given) -> Iterator[tuple[Pointer, Level]]:
    """The last level of each ladder of authority that may decide nothing and leads nowhere else."""
    for pointer, ladder in given.each(Ladder):
        if ladder.levels and ladder.kind in (None, LadderKind.AUTHORITY):
            last = ladder.levels[-1]
            if not (last.may or last.next):
                yield (*pointer, "levels", len(ladder.levels) - 1), last


def _onward(given: Given) -> Edges:
    return {
        pointer: [
            ((*pointer, "levels", index, "next"), named.pointer)
            for index, level in enumerate(ladder.levels)
            for named in (targets(level.next, given.names) if level.next else ())
        ]
        for pointer, ladder in given.each(Ladder)
    }


def _stands_alone(role: Role) -> bool:
    """Whether nobody shares the job: two people stand in for each other."""
    return len(role.people) < 2 and not re.search(r"\b(?:and|und)\b|[,&/]", f"{role.named()} {' '.join(role.people)}")


def _is_own_backup(pointer: Pointer, role: Role, given: Given) -> bool:
    found = [given.names.find(reference) for reference in role.backup]
    return bool(found) and all(named is not None and named.pointer == pointer for named in found)


def _deciders(given: Given) -> set[Pointer]:
    """The roles that lead, or that the policy anywhere lets decide."""
    named = (each for reference in _trusted(given) for each in targets(reference, given.names))
    leading = (each for each in given.names.found.values() if _leads(each))
    return {each.pointer for each in (*named, *leading)}


def _trusted(given: Given) -> Iterator[Reference]:
    head = given.policy.policy
    yield from (each for each in (head.owner, head.approver) if each)
    for _, grant in given.each(Grant):
        yield from (RoleRef(grant.named()), *grant.who, *grant.above, *grant.ask_first)
    for _, discretion in given.each(Discretion):
        yield from discretion.ask
    for _, moment in given.each(Moment):
        yield from moment.may_refund
    for _, stage in given.each(Stage):
        yield from stage.by


def _leads(named: Named) -> bool:
    role = named.entry
    return isinstance(role, Role) and (bool(role.leads) or bool(_LEADING.search(f"{role.named()} {role.title or ''}")))
