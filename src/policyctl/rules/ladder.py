"""A policy in; ladders and stand-ins that bring a case to nobody who can settle it out."""

import re
from collections.abc import Iterator, Mapping, Sequence

from policyctl.findings import Issue, Pointer
from policyctl.rules.naming import targets
from policyctl.rules.rule import Given
from policyctl.spec import Named
from policyctl.spec.grammar.references import Reference, RoleRef
from policyctl.spec.sections.complaints import Stage
from policyctl.spec.sections.discretion import Discretion, Grant
from policyctl.spec.sections.escalation import Ladder, LadderKind
from policyctl.spec.sections.people import Role
from policyctl.spec.sections.stand import Moment

Edges = Mapping[Pointer, Sequence[tuple[Pointer, Pointer]]]
"""For each ladder, where it says what comes next, and the ladder that comes then."""

_LEADING = re.compile(
    r"\b(?:owner|manager|director|head|chief|lead|leader|boss|supervisor|principal|partner"
    r"|inhaber\w*|chef\w*|leit\w+|\w+leit(?:ung|er|erin)|geschäftsführ\w*|meister\w*|vorstand)\b",
    re.IGNORECASE,
)


def escalation_loop(given: Given) -> Iterator[Issue]:
    """A ladder that leads back to one already climbed, or somebody who stands in for themselves.

    Why it matters: the customer goes round in a circle, and tells the whole story again at every turn.

    Bad:

        roles:
          Adviser: Answers first
          Care lead: Leads the team
        escalation:
          ladders:
            Unhappy customers:
              levels:
                - role: Care lead
                  next: Hard cases
            Hard cases:
              levels:
                - role: Adviser
                  next: Unhappy customers  # <- here

    Good:

        roles:
          Adviser: Answers first
          Care lead: Leads the team
        escalation:
          ladders:
            Unhappy customers:
              levels:
                - role: Adviser
                  next: Hard cases
            Hard cases:
              levels:
                - Care lead
    """
    for pointer, _ in _leading_back(_onward(given)):
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
              levels:
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
              levels:
                - Samir
                - Rosa
    """
    deciders = _deciders(given)
    for pointer, ladder in given.each(Ladder):
        last = ladder.levels[-1] if ladder.levels else None
        if last is None or last.may or last.next or ladder.kind not in (None, LadderKind.AUTHORITY):
            continue
        asked = [named for reference in (*last.role, *last.backup) for named in targets(reference, given.names)]
        if deciders and asked and not any(named.pointer in deciders for named in asked):
            message = f"The ladder ends with “{asked[0].entry.named()}”, who may decide nothing."
            hint = "Add a level for somebody who decides, or say what this one may decide with `may`."
            yield Issue((*pointer, "levels", len(ladder.levels) - 1), message, hint)


def _onward(given: Given) -> Edges:
    return {
        pointer: [
            ((*pointer, "levels", index, "next"), named.pointer)
            for index, level in enumerate(ladder.levels)
            for named in (targets(level.next, given.names) if level.next else ())
        ]
        for pointer, ladder in given.each(Ladder)
    }


def _leading_back(edges: Edges) -> Iterator[tuple[Pointer, Pointer]]:
    """The edges that close a circle, each circle once; without recursion, since a policy may hold many ladders."""
    done: set[Pointer] = set()
    for start in edges:
        way = {} if start in done else {start: iter(edges[start])}
        while way:
            here = next(reversed(way))
            step = next(way[here], None)
            if step is None:
                done.add(here)
                del way[here]
            elif step[1] in way:
                yield step
            elif step[1] in edges and step[1] not in done:
                way[step[1]] = iter(edges[step[1]])


def _stands_alone(role: Role) -> bool:
    """Whether nobody shares the job: two people stand in for each other."""
    return len(role.people) < 2 and not re.search(r"\b(?:and|und)\b|[,&/]", f"{role.named()} {' '.join(role.people)}")


def _is_own_backup(pointer: Pointer, role: Role, given: Given) -> bool:
    found = [named for reference in role.backup for named in targets(reference, given.names)]
    return bool(found) and all(named.pointer == pointer for named in found)


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
