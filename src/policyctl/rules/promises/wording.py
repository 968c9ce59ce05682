"""Find promises whose words promise too much, or nothing that anybody could check."""

import re
from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import pattern, table
from policyctl.meaning.promises.index import STANDARDS
from policyctl.meaning.promises.rows import Row, rows
from policyctl.rules.promises.sentences import has_length_of_time, times_in, vague_time_in
from policyctl.rules.rule import RuleContext
from policyctl.schema import walk
from policyctl.schema.grammar.entry import Part
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.references import By
from policyctl.schema.quantities import (
    AgreedDay,
    Count,
    Duration,
    Frequency,
    Never,
    Relative,
    SameDay,
    TimeOfDay,
    Words,
)
from policyctl.schema.sections.complaints import Complaints, Stage
from policyctl.schema.sections.standards import Remedy, Standard
from policyctl.schema.sections.terms import Term

_BESIDE = (
    "Write two lines in its place: `says:` with the sentence, and how long at the most, such as `within: {limit}`."
)

_INSIDE = "Say in it how long at the most, such as “{sentence}”, or by when."

_INSTEAD = "Write how long at the most, such as `{limit}`, or by when."

_PROMISES: tuple[type[Standard | Remedy | Term | Stage | Complaints], ...] = (Standard, Remedy, Term, Stage, Complaints)

_TIMES = (AgreedDay, Count, Duration, Frequency, Never, Relative, SameDay, TimeOfDay)

_MEASURES = ("within", "by", "on", "every", "at_least", "at_most", "notice", "paid_within", "up_to")

_PLAN = "Write at `when_missed` what you do then, or at `met` the share that you can keep, such as `95%`."


def vague_time(context: RuleContext) -> Iterator[Issue]:
    """A promise that is vague about time, where neither its sentence nor what stands beside it says how long.

    Why it matters: staff and customers each hear another time in “as soon as possible”, and both feel let down.

    Diff:

          standards:
        -   Refunds: We pay your money back as soon as possible.  # <- here
        +   Refunds:
        +     says: We pay your money back as soon as possible, and within 5 working days.
        +     within: 5 working days
        +     after: we agree it
    """
    examples = table("promises.examples", context.language) if context.understood else {}
    for pointer, sentence, hint in _promises(context) if context.understood else ():
        vague, nth = vague_time_in(sentence) or ("", 0)
        if vague:
            message = f"“{vague}” promises no time that anybody could keep or check."
            yield Issue(pointer, message, hint.format(**examples), words=vague, nth=nth)


def _promises(context: RuleContext) -> Iterator[tuple[Pointer, str, str]]:
    """Every sentence that promises without a limit, and every limit that is words alone, with what to write instead."""
    seen: set[int] = set()
    for kind in _PROMISES:
        for pointer, part in context.parts_of(kind):
            if part.says and not _is_limited(part) and not _has_time_beside(part):
                yield (*pointer, "says"), part.says, _INSIDE if kind in (Stage, Complaints) else _BESIDE
            if kind in (Standard, Remedy):
                yield from _worded_limits(pointer, part, seen)


def _is_limited(part: Part) -> bool:
    return any(_is_limit(value) for _, value in walk(part))


def _has_time_beside(part: Part) -> bool:
    """Whether the words beside a promise say how long it takes, if not how long at the most."""
    beside = (getattr(part, key, None) for key in ("about", "note", "notes"))
    return any(has_length_of_time(text) for text in beside if text)


def _is_limit(value: object) -> bool:
    if isinstance(value, Words):
        return not vague_time_in(value.words)
    return isinstance(value, _TIMES) or (isinstance(value, By) and value.deadline)


def _worded_limits(pointer: Pointer, part: Part, seen: set[int]) -> Iterator[tuple[Pointer, str, str]]:
    """The limits in words, once: what a row inherits is the very same value as that of its group."""
    for name, value in part.set_fields().items():
        if isinstance(value, Limits) and id(value) not in seen:
            seen.add(id(value))
            for case, bound in value:
                if isinstance(bound, Words):
                    yield pointer + ((name, str(case)) if case else (name,)), bound.words, _INSTEAD


def figure_unmeasured(context: RuleContext) -> Iterator[Issue]:
    """A time that a promise names in its sentence alone, with nothing beside it that could be measured.

    Why it matters: a sentence is welcome, and its figure is lost in it: the card does not show it, and nobody counts.

    Diff:

          standards:
        -   A hello: You are greeted within 1 minute, and then left alone with the shelves.  # <- here
        +   A hello:
        +     says: You are greeted within 1 minute, and then left alone with the shelves.
        +     within: 1 minute
    """
    promised = rows(context) if context.understood else ()
    unmeasured = [row for row in promised if row.home == STANDARDS and not _is_measured(row) and _first_time(row)]
    for row in unmeasured[:1]:
        words, nth = _first_time(row) or ("", 0)
        others = f"; so does the time of “{unmeasured[1].name}”" if len(unmeasured) == 2 else ""
        others = f"; so do the times of {len(unmeasured) - 1} more promises" if len(unmeasured) > 2 else others
        message = f"“{words}” stands in a sentence alone, where nobody measures it{others}."
        hint = f"Write two lines in its place: `says:` with the sentence, and `within: {words}`."
        yield Issue((*row.pointer, "says"), message, hint, words=words, nth=nth)


def _is_measured(row: Row) -> bool:
    return any(getattr(row.promise, field) not in (None, ()) for field in _MEASURES)


def _first_time(row: Row) -> tuple[str, int] | None:
    time = next(times_in(row.promise.says or ""), None)
    return (time.words, time.nth) if time else None


def every_case_promised(context: RuleContext) -> Iterator[Issue]:
    """A time that is promised for 100% of cases or for always, with no word on what happens when it is missed.

    Why it matters: one ill colleague breaks it, and whoever has no plan for that day hides the case instead.

    Diff:

          standards:
            First reply:
              within: 2 working days
        -     met: 100%  # <- here
        +     met: 95%
        +     when_missed: We ring you before the time is over, and say when the answer comes.
    """
    for row in rows(context):
        if _binds_by_choice(row):
            if row.promise.met and row.promise.met.percent == 100:
                message = (
                    f"“{row.name}” is to be kept in every single case, and nothing says what follows if it is not."
                )
                yield Issue((*row.pointer, "met"), message, _PLAN)
            elif (found := _every_case(row, context)) and _is_timed(row):
                message = f"“{found[0]}” promises every single case, and nothing says what follows if it is not kept."
                nth = (row.promise.says or "")[: found.start()].count(found[0])
                yield Issue((*row.pointer, "says"), message, _PLAN, words=found[0], nth=nth)


def _every_case(row: Row, context: RuleContext) -> re.Match[str] | None:
    return pattern("promises.every_case").search(row.promise.says or "") if context.understood else None


def _binds_by_choice(row: Row) -> bool:
    """Whether it is a promise of our own: complaints and what the law demands bind in every case."""
    promise = row.promise
    prepared = promise.basis or promise.exceptions or promise.unless or promise.when_missed or promise.remedy
    return not row.in_complaints and not prepared


def _is_timed(row: Row) -> bool:
    return any(isinstance(limit.bound, Duration) for limit in row.limits) or any(times_in(row.promise.says or ""))
