"""Find limits of which half is missing: the time, its start, or the event that they come before."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import pattern
from policyctl.meaning.figures import read_figures
from policyctl.meaning.promises.index import STANDARDS
from policyctl.meaning.promises.limits import limit_text
from policyctl.meaning.promises.rows import Cell, cells
from policyctl.rules.needs import Need, unmet
from policyctl.rules.rule import RuleContext
from policyctl.schema.quantities import Duration, Unit
from policyctl.schema.sections.complaints import Complexity, HowToComplain, OutsideBody, Stage
from policyctl.schema.sections.procedures import Step
from policyctl.schema.sections.standards import Remedy, Standard
from policyctl.schema.sections.terms import Term

_LONG = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR)
"""What takes hours or less begins before everybody's eyes."""

_TIMES = ("within", "by", "on", "every", "at_least", "at_most", "paid_within", "notice", "says")

_RIGHT_HINT = (
    "Say it with `after`, such as `after: our answer`: a customer who counts from another day loses the right."
)


def _begins_with_an_event(part: Any, _: RuleContext) -> bool:
    """Whether what is counted after is an event; `21 days` is how long is waited."""
    return not read_figures(part.after)


_HALVES: tuple[Need[Any], ...] = (
    *(
        Need(
            part,
            ("before", "says"),
            "How long before is said, and not before what.",
            "Add the event at `before`.",
            at="notice",
        )
        for part in (Standard, Remedy, Term, Step)
    ),
    *(
        Need(
            part,
            ("notice", "within", "by", "says"),
            "The event is named, and not how long before it.",
            "Add `notice`.",
            at="before",
        )
        for part in (Standard, Remedy, Term, Step)
    ),
    *(
        Need(
            part,
            _TIMES,
            "What is counted after is said, and not how long it takes.",
            "Add the time at `within`.",
            at="after",
            asked=_begins_with_an_event,
        )
        for part in (Standard, Remedy, Term, Complexity, HowToComplain, Step)
    ),
    Need(
        Remedy,
        ("paid_within", "within", "by", "says"),
        "Nothing says from when it is late.",
        "Add `paid_within`.",
        at="if_late",
    ),
    Need(
        Stage,
        ("ask_within",),
        "What is counted after is said, and not how long.",
        "Add the time at `ask_within`.",
        at="ask_after",
    ),
    Need(
        Stage,
        ("ask_after",),
        "How long {name} may be asked for is said, and not after what.",
        _RIGHT_HINT,
        at="ask_within",
        asked=lambda stage, _: stage.ask_within and isinstance(stage.ask_within.sole, Duration),
    ),
    Need(
        HowToComplain,
        ("after",),
        "How long a complaint may be made is said, and not after what.",
        _RIGHT_HINT,
        at="within",
        asked=lambda way, _: way.within and isinstance(way.within.sole, Duration),
    ),
)


def limit_half_said(context: RuleContext) -> Iterator[Issue]:
    """A limit of which only half is there: a time without a start, a start without a time, a notice without event.

    Why it matters: “21 days” are over on another day for whoever counts from the letter and whoever counts from its
    arrival; the half that is missing is the one that the customer asks for.

    Diff:

          standards:
            Dearer postage:
              notice: 2 weeks  # <- here
        +     before: the new price holds
        -   Refunds: within 5 working days  # <- here
        +   Refunds: within 5 working days after we agree it
    """
    yield from (
        issue for issue in unmet(context, _HALVES) if "rows" not in issue.pointer
    )  # A row has its group's half.
    yield from _promises_without_start(context)
    yield from _steps_without_start(context)
    yield from _outside_limits_without_start(context)


def _promises_without_start(context: RuleContext) -> Iterator[Issue]:
    """Promises that are counted after nothing, where neither their name nor their moment says it."""
    reported: set[Pointer] = set()
    hint = (
        "Say with `after` from which day you count, such as `after: we agree it` or `after: we have all that we need`."
    )
    for cell in cells(context) if context.understood else ():
        pointer, is_long = cell.row.pointer, cell.length is not None and cell.length.unit in _LONG
        if is_long and pointer not in reported and not cell.limit.start.words and _starts_at_nothing(cell):
            reported.add(pointer)
            yield _issue(cell.pointer, cell.row.name, cell.words, hint)


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
    hint = "Say it with `after`: it may be `received`, or the name of another step."
    for cell in cells(context):
        if cell.length:
            by_home[cell.row.home].append(cell)
    for pointer, stage in context.parts_of(Stage):
        here = by_home[pointer]
        if any(cell.limit.start.words for cell in here):
            for cell in here[1:]:
                if not (cell.limit.start.words or _has_start(cell)):
                    yield _issue(cell.pointer, cell.row.name, cell.words, hint)
            for place, level in stage.complexity.located((*pointer, "complexity")) if stage.complexity else ():
                if not level.after and level.within and isinstance(level.within.sole, Duration):
                    yield _issue((*place, "within"), level.named(), limit_text(level.within.sole), hint)


def _outside_limits_without_start(context: RuleContext) -> Iterator[Issue]:
    for pointer, body in context.parts_of(OutsideBody):
        for index, limit in enumerate(body.limits):
            if not (limit.after or body.after) and limit.within and isinstance(limit.within.sole, Duration):
                message = (
                    f"{body.named()} may be asked within {limit_text(limit.within.sole)}, and nothing says after what."
                )
                yield Issue((*pointer, "limits", index, "within"), message, _RIGHT_HINT)


def _issue(pointer: Pointer, name: str, limit: str, hint: str) -> Issue:
    return Issue(pointer, f"“{name}” has a limit of {limit}, and nothing says after what.", hint)


def _has_start(cell: Cell) -> bool:
    promise = cell.row.promise
    return bool(promise.when or pattern("promises.start").search(promise.says or ""))
