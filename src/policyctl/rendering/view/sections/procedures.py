"""Procedures say what to do step by step."""

from collections.abc import Sequence

from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import Block, Boxed, Inline, Move, Prose, Row, Steps, Topic, Words, paragraphs
from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.inline import join_inline
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sections.commitments import commitments, promises
from policyctl.rendering.view.sections.purpose import ground_rules
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.sections.procedures import Procedure, Step, StepNumber

BEFORE_STEPS = ("goals", "channels", "for_", "needs", "topic", "audience", "about", "because")
"""What a reader wants to know before the first step; the rest comes after the last."""

ARRANGED = ("name", "says", "trigger", "steps", "promises", "may_give", "never")

STEP_ARRANGED = (
    "name", "do", "by", "within", "after", "if_", "unless", "otherwise", "choose", "steps", "go_to",
)  # fmt: skip

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def procedures(presenter: Presenter, section: Collection[Procedure]) -> SectionView:
    """Each procedure under its name."""
    topics = tuple(_procedure(presenter, pointer, row) for pointer, row in section.located(("procedures",)))
    return presenter.named_section(section, topics)


def _procedure(presenter: Presenter, pointer: Pointer, row: Procedure) -> Topic:
    after = [name for name in row.set_fields() if name not in BEFORE_STEPS]
    before = presenter.rows_block(row, *ARRANGED, *after)
    rest = presenter.rows_block(row, *ARRANGED, *BEFORE_STEPS)
    main = (steps(presenter, row.steps),) if row.steps else ()
    body = (*presenter.blocks(row.says or ()), *before, *main, *_own(presenter, pointer, row), *rest)
    return presenter.entry_topic(pointer, row, 3, lead=presenter.blocks(row.trigger), body=body)


def _own(presenter: Presenter, pointer: Pointer, row: Procedure) -> tuple[Block, ...]:
    """The promises, gifts and taboos of this procedure alone."""
    blocks: list[Block] = []
    if row.promises:
        table = promises(presenter, list(row.promises.located((*pointer, "promises"))))
        blocks += presenter.under_label(row, "promises", presenter.with_intro_and_notes(row.promises, table), 4)
    if row.may_give:
        gifts = commitments(presenter, list(row.may_give.located((*pointer, "may_give"))), 4)
        blocks += presenter.under_label(row, "may_give", presenter.with_intro_and_notes(row.may_give, gifts), 4)
    if row.never:
        blocks.append(
            Boxed(presenter._("Never"), presenter.with_intro_and_notes(row.never, ground_rules(presenter, row.never)))
        )
    return tuple(blocks)


def steps(presenter: Presenter, moves: Sequence[Step], *, lettered: bool = False) -> Steps:
    """Steps in order, or lettered choices of which the first that fits wins."""
    numbers = LETTERS if lettered else [str(number) for number in range(1, len(moves) + 1)]
    return Steps(tuple(_move(presenter, numbers[i % len(numbers)], step) for i, step in enumerate(moves)), lettered)


def _move(presenter: Presenter, number: str, step: Step) -> Move:
    condition = _condition(presenter, step)
    do = (*condition, *presenter.blocks(step.do or ()))
    if not do and step.choose:
        do = (Words(presenter._("The first that fits:")),)
    rows = (*presenter.rows(step, *STEP_ARRANGED), *_onward(presenter, step))
    choices = (steps(presenter, step.choose, lettered=True),) if step.choose else ()
    branches = (*choices, *((steps(presenter, step.steps),) if step.steps else ()))
    name: tuple[Block, ...] = paragraphs(step.name)
    return Move(number, presenter.blocks(step.by), _when(presenter, step), (*name, *do), rows, branches)


def _onward(presenter: Presenter, step: Step) -> tuple[Row, ...]:
    """Where it goes on: at a step by its number, or with what has a name."""
    numbered = presenter._("step {number}")
    values = tuple(
        Words(numbered.format(number=each)) if isinstance(each, StepNumber) else presenter.inline(each)
        for each in step.go_to
    )
    return (presenter.field_row(step, "go_to", (join_inline(values, ", "),)),) if values else ()


def _when(presenter: Presenter, step: Step) -> tuple[Block, ...]:
    after = (join_inline((Words(presenter._("after")), Prose(step.after)), " "),) if step.after else ()
    return (*(_within(presenter, step.within) if step.within else ()), *after)


def _within(presenter: Presenter, limits: Limits) -> tuple[Inline, ...]:
    """One limit as the language says it, words as they stand, and limits by case behind the word for all of them."""
    if limits.sole is not None:
        return (presenter.limit_phrase(limits, "within") or presenter.inline(limits),)
    return (join_inline((Words(presenter._("within")), presenter.inline(limits)), " "),)


def _condition(presenter: Presenter, step: Step) -> tuple[Inline, ...]:
    pieces: list[Inline] = []
    if step.otherwise:
        pieces.append(Words(presenter._("Otherwise:")))
    if step.if_:
        pieces.append(join_inline((Words(presenter._("If:")), presenter.inline(step.if_)), " "))
    if step.unless:
        pieces.append(join_inline((Words(presenter._("Unless:")), presenter.inline(step.unless)), " "))
    return tuple(pieces)
