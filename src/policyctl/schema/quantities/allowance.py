"""A text such as `£20 per case` in, what may be given and how often out."""

import re
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Self, TypeAlias

from policyctl.schema.quantities.base import FromText, Measured, Quantity
from policyctl.schema.quantities.errors import Incomparable, QuantityError
from policyctl.schema.quantities.money import Money
from policyctl.schema.quantities.share import Share
from policyctl.schema.quantities.text import LONGEST, tidy
from policyctl.schema.quantities.words import Words

PER = {
    "case": "case", "customer": "customer", "person": "customer", "guest": "customer", "order": "order",
    "booking": "order", "stay": "stay", "day": "day", "week": "week", "month": "month", "quarter": "quarter",
    "year": "year", "fall": "case", "vorgang": "case", "kunde": "customer", "kunden": "customer", "kundin": "customer",
    "gast": "customer", "bestellung": "order", "auftrag": "order", "buchung": "order", "aufenthalt": "stay",
    "tag": "day", "woche": "week", "monat": "month", "quartal": "quarter", "jahr": "year",
}  # fmt: skip
"""What an amount may be counted by, in every language."""

_BY = r"(?:per|each|every|an?|pro|je|im|am|and|und|/)"
_ALLOWANCE = re.compile(
    rf"(?:up to |at most |bis zu |bis |höchstens )?(?P<amount>\S.*?)(?P<per>(?:(?: {_BY} | ?/ ?)(?:{'|'.join(PER)}))*)",
    re.IGNORECASE,
)
_WORD = re.compile("|".join(sorted(PER, key=len, reverse=True)), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Allowance(Measured):
    """An amount or a share that may be given, counted by each of `per` together: per customer and year."""

    noun: ClassVar[str] = "an amount that may be given"
    examples: ClassVar[tuple[str, ...]] = ("£20 per case", "£150 a month", "20% per order")

    amount: Money | Share
    per: tuple[str, ...] = ()
    text: str = field(default="", compare=False)

    @classmethod
    def _parse(cls, text: str) -> Self | None:
        found = _ALLOWANCE.fullmatch(tidy(text) if len(text) <= LONGEST else "")
        amount = _amount(found["amount"]) if found else None
        if found is None or amount is None:
            return None
        return cls(amount, tuple(PER[word.casefold()] for word in _WORD.findall(found["per"])), text)

    def __str__(self) -> str:
        return f"{self.amount} per {' and '.join(self.per)}" if self.per else str(self.amount)

    def compare(self, other: Self) -> int:
        """By amount, of the same kind and counted by the same."""
        mine, theirs = self.amount, other.amount
        if set(self.per) == set(other.per):
            if isinstance(mine, Money) and isinstance(theirs, Money):
                return mine.compare(theirs)
            if isinstance(mine, Share) and isinstance(theirs, Share):
                return mine.compare(theirs)
        raise Incomparable(self, other)


def _amount(text: str) -> Money | Share | None:
    money = Money.find(text)
    if money:
        return money
    try:
        return Share.read(text)
    except QuantityError:
        return None


def read_allowance(text: str) -> Allowance | Words:
    """An allowance in figures, or the author's words, as in `by judgement`; none is refused."""
    return Allowance.find(text) or Words.read(text)


AllowanceOrWords: TypeAlias = Allowance | Words
AnyAllowance = Annotated[
    AllowanceOrWords,
    FromText(
        read_allowance,
        Quantity,
        "what may be given, in figures or in words",
        ("£20 per case", "£150 a month", "by judgement"),
    ),
]
"""A field of a model that takes an allowance in figures or in words."""
