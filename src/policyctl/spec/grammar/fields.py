"""What a field is called, means and looks like in, the declaration that Pydantic, help and documents share out."""

from typing import Any

from pydantic import Field


def field(label: str, help: str, example: str, *, alias: str | None = None) -> Any:
    """A field that may be left out.

    `label` is printed beside its value in documents and is translated; `help` and `example` are its documentation,
    its JSON Schema and its hint. `alias` is the key that an author writes where Python keeps the word for itself.
    """
    return Field(default=None, title=label, description=help, examples=[example], alias=alias)


def many(label: str, help: str, example: str, *, alias: str | None = None) -> Any:
    """A field that holds one or more, and nothing when it is left out."""
    return Field(default=(), title=label, description=help, examples=[example], alias=alias)


def needed(label: str, help: str, example: str) -> Any:
    """A field without which the entry means nothing."""
    return Field(title=label, description=help, examples=[example])
