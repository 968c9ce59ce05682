"""What a field is called, means and looks like in, the declaration that reading, help and documents share out."""

from typing import Any, NamedTuple

REQUIRED = ...
"""Stands where a field has no value unless its author writes one."""


class Field(NamedTuple):
    """One field of a part: its type, the words about it, and what it is when nobody writes it.

    `title` is printed beside its value in documents and is translated; `description` and `examples` are its
    documentation, its JSON Schema and its hint. `alias` is the key that an author writes where Python keeps the word
    for itself. `marks` are what `Annotated` says beside the type.
    """

    title: str
    description: str
    examples: tuple[str, ...]
    default: Any = REQUIRED
    alias: str | None = None
    annotation: Any = None

    def is_required(self) -> bool:
        """Whether the part means nothing without it."""
        return self.default is REQUIRED

    def told(self) -> dict[str, Any]:
        """What an editor shows beside it."""
        return {"title": self.title, "description": self.description, "examples": list(self.examples)}

    def of(self, annotation: Any) -> "Field":
        """The same field with its type."""
        return Field(self.title, self.description, self.examples, self.default, self.alias, annotation)


def field(label: str, help: str, example: str, *, alias: str | None = None) -> Any:
    """A field that may be left out."""
    return Field(label, help, (example,), None, alias)


def many(label: str, help: str, example: str, *, alias: str | None = None) -> Any:
    """A field that holds one or more, and nothing when it is left out."""
    return Field(label, help, (example,), (), alias)


def needed(label: str, help: str, example: str) -> Any:
    """A field without which the entry means nothing."""
    return Field(label, help, (example,))
