"""A policy in, how far it has come with what it is for out: steps 1 to 5 of the method."""

from policyctl.rules.method.step import Told, holding, lacking, several, without
from policyctl.spec import Policy


def stand(policy: Policy) -> Told:
    """What the organisation stands for, and what a customer should live through."""
    holds = holding((policy.values, "value"), (policy.moments, "moment"))
    return Told(holds, lacking((policy.values, "no values"), (policy.moments, "no moment as a customer lives it")))


def goals(policy: Policy) -> Told:
    """The main objectives, each with what would show it."""
    found = tuple(policy.goals or ())
    measured = sum(bool(goal.metrics) for goal in found)
    holds = (several(len(found), "goal"), f"{measured} with a figure") if found else ()
    return Told(holds, without(found, "metrics", "without a figure") if measured else ("none with a figure",))


def comparison(policy: Policy) -> Told:
    """What competitors or norms do, and what was decided about it."""
    found = tuple(policy.benchmarks or ())
    lacks = (*without(found, "decision", "without a decision"), *without(found, "source", "without a source"))
    return Told(holding((found, "comparison")), lacks)


def mission(policy: Policy) -> Told:
    """The one statement, and how each goal serves it."""
    found = tuple(policy.goals or ())
    serving = sum(bool(goal.serves_mission) for goal in found)
    holds = ("a mission", *((f"{serving} of {several(len(found), 'goal')} tied to it",) if found else ()))
    lacks = (*lacking((found, "no goal that serves it")), *without(found, "serves_mission", "without a word on how"))
    return Told(holds if policy.mission else (), lacks)


def front_line(policy: Policy) -> Told:
    """What the people who answer customers said before it was written, and what changed because of it."""
    asked = tuple(policy.staff_input or ())
    said = sum(len(each.found) for each in asked)
    changed = sum(len(each.changed) for each in asked)
    holds = (f"asked {several(len(asked), 'time')}", f"{several(said, 'thing')} said", f"{changed} changed")
    return Told(holds if asked else (), lacking((said, "nothing they said"), (changed, "nothing changed by it")))
