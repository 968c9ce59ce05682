"""A language, a currency or a time zone as people write it in, the code that documents are printed by out."""

import re
from typing import Any, ClassVar, Self

from policyctl.schema.grammar.refusal import refusal
from policyctl.schema.grammar.texts import Text


class Code(Text):
    """A short code in place of a name; refuses the name, and says the code for the names that are usual."""

    __slots__ = ()
    shape: ClassVar[re.Pattern[str]]
    noun: ClassVar[str]
    known: ClassVar[dict[str, str]]

    @classmethod
    def read(cls, value: Any) -> Self:
        """The code in its usual letters."""
        text = Text.read(value)
        if not cls.shape.fullmatch(text):
            likely = cls.known.get(text.casefold())
            hint = f"Did you mean `{likely}`?" if likely else f"Write for example `{next(iter(cls.known.values()))}`."
            raise refusal(f"“{text}” is not {cls.noun}.", hint)
        return cls(cls.usual(text))

    @classmethod
    def usual(cls, text: str) -> str:
        """The letters that the code is usually written in."""
        return text


class Currency(Code):
    """Three letters, ISO 4217."""

    __slots__ = ()
    shape = re.compile(r"[A-Za-z]{3}")
    noun = "the short name of a currency"
    known: ClassVar[dict[str, str]] = {
        "pounds": "GBP", "pound": "GBP", "£": "GBP", "sterling": "GBP", "euro": "EUR", "euros": "EUR", "€": "EUR",
        "dollars": "USD", "dollar": "USD", "$": "USD", "francs": "CHF", "franken": "CHF", "fr.": "CHF",
        "kronor": "SEK", "kroner": "DKK", "złoty": "PLN", "zloty": "PLN", "yen": "JPY", "¥": "JPY",
    }  # fmt: skip

    @classmethod
    def usual(cls, text: str) -> str:
        return text.upper()


class Language(Code):
    """A language, and a country where it matters: BCP 47."""

    __slots__ = ()
    shape = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
    noun = "the short name of a language"
    known: ClassVar[dict[str, str]] = {
        "english": "en-GB", "british": "en-GB", "american": "en-US", "german": "de", "deutsch": "de", "french": "fr",
        "français": "fr", "spanish": "es", "español": "es", "italian": "it", "italiano": "it", "dutch": "nl",
        "nederlands": "nl", "polish": "pl", "polski": "pl", "portuguese": "pt", "português": "pt", "welsh": "cy",
    }  # fmt: skip

    @classmethod
    def usual(cls, text: str) -> str:
        return text.replace("_", "-")


class TimeZone(Text):
    """A time zone by its region and city, as clocks and telephones name it."""

    __slots__ = ()

    @classmethod
    def read(cls, value: Any) -> Self:
        """The zone; where the machine has no list of zones, any region and city is taken at its word."""
        text = Text.read(value)
        if not _is_zone(text):
            raise refusal(f"“{text}” is not a time zone that is known.", "Write region and city: `Europe/London`.")
        return cls(text)


def _is_zone(text: str) -> bool:
    from zoneinfo import TZPATH, ZoneInfo  # noqa: PLC0415 (only a policy that names a zone pays for the list)

    try:
        ZoneInfo(text)
    except (ValueError, OSError, KeyError):
        return not TZPATH and "/" in text
    return True
