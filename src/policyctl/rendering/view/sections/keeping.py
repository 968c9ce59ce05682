"""The review, the change log, the glossary and the facts keep the policy true and its words clear."""

from policyctl.rendering.view.blocks import Block, Items, Prose, Row, Rows, Strong, Words, paragraphs
from policyctl.rendering.view.document import SectionView, titled_section
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sentences import fill, flow, joined
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.sections.keeping import Change, GlossaryTerm, Review, ReviewNote
from policyctl.schema.sections.stand import Fact

TICKED = ("questions", "bring")


def review(presenter: Presenter, section: Review) -> SectionView:
    """When it is looked at again, by whom, and with which questions: those have squares to tick."""
    when = [presenter.inline(section.every)] if section.every else []
    if section.next:
        when.append(fill(presenter._("next {on}"), on=Strong(Words(presenter.language.by(section.next)))))
    if section.attendees:
        when.append(fill(presenter._("with {who}"), who=presenter.inline(section.attendees)))
    sooner = (
        (fill(presenter._("Sooner, when {what}"), what=presenter.running(section.triggers)),)
        if section.triggers
        else ()
    )
    ticks = tuple(presenter.inline(text) for name in TICKED for text in getattr(section, name))
    body = (
        *paragraphs(section.intro),
        *flow(*((joined(when, ", "),) if when else ()), *sooner),
        *((Items(ticks, "tick"),) if ticks else ()),
        *presenter.says(section, "intro", "notes", "log", "every", "next", "attendees", "triggers", *TICKED),
        *log(presenter, section.log or Collection.model_construct()),
        *paragraphs(section.notes),
    )
    return titled_section(presenter._("The review"), body)


def log(presenter: Presenter, rows: Collection[ReviewNote]) -> tuple[Block, ...]:
    """The reviews so far, each by its name: what was decided, when and by whom."""
    held = tuple(
        Row(Prose(row.named()), _held(presenter, row), presenter.anchor(pointer))
        for pointer, row in rows.located(("review", "log"))
    )
    return presenter.with_intro_and_notes(rows, (Rows(held),)) if held else ()


def _held(presenter: Presenter, row: ReviewNote) -> tuple[Block, ...]:
    decided = (presenter.inline(row.decision),) if row.decision else ()
    by = joined((presenter.inline(value) for value in (row.on, row.by) if value), ", ")
    return (*flow(*decided, *((by,) if row.on or row.by else ())), *presenter.says(row, "decision", "on", "by"))


def changelog(presenter: Presenter, section: Collection[Change]) -> SectionView:
    """What changed, version by version."""
    rows = tuple(
        Row(Prose(row.named()), _change(presenter, row), presenter.anchor(pointer))
        for pointer, row in section.located(("changelog",))
    )
    return titled_section(presenter._("What has changed"), presenter.with_intro_and_notes(section, (Rows(rows),)))


def _change(presenter: Presenter, row: Change) -> tuple[Block, ...]:
    on = (presenter.inline(row.on),) if row.on else ()
    whom = (fill(presenter._("For {it}"), it=presenter.inline(row.for_)),) if row.for_ else ()
    return (
        *flow(*on, *((presenter.inline(row.what),) if row.what else ()), *whom),
        *presenter.says(row, "on", "what", "for_"),
    )


def glossary(presenter: Presenter, section: Collection[GlossaryTerm]) -> SectionView:
    """Words, and what they mean here."""
    inside = tuple(row.named() for row in section if row.name)
    return SectionView((), presenter.collection(section, ("glossary",), 3), inside)


def facts(presenter: Presenter, section: Collection[Fact]) -> SectionView:
    """What everybody asks, with the answer."""
    title = presenter._("What everybody asks")
    body = presenter.collection(section, ("facts",), 4)
    return titled_section(title, body)
