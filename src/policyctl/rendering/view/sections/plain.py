"""Any section in, its fields one by one out: what needs no arranging of its own."""

from typing import Any

from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.shown import Prose, Topic, Words
from policyctl.rendering.view.telling import Teller
from policyctl.schema import Policy
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Section


def plain(tell: Teller, name: str, section: Any) -> SectionView:
    """The section under its own heading, every field with its label and every entry with its name."""
    title = tell.label(Policy, name)
    if isinstance(section, Collection):
        body = tell.collection(section, (name,), 4)
        return SectionView((), (Topic(Words(title), "", 3, body=body),), (title,))
    return SectionView((), (Topic(Words(title), "", 3, body=_section(tell, name, section)),), (title,))


def _section(tell: Teller, name: str, section: Section) -> tuple[Any, ...]:
    before = (Prose(section.intro),) if section.intro else ()
    after = (Prose(section.notes),) if section.notes else ()
    return (*before, *tell.body(section, (name,), 4, "intro", "notes"), *after)
