"""The method in fifteen steps: one table, which the rules of what a handbook must hold and its summary both read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from policyctl.findings import Finding
from policyctl.rules.method import practice, purpose, upkeep
from policyctl.rules.method.step import Grade, Step, Told
from policyctl.spec import Policy

__all__ = ["CORE", "STEPS", "Grade", "Part", "Standing", "Step", "Told", "core_missing", "standings", "steps_missing"]

STEPS: tuple[Step, ...] = (
    Step(1, "Values and moments", ("values", "moments"), "what you stand for, and how it shows", purpose.stand, ()),
    Step(2, "Goals", ("goals",), "what you want to bring about, and what would show it", purpose.goals, ()),
    Step(
        3,
        "Comparison with others",
        ("benchmarks",),
        "one thing that a competitor does better, and whether you follow",
        purpose.comparison,
        (),
    ),
    Step(4, "Mission", ("mission",), "what you are there for, in one sentence", purpose.mission, ()),
    Step(
        5,
        "Front-line input",
        ("staff_input",),
        "what the people who answer customers said when you asked them",
        purpose.front_line,
        (),
    ),
    Step(
        6, "Procedures", ("procedures",), "what to do, step by step, in the case you meet most", practice.procedures, ()
    ),
    Step(
        7,
        "Promises and escalation",
        ("standards", "escalation"),
        "how fast you answer, and who takes a case further",
        practice.promises,
        (),
    ),
    Step(
        8,
        "Discretion",
        ("discretion",),
        "what staff may give without asking, and up to how much",
        practice.discretion,
        (),
    ),
    Step(9, "Tone", ("tone",), "a poor and a good answer to one customer", practice.tone, ()),
    Step(
        10, "Pilot", ("pilot",), "who tries it out first, and what customers are told about the trial", upkeep.pilot, ()
    ),
    Step(
        11,
        "Training and briefing",
        ("training", "rollout"),
        "one scene to play, and how you know that it went well",
        upkeep.training,
        (),
    ),
    Step(12, "Measures", ("metrics",), "the one figure that you would miss, and who reads it", upkeep.measures, ()),
    Step(
        13,
        "Customer feedback",
        ("feedback",),
        "one way in which customers tell you what they think, and who reads it",
        upkeep.feedback,
        (),
    ),
    Step(14, "Leadership", ("leadership",), "one thing that a leader does for everybody to see", upkeep.leadership, ()),
    Step(15, "Review", ("review",), "how often you look at it again, and what brings that forward", upkeep.review, ()),
)
"""Every step in its order."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that no handbook can do without, the section that holds it, and the step that it belongs to."""

    says: str
    section: str
    step: int
    there: Callable[[Policy], bool]


CORE: tuple[Part, ...] = (
    Part("how fast you answer", "standards", 7, lambda policy: any(practice.promised(policy))),
    Part("how you sound", "tone", 9, lambda policy: policy.tone is not None),
    Part("who takes a case further", "escalation", 7, practice.taken_further),
    Part("what to do when something happens", "procedures", 6, lambda policy: bool(policy.procedures)),
)
"""Response times, tone, escalation and problem resolution."""


def core_missing(policy: Policy) -> tuple[Part, ...]:
    """What the policy lacks that no handbook can do without."""
    return tuple(part for part in CORE if not part.there(policy))


def steps_missing(policy: Policy) -> tuple[Step, ...]:
    """The steps of which the policy holds nothing, but for those whose lack is one of the core."""
    core = {part.step for part in CORE}
    return tuple(step for step in STEPS if step.number not in core and step.look(policy).grade is Grade.MISSING)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a policy has come with one step; `found` is what its rules said about it."""

    step: Step
    told: Told
    found: tuple[Finding, ...] = ()

    @property
    def grade(self) -> Grade:
        """What is there is thin while a rule that watches over it has something to say."""
        return Grade.THIN if self.found and self.told.grade is Grade.DONE else self.told.grade


def standings(policy: Policy, findings: Iterable[Finding] = ()) -> tuple[Standing, ...]:
    """How far a policy has come with each step, and which of the findings are about it."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    return tuple(
        Standing(step, step.look(policy), tuple(each for rule in step.rules for each in by_rule.get(rule, ())))
        for step in STEPS
    )
