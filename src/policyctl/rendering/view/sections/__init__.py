"""Each section of the policy is arranged by a function; what needs no arranging is shown field by field."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from policyctl.rendering.view.blocks import paragraphs
from policyctl.rendering.view.document import SectionView, titled_section
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sections.aims import benchmarks, goals, metrics
from policyctl.rendering.view.sections.care import access, conduct, privacy
from policyctl.rendering.view.sections.complaints import complaints
from policyctl.rendering.view.sections.discretion import discretion
from policyctl.rendering.view.sections.escalation import escalation
from policyctl.rendering.view.sections.keeping import changelog, facts, glossary, review
from policyctl.rendering.view.sections.learning import leadership, rollout, training
from policyctl.rendering.view.sections.listening import feedback, pilot, staff_input
from policyctl.rendering.view.sections.people import channels, customers, hours, priorities, roles
from policyctl.rendering.view.sections.procedures import guides, procedures
from policyctl.rendering.view.sections.promises import remedies, standards
from policyctl.rendering.view.sections.stand import always, mission, moments, never, topics, values
from policyctl.rendering.view.sections.terms import terms
from policyctl.rendering.view.sections.tone import tone
from policyctl.schema import Policy
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Section

Arrange: TypeAlias = Callable[[Presenter, Any], SectionView]

ARRANGED: Mapping[str, Arrange] = {
    "access": access,
    "always": always,
    "benchmarks": benchmarks,
    "changelog": changelog,
    "channels": channels,
    "complaints": complaints,
    "conduct": conduct,
    "customers": customers,
    "discretion": discretion,
    "escalation": escalation,
    "facts": facts,
    "feedback": feedback,
    "glossary": glossary,
    "goals": goals,
    "guides": guides,
    "hours": hours,
    "leadership": leadership,
    "metrics": metrics,
    "mission": mission,
    "moments": moments,
    "never": never,
    "pilot": pilot,
    "priorities": priorities,
    "privacy": privacy,
    "procedures": procedures,
    "remedies": remedies,
    "review": review,
    "roles": roles,
    "rollout": rollout,
    "staff_input": staff_input,
    "standards": standards,
    "terms": terms,
    "tone": tone,
    "topics": topics,
    "training": training,
    "values": values,
}
"""The sections that are arranged; every other one is shown field by field."""


def section_view(presenter: Presenter, name: str, section: Any) -> SectionView:
    """Show a section of the policy, by its name there."""
    untitled = section.untitled()
    shown = ARRANGED[name](presenter, untitled) if name in ARRANGED else _by_field(presenter, name, untitled)
    return shown.titled(section.title) if section.title else shown


def _by_field(presenter: Presenter, name: str, section: Any) -> SectionView:
    """The section under its own heading, every field with its label and every entry with its name."""
    title = presenter.label(Policy, name)
    if isinstance(section, Collection):
        body = presenter.collection(section, (name,), 4)
        return titled_section(title, body)
    return titled_section(title, _section(presenter, name, section))


def _section(presenter: Presenter, name: str, section: Section) -> tuple[Any, ...]:
    before = paragraphs(section.intro)
    return (*before, *presenter.body(section, (name,), 4, "intro", "notes"), *paragraphs(section.notes))
