"""A policy in; each single limit of each promise with the very case that it is for out."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.rules.promises.cases import Case
from policyctl.rules.promises.limits import CaseLimit, in_words
from policyctl.rules.promises.rows import Row, rows
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.commitment import Milestone
from policyctl.schema.quantities import Duration, Relative

MANY = 40
"""Limits about one thing that are held against one another; a policy with more is hostile, and each pair takes time."""


class Cell(NamedTuple):
    """One cell of the matrix that a reader sees: a promise, one of its limits, and the case that the two make."""

    row: Row
    limit: CaseLimit
    case: Case

    @property
    def pointer(self) -> Pointer:
        """Where the limit stands."""
        return self.limit.pointer

    @property
    def length(self) -> Duration | None:
        """The time that it allows, of its own: a multiple of another limit is what its author wanted."""
        return None if isinstance(self.limit.bound, Relative) else self.limit.length

    @property
    def said(self) -> str:
        """The limit in its author's words."""
        return in_words(self.limit.bound)

    @property
    def moment(self) -> Milestone | Pointer:
        """What it is about: a moment that other promises may be about too, or nothing but itself."""
        return self.row.milestone or self.row.pointer


def cells(context: RuleContext) -> tuple[Cell, ...]:
    """Every limit in time of every promise, made once for all rules."""
    return context.cached(_cells)


def grouped(cells: Sequence[Cell], key: Callable[[Cell], Hashable]) -> Mapping[Hashable, list[Cell]]:
    """The cells that have a key in common, in their author's order, and never too many of them."""
    groups: dict[Hashable, list[Cell]] = defaultdict(list)
    for cell in cells:
        group = groups[key(cell)]
        if len(group) < MANY:
            group.append(cell)
    return groups


def _cells(context: RuleContext) -> tuple[Cell, ...]:
    return tuple(Cell(row, limit, _narrowed(row.case, limit)) for row in rows(context) for limit in row.limits)


def _narrowed(case: Case, limit: CaseLimit) -> Case:
    """The case of one limit of a matrix: a priority, a kind of customer, a channel, or a condition in words."""
    match limit.section, limit.means:
        case _, None:
            return case
        case "priorities", means:
            return case._replace(priorities=frozenset({means}))
        case "customers", means:
            return case._replace(customers=frozenset({means}))
        case "channels", means:
            return case._replace(channels=frozenset({means}))
        case _:
            return case._replace(conditions=case.conditions | {limit.told or ""})
