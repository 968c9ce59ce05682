"""The author's words in, texts that know how they are meant out: to be read, to be said, or not to be said."""

from typing import Any, Self

from pydantic_core import CoreSchema, core_schema

from policyctl.schema.grammar.refusal import refusal
from policyctl.schema.grammar.schemas import Json, Tell

LONGEST = 20_000
"""Characters in one text; a Markdown reader takes quadratic time on hostile texts far longer than this."""

SCALAR_JSON: Json = {"type": ["string", "number", "boolean"]}
"""What an editor may take a plain YAML scalar for: `1.10`, `no` and `2026` are texts here."""


class Text(str):
    """Words of the author, printed as they stand; may carry Markdown emphasis, links and lists."""

    __slots__ = ()

    @classmethod
    def read(cls, value: Any) -> Self:
        """The text; refuses an empty one, and a list or mapping where a text belongs."""
        if isinstance(value, cls):
            return value
        if not isinstance(value, str):
            raise _not_a_text(value)
        text = value.strip()
        if not text:
            raise refusal("Nothing is written here.", "Write something after the colon, or delete the line.")
        if len(value) > LONGEST:
            raise refusal(f"This text is longer than {LONGEST:,} characters.", "Split it into several entries.")
        return cls(text)

    @classmethod
    def read_schema(cls) -> CoreSchema:
        """The schema that reads it."""
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def editor_schema(cls, _tell: Tell) -> Json:
        """What an editor takes it for."""
        return dict(SCALAR_JSON)


class Speech(Text):
    """Words there to be said to a customer."""

    __slots__ = ()


class Unsaid(Text):
    """Words not to say to a customer."""

    __slots__ = ()


class Giving(Text):
    """What a customer gets: words, an amount, or both."""

    __slots__ = ()


class Address(Text):
    """Where a channel is reached: a telephone number, an email or web address, a street."""

    __slots__ = ()


def _not_a_text(value: Any) -> Exception:
    if isinstance(value, dict) and value:
        key = next(iter(value))
        return refusal(
            f"One text belongs here, and the colon after “{key}” makes it a list of parts.",
            "Put `|` after the key, and the text on the next line, two spaces further in.",
        )
    return refusal(
        "One text belongs here, and this is a list.", "Write it as one sentence, or one paragraph after `|`."
    )
