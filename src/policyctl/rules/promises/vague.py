"""A policy in; promises that nobody can keep or check out."""

from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.rules.promises.vague_words import tells_how_long, vague_words
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

_BESIDE = "Write the sentence at `says`, and below it how long at the most, such as `within: {}`."
_INSIDE = "Say in it how long at the most, such as “{}”, or by when."
_INSTEAD = "Write how long at the most, such as `{}`, or by when."

_PROMISES: tuple[type[Standard | Remedy | Term | Stage | Complaints], ...] = (Standard, Remedy, Term, Stage, Complaints)
_TIMES = (AgreedDay, Count, Duration, Frequency, Never, Relative, SameDay, TimeOfDay)


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
    german = context.language == "de"
    example = "2 Arbeitstage" if german else "2 working days"
    inside = "innerhalb von 2 Arbeitstagen" if german else "within 2 working days"
    for pointer, sentence, hint in _promises(context) if context.understood else ():
        vague, nth = vague_words(sentence) or ("", 0)
        if vague:
            message = f"“{vague}” promises no time that anybody could keep or check."
            yield Issue(pointer, message, hint.format(inside if hint is _INSIDE else example), words=vague, nth=nth)


def _promises(context: RuleContext) -> Iterator[tuple[Pointer, str, str]]:
    """Every sentence that promises without a limit, and every limit that is words alone, with what to write instead."""
    seen: set[int] = set()
    for kind in _PROMISES:
        for pointer, part in context.parts_of(kind):
            if part.says and not _is_limited(part) and not _is_told(part):
                yield (*pointer, "says"), part.says, _INSIDE if kind in (Stage, Complaints) else _BESIDE
            if kind in (Standard, Remedy):
                yield from _worded_limits(pointer, part, seen)


def _is_limited(part: Part) -> bool:
    return any(_is_limit(value) for _, value in walk(part))


def _is_told(part: Part) -> bool:
    """Whether the words beside a promise say how long it takes, if not how long at the most."""
    beside = (getattr(part, key, None) for key in ("about", "note", "notes"))
    return any(tells_how_long(text) for text in beside if text)


def _is_limit(value: object) -> bool:
    if isinstance(value, Words):
        return not vague_words(value.words)
    return isinstance(value, _TIMES) or (isinstance(value, By) and value.deadline)


def _worded_limits(pointer: Pointer, part: Part, seen: set[int]) -> Iterator[tuple[Pointer, str, str]]:
    """The limits in words, once: what a row inherits is the very same value as that of its group."""
    for name, value in part.set_fields().items():
        if isinstance(value, Limits) and id(value) not in seen:
            seen.add(id(value))
            for case, bound in value:
                if isinstance(bound, Words):
                    yield pointer + ((name, str(case)) if case else (name,)), bound.words, _INSTEAD
