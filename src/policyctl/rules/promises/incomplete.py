"""Find limits and remedies of which half is missing: the start, the amount, the event."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import alternatives, pattern
from policyctl.rules.promises.index import STANDARDS
from policyctl.rules.promises.limits import limit_text
from policyctl.rules.promises.rows import Cell, cells
from policyctl.rules.promises.sentences import times_in
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.quantities import Duration, Unit, find_money
from policyctl.schema.sections.complaints import Complexity, HowToComplain, OutsideBody, Stage
from policyctl.schema.sections.procedures import Step
from policyctl.schema.sections.standards import Remedy, Standard
from policyctl.schema.sections.terms import Term


class Half(NamedTuple):
    """A field that says nothing without one of the others, what is missing, and what to write."""

    field: str
    needs: tuple[str, ...]
    message: str
    hint: str


_TIMES = ("within", "by", "on", "every", "at_least", "at_most", "paid_within", "notice", "says")

_HALVES = (
    Half("notice", ("before", "says"), "How long before is said, and not before what.", "Add the event at `before`."),
    Half(
        "before", ("notice", "within", "by", "says"), "The event is named, and not how long before it.", "Add `notice`."
    ),
    Half("after", _TIMES, "What is counted after is said, and not how long it takes.", "Add the time at `within`."),
    Half(
        "ask_after",
        ("ask_within",),
        "What is counted after is said, and not how long.",
        "Add the time at `ask_within`.",
    ),
    Half(
        "if_late", ("paid_within", "within", "by", "says"), "Nothing says from when it is late.", "Add `paid_within`."
    ),
)

_PARTS = (Standard, Remedy, Term, Stage, Complexity, HowToComplain, Step)

_LONG = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR)
"""What takes hours or less begins before everybody's eyes."""

_DAY_HINT = (
    "Say with `after` from which day you count, such as `after: we agree it` or `after: we have all that we need`."
)

_STEP_HINT = "Say it with `after`: it may be `received`, or the name of another step."


def limit_half_said(context: RuleContext) -> Iterator[Issue]:
    """A limit of which only half is there: a notice before nothing, a start without a time, a fine for being late.

    Why it matters: the half that is missing is the one that the customer asks for.

    Diff:

          standards:
            Dearer postage:
              notice: 2 weeks  # <- here
        +     before: the new price holds
    """
    for kind in _PARTS:
        for pointer, part in context.parts_of(kind):
            if getattr(part, "rows", None) is None and "rows" not in pointer:
                stated = part.set_fields()
                for half in _HALVES:
                    if half.field in stated and not any(other in stated for other in half.needs):
                        yield Issue((*pointer, half.field), half.message, half.hint)


def limit_without_start(context: RuleContext) -> Iterator[Issue]:
    """A limit that does not say after what it is counted, where neither its name nor its moment tells.

    Why it matters: “21 days” are over on another day for whoever counts from the letter and whoever counts from its
    arrival; the difference is a quarrel.

    Diff:

          standards:
        -   Refunds: within 5 working days  # <- here
        +   Refunds: within 5 working days after we agree it
    """
    reported: set[Pointer] = set()
    for cell in cells(context) if context.understood else ():
        if (
            cell.row.pointer not in reported
            and not cell.limit.start.words
            and _is_long(cell)
            and _starts_at_nothing(cell)
        ):
            reported.add(cell.row.pointer)
            yield _issue(cell.pointer, f"“{cell.row.name}” has a limit of {cell.words}", _DAY_HINT)
    yield from _steps_without_start(context)
    yield from _rights_without_start(context)


def _is_long(cell: Cell) -> bool:
    return cell.length is not None and cell.length.unit in _LONG


def _starts_at_nothing(cell: Cell) -> bool:
    row, promise = cell.row, cell.row.promise
    if row.home != STANDARDS or row.milestone or promise.when or row.case.channels or cell.case.priorities:
        return False
    words = " ".join(text for text in (promise.says, promise.about, promise.note, promise.notes) if text)
    return bool(
        pattern("promises.many_starts").search(f"{row.name} {promise.says or ''}")
        and not pattern("promises.start").search(words)
    )


def _steps_without_start(context: RuleContext) -> Iterator[Issue]:
    """Steps and levels of a complaint that count after nothing, beside others that say after what they count."""
    by_home: dict[Pointer, list[Cell]] = defaultdict(list)
    for cell in cells(context):
        if cell.length:
            by_home[cell.row.home].append(cell)
    for pointer, stage in context.parts_of(Stage):
        here = by_home[pointer]
        if any(cell.limit.start.words for cell in here):
            unsaid = (cell for cell in here[1:] if not cell.limit.start.words and not _has_start(cell))
            yield from (
                _issue(cell.pointer, f"“{cell.row.name}” has a limit of {cell.words}", _STEP_HINT) for cell in unsaid
            )
            yield from _levels_without_start(pointer, stage)


def _levels_without_start(pointer: Pointer, stage: Stage) -> Iterator[Issue]:
    for place, level in stage.complexity.located((*pointer, "complexity")) if stage.complexity else ():
        if not level.after:
            yield from _at((*place, "within"), f"“{level.named()}” has a limit of", level.within, _STEP_HINT)


def _rights_without_start(context: RuleContext) -> Iterator[Issue]:
    """Until when customers may ask, which they lose when they count from another day."""
    hint = "Say it with `after`, such as `after: our answer`: a customer who counts from another day loses the right."
    for pointer, stage in context.parts_of(Stage):
        if not stage.ask_after:
            yield from _at((*pointer, "ask_within"), f"“{stage.named()}” may be had within", stage.ask_within, hint)
    for pointer, way in context.parts_of(HowToComplain):
        if not way.after:
            yield from _at((*pointer, "within"), "A complaint may be made within", way.within, hint)
    for pointer, body in context.parts_of(OutsideBody):
        for index, limit in enumerate(body.limits):
            if not (limit.after or body.after):
                yield from _at(
                    (*pointer, "limits", index, "within"), f"{body.named()} may be asked within", limit.within, hint
                )


def _at(pointer: Pointer, what: str, limits: Limits | None, hint: str) -> Iterator[Issue]:
    if limits and isinstance(limits.sole, Duration):
        yield _issue(pointer, f"{what} {limit_text(limits.sole)}", hint)


def _issue(pointer: Pointer, what: str, hint: str) -> Issue:
    return Issue(pointer, f"{what}, and nothing says after what.", hint)


def _has_start(cell: Cell) -> bool:
    promise = cell.row.promise
    return bool(promise.when or pattern("promises.start").search(promise.says or ""))


def remedy_half_said(context: RuleContext) -> Iterator[Issue]:
    """Something owed in money that does not say how much, for what, or, where nobody has to ask, by when it is paid.

    Why it matters: a payment without a day or an amount is an argument that the customer has to begin.

    Diff:

          remedies:
            A missed visit:
              gives: £20
              automatic: yes  # <- here
        -   A lost parcel: compensation  # <- here
        +     paid_within: 10 working days
        +   A lost parcel: what was in it, up to £100
    """
    dated_once = any(remedy.paid_within for _, remedy in context.parts_of(Remedy))
    for pointer, remedy in context.parts_of(Remedy):
        if remedy.rows is None:
            if pointer[0] != "complaints" and context.understood and _is_vague(remedy):
                message = f"“{remedy.gives[0]}” does not say how much."
                hint = "Write the amount, how it is worked out, or the most that it may be at `up_to`."
                yield Issue((*pointer, "gives"), message, hint)
            if remedy.automatic and _pays(remedy) and not (dated_once or _has_date(remedy)):
                message = f"“{_name_of(remedy)}” is owed without being asked for, and nothing says by when."
                dated_once = True
                hint = "Add `paid_within`, such as `paid_within: 10 working days`; one entry may say it for all."
                yield Issue((*pointer, "automatic"), message, hint)
            if pointer[0] == "remedies" and not _has_reason(pointer, remedy) and _pays(remedy):
                message = f"“{_name_of(remedy)}” is owed here, and nothing says for what."
                yield Issue(pointer, message, "Say it with `when`, or give the entry a name: `Late by a day: £5`.")


def _is_vague(remedy: Remedy) -> bool:
    """Whether money is all that is owed, and no word says how much; of several things, one is chosen in each case."""
    alone = remedy.gives[0] if len(remedy.gives) == 1 else ""
    return bool(_some_money().fullmatch(alone.strip(" ."))) and not _explained(remedy)


@cache
def _some_money() -> re.Pattern[str]:
    indefinite, compensation = alternatives("promises.indefinite"), alternatives("promises.compensation")
    return re.compile(rf"(?:{indefinite} )*{compensation}", re.IGNORECASE)


def _pays(remedy: Remedy) -> bool:
    return any(find_money(each) for each in remedy.gives)


def _explained(remedy: Remedy) -> bool:
    """Whether the words beside it say how much, or that it is decided case by case."""
    beside = (remedy.says, remedy.about, remedy.note, remedy.notes, remedy.how, remedy.costs)
    return bool(remedy.up_to or remedy.over or any(beside))


def _has_date(remedy: Remedy) -> bool:
    if remedy.paid_within or remedy.within or remedy.by or remedy.on:
        return True
    words = " ".join(filter(None, (*remedy.gives, remedy.says, remedy.about, remedy.note, remedy.how)))
    return any(times_in(words)) or bool(pattern("promises.paid_when").search(words))


def _has_reason(pointer: Pointer, remedy: Remedy) -> bool:
    grouped = len(pointer) > 2 and "rows" in pointer
    return grouped or bool(remedy.name or remedy.when or remedy.says or remedy.about or remedy.fault)


def _name_of(remedy: Remedy) -> str:
    return remedy.named() or ", ".join(remedy.gives)
