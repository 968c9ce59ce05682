"""A policy in; everything that it undertakes, by what it is called and where it stands, out."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from policyctl.findings import Pointer
from policyctl.rules.keeping.meanings import AROUND, meaning, words
from policyctl.schema import Policy, parts
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Entry, Part
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.quantities.text import shorten
from policyctl.schema.sections.complaints import Complaints, Complexity, Extension, HowToComplain, Stage
from policyctl.schema.sections.discretion import Grant
from policyctl.schema.sections.standards import Remedy, Standard
from policyctl.schema.sections.terms import Term

Key = tuple[str, ...]
"""The way to an undertaking by names alone: another order of the lines is no change."""

NOUNS: Mapping[type[Part], str] = {
    Standard: "promise", Remedy: "remedy", Term: "term", Grant: "permission", Stage: "stage", Complexity: "limit",
    Complaints: "way of a complaint", HowToComplain: "way to complain", Extension: "extension",
}  # fmt: skip
"""What is undertaken, and what a message calls it."""


class Fact(NamedTuple):
    """What one field says: its key, what it is called in a sentence, the author's words, and what they mean."""

    key: str
    label: str
    text: str
    meaning: Any

    @property
    def told(self) -> str:
        """`within 2 working days`."""
        return f"{self.label} {self.text}"


class Undertaken(NamedTuple):
    """One promise, remedy, term or gift: where it stands, what to call it, and all that it binds itself to."""

    pointer: Pointer
    key: Key
    called: str
    facts: Mapping[str, Fact]

    @property
    def says(self) -> frozenset[tuple[str, Any]]:
        """Everything that it says; two that say the same are one under two names."""
        return frozenset((name, fact.meaning) for name, fact in self.facts.items())


def undertakings(policy: Policy) -> dict[Key, Undertaken]:
    """Everything that is undertaken; what a row inherits is its group's, and of two equal names the first counts."""
    found: dict[Key, Undertaken] = {}
    groups: dict[Pointer, Mapping[str, Any]] = {}
    for pointer, part in parts(policy):
        if type(part) in NOUNS:
            own = dict(_own(part, _group_of(pointer, groups)))
            if getattr(part, "rows", None):
                groups[pointer] = part.set_fields()
            key = _key(pointer, part, own)
            facts = {name: _fact(part, name, value, policy.policy.currency) for name, value in own.items()}
            found.setdefault(key, Undertaken(pointer, key, _called(part, own), facts))
    return found


def _own(part: Part, shared: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What a part says itself; what it holds of undertakings speaks for itself."""
    for name, value in part.set_fields().items():
        inner = next(iter(value), None) if isinstance(value, Collection) else value
        if name not in AROUND and shared.get(name) is not value and type(inner) not in NOUNS:
            yield name, value


def _group_of(pointer: Pointer, groups: Mapping[Pointer, Mapping[str, Any]]) -> Mapping[str, Any]:
    """What the group that a row stands in says for it."""
    cut = next((at for at in range(len(pointer) - 1, 0, -1) if pointer[at] == "rows"), 0)
    return groups.get(pointer[:cut], {})


def _key(pointer: Pointer, part: Part, own: Mapping[str, Any]) -> Key:
    """The names on the way; a row without a name goes by what it says."""
    names = [normalise_name(str(each)) for each in pointer if each not in ("rows", "items")]
    if isinstance(pointer[-1], int):
        names[-1] = normalise_name((part.named() if isinstance(part, Entry) else "") or words(tuple(own.values())))
    return tuple(names)


def _fact(part: Part, name: str, value: Any, currency: str | None) -> Fact:
    label = type(part).model_fields[name].title or name
    text = shorten(words(value))
    shown = f"“{text.rstrip('.')}”" if isinstance(value, str) and " " in text else text
    return Fact(part.written_keys()[name], label[0].lower() + label[1:], shown, meaning(value, currency))


def _called(part: Part, own: Mapping[str, Any]) -> str:
    """`promise “Ringing back”`; a sentence without a name is called by what it says."""
    if not isinstance(part, Entry):
        return NOUNS[type(part)]
    return (
        f"{NOUNS[type(part)]} “{shorten(part.named() or words(own.get('says') or own.get('gives') or ())).rstrip('.')}”"
    )
