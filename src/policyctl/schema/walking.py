"""A policy in, every value that its author wrote with the way to it out."""

from collections.abc import Iterator, Mapping
from typing import Any

from policyctl.findings import Pointer
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Part
from policyctl.schema.grammar.limits import Limits

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
    for key in ("intro", "stem", "notes"):
        if getattr(rows, key):
            yield (*pointer, key), getattr(rows, key)
    for place, row in rows.located(pointer):
        yield from _fields(row, place, shared)
