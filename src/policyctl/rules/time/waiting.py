"""A policy in; ladders that wait longer than the promises they serve out."""

from collections.abc import Iterator, Mapping

from policyctl.findings import Issue, Pointer
from policyctl.rules.naming import entries, targets
from policyctl.rules.promises.limits import CaseLimit
from policyctl.rules.promises.rows import Row, rows
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import called, figure, joined
from policyctl.rules.time.chains import Chain, certainly_longer, told
from policyctl.rules.time.paths import ANSWERS
from policyctl.rules.time.staffing import schedules_of, usual_schedule
from policyctl.schema.grammar.commitment import Firmness
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.quantities import Duration
from policyctl.schema.sections.escalation import Ladder, Level
from policyctl.schema.sections.procedures import Procedure

MANY = 20
"""Limits of one promise that are held against a ladder; nobody reads more."""

Promised = tuple[Row, CaseLimit]


def ladder_slower_than_promise(context: RuleContext) -> Iterator[Issue]:
    """A ladder whose levels may wait for so long that the promise is over before the next one is asked.

    Why it matters: the promise is kept as long as everybody answers at once, and broken by the very cases for which
    the ladder is there.

    Diff:

          hours: Mon-Fri 9:00-17:00
          roles:
            Ana: Adviser
            Bea: Owner
          standards:
            A new copy:
              milestone: resolve
              within: 1 working day
              after: you tell us
          procedures:
            A book arrives damaged:
              steps:
                - Offer another copy.
              standards: A new copy
              escalation: Unhappy customers
          escalation:
            ladders:
              Unhappy customers:
                out_of_hours: It waits until the morning.
                levels:
                  - role: Ana
                    backup: Bea
        -           waits: 2 working days  # <- here
        +           waits: 2 business hours
                  - Bea
    """
    told_before: set[tuple[Pointer, Pointer]] = set()
    by_place = context.cached(_answers)
    for pointer, procedure in context.parts_of(Procedure):
        for place, ladder in entries(procedure.escalation, Ladder, context.names).items():
            for promise in _promises(pointer, procedure, by_place, context):
                if (promise, place) not in told_before:
                    told_before.add((promise, place))
                    found = (_late(place, ladder, each, context) for each in by_place[promise])
                    yield from (issue for issue in [next(filter(None, found), None)] if issue)


def _answers(context: RuleContext) -> Mapping[Pointer, list[Promised]]:
    """The limits within which a case is answered or solved, under the places of the promise and all that holds it."""
    found: dict[Pointer, list[Promised]] = {}
    for row in rows(context):
        for limit in row.limits if _binds(row) else ():
            for depth in range(1, len(row.pointer) + 1) if limit.length and not limit.start.key else ():
                known = found.setdefault(row.pointer[:depth], [])
                if len(known) < MANY:
                    known.append((row, limit))
    return found


def _binds(row: Row) -> bool:
    return row.milestone in ANSWERS and row.in_every_case and row.firmness is not Firmness.TRY


def _promises(
    pointer: Pointer, procedure: Procedure, known: Mapping[Pointer, list[Promised]], context: RuleContext
) -> Iterator[Pointer]:
    """The promises of a procedure: its own, and those that it keeps."""
    kept = (named.pointer for reference in procedure.standards for named in targets(reference, context.names))
    return (place for place in (pointer, *kept) if place in known)


def _late(place: Pointer, ladder: Ladder, promised: Promised, context: RuleContext) -> Issue | None:
    """The first level whose waiting uses up what was promised."""
    row, limit = promised
    schedule = next(iter(schedules_of(row.case.channels, context)), usual_schedule(context))
    waited: list[Duration] = []
    for index, level in enumerate(ladder.levels):
        wait = _wait(level, limit)
        if wait is None or limit.length is None:
            return None
        waited.append(wait)
        onward = ladder.levels[index + 1 : index + 2]
        if certainly_longer(waited, [limit.length], schedule, or_as_long=bool(onward)):
            message = f"{_said(ladder, waited, level, onward)}, and “{row.name}” promises {_limit(limit)}."
            hint = "Let the levels answer sooner, so that somebody who decides still has time, or promise longer."
            return Issue((*place, "levels", index, "waits"), message, hint, twin=limit.pointer)
    return None


def _wait(level: Level, limit: CaseLimit) -> Duration | None:
    """How long a level may wait: in every case, or in the case that the limit is for."""
    for case, bound in level.waits or ():
        if isinstance(bound, Duration) and (
            case is None or (limit.told and normalise_name(case) == normalise_name(limit.told))
        ):
            return bound
    return None


def _said(ladder: Ladder, waited: Chain, level: Level, onward: tuple[Level, ...]) -> str:
    name = called(ladder.named(), "This ladder")
    if onward:
        return f"{name} may wait {told(waited)} before {_who(onward[0]) or 'the next level'} is asked"
    return f"{name} may take {told(waited)} until {_who(level) or 'the last level'} answers"


def _who(level: Level) -> str:
    return joined([f"“{each}”" for each in level.role], "or")


def _limit(limit: CaseLimit) -> str:
    case = f" for “{limit.told}”" if limit.told else ""
    return f"{figure(limit.length)}{case}" if limit.length and limit.length.text else f"{limit.length}{case}"
