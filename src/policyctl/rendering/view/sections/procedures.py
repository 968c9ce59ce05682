"""Procedures say what to do step by step."""

from collections.abc import Sequence

from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import (
    Block,
    Branch,
    Branches,
    Inline,
    Joined,
    Lead,
    Move,
    Row,
    Rows,
    Steps,
    Story,
    Strong,
    Topic,
    Words,
)
from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sections.promises import promises
from policyctl.rendering.view.sentences import capitalised, fill, flow, joined, line, open_end
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Part
from policyctl.schema.sections.procedures import Procedure, Step, StepNumber

AT_SIDE = ("needs", "standards", "escalation", "goals", "channels", "for_")
"""What a reader wants to know before the first step, in the side column."""

AFTER = ("done_when", "follow_up", "customer_part", "because", "note", "links")
"""What comes after the last step, in one paragraph."""

DEEP = ("promises", "may_give", "never")
ARRANGED = ("name", "says", "trigger", "steps", "example", "about", *AT_SIDE, *AFTER, *DEEP)

STEP_ARRANGED = (
    "name", "do", "by", "within", "after", "if_", "unless", "otherwise", "choose", "steps", "go_to",
)  # fmt: skip

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def procedures(presenter: Presenter, section: Collection[Procedure]) -> SectionView:
    """Each procedure under its name."""
    topics = tuple(_procedure(presenter, pointer, row) for pointer, row in section.located(("procedures",)))
    return presenter.named_section(section, topics)


def _procedure(presenter: Presenter, pointer: Pointer, row: Procedure) -> Topic:
    stories = tuple(Story(presenter.inline(each)) for each in row.example)
    side: tuple[Block, ...] = (*side_facts(presenter, row, *AT_SIDE), *stories)
    triggers = (Lead(presenter.inline(row.trigger), large=False),) if row.trigger else ()
    body = (
        *triggers,
        *presenter.blocks(row.about or ()),
        *presenter.blocks(row.says or ()),
        *((steps(presenter, row.steps),) if row.steps else ()),
        *presenter.says(row, *ARRANGED),
        *_own(presenter, pointer, row),
        *_ending(presenter, row),
    )
    return presenter.entry_topic(pointer, row, 3, side=side, body=body)


def side_facts(presenter: Presenter, part: Part, *names: str) -> tuple[Rows, ...]:
    """Facts in the side column, each under its label."""
    rows = tuple(
        Row(Words(presenter.label(part, name)), (presenter.inline(value),))
        for name in names
        if (value := getattr(part, name))
    )
    return (Rows(rows, small=True),) if rows else ()


def _own(presenter: Presenter, pointer: Pointer, row: Procedure) -> tuple[Block, ...]:
    """The promises, gifts and taboos of this procedure alone."""
    blocks: list[Block] = []
    if row.promises:
        blocks += promises(presenter, list(row.promises.located((*pointer, "promises"))))
    for name in ("may_give", "never"):
        if rows := getattr(row, name):
            blocks += flow(line(Strong(Words(f"{presenter.label(row, name)}:")), " ", presenter.inline(rows)))
    return tuple(blocks)


def _ending(presenter: Presenter, row: Procedure) -> tuple[Block, ...]:
    """When it is done and what comes after, in one paragraph with the mark of an end."""
    statements = (presenter.statement(row, name, value) for name in AFTER if (value := getattr(row, name)))
    return flow(*(each for each in statements if each), end=bool(row.steps))


def steps(presenter: Presenter, moves: Sequence[Step]) -> Steps:
    """Steps in order."""
    return Steps(tuple(_move(presenter, str(number), step) for number, step in enumerate(moves, start=1)))


def _move(presenter: Presenter, number: str, step: Step) -> Move:
    do = tuple(presenter.inline(each) for each in (step.name, step.do) if each)
    if not do and step.choose:
        do = (Words(presenter._("The first that fits:")),)
    return Move(number, do, _who(presenter, step), _condition(presenter, step), _rest(presenter, step))


def _rest(presenter: Presenter, step: Step) -> tuple[Block, ...]:
    """What goes with a step: the choices in it, then words to say, what is written down, and where it goes on."""
    branches = tuple(_branch(presenter, LETTERS[i % 26], each) for i, each in enumerate(step.choose))
    return (
        *presenter.says(step, *STEP_ARRANGED),
        *((Branches(branches),) if branches else ()),
        *((steps(presenter, step.steps),) if step.steps else ()),
        *flow(*_onward(presenter, step)),
    )


def _branch(presenter: Presenter, letter: str, step: Step) -> Branch:
    case = _condition(presenter, step) or Words(presenter._("Otherwise"))
    who = _who(presenter, step)
    do = tuple(presenter.inline(each) for each in (step.name, step.do) if each)
    opening = flow(Strong(line(*((who, ": ") if who else ()), *do))) if do or who else ()
    return Branch(letter, case, (*opening, *_rest(presenter, step)))


def _onward(presenter: Presenter, step: Step) -> tuple[Inline, ...]:
    """Where it goes on: at a step by its number, or with what has a name."""
    numbered = presenter._("step {number}")
    targets = (
        Words(numbered.format(number=each)) if isinstance(each, StepNumber) else presenter.inline(each)
        for each in step.go_to
    )
    return tuple(fill(presenter._("Go on with {where}"), where=target) for target in targets)


def _who(presenter: Presenter, step: Step) -> Inline | None:
    """Who does it, and by when."""
    when: list[Inline] = []
    if step.within:
        phrase = presenter.limit_phrase(step.within, "within")
        when.append(phrase or fill(presenter._("within {it}"), it=presenter.inline(step.within)))
    if step.after:
        when.append(fill(presenter._("after {it}"), it=presenter.running(step.after)))
    whole = joined((*((presenter.inline(step.by),) if step.by else ()), joined(when, " ")), ", ")
    return None if whole == Joined(()) else capitalised(whole)


def _condition(presenter: Presenter, step: Step) -> Inline | None:
    """In which case a step is taken."""
    cases: list[Inline] = []
    if step.otherwise:
        cases.append(Words(presenter._("Otherwise")))
    if step.if_:
        cases.append(fill(presenter._("If {it}"), it=presenter.running(step.if_)))
    if step.unless:
        cases.append(fill(presenter._("Unless {it}"), it=presenter.running(step.unless)))
    return capitalised(open_end(joined(cases, ", "))) if cases else None
