"""Find days, moments and stages in an order that cannot be."""

import re
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import finds
from policyctl.meaning.dates import Day, Event, days_of, first_day, last_day
from policyctl.meaning.formatting import called
from policyctl.meaning.people import roles
from policyctl.meaning.promises.rows import MANY
from policyctl.meaning.subjects import stems_of
from policyctl.rules.keeping.changelog import version
from policyctl.rules.keeping.sequence import steps_out_of_order, trial_of_another_length
from policyctl.rules.promises.order import moments_out_of_order
from policyctl.rules.rule import RuleContext
from policyctl.schema.quantities import Frequency, Unit
from policyctl.schema.sections.complaints import OutsideBody, Stage
from policyctl.schema.sections.head import Status

_IN_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 31, Unit.QUARTER: 92, Unit.YEAR: 366}

_HALF_AS_LONG_AGAIN = Decimal("1.5")
"""How much later than its rhythm says a review may be; people wait for a holiday to be over."""

_YEARS = 100
"""A version that is so much higher is numbered by years."""

_SOON_AFTER = timedelta(days=120)
"""A policy that is in force so soon after a trial is the one that was tried out."""


def out_of_order(context: RuleContext) -> Iterator[Issue]:
    """Days, moments or stages in an order that cannot be: signed before it is explained, answered before it came in.

    It finds a trial that ends before it begins or after the policy is in force, a briefing after the day on which all
    have signed, a review before the last one, a newer version with an older date, a later moment that is promised
    sooner than an earlier one, a step of a stage or a procedure that by its own time comes after the next, a trial that
    is not as long as people are told, a stage of a complaint that begins after a later stage, and somebody outside who
    may be asked before the answer that they look at.

    Why it matters: one of the two is wrong, whoever reads only one of them acts by it, and an inspector reads both.

    Diff:

          rollout:
            meetings:
              Before we open:
                on: 27 October 2026
        -   acknowledge_by: 20 October 2026  # <- here
        +   acknowledge_by: 30 October 2026
    """
    yield from _trial(context)
    yield from _rollout(context)
    yield from _reviews(context)
    yield from _in_the_future(context)
    yield from _versions(context)
    yield from _replaced(context)
    yield from moments_out_of_order(context)
    yield from steps_out_of_order(context)
    yield from trial_of_another_length(context)
    yield from _stages(context)
    yield from _outside_bodies(context)


def _between(day: Day, other: Day, message: str, hint: str = "Mend whichever of the two is wrong.") -> Issue:
    return Issue(day.pointer, message, hint, twin=other.pointer, words=day.words, nth=day.nth)


def _trial(context: RuleContext) -> Iterator[Issue]:
    begins, ends = first_day(Event.TRIAL_BEGINS, context), first_day(Event.TRIAL_ENDS, context)
    effect = first_day(Event.EFFECT, context)
    if begins and ends and ends.value < begins.value:
        yield _between(ends, begins, f"The trial ends on {ends}, before it begins on {begins}.")
    elif ends and effect and ends.value >= effect.value and _was_tried_for_it(begins, effect, context):
        message = f"The trial ends on {ends}, and the policy that it tries out is in force from {effect}."
        hint = "Let the trial end before the policy is in force, or let the policy begin later."
        yield _between(ends, effect, message, hint)
    for said in days_of(Event.TRIAL_SAID_TO_END, context) if ends else ():
        if ends and said.value != ends.value:
            yield _between(said, ends, f"The trial is said to end on {said}, and it ends on {ends}.")
    decided = first_day(Event.START_DECIDED, context)
    soon = ends and effect and ends.value < effect.value < ends.value + _SOON_AFTER
    if decided and effect and soon and decided.value != effect.value:
        message = f"It was decided to begin on {decided}, and the policy is in force from {effect}."
        yield _between(decided, effect, message)


def _was_tried_for_it(begins: Day | None, effect: Day, context: RuleContext) -> bool:
    """Whether the trial was for this policy, and not for what may follow it."""
    pilot = context.policy.pilot
    decided = bool(pilot and pilot.decision)
    return context.status is not Status.PILOT and (decided or bool(begins and begins.value < effect.value))


def _rollout(context: RuleContext) -> Iterator[Issue]:
    briefing, signed = first_day(Event.BRIEFING, context), first_day(Event.SIGNED_BY, context)
    effect = first_day(Event.EFFECT, context)
    if briefing and signed and signed.value < briefing.value:
        message = (
            f"Everybody is to have signed by {signed}, and {called(briefing.name, 'the briefing')} is on {briefing}."
        )
        yield _between(signed, briefing, message, "Let people hear what changes before they sign for it.")
    elif briefing and effect and effect.value < briefing.value and context.status is not Status.PILOT:
        message = f"{called(briefing.name, 'The briefing')} is on {briefing}, and the policy is in force from {effect}."
        yield _between(briefing, effect, message, "Explain it before it is in force, or let it begin later.")


def _reviews(context: RuleContext) -> Iterator[Issue]:
    following, held = first_day(Event.NEXT_REVIEW, context), last_day(Event.REVIEWED, context)
    effect, review = first_day(Event.EFFECT, context), context.policy.review
    if following is None or not context.in_use or following.value < context.today:
        return
    if held and following.value <= held.value:
        message = f"The next review is on {following}, and {called(held.name, 'the last one')} was held on {held}."
        yield _between(following, held, message)
        return
    if effect and following.value < effect.value:
        message = f"The next review is on {following}, before the policy is in force from {effect}."
        yield _between(following, effect, message)
        return
    last = max((day for day in (held, effect) if day), key=lambda day: day.value, default=None)
    longest = _longest_break(review.every) if review and review.every else None
    if last and longest and (following.value - last.value).days > longest and review:
        since = "the last one" if last is held else "the policy is in force"
        message = f"It is to be looked at {review.every}, and the next review, on {following}, is later than that."
        hint = f"Count it from {last}, when {since}, or write the rhythm that you keep."
        yield Issue(following.pointer, message, hint, twin=("review", "every"))


def _longest_break(every: Frequency) -> Decimal | None:
    """The days after which a review is surely too late for its rhythm."""
    each = _IN_DAYS.get(every.per.unit)
    return every.per.longest * each / every.times * _HALF_AS_LONG_AGAIN if each else None


_PAST = (Event.REVIEWED, Event.STAFF_ASKED)


def _in_the_future(context: RuleContext) -> Iterator[Issue]:
    """What is said to have taken place on a day to come."""
    for event in _PAST:
        for day in days_of(event, context):
            if day.value > context.today:
                message = f"{called(day.name)} is dated {day}, and that day has not come yet."
                yield Issue(day.pointer, message, "Write the day on which it was, or leave it out until then.")
    begins, pilot = first_day(Event.TRIAL_BEGINS, context), context.policy.pilot
    if begins and pilot and begins.value > context.today and pilot.findings:
        message = f"The trial begins on {begins}, and its findings are told already."
        yield Issue(begins.pointer, message, "Write the day on which it began.", twin=("pilot", "findings"))


def _versions(context: RuleContext) -> Iterator[Issue]:
    """A newer version with an earlier day than an older one, and a change that came after it was in force."""
    changes = {number: day for day in days_of(Event.CHANGED, context) if (number := version(day.name))}
    for newer, older in pairwise(sorted(changes, reverse=True)):
        day, before = changes[newer], changes[older]
        if day.value < before.value:
            message = f"{day.name} is dated {day}, and {before.name}, which came before it, {before}."
            yield _between(day, before, message)
    number = version(context.policy.policy.version or "") or ()
    current, effect = changes.get(number), first_day(Event.EFFECT, context)
    later = [day for each, day in changes.items() if current and each > number and day.value <= context.today]
    if later:
        message = f"This is version {context.policy.policy.version}, and the change log has {later[0].name} already."
        yield Issue(("policy", "version"), message, "Mend whichever of the two is wrong.", twin=later[0].pointer)
    if current and effect and effect.value < current.value:
        message = f"This version is in force from {effect}, and the change log dates it {current}."
        yield _between(effect, current, message)


def _replaced(context: RuleContext) -> Iterator[Issue]:
    """A policy that says that it replaces itself or a later version."""
    head = context.policy.policy
    what = head.replaces.what if head.replaces else None
    number, replaced = version(head.version or ""), version(what or "")
    if number and replaced and replaced >= number and replaced[0] - number[0] < _YEARS:
        message = f"This is version {head.version}, and it says that it replaces {what}."
        place: Pointer = ("policy", "replaces", "what")
        yield Issue(place, message, "Name the version that came before it.", twin=("policy", "version"))


def _stages(context: RuleContext) -> Iterator[Issue]:
    """A stage of a complaint that is counted from a stage which comes later."""
    found = context.parts_of(Stage)[:MANY]
    stages = [(pointer, stage, stems_of(stage.named(), context.language)) for pointer, stage in found]
    for index, (pointer, stage, _) in enumerate(stages):
        for key in ("begins", "ask_after"):
            text = getattr(stage, key) or ""
            spoken = stems_of(text, context.language)
            earlier = [name for _, _, name in stages[: index + 1] if name and name <= spoken]
            later = [other for other in stages[index + 1 :] if other[2] and other[2] <= spoken]
            if later and not earlier and not finds("time.before_deadline", text):
                place, other, _ = later[0]
                message = f"“{stage.named()}” is counted from “{other.named()}”, which is a later stage."
                hint = "Put the stages in the order in which a customer goes through them."
                yield Issue((*pointer, key), message, hint, twin=place)


def _outside_bodies(context: RuleContext) -> Iterator[Issue]:
    """Somebody outside who may be asked at once, and looks at nothing but what an answer has not settled."""
    for pointer, body in context.parts_of(OutsideBody):
        after = body.after or ""
        if not after:
            continue
        unsettled = [nth for nth, text in enumerate(body.for_what) if finds("keeping.unsettled", text)]
        if unsettled and finds("keeping.received", after) and not finds("keeping.answered", after):
            message = f"This may be asked “after {after}”, and is for what our answer has not settled."
            hint = "Write after which answer it may be asked, as in `our final answer`."
            yield Issue((*pointer, "after"), message, hint, twin=(*pointer, "for", unsettled[0]))
            continue
        yield from _before_who_decides(pointer, body, context)


def _before_who_decides(pointer: Pointer, body: OutsideBody, context: RuleContext) -> Iterator[Issue]:
    """Somebody outside who is asked after one stage, for what whoever decides a later stage has not settled."""
    stages = context.parts_of(Stage)[:MANY]
    after = stems_of(body.after or "", context.language)
    named = [number for number, (_, stage) in enumerate(stages) if _stems(stage, context) <= after]
    for nth, text in enumerate(body.for_what if len(named) == 1 else ()):
        if not finds("keeping.unsettled", text):
            continue
        for _, stage in stages[named[0] + 1 :]:
            names = [name for role in roles(stage.by, context).values() for name in role.aliases() if len(name) > 2]
            who = next((name for name in names if _names(text, name)), None)
            if who and not any(_names(body.after or "", name) for name in names):
                message = f"This may be asked “after {body.after}”, and is for what {who} has not settled afterwards."
                hint = "Name the last of your answers here, or say that it may be asked sooner."
                yield Issue((*pointer, "after"), message, hint, twin=(*pointer, "for", nth))
                return


def _stems(stage: Stage, context: RuleContext) -> frozenset[str]:
    """The stems of the name of a stage; what no words hold, where it has none."""
    return stems_of(stage.named(), context.language) or frozenset({""})


def _names(text: str, name: str) -> bool:
    return bool(re.search(rf"\b{re.escape(name)}\b", text))
