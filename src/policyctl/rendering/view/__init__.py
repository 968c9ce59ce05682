"""A view is what documents are made from: a policy with references resolved, quantities in the reader's language."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib import import_module

from policyctl.meaning.public import public
from policyctl.rendering.documents import DOCUMENTS
from policyctl.rendering.language import Language
from policyctl.rendering.palette import palette
from policyctl.rendering.view.blocks import Block, Flow, Inline, Strong, Words, leads, paragraphs
from policyctl.rendering.view.document import (
    ANYBODY,
    Context,
    DocumentView,
    Pages,
    PartView,
    SectionView,
    anchors,
    anchors_in,
)
from policyctl.rendering.view.finder import entrances
from policyctl.rendering.view.looks import FontFace, FontFamily, Logo, Looks
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.readers import readers
from policyctl.rendering.view.sections import section_view
from policyctl.rendering.view.sentences import fill, flow, sentence
from policyctl.schema import Policy, names, parts, walk
from policyctl.schema.grammar.texts import Typeface
from policyctl.schema.sections.head import Brand, Head, Paper, Status

_ = str  # Marks words for the catalogue; they are translated where they are used.

__all__ = ["Context", "DocumentView", "FontFace", "Logo", "Looks", "Pages", "PartView", "SectionView", "view"]

ACCENT = "#33485c"
"""The colour of a policy that states none: a quiet blue that offends no brand."""

NOT_SECTIONS = ("policyctl", "policy", "brand", "checks")
"""What the cover and the look are made of, and how the policy is judged."""

SHORT, LONG = 800, 3500
"""From how many words of its author on a policy needs contents, and a cover."""

STATUS = {
    Status.DRAFT: _("This is a draft."),
    Status.PILOT: _("This is a trial."),
    Status.RETIRED: _("It is no longer in force."),
}


def view(policy: Policy, *, kind: str, looks: Looks | None = None, context: Context | None = None) -> DocumentView:
    """Everything that a document is made from; `kind` is the name of its template, such as `handbook`.

    `looks` are the author's own pictures and typefaces; `context` is what the document needs beyond the policy: the
    day, the policy before, what was found in it.
    """
    document = DOCUMENTS.get(kind)
    if document is not None and document.is_public:
        policy = public(policy)
    head, brand, looks = policy.policy, policy.brand or Brand(), looks or Looks()
    presenter = _presenter(policy)
    pages = _pages(kind)(presenter, replace(context or Context(), stretch=looks.stretch))
    return DocumentView(
        kind=kind,
        language=head.language or "en-GB",
        direction=presenter.language.locale.text_direction,
        title=pages.title or head.title,
        subtitle=pages.subtitle or ("" if pages.title else head.subtitle or ""),
        organisation=head.organisation,
        running_organisation=_shortened(head.organisation, 40),
        version=presenter._("Version {version}").format(version=head.version) if head.version else "",
        description=", ".join(part for part in (_version(presenter, head), _in_force(presenter, head)) if part),
        mark=_mark(presenter, head),
        mark_kind=head.status.value if head.status else "",
        foot=_foot(presenter, head),
        paper=(brand.paper or _usual_paper(presenter.language)).value,
        length=pages.length or _length(policy),
        colours=palette(brand.accent or ACCENT),
        heading_font=_family("Own Heading", looks.heading_faces, brand.heading_font),
        text_font=_family("Own Text", looks.text_faces, brand.text_font),
        logo=looks.logo,
        introduction=leads(head.intro),
        imprint=flow(*_imprint(presenter, policy)),
        about=_about(presenter, head),
        entrances=entrances(presenter),
        readers=ANYBODY if document and document.is_public else readers(presenter, _shown(pages)),
        sections=pages.sections,
        places={anchor: ": ".join(map(str, pointer)) for pointer, anchor in presenter.anchors.items()},
    )


def _shown(pages: Pages) -> frozenset[str]:
    return frozenset(anchors_in(tuple(pages.sections.values())))


def _pages(kind: str) -> Callable[[Presenter, Context], Pages]:
    """What lays out a document; one of somebody's own is made from the sections of the policy, as the handbook is."""
    if kind not in DOCUMENTS or kind == "handbook":
        return handbook
    made: Callable[[Presenter, Context], Pages] = import_module(f"policyctl.rendering.view.documents.{kind}").pages
    return made


def handbook(presenter: Presenter, _context: Context) -> Pages:
    """Every section of the policy by its name."""
    sections = {
        name: section_view(presenter, name, section)
        for name, section in presenter.policy.set_fields().items()
        if name not in NOT_SECTIONS
    }
    return Pages(sections)


def _family(name: str, faces: tuple[FontFace, ...], wanted: Iterable[Typeface]) -> FontFamily:
    """The typeface of the author's files, under a name of ours, and then those that are named alone."""
    others = [each for each in wanted if not each.is_file]
    return FontFamily((name, *others) if faces else tuple(others), faces)


def _length(policy: Policy) -> str:
    """How long a policy is, by the words that its author wrote."""
    words = sum(len(value.split()) for _, value in walk(policy) if isinstance(value, str))
    return "short" if words < SHORT else "medium" if words < LONG else "long"


def _usual_paper(language: Language) -> Paper:
    """Letter where it is what printers hold, and A4 everywhere else."""
    return Paper.LETTER if language.locale.territory in ("US", "CA") else Paper.A4


def _presenter(policy: Policy) -> Presenter:
    head = policy.policy
    language = Language(head.language or "en-GB", head.currency, head.timezone)
    return Presenter(policy, language, names(parts(policy)), anchors(policy))


def _mark(presenter: Presenter, head: Head) -> str:
    words = {
        Status.DRAFT: presenter._("Draft: not in force"),
        Status.PILOT: presenter._("Pilot: this is a test"),
        Status.RETIRED: presenter._("Retired: no longer in force"),
    }
    return words.get(head.status, "") if head.status else ""


def _version(presenter: Presenter, head: Head) -> str:
    return presenter._("version {version}").format(version=head.version) if head.version else ""


def _in_force(presenter: Presenter, head: Head) -> str:
    if head.effective is None:
        return ""
    is_draft = head.status is Status.DRAFT
    words = presenter._("meant to hold from {date}") if is_draft else presenter._("in force from {date}")
    return words.format(date=presenter.language.words(head.effective))


def _foot(presenter: Presenter, head: Head) -> str:
    title, version = _shortened(head.title, 60), _shortened(_version(presenter, head), 25)
    what = ", ".join(part for part in (title, version, _in_force(presenter, head)) if part)
    who = _shortened(presenter.whom(head.owner), 40) if head.owner else ""
    questions = presenter._("Questions: {who}").format(who=who) + "." if who else ""
    return " ".join(part for part in (f"{what}.", questions) if part)


def _shortened(text: str, most: int) -> str:
    """What a running line has room for: whole words, or the beginning of one that is longer than the line."""
    if len(text) <= most:
        return text
    beginning = text[: most - 1]
    whole = beginning.rpartition(" ")[0]
    return f"{whole or beginning}…"


def _imprint(presenter: Presenter, policy: Policy) -> Iterator[Inline]:
    """Which version it is, who keeps it and who approved it, and when it is read again."""
    head = policy.policy
    version = ", ".join(part for part in (_version(presenter, head), _in_force(presenter, head)) if part)
    if version:
        yield Strong(sentence(Words(version)))
    if head.status in STATUS:
        yield Words(presenter._(STATUS[head.status]))
    if head.owner:
        yield fill(presenter._("{who} keeps it."), who=presenter.inline(head.owner))
    if head.approver:
        yield fill(presenter._("{who} approved it."), who=presenter.inline(head.approver))
    if policy.review and policy.review.next:
        when = Strong(Words(presenter.language.by(policy.review.next)))
        yield fill(presenter._("It is read again {when}."), when=when)


def _about(presenter: Presenter, head: Head) -> tuple[Block, ...]:
    """For whom it is, what it replaces, and how to read it."""
    shown_before = (
        "title", "subtitle", "organisation", "version", "language", "timezone", "currency", "scope", "kind", "intro",
        "notes", "status", "effective", "owner", "approver",
    )  # fmt: skip
    how = presenter._(
        "Words between quotation marks are there to be said. Take them as they are, or say the same in your own way."
    )
    scope = presenter.says(head.scope) if head.scope else ()
    return (*presenter.says(head, *shown_before), *scope, *paragraphs(head.notes), Flow((Words(how),)))
