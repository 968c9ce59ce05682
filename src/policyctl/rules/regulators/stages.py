"""Read the stages of a complaints procedure: which of their dated steps acknowledge, and which answer."""

from collections.abc import Callable
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.lexicon import pattern
from policyctl.meaning.references import inside
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.commitment import Milestone
from policyctl.schema.quantities import has_figure
from policyctl.schema.sections.complaints import Stage
from policyctl.schema.sections.standards import Standard

Step = tuple[Pointer, Standard]

_ANSWERING = frozenset({Milestone.FIRST_REPLY, Milestone.FULL_REPLY, Milestone.RESOLVE})


class StageSteps(NamedTuple):
    """A stage, the way to it, and those of its steps that are dated."""

    pointer: Pointer
    stage: Stage
    steps: tuple[Step, ...]

    @property
    def name(self) -> str:
        """What its author calls it."""
        return self.stage.named() or "The stage"

    def acknowledgements(self) -> list[Step]:
        """The steps that tell the customer that the complaint is there."""
        return [step for step in self.steps if _acknowledges(step[1])]

    def answers(self) -> list[Step]:
        """The steps that answer the complaint; the only step of a stage is its answer, whatever it is called."""
        found = [step for step in self.steps if _answers(step[1])]
        rest = [step for step in self.steps if not _acknowledges(step[1])]
        return found or (rest if len(rest) == 1 else [])

    def may_say(self, what: Callable[["StageSteps"], list[Step]]) -> bool:
        """Whether the one sentence of a stage without such steps holds a figure, and so may say it."""
        return not what(self) and bool(self.stage.says and has_figure(self.stage.says))


def stages(context: RuleContext) -> list[StageSteps]:
    """Every stage, in order."""
    found: dict[Pointer, list[Step]] = {pointer: [] for pointer, _ in context.parts_of(Stage)}
    for pointer, step in context.parts_of(Standard):
        stage = inside(pointer, found)
        if stage and not step.rows:
            found[stage].append((pointer, step))
    return [StageSteps(pointer, stage, tuple(found[pointer])) for pointer, stage in context.parts_of(Stage)]


def formal_stages(context: RuleContext) -> list[StageSteps]:
    """The stages from the first that is not left to chance: what is put right there and then needs no letter."""
    found = context.cached(stages)
    return found[1:] if len(found) > 2 and found[0].stage.optional and not found[0].steps else found


def _acknowledges(step: Standard) -> bool:
    if step.milestone:
        return step.milestone is Milestone.ACKNOWLEDGE
    return bool(pattern("regulators.acknowledgement").search(_words(step)))


def _answers(step: Standard) -> bool:
    if step.milestone:
        return step.milestone in _ANSWERING
    return bool(pattern("regulators.answer").search(_words(step))) and not _acknowledges(step)


def _words(step: Standard) -> str:
    return f"{step.named()} {step.says or ''}"
