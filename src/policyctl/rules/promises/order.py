"""A policy in; promises whose end would come before their beginning out."""

from collections.abc import Iterator
from itertools import permutations

from policyctl.findings import Issue, Pointer
from policyctl.rules.lengths import sooner
from policyctl.rules.promises.cells import Cell, cells, grouped
from policyctl.rules.promises.rows import Row, rows
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.commitment import Milestone
from policyctl.schema.quantities import Frequency

_ORDER = {
    Milestone.ACKNOWLEDGE: (Milestone.FIRST_REPLY, Milestone.FULL_REPLY, Milestone.RESOLVE),
    Milestone.FIRST_REPLY: (Milestone.FULL_REPLY, Milestone.RESOLVE),
}
"""What cannot come before a moment, if both are counted from the same one. How long a further reply may take says
nothing about the first: some promise twice the time, some half of it."""


def milestones_out_of_order(context: RuleContext) -> Iterator[Issue]:
    """A later moment that is promised sooner than an earlier one: the answer before its receipt is confirmed.

    Why it matters: one of the two promises is empty, and nobody knows which of them counts.

    Diff:

          hours: Mon-Fri 9:00-17:00
          standards:
        -   First reply: within 8 business hours
        -   Resolution: within 4 business hours  # <- here
        +   First reply: within 4 business hours
        +   Resolution: within 8 business hours
    """
    moments = {*_ORDER, *(later for after in _ORDER.values() for later in after)}
    ordered = [cell for cell in cells(context) if cell.row.milestone in moments]
    told: set[Pointer] = set()
    for group in grouped(ordered, lambda c: (c.case.about, c.case.not_for, c.limit.start)).values():
        for earlier, later in permutations(group, 2):
            if earlier.pointer not in told and _is_out_of_order(earlier, later):
                told.add(earlier.pointer)
                yield _out_of_order(earlier, later)
    yield from _news_after_the_end(context)


def _is_out_of_order(earlier: Cell, later: Cell) -> bool:
    follows = later.row.milestone in _ORDER.get(earlier.row.milestone or Milestone.RESOLVE, ())
    return follows and earlier.case.meets(later.case) and sooner(later.length, earlier.length)


def _out_of_order(earlier: Cell, later: Cell) -> Issue:
    message = (
        f"“{_named(later)}” is promised within {later.said}, before “{_named(earlier)}”, which may take {earlier.said}."
    )
    hint = "Make the later one longer or the earlier one shorter, or say with `after` what each is counted after."
    return Issue(later.pointer, message, hint, twin=earlier.pointer)


def _named(cell: Cell) -> str:
    return f"{cell.row.name}, {cell.limit.told}" if cell.limit.told else cell.row.name


def _news_after_the_end(context: RuleContext) -> Iterator[Issue]:
    """News promised so seldom that the case is solved before the first of it."""
    solved = [cell for cell in cells(context) if cell.row.milestone is Milestone.RESOLVE]
    ends = grouped(solved, lambda cell: cell.case.about)
    for row in rows(context):
        every = row.promise.every if row.milestone is Milestone.UPDATE else None
        if every and every.times == 1:
            over = (end for end in ends.get(row.case.about, ()) if row.case.meets(end.case))
            first = next((end for end in over if sooner(end.length, every.per)), None)
            if first:
                yield _too_seldom(row, every, first)


def _too_seldom(row: Row, every: Frequency, end: Cell) -> Issue:
    message = f"“{row.name}” promises news every {every.per.text}, and “{_named(end)}” is promised within {end.said}."
    hint = "Write a shorter time at `every`, so that there is news before it is over."
    return Issue((*row.pointer, "every"), message, hint, twin=end.pointer)
