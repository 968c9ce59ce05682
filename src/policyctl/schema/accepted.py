"""The type of a field in, what an author may write there in plain words out."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic.fields import FieldInfo

from policyctl.schema.grammar.choices import Choice, Flag
from policyctl.schema.grammar.collection import OneOrMore, part_in, types_in
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.references import By, Mention, Reference
from policyctl.schema.grammar.texts import Address, Colour
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


def accepted(info: FieldInfo) -> list[str]:
    """Sentences on what may be written: what a plain text would not be, and whether a list may stand there."""
    kinds = [] if part_in(info.annotation) else list(types_in(info.annotation))
    fixed = _OR_WORDS if _may_be_words(info) else next((_WORDS[kind] for kind in _WORDS if kind in kinds), None)
    words = fixed or next((words for kind in kinds if (words := _of_type(kind))), None) or _of_text(info)
    said = [f"Takes {words}."] if kinds and words else []
    return [*said, "One or a list."] if several(info) else said


def several(info: FieldInfo) -> bool:
    """Whether a field takes one value or a list of them."""
    return any(isinstance(each, OneOrMore) for each in info.metadata)


def _may_be_words(info: FieldInfo) -> bool:
    """Whether a field that is yes or no may say instead what it is for: its example does."""
    return Flag in types_in(info.annotation) and not {"yes", "no"} & set(info.examples or ())


def _of_type(kind: type) -> str:
    if issubclass(kind, Choice):
        return "one of " + ", ".join(f"`{choice.value}`" for choice in kind)
    if issubclass(kind, Reference):
        sections = " or ".join(f"`{section}`" for section in kind.to)
        return f"a name from {sections}" + (", or plain words" if kind.loose else "")
    return getattr(kind, "noun", "") if issubclass(kind, Quantity) else ""


def _of_text(info: FieldInfo) -> str:
    return next((each.noun for each in _annotations(info) if isinstance(each, FromText)), "")


def _annotations(info: FieldInfo) -> Iterator[Any]:
    yield from info.metadata
    for inner in get_args(info.annotation):
        yield from getattr(inner, "__metadata__", ())
