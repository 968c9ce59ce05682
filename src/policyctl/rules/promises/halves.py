"""A policy in; limits of which half is missing or stands upside down out."""

from collections.abc import Iterator
from typing import NamedTuple

from policyctl.findings import Issue, Pointer
from policyctl.rules.patterns import pattern
from policyctl.rules.rule import RuleContext
from policyctl.schema import walk
from policyctl.schema.grammar.commitment import Commitment
from policyctl.schema.quantities import Duration, Measured, Words
from policyctl.schema.sections.complaints import Complexity, HowToComplain, Stage
from policyctl.schema.sections.procedures import Step
from policyctl.schema.sections.standards import Remedy, Standard
from policyctl.schema.sections.terms import Term


class Half(NamedTuple):
    """A field that says nothing without one of the others, what is missing, and what to write."""

    field: str
    needs: tuple[str, ...]
    message: str
    hint: str


_TIMES = ("within", "by", "on", "every", "at_least", "at_most", "paid_within", "notice", "says")
_HALVES = (
    Half("notice", ("before", "says"), "How long before is said, and not before what.", "Add the event at `before`."),
    Half(
        "before", ("notice", "within", "by", "says"), "The event is named, and not how long before it.", "Add `notice`."
    ),
    Half("after", _TIMES, "What is counted after is said, and not how long it takes.", "Add the time at `within`."),
    Half(
        "ask_after",
        ("ask_within",),
        "What is counted after is said, and not how long.",
        "Add the time at `ask_within`.",
    ),
    Half(
        "if_late", ("paid_within", "within", "by", "says"), "Nothing says from when it is late.", "Add `paid_within`."
    ),
)
_PARTS = (Standard, Remedy, Term, Stage, Complexity, HowToComplain, Step)
_LONGEST = 60
_RANGE = (
    r"(?:within |in |innerhalb von |binnen )?(?P<first>\d+) ?(?:-|–|to|or|bis|oder) ?(?P<last>\d+) (?P<unit>[^\d,;.]+)"
)


def limit_half_said(context: RuleContext) -> Iterator[Issue]:
    """A limit of which only half is there: a notice before nothing, a start without a time, a fine for being late.

    Why it matters: the half that is missing is the one that the customer asks for.

    Diff:

          standards:
            Dearer postage:
              notice: 2 weeks  # <- here
        +     before: the new price holds
    """
    for kind in _PARTS:
        for pointer, part in context.parts_of(kind):
            if getattr(part, "rows", None) is None and "rows" not in pointer:
                stated = part.set_fields()
                for half in _HALVES:
                    if half.field in stated and not any(other in stated for other in half.needs):
                        yield Issue((*pointer, half.field), half.message, half.hint)


def limit_upside_down(context: RuleContext) -> Iterator[Issue]:
    """A range whose end comes before its beginning, or a least that is more than the most.

    Why it matters: nobody can keep it, and what was meant is anybody's guess.

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
    promises: tuple[tuple[Pointer, Standard | Remedy | Term], ...]
    promises = (*context.parts_of(Standard), *context.parts_of(Remedy), *context.parts_of(Term))
    for pointer, part in promises:
        if part.rows is None:
            yield from _least_above_most(pointer, part)
            yield from _reversed(pointer, part)


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
        found = pattern(_RANGE).fullmatch(" ".join(text.split()).rstrip(".")) if len(text) <= _LONGEST else None
        if found and int(found["first"]) > int(found["last"]) and Duration.find(f"{found['last']} {found['unit']}"):
            right = f"{found['last']}-{found['first']} {found['unit']}"
            yield Issue(place, f"“{text}” ends before it begins.", f"Write `{right}`, if that is what is meant.")
