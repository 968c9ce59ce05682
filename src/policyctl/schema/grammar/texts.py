"""Read the author's words, and know how they are meant: to be read, to be said, not to be said, or a code."""

import re
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from policyctl import lexicon
from policyctl.findings import Instead
from policyctl.schema.quantities.base import SCALAR_JSON, Json

LONGEST = 20_000
"""Characters in one text; a Markdown reader takes quadratic time on hostile texts far longer than this."""


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
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> Json:
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
            after_bar=len(value) == 1,
        )
    return refusal(
        "One text belongs here, and this is a list.", "Write it as one sentence, or one paragraph after `|`."
    )


def refusal(
    message: str, hint: str | None = None, instead: Instead | None = None, *, after_bar: bool = False
) -> PydanticCustomError:
    """What a type of the language raises when a text is not one of its own; the words are the user's to read.

    `instead` and `after_bar` say how to mend it, where that is certain.
    """
    mending = {**({"instead": instead} if instead else {}), **({"after_bar": True} if after_bar else {})}
    return PydanticCustomError("refused", "{message}", {"message": message, "hint": hint or "", **mending})


_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})", re.IGNORECASE)
_COLOUR_NAME = re.compile(r"[a-z]+(?:[ _-][a-z]+)*", re.IGNORECASE)
_FONT_FILE = re.compile(r"\.(ttf|otf|ttc|otc|woff2?|eot)$", re.IGNORECASE)


class Colour(Text):
    """A colour by its digits, such as `0b6e4f`, or by its name in CSS; kept as `#` and six digits in small letters."""

    __slots__ = ()

    @classmethod
    def read(cls, value: Any) -> Self:
        """The colour; an author in another language finds its English name in the hint, or the digits."""
        text = Text.read(value)
        bare = text.strip("“”„‘’")
        if found := _HEX.fullmatch(bare):
            digits = found[1].lower()
            return cls("#" + ("".join(digit * 2 for digit in digits) if len(digits) == 3 else digits))
        if named := _named_colour(bare):
            return cls(named)
        hint = "Write its six digits, such as 0b6e4f, or its English name as web pages know it, such as seagreen."
        likely = lexicon.table("synonyms.colours").get(bare.casefold())
        raise refusal(f"“{text}” is not a colour that can be printed.", f"Did you mean `{likely}`?" if likely else hint)


def _named_colour(name: str) -> str:
    """The digits of a colour by its name in CSS, in any spelling (`SeaGreen`, `sea green`); empty where it has none."""
    if not _COLOUR_NAME.fullmatch(name):
        return ""
    from tinycss2.color4 import Color, parse_color  # noqa: PLC0415  Only a colour by its name pays for the list.

    found = parse_color(re.sub("[ _-]", "", name))
    if not isinstance(found, Color) or found.alpha < 1:  # `currentcolor` and `transparent` are names of no colour.
        return ""
    return "#" + "".join(f"{round(part * 255):02x}" for part in found.coordinates)


class Typeface(Text):
    """A typeface by its name, or one of its files beside the policy."""

    __slots__ = ()

    @property
    def is_file(self) -> bool:
        """Whether it names a file: by its ending, or by the folder that it is said to lie in."""
        return "/" in self or _FONT_FILE.search(self) is not None


class Code(Text):
    """A short code in place of a name; refuses the name, and says the code for the names that are usual."""

    __slots__ = ()
    shape: ClassVar[re.Pattern[str]]
    noun: ClassVar[str]
    names: ClassVar[str]

    @classmethod
    def read(cls, value: Any) -> Self:
        """The code in its usual letters."""
        text = Text.read(value)
        if not cls.shape.fullmatch(text):
            codes = lexicon.table(cls.names)
            likely = codes.get(text.casefold())
            hint = f"Did you mean `{likely}`?" if likely else f"Write for example `{next(iter(codes.values()))}`."
            raise refusal(f"“{text}” is not {cls.noun}.", hint, (text, likely) if likely else None)
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
    names = "synonyms.currencies"

    @classmethod
    def usual(cls, text: str) -> str:
        return text.upper()


class Language(Code):
    """A language, and a country where it matters: BCP 47."""

    __slots__ = ()
    shape = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
    noun = "the short name of a language"
    names = "synonyms.languages"

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
            raise refusal(
                f"“{text[:_LONGEST_ZONE]}” is not a time zone that is known.", "Write region and city: `Europe/London`."
            )
        return cls(text)


_LONGEST_ZONE = 40
"""Letters that no zone has: `America/Argentina/ComodRivadavia` has 32. What is longer is looked up nowhere."""


def _is_zone(text: str) -> bool:
    if len(text) > _LONGEST_ZONE or text.count("/") > 2:
        return False
    from zoneinfo import TZPATH, ZoneInfo  # noqa: PLC0415 (only a policy that names a zone pays for the list)

    try:
        ZoneInfo(text)
    except (ValueError, OSError, KeyError):
        return not TZPATH and "/" in text
    return True
