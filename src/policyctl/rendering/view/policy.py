"""A policy in, the view from which its documents are made out."""

from collections.abc import Callable, Mapping
from typing import Any

from policyctl.rendering.language import Language
from policyctl.rendering.palette import palette
from policyctl.rendering.view.anchors import anchors
from policyctl.rendering.view.document import DocumentView, Logo, SectionView
from policyctl.rendering.view.sections.aims import benchmarks, goals, metrics
from policyctl.rendering.view.sections.complaints import complaints
from policyctl.rendering.view.sections.further import discretion, escalation
from policyctl.rendering.view.sections.keeping import changelog, facts, glossary, review
from policyctl.rendering.view.sections.people import channels, customers, hours, priorities, roles
from policyctl.rendering.view.sections.plain import plain
from policyctl.rendering.view.sections.procedures import procedures
from policyctl.rendering.view.sections.stand import always, mission, never, topics, values
from policyctl.rendering.view.sections.tone import tone
from policyctl.rendering.view.sections.undertakings import remedies, standards, terms
from policyctl.rendering.view.shown import Row, Rows, Words
from policyctl.rendering.view.telling import Teller
from policyctl.schema import Policy, names, parts
from policyctl.schema.sections.head import Brand, Head, Paper, Status

ACCENT = "#33485c"
"""The colour of a policy that states none: a quiet blue that offends no brand."""

NO_SECTION = ("policyctl", "policy", "brand", "checks")
"""What the cover and the look are made of, and how the policy is judged."""

ON_COVER = ("status", "effective", "owner", "approver")

Arrange = Callable[[Teller, Any], SectionView]

ARRANGED: Mapping[str, Arrange] = {
    "always": always,
    "benchmarks": benchmarks,
    "changelog": changelog,
    "channels": channels,
    "complaints": complaints,
    "customers": customers,
    "discretion": discretion,
    "escalation": escalation,
    "facts": facts,
    "glossary": glossary,
    "goals": goals,
    "hours": hours,
    "metrics": metrics,
    "mission": mission,
    "never": never,
    "priorities": priorities,
    "procedures": procedures,
    "remedies": remedies,
    "review": review,
    "roles": roles,
    "standards": standards,
    "terms": terms,
    "tone": tone,
    "topics": topics,
    "values": values,
}
"""The sections that are arranged; every other one is shown field by field."""


def view(policy: Policy, *, kind: str, logo: Logo | None = None) -> DocumentView:
    """Everything that a document is made from; `kind` is the name of its template, such as `handbook`."""
    head, brand = policy.policy, policy.brand or Brand()
    tell = _teller(policy)
    return DocumentView(
        kind=kind,
        language=head.language or "en-GB",
        direction=tell.language.locale.text_direction,
        title=head.title,
        organisation=head.organisation,
        version=tell._("Version {version}").format(version=head.version) if head.version else "",
        description=", ".join(part for part in (_version(tell, head), _in_force(tell, head)) if part),
        mark=_mark(tell, head),
        mark_kind=head.status.value if head.status else "",
        foot=_foot(tell, head),
        paper=(brand.paper or Paper.A4).value,
        colours=palette(brand.accent or ACCENT),
        fonts=(brand.heading_font or "", brand.text_font or ""),
        logo=logo,
        front=Rows(_front(tell, policy)),
        about=Rows(_about(tell, head)),
        sections=_sections(tell, policy),
    )


def _teller(policy: Policy) -> Teller:
    head = policy.policy
    language = Language(head.language or "en-GB", head.currency, head.timezone)
    return Teller(policy, language, names(parts(policy)), anchors(policy))


def _sections(tell: Teller, policy: Policy) -> dict[str, SectionView]:
    stated = {name: value for name, value in policy.set_fields().items() if name not in NO_SECTION}
    return {
        name: ARRANGED[name](tell, section) if name in ARRANGED else plain(tell, name, section)
        for name, section in stated.items()
    }


def _mark(tell: Teller, head: Head) -> str:
    words = {
        Status.DRAFT: tell._("Draft: not in force"),
        Status.PILOT: tell._("Pilot: this is a test"),
        Status.RETIRED: tell._("Retired: no longer in force"),
    }
    return words.get(head.status, "") if head.status else ""


def _version(tell: Teller, head: Head) -> str:
    return tell._("version {version}").format(version=head.version) if head.version else ""


def _in_force(tell: Teller, head: Head) -> str:
    return tell._("in force from {date}").format(date=tell.language.words(head.effective)) if head.effective else ""


def _foot(tell: Teller, head: Head) -> str:
    what = ", ".join(part for part in (head.title, _version(tell, head), _in_force(tell, head)) if part)
    questions = tell._("Questions: {who}").format(who=head.owner) + "." if head.owner else ""
    return " ".join(part for part in (f"{what}.", questions) if part)


def _front(tell: Teller, policy: Policy) -> tuple[Row, ...]:
    """The rows of the cover: whose it is, how far it has come, and when it is looked at again."""
    head = policy.policy
    rows = {name: tell.shown(getattr(head, name)) for name in ON_COVER if getattr(head, name)}
    ordered = [Row(Words(tell.label(head, name)), rows[name]) for name in ON_COVER if name in rows]
    next_review = policy.review.next if policy.review else None
    later = [Row(Words(tell._("Next review")), tell.shown(next_review))] if next_review else []
    return (*ordered, *later)


def _about(tell: Teller, head: Head) -> tuple[Row, ...]:
    """The rows below the contents: for whom it is, what it replaces, and how to read it."""
    on_cover = ("title", "organisation", "version", "language", "timezone", "currency", "scope", *ON_COVER)
    words = tell._(
        "Words between quotation marks are there to be said. Take them as they are, or say the same in your own way."
    )
    how = Row(Words(tell._("How to read it")), (Words(words),))
    scope = tell.rows(head.scope) if head.scope else ()
    intro = tell.rows(head, *(name for name in Head.model_fields if name != "intro"))
    return (*intro, *tell.rows(head, *on_cover, "intro"), *scope, how)
