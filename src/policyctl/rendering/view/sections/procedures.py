"""Procedures say what to do step by step, with the facts of the case beside them; guides are the how-tos."""

from collections.abc import Iterator, Sequence

from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import (
    Block,
    Branch,
    Branches,
    Inline,
    Items,
    Joined,
    Lead,
    Move,
    Note,
    Prose,
    Row,
    Rows,
    Steps,
    Story,
    Strong,
    Topic,
    Words,
    paragraphs,
)
from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sections.commitments import measure
from policyctl.rendering.view.sections.discretion import what_is_given
from policyctl.rendering.view.sections.promises import promises
from policyctl.rendering.view.sentences import capitalised, fill, flow, joined, line, open_end, sentence
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.references import StandardRef
from policyctl.schema.sections.listening import Guide
from policyctl.schema.sections.procedures import Procedure, Step, StepNumber
from policyctl.schema.sections.standards import Standard

AT_SIDE = ("needs", "standards", "escalation", "goals", "channels", "for_", "example")
"""What a reader wants to know before the first step, in the side column."""

AFTER = ("done_when", "follow_up", "customer_part", "because", "note", "links")
"""What comes after the last step, in one paragraph."""

ARRANGED = ("name", "says", "trigger", "steps", "about", "promises", "may_give", "never", *AT_SIDE, *AFTER)

STEP_ARRANGED = (
    "name", "do", "by", "within", "after", "channels", "for_", "not_for", "if_", "unless", "otherwise", "choose",
    "steps", "gives", "record", "tell", "ask", "go_to",
)  # fmt: skip

LETTERS = "abcdefghijklmnopqrstuvwxyz"

MOST_AT_SIDE = 240
"""How many characters a promise may have to stand in the side column."""


def procedures(presenter: Presenter, section: Collection[Procedure]) -> SectionView:
    """Each procedure under its name."""
    topics = tuple(_procedure(presenter, pointer, row) for pointer, row in section.located(("procedures",)))
    return presenter.named_section(section, topics)


def guides(presenter: Presenter, section: Collection[Guide]) -> SectionView:
    """Each how-to under its name, its steps counted."""
    topics = tuple(_guide(presenter, pointer, row) for pointer, row in section.located(("guides",)))
    return presenter.named_section(section, topics)


def _guide(presenter: Presenter, pointer: Pointer, row: Guide) -> Topic:
    side = (Note(presenter.all_of(row.for_)),) if row.for_ and not presenter.is_reader(row.for_) else ()
    steps = (Items(tuple(presenter.inline(each) for each in row.steps), "number"),) if row.steps else ()
    body = (*paragraphs(row.about), *steps, *presenter.says(row, "about", "steps", "for_"))
    return presenter.entry_topic(pointer, row, 3, side=side, body=body)


def _procedure(presenter: Presenter, pointer: Pointer, row: Procedure) -> Topic:
    trigger = joined((sentence(presenter.inline(each)) for each in row.trigger), " ")
    body = (
        *((Lead(trigger, large=False),) if row.trigger else ()),
        *paragraphs(row.about, row.says),
        *((steps(presenter, row.steps),) if row.steps else ()),
        *presenter.says(row, *ARRANGED, *(("topic",) if row.topic and presenter.names.find(row.topic) else ())),
        *_own_promises(presenter, pointer, row),
        *(paragraphs(row.may_give.intro, row.may_give.stem, row.may_give.notes) if row.may_give else ()),
        *_ending(presenter, row),
    )
    return presenter.entry_topic(pointer, row, 3, side=_side(presenter, pointer, row), body=body)


# ---- the facts of the case, in the side column ---------------------------------------------------------------------


def _side(presenter: Presenter, pointer: Pointer, row: Procedure) -> tuple[Block, ...]:
    """For whom it is, what to have ready, what was promised and may be given, who is next, and what happened once."""
    facts = (
        *_fact(presenter, row, "needs"),
        *_promised(presenter, row.standards),
        *_promised_here(presenter, pointer, row),
        *_may_give(presenter, row),
        *_fact(presenter, row, "escalation"),
    )
    served = fill(presenter._("Serves: {goals}"), goals=Prose(", ".join(row.goals)))
    return (
        *_for_whom(presenter, row),
        *((Rows(facts, small=True),) if facts else ()),
        *(Story(presenter.inline(each)) for each in row.example),
        *((Note(served),) if row.goals else ()),
    )


def _for_whom(presenter: Presenter, row: Procedure) -> tuple[Note, ...]:
    """The customers and the channels that it is for, in small words."""
    customers = (fill(presenter._("For {it}"), it=presenter.inline(row.for_)),) if row.for_ else ()
    channels = (presenter.inline(row.channels),) if row.channels else ()
    return tuple(Note(each) for each in (*customers, *channels))


def _fact(presenter: Presenter, row: Procedure, name: str) -> tuple[Row, ...]:
    value = getattr(row, name)
    return (Row(Words(presenter.label(row, name)), (presenter.inline(value),)),) if value else ()


def _promised(presenter: Presenter, references: Sequence[StandardRef]) -> tuple[Row, ...]:
    """What a customer was promised, with the figure itself."""
    values = tuple(_with_figure(presenter, each) for each in references)
    return (Row(Words(presenter.label(Procedure, "standards")), values),) if values else ()


def _with_figure(presenter: Presenter, reference: StandardRef) -> Inline:
    named = presenter.names.find(reference)
    promise = named.entry if named else None
    name = measure(promise) if isinstance(promise, Standard) and not promise.rows else None
    value = getattr(promise, name) if name else None
    shown = presenter.inline(reference)
    if name is None or (isinstance(value, Limits) and value.sole is None):
        return shown
    figure = presenter.limit_phrase(value, name) if isinstance(value, Limits) else None
    return line(shown, ", ", figure or presenter.inline(value)) if figure or name in ("every", "on") else shown


def _promised_here(presenter: Presenter, pointer: Pointer, row: Procedure) -> Iterator[Row]:
    """The promises of this procedure alone, where they are short."""
    if row.promises and _fit_the_side(row.promises):
        for at, promise in row.promises.located((*pointer, "promises")):
            yield Row(Prose(promise.named()), (sentence(presenter.one_line(promise, "name")),), presenter.anchor(at))


def _own_promises(presenter: Presenter, pointer: Pointer, row: Procedure) -> tuple[Block, ...]:
    """The promises of this procedure alone, where they are long, and the words around them."""
    if not row.promises:
        return ()
    long = not _fit_the_side(row.promises)
    shown = promises(presenter, list(row.promises.located((*pointer, "promises")))) if long else ()
    return presenter.with_intro_and_notes(row.promises, shown)


def _fit_the_side(rows: Collection[Standard]) -> bool:
    return all(row.name and not row.rows and len(row.says or "") < MOST_AT_SIDE for row in rows)


def _may_give(presenter: Presenter, row: Procedure) -> tuple[Row, ...]:
    """What may be given in this case: in its steps, and by rows of its own."""
    gifts = [capitalised(presenter.inline(each)) for step in _all_steps(row.steps) for each in step.gives]
    rows = [what_is_given(presenter, each, "over", "up_to", name=each.named()) for each in row.may_give or ()]
    return (Row(Words(presenter._("You may give")), (*rows, *gifts)),) if rows or gifts else ()


def _all_steps(moves: Sequence[Step]) -> Iterator[Step]:
    for step in moves:
        yield step
        yield from _all_steps((*step.choose, *step.steps))


def _ending(presenter: Presenter, row: Procedure) -> tuple[Block, ...]:
    """What nobody does, when it is done and what comes after, in one paragraph with the mark of an end."""
    statements = [presenter.statement(row, name, value) for name in AFTER if (value := getattr(row, name))]
    never = line(Strong(Words(f"{presenter.label(row, 'never')}:")), " ", presenter.inline(row.never or ()))
    around = paragraphs(row.never.intro, row.never.stem, row.never.notes) if row.never else ()
    shown = (*((never,) if row.never else ()), *(each for each in statements if each))
    return (*around, *flow(*shown, end=bool(row.steps)))


# ---- steps ------------------------------------------------------------------------------------------------------


def steps(presenter: Presenter, moves: Sequence[Step]) -> Steps:
    """Steps in order."""
    return Steps(tuple(_move(presenter, str(number), step) for number, step in enumerate(moves, start=1)))


def _move(presenter: Presenter, number: str, step: Step) -> Move:
    do = _done(presenter, step)
    if not do and step.choose:
        do = (Words(presenter._("The first that fits:")),)
    return Move(
        number, do, _who(presenter, step), _condition(presenter, step), _also(presenter, step), _rest(presenter, step)
    )


def _done(presenter: Presenter, step: Step) -> tuple[Inline, ...]:
    return tuple(sentence(presenter.inline(each)) for each in (step.name, step.do) if each)


def _also(presenter: Presenter, step: Step) -> tuple[Inline, ...]:
    """What goes with the action: whose leave it needs, what may be given, written down and told, and what is next."""
    clauses: list[Inline] = []
    if step.ask:
        clauses.append(fill(presenter._("Ask {who} first"), who=presenter.any_of(step.ask)))
    if step.gives:
        given = Strong(joined((presenter.running(each) for each in step.gives), ", "))
        clauses.append(fill(presenter._("You may give {what}"), what=given))
    if step.record:
        noted = joined((presenter.running(each) for each in step.record), ", ")
        clauses.append(fill(presenter._("Write down: {what}"), what=noted))
    if step.tell:
        clauses.append(fill(presenter._("Tell {who}"), who=presenter.all_of(step.tell)))
    return tuple(sentence(each) for each in (*clauses, *_onward(presenter, step)))


def _rest(presenter: Presenter, step: Step) -> tuple[Block, ...]:
    """What stands below a step: words to say, remarks, the choices in it and their own steps."""
    branches = tuple(_branch(presenter, LETTERS[i % 26], each) for i, each in enumerate(step.choose))
    return (
        *presenter.says(step, *STEP_ARRANGED),
        *((Branches(branches),) if branches else ()),
        *((steps(presenter, step.steps),) if step.steps else ()),
    )


def _branch(presenter: Presenter, letter: str, step: Step) -> Branch:
    case = _condition(presenter, step) or Words(presenter._("Otherwise"))
    who = _who(presenter, step)
    do = _done(presenter, step)
    action = (Strong(line(*((who, ": ") if who else ()), joined(do, " "))),) if do or who else ()
    return Branch(letter, case, (*flow(*action, *_also(presenter, step)), *_rest(presenter, step)))


def _onward(presenter: Presenter, step: Step) -> tuple[Inline, ...]:
    """Where it goes on: at a step by its number, or with what has a name."""
    numbered = presenter._("step {number}")
    targets = (
        Words(numbered.format(number=each)) if isinstance(each, StepNumber) else presenter.inline(each)
        for each in step.go_to
    )
    return tuple(fill(presenter._("Go on with {where}"), where=target) for target in targets)


def _who(presenter: Presenter, step: Step) -> Inline | None:
    """Who does it, on which channel, for whom, and by when; anybody who reads need not be named."""
    after = fill(presenter._("after {it}"), it=presenter.running(step.after)) if step.after else Joined(())
    when = joined((_within(presenter, step.within), after), " ")
    pieces = (
        presenter.any_of(step.by) if step.by and not presenter.is_reader(step.by) else Joined(()),
        presenter.inline(step.channels),
        fill(presenter._("for {it}"), it=presenter.inline(step.for_)) if step.for_ else Joined(()),
        fill(presenter._("not for {it}"), it=presenter.inline(step.not_for)) if step.not_for else Joined(()),
        when,
    )
    whole = joined(pieces, ", ")
    return None if whole == Joined(()) else capitalised(whole)


def _within(presenter: Presenter, limits: Limits | None) -> Inline:
    """By when it is done; words such as `at once` stand by themselves."""
    if limits is None:
        return Joined(())
    phrase = presenter.limit_phrase(limits, "within")
    if phrase or limits.sole is not None:
        return phrase or presenter.inline(limits)
    return fill(presenter._("within {it}"), it=presenter.inline(limits))


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
