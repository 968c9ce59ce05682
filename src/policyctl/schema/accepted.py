"""The type of a field in, what an author may write there in plain words out."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from policyctl.schema.grammar.by import By
from policyctl.schema.grammar.choices import Choice, Flag
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.colour import Colour
from policyctl.schema.grammar.entry import Part
from policyctl.schema.grammar.fields import Field
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.many import OneOrMore
from policyctl.schema.grammar.references import Mention, Reference
from policyctl.schema.grammar.texts import Address
from policyctl.schema.quantities import Frequency, FromText, Quantity

_WORDS: dict[type, str] = {
    Flag: "`yes` or `no`",
    Limits: "a limit, or one for each case on a line of its own",
    By: "a time, a date, or who does it",
    Mention: "the name of anything in the policy, or plain words",
    Colour: "six digits of a colour",
    Address: "a number, an address or a link",
    Frequency: "a number of times, or every so often",
}

_OR_WORDS = "what is done then, or `yes` beside a `do`"


def accepted(info: Field) -> list[str]:
    """Sentences on what may be written: what a plain text would not be, and whether a list may stand there."""
    kinds = [] if part_of(info.annotation) else list(_types(info.annotation))
    fixed = _OR_WORDS if _may_be_words(info) else next((_WORDS[kind] for kind in _WORDS if kind in kinds), None)
    words = fixed or next((words for kind in kinds if (words := _of_type(kind))), None) or _of_text(info.annotation)
    said = [f"Takes {words}."] if kinds and words else []
    return [*said, "One or a list."] if several(info) else said


def several(info: Field) -> bool:
    """Whether a field takes one value or a list of them."""
    return any(isinstance(each, OneOrMore) for each in getattr(info.annotation, "__metadata__", ()))


def part_of(annotation: Any) -> type[Part] | None:
    """The part of the language that a field holds, in a collection, a list or alone."""
    return next((kind for kind in _types(annotation) if issubclass(kind, Part)), None)


def collects(annotation: Any) -> bool:
    """Whether a field holds entries, each with a name."""
    return any(issubclass(kind, Collection) for kind in _types(annotation))


def _may_be_words(info: Field) -> bool:
    """Whether a field that is yes or no may say instead what it is for: its example does."""
    return Flag in _types(info.annotation) and not {"yes", "no"} & set(info.examples or ())


def _of_type(kind: type) -> str:
    if issubclass(kind, Choice):
        return "one of " + ", ".join(f"`{choice.value}`" for choice in kind)
    if issubclass(kind, Reference):
        sections = " or ".join(f"`{section}`" for section in kind.to)
        return f"a name from {sections}" + (", or plain words" if kind.loose else "")
    return getattr(kind, "noun", "") if issubclass(kind, Quantity) else ""


def _of_text(annotation: Any) -> str:
    return next((each.noun for each in _annotations(annotation) if isinstance(each, FromText)), "")


def _types(annotation: Any) -> Iterator[type]:
    """Every class in an annotation, from the outside in."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        yield annotation
        return
    origin = get_origin(annotation)
    if isinstance(origin, type):
        yield origin
    for inner in get_args(annotation):
        yield from _types(inner)


def _annotations(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _annotations(inner)
