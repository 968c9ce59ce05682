"""A policy in; ladders and stand-ins that bring a case to nobody who can settle it out."""

from collections.abc import Iterator, Sequence

from policyctl.findings import Issue, Pointer
from policyctl.rules.authority import deciders, names_several, roles, who
from policyctl.rules.circles import Edges, leading_back
from policyctl.rules.naming import targets
from policyctl.rules.rule import Given
from policyctl.spec.grammar.names import folded
from policyctl.spec.grammar.references import Reference
from policyctl.spec.sections.escalation import Ladder, LadderKind, Level
from policyctl.spec.sections.people import Role


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
    for pointer, name in _own_backups(given):
        message = f"“{name}” is to stand in for “{name}”: when the one is away, so is the other."
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
    tops = [*_tops(given)]
    able = deciders(given) if tops else ()
    for pointer, level in tops if able else ():
        asked = roles((*level.role, *level.backup), given)
        if asked and not asked.keys() & able:
            hint = "Add a level for somebody who decides, or say what this one may decide with `may`."
            last = next(iter(asked.values())).named()
            yield Issue(pointer, f"The ladder ends with “{last}”, who may decide nothing.", hint)


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


def _own_backups(given: Given) -> Iterator[tuple[Pointer, str]]:
    """The roles and levels for which nobody but themselves would stand in; two who share a job stand in for both."""
    for pointer, role in given.each(Role):
        if not names_several(role) and _nobody_else(role.backup, {pointer}, given):
            yield pointer, role.named()
    for pointer, level in given.each(Level):
        asked = who(level.role, given)
        shared = any(names_several(role) for role in roles(level.role, given).values())
        if asked and not shared and _nobody_else(level.backup, set(asked), given):
            yield pointer, next(iter(asked.values()))


def _nobody_else(backup: Sequence[Reference], asked: set[Pointer], given: Given) -> bool:
    """Whether a backup is named and is nobody but those it would stand in for."""
    found = [given.names.find(reference) for reference in backup]
    keys = [named.pointer if named else (folded(each),) for each, named in zip(backup, found, strict=True)]
    return bool(keys) and asked.issuperset(keys)
