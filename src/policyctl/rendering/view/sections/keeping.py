"""The review, the change log, the glossary and the facts keep the policy true and its words clear."""

from policyctl.rendering.view.blocks import Block, Flow, Items, Strong, Words, paragraphs
from policyctl.rendering.view.document import SectionView, titled_section
from policyctl.rendering.view.presenter import Presenter
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.sections.keeping import Change, GlossaryTerm, Review
from policyctl.schema.sections.stand import Fact

TICKED = ("questions", "bring")


def review(presenter: Presenter, section: Review) -> SectionView:
    """When it is looked at again, by whom, with which questions: those have squares to tick."""
    ticked: tuple[Block, ...] = tuple(
        block
        for name in TICKED
        if (value := getattr(section, name))
        for block in (
            Flow((Strong(Words(f"{presenter.label(section, name)}:")),)),
            Items(tuple(presenter.inline(text) for text in value), "tick"),
        )
    )
    log = presenter.under(section, "log", section.log, ("review",), 4) if section.log else ()
    body = (
        *paragraphs(section.intro),
        *presenter.says(section, "intro", "notes", "log", *TICKED),
        *ticked,
        *log,
        *paragraphs(section.notes),
    )
    return titled_section(presenter._("The review"), body)


def changelog(presenter: Presenter, section: Collection[Change]) -> SectionView:
    """What changed, version by version."""
    title = presenter._("What has changed")
    body = presenter.collection(section, ("changelog",), 4)
    return titled_section(title, body)


def glossary(presenter: Presenter, section: Collection[GlossaryTerm]) -> SectionView:
    """Words, and what they mean here."""
    inside = tuple(row.named() for row in section if row.name)
    return SectionView((), presenter.collection(section, ("glossary",), 3), inside)


def facts(presenter: Presenter, section: Collection[Fact]) -> SectionView:
    """What everybody asks, with the answer."""
    title = presenter._("What everybody asks")
    body = presenter.collection(section, ("facts",), 4)
    return titled_section(title, body)
