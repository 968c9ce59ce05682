"""Tell whether a policy shows what a regulator or a norm asks for.

Each function is one kind of evidence: None where nothing in the policy shows it, else everything that speaks against
it. Profiles name these functions, and what to give them, in `data/regulators`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.lexicon import pattern
from policyctl.meaning.lengths import differs, sooner
from policyctl.meaning.references import targets
from policyctl.rules.regulators.stages import StageSteps, Step, formal_stages, stages
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.entry import Part
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.quantities import Duration
from policyctl.schema.sections.complaints import Extension, HowToComplain, OutsideBody
from policyctl.schema.sections.listening import Feedback
from policyctl.schema.sections.people import Channel

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six")


class Against(NamedTuple):
    """Something in the policy that speaks against a demand: what it says there, and what is asked instead."""

    pointer: Pointer
    says: str
    asked: str
    hint: str
    at_key: bool = False


Evidence = Iterable[Against] | None
Words = str | Sequence[str]
"""One regular expression in small letters, or several."""


def stated(context: RuleContext, fields: Words) -> Evidence:
    """That one of these fields of the policy says something: `complaints.learning`."""
    return () if any(_value_at(context.policy, path.split(".")) for path in _several(fields)) else None


def said(context: RuleContext, words: Words, *, or_stated: Words = ()) -> Evidence:
    """That the texts about complaints say so, or that one of these fields says something."""
    return () if _complaints_say(context, _any_of(words)) else stated(context, or_stated)


def free_of_charge(context: RuleContext) -> Evidence:
    """That complaining costs nothing."""
    complaints = context.policy.complaints
    flag = complaints.free_of_charge if complaints else None
    if flag is not None and not flag:
        says = "Complaining costs the customer something"
        hint = "Write `free_of_charge: yes`, or take the instrument out of `profiles`."
        return (Against(("complaints", "free_of_charge"), says, "free of charge", hint),)
    return () if flag or _complaints_say(context, pattern("regulators.free_of_charge")) else None


def several_ways(context: RuleContext) -> Evidence:
    """That there is more than one way in which a complaint may be made."""
    named = [reference for _, how in context.parts_of(HowToComplain) for reference in how.ways]
    helping = [channel for _, channel in context.parts_of(Channel) if channel.helps()]
    return () if len(named) > 1 or (not named and len(helping) > 1) else None


def somebody_in_charge(context: RuleContext) -> Evidence:
    """That somebody is named who hears complaints."""
    named = any(how.to for _, how in context.parts_of(HowToComplain))
    return () if named or any(each.stage.by for each in context.cached(stages)) else None


def time_to_complain(context: RuleContext, at_least: str) -> Evidence:
    """That a customer has at least so long to complain; who states no limit has none."""
    return list(_too_short(context, _length(at_least))) if context.policy.complaints else None


def number_of_stages(context: RuleContext, wanted: int) -> Evidence:
    """That a complaint passes through exactly so many stages."""
    found = len(context.cached(stages))
    if found in (0, wanted):
        return () if found else None
    count = _NUMBERS[found] if found < len(_NUMBERS) else str(found)
    says = f"Your complaints pass through {count} stage{'' if found == 1 else 's'}"
    hint = f"Make them {_NUMBERS[wanted]}: what is put right there and then needs no stage of its own."
    return (Against(("complaints", "stages"), says, f"{_NUMBERS[wanted]}, and no more", hint, at_key=True),)


def acknowledged(context: RuleContext, at_most: str, *, stage: int = 1) -> Evidence:
    """That the complaint is acknowledged in a stage within a limit."""
    return _dated(context, StageSteps.acknowledgements, at_most, stage)


def acknowledged_at_all(context: RuleContext) -> Evidence:
    """That a complaint is acknowledged, however soon."""
    found = context.cached(stages)
    told = any(each.acknowledgements() or each.may_say(StageSteps.acknowledgements) for each in found)
    return () if told else None


def answered(context: RuleContext, at_most: str, *, stage: int = 1, counted_late_by: str | None = None) -> Evidence:
    """That a stage answers within a limit.

    `counted_late_by` says that the limit is counted from the acknowledgement, which may come so much later than the
    complaint: a promise that is counted from the complaint may be longer by as much.
    """
    return _dated(context, StageSteps.answers, at_most, stage, counted_late_by)


def answered_at_all(context: RuleContext) -> Evidence:
    """That an answer has a limit, whatever it is."""
    found = context.cached(stages)
    return () if any(_is_dated(each) or each.may_say(StageSteps.answers) for each in found) else None


def each_answered(context: RuleContext, at_most: str) -> Evidence:
    """That there is an answer, and that no stage takes longer than so much for it."""
    found, most = context.cached(stages), _length(at_most)
    if not any(each.answers() or each.may_say(StageSteps.answers) for each in found):
        return None
    late = [against for each in found for against in _too_long(_limits(each.answers()), most)]
    return [*late, *(against for each in found for against in _too_long(_limits_by_complexity(each), most))]


def extended(context: RuleContext, at_most: str, *, stage: int = 1) -> Evidence:
    """That an answer which takes longer takes no more than so much longer, and comes with a reason."""
    found = formal_stages(context)
    if len(found) < stage or not (extension := found[stage - 1].stage.extension):
        return ()
    place = (*found[stage - 1].pointer, "extension")
    if extension.reason_given is not None and not extension.reason_given:
        says, hint = "The reason for taking longer is left out", "Write `reason_given: yes`, and mean it."
        return (Against((*place, "reason_given"), says, "part of the message", hint),)
    if not extension.reason_given and not pattern("regulators.reason").search(extension.says or ""):
        return None
    name = f"An extension of “{found[stage - 1].name}”"
    return list(_too_long((((*place, "at_most"), name, most) for most in _longest(extension)), _length(at_most)))


def decided_by_another(context: RuleContext) -> Evidence:
    """That the second stage is decided by somebody else than the first; a rule of its own tells where it is not."""
    found = formal_stages(context)
    if len(found) < 2:
        return None
    if _somebody_stands_back(found[1]):
        return ()
    first, second = (_deciders(each, context) for each in found[:2])
    return () if first and second and not first & second else None


def somebody_stands_back(context: RuleContext) -> Evidence:
    """That somebody does not decide: whom the complaint is about, or who decided first."""
    back = any(_somebody_stands_back(each) for each in context.cached(stages))
    return () if back or decided_by_another(context) is not None else None


def letter_says(context: RuleContext, words: Words) -> Evidence:
    """That the answer says something: where to go next, or why it was so decided."""
    found = context.cached(stages)
    texts = (text for each in found for text in (*each.stage.letter, each.stage.says or ""))
    return () if any(_any_of(words).search(text) for text in texts) else None


def outside_body(context: RuleContext, names: Words) -> Evidence:
    """That customers are told of the body outside."""
    return said(context, names)


def outside_is_free(context: RuleContext, body: Words) -> Evidence:
    """That customers are told that asking the body outside costs nothing."""
    return () if any(each.free for _, each in _bodies(context, body)) else None


def time_to_go_outside(context: RuleContext, exactly: str, *, body: Words) -> Evidence:
    """That customers are told how long they have to go to the body outside, and the right figure."""
    limits = [
        ((*pointer, "limits", index, "within"), each, limit)
        for pointer, each in _bodies(context, body)
        for index, row in enumerate(each.limits)
        for limit in _durations(row)
        if pattern("regulators.final_answer").search(f"{row.after or ''} {row.says or ''}")
    ]
    return list(_other_than(limits, _length(exactly))) if limits else None


def asked_about(context: RuleContext, words: Words) -> Evidence:
    """That customers are asked about a matter."""
    asked = (
        text
        for _, each in context.parts_of(Feedback)
        for text in (*each.question, each.named(), each.about or "", *each.metrics)
    )
    return () if any(_any_of(words).search(text) for text in asked) else None


EVIDENCE: Mapping[str, Callable[..., Evidence]] = MappingProxyType({
    each.__name__: each
    for each in (
        acknowledged, acknowledged_at_all, answered, answered_at_all, asked_about, decided_by_another, each_answered,
        extended, free_of_charge, letter_says, number_of_stages, outside_body, outside_is_free, said, several_ways,
        somebody_in_charge, somebody_stands_back, stated, time_to_complain, time_to_go_outside,
    )
})  # fmt: skip
"""The functions by the names that profiles call them by."""


def _dated(
    context: RuleContext,
    what: Callable[[StageSteps], list[Step]],
    at_most: str,
    stage: int,
    counted_late_by: str | None = None,
) -> Evidence:
    found = formal_stages(context)
    if len(found) < stage:
        return None
    this = found[stage - 1]
    steps = what(this)
    if not steps:
        return () if this.may_say(what) else None
    most, late = _length(at_most), _length(counted_late_by) if counted_late_by else None
    after = [each for each in steps if late is None or _is_counted_from_acknowledgement(each, this)]
    others = [each for each in steps if each not in after]
    both = Duration(most.amount + late.amount, most.unit, most.clock) if late else most
    return [*_too_long(_limits(after), most), *_too_long(_limits(others), both)]


def _is_counted_from_acknowledgement(step: Step, stage: StageSteps) -> bool:
    after = step[1].after or ""
    names = [each.named() for _, each in stage.acknowledgements()]
    return after in names or bool(pattern("regulators.acknowledged").search(after))


def _is_dated(stage: StageSteps) -> bool:
    dated = any(set(step.set_fields()) & {"within", "by", "on"} for _, step in stage.answers())
    return dated or any(level.within for level in stage.stage.complexity or ())


def _limits(steps: Iterable[Step]) -> Iterator[tuple[Pointer, str, Duration]]:
    for pointer, step in steps:
        yield from (((*pointer, "within"), f"“{step.named() or step.says}”", limit) for limit in _durations(step))


def _limits_by_complexity(stage: StageSteps) -> Iterator[tuple[Pointer, str, Duration]]:
    levels = stage.stage.complexity.located((*stage.pointer, "complexity")) if stage.stage.complexity else ()
    for pointer, level in levels:
        yield from (((*pointer, "within"), f"“{level.named()}”", limit) for limit in _durations(level))


def _durations(part: Part) -> Iterator[Duration]:
    """The lengths of time within which a part says that it is done."""
    yield from (bound for _, bound in getattr(part, "within", None) or () if isinstance(bound, Duration))


def _longest(extension: Extension) -> Iterator[Duration]:
    yield from (bound for _, bound in extension.at_most or () if isinstance(bound, Duration))


def _too_long(limits: Iterable[tuple[Pointer, str, Duration]], most: Duration) -> Iterator[Against]:
    for pointer, name, limit in limits:
        if sooner(most, limit):
            yield Against(pointer, f"{name} may take {limit}", f"{most} at the most", f"Promise {most} or less here.")


def _too_short(context: RuleContext, least: Duration) -> Iterator[Against]:
    for pointer, how in context.parts_of(HowToComplain):
        for limit in _durations(how):
            if sooner(limit, least):
                hint = f"Write {least} or more, or leave the limit out."
                yield Against((*pointer, "within"), f"Customers have {limit} to complain", f"{least} at least", hint)


def _other_than(limits: Iterable[tuple[Pointer, OutsideBody, Duration]], right: Duration) -> Iterator[Against]:
    for pointer, body, limit in limits:
        if differs(limit, right):
            says = f"Customers are told that they have {limit} to go to {body.named()}"
            yield Against(pointer, says, f"{right}", f"Write {right}, so that nobody comes too late.")


def _somebody_stands_back(stage: StageSteps) -> bool:
    return bool(stage.stage.not_by) or any(step.not_by for _, step in stage.steps)


def _deciders(stage: StageSteps, context: RuleContext) -> frozenset[Pointer | str]:
    """Who decides a stage: roles, or the words for somebody who has no entry of their own."""
    named = [(reference, targets(reference, context.names)) for reference in stage.stage.by]
    roles = {each.pointer for _, found in named for each in found}
    return frozenset(roles | {normalise_name(reference) for reference, found in named if not found})


def _bodies(context: RuleContext, names: Words) -> list[tuple[Pointer, OutsideBody]]:
    return [(at, body) for at, body in context.parts_of(OutsideBody) if _any_of(names).search(body.named())]


def _complaints_say(context: RuleContext, words: re.Pattern[str]) -> bool:
    texts = context.texts.passages
    return any(each.pointer[:1] == ("complaints",) and words.search(each.text) for each in texts)


def _value_at(part: object, path: list[str]) -> object:
    """What stands at the end of a path of fields, where anything does; an empty list is nothing."""
    for key in path:
        part = getattr(part, key, None)
        if part is None or part == ():
            return None
    return part


def _several(words: Words) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def _any_of(words: Words) -> re.Pattern[str]:
    return _compiled(_several(words))


@cache
def _compiled(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


@cache
def _length(text: str) -> Duration:
    return Duration.read(text)
