"""The kit of a pilot: the notice that it is a test, a sheet to ask people with, a form for them, and what decides."""

from policyctl.rendering.view.blocks import (
    Blank,
    Block,
    Cell,
    Group,
    Inline,
    Items,
    Lead,
    Note,
    Prose,
    Strong,
    Table,
    Words,
    grouped_table,
    leads,
    table,
)
from policyctl.rendering.view.document import Context, Pages, SectionView
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sections.listening import period
from policyctl.rendering.view.sentences import fill, flow, joined
from policyctl.schema.sections.training import Pilot


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
        presenter._("The trial"),
        presenter.policy.policy.title,
    )


def _notice(presenter: Presenter, pilot: Pilot) -> tuple[Block, ...]:
    """What customers are told: that it is a test, how long it runs, and how to stay out of it."""
    told = leads(*pilot.told) or (
        Lead(Words(presenter._("We are trying out a new way of working. This is a test, and your answers change it."))),
    )
    when = period(presenter, pilot)
    sentences: list[Inline] = [Strong(when)] if when else []
    sentences += [presenter.inline(text) for text in (pilot.consent, pilot.opt_out) if text]
    if pilot.lead:
        sentences.append(fill(presenter._("Ask {who}"), who=presenter.inline(pilot.lead)))
    return (*told, *flow(*sentences))


def _interview(presenter: Presenter, pilot: Pilot) -> tuple[Block, ...]:
    """Questions for a talk of ten minutes, with room for the answers; first the open ones."""
    open_questions = (
        presenter._("What happened, in your own words?"),
        presenter._("What went better than it used to?"),
        presenter._("What was missing, or in the way?"),
        presenter._("What would you change first?"),
    )
    measured = tuple(
        Blank(fill(presenter._("How was it with: {what}?"), what=presenter.inline(each)), 2) for each in pilot.measures
    )
    return (
        _who_and_when(presenter),
        *(Blank(Words(question), 3) for question in open_questions),
        *measured,
        Note(Words(presenter._("Write down their words, not yours."))),
    )


def _who_and_when(presenter: Presenter) -> Table:
    """Three things to fill in at the head of a sheet."""
    heads = (presenter._("Name, or a sign"), presenter._("Day"), presenter._("Asked by"))
    return table(((heads[0], 50.0), (heads[1], 20.0), (heads[2], 30.0)), ((_space(), _space(), _space()),), wide=True)


def _feedback(presenter: Presenter, pilot: Pilot) -> tuple[Block, ...]:
    """A form that somebody fills in alone in two minutes."""
    scale = Items(
        tuple(
            Words(words)
            for words in (
                presenter._("Better than before"),
                presenter._("As before"),
                presenter._("Worse than before"),
                presenter._("I cannot tell"),
            )
        ),
        "tick",
    )
    when = period(presenter, pilot)
    return (
        *flow(*((fill(presenter._("About the trial {when}"), when=when),) if when else ())),
        *flow(Strong(Words(presenter._("What it was like for you")))),
        scale,
        Blank(Words(presenter._("What was good?")), 3),
        Blank(Words(presenter._("What should be different?")), 3),
        Blank(Words(presenter._("May we ring you about it? Your name and number, if you like.")), 1),
        *((Note(presenter.inline(pilot.opt_out)),) if pilot.opt_out else ()),
    )


def _decision(presenter: Presenter, pilot: Pilot) -> tuple[Block, ...]:
    """Each criterion with room for the figure and for yes or no, and who decides."""
    columns = (
        (presenter._("What decides"), 50.0),
        (presenter._("Measured"), 20.0),
        (presenter._("Reached"), 12.0),
        (presenter._("Remark"), 18.0),
    )
    groups = tuple(
        Group(tuple((Cell(Prose(text)), _space(), _space(), _space()) for text in texts), Words(title))
        for title, texts in (
            (presenter._("It is a success when"), pilot.success_when),
            (presenter._("We stop when"), pilot.stop_when),
        )
        if texts
    )
    who = joined((presenter.inline(pilot.decided_by),)) if pilot.decided_by else None
    decided = fill(presenter._("Decided by {who}, on:"), who=who) if who else Words(presenter._("Decided by, on:"))
    return (
        *((grouped_table(columns, groups, wide=True),) if groups else ()),
        Items(tuple(map(Words, (presenter._("Go"), presenter._("Go, with changes"), presenter._("No")))), "tick"),
        Blank(Words(presenter._("Changes")), 4),
        Blank(decided, 1),
    )


def _space() -> Cell:
    """A cell to write in: it is there, and holds nothing yet."""
    return Cell(Words("\u00a0"))
