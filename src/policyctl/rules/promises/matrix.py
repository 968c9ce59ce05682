"""Find holes in a matrix of limits, and promises where nobody is helped."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from functools import cache
from itertools import chain, islice
from typing import NamedTuple

from policyctl.findings import Issue, Pointer
from policyctl.meaning.formatting import joined
from policyctl.meaning.promises.cases import NORMAL, ranks, tiers
from policyctl.meaning.promises.rows import Cell, Row, cells, promise_index, rows
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.commitment import Milestone
from policyctl.schema.quantities import Never
from policyctl.schema.sections.people import Customers, Priority
from policyctl.schema.sections.standards import Standard

_MEANWHILE = (Milestone.NEXT_REPLY, Milestone.UPDATE)
"""What keeps a customer posted: whoever has news every hour waits for no next reply."""


MOST_HOLES = 200
"""Matrices with holes that are told; a hostile policy has thousands, each with thousands of cases."""

MOST_NAMES = 12
"""Cases that are named in one sentence."""


class Hole(NamedTuple):
    """A matrix of limits, the cases that it fills, those that it leaves out, and one of its rows."""

    pointer: Pointer
    name: str
    row: Row
    filled: Collection[object]
    missing: Sequence[Pointer]


def case_without_limit(context: RuleContext) -> Iterator[Issue]:
    """A promise with limits case by case, where a priority or a plan is left out or given `none` without a word why.

    Why it matters: the printed cell is empty; the customer reads a promise into it, and the colleague none.

    Diff:

          priorities:
            Urgent: Nothing works
            High: Something works
            Normal:
              else: yes
          standards:
            First reply:
              within:  # <- here
                Urgent: 10 minutes
                High: 30 minutes
        +       Normal: none
        +     because: The community answers what is not pressing.
    """
    names = {pointer: each.named() for pointer, each in (*context.parts_of(Priority), *context.parts_of(Customers))}
    holes = chain(_priorities_left_out(context), _plans_left_out(context))
    for hole in islice(holes, MOST_HOLES):
        said = " ".join(map(_words_beside, _around(hole.row, context))).casefold()
        missing = [names[each] for each in hole.missing if names[each].casefold() not in said]
        if missing:
            filled = _named([names[each] for each in names if each in hole.filled])
            message = f"“{hole.name}” has limits for {filled}, and none for {_named(missing)}."
            hint = f"Add a limit for {_named(missing)}, or write `none` there and the reason at `because`."
            yield Issue(hole.pointer, message, hint, at_key=True)
    yield from _unexplained(context)


def _named(names: list[str]) -> str:
    """The names, or the first of them where nobody would read them all."""
    more = len(names) - MOST_NAMES
    return joined(names if more <= 1 else [*names[:MOST_NAMES], f"{more} more"])


def _unexplained(context: RuleContext) -> Iterator[Issue]:
    """The cases for which expressly nothing is promised, with no word why."""
    for row in rows(context):
        for limit in row.limits:
            if isinstance(limit.bound, Never) and not any(map(_words_beside, _around(row, context))):
                case = f" for {limit.case_name}" if limit.case_name else ""
                message = f"“{row.name}” promises nothing{case}, and does not say why."
                yield Issue(limit.pointer, message, "Write the reason at `because`, in one sentence.")


def _priorities_left_out(context: RuleContext) -> Iterator[Hole]:
    """What falls under none of the priorities listed; the limit of the normal ones is that of all the rest."""
    every = [pointer for pointer, _ in context.parts_of(Priority)]
    rest = {pointer for pointer, rank in ranks(context).items() if rank == NORMAL}
    elsewhere: dict[tuple[Milestone | None, Hashable], set[object]] = defaultdict(set)
    kept_posted: set[object] = set()
    for row in rows(context):
        elsewhere[row.milestone, row.case.about] |= row.case.priorities
        if row.milestone in _MEANWHILE and not row.case.conditions:
            kept_posted |= row.case.priorities

    @cache
    def open_elsewhere(milestone: Milestone, about: Hashable) -> Sequence[Pointer]:
        closed = elsewhere[milestone, about] | (kept_posted if milestone in _MEANWHILE else set())
        return [each for each in every if each not in closed]

    for row in rows(context):
        filled = {limit.means for limit in row.limits if limit.section == "priorities"}
        if len(filled) > 1 and len(filled) == len(row.limits) and not (filled & rest or row.case.priorities):
            still_open = open_elsewhere(row.milestone, row.case.about) if row.milestone else every
            missing = [each for each in still_open if each not in filled]
            if missing and not row.milestone and _are_last(missing, every):
                continue
            yield Hole((*row.pointer, "within"), row.name, row, filled, missing)


def _are_last(missing: Sequence[Pointer], every: Sequence[Pointer]) -> bool:
    """Whether only the least urgent are missing: a new delivery is promised to those who need one."""
    return list(missing) == list(every[-len(missing) :])


def _plans_left_out(context: RuleContext) -> Iterator[Hole]:
    """Kinds of customers in one order, as plans are, that are promised something one by one."""
    known = tiers(context)
    matrices: dict[Hashable, list[Cell]] = defaultdict(list)
    for cell in cells(context) if known else ():
        matrices[_matrix(cell, context), cell.case.channels].append(cell)
    for matrix in matrices.values():
        filled = {each for cell in matrix for each in cell.case.customers}
        if all(cell.case.customers for cell in matrix):
            for order in known:
                missing = [each for each in order if each not in filled]
                if missing and len(order) - len(missing) > 1:
                    yield _left_out(matrix[-1].row, filled, missing, context)


def _left_out(row: Row, filled: Collection[object], missing: Sequence[Pointer], context: RuleContext) -> Hole:
    """The hole at the group of which the row is one, or at the limits of the row where these are the matrix."""
    index = promise_index(context)
    groups = index.groups(row.pointer) if row.case.customers else ()
    if groups:
        return Hole(groups[-1], index.promises[groups[-1]].named() or row.name, row, filled, missing)
    return Hole((*row.pointer, "within"), row.name, row, filled, missing)


def _matrix(cell: Cell, context: RuleContext) -> Hashable:
    """What makes cells one matrix: the same moment of the same thing, or one group."""
    groups = promise_index(context).groups(cell.row.pointer)
    return cell.row.case.about if cell.row.milestone else groups[-1] if groups else cell.row.pointer


def _around(row: Row, context: RuleContext) -> Iterator[Standard]:
    index = promise_index(context)
    return (index.promises[pointer] for pointer in (row.pointer, *index.groups(row.pointer)))


def _words_beside(promise: Standard) -> str:
    words = (promise.says, promise.about, promise.because, promise.note, promise.notes, promise.intro)
    return " ".join(text for text in (*words, *promise.exceptions, promise.when_missed or "") if text)
