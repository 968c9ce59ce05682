"""What a whole document is made from: its sections as they are shown, and what stands around them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from policyctl.rendering.palette import Colours
from policyctl.rendering.view.links import places, settled
from policyctl.rendering.view.shown import Rows, Shown


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section of the policy as it is shown: what opens it, what stands in it, and the names of what is inside."""

    lead: tuple[Shown, ...] = ()
    body: tuple[Shown, ...] = ()
    inside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a document: its number, title and anchor, a line of what is inside, and what stands in it in order."""

    number: int
    title: str
    anchor: str
    inside: str
    lead: tuple[Shown, ...]
    body: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture of the author's as a data URL, and what it shows."""

    source: str
    alternative: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """Everything a document is made from; a template arranges it and computes nothing.

    `mark` is the word that every page of a draft, a pilot or a retired policy carries, `mark_kind` its status.
    `foot` is the line at the foot of each page. `language` is a BCP 47 tag, `paper` is `A4` or `Letter`.
    """

    kind: str
    language: str
    direction: str
    title: str
    organisation: str
    version: str
    description: str
    mark: str
    mark_kind: str
    foot: str
    paper: str
    colours: Colours
    fonts: tuple[str, str]
    logo: Logo | None
    front: Rows
    about: Rows
    sections: Mapping[str, SectionView]

    def parts(self, outline: Sequence[tuple[str, str, Sequence[str]]]) -> tuple[PartView, ...]:
        """The parts of a document: an anchor, a title and the sections of each, without those that the policy lacks."""
        stated = [(anchor, title, self._stated(names)) for anchor, title, names in outline]
        held = [part for part in stated if part[2]]
        parts = tuple(_part(number, *part) for number, part in enumerate(held, start=1))
        return settled(parts, frozenset(places(parts)))

    def _stated(self, names: Sequence[str]) -> list[SectionView]:
        return [self.sections[name] for name in names if self.sections.get(name, SectionView()) != SectionView()]


def _part(number: int, anchor: str, title: str, sections: Sequence[SectionView]) -> PartView:
    """The first section opens the part; the words that open another one stay with it."""
    first, *others = sections
    later = (shown for section in others for shown in (*section.lead, *section.body))
    inside = "; ".join(name for section in sections for name in section.inside)
    return PartView(number, title, anchor, inside, first.lead, (*first.body, *later))
