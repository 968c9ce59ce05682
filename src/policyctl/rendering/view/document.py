"""A document is made from parts, in which every link leads somewhere; a template only arranges them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from typing import Any, TypeVar

from policyctl.findings import Finding, Pointer
from policyctl.rendering.palette import Colours
from policyctl.rendering.view.blocks import Band, Block, Boxed, Link, Prose, Topic, Words
from policyctl.rendering.view.looks import FontFamily, Logo
from policyctl.schema import Policy, parts
from policyctl.schema.grammar.entry import Entry

T = TypeVar("T")
_UNFIT = re.compile(r"[^a-z0-9]+")

REFERENCE = frozenset({
    "benchmarks", "changelog", "feedback", "glossary", "metrics", "pilot", "review", "staff_input",
})  # fmt: skip
"""Sections that are looked up and not read: how the policy is kept, what it was made from, and what words mean."""


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section of the policy as it is shown: what opens it, what stands in it, and the names of what is inside.

    `title` is the author's own for a section that has no heading below that of its part. `headed` is for a section
    whose topics say nothing without the heading of their part, as samples do not.
    """

    lead: tuple[Block, ...] = ()
    body: tuple[Block, ...] = ()
    inside: tuple[str, ...] = ()
    title: str = ""
    headed: bool = False

    def titled(self, title: str) -> "SectionView":
        """The section under the author's own title, in place of its heading where it has one."""
        match self.body:
            case (Topic(anchor="") as topic,) if not self.lead:
                return replace(self, body=(replace(topic, name=Words(title)),), inside=(title,))
            case (Boxed() as boxed,) if not self.lead:
                return replace(self, body=(replace(boxed, label=Words(title)),), inside=(title,))
        return replace(self, title=title)


def titled_section(title: str, body: tuple[Block, ...]) -> SectionView:
    """A section under a heading of its own, for the parts of a document that hold several."""
    return SectionView((), (Topic(Words(title), "", 3, body=body),), (title,))


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a document: its number, title and anchor, a line of what is inside, and what stands in it in order.

    `is_reference` says that it is looked up and not read, so that a screen may keep it closed until somebody does.
    """

    number: int
    title: str
    anchor: str
    inside: str
    lead: tuple[Block, ...]
    body: tuple[Block, ...]
    is_reference: bool = False
    headed: bool = False

    @property
    def bands(self) -> tuple[Band, ...]:
        """The part from top to bottom, each topic a band of its own."""
        return Topic(Words(self.title), body=self.body).bands

    @property
    def raised(self) -> "PartView":
        """The part as it opens a document, without its heading: its topics have headings of the second level."""
        return replace(self, body=tuple(_raised(block) for block in self.body))

    def topics(self) -> tuple[Block, ...]:
        """The part without its heading: what it says outside of any topic stands under its title.

        Where the topics need that title, they stand under it, too.
        """
        if self.headed:
            return (Topic(Words(self.title), self.anchor, 2, body=(*self.lead, *self.body)),)
        own = tuple(block for block in self.body if not isinstance(block, (Topic, Boxed)))
        topics = tuple(block for block in self.body if isinstance(block, (Topic, Boxed)))
        lead = (*self.lead, *own)
        opening = (Topic(Words(self.title), self.anchor, 3, body=lead),) if lead else ()
        return tuple(_raised(block) for block in (*opening, *topics))


@dataclass(frozen=True, slots=True)
class Context:
    """What a document may need beyond the policy: the day it is printed for, the policy before, what was found.

    `stretch` is how much longer lines run in the author's own typeface than in ours.
    """

    today: date | None = None
    before: Policy | None = None
    findings: tuple[Finding, ...] = ()
    stretch: float = 1


@dataclass(frozen=True, slots=True)
class Pages:
    """What a document arranges: its pieces by name, and a title of its own where it has one.

    `length` is how long the document itself is, where that is not how long the policy is.
    """

    sections: Mapping[str, SectionView]
    title: str = ""
    subtitle: str = ""
    length: str = ""


@dataclass(frozen=True, slots=True)
class Entrance:
    """A line of the page on which a reader finds what happens now: the situation, and where it is dealt with."""

    situation: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Reader:
    """A role that a page may be read as: the place in the page that stands for it, and its name."""

    anchor: str
    name: str


@dataclass(frozen=True, slots=True)
class Readers:
    """The roles that a page may be read as, and the entries that are for some of them alone.

    `concerned` has the anchors of those roles, with spaces between them, by the anchor of the entry.
    """

    roles: tuple[Reader, ...]
    concerned: Mapping[str, str]


ANYBODY = Readers((), {})
"""A page that puts nothing aside, whoever reads it."""


@dataclass(frozen=True, slots=True)
class DocumentView:
    """Everything a document is made from; a template arranges it and computes nothing.

    `mark` is the word that every page of a draft, a pilot or a retired policy carries, `mark_kind` its status.
    `foot` is the line at the foot of each page, `running_organisation` the one at its head, as far as there is room.
    `language` is a BCP 47 tag, `paper` is `A4`, `A5` or `Letter`. `length` is `short` (a page or two without a cover),
    `medium` or `long` (with a cover and a page to find one's way). `places` says where in the policy each entry stands,
    by its anchor.
    """

    kind: str
    language: str
    direction: str
    title: str
    subtitle: str
    organisation: str
    running_organisation: str
    version: str
    description: str
    mark: str
    mark_kind: str
    foot: str
    paper: str
    length: str
    colours: Colours
    heading_font: FontFamily
    text_font: FontFamily
    logo: Logo | None
    introduction: tuple[Block, ...]
    imprint: tuple[Block, ...]
    about: tuple[Block, ...]
    entrances: tuple[Entrance, ...]
    readers: Readers
    sections: Mapping[str, SectionView]
    places: Mapping[str, str] = field(default_factory=dict)

    def parts(self, outline: Sequence[tuple[str, str, Sequence[str]]]) -> tuple[PartView, ...]:
        """The parts of a document: an anchor, a title and the sections of each, without those that the policy lacks."""
        found = [(anchor, title, self._present(names)) for anchor, title, names in outline]
        filled = [part for part in found if part[2]]
        parts = tuple(_part(number, *part) for number, part in enumerate(filled, start=1))
        return without_dead_links(parts, frozenset(anchors_in(parts)))

    def _present(self, names: Sequence[str]) -> dict[str, SectionView]:
        return {name: self.sections[name] for name in names if self.sections.get(name, SectionView()) != SectionView()}


def _part(number: int, anchor: str, title: str, present: Mapping[str, SectionView]) -> PartView:
    """The first section opens the part, and may give it a title; the words that open another one stay with it."""
    sections = present.values()
    first, *others = sections
    later = (block for section in others for block in (*_heading(section), *section.lead, *section.body))
    inside = "; ".join(name for section in sections for name in section.inside)
    body = (*first.body, *later)
    is_reference = REFERENCE.issuperset(present)
    return PartView(number, first.title or title, anchor, inside, first.lead, body, is_reference, first.headed)


def _raised(block: Block) -> Block:
    """A topic whose heading stands one level higher, and those in it."""
    if not isinstance(block, Topic):
        return block
    return replace(block, level=block.level - 1, body=tuple(_raised(inner) for inner in block.body))


def _heading(section: SectionView) -> tuple[Topic, ...]:
    return (Topic(Words(section.title), "", 3),) if section.title else ()


# ---- links and anchors ------------------------------------------------------------------------------------------


def slug(text: str) -> str:
    """Small letters, figures and hyphens; empty where a script has none of them."""
    return _UNFIT.sub("-", unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()).strip("-")


def anchors(policy: Policy) -> dict[Pointer, str]:
    """An anchor for every entry with a name, unique in the policy and the same at every run."""
    taken: dict[Pointer, str] = {}
    used: set[str] = set()
    for pointer, part in parts(policy):
        if isinstance(part, Entry) and part.name:
            taken[pointer] = _unused(f"{pointer[0]}-{slug(part.named())}".strip("-"), used)
    return taken


def _unused(name: str, used: set[str]) -> str:
    candidate, number = name, 2
    while candidate in used:
        candidate, number = f"{name}-{number}", number + 1
    used.add(candidate)
    return candidate


def anchors_in(tree: Any) -> Iterator[str]:
    """Every anchor in a tree of blocks."""
    if isinstance(tree, tuple):
        for each in tree:
            yield from anchors_in(each)
    elif is_dataclass(tree):
        if anchor := getattr(tree, "anchor", ""):
            yield anchor
        for each in fields(tree):
            yield from anchors_in(getattr(tree, each.name))


def without_dead_links(tree: T, known: frozenset[str]) -> T:
    """The same blocks, in which a link to a place that this document does not hold is no more than its words."""
    if isinstance(tree, Link):
        here = not tree.href.startswith("#") or tree.href[1:] in known
        return tree if here else Prose(tree.text)  # type: ignore[return-value]  # a link is words, with more to it
    if isinstance(tree, tuple):
        items = tuple(without_dead_links(each, known) for each in tree)
        same = all(new is old for new, old in zip(items, tree, strict=True))
        return tree if same else items  # type: ignore[return-value]  # the same tuple, mended
    if is_dataclass(tree) and not isinstance(tree, type):
        inside = {field.name: getattr(tree, field.name) for field in fields(tree)}
        mended = {name: new for name, old in inside.items() if (new := without_dead_links(old, known)) is not old}
        return replace(tree, **mended) if mended else tree
    return tree
