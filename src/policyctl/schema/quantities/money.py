"""A text such as `£20` or `1.000 €` in, an amount of money out."""

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import ClassVar, Self

from policyctl.schema.quantities.base import Measured, order
from policyctl.schema.quantities.errors import Incomparable
from policyctl.schema.quantities.numbers import figures, read_number
from policyctl.schema.quantities.text import LONGEST, tidy

CODES = (
    "AED|ARS|AUD|BGN|BHD|BRL|CAD|CHF|CLP|CNY|COP|CZK|DKK|EGP|EUR|GBP|HKD|HUF|IDR|ILS|INR|ISK|JOD|JPY|KES|KRW|KWD|MAD|"
    "MXN|MYR|NGN|NOK|NZD|PEN|PHP|PKR|PLN|QAR|RON|RSD|RUB|SAR|SEK|SGD|THB|TND|TRY|TWD|UAH|USD|UYU|VND|ZAR"
)
"""Currencies by their ISO 4217 code, written in capitals."""

SIGNS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "R$": "BRL", "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₺": "TRY", "₴": "UAH", "₪": "ILS",
    "₩": "KRW", "zł": "PLN",
}  # fmt: skip
NAMES = {
    "euro": "EUR", "euros": "EUR", "eur": "EUR", "pound": "GBP", "pounds": "GBP", "gbp": "GBP", "quid": "GBP",
    "dollar": "USD", "dollars": "USD", "usd": "USD", "chf": "CHF", "franken": "CHF", "francs": "CHF", "kronor": "SEK",
}  # fmt: skip
"""Words for currencies, in small letters; `dollar` stands for the one that the policy uses, if that is a dollar."""

PENCE = {"p": "GBP", "pence": "GBP", "penny": "GBP", "cent": None, "cents": None, "ct": None}
"""Hundredths; cents are of the policy's own currency."""

DOLLARS = frozenset({"USD", "AUD", "CAD", "NZD", "HKD", "SGD", "MXN", "TWD"})
_BARE_DOLLAR = re.compile(r"(?<![A-Z])\$|dollar", re.IGNORECASE)

_FIGURES = r"[0-9]+(?:[.,'][0-9]+|(?: [0-9]{3})+(?![0-9]))*"
_SIGN = "|".join(sorted(map(re.escape, SIGNS), key=len, reverse=True))
_NAME = "|".join(sorted([*NAMES, *PENCE], key=len, reverse=True))
_AMOUNT = rf"(?P<figures>{_FIGURES})(?:[.,]-+)?"
_BEFORE = re.compile(rf"(?<![\w$])(?:(?P<sign>{_SIGN})|(?P<code>{CODES})) ?{_AMOUNT}(?![\w%]|[.,'][0-9])")
_BEHIND = re.compile(
    rf"(?<![\w$£€.,]){_AMOUNT} ?(?:(?P<sign>{_SIGN})|(?P<code>{CODES})\b|(?P<name>(?i:{_NAME}))\b)(?!\w)"
)
_BARE = re.compile(_AMOUNT)


@dataclass(frozen=True, slots=True)
class Money(Measured):
    """An amount of a currency; without one said, of the policy's own, which `in_currency` fills in."""

    noun: ClassVar[str] = "an amount of money"
    examples: ClassVar[tuple[str, ...]] = ("£20", "20 EUR", "€1,000", "19.50")

    amount: Decimal
    currency: str | None = None
    text: str = field(default="", compare=False)

    @classmethod
    def _parse(cls, text: str) -> Self | None:
        clean = tidy(text) if len(text) <= LONGEST else ""
        found = _BEFORE.fullmatch(clean) or _BEHIND.fullmatch(clean)
        if found:
            return cls._of(found, text)
        bare = _BARE.fullmatch(clean)
        amount = read_number(bare["figures"].replace(" ", "")) if bare else None
        return None if amount is None else cls(amount, None, text)

    @classmethod
    def _of(cls, found: re.Match[str], text: str) -> Self | None:
        amount = read_number(found["figures"].replace(" ", ""))
        if amount is None:
            return None
        parts = found.groupdict()
        name = (parts.get("name") or "").casefold()
        if name in PENCE:
            return cls(amount / 100, PENCE[name], text)
        return cls(amount, parts["code"] or SIGNS.get(parts["sign"] or "") or NAMES[name], text)

    @classmethod
    def first_in(cls, sentence: str) -> Self | None:
        """The first amount with a currency that a sentence names, None when it names none."""
        clean = tidy(sentence)
        found = [match for form in (_BEFORE, _BEHIND) if (match := form.search(clean))]
        first = min(found, key=lambda match: (match.start("figures"), match.start()), default=None)
        return cls._of(first, first[0]) if first else None

    @classmethod
    def all_in(cls, sentence: str) -> tuple[Self, ...]:
        """Every amount with a currency that a sentence names, in its order; each keeps its words as `text`."""
        clean = tidy(sentence)
        matches = [match for form in (_BEFORE, _BEHIND) for match in form.finditer(clean)]
        found: list[Self] = []
        end = 0
        for match in sorted(matches, key=lambda match: (match.start("figures"), match.start())):
            amount = cls._of(match, match[0]) if match.start() >= end else None
            if amount is not None:
                found.append(amount)
                end = match.end()
        return tuple(found)

    def in_currency(self, currency: str | None) -> Self:
        """The same amount in the policy's currency where the text leaves it open: `20`, `$20` to a dollar policy."""
        bare_dollar = self.currency == "USD" and currency in DOLLARS and _BARE_DOLLAR.search(self.text)
        return replace(self, currency=currency) if self.currency is None or bare_dollar else self

    def __str__(self) -> str:
        number = f"{self.amount:,.2f}" if self.amount % 1 else f"{self.amount:,.0f}"
        number = number if read_number(number) == self.amount else figures(self.amount)
        sign = {"GBP": "£", "EUR": "€", "USD": "$"}.get(self.currency or "")
        return f"{sign}{number}" if sign else f"{self.currency} {number}" if self.currency else number

    def compare(self, other: Self) -> int:
        """By amount, within one currency."""
        if self.currency != other.currency:
            raise Incomparable(self, other)
        return order(self.amount, other.amount)


def find_money(text: str) -> Money | None:
    """The first amount with a currency that a sentence names, None when it names none."""
    return Money.first_in(text)
