"""The review, the change log and the glossary in, how the policy is kept true out."""

from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.shown import Items, Prose, Row, Rows, Topic, Words
from policyctl.rendering.view.telling import Teller
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.sections.keeping import Change, GlossaryTerm, Review
from policyctl.schema.sections.stand import Fact

TICKED = ("questions", "bring")


def review(tell: Teller, section: Review) -> SectionView:
    """When it is looked at again, by whom, with which questions: those have squares to tick."""
    intro = (Prose(section.intro),) if section.intro else ()
    rows = tuple(
        Row(Words(tell.label(section, name)), (Items(tuple(tell.inline(text) for text in value), "tick"),))
        if name in TICKED
        else Row(Words(tell.label(section, name)), tell.shown(value))
        for name, value in section.set_fields().items()
        if name not in ("intro", "notes", "log")
    )
    log = (
        tell.headed(tell.label(section, "log"), tell.collection(section.log, ("review", "log")), 4)
        if section.log
        else ()
    )
    notes = (Prose(section.notes),) if section.notes else ()
    title = tell._("The review")
    return SectionView((), (Topic(Words(title), "", 3, body=(*intro, Rows(rows), *log, *notes)),), (title,))


def changelog(tell: Teller, section: Collection[Change]) -> SectionView:
    """What changed, version by version."""
    title = tell._("What has changed")
    body = tell.collection(section, ("changelog",), 4)
    return SectionView((), (Topic(Words(title), "", 3, body=body),), (title,))


def glossary(tell: Teller, section: Collection[GlossaryTerm]) -> SectionView:
    """Words, and what they mean here."""
    inside = tuple(row.named() for row in section if row.name)
    return SectionView((), tell.collection(section, ("glossary",), 3), inside)


def facts(tell: Teller, section: Collection[Fact]) -> SectionView:
    """What everybody asks, with the answer."""
    title = tell._("What everybody asks")
    body = tell.collection(section, ("facts",), 4)
    return SectionView((), (Topic(Words(title), "", 3, body=body),), (title,))
