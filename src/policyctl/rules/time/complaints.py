"""Find complaints whose dated steps take longer than what is promised for the whole."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import pattern
from policyctl.meaning.formatting import figure, joined, quoted
from policyctl.meaning.presence import usual_schedule
from policyctl.meaning.promises.rows import Row, rows
from policyctl.meaning.references import FEW
from policyctl.rules.rule import RuleContext
from policyctl.rules.time.durations import certainly_longer, describe_chain
from policyctl.schedule import Schedule
from policyctl.schema.grammar.commitment import Milestone
from policyctl.schema.grammar.entry import Part
from policyctl.schema.quantities import Duration
from policyctl.schema.sections.complaints import Stage

_DEEP = 64
"""Steps that may follow from one another; a longer way is a slip of the pen."""

ANSWERS = (Milestone.FULL_REPLY, Milestone.RESOLVE)

_ENDS = re.compile(r"(?<=[.!?;:])\s+")


class Path(NamedTuple):
    """A step of a complaint and those that it is counted after, from the first: each with the time that it takes."""

    rows: tuple[Row, ...] = ()
    lengths: tuple[Duration, ...] = ()

    @property
    def last(self) -> Row:
        """The step itself."""
        return self.rows[-1]

    @property
    def holds(self) -> bool:
        """Whether it is counted from the complaint, and every step on the way happens in each case."""
        return not self.rows[0].start.key and not any(row.case.conditions for row in self.rows)

    def then(self, other: "Path") -> "Path":
        """This way, and the other after it."""
        return Path(self.rows + other.rows, self.lengths + other.lengths)


class Total(NamedTuple):
    """What is said for the whole: where, how long, in which words, and the way that must fit into it."""

    pointer: Pointer
    length: Duration
    statement: str
    way: Path
    more: tuple[Duration, ...] = ()
    """How much longer it may take than the steps on the way."""

    @property
    def lengths(self) -> tuple[Duration, ...]:
        """All that must fit into it."""
        return (*self.way.lengths, *self.more)


def steps_longer_than_whole(context: RuleContext) -> Iterator[Issue]:
    """Steps that follow from one another and take longer together than what is promised for the whole."""
    for total in _totals(context):
        if certainly_longer(total.lengths, [total.length], usual_schedule(context)):
            names = [row.name for row in total.way.rows]
            listed = quoted(names) if len(names) > FEW else joined([f"“{name}”" for name in names], "and then")
            steps = f"{listed} with the extension" if total.more else listed
            message = f"{steps} may take {describe_chain(total.lengths)} together, and {total.statement}."
            hint = "Make a step shorter, count it after something earlier, or promise longer for the whole."
            yield Issue((*total.way.last.pointer, "within"), message, hint, twin=total.pointer)


def _length_of(row: Row) -> Duration | None:
    """The one limit in time of a step; None where it has none, or several."""
    return row.limits[0].length if len(row.limits) == 1 and row.limits[0].case_name is None else None


def _paths(context: RuleContext) -> Mapping[Pointer, tuple[Path, ...]]:
    """The dated steps of each stage, in the author's order."""
    dated = {row.pointer: (row, length) for row in rows(context) if row.in_complaints and (length := _length_of(row))}
    found: dict[Pointer, list[Path]] = {pointer: [] for pointer, _ in context.parts_of(Stage)}
    for pointer, (row, _) in dated.items():
        way = _way(pointer, dated)
        if way and row.home in found:
            found[row.home].append(way)
    return {stage: tuple(ways) for stage, ways in found.items()}


def _way(pointer: Pointer, dated: Mapping[Pointer, tuple[Row, Duration]]) -> Path | None:
    """The steps back to where it begins; None where one of them has no date, or they turn in a circle."""
    steps: list[tuple[Row, Duration]] = []
    at: Pointer | str = pointer
    while isinstance(at, tuple):
        if at not in dated or len(steps) == _DEEP:
            return None
        steps.append(dated[at])
        at = dated[at][0].start.key
    rows_, lengths = zip(*reversed(steps), strict=True)
    return Path(rows_, lengths)


def longest(ways: Iterable[Path], schedule: Schedule) -> Path | None:
    """The way that certainly takes longest, or else the first of those of which nobody can tell."""
    found: Path | None = None
    for way in ways:
        if found is None or certainly_longer(way.lengths, found.lengths, schedule):
            found = way
    return found


def _totals(context: RuleContext) -> Iterator[Total]:
    """Whatever a policy promises for the whole of a complaint: in a stage, in prose, and among the promises."""
    yield from _answers_within_a_stage(context)
    yield from _for_a_stage(context)
    yield from _for_all_stages(context)
    yield from _promised_elsewhere(context)


def _answers_within_a_stage(context: RuleContext) -> Iterator[Total]:
    """An answer that is counted from the complaint, below steps that follow from one another."""
    for ways in context.cached(_paths).values():
        above: Path | None = None
        for way in ways:
            row, length = way.last, way.lengths[-1]
            if len(way.rows) > 1 and way.holds:
                above = longest((above, way) if above else (way,), usual_schedule(context))
            elif above and row.milestone in ANSWERS and row.start.words and way.holds:
                statement = f"“{row.name}” below them is promised within {figure(length)} of the complaint"
                yield Total((*row.pointer, "within"), length, statement, above)


def _for_a_stage(context: RuleContext) -> Iterator[Total]:
    for pointer, stage in context.parts_of(Stage):
        found = list(_totals_in(pointer, stage))
        way = _longest_of_stage(pointer, context) if found else None
        if way:
            statement = f"“{stage.named()}” is to take"
            yield from (Total(at, length, f"{statement} {words}", way) for at, words, length in found)
        longer = stage.extension.at_most.sole if stage.extension and stage.extension.at_most else None
        answer = _longest_of_stage(pointer, context, answers=True) if isinstance(longer, Duration) else None
        if stage.extension and answer and isinstance(longer, Duration):
            for at, words, length in _totals_in((*pointer, "extension"), stage.extension):
                yield Total(at, length, f"the extension says {words}", answer, (longer,))


def _for_all_stages(context: RuleContext) -> Iterator[Total]:
    """What the section says of the whole, against all stages that nobody may leave out."""
    found = list(_totals_in(("complaints",), context.policy.complaints)) if context.policy.complaints else []
    way = _through_all(context) if found else Path()
    if way.rows:
        yield from (Total(at, length, f"the whole is to take {words}", way) for at, words, length in found)


def _promised_elsewhere(context: RuleContext) -> Iterator[Total]:
    """A promise that complaints are answered, against the answer of the first stage that nobody may leave out."""
    promised = [row for row in rows(context) if not row.in_complaints and _length_of(row) and _is_about_complaints(row)]
    way = _first_answer(context) if promised else None
    for row in promised if way else ():
        length = _length_of(row)
        if way and length:
            yield Total((*row.pointer, "within"), length, f"“{row.name}” promises {figure(length)}", way)


def _through_all(context: RuleContext) -> Path:
    whole = Path()
    for pointer, stage in context.parts_of(Stage):
        way = None if stage.optional else _longest_of_stage(pointer, context)
        whole = whole.then(way) if way else whole
    return whole


def _first_answer(context: RuleContext) -> Path | None:
    stages = (pointer for pointer, stage in context.parts_of(Stage) if not stage.optional)
    return next((way for pointer in stages if (way := _longest_of_stage(pointer, context, answers=True))), None)


def _longest_of_stage(stage: Pointer, context: RuleContext, *, answers: bool = False) -> Path | None:
    """The longest way through a stage, or to an answer of it, of those that are gone in each case."""
    ways = (
        way for way in context.cached(_paths)[stage] if way.holds and (not answers or way.last.milestone in ANSWERS)
    )
    return longest(ways, usual_schedule(context))


def _is_about_complaints(row: Row) -> bool:
    words = f"{row.name} {row.promise.topic or ''} {row.promise.says or ''}"
    from_the_complaint = row.milestone in ANSWERS and not (row.start.key or row.case.conditions)
    return from_the_complaint and bool(pattern("time.complaint").search(words))


def _totals_in(pointer: Pointer, part: Part) -> Iterator[tuple[Pointer, str, Duration]]:
    for key in ("says", "about", "intro", "note", "notes"):
        text = getattr(part, key, None)
        if text:
            yield from (((*pointer, key), words, length) for words, length in _totals_in_text(text))


def _totals_in_text(text: str) -> Iterator[tuple[str, Duration]]:
    """The words and the length of time of each sentence that speaks of the whole: `within 8 weeks in all`."""
    for sentence in _ENDS.split(text):
        if pattern("time.in_all").search(sentence):
            for found in pattern("time.total").finditer(sentence):
                if length := Duration.find(found[0]):
                    yield found[0], length
