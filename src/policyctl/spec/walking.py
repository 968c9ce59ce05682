"""A policy in, every value that its author wrote with the way to it out."""

from collections.abc import Iterator
from typing import Any

from policyctl.findings import Pointer
from policyctl.spec.grammar.collection import Collection
from policyctl.spec.grammar.entry import Part
from policyctl.spec.grammar.limits import Limits

Located = tuple[Pointer, Any]


def walk(part: Part, base: Pointer = ()) -> Iterator[Located]:
    """Every value below a part, once: what a row only inherits from its group is the group's.

    The names of entries, the conditions of limits and the words around a collection are values too.
    """
    yield from _fields(part, base, {})


def parts(part: Part, base: Pointer = ()) -> Iterator[tuple[Pointer, Part]]:
    """Every part below and including this one, with the way to it; rows come with what they inherit."""
    yield base, part
    keys = part.written_keys()
    for name, value in part.stated().items():
        for pointer, inner in _inner_parts(value, (*base, keys[name])):
            yield from parts(inner, pointer)


def _inner_parts(value: Any, base: Pointer) -> Iterator[tuple[Pointer, Part]]:
    if isinstance(value, Part):
        yield base, value
    elif isinstance(value, Collection):
        yield from value.located(base)
    elif isinstance(value, tuple):
        yield from (((*base, index), item) for index, item in enumerate(value) if isinstance(item, Part))


def _fields(part: Part, base: Pointer, inherited: dict[str, Any]) -> Iterator[Located]:
    stated, keys = part.stated(), part.written_keys()
    for name, value in stated.items():
        if inherited.get(name) is not value:
            shared = stated if name == "rows" else {}
            yield from _values(value, (*base, keys[name]), shared)


def _values(value: Any, pointer: Pointer, shared: dict[str, Any]) -> Iterator[Located]:
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


def _collection(rows: Collection[Any], pointer: Pointer, shared: dict[str, Any]) -> Iterator[Located]:
    for key in ("intro", "stem", "notes"):
        if getattr(rows, key):
            yield (*pointer, key), getattr(rows, key)
    for place, row in rows.located(pointer):
        yield from _fields(row, place, shared)
