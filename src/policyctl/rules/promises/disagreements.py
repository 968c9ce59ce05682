"""Find promises that say two things about one case."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from policyctl.findings import Issue, Pointer
from policyctl.meaning.concepts import CUSTOMER, Deed
from policyctl.meaning.lengths import differs, sooner
from policyctl.meaning.lowering import concepts_of
from policyctl.meaning.promises.cases import subject_words
from policyctl.meaning.promises.index import STANDARDS
from policyctl.meaning.promises.rows import MANY, Cell, cells, grouped, promise_index
from policyctl.rules.promises.sentences import TimeInText, is_conditional, times_in
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.quantities import Unit
from policyctl.schema.sections.procedures import Procedure

_AT_ONCE = (Unit.SECOND, Unit.MINUTE, Unit.RING)

_STEM = 5
"""Letters by which `greeting` and `greet` are one word."""


class Contradiction(NamedTuple):
    """A sentence, the time in it, and the promise whose limit is another."""

    pointer: Pointer
    time: TimeInText
    cell: Cell


def limits_disagree(context: RuleContext) -> Iterator[Issue]:
    """Two limits for one and the same case: in two promises, in a procedure and its promise, or in what we always do.

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
    for each in _other_sentences(context) if context.understood else ():
        message = f"“{each.time.words}” is said here, and “{each.cell.row.name}” promises {each.cell.words}."
        hint = "Keep the time in one place only, or write the same one in both."
        yield Issue(each.pointer, message, hint, words=each.time.words, nth=each.time.nth, twin=each.cell.pointer)
    for one, other in (*_same_case(context), *_same_name(context)):
        rival = "" if one.row.name == other.row.name else f" for “{other.row.name}”"
        message = f"“{one.row.name}” allows {one.words}, and it is {other.words}{rival} in one and the same case."
        hint = "Keep one of the two, or say with `when`, `for` or `channels` where each of them holds."
        yield Issue(one.pointer, message, hint, twin=other.pointer)
    yield from _tighter_in_public(context)


def _other_sentences(context: RuleContext) -> Iterator[Contradiction]:
    """What we do within another time than a promise names for it: greeting within 10 seconds, and 15."""
    known = _by_stem(context)
    for deed in concepts_of(Deed, context) if known else ():
        if CUSTOMER in deed.who or deed.situation.when or deed.situation.unless or is_conditional(deed.sentence):
            continue
        times = tuple(times_in(deed.sentence))
        stems = _stems(deed.sentence) if len(times) == 1 else frozenset()
        for stem in stems:
            for cell in known.get(stem, ())[:MANY]:
                if _is_about(cell, stems, times[0]) and differs(times[0].length, cell.length):
                    yield Contradiction(deed.place.pointer, times[0], cell)


def _by_stem(context: RuleContext) -> Mapping[str, Sequence[Cell]]:
    """The promises with one limit for everybody, by the words of their names."""
    found: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells(context):
        if cell.row.home == STANDARDS and cell.limit.case_name is None and cell.length and not cell.case.conditions:
            for stem in sorted(_stems(cell.row.name))[:1]:
                found[stem].append(cell)
    return found


def _is_about(cell: Cell, stems: frozenset[str], time: TimeInText) -> bool:
    """Whether the sentence holds every word of the promise's name; of one word alone, only where both are at once."""
    named = _stems(cell.row.name)
    same_unit = cell.length is not None and cell.length.unit is time.length.unit
    return same_unit and named <= stems and (len(named) > 1 or time.length.unit in _AT_ONCE)


def _stems(text: str) -> frozenset[str]:
    return frozenset(
        word[:_STEM].rstrip("s") for word in subject_words(re.sub(r"[^\w' -]", " ", text)) if len(word) > 3
    )


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
