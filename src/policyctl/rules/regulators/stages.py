"""The stages of a complaints procedure in; what of each acknowledges, and what answers, out."""

from collections.abc import Callable
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.rules.naming import inside
from policyctl.rules.patterns import finds
from policyctl.rules.rule import RuleContext
from policyctl.schema.quantities import has_figure
from policyctl.schema.sections.complaints import Stage
from policyctl.schema.sections.standards import Standard

Step = tuple[Pointer, Standard]

_ACKNOWLEDGES = r"\backnowledg|\breceipt\b|\bthat we have it\b|\blog(?:ged)?\b|\beingang|\bbestätig"
_ANSWERS = (
    r"\banswer|\brepl(?:y|ies)\b|\brespon[ds]|\boutcome\b|\bdecision\b|\bdecides?\b|\bfindings?\b|\bfinal\b|\bposition\b"
    r"|\bresult\b|\bantwort|\bentscheid|\blösung\b|\bbescheid\b|\bergebnis"
)
_MILESTONES = {"acknowledge": _ACKNOWLEDGES, "full-reply": _ANSWERS, "resolve": _ANSWERS, "first-reply": _ANSWERS}


class StageAt(NamedTuple):
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
        return [step for step in self.steps if _is(step[1], _ACKNOWLEDGES)]

    def answers(self) -> list[Step]:
        """The steps that answer the complaint; the only step of a stage is its answer, whatever it is called."""
        found = [step for step in self.steps if _is(step[1], _ANSWERS)]
        rest = [step for step in self.steps if not _is(step[1], _ACKNOWLEDGES)]
        return found or (rest if len(rest) == 1 else [])

    def tells(self, what: Callable[["StageAt"], list[Step]]) -> bool:
        """Whether the one sentence of a stage without such steps holds a figure, and so may say it."""
        return not what(self) and bool(self.stage.says and has_figure(self.stage.says))


def stages(context: RuleContext) -> list[StageAt]:
    """Every stage, in order."""
    found: dict[Pointer, list[Step]] = {pointer: [] for pointer, _ in context.parts_of(Stage)}
    for pointer, step in context.parts_of(Standard):
        stage = inside(pointer, found)
        if stage and not step.rows:
            found[stage].append((pointer, step))
    return [StageAt(pointer, stage, tuple(found[pointer])) for pointer, stage in context.parts_of(Stage)]


def formal(context: RuleContext) -> list[StageAt]:
    """The stages from the first that is not left to chance: what is put right there and then needs no letter."""
    found = stages(context)
    return found[1:] if len(found) > 2 and found[0].stage.optional and not found[0].steps else found


def _is(step: Standard, words: str) -> bool:
    if step.milestone:
        return _MILESTONES.get(step.milestone) == words
    found = (finds(each, f"{step.named()} {step.says or ''}") for each in (_ACKNOWLEDGES, _ANSWERS))
    acknowledges, answers = found
    return acknowledges if words == _ACKNOWLEDGES else answers and not acknowledges
