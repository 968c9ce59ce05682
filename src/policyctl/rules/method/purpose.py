"""A policy in, how far it has come with what it is for out: steps 1 to 5 of the method."""

from policyctl.rules.method.step import Told, holding, lacking, of_some, several
from policyctl.schema import Policy


def stand(policy: Policy) -> Told:
    """What the organisation stands for, and what a customer should live through."""
    holds = holding((policy.values, "value"), (policy.moments, "moment"))
    return Told(holds, lacking((policy.values, "values"), (policy.moments, "a moment as a customer lives it")))


def goals(policy: Policy) -> Told:
    """The main objectives, each with what would show it."""
    found = tuple(policy.goals or ())
    measured = sum(bool(goal.metrics) for goal in found)
    holds = (several(len(found), "goal"), f"{measured} measured") if found else ()
    return Told(holds, of_some("a figure for", found, "metrics"))


def comparison(policy: Policy) -> Told:
    """What competitors or norms do, and what was decided about it."""
    found = tuple(policy.benchmarks or ())
    lacks = (*of_some("a decision on", found, "decision"), *of_some("a source for", found, "source"))
    return Told(holding((found, "comparison")), lacks)


def mission(policy: Policy) -> Told:
    """The one statement, and how each goal serves it."""
    found = tuple(policy.goals or ())
    serving = sum(bool(goal.serves_mission) for goal in found)
    tied = (f"{serving} of {several(len(found), 'goal')} tied to it",) if found else ()
    lacks = (
        *lacking((found, "a goal that serves it")),
        *of_some("a word on what it gains by", found, "serves_mission"),
    )
    return Told(("stated", *tied) if policy.mission else (), lacks)


def front_line(policy: Policy) -> Told:
    """What the people who answer customers said before it was written, and what changed because of it."""
    asked = tuple(policy.staff_input or ())
    said = sum(len(each.found) for each in asked)
    changed = sum(len(each.changed) for each in asked)
    times = "asked once" if len(asked) == 1 else f"asked {len(asked)} times"
    came = tuple(several(number, noun) for number, noun in ((said, "answer"), (changed, "change")) if number)
    return Told(
        (times, *came) if asked else (), lacking((said, "what they said"), (changed, "what changed because of it"))
    )
