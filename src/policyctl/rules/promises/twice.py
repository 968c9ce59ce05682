"""A policy in; promises that say two things about one case out."""

from collections.abc import Iterator
from itertools import product

from policyctl.findings import Issue
from policyctl.rules.lengths import differs, sooner
from policyctl.rules.promises.cells import Cell, cells, grouped
from policyctl.rules.promises.index import STANDARDS
from policyctl.rules.promises.milestones import matter_words
from policyctl.rules.promises.rows import promise_index
from policyctl.rules.promises.said_twice import other_sentences, own_sentences
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.sections.procedures import Procedure


def limits_disagree(context: RuleContext) -> Iterator[Issue]:
    """Two limits for one and the same case: in two promises, in a procedure and its promise, or in words and figure.

    Why it matters: the customer holds you to the shorter one, your colleague to the longer, and both can show the page.

    Diff:

          standards:
            A new copy:
        -     says: You have a new copy within 2 working days.  # <- here
        +     says: You have a new copy within 3 working days.
              within: 3 working days
              after: you tell us
    """
    for each in own_sentences(context):
        message = f"The sentence says “{each.time.words}”, and the limit beside it is {each.cell.said}."
        hint = "Write the same time in both; the one at `within` is what people measure."
        yield Issue(each.pointer, message, hint, words=each.time.words, nth=each.time.nth)
    for each in other_sentences(context) if context.understood else ():
        message = f"“{each.time.words}” is said here, and “{each.cell.row.name}” promises {each.cell.said}."
        hint = "Keep the time in one place only, or write the same one in both."
        yield Issue(each.pointer, message, hint, words=each.time.words, nth=each.time.nth, twin=each.cell.pointer)
    for one, other in (*_same_case(context), *_same_name(context)):
        rival = "" if one.row.name == other.row.name else f" for “{other.row.name}”"
        message = f"“{one.row.name}” allows {one.said}, and it is {other.said}{rival} in one and the same case."
        hint = "Keep one of the two, or say with `when`, `for` or `channels` where each of them holds."
        yield Issue(one.pointer, message, hint, twin=other.pointer)


def public_tighter_than_internal(context: RuleContext) -> Iterator[Issue]:
    """A promise to customers that is shorter than what staff are asked to reach.

    Why it matters: staff who reach their own target break your word, and nobody notices before the customer does.

    Diff:

          standards:
            First reply:
              public: yes
        -     within: 1 working day  # <- here
        +     within: 2 working days
            Our own target:
              public: no
              milestone: first-reply
        -     within: 2 working days
        +     within: 1 working day
    """
    timed = [cell for cell in cells(context) if cell.row.milestone and cell.length]
    for group in grouped(timed, lambda cell: (cell.row.milestone, cell.case, cell.limit.start)).values():
        internal = [cell for cell in group if cell.row.public is False]
        public = [cell for cell in group if cell.row.public is not False]
        for promised, aimed in product(public, internal):
            if sooner(promised.length, aimed.length):
                message = f"Customers are promised {promised.said}, and staff are asked for {aimed.said} only."
                hint = "Give staff the shorter time, so that there is room before the promise is broken."
                yield Issue(promised.pointer, message, hint, twin=aimed.pointer)
                break


def _same_case(context: RuleContext) -> Iterator[tuple[Cell, Cell]]:
    """Promises about one moment of one thing, for the very same customers."""
    plain = [cell for cell in cells(context) if cell.row.milestone and cell.length and _says_no_more(cell)]
    internal = grouped(plain, lambda c: (c.row.milestone, c.case, c.limit.start, c.row.public is False))
    for first, *others in internal.values():
        for other in others:
            if other.row is not first.row and differs(first.length, other.length):
                yield other, first


def _says_no_more(cell: Cell) -> bool:
    """Whether a step of a complaint is called by its moment alone; `Answer in simple cases` is a case of its own."""
    return not (cell.row.in_complaints and matter_words(cell.row.promise.named()))


def _same_name(context: RuleContext) -> Iterator[tuple[Cell, Cell]]:
    """Promises of a procedure that the standards make as well, by the same name and for the same case."""
    standards = {
        (normalise_name(cell.row.promise.named()), cell.limit.told): cell
        for cell in reversed(cells(context))
        if cell.row.home == STANDARDS
    }
    kept = dict(context.parts_of(Procedure))
    for cell in cells(context):
        procedure, name = kept.get(cell.row.home), cell.row.promise.named()
        other = standards.get((normalise_name(name), cell.limit.told)) if procedure and name else None
        if procedure and other and differs(cell.length, other.length) and cell.case.conditions <= other.case.conditions:
            named = {promise_index(context).find(STANDARDS, each) for each in procedure.standards}
            if other.row.pointer in named or matter_words(name):
                yield cell, other
