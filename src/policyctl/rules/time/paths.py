"""A policy in; the dated steps of its complaints, each with the steps on the way to it, out."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.rules.promises.rows import Row, rows
from policyctl.rules.rule import RuleContext
from policyctl.rules.time.chains import certainly_longer
from policyctl.schedule import Schedule
from policyctl.schema.grammar.commitment import Milestone
from policyctl.schema.quantities import Duration
from policyctl.schema.sections.complaints import Stage

DEEP = 64
"""Steps that may follow from one another; a longer way is a slip of the pen."""

ANSWERS = (Milestone.FULL_REPLY, Milestone.RESOLVE)


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


def paths(context: RuleContext) -> Mapping[Pointer, tuple[Path, ...]]:
    """The dated steps of each stage, in the author's order, found once for all rules."""
    return context.cached(_paths)


def length_of(row: Row) -> Duration | None:
    """The one limit in time of a step; None where it has none, or several."""
    return row.limits[0].length if len(row.limits) == 1 and row.limits[0].told is None else None


def _paths(context: RuleContext) -> Mapping[Pointer, tuple[Path, ...]]:
    dated = {row.pointer: (row, length) for row in rows(context) if row.in_complaints and (length := length_of(row))}
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
        if at not in dated or len(steps) == DEEP:
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
