"""A policy in; ladders and stand-ins that bring a case to nobody who can settle it out."""

from collections.abc import Iterator, Sequence

from policyctl.findings import Issue, Pointer
from policyctl.rules.authority import deciders, names_several, roles, who
from policyctl.rules.circles import Edges, leading_back
from policyctl.rules.naming import targets
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import Reference
from policyctl.schema.sections.escalation import Ladder, LadderKind, Level
from policyctl.schema.sections.people import Role


def escalation_loop(context: RuleContext) -> Iterator[Issue]:
    """A ladder that leads back to one already climbed, or somebody who stands in for themselves.

    Why it matters: the customer goes round in a circle, and tells the whole story again at every turn.

    Diff:

          escalation:
            ladders:
              Unhappy customers:
                levels:
                  - role: Ana
                    next: Hard cases
              Hard cases:
        -       levels:
        -         - role: Bea
        -           next: Unhappy customers  # <- here
        +       - Bea
    """
    for pointer in leading_back(_onward(context)):
        hint = "Name somebody here who can settle it, or another ladder that has not been climbed yet."
        yield Issue(pointer, "This leads back to a ladder on which the case has already been.", hint)
    for pointer, name in _own_backups(context):
        message = f"“{name}” is to stand in for “{name}”: when the one is away, so is the other."
        yield Issue((*pointer, "backup"), message, "Name somebody else, or list under `people` who shares the job.")


def escalation_without_decider(context: RuleContext) -> Iterator[Issue]:
    """A ladder that ends with somebody who may decide nothing, in a policy that says who may decide.

    Why it matters: at the top of the ladder the customer hears “I have to ask” once more, and there is nobody left.

    Diff:

          roles:
            Rosa: Owner
            Samir: Shop assistant
          discretion:
            ask: Rosa
          escalation:
            ladders:
              Unhappy customers:
                - Samir  # <- here
        +       - Rosa
    """
    tops = [*_tops(context)]
    able = deciders(context) if tops else ()
    for pointer, level in tops if able else ():
        asked = roles((*level.role, *level.backup), context)
        if asked and not asked.keys() & able:
            hint = "Add a level for somebody who decides, or say what this one may decide with `may`."
            last = next(iter(asked.values())).named()
            yield Issue(pointer, f"The ladder ends with “{last}”, who may decide nothing.", hint)


def _tops(context: RuleContext) -> Iterator[tuple[Pointer, Level]]:
    """The last level of each ladder of authority that may decide nothing and leads nowhere else."""
    for pointer, ladder in context.parts_of(Ladder):
        if ladder.levels and ladder.kind in (None, LadderKind.AUTHORITY):
            last = ladder.levels[-1]
            if not (last.may or last.next):
                yield (*pointer, "levels", len(ladder.levels) - 1), last


def _onward(context: RuleContext) -> Edges:
    return {
        pointer: [
            ((*pointer, "levels", index, "next"), named.pointer)
            for index, level in enumerate(ladder.levels)
            for named in (targets(level.next, context.names) if level.next else ())
        ]
        for pointer, ladder in context.parts_of(Ladder)
    }


def _own_backups(context: RuleContext) -> Iterator[tuple[Pointer, str]]:
    """The roles and levels for which nobody but themselves would stand in; two who share a job stand in for both."""
    for pointer, role in context.parts_of(Role):
        if not names_several(role) and _nobody_else(role.backup, {pointer}, context):
            yield pointer, role.named()
    for pointer, level in context.parts_of(Level):
        asked = who(level.role, context)
        shared = any(names_several(role) for role in roles(level.role, context).values())
        if asked and not shared and _nobody_else(level.backup, set(asked), context):
            yield pointer, next(iter(asked.values()))


def _nobody_else(backup: Sequence[Reference], asked: set[Pointer], context: RuleContext) -> bool:
    """Whether a backup is named and is nobody but those it would stand in for."""
    found = [context.names.find(reference) for reference in backup]
    keys = [named.pointer if named else (normalise_name(each),) for each, named in zip(backup, found, strict=True)]
    return bool(keys) and asked.issuperset(keys)
