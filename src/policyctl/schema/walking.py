"""Walk through a policy: every value and part with the way to it, and an index of what has a name."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from policyctl.findings import Pointer
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Entry, Part
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import Reference
from policyctl.schema.hints import part_at

Located = tuple[Pointer, Any]


def walk(part: Part, base: Pointer = ()) -> Iterator[Located]:
    """Every value below a part, once: what a row only inherits from its group is the group's.

    The names of entries, the conditions of limits and the words around a collection are values too.
    """
    yield from _fields(part, base, {})


def parts(part: Part, base: Pointer = ()) -> Iterator[tuple[Pointer, Part]]:
    """Every part below and including this one, with the way to it; rows come with what they inherit."""
    waiting = [(base, part)]
    while waiting:
        base, part = waiting.pop()
        yield base, part
        waiting += _inner_parts(part, base)[::-1]


def _inner_parts(part: Part, base: Pointer) -> list[tuple[Pointer, Part]]:
    """The parts that stand in a part itself."""
    inner: list[tuple[Pointer, Part]] = []
    keys = part.written_keys()
    for name, value in part.set_fields().items():
        if isinstance(value, Part):
            inner.append(((*base, keys[name]), value))
        elif isinstance(value, Collection):
            inner += value.located((*base, keys[name]))
        elif isinstance(value, tuple) and isinstance(value[0], Part):
            inner += (((*base, keys[name], index), item) for index, item in enumerate(value))
    return inner


def _fields(part: Part, base: Pointer, inherited: Mapping[str, Any]) -> Iterator[Located]:
    stated, keys = part.set_fields(), part.written_keys()
    for name, value in stated.items():
        if inherited.get(name) is not value:
            shared = stated if name == "rows" else {}
            yield from _values(value, (*base, keys[name]), shared)


def _values(value: Any, pointer: Pointer, shared: Mapping[str, Any]) -> Iterator[Located]:
    if isinstance(value, Part):
        yield from _fields(value, pointer, {})
    elif isinstance(value, Collection):
        yield from _collection(value, pointer, shared)
    elif isinstance(value, Limits):
        for case, limit in value:
            if case is not None:
                yield (*pointer, str(case)), case
            yield pointer + ((str(case),) if case else ()), limit
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _values(item, (*pointer, index), {})
    else:
        yield pointer, value


def _collection(rows: Collection[Any], pointer: Pointer, shared: Mapping[str, Any]) -> Iterator[Located]:
    for key in ("title", "intro", "stem", "notes"):
        if getattr(rows, key):
            yield (*pointer, key), getattr(rows, key)
    for place, row in rows.located(pointer):
        yield from _fields(row, place, shared)


def as_written(pointer: Pointer, data: Any) -> Pointer:
    """The way to a place by the keys in the file itself, where its author wrote another key of the language."""
    written: list[str | int] = []
    for at, segment in enumerate(pointer):
        key = segment
        if isinstance(data, dict) and segment not in data:
            others = part_at(pointer[:at]).other_keys.items()
            key = next((other for other, known in others if known == segment and other in data), segment)
        written.append(key)
        inside = isinstance(data, dict) and key in data
        inside = inside or (isinstance(data, list) and isinstance(key, int) and key < len(data))
        data = data[key] if inside else data
    return tuple(written)


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
