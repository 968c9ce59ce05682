"""A policy in; what its sentences say about a time that a promise says otherwise, out."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.rules.lengths import differs
from policyctl.rules.promises.cells import MANY, Cell, cells
from policyctl.rules.promises.index import STANDARDS
from policyctl.rules.promises.milestones import matter_words
from policyctl.rules.promises.prose import TimeSaid, is_conditional, times_said
from policyctl.rules.promises.rows import Row, rows
from policyctl.rules.rule import RuleContext
from policyctl.schema import walk
from policyctl.schema.quantities import Duration, Frequency, Unit
from policyctl.schema.sections.procedures import Step
from policyctl.schema.sections.stand import GroundRule

_AT_ONCE = (Unit.SECOND, Unit.MINUTE, Unit.RING)
_STEM = 5
"""Letters by which `greeting` and `greet` are one word."""


class Contradiction(NamedTuple):
    """A sentence, the time in it, and the promise whose limit is another."""

    pointer: Pointer
    time: TimeSaid
    cell: Cell


def own_sentences(context: RuleContext) -> Iterator[Contradiction]:
    """Promises whose own sentence names one time, and none that is measured beside it."""
    by_row: dict[Pointer, Cell] = {}
    for cell in cells(context):
        by_row.setdefault(cell.row.pointer, cell)
    for row in rows(context):
        times = tuple(times_said(row.promise.says or ""))
        beside = by_row.get(row.pointer)
        if beside and beside.length and len(times) == 1 and not _is_measured(times[0], row):
            yield Contradiction((*row.pointer, "says"), times[0], beside)


def other_sentences(context: RuleContext) -> Iterator[Contradiction]:
    """Ground rules and steps that set another time for what a promise names: greeting within 10 seconds, and 15."""
    known = _by_stem(context)
    for pointer, sentence in _sentences(context) if known else ():
        times = tuple(times_said(sentence))
        stems = _stems(sentence) if len(times) == 1 and not is_conditional(sentence) else frozenset()
        for stem in stems:
            for cell in known.get(stem, ())[:MANY]:
                if _is_about(cell, stems, times[0]) and differs(times[0].length, cell.length):
                    yield Contradiction(pointer, times[0], cell)


def _is_measured(time: TimeSaid, row: Row) -> bool:
    """Whether the time stands in any field of the promise; words may leave out the clock."""
    lengths = (value.per if isinstance(value, Frequency) else value for _, value in walk(row.promise))
    return any(isinstance(each, Duration) and _says_the_same(time.length, each) for each in lengths)


def _says_the_same(said: Duration, measured: Duration) -> bool:
    alike = (said.longest, said.unit) == (measured.longest, measured.unit) and said.clock in (None, measured.clock)
    return alike or not (said.comparable(measured) and differs(said, measured))


def _sentences(context: RuleContext) -> Iterator[tuple[Pointer, str]]:
    for pointer, rule in context.parts_of(GroundRule):
        if pointer[0] == "always" and not rule.unless:
            yield from [((*pointer, "do"), rule.do)] if rule.do else [(pointer, rule.named())]
    for pointer, step in context.parts_of(Step):
        if step.do and not (step.if_ or step.unless):
            yield (*pointer, "do"), step.do


def _by_stem(context: RuleContext) -> Mapping[str, Sequence[Cell]]:
    """The promises with one limit for everybody, by the words of their names."""
    found: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells(context):
        if cell.row.home == STANDARDS and cell.limit.told is None and cell.length and not cell.case.conditions:
            for stem in sorted(_stems(cell.row.name))[:1]:
                found[stem].append(cell)
    return found


def _is_about(cell: Cell, stems: frozenset[str], time: TimeSaid) -> bool:
    """Whether the sentence holds every word of the promise's name; of one word alone, only where both are at once."""
    named = _stems(cell.row.name)
    same_unit = cell.length is not None and cell.length.unit is time.length.unit
    return same_unit and named <= stems and (len(named) > 1 or time.length.unit in _AT_ONCE)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM].rstrip("s") for word in matter_words(re.sub(r"[^\w' -]", " ", text)) if len(word) > 3)
