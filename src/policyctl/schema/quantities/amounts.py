"""Read amounts: counts, money, shares, and what may be given and how often."""

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Annotated, ClassVar, Self, TypeAlias

from policyctl import lexicon
from policyctl.schema.quantities.base import FromText, Incomparable, Measured, Quantity, QuantityError, order
from policyctl.schema.quantities.text import LONGEST, figures, plain, read_number, read_whole, shorten, tidy
from policyctl.schema.quantities.units import PHRASES
from policyctl.schema.quantities.words import Words

TIMES = {word: int(count) for word, count in lexicon.table("quantities.times").items()}
"""Words that count by themselves."""

COUNTABLE = frozenset(lexicon.words("quantities.countable"))
"""Nouns that `a`, `an`, `ein` or `eine` counts; before another noun the article is only an article."""

ARTICLES = frozenset(lexicon.words("quantities.articles"))
_NO_NOUN = frozenset(lexicon.words("quantities.no_nouns"))
_TIMES_WORDS = frozenset({"time", "times", "mal"})
_NOUN = r"[^\W\d_]+(?:[-'][^\W\d_]+){0,5}"
_COUNT = re.compile(rf"(?P<number>[0-9][0-9.,']*|{_NOUN})(?:[ -]?(?P<mal>mal)|[ -](?P<noun>{_NOUN}(?: {_NOUN})?))?")


@dataclass(frozen=True, slots=True)
class Count(Measured):
    """How many there are, of a noun where one is said; `once` and `3 times` count without one."""

    noun: ClassVar[str] = "a number of things"
    examples: ClassVar[tuple[str, ...]] = ("3", "one email", "2 messages", "twice")

    amount: int
    of: str | None = None
    text: str = field(default="", compare=False)

    @classmethod
    def _parse(cls, text: str) -> Self | None:
        normalise_name = plain(text)
        if normalise_name in TIMES:
            return cls(TIMES[normalise_name], None, text)
        found = _COUNT.fullmatch(normalise_name)
        amount = read_whole(found["number"]) if found else None
        if found is None or amount is None:
            return None
        noun = None if found["noun"] in _TIMES_WORDS or not found["noun"] else tidy(text)[found.start("noun") :]
        return cls(amount, noun, text) if _counts(found["number"], noun) else None

    def __str__(self) -> str:
        return f"{self.amount} {self.of}" if self.of else str(self.amount)

    def compare(self, other: Self) -> int:
        """By number, of the same things: emails and visits do not compare."""
        one, there = _singular(self.of), _singular(other.of)
        if one and there and one != there:
            raise Incomparable(self, other)
        return order(self.amount, other.amount)


def _counts(number: str, noun: str | None) -> bool:
    """Whether the words count something, and no time: `a neighbour`, `one of us` and `4 business hours` do not."""
    if noun is None:
        return number not in ARTICLES
    words = plain(noun).split()
    if number in ARTICLES and " ".join(words) not in COUNTABLE:
        return False
    return not any(word in _NO_NOUN or word.split("'")[0] in PHRASES for word in words)


def _singular(noun: str | None) -> str | None:
    return noun and noun.casefold().removesuffix("s")


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
NAMES = lexicon.table("quantities.currencies")
"""Words for currencies, in small letters; `dollar` stands for the one that the policy uses, if that is a dollar."""

HUNDREDTHS = lexicon.table("quantities.hundredths")
"""Pence are of the pound; cents are of the policy's own currency."""

DOLLARS = frozenset({"USD", "AUD", "CAD", "NZD", "HKD", "SGD", "MXN", "TWD"})
_BARE_DOLLAR = re.compile(r"(?<![A-Z])\$|dollar", re.IGNORECASE)

_FIGURES = r"[0-9]++(?:[.,'][0-9]++| [0-9]{3}(?![0-9])){0,6}"
_SIGN = "|".join(sorted(map(re.escape, SIGNS), key=len, reverse=True))
_NAME = "|".join(sorted([*NAMES, *HUNDREDTHS], key=len, reverse=True))
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
        if name in HUNDREDTHS:
            return cls(amount / 100, HUNDREDTHS[name] or None, text)
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


_PERCENT = re.compile(r"(?P<number>\S+?) ?(?:%|percent|per cent|prozent|v\.? ?h\.)")
_SHARE_OF = re.compile(
    r"(?P<share>.*?(?:%|percent|per cent|prozent)) (?P<of>(?:of|der|des|aller|von) [^\d%,;:.]+)", re.IGNORECASE
)
_SHARE_IN = re.compile(r"(?:in )?(?P<part>\S+?)(?: ?mal| times)? (?:in|of|out of|von|aus) (?P<whole>\S+)")


@dataclass(frozen=True, slots=True)
class Share(Measured):
    """A part of the whole, `percent` from 0 to 100; `of` what, in the author's words, where they say so."""

    noun: ClassVar[str] = "a share"
    examples: ClassVar[tuple[str, ...]] = ("95%", "9 in 10", "85% of calls")

    percent: Decimal
    of: str | None = None
    text: str = field(default="", compare=False)

    @classmethod
    def _parse(cls, text: str) -> Self | None:
        found = _SHARE_OF.fullmatch(tidy(text) if len(text) <= LONGEST else "")
        percent = _percent(plain(found["share"] if found else text))
        if percent is not None and percent > 100:
            raise QuantityError(
                f"“{shorten(text)}” is more than all there is.",
                "Write a share of at most 100%, for example “95%” or “9 in 10”.",
            )
        return None if percent is None else cls(percent, found["of"] if found else None, text)

    def __str__(self) -> str:
        return f"{figures(self.percent)}% {self.of}" if self.of else f"{figures(self.percent)}%"

    def compare(self, other: Self) -> int:
        """The smaller part is the less."""
        return order(self.percent, other.percent)


def _percent(text: str) -> Decimal | None:
    found = _PERCENT.fullmatch(text)
    if found:
        return read_number(found["number"])
    found = _SHARE_IN.fullmatch(text)
    part, whole = (read_number(found["part"]), read_number(found["whole"])) if found else (None, None)
    if part is None or not whole:
        return None
    return (part * 100 / whole).quantize(Decimal("0.01"))


PER = lexicon.table("quantities.counted_by")
"""What an amount may be counted by, in every language."""

EDGES = lexicon.table("quantities.edges")
"""What stands before an amount: whether it is `under` it or begins `from` it."""

_BY = r"(?:per|each|every|an?|pro|je|im|am|and|und|/)"
_EDGE = rf"(?:(?P<edge>{'|'.join(sorted(EDGES, key=len, reverse=True))}) |up to |at most |bis zu |bis |höchstens )?"
_ALLOWANCE = re.compile(
    rf"{_EDGE}(?P<amount>\S.*?)(?P<per>(?:(?: {_BY} | ?/ ?)(?:{'|'.join(PER)})){{0,4}})",
    re.IGNORECASE,
)
_PER_WORD = re.compile("|".join(sorted(PER, key=len, reverse=True)), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Allowance(Measured):
    """An amount or a share that may be given, counted by each of `per` together: per customer and year.

    `edge` is `under` where the amount itself is left out, and `from` where it is the first of them.
    """

    noun: ClassVar[str] = "an amount that may be given"
    examples: ClassVar[tuple[str, ...]] = ("£20 per case", "£150 a month", "under £25", "20% per order")

    amount: Money | Share
    per: tuple[str, ...] = ()
    text: str = field(default="", compare=False)
    edge: str = ""

    @classmethod
    def _parse(cls, text: str) -> Self | None:
        found = _ALLOWANCE.fullmatch(tidy(text) if len(text) <= LONGEST else "")
        amount = _amount_or_share(found["amount"]) if found else None
        if found is None or amount is None:
            return None
        per = tuple(PER[word.casefold()] for word in _PER_WORD.findall(found["per"]))
        return cls(amount, per, text, EDGES[found["edge"].casefold()] if found["edge"] else "")

    def __str__(self) -> str:
        amount = f"{self.edge} {self.amount}".strip()
        return f"{amount} per {' and '.join(self.per)}" if self.per else amount

    def compare(self, other: Self) -> int:
        """By amount, of the same kind and counted by the same."""
        mine, theirs = self.amount, other.amount
        if set(self.per) == set(other.per):
            if isinstance(mine, Money) and isinstance(theirs, Money):
                return mine.compare(theirs)
            if isinstance(mine, Share) and isinstance(theirs, Share):
                return mine.compare(theirs)
        raise Incomparable(self, other)


_VALUE = re.compile(rf"(?:.*\b)?(?:{'|'.join(lexicon.words('quantities.worth'))}) |", re.IGNORECASE)
"""What stands before the amount that something is worth."""


def amount_off(text: str) -> str | None:
    """The only amount in a text of what is given, where that is its value: `£20 off or a wash`, `a refund of £50`."""
    amounts = Money.all_in(text)
    if len(amounts) != 1:
        return None
    before = tidy(text).partition(amounts[0].text)[0]
    return amounts[0].text if _VALUE.fullmatch(before) else None


def _amount_or_share(text: str) -> Money | Share | None:
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
