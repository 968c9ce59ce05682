"""Read what a promise binds itself to: one limit, or one for each case."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError, ValidationInfo
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from policyctl.schema.grammar.references import Mention
from policyctl.schema.grammar.texts import Text, refusal
from policyctl.schema.quantities import (
    Frequency,
    Limit,
    Money,
    QuantityError,
    Share,
    check_limit,
    read_least,
    read_limit,
)
from policyctl.schema.quantities.base import SCALAR_JSON, Json, anything_but

Bound = Limit | Money | Share

_LEAST = frozenset({"notice", "at_least"})
"""Fields that hold the least of something, whether their author says so again or not."""

COUNTED = frozenset({"at_least", "at_most", "theirs", "ours", "baseline", "target", "reply"})
"""Fields that hold numbers of anything, or any words; all others hold a time."""

LIMITS_JSON: Json = {"additionalProperties": SCALAR_JSON, **anything_but("array", "null")}
"""What an editor may take a limit for, or limits by case."""


@dataclass(frozen=True, slots=True)
class Limits:
    """One limit for every case, or one for each case in the author's words: a priority, a kind of customer, a channel.

    Each has its own clock, or is words alone.
    """

    cases: tuple[tuple[Mention | None, Bound], ...]

    @property
    def sole(self) -> Bound | None:
        """The limit, where one holds for every case."""
        return self.cases[0][1] if len(self.cases) == 1 and self.cases[0][0] is None else None

    def __iter__(self) -> Iterator[tuple[Mention | None, Bound]]:
        return iter(self.cases)

    @classmethod
    def read(cls, value: Any) -> Self:
        """The limits; every sentence is welcome, and a list is not."""
        if isinstance(value, cls):
            return value
        if isinstance(value, dict):
            return cls(tuple((Mention.read(case), cls.read_bound(limit)) for case, limit in value.items()))
        return cls(((None, cls.read_bound(value)),))

    @classmethod
    def read_bound(cls, value: Any) -> Bound:
        """The limit of one case."""
        text = _one_text(value)
        return Share.find(text) or _amount(text) or read_limit(text)

    @classmethod
    def read_field(cls, value: Any, info: ValidationInfo) -> Self:
        """The limits of a field; a figure that its author mistyped is refused and not taken for words."""
        if isinstance(value, cls):
            return value
        if isinstance(value, dict) and any(isinstance(limit, dict) for limit in value.values()):
            raise _nested(value)
        limits = cls.read(value)
        if info.field_name in _LEAST:
            limits = cls(tuple((case, read_least(bound)) for case, bound in limits))
        refused = []
        for case, bound in limits:
            try:
                check_limit(bound, counts=info.field_name in COUNTED)
            except QuantityError as error:
                place = () if case is None else (str(case),)
                problem = refusal(error.message, error.hint, error.instead)
                refused.append(InitErrorDetails(type=problem, loc=place, input=bound.text))
        if refused:
            raise ValidationError.from_exception_data("limits", refused)
        return limits

    def written(self) -> str | dict[str, str]:
        """The limits as their author wrote them."""
        return self.sole.text if self.sole else {str(case): limit.text for case, limit in self.cases}

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        written = core_schema.plain_serializer_function_ser_schema(cls.written)
        return core_schema.with_info_plain_validator_function(cls.read_field, serialization=written)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> Json:
        return dict(LIMITS_JSON)


def _nested(value: dict[str, Any]) -> PydanticCustomError:
    """One case in another, where no rows can be made of them."""
    outer, limits = next((case, limits) for case, limits in value.items() if isinstance(limits, dict))
    inner, limit = next(iter(limits.items()), ("", ""))
    return refusal(
        "Each case needs one limit here, on one line.", f"Write one line for each of them: `{outer}, {inner}: {limit}`."
    )


class Frequencies(Limits):
    """How often something is done: the same in every case, or so often in each case."""

    @classmethod
    def read_bound(cls, value: Any) -> Bound:
        try:
            return Frequency.read(_one_text(value))
        except QuantityError as error:
            raise refusal(error.message, error.hint, error.instead) from error


def _one_text(value: Any) -> Text:
    if isinstance(value, list):
        raise refusal("One limit belongs here, and this is a list.", "Write `Urgent: 1 hour`, one case on each line.")
    return Text.read(value)


def _amount(text: str) -> Money | None:
    """Money with its currency; a bare number is a count here."""
    money = Money.find(text)
    return money if money and money.currency else None
