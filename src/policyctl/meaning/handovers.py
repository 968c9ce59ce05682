"""Read who passes a case to whom, and after how long: levels of ladders, direct routes, steps and approvals.

The middle keeps these apart as handovers, deeds and grants. Here they are one form, with the place of each limit and
the words that a customer hears meanwhile, since any of them may outlast a promise and is told of at its own figure.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.meaning.model import Meaning
from policyctl.meaning.references import inside
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.references import RoleRef
from policyctl.schema.sections.discretion import Grant
from policyctl.schema.sections.escalation import DirectRoute, Ladder
from policyctl.schema.sections.procedures import Procedure, Step


class Way(StrEnum):
    """By which way a case is passed on."""

    LEVEL = "level"
    ROUTE = "route"
    STEP = "step"
    APPROVAL = "approval"


class Handover(NamedTuple):
    """One time that a case is passed on, or worked on by somebody who must be done before it goes further.

    `pointer` is the level, route, step or grant, and `field` its field that says how long it may take. `home` is the
    ladder, the procedure or the section around it. `said` are the words that the customer hears about it. `always`
    says that it happens in every case, and not behind a condition.
    """

    way: Way
    pointer: Pointer
    field: str
    home: Pointer
    name: str
    to: tuple[RoleRef, ...]
    stand_in: tuple[RoleRef, ...] = ()
    limits: Limits | None = None
    after: str | None = None
    said: tuple[tuple[Pointer, str], ...] = ()
    always: bool = True

    @property
    def place(self) -> Pointer:
        """Where it says how long it may take."""
        return (*self.pointer, self.field)


def handovers(meaning: Meaning) -> tuple[Handover, ...]:
    """Every handover of a policy, read once for all rules."""
    return meaning.cached(_handovers)


def of_way(way: Way, meaning: Meaning) -> list[Handover]:
    """The handovers of one way, in their author's order."""
    return [each for each in handovers(meaning) if each.way is way]


def _handovers(meaning: Meaning) -> tuple[Handover, ...]:
    return (*_levels(meaning), *_routes(meaning), *_steps(meaning), *_approvals(meaning))


def _levels(meaning: Meaning) -> Iterator[Handover]:
    for pointer, ladder in meaning.parts_of(Ladder):
        said = ladder.handoff.say if ladder.handoff else ()
        where = (*pointer, "handoff", "say")
        for index, level in enumerate(ladder.levels):
            yield Handover(
                way=Way.LEVEL,
                pointer=(*pointer, "levels", index),
                field="waits",
                home=pointer,
                name=ladder.named(),
                to=level.role,
                stand_in=level.backup,
                limits=level.waits,
                said=tuple(((*where, nth), text) for nth, text in enumerate(said)) if index else (),
            )


def _routes(meaning: Meaning) -> Iterator[Handover]:
    for pointer, route in meaning.parts_of(DirectRoute):
        said = tuple(((*pointer, "say", nth), text) for nth, text in enumerate(route.say))
        yield Handover(Way.ROUTE, pointer, "within", pointer, route.named(), route.to, (), route.within, said=said)


def _steps(meaning: Meaning) -> Iterator[Handover]:
    homes = {pointer for pointer, _ in meaning.parts_of(Procedure)}
    for pointer, step in meaning.parts_of(Step):
        home = inside(pointer, homes) or pointer[:1]
        yield Handover(
            way=Way.STEP,
            pointer=pointer,
            field="within",
            home=home,
            name=step.do or step.named(),
            to=step.by,
            limits=step.within,
            after=step.after,
            said=tuple(((*pointer, "say", nth), text) for nth, text in enumerate(step.say)),
            always="choose" not in pointer and not _has_condition(step),
        )


def _has_condition(step: Step) -> bool:
    return bool(step.if_ or step.unless or step.otherwise or step.for_ or step.not_for or step.channels)


def _approvals(meaning: Meaning) -> Iterator[Handover]:
    for pointer, grant in meaning.parts_of(Grant):
        asked = (*grant.ask_first, *grant.above)
        if asked and not grant.rows:
            yield Handover(
                way=Way.APPROVAL,
                pointer=pointer,
                field="answers_within",
                home=pointer[:-2] if pointer[0] == "procedures" else pointer[:1],
                name=grant.named(),
                to=asked,
                limits=grant.answers_within,
            )
