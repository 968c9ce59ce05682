"""Read one of a few fixed words, in any spelling of it."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from policyctl import lexicon
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.texts import refusal
from policyctl.schema.quantities.base import Json
from policyctl.schema.quantities.spelling import sure
from policyctl.schema.quantities.text import shorten


class Choice(StrEnum):
    """One of a few words, matched without regard to case, spaces or hyphens."""

    @classmethod
    def read(cls, value: Any) -> Self:
        """The choice that the text names; refuses any other with the list and the likely one."""
        if isinstance(value, cls):
            return value
        choice = _by_word(cls).get(normalise_name(value)) if isinstance(value, str) else None
        if not isinstance(choice, cls):
            raise cls._refused(value)
        return choice

    @classmethod
    def _refused(cls, value: Any) -> Exception:
        words = [choice.value for choice in cls]
        listed = ", ".join(words[:-1]) + " or " + words[-1]
        if not isinstance(value, str):
            return refusal("One word belongs here.", f"Write {listed}.")
        near = get_close_matches(normalise_name(value), [normalise_name(word) for word in words], 1, 0.7)
        likely = next((word for word in words if near and normalise_name(word) == near[0]), None)
        hint = f"Did you mean `{likely}`? Accepted: {listed}." if likely else f"Write {listed}."
        surely = sure(value.strip().casefold(), [word.casefold() for word in words])
        instead = (value.strip(), likely) if likely and surely == likely.casefold() else None
        return refusal(f"“{shorten(value)}” is not one of the words that fit here.", hint, instead)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> Json:
        words = [choice.value for choice in cls]
        return {"type": "string", "pattern": spellings(words), "examples": words}


@cache
def _by_word(kind: type[Choice]) -> Mapping[str, Choice]:
    return {normalise_name(choice.value): choice for choice in kind}


def spellings(words: Iterable[str]) -> str:
    """A pattern for JSON Schema of the words in any case, with spaces or hyphens as their authors like."""
    return f"^\\s*({'|'.join(''.join(_either_case(letter) for letter in word) for word in words)})\\s*$"


def _either_case(letter: str) -> str:
    return f"[{letter.upper()}{letter.lower()}]" if letter.isalnum() else r"[\s_-]*"


class Flag(Choice):
    """Yes or no, in the ways people write it."""

    YES = "yes"
    NO = "no"

    def __bool__(self) -> bool:
        return self is Flag.YES

    @classmethod
    def read(cls, value: Any) -> Self:
        if isinstance(value, str):
            value = _FLAG_WORDS.get(value.strip().casefold(), value)
        return super().read(value)

    @classmethod
    def _refused(cls, value: Any) -> Exception:
        if isinstance(value, str) and " " in value.strip():
            return PydanticCustomError("sentence_for_flag", "Yes or no belongs here, and this is a sentence.")
        return super()._refused(value)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> Json:
        return dict(FLAG_JSON)


_FLAG_WORDS = lexicon.table("quantities.flags")
FLAG_JSON: Json = {"type": ["string", "boolean"], "pattern": spellings(_FLAG_WORDS)}
"""What an editor may take yes or no for."""
