"""A sentence and a hint in, the error that pydantic-core carries to its place out."""

from pydantic_core import PydanticCustomError


def refusal(message: str, hint: str | None = None) -> PydanticCustomError:
    """What a type of the language raises when a text is not one of its own; the words are the user's to read."""
    return PydanticCustomError("refused", "{message}", {"message": message, "hint": hint or ""})
