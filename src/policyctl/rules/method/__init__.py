"""The method in fifteen steps: one table, which the rules of what a handbook must hold and its summary both read."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from policyctl.findings import Finding
from policyctl.rules.method import practice, purpose, upkeep
from policyctl.rules.method.step import Grade, Step, Told
from policyctl.rules.rule import Rule
from policyctl.schema import Policy
from policyctl.schema.sections.head import Kind

__all__ = ["CORE", "STEPS", "Grade", "Part", "Standing", "Step", "Told", "core_missing", "standings", "steps_missing"]

STEPS: tuple[Step, ...] = (
    Step(1, "Values and moments", ("values", "moments"), purpose.stand,
         "what you stand for, and how it shows"),
    Step(2, "Goals", ("goals",), purpose.goals,
         "what you want to bring about, and what would show it"),
    Step(3, "Comparison with others", ("benchmarks",), purpose.comparison,
         "one thing that a competitor does better, and whether you follow"),
    Step(4, "Mission", ("mission",), purpose.mission,
         "what you are there for, in one sentence"),
    Step(5, "Front-line input", ("staff_input",), purpose.front_line,
         "what the people who answer customers said when you asked them"),
    Step(6, "Procedures", ("procedures",), practice.procedures,
         "what to do, step by step, in the case you meet most"),
    Step(7, "Promises and escalation", ("standards", "escalation"), practice.promises,
         "how fast you answer, and who takes a case further"),
    Step(8, "Discretion", ("discretion",), practice.discretion,
         "what staff may give without asking, and up to how much"),
    Step(9, "Tone", ("tone",), practice.tone,
         "a poor and a good answer to one customer"),
    Step(10, "Pilot", ("pilot",), upkeep.pilot,
         "who tries it out first, and what customers are told about the trial"),
    Step(11, "Training and briefing", ("training", "rollout"), upkeep.training,
         "one scene to play, and how you know that it went well"),
    Step(12, "Measures", ("metrics",), upkeep.measures,
         "the one figure that you would miss, and who reads it"),
    Step(13, "Customer feedback", ("feedback",), upkeep.feedback,
         "one way in which customers tell you what they think, and who reads it"),
    Step(14, "Leadership", ("leadership",), upkeep.leadership,
         "one thing that a leader does for everybody to see"),
    Step(15, "Review", ("review",), upkeep.review,
         "how often you look at it again, and what brings that forward"),
)  # fmt: skip
"""Every step in its order."""


class Part(NamedTuple):
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


class Standing(NamedTuple):
    """How far a policy has come with one step: what it holds and lacks, and what the step's rules `found`."""

    step: Step
    told: Told
    found: tuple[Finding, ...] = ()

    @property
    def grade(self) -> Grade:
        """What is there is thin while a rule that watches over it has something to say."""
        return Grade.THIN if self.found and self.told.grade is Grade.DONE else self.told.grade


def standings(policy: Policy, findings: Iterable[Finding] = (), rules: Iterable[Rule] = ()) -> tuple[Standing, ...]:
    """How far a policy has come with each step, and what the rules that watch over it have found.

    A policy that calls itself something else than a handbook is held to its rules alone: nothing is lacking in what
    it need not hold.
    """
    step_of = {rule.id: rule.step for rule in rules}
    by_step: dict[int | None, list[Finding]] = {}
    for finding in findings:
        by_step.setdefault(step_of.get(finding.rule), []).append(finding)
    kinds = policy.policy.kind
    return tuple(
        Standing(
            step,
            step.look(policy) if not kinds or Kind.HANDBOOK in kinds else Told(step.look(policy).holds),
            tuple(by_step.get(step.number, ())),
        )
        for step in STEPS
    )
