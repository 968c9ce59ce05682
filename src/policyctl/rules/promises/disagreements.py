"""Find promises that say two things about one case."""

from collections.abc import Iterator
from itertools import product

from policyctl.findings import Issue
from policyctl.meaning.lengths import differs, sooner
from policyctl.meaning.promises.cases import subject_words
from policyctl.meaning.promises.index import STANDARDS
from policyctl.meaning.promises.rows import Cell, cells, grouped, promise_index
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.sections.procedures import Procedure


def limits_disagree(context: RuleContext) -> Iterator[Issue]:
    """Two limits for one and the same case: in two promises, or in a procedure and its promise.

    What staff are asked for may be shorter than what customers are promised, and never longer.

    Why it matters: the customer holds you to the shorter one, your colleague to the longer, and both can show the page.

    Diff:

          standards:
            First reply: {channels: Email, milestone: first-reply, within: 1 working day, after: it arrives}
            Answers by email:
              channels: Email
              milestone: first-reply
              after: it arrives
        -     within: 2 working days  # <- here
        +     within: 1 working day
          channels:
            Email: hello@harbourlane.example
            Phone: 01632 960140
    """
    for one, other in (*_same_case(context), *_same_name(context)):
        rival = "" if one.row.name == other.row.name else f" for “{other.row.name}”"
        message = f"“{one.row.name}” allows {one.words}, and it is {other.words}{rival} in one and the same case."
        hint = "Keep one of the two, or say with `when`, `for` or `channels` where each of them holds."
        yield Issue(one.pointer, message, hint, twin=other.pointer)
    yield from _tighter_in_public(context)


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
    return not (cell.row.in_complaints and subject_words(cell.row.promise.named()))


def _same_name(context: RuleContext) -> Iterator[tuple[Cell, Cell]]:
    """Promises of a procedure that the standards make as well, by the same name and for the same case."""
    standards = {
        (normalise_name(cell.row.promise.named()), cell.limit.case_name): cell
        for cell in reversed(cells(context))
        if cell.row.home == STANDARDS
    }
    procedures = dict(context.parts_of(Procedure))
    for cell in cells(context):
        procedure, name = procedures.get(cell.row.home), cell.row.promise.named()
        other = standards.get((normalise_name(name), cell.limit.case_name)) if procedure and name else None
        if procedure and other and differs(cell.length, other.length) and cell.case.conditions <= other.case.conditions:
            named = {promise_index(context).find(STANDARDS, each) for each in procedure.standards}
            if other.row.pointer in named or subject_words(name):
                yield cell, other


def _tighter_in_public(context: RuleContext) -> Iterator[Issue]:
    """Promises to customers that are shorter than what staff are asked to reach."""
    timed = [cell for cell in cells(context) if cell.row.milestone and cell.length]
    for group in grouped(timed, lambda cell: (cell.row.milestone, cell.case, cell.limit.start)).values():
        internal = [cell for cell in group if cell.row.public is False]
        public = [cell for cell in group if cell.row.public is not False]
        for promised, aimed in product(public, internal):
            if sooner(promised.length, aimed.length):
                message = f"Customers are promised {promised.words}, and staff are asked for {aimed.words} only."
                hint = "Give staff the shorter time, so that there is room before the promise is broken."
                yield Issue(promised.pointer, message, hint, twin=aimed.pointer)
                break
