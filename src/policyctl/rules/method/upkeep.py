"""A policy in, how far it has come with staying true out: steps 10 to 15 of the method."""

from policyctl.rules.method.step import Told, holding, lacking, of_some, several
from policyctl.rules.telling import joined
from policyctl.schema import Policy
from policyctl.schema.sections.keeping import Review


def pilot(policy: Policy) -> Told:
    """A trial with staff and customers, who are told that it is one."""
    trial = policy.pilot
    if trial is None:
        return Told()
    taking_part = joined([who for who, some in (("staff", trial.staff), ("customers", trial.customers)) if some])
    holds = (f"with {taking_part}" if taking_part else "planned", *holding((trial.findings, "finding")))
    lacks = lacking(
        (trial.staff, "staff"),
        (trial.customers, "customers"),
        (trial.told or not trial.customers, "a word to them that it is a test"),
        (trial.success_when or trial.decision, "a word on when it is a success"),
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
    return Told(holds or ("described",), lacking((plays, "a scene to play"), (meetings, "a briefing")))


def measures(policy: Policy) -> Told:
    """A few figures, each read by somebody."""
    figures = tuple(policy.metrics or ())
    lacks = (*of_some("a target for", figures, "target"), *of_some("somebody who reads", figures, "owner"))
    return Told(holding((figures, "figure")), lacks)


def feedback(policy: Policy) -> Told:
    """What customers say, all the time, and who reads it."""
    found = tuple(policy.feedback or ())
    ways = (several(len(found), "way to hear from customers", "ways to hear from customers"),) if found else ()
    return Told(ways, of_some("somebody who reads", found, "read_by"))


def leadership(policy: Policy) -> Told:
    """Leaders follow the same rules, for everybody to see."""
    leaders = policy.leadership
    if leaders is None:
        return Told()
    same = ("the same rules",) if leaders.same_rules else ()
    holds = (*holding((leaders.commitments, "commitment")), *same) or ("described",)
    return Told(holds, lacking((leaders.commitments, "something that a leader does")))


def review(policy: Policy) -> Told:
    """Regularly, and when something happens."""
    again = policy.review
    if again is None:
        return Told()
    lacks = lacking((again.every or again.next, "a day"), (again.triggers, "what would bring it forward"))
    return Told(tuple(_when(again)) or ("described",), lacks)


def _when(again: Review) -> tuple[str, ...]:
    every = (str(again.every),) if again.every else ()
    following = (f"next on {again.next}",) if again.next else ()
    return every + following + (("sooner when something happens",) if again.triggers else ())
