"""A view is what documents are made from: a policy with references resolved, quantities in the reader's language."""

from policyctl.rendering.language import Language
from policyctl.rendering.palette import palette
from policyctl.rendering.view.blocks import Row, Rows, Words
from policyctl.rendering.view.document import DocumentView, Logo, PartView, SectionView, anchors
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sections import section_view
from policyctl.schema import Policy, names, parts
from policyctl.schema.sections.head import Brand, Head, Paper, Status

__all__ = ["DocumentView", "Logo", "PartView", "SectionView", "view"]

ACCENT = "#33485c"
"""The colour of a policy that states none: a quiet blue that offends no brand."""

NOT_SECTIONS = ("policyctl", "policy", "brand", "checks")
"""What the cover and the look are made of, and how the policy is judged."""

ON_COVER = ("status", "effective", "owner", "approver")


def view(policy: Policy, *, kind: str, logo: Logo | None = None) -> DocumentView:
    """Everything that a document is made from; `kind` is the name of its template, such as `handbook`."""
    head, brand = policy.policy, policy.brand or Brand()
    presenter = _presenter(policy)
    return DocumentView(
        kind=kind,
        language=head.language or "en-GB",
        direction=presenter.language.locale.text_direction,
        title=head.title,
        subtitle=head.subtitle or "",
        organisation=head.organisation,
        version=presenter._("Version {version}").format(version=head.version) if head.version else "",
        description=", ".join(part for part in (_version(presenter, head), _in_force(presenter, head)) if part),
        mark=_mark(presenter, head),
        mark_kind=head.status.value if head.status else "",
        foot=_foot(presenter, head),
        paper=(brand.paper or _usual_paper(presenter.language)).value,
        colours=palette(brand.accent or ACCENT),
        fonts=(brand.heading_font or "", brand.text_font or ""),
        logo=logo,
        front=Rows(_front(presenter, policy)),
        about=Rows(_about(presenter, head)),
        sections=_sections(presenter, policy),
    )


def _usual_paper(language: Language) -> Paper:
    """Letter where it is what printers hold, and A4 everywhere else."""
    return Paper.LETTER if language.locale.territory in ("US", "CA") else Paper.A4


def _presenter(policy: Policy) -> Presenter:
    head = policy.policy
    language = Language(head.language or "en-GB", head.currency, head.timezone)
    return Presenter(policy, language, names(parts(policy)), anchors(policy))


def _sections(presenter: Presenter, policy: Policy) -> dict[str, SectionView]:
    return {
        name: section_view(presenter, name, section)
        for name, section in policy.set_fields().items()
        if name not in NOT_SECTIONS
    }


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
    return (
        presenter._("in force from {date}").format(date=presenter.language.words(head.effective))
        if head.effective
        else ""
    )


def _foot(presenter: Presenter, head: Head) -> str:
    what = ", ".join(part for part in (head.title, _version(presenter, head), _in_force(presenter, head)) if part)
    questions = presenter._("Questions: {who}").format(who=head.owner) + "." if head.owner else ""
    return " ".join(part for part in (f"{what}.", questions) if part)


def _front(presenter: Presenter, policy: Policy) -> tuple[Row, ...]:
    """The rows of the cover: whose it is, how far it has come, and when it is looked at again."""
    head = policy.policy
    rows = {name: presenter.blocks(getattr(head, name)) for name in ON_COVER if getattr(head, name)}
    ordered = [Row(Words(presenter.label(head, name)), rows[name]) for name in ON_COVER if name in rows]
    next_review = policy.review.next if policy.review else None
    later = [Row(Words(presenter._("Next review")), presenter.blocks(next_review))] if next_review else []
    return (*ordered, *later)


def _about(presenter: Presenter, head: Head) -> tuple[Row, ...]:
    """The rows below the contents: for whom it is, what it replaces, and how to read it."""
    on_cover = ("title", "subtitle", "organisation", "version", "language", "timezone", "currency", "scope", *ON_COVER)
    words = presenter._(
        "Words between quotation marks are there to be said. Take them as they are, or say the same in your own way."
    )
    how = Row(Words(presenter._("How to read it")), (Words(words),))
    scope = presenter.rows(head.scope) if head.scope else ()
    intro = presenter.rows(head, *(name for name in Head.model_fields if name != "intro"))
    return (*intro, *presenter.rows(head, *on_cover, "intro"), *scope, how)
