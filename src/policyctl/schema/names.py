"""The parts of a policy in, an index of everything in it that has a name out."""

from collections.abc import Iterable
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.schema.grammar.entry import Entry, Part
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import Reference

_HOLDING_SEVERAL = frozenset({"escalation", "discretion", "complaints", "training", "rollout", "tone"})


class Named(NamedTuple):
    """An entry that can be referred to, the section it stands in, and the way to it."""

    section: str
    pointer: Pointer
    entry: Entry


class Names(NamedTuple):
    """Where a name leads; rows of a group stand under their own name and under that of the group."""

    found: dict[tuple[str, str], Named]

    def sections(self) -> frozenset[str]:
        """The sections that hold anything with a name."""
        return frozenset(section for section, _ in self.found)

    def find(self, reference: Reference) -> Named | None:
        """What a reference names, in the order of the sections it may mean."""
        name = normalise_name(reference)
        for section in reference.to:
            if named := self.found.get((section, name)):
                return named
        return None

    def within(self, sections: tuple[str, ...]) -> tuple[str, ...]:
        """The names as their authors wrote them, in the sections given."""
        named = (each for (section, _), each in self.found.items() if section in sections)
        return tuple(dict.fromkeys(each.entry.named() for each in named))


def names(parts: Iterable[tuple[Pointer, Part]]) -> Names:
    """The index of a policy by its parts; the first of two equal names in a section keeps it."""
    found: dict[tuple[str, str], Named] = {}
    entries = [(pointer, part) for pointer, part in parts if isinstance(part, Entry) and part.name]
    named = [Named(section_of(pointer), pointer, entry) for pointer, entry in entries]
    for each in named:
        found.setdefault((each.section, normalise_name(each.entry.named())), each)
    for each in named:
        for name in filter(None, each.entry.aliases()):
            found.setdefault((each.section, normalise_name(name)), each)
    return Names(found)


def section_of(pointer: Pointer) -> str:
    """The section a pointer leads into: `goals`, or `escalation.ladders` where the section holds several."""
    section = str(pointer[0])
    return f"{section}.{pointer[1]}" if section in _HOLDING_SEVERAL and len(pointer) > 1 else section
