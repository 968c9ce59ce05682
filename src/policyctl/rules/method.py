"""Tell how far a policy has come with each of the fifteen steps of the method.

The table of steps is what the rules on whole policies and the summary of a policy both read.
"""

from collections.abc import Callable, Iterable, Iterator, Sized
from enum import StrEnum
from typing import NamedTuple, TypeVar

from policyctl.findings import Finding
from policyctl.meaning.phrases import Phrase
from policyctl.rules.rule import Rule
from policyctl.schema import Policy
from policyctl.schema.grammar.entry import Entry
from policyctl.schema.sections.discretion import Grant
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.keeping import Review
from policyctl.schema.sections.standards import Standard
from policyctl.schema.sections.tone import Sample, Tone
from policyctl.schema.sections.training import Pilot

U = TypeVar("U", Standard, Grant)

ENOUGH_SAMPLES = 3
"""Samples that show a tone, those of moods among them: one or two may be chance."""


class Grade(StrEnum):
    """How far a policy has come with a step."""

    DONE = "done"
    THIN = "thin"
    MISSING = "missing"


class Progress(NamedTuple):
    """What a policy holds of a step, in a few counts, and what it lacks there, each as a noun.

    Without counts it holds nothing of it.
    """

    holds: tuple[Phrase, ...] = ()
    lacks: tuple[Phrase, ...] = ()

    @property
    def grade(self) -> Grade:
        """Missing where there is nothing, thin where something lacks."""
        if not self.holds:
            return Grade.MISSING
        return Grade.THIN if self.lacks else Grade.DONE


class Step(NamedTuple):
    """One of the fifteen steps of the method.

    `title` is a noun, `sections` are the sections of a policy that carry it, the first being where one begins, and
    `begin` says with what. `progress` tells how far a policy has come.
    """

    number: int
    title: str
    sections: tuple[str, ...]
    progress: Callable[[Policy], Progress]
    begin: str


class CorePart(NamedTuple):
    """Something that no handbook can do without, the section that holds it, and the step that it belongs to."""

    says: str
    section: str
    step: int
    there: Callable[[Policy], bool]


class Standing(NamedTuple):
    """How far a policy has come with one step: what it holds and lacks, and what the step's rules `found`."""

    step: Step
    progress: Progress
    found: tuple[Finding, ...] = ()

    @property
    def grade(self) -> Grade:
        """What is there is thin while a rule that watches over it has something to say."""
        return Grade.THIN if self.found and self.progress.grade is Grade.DONE else self.progress.grade


def core_missing(policy: Policy) -> tuple[CorePart, ...]:
    """What the policy lacks that no handbook can do without."""
    return tuple(part for part in CORE if not part.there(policy))


def steps_missing(policy: Policy) -> tuple[Step, ...]:
    """The steps of which the policy holds nothing, but for those whose lack is one of the core."""
    core = {part.step for part in CORE}
    return tuple(step for step in STEPS if step.number not in core and step.progress(policy).grade is Grade.MISSING)


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
            step.progress(policy) if not kinds or Kind.HANDBOOK in kinds else Progress(step.progress(policy).holds),
            tuple(by_step.get(step.number, ())),
        )
        for step in STEPS
    )


def _stand(policy: Policy) -> Progress:
    """What the organisation stands for, and what a customer should live through."""
    holds = _counts(
        (policy.values, "{count} value", "{count} values"), (policy.moments, "{count} moment", "{count} moments")
    )
    return Progress(
        holds, _lacking((policy.values, Phrase("values")), (policy.moments, Phrase("a moment as a customer lives it")))
    )


def _goals(policy: Policy) -> Progress:
    """The main objectives, each with what would show it."""
    found = tuple(policy.goals or ())
    measured = sum(bool(goal.metrics) for goal in found)
    holds = (
        (_count(len(found), "{count} goal", "{count} goals"), Phrase("{count} measured", count=measured))
        if found
        else ()
    )
    return Progress(holds, _lacking_in("a figure for {names}", found, "metrics"))


def _comparison(policy: Policy) -> Progress:
    """What competitors or norms do, and what was decided about it."""
    found = tuple(policy.benchmarks or ())
    lacks = (
        *_lacking_in("a decision on {names}", found, "decision"),
        *_lacking_in("a source for {names}", found, "source"),
    )
    return Progress(_counts((found, "{count} comparison", "{count} comparisons")), lacks)


def _mission(policy: Policy) -> Progress:
    """The one statement, and how each goal serves it."""
    found = tuple(policy.goals or ())
    serving = sum(bool(goal.serves_mission) for goal in found)
    many = "{serving} of {count} goals tied to it"
    tied = (Phrase("{serving} of {count} goal tied to it", many, count=len(found), serving=serving),) if found else ()
    lacks = (
        *_lacking((found, Phrase("a goal that serves it"))),
        *_lacking_in("a word on what it gains by {names}", found, "serves_mission"),
    )
    return Progress((Phrase("stated"), *tied) if policy.mission else (), lacks)


def _front_line(policy: Policy) -> Progress:
    """What the people who answer customers said before it was written, and what changed because of it."""
    asked = tuple(policy.staff_input or ())
    said = sum(len(each.found) for each in asked)
    changed = sum(len(each.changed) for each in asked)
    times = _count(len(asked), "asked once", "asked {count} times")
    answers = (_count(said, "{count} answer", "{count} answers"),) if said else ()
    changes = (_count(changed, "{count} change", "{count} changes"),) if changed else ()
    lacks = _lacking((said, Phrase("what they said")), (changed, Phrase("what changed because of it")))
    return Progress((times, *answers, *changes) if asked else (), lacks)


def _procedures(policy: Policy) -> Progress:
    """What to do in each kind of case, for each goal."""
    found = tuple(policy.procedures or ())
    steps = sum(len(each.steps) for each in found)
    serving = sum(bool(each.goals) for each in found)
    holds = (
        *_counts((found, "{count} procedure", "{count} procedures")),
        *((_count(steps, "{count} step", "{count} steps"),) if steps else ()),
    )
    lacks = _lacking((steps, Phrase("steps")), (serving or not policy.goals, Phrase("one that serves a goal")))
    return Progress(holds, lacks)


def _promises(policy: Policy) -> Progress:
    """How fast and how well, and who takes it further."""
    made, escalation = tuple(_promised(policy)), policy.escalation
    ladders, direct = (escalation.ladders, escalation.direct) if escalation else (None, None)
    asked = (Phrase("somebody to ask"),) if _is_taken_further(policy) and not (ladders or direct) else ()
    counts = _counts(
        (made, "{count} promise", "{count} promises"),
        (ladders, "{count} ladder", "{count} ladders"),
        (direct, "{count} direct route", "{count} direct routes"),
    )
    further = (_is_taken_further(policy), Phrase("somebody to take it further"))
    return Progress((*counts, *asked), _lacking((made, Phrase("a promise")), further))


def _discretion(policy: Policy) -> Progress:
    """What the front line may give without asking."""
    grants = tuple(_granted(policy))
    holds = (
        (_count(len(grants), "{count} thing that staff may give", "{count} things that staff may give"),)
        if grants
        else ()
    )
    return Progress(
        holds or ((Phrase("somebody to ask"),) if policy.discretion else ()),
        _lacking((grants, Phrase("something to give without asking"))),
    )


def _tone(policy: Policy) -> Progress:
    """How the organisation sounds: samples, tone by mood, and a script for the ear."""
    how = policy.tone
    if how is None:
        return Progress()
    samples, shown = tuple(how.samples or ()), times_shown(how)
    script = how.audio_guide is not None
    heard = Phrase("a script to listen to")
    counts = _counts((samples, "{count} sample", "{count} samples"), (how.moods, "{count} mood", "{count} moods"))
    holds = (*counts, *((heard,) if script else ()))
    more = _count(ENOUGH_SAMPLES - shown, "{count} more sample", "{count} more samples")
    lacks = _lacking(
        (shown >= ENOUGH_SAMPLES, more if shown else Phrase("samples")),
        (how.moods or _by_mood(samples), Phrase("words for somebody angry")),
        (script, heard),
    )
    return Progress(holds or (Phrase("described"),), lacks)


def times_shown(tone: Tone) -> int:
    """How often a tone shows what to say: in samples, and in words for a mood."""
    return len(tone.samples or ()) + sum(bool(mood.say) for mood in tone.moods or ())


def _promised(policy: Policy) -> Iterator[Standard]:
    """Every promise, in the standards and in the procedures; the rows of a group each."""
    yield from _rows(policy.standards or ())
    for procedure in policy.procedures or ():
        yield from _rows(procedure.promises or ())


def _granted(policy: Policy) -> Iterator[Grant]:
    """Everything that may be given, in the discretion and in the procedures; the rows of a group each."""
    yield from _rows((policy.discretion and policy.discretion.may_give) or ())
    for procedure in policy.procedures or ():
        yield from _rows(procedure.may_give or ())


def _is_taken_further(policy: Policy) -> bool:
    """Whether the policy says who is asked when the one who is there cannot settle it."""
    asked = policy.discretion is not None and bool(policy.discretion.ask)
    return policy.escalation is not None or asked or any(grant.above for grant in _granted(policy))


def _rows(group: Iterable[U]) -> Iterator[U]:
    """The rows that are no groups themselves; groups stand as deep as a source may go, which is not deep."""
    for row in group:
        if row.rows:
            yield from _rows(row.rows)
        else:
            yield row


def _by_mood(samples: Iterable[Sample]) -> bool:
    return any(sample.mood for sample in samples)


def _pilot(policy: Policy) -> Progress:
    """A trial with staff and customers, who are told that it is one."""
    trial = policy.pilot
    if trial is None:
        return Progress()
    holds = (_taking_part(trial), *_counts((trial.findings, "{count} finding", "{count} findings")))
    lacks = _lacking(
        (trial.staff, Phrase("staff")),
        (trial.customers, Phrase("customers")),
        (trial.told or not trial.customers, Phrase("a word to them that it is a test")),
        (trial.success_when or trial.decision, Phrase("a word on when it is a success")),
    )
    return Progress(holds + ((Phrase("decided"),) if trial.decision else ()), lacks)


def _taking_part(trial: Pilot) -> Phrase:
    """With whom it is tried."""
    if trial.staff and trial.customers:
        return Phrase("with staff and customers")
    return Phrase("with staff") if trial.staff else Phrase("with customers") if trial.customers else Phrase("planned")


def _training(policy: Policy) -> Progress:
    """Practice, and a briefing that is more than a mail."""
    lessons, rollout = policy.training, policy.rollout
    if lessons is None and rollout is None:
        return Progress()
    modules, plays, quiz = (lessons.modules, lessons.role_plays, lessons.quiz) if lessons else (None, None, None)
    meetings = rollout.meetings if rollout else None
    holds = _counts(
        (modules, "{count} lesson", "{count} lessons"),
        (plays, "{count} role play", "{count} role plays"),
        (quiz, "{count} quiz question", "{count} quiz questions"),
        (meetings, "{count} briefing", "{count} briefings"),
    )
    return Progress(
        holds or (Phrase("described"),), _lacking((plays, Phrase("a scene to play")), (meetings, Phrase("a briefing")))
    )


def _measures(policy: Policy) -> Progress:
    """A few figures, each read by somebody."""
    figures = tuple(policy.metrics or ())
    lacks = (
        *_lacking_in("a target for {names}", figures, "target"),
        *_lacking_in("somebody who reads {names}", figures, "owner"),
    )
    return Progress(_counts((figures, "{count} figure", "{count} figures")), lacks)


def _feedback(policy: Policy) -> Progress:
    """What customers say, all the time, and who reads it."""
    found = tuple(policy.feedback or ())
    many = "{count} ways to hear from customers"
    ways = (_count(len(found), "{count} way to hear from customers", many),) if found else ()
    return Progress(ways, _lacking_in("somebody who reads {names}", found, "read_by"))


def _leadership(policy: Policy) -> Progress:
    """Leaders follow the same rules, for everybody to see."""
    leaders = policy.leadership
    if leaders is None:
        return Progress()
    same = (Phrase("the same rules"),) if leaders.same_rules else ()
    counts = _counts((leaders.commitments, "{count} commitment", "{count} commitments"))
    holds = (*counts, *same) or (Phrase("described"),)
    return Progress(holds, _lacking((leaders.commitments, Phrase("something that a leader does"))))


def _review(policy: Policy) -> Progress:
    """Regularly, and when something happens."""
    again = policy.review
    if again is None:
        return Progress()
    lacks = _lacking(
        (again.every or again.next, Phrase("a day")), (again.triggers, Phrase("what would bring it forward"))
    )
    return Progress(_when(again) or (Phrase("described"),), lacks)


def _when(again: Review) -> tuple[Phrase, ...]:
    every = (Phrase("{often}", often=again.every),) if again.every else ()
    following = (Phrase("next on {day}", day=again.next),) if again.next else ()
    return every + following + ((Phrase("sooner when something happens"),) if again.triggers else ())


def _count(number: int, one: str, many: str) -> Phrase:
    """A number with its noun: `1 goal`, `5 goals`."""
    return Phrase(one, many, count=number)


def _counts(*counts: tuple[Sized | None, str, str]) -> tuple[Phrase, ...]:
    """How many there are of what there is any of, each with its noun."""
    return tuple(_count(len(found), one, many) for found, one, many in counts if found)


def _lacking(*needs: tuple[object, Phrase]) -> tuple[Phrase, ...]:
    """The nouns beside everything that is not there."""
    return tuple(words for found, words in needs if not found)


def _lacking_in(words: str, entries: Iterable[Entry], field: str) -> tuple[Phrase, ...]:
    """What entries lack that leave a field empty, with their names: `a source for “Postage”`."""
    names = [entry.named() or "one without a name" for entry in entries if not getattr(entry, field)]
    return (Phrase(words, names=tuple(names)),) if names else ()


STEPS: tuple[Step, ...] = (
    Step(1, "Values and moments", ("values", "moments"), _stand,
         "what you stand for, and how it shows"),
    Step(2, "Goals", ("goals",), _goals,
         "what you want to bring about, and what would show it"),
    Step(3, "Comparison with others", ("benchmarks",), _comparison,
         "one thing that a competitor does better, and whether you follow"),
    Step(4, "Mission", ("mission",), _mission,
         "what you are there for, in one sentence"),
    Step(5, "Front-line input", ("staff_input",), _front_line,
         "what the people who answer customers said when you asked them"),
    Step(6, "Procedures", ("procedures",), _procedures,
         "what to do, step by step, in the case you meet most"),
    Step(7, "Promises and escalation", ("standards", "escalation"), _promises,
         "how fast you answer, and who takes a case further"),
    Step(8, "Discretion", ("discretion",), _discretion,
         "what staff may give without asking, and up to how much"),
    Step(9, "Tone", ("tone",), _tone,
         "a poor and a good answer to one customer"),
    Step(10, "Pilot", ("pilot",), _pilot,
         "who tries it out first, and what customers are told about the trial"),
    Step(11, "Training and briefing", ("training", "rollout"), _training,
         "one scene to play, and how you know that it went well"),
    Step(12, "Measures", ("metrics",), _measures,
         "the one figure that you would miss, and who reads it"),
    Step(13, "Customer feedback", ("feedback",), _feedback,
         "one way in which customers tell you what they think, and who reads it"),
    Step(14, "Leadership", ("leadership",), _leadership,
         "one thing that a leader does for everybody to see"),
    Step(15, "Review", ("review",), _review,
         "how often you look at it again, and what brings that forward"),
)  # fmt: skip
"""Every step in its order."""

CORE: tuple[CorePart, ...] = (
    CorePart("how fast you answer", "standards", 7, lambda policy: any(_promised(policy))),
    CorePart("how you sound", "tone", 9, lambda policy: policy.tone is not None),
    CorePart("who takes a case further", "escalation", 7, _is_taken_further),
    CorePart("what to do when something happens", "procedures", 6, lambda policy: bool(policy.procedures)),
)
"""Response times, tone, escalation and problem resolution."""
