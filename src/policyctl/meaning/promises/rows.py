"""Lay every promise out as a row, and each of its limits as a cell, so that rules can compare them.

The promises of the middle are made of these rows. Rules compare the rows themselves, since whether two promises meet in
one case is seen in what their references mean, and the middle keeps the names.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.lexicon import pattern
from policyctl.meaning.model import Meaning
from policyctl.meaning.promises.cases import Case, case_of, milestone_of
from policyctl.meaning.promises.index import Index, Start, index_of, start_of
from policyctl.meaning.promises.limits import (
    CaseLimit,
    clock_around,
    clocks_of_homes,
    limit_text,
    limits_of,
    resolve_multiples,
)
from policyctl.schema.grammar.commitment import Firmness, Milestone
from policyctl.schema.grammar.entry import Audience
from policyctl.schema.quantities import Clock, Duration, Relative
from policyctl.schema.sections.standards import Standard

MANY = 40
"""Limits about one thing that are held against one another; a policy with more is hostile, and each pair takes time."""


class Row(NamedTuple):
    """One promise that is no group, with what it inherits, and what its words and those around it mean.

    `name` is what to call it, its own name or that of its nearest group. `milestone` is its own, or that of a name that
    says nothing else. `limits` are those in time, case by case. `clock` is what the words around say about hours and
    days that do not say it themselves. `firmness` and `public` are None where nobody says.
    """

    pointer: Pointer
    promise: Standard
    name: str
    home: Pointer
    case: Case
    limits: tuple[CaseLimit, ...]
    start: Start
    milestone: Milestone | None = None
    clock: Clock | None = None
    firmness: Firmness | None = None
    public: bool | None = None

    @property
    def in_every_case(self) -> bool:
        """Whether it is to be kept in every case, and not in a share of them."""
        return self.promise.met is None or self.promise.met.percent >= 100

    @property
    def in_complaints(self) -> bool:
        """Whether it is a step of a complaint, which binds in every case."""
        return self.home[0] == "complaints"


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
    def words(self) -> str:
        """The limit in its author's words."""
        return limit_text(self.limit.bound)

    @property
    def moment(self) -> Milestone | Pointer:
        """What it is about: a moment that other promises may be about too, or nothing but itself."""
        return self.row.milestone or self.row.pointer


def rows(meaning: Meaning) -> tuple[Row, ...]:
    """The promises of a policy in its author's order, made once for all rules."""
    return meaning.cached(_rows)


def rows_below(pointer: Pointer, meaning: Meaning) -> Sequence[Row]:
    """The promises at a place and below it: of a group, a procedure, a stage or a section."""
    return meaning.cached(_by_place).get(pointer, ())


def _by_place(meaning: Meaning) -> Mapping[Pointer, list[Row]]:
    found: dict[Pointer, list[Row]] = defaultdict(list)
    for row in rows(meaning):
        for length in range(1, len(row.pointer) + 1):
            found[row.pointer[:length]].append(row)
    return found


def promise_index(meaning: Meaning) -> Index:
    """The promises and their groups by place and by name, made once for all rules."""
    return meaning.cached(index_of)


def _rows(meaning: Meaning) -> tuple[Row, ...]:
    index = promise_index(meaning)
    limits = resolve_multiples(
        {pointer: tuple(limits_of(pointer, each, index)) for pointer, each in index.leaves()}, index
    )
    clocks = clocks_of_homes(set(index.homes.values()), meaning)
    return tuple(_row(pointer, each, limits[pointer], index, clocks) for pointer, each in index.leaves())


def _row(
    pointer: Pointer,
    promise: Standard,
    limits: tuple[CaseLimit, ...],
    index: Index,
    clocks: Mapping[Pointer, Clock | None],
) -> Row:
    home = index.homes[pointer]
    groups = [index.promises[each] for each in index.groups(pointer)]
    names = [each.named() for each in (promise, *reversed(groups)) if each.name]
    milestones = (milestone_of(name) for name in names)
    return Row(
        pointer=pointer,
        promise=promise,
        name=names[0] if names else "",
        home=home,
        case=case_of(promise, groups, home, index.names),
        limits=limits,
        start=start_of(promise.after, home, index),
        milestone=promise.milestone or next((each for each in milestones if each), None),
        clock=clock_around(promise, groups) or clocks[home],
        firmness=promise.firmness or _firmness(promise.says or ""),
        public=_public(promise),
    )


def _firmness(sentence: str) -> Firmness | None:
    if pattern("promises.aiming").search(sentence):
        return Firmness.AIM
    return Firmness.TRY if pattern("promises.trying").search(sentence) else None


def _public(promise: Standard) -> bool | None:
    """Whether customers are told, where the promise says so."""
    if promise.public is not None:
        return bool(promise.public)
    return None if promise.audience is None else promise.audience in (Audience.CUSTOMERS, Audience.EVERYBODY)


def cells(meaning: Meaning) -> tuple[Cell, ...]:
    """Every limit in time of every promise, made once for all rules."""
    return meaning.cached(_cells)


def grouped(cells: Sequence[Cell], key: Callable[[Cell], Hashable]) -> Mapping[Hashable, list[Cell]]:
    """The cells that have a key in common, in their author's order, and never too many of them."""
    groups: dict[Hashable, list[Cell]] = defaultdict(list)
    for cell in cells:
        group = groups[key(cell)]
        if len(group) < MANY:
            group.append(cell)
    return groups


def _cells(meaning: Meaning) -> tuple[Cell, ...]:
    return tuple(Cell(row, limit, _narrowed(row.case, limit)) for row in rows(meaning) for limit in row.limits)


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
            return case._replace(conditions=case.conditions | {limit.case_name or ""})
