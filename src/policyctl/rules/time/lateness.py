"""Find handovers, steps, answers and payments that come when the promise they serve is over."""

import re
from collections.abc import Iterable, Iterator, Mapping

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import alternatives, finds, pattern
from policyctl.meaning.figures import Bound, Figure, Kind, read_figures
from policyctl.meaning.formatting import called, figure
from policyctl.meaning.handovers import Handover, Way, of_way
from policyctl.meaning.lengths import sooner
from policyctl.meaning.people import roles
from policyctl.meaning.presence import usual_schedule
from policyctl.meaning.promises.cases import priority_spoken_of, referents
from policyctl.meaning.promises.index import Start, start_of
from policyctl.meaning.promises.rows import MANY, Cell, cells, promise_index
from policyctl.meaning.references import targets
from policyctl.meaning.subjects import matters_in, stems_of
from policyctl.rules.rule import RuleContext
from policyctl.rules.time.complaints import ANSWERS, steps_longer_than_whole
from policyctl.rules.time.durations import certainly_longer
from policyctl.rules.time.ladders import ladders_slower_than_promises
from policyctl.schema.grammar.commitment import Firmness, Milestone
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.quantities import Duration
from policyctl.schema.sections.complaints import Stage
from policyctl.schema.sections.procedures import Procedure, Step
from policyctl.schema.sections.stand import Moment
from policyctl.schema.sections.standards import Remedy, Standard

_FIRST_WORDS = frozenset({"attend", "reply", "acknowledge", "call-back", "pick-up"})
"""Matters of a step that is itself the first word to a customer."""

_SERVED = (*ANSWERS, Milestone.SEEN, Milestone.CALL_BACK, Milestone.FIRST_REPLY, None)
"""The moments that a step may bring about. What else happens before the first reply does not hold it up, so that only
a step which is the very thing that is promised is held against that."""


def too_late(context: RuleContext) -> Iterator[Issue]:
    """A step, a level of a ladder, an approval, an answer or a payment that comes when the promise is over.

    It finds a step that may take longer than the promise which its procedure keeps, levels that wait until it is over,
    steps of a complaint that take longer together than the whole, a delay that is told after the deadline, and words
    to a customer that name a shorter time than the one who is asked has.

    Why it matters: the promise is kept as long as everybody answers at once, and broken by the very cases for which
    it was made.

    Diff:

          standards:
            A new copy:
              milestone: resolve
              within: 2 working days
              after: you tell us
          procedures:
            A book arrives damaged:
              steps:
                - do: Send a new copy
        -         within: 5 working days  # <- here
        +         within: 1 working day
              standards: A new copy
    """
    yield from ladders_slower_than_promises(context)
    yield from steps_longer_than_whole(context)
    yield from _steps_after_promise(context)
    yield from _help_after_moment(context)
    yield from _approvals_after_promise(context)
    yield from _said_sooner_than_asked(context)
    yield from _told_after_deadline(context)
    yield from _paid_after_promise(context)


def _is_later(one: Duration, other: Duration, context: RuleContext) -> bool:
    """Whether the one is certainly over after the other."""
    return sooner(other, one) or certainly_longer([one], [other], usual_schedule(context))


def _steps_after_promise(context: RuleContext) -> Iterator[Issue]:
    """Steps that are always taken, and may take longer than what the procedure promises about the same thing."""
    promised = context.cached(_promised)
    procedures = dict(context.parts_of(Procedure))
    for step in of_way(Way.STEP, context):
        procedure = procedures.get(step.home)
        if not (procedure and step.limits and step.always) or finds("time.follow_up", step.name):
            continue
        about = [cell for cell in promised.get(step.home, ()) if _is_about(step, cell, context)]
        named = priority_spoken_of(f"{procedure.named()} {' '.join(procedure.trigger)} {step.name}", context)
        for case, bound in step.limits if about else ():
            cell = _broken(bound, _in_case(about, case, named), context) if isinstance(bound, Duration) else None
            if cell and isinstance(bound, Duration):
                place = (*step.place, str(case)) if case else step.place
                message = f"This may take {figure(bound)}, and “{cell.row.name}” promises {_words(cell)}."
                hint = "Ask for the step sooner, so that the promise can be kept, or promise longer."
                yield Issue(place, message, hint, twin=cell.pointer)
                break


def _broken(length: Duration, cells_: Iterable[Cell], context: RuleContext) -> Cell | None:
    """The first limit of the first promise all of whose limits are certainly over before such a time."""
    by_row: dict[Pointer, list[Cell]] = {}
    for cell in cells_:
        by_row.setdefault(cell.row.pointer, []).append(cell)
    for group in by_row.values():
        if all(cell.length and _is_later(length, cell.length, context) for cell in group):
            return group[0]
    return None


def _promised(context: RuleContext) -> Mapping[Pointer, list[Cell]]:
    """The limits that each procedure has to keep: its own, and those of the promises that it names."""
    by_place: dict[Pointer, list[Cell]] = {}
    for cell in cells(context):
        if cell.length and cell.row.milestone in _SERVED and cell.row.firmness is not Firmness.TRY:
            for depth in range(1, len(cell.row.pointer) + 1) if not cell.row.promise.when else ():
                known = by_place.setdefault(cell.row.pointer[:depth], [])
                if len(known) < MANY:
                    known.append(cell)
    by_channels: dict[frozenset[Pointer | str], list[Cell]] = {}
    for cell in by_place.get(("standards",), ()):
        by_channels.setdefault(cell.case.channels, []).append(cell)
    return {
        pointer: [cell for place in (pointer, *_named(procedure, context)) for cell in by_place.get(place, ())]
        or _kept_on_its_channels(procedure, by_channels, context)
        for pointer, procedure in context.parts_of(Procedure)
    }


def _kept_on_its_channels(
    procedure: Procedure, by_channels: Mapping[frozenset[Pointer | str], list[Cell]], context: RuleContext
) -> list[Cell]:
    """The promises on the channels of a procedure that names none, of which its name speaks as theirs do."""
    channels = frozenset(each for reference in procedure.channels for each in referents(reference, context.names))
    name = stems_of(procedure.named(), context.language)
    alike = by_channels.get(channels, ()) if channels else ()
    return [cell for cell in alike if stems_of(cell.row.name, context.language) & name]


def _help_after_moment(context: RuleContext) -> Iterator[Issue]:
    """The first step that has a time, and may take longer than until help begins in the moment of that name."""
    moments = {
        normalise_name(moment.named()): (pointer, length)
        for pointer, moment in context.parts_of(Moment)
        if moment.first_help_within and isinstance(length := moment.first_help_within.sole, Duration)
    }
    procedures = dict(context.parts_of(Procedure)) if moments else {}
    seen: set[Pointer] = set()
    for step in of_way(Way.STEP, context) if moments else ():
        wanted = moments.get(normalise_name(procedures[step.home].named())) if step.home in procedures else None
        if wanted and step.limits and step.always and step.after is None and step.home not in seen:
            seen.add(step.home)
            length = step.limits.sole
            if isinstance(length, Duration) and _is_later(length, wanted[1], context):
                message = f"This may take {figure(length)}, and help is to begin within {figure(wanted[1])}."
                hint = "Ask for the step sooner, or let help begin later in the moment."
                yield Issue(step.place, message, hint, twin=(*wanted[0], "first_help_within"))


def _named(procedure: Procedure, context: RuleContext) -> Iterator[Pointer]:
    return (named.pointer for reference in procedure.standards for named in targets(reference, context.names))


def _is_about(step: Handover, cell: Cell, context: RuleContext) -> bool:
    """Whether the words of the step, or those who do it, stand in the name of a promise that begins where it does."""
    named = stems_of(cell.row.name, context.language)
    spoken = stems_of(f"{step.name} {' '.join(step.to)}", context.language)
    matters = matters_in(cell.row.name) & matters_in(step.name)
    is_first = cell.row.milestone is Milestone.FIRST_REPLY
    is_alike = bool(matters & _FIRST_WORDS) if is_first else bool(matters or named & spoken)
    return is_alike and _begins_together(step, cell, context)


def _begins_together(step: Handover, cell: Cell, context: RuleContext) -> bool:
    """Whether the step is counted from where the promise is; a step that does not say begins at the earliest there."""
    start = cell.limit.start
    if step.after is None:
        return isinstance(start.key, str)
    own = start_of(step.after, step.home, promise_index(context))
    return own.key == start.key or _shares_words(own, start, context.language)


def _shares_words(one: Start, other: Start, language: str) -> bool:
    return bool(stems_of(one.words or "", language) & stems_of(other.words or "", language))


def _in_case(found: list[Cell], case: str | None, named: Pointer | None) -> list[Cell]:
    """The limits for the case of a step: the one it is for, that of its procedure, or else all of them."""
    if case:
        same = normalise_name(case)
        return [cell for cell in found if not cell.limit.case_name or normalise_name(cell.limit.case_name) == same]
    own = [cell for cell in found if not cell.case.priorities or named in cell.case.priorities]
    return own if named else found


def _words(cell: Cell) -> str:
    return f"{cell.words} for “{cell.limit.case_name}”" if cell.limit.case_name else cell.words


def _approvals_after_promise(context: RuleContext) -> Iterator[Issue]:
    """Leave that a step of a procedure needs, and that comes when its promise is over."""
    promised = context.cached(_promised)
    approvals = [each for each in of_way(Way.APPROVAL, context) if each.limits]
    homes = [pointer for pointer, _ in context.parts_of(Procedure)] if approvals else []
    asked = _leave_needed(context) if approvals else {}
    for home in homes:
        binding = [cell for cell in promised[home] if cell.row.milestone in ANSWERS and cell.row.in_every_case]
        sole = [cell for cell in binding if cell.limit.case_name is None and not cell.limit.start.key]
        own = [each for each in approvals if each.home == home]
        for approval in (*own, *_only_answers(asked.get(home, ()), approvals, context)):
            length = approval.limits.sole if approval.limits else None
            broken = _broken(length, sole, context) if isinstance(length, Duration) else None
            if broken and isinstance(length, Duration):
                who = " or ".join(f"“{each}”" for each in approval.to)
                message = f"{who} may take {figure(length)} to answer, and “{broken.row.name}” promises {broken.words}."
                hint = "Ask for the answer sooner, so that the promise can be kept, or promise longer."
                yield Issue(approval.place, message, hint, twin=broken.pointer)


def _leave_needed(context: RuleContext) -> Mapping[Pointer, set[Pointer]]:
    """Whom the steps of each procedure ask for leave, whatever the case."""
    asked: dict[Pointer, set[Pointer]] = {}
    steps = dict(context.parts_of(Step))
    for step in of_way(Way.STEP, context):
        if step.always and steps[step.pointer].ask:
            asked.setdefault(step.home, set()).update(roles(steps[step.pointer].ask, context))
    return asked


def _only_answers(asked: Iterable[Pointer], approvals: list[Handover], context: RuleContext) -> Iterator[Handover]:
    """The one approval of each who is asked; whoever answers twice at different speed is left alone."""
    for whom in asked:
        theirs = [each for each in approvals if whom in roles(each.to, context)]
        if len(theirs) == 1:
            yield theirs[0]


def _said_sooner_than_asked(context: RuleContext) -> Iterator[Issue]:
    """What a customer is told when a case is passed on, and a longer time for the one it is passed to."""
    ladders: dict[Pointer, list[Handover]] = {}
    for level in of_way(Way.LEVEL, context):
        if level.said:
            ladders.setdefault(level.home, []).append(level)
    for asked in (*ladders.values(), *([route] for route in of_way(Way.ROUTE, context) if route.said)):
        waits = [(each, each.limits.sole) for each in asked if each.limits]
        timed = [(each, length) for each, length in waits if isinstance(length, Duration)]
        if not timed or len(timed) < len(waits):
            continue
        for pointer, text in asked[0].said:
            found = next((each for each in _promises_in(text) if _all_later(timed, each, context)), None)
            if found:
                first, length = timed[0]
                message = (
                    f"The customer is told “{found.words}” here, and {called(first.name, 'whoever is asked')} may "
                    f"take {figure(length)}."
                )
                hint = "Say the time that they have, or ask them to answer sooner."
                nth = text[: found.start].count(found.words)
                yield Issue(pointer, message, hint, words=found.words, nth=nth, twin=first.place)


def _promises_in(text: str) -> Iterator[Figure]:
    """The limits in time that a sentence promises."""
    for each in read_figures(text):
        if each.kind is Kind.DURATION and each.bound in (Bound.AT_MOST, Bound.BELOW) and not each.hedged:
            yield each


def _all_later(timed: list[tuple[Handover, Duration]], said: Figure, context: RuleContext) -> bool:
    value = said.value
    return isinstance(value, Duration) and all(_is_later(length, value, context) for _, length in timed)


def _told_after_deadline(context: RuleContext) -> Iterator[Issue]:
    """A delay that the customer hears of once the answer is overdue."""
    for pointer, stage in context.parts_of(Stage):
        extension, place = stage.extension, (*pointer, "extension")
        if extension is None:
            continue
        answers = [cell for cell in cells(context) if cell.row.home == pointer and cell.row.milestone in ANSWERS]
        first = next((cell for cell in answers if cell.length and not cell.row.start.key), None)
        hint = "Let the customer know before the answer is due, as in `2 working days before the answer was due`."
        for case, bound in extension.told_by or ():
            text = " ".join((getattr(bound, "text", "") or str(bound)).split())
            at = (*place, "told_by", str(case)) if case else (*place, "told_by")
            if _is_after_deadline(text):
                message = f"The customer hears of the delay “{text}”, when the answer is late already."
                yield Issue(at, message, hint, twin=first.pointer if first else None)
            elif first and first.length and isinstance(bound, Duration) and _is_later(bound, first.length, context):
                message = f"The customer hears of the delay within {text}, and the answer is due within {first.words}."
                yield Issue(at, message, hint, twin=first.pointer)
        for sentence in re.split(r"(?<=[.!?])\s+", extension.says or ""):
            length = first.length if first else None
            late = next((each for each in _before_which(sentence) if length and _is_said_longer(each, length)), None)
            if late and first and finds("time.telling", sentence):
                message = f"The customer hears of the delay before {late.words}, and the answer is due {first.words}."
                nth = (extension.says or "")[: (extension.says or "").index(sentence)].count(late.words)
                at = (*place, "says")
                hint = "Let the customer know before the answer is due."
                yield Issue(at, message, hint, words=late.words, nth=nth, twin=first.pointer)
            elif finds("time.telling", sentence) and _is_after_deadline(sentence):
                message = "The customer hears of the delay when the answer is late already."
                yield Issue((*place, "says"), message, hint, words=sentence.rstrip("."))


def _before_which(sentence: str) -> Iterator[Figure]:
    """The times of a sentence before whose end something is done: `before eight days are over`."""
    for each in read_figures(sentence):
        if each.kind is Kind.DURATION and re.search(
            rf"\b{alternatives('time.before')}(?: \w+)? $", sentence[: each.start]
        ):
            yield each


def _is_said_longer(said: Figure, due: Duration) -> bool:
    """Whether a time is longer than what is promised in the same unit; a sentence may leave out the clock."""
    value = said.value
    return isinstance(value, Duration) and value.unit is due.unit and value.longest > due.longest


def _is_after_deadline(text: str) -> bool:
    return bool(pattern("time.after_deadline").search(text)) and not finds("time.before_deadline", text)


def _paid_after_promise(context: RuleContext) -> Iterator[Issue]:
    """Money that is promised within one time, and paid within a longer one."""
    parts: list[tuple[Pointer, Standard | Remedy]] = [*context.parts_of(Standard), *context.parts_of(Remedy)]
    for pointer, part in parts:
        promised = part.within.sole if part.within else None
        paid = part.paid_within.sole if part.paid_within else None
        settles = isinstance(part, Remedy) or part.milestone is Milestone.RESOLVE
        if not (settles and isinstance(promised, Duration) and isinstance(paid, Duration)) or part.rows:
            continue
        if _is_later(paid, promised, context):
            message = f"This is promised within {figure(promised)}, and paid within {figure(paid)}."
            hint = "Pay within the time that is promised, or promise the time in which the money comes."
            yield Issue((*pointer, "paid_within"), message, hint, twin=(*pointer, "within"))
