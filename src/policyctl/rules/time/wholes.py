"""A policy in; what it promises for the whole of a complaint, each with the steps that must fit into it, out."""

from collections.abc import Iterator
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.rules.patterns import finds
from policyctl.rules.promises.rows import Row, rows
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import figure
from policyctl.rules.time.paths import ANSWERS, Path, length_of, longest, paths
from policyctl.rules.time.staffing import usual_schedule
from policyctl.rules.time.total_words import totals_told
from policyctl.schema.grammar.entry import Part
from policyctl.schema.quantities import Duration
from policyctl.schema.sections.complaints import Stage

_COMPLAINT = r"\bcomplaints?\b|beschwerde"


class Total(NamedTuple):
    """What is said for the whole: where, how long, in which words, and the way that must fit into it."""

    pointer: Pointer
    length: Duration
    said: str
    way: Path


def wholes(context: RuleContext) -> Iterator[Total]:
    """Whatever a policy promises for the whole of a complaint: in a stage, in prose, and among the promises."""
    yield from _answers_within_a_stage(context)
    yield from _told_of_a_stage(context)
    yield from _told_of_all(context)
    yield from _promised_elsewhere(context)


def _answers_within_a_stage(context: RuleContext) -> Iterator[Total]:
    """An answer that is counted from the complaint, below steps that follow from one another."""
    for ways in paths(context).values():
        above: Path | None = None
        for way in ways:
            row, length = way.last, way.lengths[-1]
            if len(way.rows) > 1 and way.holds:
                above = longest((above, way) if above else (way,), usual_schedule(context))
            elif above and row.milestone in ANSWERS and row.start.said and way.holds:
                said = f"“{row.name}” below them is promised within {figure(length)} of the complaint"
                yield Total((*row.pointer, "within"), length, said, above)


def _told_of_a_stage(context: RuleContext) -> Iterator[Total]:
    for pointer, stage in context.parts_of(Stage):
        told = list(_told(pointer, stage))
        way = _longest(pointer, context) if told else None
        if way:
            said = f"“{stage.named()}” is to take"
            yield from (Total(at, length, f"{said} {words}", way) for at, words, length in told)


def _told_of_all(context: RuleContext) -> Iterator[Total]:
    """What the section says of the whole, against all stages that nobody may leave out."""
    told = list(_told(("complaints",), context.policy.complaints)) if context.policy.complaints else []
    way = _through_all(context) if told else Path()
    if way.rows:
        yield from (Total(at, length, f"the whole is to take {words}", way) for at, words, length in told)


def _promised_elsewhere(context: RuleContext) -> Iterator[Total]:
    """A promise that complaints are answered, against the answer of the first stage that nobody may leave out."""
    promised = [row for row in rows(context) if not row.in_complaints and length_of(row) and _is_about_complaints(row)]
    way = _first_answer(context) if promised else None
    for row in promised if way else ():
        length = length_of(row)
        if way and length:
            yield Total((*row.pointer, "within"), length, f"“{row.name}” promises {figure(length)}", way)


def _through_all(context: RuleContext) -> Path:
    whole = Path()
    for pointer, stage in context.parts_of(Stage):
        way = None if stage.optional else _longest(pointer, context)
        whole = whole.then(way) if way else whole
    return whole


def _first_answer(context: RuleContext) -> Path | None:
    stages = (pointer for pointer, stage in context.parts_of(Stage) if not stage.optional)
    return next((way for pointer in stages if (way := _longest(pointer, context, answers=True))), None)


def _longest(stage: Pointer, context: RuleContext, *, answers: bool = False) -> Path | None:
    """The longest way through a stage, or to an answer of it, of those that are gone in each case."""
    ways = (way for way in paths(context)[stage] if way.holds and (not answers or way.last.milestone in ANSWERS))
    return longest(ways, usual_schedule(context))


def _is_about_complaints(row: Row) -> bool:
    words = f"{row.name} {row.promise.topic or ''} {row.promise.says or ''}"
    return row.milestone in ANSWERS and not (row.start.key or row.case.conditions) and finds(_COMPLAINT, words)


def _told(pointer: Pointer, part: Part) -> Iterator[tuple[Pointer, str, Duration]]:
    for key in ("says", "about", "intro", "note", "notes"):
        text = getattr(part, key, None)
        if text:
            yield from (((*pointer, key), words, length) for words, length in totals_told(text))
