"""A policy in; goals that nothing ties to the mission out."""

import re
from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import quoted
from policyctl.schema.sections.aims import Goal
from policyctl.schema.sections.head import Kind

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = """
    a about all also an and are as at be because by can do every everybody everyone for from good great has have
    help helping helps how if in is it its more most of on or our so such that the their them they this to us we what
    when which who why will with you your mission serve serves serving support supports fulfil fulfils fulfill
    fulfills part important goal aim purpose contribute contributes matters directly really very
"""
_GERMAN = """
    aber alle als am an auch auf aus bei das dass dazu dem den der des die dient dienen ein eine einem einen
    einer es für fördert gehört gut gute hilft ihr ihre im in ist kann mehr mit nach nicht oder sie sind so teil
    um und uns unser unsere unserer unserem unseren unterstützt viel von was weil wenn wer wichtig wie wir wird
    zu zum zur ziel zweck erfüllt direkt
"""
_EMPTY = frozenset((_ENGLISH + _GERMAN).split())
"""Words that say nothing of their own, and those with which a link says no more than that it is one."""

_STEM = 4
"""Letters in which `stand` and `standing` are one."""


def goal_unlinked(context: RuleContext) -> Iterator[Issue]:
    """A goal that nothing ties to the mission: no word on how, no mission, or a link that only says the same again.

    Why it matters: when two goals want the same hour of somebody's day, the one that serves what you are there for
    comes first, and staff believe in a goal whose reason they can tell a customer.

    Diff:

          mission: We help our neighbours to mend what they have.
          goals:
            Keep customers who had a problem:
        -     serves_mission: It serves our mission to keep customers.  # <- here
        +     serves_mission: A neighbour who comes back throws less away.
              metrics: Repeat rate
          metrics:
            Repeat rate: Who buys again within a year.
          procedures:
            A repair failed:
              goals: Keep customers who had a problem
              steps: Mend it again today.
    """
    statement = context.policy.mission.statement if context.policy.mission else None
    if not context.policy.mission:
        yield from _aimless(context)
    elif context.states(Kind.HANDBOOK):
        yield from _unlinked(context)
    for pointer, goal in context.parts_of(Goal):
        echoed = _echoed(goal, statement or "")
        if goal.serves_mission and echoed:
            message = f"How “{goal.named()}” serves the mission says no more than {echoed}."
            hint = (
                "Say in `serves_mission` what it does for the people you are there for, as you would tell a colleague."
            )
            yield Issue((*pointer, "serves_mission"), message, hint)


def _aimless(context: RuleContext) -> Iterator[Issue]:
    """A goal that serves a mission which is not there, told once; a handbook is asked for a mission elsewhere."""
    linked = [(pointer, goal) for pointer, goal in context.parts_of(Goal) if goal.serves_mission]
    if linked and not context.states(Kind.HANDBOOK):
        pointer, goal = linked[0]
        message = f"“{goal.named()}” says how it serves the mission, and the policy has none."
        hint = "Say in one sentence under `mission` what you are there for."
        yield Issue((*pointer, "serves_mission"), message, hint)


def _unlinked(context: RuleContext) -> Iterator[Issue]:
    """The goals that do not say how they serve the mission, told once at the first."""
    loose: list[tuple[Pointer, Goal]] = [(at, goal) for at, goal in context.parts_of(Goal) if not goal.serves_mission]
    if loose:
        names = [goal.named() or goal.statement or "" for _, goal in loose]
        verb = "does" if len(loose) == 1 else "do"
        hint = "Add `serves_mission`: one sentence that a colleague would believe."
        yield Issue(loose[0][0], f"{quoted(names)} {verb} not say how the mission is served.", hint, at_key=True)


def _echoed(goal: Goal, mission: str) -> str | None:
    """What a link only repeats, if it says nothing that the goal or the mission does not say already."""
    said = _stems(goal.serves_mission or "")
    if not said:
        return "that it does"
    if said <= _stems(f"{goal.named()} {goal.statement or ''}"):
        return "the goal itself"
    return "the mission itself" if said <= _stems(mission) else None


def _stems(text: str) -> frozenset[str]:
    """The beginnings of the words that say something."""
    words = (word.casefold() for word in _WORD.findall(text))
    return frozenset(word[:_STEM] for word in words if word not in _EMPTY)
