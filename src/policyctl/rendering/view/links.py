"""What is shown in, the same with every link inside the document leading somewhere out."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from policyctl.rendering.view.shown import Link, Prose

T = TypeVar("T")


def places(shown: Any) -> Iterator[str]:
    """Every anchor in a tree of what is shown."""
    if isinstance(shown, tuple):
        for each in shown:
            yield from places(each)
    elif is_dataclass(shown):
        if anchor := getattr(shown, "anchor", ""):
            yield anchor
        for field in fields(shown):
            yield from places(getattr(shown, field.name))


def settled(shown: T, known: frozenset[str]) -> T:
    """The tree with links to places that this document does not hold as the plain words that they are."""
    if isinstance(shown, Link):
        here = not shown.href.startswith("#") or shown.href[1:] in known
        return shown if here else Prose(shown.text)  # type: ignore[return-value]  # a link is words, with more to it
    if isinstance(shown, tuple):
        return tuple(settled(each, known) for each in shown)  # type: ignore[return-value]  # the same tuple, mended
    if is_dataclass(shown) and not isinstance(shown, type):
        return replace(shown, **{field.name: settled(getattr(shown, field.name), known) for field in fields(shown)})
    return shown
