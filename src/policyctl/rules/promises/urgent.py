"""A policy in; promises that let those wait longest who should wait least out."""

from collections.abc import Iterator
from itertools import combinations

from policyctl.findings import Issue, Pointer
from policyctl.rules.lengths import sooner
from policyctl.rules.naming import targets
from policyctl.rules.promises.cells import Cell, cells, grouped
from policyctl.rules.promises.ranks import ranks
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.entry import Entry
from policyctl.schema.sections.people import Customers, Priority

Pair = tuple[Cell, Pointer, Cell, Pointer]
"""A limit and whom it is for, and another and whom that is for; the first should not be the longer one."""


def urgent_waits_longer(context: RuleContext) -> Iterator[Issue]:
    """A limit that is longer for what presses more, or for customers who come first, than for the others.

    Why it matters: whoever follows the policy to the letter answers the wrong customer first.

    Diff:

          hours: Mon-Fri 9:00-17:00
          priorities:
            Urgent: A day that cannot be moved depends on it
            Normal:
              else: yes
          standards:
            First reply:
              within:
        -       Urgent: 8 business hours  # <- here
        +       Urgent: 1 business hour
                Normal: 4 business hours
    """
    kinds: tuple[type[Entry], ...] = (Priority, Customers)
    names = {pointer: part.named() for kind in kinds for pointer, part in context.parts_of(kind)}
    told: set[Pointer] = set()
    for cell, whose, other, theirs in (*_more_pressing(context), *_coming_first(context)):
        if cell.pointer not in told and sooner(other.length, cell.length):
            told.add(cell.pointer)
            one, rival = names[whose], names[theirs]
            what = "" if cell.row.name == one else f" for “{cell.row.name}”"
            message = f"{one} waits {cell.said}{what}, and {rival} only {other.said}."
            hint = f"Give {one} the shorter of the two, since it should never wait for {rival}."
            yield Issue(cell.pointer, message, hint, twin=other.pointer)


def _more_pressing(context: RuleContext) -> Iterator[Pair]:
    """What is alike but for the priority, the more pressing one first."""
    ranked = ranks(context)
    apart = [cell for cell in cells(context) if _sole(cell.case.priorities) in ranked]
    groups = grouped(apart, lambda c: (c.moment, c.limit.start, c.case._replace(priorities=frozenset())))
    for group in groups.values():
        places = [(ranked[whose], whose, cell) for cell in group if (whose := _sole(cell.case.priorities))]
        for (rank, whose, cell), (below, theirs, other) in combinations(sorted(places, key=lambda p: p[0]), 2):
            if rank[0] == below[0] and rank < below:
                yield cell, whose, other, theirs


def _coming_first(context: RuleContext) -> Iterator[Pair]:
    """What is alike but for the kind of customer, those who come first before the others."""
    before = {
        (pointer, named.pointer)
        for pointer, customers in context.parts_of(Customers)
        for reference in customers.comes_before
        for named in targets(reference, context.names)
    }
    apart = [cell for cell in cells(context) if before and _sole(cell.case.customers)]
    groups = grouped(apart, lambda c: (c.moment, c.limit.start, c.case._replace(customers=frozenset())))
    for group in groups.values():
        places = [(whose, cell) for cell in group if (whose := _sole(cell.case.customers))]
        for (whose, cell), (theirs, other) in combinations(places, 2):
            if (whose, theirs) in before:
                yield cell, whose, other, theirs
            elif (theirs, whose) in before:
                yield other, theirs, cell, whose


def _sole(holders: frozenset[Pointer | str]) -> Pointer | None:
    """The one that it is for, where it is for one that the policy names."""
    one = next(iter(holders)) if len(holders) == 1 else None
    return one if isinstance(one, tuple) else None
