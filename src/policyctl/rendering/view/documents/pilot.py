"""The kit of a pilot: the notice that it is a test, a sheet to ask people with, a form for them, and what decides."""

from collections.abc import Iterator

from policyctl.rendering.view.blocks import (
    SPACE,
    Beside,
    Blank,
    Block,
    Cell,
    Column,
    Fields,
    Group,
    Inline,
    Items,
    Lead,
    Prose,
    Strong,
    Words,
    grouped_table,
    leads,
    paragraphs,
)
from policyctl.rendering.view.document import Context, Pages, SectionView
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sections.listening import period
from policyctl.rendering.view.sentences import fill, flow, line
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.sections.training import Pilot, PilotFinding

_ = str  # Marks words for the catalogue; they are translated where they are used.

OPEN_QUESTIONS = (
    _("What happened, in your own words?"),
    _("What went better than it used to?"),
    _("What was missing, or in the way?"),
    _("What would you change first?"),
)

SCALE = (_("Better than before"), _("As before"), _("Worse than before"), _("I cannot tell"))

LINES_FOR_QUESTIONS = 24
"""How many lines a sheet has for all of its questions."""

OUTCOMES = (_("Go"), _("Go, with changes"), _("No"))


def pages(presenter: Presenter, _context: Context) -> Pages:
    """A page for each: for customers on the wall, for whoever asks, for whoever answers, and for the decision."""
    pilot = presenter.policy.pilot or Pilot.model_construct()
    return Pages(
        {
            "notice": SectionView(body=_notice(presenter, pilot)),
            "interview": SectionView(body=_interview(presenter, pilot)),
            "feedback": SectionView(body=_feedback(presenter, pilot)),
            "decision": SectionView(body=_decision(presenter, pilot)),
        },
        presenter._("This is a test"),
    )


def _notice(presenter: Presenter, pilot: Pilot) -> tuple[Block, ...]:
    """What customers are told: that it is a test, how long it runs, and how to stay out of it."""
    told = leads(*pilot.told) or (
        Lead(Words(presenter._("We are trying out a new way of working. This is a test, and your answers change it."))),
    )
    when = period(presenter, pilot)
    fields = ((name, getattr(pilot, name)) for name in ("consent", "opt_out"))
    agreed = (presenter.statement(pilot, name, text) for name, text in fields if text)
    ask = (fill(presenter._("Questions to {who}"), who=presenter.any_of(pilot.lead)),) if pilot.lead else ()
    paragraphs = ((Strong(when),) if when else (), *((each,) for each in agreed if each), ask)
    return (*told, *(block for each in paragraphs for block in flow(*each)))


def _interview(presenter: Presenter, pilot: Pilot) -> tuple[Block, ...]:
    """Questions for a talk of ten minutes, with room for the answers; first the open ones."""
    heads = ((presenter._("Name, or a sign"), 45), (presenter._("Day"), 20), (presenter._("Asked by"), 35))
    measured = (fill(presenter._("How was it with: {what}?"), what=presenter.inline(each)) for each in pilot.measures)
    questions = (*(Words(presenter._(each)) for each in OPEN_QUESTIONS), *measured)
    lines = max(LINES_FOR_QUESTIONS // len(questions), 3)
    return (
        *flow(Words(presenter._("Write down their words, not yours"))),
        Fields(tuple(Column(label, width) for label, width in heads)),
        *(Beside((Strong(question),), (Blank(None, lines),)) for question in questions),
    )


def _feedback(presenter: Presenter, pilot: Pilot) -> tuple[Block, ...]:
    """A form that somebody fills in alone in two minutes."""
    when = period(presenter, pilot)
    about = (Strong(when),) if when else ()
    return (
        *flow(*about, Words(presenter._("It was a test, and your answers change the result"))),
        _asked(presenter._("What was it like for you?"), Items(tuple(Words(presenter._(it)) for it in SCALE), "tick")),
        _asked(presenter._("What was good?"), Blank(None, 6)),
        _asked(presenter._("What should be different?"), Blank(None, 6)),
        _asked(presenter._("May we ring you about it? Your name and number, if you like."), Blank(None, 2)),
        *flow(Words(presenter._("Thank you"))),
    )


def _asked(question: str, room: Block) -> Beside:
    return Beside((Strong(Words(question)),), (room,))


# ---- what decides ----------------------------------------------------------------------------------------------------


def _decision(presenter: Presenter, pilot: Pilot) -> tuple[Block, ...]:
    """Each criterion with room for the figure and for yes or no, what was found, and who decides."""
    columns = (
        (presenter._("What decides"), 44.0),
        (presenter._("Measured"), 18.0),
        (presenter._("Reached"), 14.0),
        (presenter._("Remark"), 24.0),
    )
    reached = Cell(Words(presenter._("yes / no")))
    groups = tuple(
        Group(tuple((Cell(Prose(text)), SPACE, reached, SPACE) for text in texts), Words(title))
        for title, texts in (
            (presenter.label(pilot, "success_when"), pilot.success_when),
            (presenter.label(pilot, "stop_when"), pilot.stop_when),
        )
        if texts
    )
    return (
        *flow(*_who_took_part(presenter, pilot)),
        *((grouped_table(columns, groups, wide=True),) if groups else ()),
        *_found(presenter, pilot),
        Beside((Strong(Words(presenter.label(pilot, "decision"))),), _outcome(presenter, pilot)),
        Fields((Column(_decided_by(presenter, pilot), 65), Column(presenter._("Date"), 35))),
    )


def _who_took_part(presenter: Presenter, pilot: Pilot) -> Iterator[Inline]:
    when = period(presenter, pilot)
    if when:
        yield Strong(when)
    yield from (presenter.inline(value) for value in (pilot.staff, pilot.customers) if value)


def _found(presenter: Presenter, pilot: Pilot) -> tuple[Block, ...]:
    """What the trial has shown so far, with what changed; room for it where nothing is written down yet."""
    findings = pilot.findings or Collection.model_construct()
    title = Strong(Words(presenter.label(pilot, "findings")))
    if not findings:
        return (Beside((title,), (Blank(None, 4),)),)
    rows = tuple(block for row in findings for block in _finding(presenter, row))
    return (Beside((title,), presenter.with_intro_and_notes(findings, rows)),)


def _finding(presenter: Presenter, row: PilotFinding) -> tuple[Block, ...]:
    """What it is called, what was found, and what changed because of it."""
    changed = line(f"{presenter.label(row, 'changed')}: ", Prose(row.changed)) if row.changed else Words("")
    found = Prose(row.found) if row.found else Words("")
    name = Strong(presenter.inline(row.name)) if row.name else Words("")
    return (*flow(name), *flow(found, changed))


def _outcome(presenter: Presenter, pilot: Pilot) -> tuple[Block, ...]:
    """What was decided; squares, and room for changes, where that is still open."""
    if pilot.decision:
        return paragraphs(pilot.decision)
    outcomes = Items(tuple(Words(presenter._(each)) for each in OUTCOMES), "tick")
    return (outcomes, Blank(Words(presenter._("Changes")), 4))


def _decided_by(presenter: Presenter, pilot: Pilot) -> str:
    """Beside the line to sign: whoever decides."""
    label = presenter.label(pilot, "decided_by")
    who = presenter.language.join([presenter.whom(each) for each in pilot.decided_by])
    return f"{label}: {who}" if who else label
