"""Say what every quantity shares: how it is read, compared, refused and shown to editors."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any, ClassVar, NamedTuple, Self

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from policyctl.findings import Instead
from policyctl.schema.quantities.spelling import respelling
from policyctl.schema.quantities.text import shorten


class QuantityError(ValueError):
    """A text is not the quantity that its field asks for.

    `message` is one plain sentence about what was written, `hint` says what to write instead; `instead` are the words
    that are misspelt and those to write there, where that is certain.
    """

    def __init__(self, message: str, hint: str, instead: Instead | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.instead = instead


class Incomparable(TypeError):  # noqa: N818 - It is no mistake of anybody: the values are of two kinds.
    """Neither value is the greater, because they are not measured alike: rings and seconds, pounds and euros."""

    def __init__(self, one: object, other: object) -> None:
        super().__init__(f"“{one}” cannot be compared with “{other}”")


Json = dict[str, Any]
"""A JSON Schema."""


def anything_but(*types: str) -> Json:
    """A JSON Schema of every value that is of none of these types.

    Editors show the words about a field once where no `anyOf` stands beside them, and offer no `true` where a text
    belongs when no `type` names it.
    """
    return {"not": {"anyOf": [{"type": each} for each in types]}}


SCALAR_JSON = anything_but("array", "object", "null")
"""What an editor may take a plain YAML scalar for: `1.10`, `no` and `2026` are texts here."""


class Quantity:
    """A value that is read from its author's text, keeps that text, and prints itself in short English.

    Equal quantities say the same; `compare` orders them where that is honest. This is no ABC, since rules ask very
    often what a value is, and of an ABC that takes six times as long.
    """

    __slots__ = ()

    noun: ClassVar[str]
    """What the quantity is called in a message, with its article: `a length of time`."""
    examples: ClassVar[tuple[str, ...]]
    """Ways to write it, the first two for hints."""
    text: str

    @classmethod
    def read(cls, text: str) -> Self:
        """Read the author's text; raises QuantityError, worded for that author, when it says something else."""
        value = cls._parse(text)
        if value is None:
            raise cls._refusal(text)
        return value

    @classmethod
    def find(cls, text: str) -> Self | None:
        """Read the text where it may as well say something else."""
        try:
            return cls._parse(text)
        except QuantityError:
            return None

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """As `find`, but raises where the text is nearly one, and the QuantityError knows why it is none."""
        return cls._parse(text)

    @classmethod
    def _parse(cls, text: str) -> Self | None:
        """The value of a text, None when it is not one; may raise a QuantityError that knows better why."""
        raise NotImplementedError

    @classmethod
    def _refusal(cls, text: str) -> QuantityError:
        """One message per type."""
        one, other = cls.examples[:2]
        likely = cls.likely(text)
        hint = f"Did you mean `{likely}`?" if likely else f"Write for example “{one}” or “{other}”."
        instead = respelling(text, likely) if likely else None
        return QuantityError(f"“{shorten(text)}” does not read as {cls.noun}.", hint, instead)

    @classmethod
    def likely(cls, _text: str) -> str | None:
        """The text without its misspelling, where one is plain."""
        return None

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> CoreSchema:
        return _schema(cls.read, cls, cls.noun)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> Json:
        return _described(cls.noun, cls.examples)


class Measured(Quantity):
    """A quantity with an order of its own, which `compare` knows and `<`, `<=`, `>`, `>=` follow."""

    __slots__ = ()

    def compare(self, other: Self) -> int:
        """-1, 0 or 1 as this is less than, as much as or more than the other; raises Incomparable."""
        raise NotImplementedError

    def comparable(self, other: object) -> bool:
        """Whether an order between the two is honest."""
        try:
            self._order(other)
        except Incomparable:
            return False
        return True

    def _order(self, other: object) -> int:
        if not isinstance(other, type(self)):
            raise Incomparable(self, other)
        return self.compare(other)

    def __lt__(self, other: Self) -> bool:
        return self._order(other) < 0

    def __le__(self, other: Self) -> bool:
        return self._order(other) <= 0

    def __gt__(self, other: Self) -> bool:
        return self._order(other) > 0

    def __ge__(self, other: Self) -> bool:
        return self._order(other) >= 0


class FromText(NamedTuple):
    """Makes a field of several quantities: `Annotated[Limit, FromText(read_limit, Quantity, "a limit", (...))]`."""

    read: Callable[[str], Any]
    instances: type
    noun: str
    examples: tuple[str, ...]

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> CoreSchema:
        return _schema(self.read, self.instances, self.noun)

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> Json:
        return _described(self.noun, self.examples)


def order(one: Any, other: Any) -> int:
    """-1, 0 or 1 for two values that Python can order."""
    return int(one > other) - int(one < other)


def _schema(read: Callable[[str], Any], instances: type, noun: str) -> CoreSchema:
    def validate(value: object) -> Any:
        if isinstance(value, instances):
            return value
        try:
            return read(_one_text(value, noun))
        except QuantityError as error:
            mending = {"instead": error.instead} if error.instead else {}
            context = {"message": error.message, "hint": error.hint, **mending}
            raise PydanticCustomError("quantity", "{message}", context) from error

    written = core_schema.plain_serializer_function_ser_schema(attrgetter("text"))
    return core_schema.no_info_plain_validator_function(validate, serialization=written)


def _one_text(value: object, noun: str) -> str:
    if value is None or isinstance(value, dict | list):
        raise QuantityError(f"This has to be {noun}, in one text.", "Write it behind the colon, on the same line.")
    return str(value)


def _described(noun: str, examples: tuple[str, ...]) -> Json:
    return {**SCALAR_JSON, "description": noun[0].upper() + noun[1:], "examples": list(examples)}
