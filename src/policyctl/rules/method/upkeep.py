"""A policy in, how far it has come with staying true out: steps 10 to 15 of the method."""

from policyctl.rules.method.step import Told, holding, lacking, several, without
from policyctl.spec import Policy
from policyctl.spec.quantities import Date
from policyctl.spec.sections.keeping import Review


def pilot(policy: Policy) -> Told:
    """A trial with staff and customers, who are told that it is one."""
    trial = policy.pilot
    if trial is None:
        return Told()
    staff, customers = (("staff",) if trial.staff else ()), (("customers",) if trial.customers else ())
    holds = (" and ".join((*staff, *customers)) or "planned", *holding((trial.findings, "finding")))
    lacks = lacking(
        (trial.staff, "no staff"),
        (trial.customers, "no customers"),
        (trial.told or not trial.customers, "not told that it is a test"),
        (trial.success_when or trial.decision, "no word on when it is a success"),
    )
    return Told(holds + (("decided",) if trial.decision else ()), lacks)


def training(policy: Policy) -> Told:
    """Practice, and a briefing that is more than a mail."""
    lessons, rollout = policy.training, policy.rollout
    if lessons is None and rollout is None:
        return Told()
    modules, plays, quiz = (lessons.modules, lessons.role_plays, lessons.quiz) if lessons else (None, None, None)
    meetings = rollout.meetings if rollout else None
    holds = holding((modules, "lesson"), (plays, "role play"), (quiz, "quiz question"), (meetings, "briefing"))
    return Told(holds or ("a few words",), lacking((plays, "no role play"), (meetings, "no briefing")))


def measures(policy: Policy) -> Told:
    """A few figures, each read by somebody."""
    figures = tuple(policy.metrics or ())
    lacks = (*without(figures, "target", "without a target"), *without(figures, "owner", "that nobody reads"))
    return Told(holding((figures, "figure")), lacks)


def feedback(policy: Policy) -> Told:
    """What customers say, all the time, and who reads it."""
    found = tuple(policy.feedback or ())
    ways = (several(len(found), "way to hear from customers", "ways to hear from customers"),) if found else ()
    return Told(ways, without(found, "read_by", "that nobody reads"))


def leadership(policy: Policy) -> Told:
    """Leaders follow the same rules, for everybody to see."""
    leaders = policy.leadership
    if leaders is None:
        return Told()
    same = ("the same rules",) if leaders.same_rules else ()
    holds = (*holding((leaders.commitments, "commitment")), *same) or ("a few words",)
    return Told(holds, lacking((leaders.commitments, "nothing that a leader does")))


def review(policy: Policy) -> Told:
    """Regularly, and when something happens."""
    again = policy.review
    if again is None:
        return Told()
    lacks = lacking((again.every or again.next, "no day"), (again.triggers, "nothing that brings it forward"))
    return Told(tuple(_when(again)) or ("a few words",), lacks)


def _when(again: Review) -> tuple[str, ...]:
    every = (str(again.every),) if again.every else ()
    following = (f"next on {again.next}",) if isinstance(again.next, Date) else ()
    return every + following + (("sooner when something happens",) if again.triggers else ())
