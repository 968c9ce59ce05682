"""Access, privacy and conduct say how people are treated, and what becomes of what they tell us."""

from policyctl.rendering.view.blocks import Inline, Items, Strong, Words, leads, paragraphs
from policyctl.rendering.view.document import SectionView, titled_section
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sentences import fill, flow, joined, line
from policyctl.schema import Policy
from policyctl.schema.sections.conduct import Access, Conduct, Privacy


def access(presenter: Presenter, section: Access) -> SectionView:
    """Forms, languages and help in one paragraph, then how to notice that somebody needs it."""
    offered = (presenter.inline(value) for value in (section.formats, section.languages, section.help) if value)
    how = presenter.running(section.interpreters) if section.interpreters else None
    sentences = (*offered, *((fill(presenter._("Interpreters: {how}"), how=how),) if how else ()))
    shown = ("intro", "notes", "formats", "languages", "help", "interpreters")
    body = (
        *leads(section.intro, large=False),
        *flow(*sentences),
        *presenter.says(section, *shown),
        *paragraphs(section.notes),
    )
    return titled_section(presenter.label(Policy, "access"), body)


def privacy(presenter: Presenter, section: Privacy) -> SectionView:
    """Who is asked for what, what is kept for how long, and what to do if something gets out."""
    kept = tuple(
        line(presenter.inline(row.name or ""), ": ", presenter.one_line(row, "name")) for row in section.retention or ()
    )
    around = presenter.with_intro_and_notes(section.retention, ()) if section.retention else ()
    retention = (line(_label(presenter, section, "retention"), joined(kept, "; ")),) if kept else ()
    body = (
        *leads(section.intro, large=False),
        *presenter.says(section, "intro", "notes", "retention"),
        *around,
        *flow(*retention),
        *paragraphs(section.notes),
    )
    return titled_section(presenter.label(Policy, "privacy"), body)


def conduct(presenter: Presenter, section: Conduct) -> SectionView:
    """What we ask, what we do not accept, what we do then in order, and what staff may count on."""
    asked = tuple(presenter.inline(each) for each in section.we_ask)
    several = (Items(asked),) if len(asked) > 1 else ()
    refused = (
        (fill(presenter._("We do not accept: {what}"), what=presenter.running(section.unacceptable)),)
        if section.unacceptable
        else ()
    )
    steps = (Items(tuple(presenter.inline(step) for step in section.steps), "number"),) if section.steps else ()
    shown = ("intro", "notes", "we_ask", "unacceptable", "steps", "say")
    body = (
        *leads(section.intro, large=False),
        *several,
        *flow(*(() if several else asked), *refused),
        *steps,
        *presenter.blocks(section.say),
        *presenter.says(section, *shown),
        *paragraphs(section.notes),
    )
    return titled_section(presenter.label(Policy, "conduct"), body)


def _label(presenter: Presenter, section: Privacy, name: str) -> Inline:
    return line(Strong(Words(f"{presenter.label(section, name)}:")), " ")
