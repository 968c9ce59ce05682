"""Procedures in, what to do step by step out."""

from collections.abc import Sequence

from policyctl.findings import Pointer
from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.line import joined
from policyctl.rendering.view.sections.stand import rules
from policyctl.rendering.view.sections.undertakings import promises, undertakings
from policyctl.rendering.view.shown import Boxed, Inline, Move, Prose, Shown, Steps, Topic, Words
from policyctl.rendering.view.telling import Teller
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.sections.procedures import Procedure, Step

BEFORE = ("goals", "channels", "for_", "needs", "topic", "audience", "about", "because")
"""What a reader wants to know before the first step; the rest comes after the last."""

ELSEWHERE = ("name", "says", "trigger", "steps", "promises", "may_give", "never")

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def procedures(tell: Teller, section: Collection[Procedure]) -> SectionView:
    """Each procedure under its name."""
    topics = tuple(_procedure(tell, pointer, row) for pointer, row in section.located(("procedures",)))
    return SectionView((), tell.around(section, topics), tuple(row.named() for row in section if row.name))


def _procedure(tell: Teller, pointer: Pointer, row: Procedure) -> Topic:
    after = [name for name in row.set_fields() if name not in BEFORE]
    before = tell.table_of(row, *ELSEWHERE, *after)
    rest = tell.table_of(row, *ELSEWHERE, *BEFORE)
    taken = (steps(tell, row.steps),) if row.steps else ()
    body = (*tell.shown(row.says or ()), *before, *taken, *_own(tell, pointer, row), *rest)
    return Topic(Prose(row.named()), tell.anchor(pointer), 3, tell.shown(row.trigger), body)


def _own(tell: Teller, pointer: Pointer, row: Procedure) -> tuple[Shown, ...]:
    """The promises, gifts and taboos of this procedure alone."""
    shown: list[Shown] = []
    if row.promises:
        table = promises(tell, list(row.promises.located((*pointer, "promises"))))
        shown += tell.headed(tell.label(row, "promises"), tell.around(row.promises, table), 4)
    if row.may_give:
        gifts = undertakings(tell, list(row.may_give.located((*pointer, "may_give"))), 4)
        shown += tell.headed(tell.label(row, "may_give"), tell.around(row.may_give, gifts), 4)
    if row.never:
        shown.append(Boxed(tell._("Never"), tell.around(row.never, rules(tell, row.never))))
    return tuple(shown)


def steps(tell: Teller, moves: Sequence[Step], *, lettered: bool = False) -> Steps:
    """Steps in order, or lettered choices of which the first that fits wins."""
    numbers = LETTERS if lettered else [str(number) for number in range(1, len(moves) + 1)]
    return Steps(tuple(_move(tell, numbers[i % len(numbers)], step) for i, step in enumerate(moves)), lettered)


def _move(tell: Teller, number: str, step: Step) -> Move:
    condition = _condition(tell, step)
    do = (*condition, *tell.shown(step.do or ()))
    if not do and step.choose:
        do = (Words(tell._("The first that fits:")),)
    rows = tell.rows(step, "name", "do", "by", "within", "after", "if_", "unless", "otherwise", "choose")
    choices = steps(tell, step.choose, lettered=True) if step.choose else None
    name: tuple[Shown, ...] = (Prose(step.name),) if step.name else ()
    return Move(number, tell.shown(step.by), _when(tell, step), (*name, *do), rows, choices)


def _when(tell: Teller, step: Step) -> tuple[Shown, ...]:
    after = (joined((Words(tell._("after")), Prose(step.after)), " "),) if step.after else ()
    return (*(_within(tell, step.within) if step.within else ()), *after)


def _within(tell: Teller, limits: Limits) -> tuple[Inline, ...]:
    """One limit as the language says it, words as they stand, and limits by case behind the word for all of them."""
    if limits.sole is not None:
        return (tell.ending(limits, "within") or tell.inline(limits),)
    return (joined((Words(tell._("within")), tell.inline(limits)), " "),)


def _condition(tell: Teller, step: Step) -> tuple[Inline, ...]:
    pieces: list[Inline] = []
    if step.otherwise:
        pieces.append(Words(tell._("Otherwise:")))
    if step.if_:
        pieces.append(joined((Words(tell._("If:")), tell.inline(step.if_)), " "))
    if step.unless:
        pieces.append(joined((Words(tell._("Unless:")), tell.inline(step.unless)), " "))
    return tuple(pieces)
