"""What an instrument may ask of the stages of complaints in, the evidence for it out."""

from collections.abc import Callable, Iterable, Iterator

from policyctl.findings import Pointer
from policyctl.rules.lengths import sooner
from policyctl.rules.naming import targets
from policyctl.rules.patterns import finds
from policyctl.rules.regulators.evidence import durations
from policyctl.rules.regulators.profile import Against, Evidence
from policyctl.rules.regulators.stages import StageAt, Step, formal, stages
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.quantities import Duration
from policyctl.schema.sections.complaints import HowToComplain

_WORDS = ("no", "one", "two", "three", "four", "five", "six")
_REASON = r"\bwhy\b|\breasons?\b|\bexplain|\bwarum\b|\bgrund\b|\bgründe"
_ACKNOWLEDGED = r"\backnowledg|\bthat we have it\b|\blogged\b|\bbestätig"


def number_of_stages(wanted: int) -> Evidence:
    """That a complaint passes through exactly so many stages."""

    def evidence(context: RuleContext) -> Iterable[Against] | None:
        found = len(stages(context))
        if found in (0, wanted):
            return () if found else None
        count = _WORDS[found] if found < len(_WORDS) else str(found)
        says = f"Your complaints pass through {count} stage{'' if found == 1 else 's'}"
        hint = f"Make them {_WORDS[wanted]}: what is put right there and then needs no stage of its own."
        return (Against(("complaints", "stages"), says, f"{_WORDS[wanted]}, and no more", hint, at_key=True),)

    return evidence


def acknowledged(at_most: str, stage: int = 0) -> Evidence:
    """That the complaint is acknowledged in a stage (the first is 0) within a limit."""
    return _dated(StageAt.acknowledgements, stage, at_most)


def acknowledged_at_all(context: RuleContext) -> Iterable[Against] | None:
    """That the complaint is acknowledged somewhere on its way."""
    return (
        () if any(each.acknowledgements() or each.tells(StageAt.acknowledgements) for each in stages(context)) else None
    )


def answered_at_all(context: RuleContext) -> Iterable[Against] | None:
    """That the complaint is answered within some limit."""
    return () if any(_limits_of(each) or each.tells(StageAt.answers) for each in stages(context)) else None


def somebody_stands_back(context: RuleContext) -> Iterable[Against] | None:
    """That somebody does not decide: whom the complaint is about, or who decided first."""
    found = stages(context)
    back = any(each.stage.not_by or any(step.not_by for _, step in each.steps) for each in found)
    return () if back or decided_by_another(context) is not None else None


def answered(at_most: str, stage: int = 0, *, counted_late_by: str | None = None) -> Evidence:
    """That a stage answers within a limit.

    `counted_late_by` says that the limit is counted from the acknowledgement, which may come so much later than the
    complaint: a promise that is counted from the complaint may be longer by as much.
    """
    return _dated(StageAt.answers, stage, at_most, counted_late_by)


def each_answered(at_most: str) -> Evidence:
    """That there is an answer, and that no stage takes longer than so much for it."""
    cap = Duration.read(at_most)

    def evidence(context: RuleContext) -> Iterable[Against] | None:
        found = stages(context)
        told = any(each.answers() or each.tells(StageAt.answers) for each in found)
        late = [against for each in found for against in _too_long(_limits(each.answers()), cap)]
        return [*late, *(against for each in found for against in _by_complexity(each, cap))] if told else None

    return evidence


def extended(at_most: str, stage: int = 0) -> Evidence:
    """That an answer which takes longer takes no more than so much longer, and comes with a reason."""
    cap = Duration.read(at_most)

    def evidence(context: RuleContext) -> Iterable[Against] | None:
        found = formal(context)
        if len(found) <= stage or not (extension := found[stage].stage.extension):
            return ()
        place = (*found[stage].pointer, "extension")
        if extension.reason_given is not None and not extension.reason_given:
            hint = "Write `reason_given: yes`, and mean it."
            return (
                Against(
                    (*place, "reason_given"), "The reason for taking longer is left out", "part of the message", hint
                ),
            )
        if not extension.reason_given and not finds(_REASON, extension.says or ""):
            return None
        limits = [
            ((*place, "at_most"), f"An extension of “{found[stage].name}”", bound) for bound in _bounds(extension)
        ]
        return list(_too_long(limits, cap))

    return evidence


def decided_by_another(context: RuleContext) -> Iterable[Against] | None:
    """That the second stage is decided by somebody else than the first; a rule of its own tells where it is not."""
    found = formal(context)
    if len(found) < 2:
        return None
    if found[1].stage.not_by or any(step.not_by for _, step in found[1].steps):
        return ()
    first, second = (_deciders(each, context) for each in found[:2])
    return () if first and second and not first & second else None


def letter_says(words: str) -> Evidence:
    """That the answer says something: where to go next, or why it was so decided."""

    def evidence(context: RuleContext) -> Iterable[Against] | None:
        texts = (text for each in stages(context) for text in (*each.stage.letter, each.stage.says or ""))
        return () if any(finds(words, text) for text in texts) else None

    return evidence


def somebody_in_charge(context: RuleContext) -> Iterable[Against] | None:
    """That somebody is named who hears complaints."""
    named = any(how.to for _, how in context.parts_of(HowToComplain)) or any(each.stage.by for each in stages(context))
    return () if named else None


def _dated(
    what: Callable[[StageAt], list[Step]], stage: int, at_most: str, counted_late_by: str | None = None
) -> Evidence:
    cap = Duration.read(at_most)
    late = Duration.read(counted_late_by) if counted_late_by else None

    def evidence(context: RuleContext) -> Iterable[Against] | None:
        found = formal(context)
        if len(found) <= stage:
            return None
        steps = what(found[stage])
        if not steps:
            return () if found[stage].tells(what) else None
        after = [each for each in steps if late is None or _is_counted_from_acknowledgement(each, found[stage])]
        others = [each for each in steps if each not in after]
        sum_ = Duration(cap.amount + late.amount, cap.unit, cap.clock) if late else cap
        return [*_too_long(_limits(after), cap), *_too_long(_limits(others), sum_)]

    return evidence


def _is_counted_from_acknowledgement(step: Step, stage: StageAt) -> bool:
    after = step[1].after or ""
    names = [each.named() for _, each in stage.acknowledgements()]
    return after in names or finds(_ACKNOWLEDGED, after)


def _limits(steps: Iterable[Step]) -> Iterator[tuple[Pointer, str, Duration]]:
    for pointer, step in steps:
        yield from (((*pointer, "within"), f"“{step.named() or step.says}”", limit) for limit in durations(step))


def _limits_of(stage: StageAt) -> bool:
    dated = any(set(step.set_fields()) & {"within", "by", "on"} for _, step in stage.answers())
    return dated or any(level.within for level in stage.stage.complexity or ())


def _by_complexity(stage: StageAt, cap: Duration) -> Iterator[Against]:
    levels = stage.stage.complexity.located((*stage.pointer, "complexity")) if stage.stage.complexity else ()
    limits = (((*p, "within"), f"“{level.named()}”", limit) for p, level in levels for limit in durations(level))
    return _too_long(limits, cap)


def _bounds(extension: object) -> Iterator[Duration]:
    yield from (bound for _, bound in getattr(extension, "at_most", None) or () if isinstance(bound, Duration))


def _too_long(limits: Iterable[tuple[Pointer, str, Duration]], cap: Duration) -> Iterator[Against]:
    for pointer, name, limit in limits:
        if sooner(cap, limit):
            hint = f"Promise {cap} or less here."
            yield Against(pointer, f"{name} may take {limit}", f"{cap} at the most", hint, limit=True)


def _deciders(stage: StageAt, context: RuleContext) -> frozenset[Pointer | str]:
    """Who decides a stage: roles, or the words for somebody who has no entry of their own."""
    named = [(reference, targets(reference, context.names)) for reference in stage.stage.by]
    roles = {each.pointer for _, found in named for each in found}
    return frozenset(roles | {normalise_name(reference) for reference, found in named if not found})
