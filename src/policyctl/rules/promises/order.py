"""Find limits in an order that cannot be: the urgent case last, the end before the beginning."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import combinations, permutations
from typing import Any

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import alternatives
from policyctl.meaning.formatting import called
from policyctl.meaning.lengths import sooner
from policyctl.meaning.promises.cases import MOST_PRESSING, ranks
from policyctl.meaning.promises.limits import base_of
from policyctl.meaning.promises.rows import Cell, Row, cells, grouped, promise_index, rows
from policyctl.meaning.references import likely, targets
from policyctl.rules.cycles import closing_edges
from policyctl.rules.rule import RuleContext
from policyctl.schema import walk
from policyctl.schema.grammar.commitment import Commitment, Milestone
from policyctl.schema.grammar.entry import Entry
from policyctl.schema.quantities import Allowance, Duration, Frequency, Measured, Money, Relative, Words
from policyctl.schema.sections.people import Customers, Priority
from policyctl.schema.sections.standards import Remedy, Standard
from policyctl.schema.sections.terms import Term

Pair = tuple[Cell, Pointer, Cell, Pointer]
"""A limit and whom it is for, and another and whom that is for; the first should not be the longer one."""

_ORDER = {
    Milestone.ACKNOWLEDGE: (Milestone.FIRST_REPLY, Milestone.FULL_REPLY, Milestone.RESOLVE),
    Milestone.FIRST_REPLY: (Milestone.FULL_REPLY, Milestone.RESOLVE),
    Milestone.SEEN: (Milestone.RESOLVE,),
}
"""What cannot come before a moment, if both are counted from the same one. How long a further reply may take says
nothing about the first: some promise twice the time, some half of it."""

_LONGEST = 60


def urgent_waits_longer(context: RuleContext) -> Iterator[Issue]:
    """A limit that is longer for what presses more, or for customers who come first, than for the others.

    What presses more is known by its name, by `round_the_clock`, or by another limit which has it the other way round.

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
    reported: set[Pointer] = set()
    for cell, whose, other, theirs in (*_more_pressing(context), *_first_elsewhere(context), *_coming_first(context)):
        if cell.pointer not in reported and sooner(other.length, cell.length):
            reported.add(cell.pointer)
            one, rival = names[whose], names[theirs]
            what = "" if cell.row.name == one else f" for “{cell.row.name}”"
            message = f"{one} waits {cell.words}{what}, and {rival} only {other.words}."
            hint = f"Give {one} the shorter of the two, since it should never wait for {rival}."
            yield Issue(cell.pointer, message, hint, twin=other.pointer)


def _more_pressing(context: RuleContext) -> Iterator[Pair]:
    """What is alike but for the priority, the more pressing one first."""
    ranked = ranks(context)
    for group in _by_priority(context).values():
        places = [(ranked[whose], whose, cell) for whose, cell in group if whose in ranked]
        for (rank, whose, cell), (below, theirs, other) in combinations(sorted(places, key=lambda p: p[0]), 2):
            if rank[0] == below[0] and rank < below:
                yield cell, whose, other, theirs


def _first_elsewhere(context: RuleContext) -> Iterator[Pair]:
    """What is alike but for the priority, where the one that is listed first waits less for another answer.

    How long it takes to settle a case says nothing: a large order may be answered first and made last.
    """
    place = {pointer: number for number, (pointer, _) in enumerate(context.parts_of(Priority))}
    by_priority = _by_priority(context)
    answered = [group for moment, group in by_priority.items() if moment[0] is not Milestone.RESOLVE]
    yield from _before_all_others(by_priority.values(), place, context)
    pairs = [
        (whose, cell, theirs, other)
        for group in answered
        for (whose, cell), (theirs, other) in permutations(group, 2)
        if place[whose] < place[theirs]
    ]
    in_order = {(whose, theirs) for whose, cell, theirs, other in pairs if sooner(cell.length, other.length)}
    for whose, cell, theirs, other in pairs:
        if (whose, theirs) in in_order:
            yield cell, whose, other, theirs


def _before_all_others(
    groups: Iterable[list[tuple[Pointer, Cell]]], place: Mapping[Pointer, int], context: RuleContext
) -> Iterator[Pair]:
    """What presses most by its very name, and is listed first, against all that has no such name."""
    ranked = ranks(context)
    pressing = {pointer for pointer, rank in ranked.items() if rank == MOST_PRESSING and place[pointer] == 0}
    for group in groups if pressing else ():
        for (whose, cell), (theirs, other) in permutations(group, 2):
            if whose in pressing and theirs not in ranked:
                yield cell, whose, other, theirs


def _by_priority(context: RuleContext) -> Mapping[tuple[Any, ...], list[tuple[Pointer, Cell]]]:
    """The limits that are alike but for the priority, each with that priority."""
    known = {pointer for pointer, _ in context.parts_of(Priority)}
    apart = [cell for cell in cells(context) if _sole(cell.case.priorities) in known]
    groups = grouped(apart, lambda c: (c.moment, c.limit.start, c.case._replace(priorities=frozenset())))
    return {
        key: [(whose, cell) for cell in group if (whose := _sole(cell.case.priorities))]
        for key, group in groups.items()
        if isinstance(key, tuple)
    }


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


def moments_out_of_order(context: RuleContext) -> Iterator[Issue]:
    """Later moments that are promised sooner than an earlier one: the answer before its receipt is confirmed."""
    moments = {*_ORDER, *(later for after in _ORDER.values() for later in after)}
    ordered = [cell for cell in cells(context) if cell.row.milestone in moments]
    reported: set[Pointer] = set()
    alike = grouped(ordered, lambda c: (c.case.about, c.case.not_for, c.limit.start)).values()
    by_priority = [cell for cell in ordered if cell.case.priorities and cell.row.promise.milestone]
    beside = grouped(by_priority, lambda c: (_side_by_side(c), c.limit.start)).values()
    for group in (*alike, *beside):
        for earlier, later in permutations(group, 2):
            if earlier.pointer not in reported and _is_out_of_order(earlier, later):
                reported.add(earlier.pointer)
                yield _out_of_order(earlier, later)
    yield from _news_after_the_end(context)


def _side_by_side(cell: Cell) -> tuple[Any, ...]:
    """What two limits of one table share that are for one priority, whatever the names of their rows say."""
    case = cell.case
    return cell.row.pointer[:-1], case.priorities, case.channels, case.customers, case.not_for, case.conditions


def _is_out_of_order(earlier: Cell, later: Cell) -> bool:
    follows = later.row.milestone in _ORDER.get(earlier.row.milestone or Milestone.RESOLVE, ())
    meets = earlier.case.meets(later.case) or _side_by_side(earlier) == _side_by_side(later)
    return follows and meets and sooner(later.length, earlier.length)


def _out_of_order(earlier: Cell, later: Cell) -> Issue:
    before = f"“{_cell_name(earlier)}”, which may take {earlier.words}"
    message = f"“{_cell_name(later)}” is promised within {later.words}, before {before}."
    hint = "Make the later one longer or the earlier one shorter, or say with `after` what each is counted after."
    return Issue(later.pointer, message, hint, twin=earlier.pointer)


def _cell_name(cell: Cell) -> str:
    return f"{cell.row.name}, {cell.limit.case_name}" if cell.limit.case_name else cell.row.name


def _news_after_the_end(context: RuleContext) -> Iterator[Issue]:
    """News promised so seldom that the case is solved before the first of it."""
    solved = [cell for cell in cells(context) if cell.row.milestone is Milestone.RESOLVE]
    ends = grouped(solved, lambda cell: cell.case.about)
    beside = grouped([cell for cell in solved if cell.case.priorities], lambda cell: cell.row.pointer[:-1])
    for row in rows(context):
        often = row.promise.every if row.milestone is Milestone.UPDATE else None
        every = often.sole if often else None
        if isinstance(every, Frequency) and every.times == 1:
            over = [end for end in ends.get(row.case.about, ()) if row.case.meets(end.case)]
            if row.promise.milestone:
                same = beside.get(row.pointer[:-1], ())
                over += [end for end in same if end.case.priorities == row.case.priorities]
            first = next((end for end in over if sooner(end.length, every.per)), None)
            if first:
                yield _too_seldom(row, every, first)


def _too_seldom(row: Row, every: Frequency, end: Cell) -> Issue:
    message = (
        f"“{row.name}” promises news every {every.per.text}, and “{_cell_name(end)}” is promised within {end.words}."
    )
    hint = "Write a shorter time at `every`, so that there is news before it is over."
    return Issue((*row.pointer, "every"), message, hint, twin=end.pointer)


def limit_upside_down(context: RuleContext) -> Iterator[Issue]:
    """A range whose end comes before its beginning: in time, between a least and a most, or between two amounts.

    Why it matters: nobody can keep it or give it, and what was meant is anybody's guess.

    Diff:

          standards:
            Evenings for members:
        -     at_least: 6 a year  # <- here
        -     at_most: 4 a year
        -   First reply: within 4-2 minutes  # <- here
        +     at_least: 4 a year
        +     at_most: 6 a year
        +   First reply: within 2-4 minutes
    """
    for kind in (Standard, Remedy, Term):
        for pointer, part in context.parts_of(kind):
            if "rows" not in part.set_fields():
                yield from _least_above_most(pointer, part)
                yield from _reversed(pointer, part)
    yield from _over_above_up_to(context)


def _over_above_up_to(context: RuleContext) -> Iterator[Issue]:
    """What begins at more than it ends at, once where rows inherit it."""
    seen: set[tuple[int, int]] = set()
    for pointer, part in context.parts:
        if isinstance(part, Commitment) and isinstance(part.over, Allowance) and isinstance(part.up_to, Allowance):
            low, high = _priced(part.over, context), _priced(part.up_to, context)
            new = (id(part.over), id(part.up_to)) not in seen
            seen.add((id(part.over), id(part.up_to)))
            if new and low.comparable(high) and low >= high:
                begins = f"{called(part.named())} begins over {low.amount}"
                message = f"{begins} and ends at {high.amount}, so it holds for nothing."
                hint = "Write the smaller amount in `over` and the larger one in `up_to`."
                yield Issue((*pointer, "up_to"), message, hint)


def _priced(allowance: Allowance, context: RuleContext) -> Allowance:
    amount = allowance.amount
    return replace(allowance, amount=context.priced(amount)) if isinstance(amount, Money) else allowance


def _least_above_most(pointer: Pointer, part: Commitment) -> Iterator[Issue]:
    least = part.at_least.sole if part.at_least else None
    most = part.at_most.sole if part.at_most else None
    if isinstance(least, Measured) and isinstance(most, Measured) and _is_more(least, most):
        message = f"The least is {least.text or least} here, and that is more than the most, {most.text or most}."
        yield Issue((*pointer, "at_least"), message, "Exchange the two, or mend the one that is wrong.")


def _is_more(one: Measured, other: Measured) -> bool:
    return one.comparable(other) and one > other


def _reversed(pointer: Pointer, part: Commitment) -> Iterator[Issue]:
    texts = (((*pointer, "says"), part.says),) if part.says else ()
    limits = ((place, bound.words) for place, bound in walk(part, pointer) if isinstance(bound, Words))
    for place, text in (*texts, *limits):
        found = _range_pattern().fullmatch(" ".join(text.split()).rstrip(".")) if len(text) <= _LONGEST else None
        if found and int(found["first"]) > int(found["last"]) and Duration.find(f"{found['last']} {found['unit']}"):
            right = f"{found['last']}-{found['first']} {found['unit']}"
            yield Issue(place, f"“{text}” ends before it begins.", f"Write `{right}`, if that is what is meant.")


@cache
def _range_pattern() -> re.Pattern[str]:
    within, between = alternatives("promises.within"), alternatives("promises.range")
    return re.compile(
        rf"(?:{within} )?(?P<first>\d+) ?(?:-|–|{between}) ?(?P<last>\d+) (?P<unit>[^\d,;.]+)", re.IGNORECASE
    )


def relative_limit_unknown(context: RuleContext) -> Iterator[Issue]:
    """A limit that is a multiple of another which the policy does not have, or that comes back to itself.

    Why it matters: nobody can work out how long it is, and each will believe what suits them.

    Diff:

          standards:
            First reply: within 4 minutes
        -   Next reply: 2 x First answer  # <- here
        +   Next reply: 2 x First reply
    """
    index = promise_index(context)
    relative_rows = {
        row.pointer: row for row in rows(context) if any(isinstance(each.bound, Relative) for each in row.limits)
    }
    onward: dict[Pointer, list[tuple[Pointer, Pointer]]] = {}
    for row in relative_rows.values():
        for place, relative in _relatives(row):
            target = base_of(row.pointer, relative, index)
            if target is None:
                yield _unknown(place, relative, context)
            else:
                onward.setdefault(row.pointer, [(row.pointer, target)])
    yield from (_circle(relative_rows[pointer]) for pointer in closing_edges(onward))


def _relatives(row: Row) -> Iterator[tuple[Pointer, Relative]]:
    seen: dict[str, tuple[Pointer, Relative]] = {}
    for each in row.limits:
        if isinstance(each.bound, Relative):
            seen.setdefault(each.bound.name, (each.pointer, each.bound))
    yield from seen.values()


def _unknown(place: Pointer, relative: Relative, context: RuleContext) -> Issue:
    near = likely(relative.name, ("standards",), context.names)
    hint = f"Did you mean “{near}”?" if near else "Write the name of another promise, or a limit of its own."
    return Issue(place, f"“{relative.text}” leans on “{relative.name}”, and no promise has that name.", hint)


def _circle(row: Row) -> Issue:
    place, relative = next(_relatives(row))
    message = f"“{relative.text}” comes back to “{row.name}” itself, so that nobody can say how long it is."
    return Issue(place, message, "Give one of the limits that lean on one another a time of its own.")
