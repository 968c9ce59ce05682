"""Read lengths of time: `4 business hours`, `twice a year`, `2 x First reply`."""

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import ClassVar, Self

from policyctl import lexicon
from policyctl.schema.quantities.amounts import ARTICLES, TIMES
from policyctl.schema.quantities.base import Incomparable, Measured, Quantity, order
from policyctl.schema.quantities.spelling import nearest_spelling
from policyctl.schema.quantities.text import LONGEST, figures, plain, read_number, read_whole, tidy, tokens
from policyctl.schema.quantities.units import DAYS, PHRASES, SHORT, Clock, Unit

SECONDS = {Unit.SECOND: 1, Unit.MINUTE: 60, Unit.HOUR: 3600, Unit.DAY: 86_400, Unit.WEEK: 604_800}
MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
HALVES = {Unit.MINUTE: (30, Unit.SECOND), Unit.HOUR: (30, Unit.MINUTE), Unit.YEAR: (6, Unit.MONTH)}
"""What half of a unit is called: nobody says 0.5 hours."""

_TO = {"-", "to", "bis", "or", "oder"}
_AND = {"and", "und", ","}
_HALF = frozenset(lexicon.words("quantities.halves"))
_MOST_WORDS = 6
"""Words of a length of time: `twenty-four hours during opening hours`."""

_SHORTEST = 5
"""Letters of a word that others may be misspellings of; of the shorter ones only `days` and the like."""

_UNIT_WORDS = frozenset(word for phrase in PHRASES for word in phrase.split())
_SPELT = frozenset(
    {word for word in _UNIT_WORDS if len(word) >= _SHORTEST} | {"days", "hour", "week", "year", "tage", "jahr"}
)


@dataclass(frozen=True, slots=True)
class Duration(Measured):
    """A length of time: `amount` of `unit`, up to `upper` when it is a range, counted by `clock` when one is said.

    Hours alone say nothing about the clock, nor do days. Two durations are equal when they say the same;
    `compare` knows that 60 minutes are as long as an hour.
    """

    noun: ClassVar[str] = "a length of time"
    examples: ClassVar[tuple[str, ...]] = (
        "4 business hours",
        "2 working days",
        "30 seconds",
        "6 rings",
        "3 weeks",
        "2-4 hours",
    )

    amount: Decimal
    unit: Unit
    clock: Clock | None = None
    upper: Decimal | None = None
    text: str = field(default="", compare=False)

    @classmethod
    def _parse(cls, text: str) -> Self | None:
        words = tokens(text.rstrip(".") if len(text) <= LONGEST else "")
        return cls._single(words, text) or cls._compound(words, text)

    @classmethod
    def _single(cls, words: list[str], text: str) -> Self | None:
        amount, rest = _amount(words)
        upper = None
        if rest[:1] and rest[0] in _TO:
            upper, behind = _amount(rest[1:])
            rest = behind if upper is not None else rest
        phrase = PHRASES.get(_unit_in(rest[1:] if rest[:1] == ["-"] else rest))
        if amount is None or phrase is None or (upper is not None and upper <= amount):
            return None
        unit, factor = phrase.unit, phrase.factor
        if amount == Decimal("0.5") and upper is None and unit in HALVES:
            factor, unit = Decimal(2 * HALVES[unit][0]) * factor, HALVES[unit][1]
        return cls(amount * factor, unit, phrase.clock, None if upper is None else upper * factor, text)

    @classmethod
    def _compound(cls, words: list[str], text: str) -> Self | None:
        """`1 h 30 min` and `1 hour and 30 minutes`: the sum, in the smallest unit of them."""
        starts = [at for at, word in enumerate(words) if word[0].isdigit()]
        if len(starts) < 2 or starts[0] != 0:
            return None
        ends = [*starts[1:], len(words)]
        parts = [cls._single(_without_and(words[one:end]), text) for one, end in zip(starts, ends, strict=True)]
        found = [part for part in parts if part is not None and part.upper is None and part.unit in SECONDS]
        if len(found) < len(parts) or len({part.unit for part in found}) < len(found):
            return None
        clocks = {part.clock for part in found}
        if len(clocks) > 1 or ((Clock.BUSINESS in clocks) and any(part.unit not in SHORT for part in found)):
            return None
        unit = min((part.unit for part in found), key=SECONDS.__getitem__)
        total = sum((part.amount * SECONDS[part.unit] for part in found), Decimal(0))
        return cls(total / SECONDS[unit], unit, clocks.pop(), text=text)

    @classmethod
    def likely(cls, text: str) -> str | None:
        """The length of time with its unit spelt right, where a misspelt one stands behind its number: `4 hurs`."""
        words = tidy(text).split() if len(text) <= LONGEST else []
        if not 1 < len(words) <= _MOST_WORDS or _amount(tokens(words[0]))[0] is None:
            return None
        spelt = " ".join(map(_spelt, words))
        return spelt if spelt != " ".join(words) and cls.find(spelt) else None

    def __str__(self) -> str:
        number = figures(self.amount) if self.upper is None else f"{figures(self.amount)}-{figures(self.upper)}"
        unit = self.unit if number == "1" else f"{self.unit}s"
        if self.clock is None:
            return f"{number} {unit}"
        if self.clock is Clock.WORKING and self.unit in SHORT:
            return f"{number} {unit} on working days"
        return f"{number} {self.clock} {unit}"

    @property
    def longest(self) -> Decimal:
        """The amount, or the far end of a range: what may be counted on."""
        return self.amount if self.upper is None else self.upper

    def seconds(self) -> Decimal:
        """Its (longest) length in seconds; raises Incomparable for rings, months, working days and days of no clock."""
        unsaid_day = self.unit is Unit.DAY and self.clock is None
        if self.unit not in SECONDS or self.clock not in (None, Clock.CALENDAR) or unsaid_day:
            raise Incomparable(self, "seconds")
        return self.longest * SECONDS[self.unit]

    def compare(self, other: Self) -> int:
        """By what may be counted on, ranges by their far end; days of no said clock against hours as calendar days.

        A month is 28 to 31 days long: it compares with weeks where that does not matter.
        """
        scale, length = self._scale()
        scale_there, length_there = other._scale()
        if scale == scale_there:
            return order(length, length_there)
        one, there = self._days(), other._days()
        if one and there and (one[1] < there[0] or there[1] < one[0]):
            return order(one, there)
        raise Incomparable(self, other)

    def _scale(self) -> tuple[str, Decimal]:
        """What it is measured in, and how much of it."""
        if self.unit is Unit.RING:
            return "rings", self.longest
        if self.unit in MONTHS:
            return "months", self.longest * MONTHS[self.unit]
        if self.unit in DAYS and self.clock is Clock.WORKING:
            return f"working {self.unit}s", self.longest
        clock = self.clock if self.clock in (Clock.WORKING, Clock.BUSINESS) else Clock.CALENDAR
        return f"{clock} seconds", self.longest * SECONDS[self.unit]

    def _days(self) -> tuple[Decimal, Decimal] | None:
        """The fewest and the most calendar days it may last, where it is counted in calendar time."""
        scale, length = self._scale()
        if scale == "months":
            return length * 28, length * 31
        return (length / 86_400, length / 86_400) if scale == "calendar seconds" else None


def _amount(words: list[str]) -> tuple[Decimal | None, list[str]]:
    """The number at the beginning, and what follows: `half an hour`, `eine halbe Stunde`, `1.5 hours`, `two days`."""
    if not words:
        return None, words
    if words[0] in _HALF:
        return Decimal("0.5"), words[2:] if words[1:] and words[1] in ARTICLES else words[1:]
    if words[1:] and words[0] in ARTICLES and words[1] in _HALF:
        return Decimal("0.5"), words[2:]
    number = read_number(words[0])
    if number is not None and words[1:4] == ["and", "a", "half"]:
        return number + Decimal("0.5"), words[4:]
    return number, words[1:]


def _unit_in(words: list[str]) -> str:
    """The unit and its clock, which a comma may keep apart: `1 hour, round the clock`."""
    return " ".join(words[:1] + words[2:] if words[1:2] == [","] and words[2:] else words)


def _spelt(word: str) -> str:
    """A word of units as it is spelt; any other word as it is."""
    folded = word.casefold().rstrip(".,;:!")
    near = None if folded in _UNIT_WORDS else nearest_spelling(folded, _SPELT)
    return word if near is None else near.capitalize() if word[0].isupper() else near


def _without_and(words: list[str]) -> list[str]:
    return words[:-1] if words and words[-1] in _AND else words


ADVERBS = lexicon.table("quantities.adverbs")
"""Words that say how often by themselves."""

_EVERY = (
    "every|each|per|once every|once an?|alle|jeden|jede|jedes|jeder|pro|einmal pro|einmal im|einmal am|einmal in der"
)
_A = "every|each|per|an?|in an?|alle|pro|im|am|in der|je"
_TIMES = r"(?P<times>\S+?)(?: times| time| ?mal| ?x)?"
_OFTEN = re.compile(rf"{_TIMES} (?:{_A}) (?P<per>.+)")
_EACH = re.compile(rf"(?:{_EVERY}) (?P<per>.+)")
_OTHER = re.compile(r"(?:every|each|jeden|jede|jedes) (?:other|second|zweiten|zweite|zweites) (?P<per>.+)")


@dataclass(frozen=True, slots=True)
class Frequency(Measured):
    """So many times in each length of time."""

    noun: ClassVar[str] = "how often something happens"
    examples: ClassVar[tuple[str, ...]] = ("every 6 months", "twice a year", "weekly", "quarter")

    times: int
    per: Duration
    text: str = field(default="", compare=False)

    @classmethod
    def _parse(cls, text: str) -> Self | None:
        normalise_name = plain(text)
        if often := _OFTEN.fullmatch(normalise_name):
            times, per = _how_often(often["times"]), _each(often["per"])
            if times and per:
                return cls(times, per, text)
        each = _EACH.fullmatch(normalise_name)
        per = _every_other(normalise_name) or _each(each["per"] if each else normalise_name)
        return None if per is None else cls(1, per, text)

    @classmethod
    def likely(cls, text: str) -> str | None:
        """As a length of time is read, which it is made of."""
        return Duration.likely(text)

    @classmethod
    def says_so(cls, text: str) -> Self | None:
        """As `find`, for words that cannot be a length of time as well: `twice a year`, and not `6 months`."""
        return None if Duration.find(text) else cls.find(text)

    def __str__(self) -> str:
        one = self.per.amount == 1 and self.per.upper is None
        per = str(self.per).removeprefix("1 ") if one else str(self.per)
        if self.times == 1:
            return f"every {per}"
        times = "twice" if self.times == 2 else f"{self.times} times"
        article = "an" if per.startswith("hour") else "a"
        return f"{times} {article} {per}" if one else f"{times} every {per}"

    def compare(self, other: Self) -> int:
        """The less often is the less."""
        return -self._interval().compare(other._interval())

    def _interval(self) -> Duration:
        return replace(self.per, amount=self.per.longest / self.times, upper=None)


def _how_often(word: str) -> int | None:
    return TIMES.get(word) or read_whole(word)


def _each(text: str) -> Duration | None:
    """A length of time that may be one unit without its number, as in `every week`."""
    found = Duration.find(ADVERBS.get(text, text)) or Duration.find(f"1 {text}")
    return None if found is None or found.unit is Unit.RING or not found.amount else replace(found, text=text)


def _every_other(text: str) -> Duration | None:
    found = _OTHER.fullmatch(text)
    return Duration.find(f"2 {found['per']}") if found else None


FACTORS = lexicon.table("quantities.factors")

_X = re.compile(r"(?P<factor>\S+?) ?x (?P<name>[^\W\d].*)", re.IGNORECASE)
_OTHER_LIMIT = r"(?:as long as |so lange? wie )?(?:of )?(?:the |der |die |das )?(?P<name>[^\W\d].*)"
_TIMES_AS_LONG = re.compile(rf"(?P<factor>\S+?) ?(?:times|mal) {_OTHER_LIMIT}", re.IGNORECASE)
_FACTOR = re.compile(rf"(?P<factor>{'|'.join(FACTORS)}) {_OTHER_LIMIT}", re.IGNORECASE)
_NO_NAME = frozenset({
    "a", "an", "per", "each", "every", "in", "on", "or", "and", "to", "past", "what", "that", "your", "our",
    "im", "pro", "am", "je", "oder", "und", "bis", "klingeln", "läuten", "dessen", "deren", "ihres", "deines",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relative(Quantity):
    """So many times as long as the limit of that name, which the author gave to another row."""

    noun: ClassVar[str] = "a multiple of another limit"
    examples: ClassVar[tuple[str, ...]] = ("2 x First reply", "half of First reply")

    factor: Decimal
    name: str
    text: str = field(default="", compare=False)

    @classmethod
    def _parse(cls, text: str) -> Self | None:
        clean = tidy(text) if len(text) <= LONGEST else ""
        found = _X.fullmatch(clean) or _FACTOR.fullmatch(clean) or _TIMES_AS_LONG.fullmatch(clean)
        if not found:
            return None
        word, name = found["factor"].casefold(), found["name"]
        factor = Decimal(FACTORS[word]) if word in FACTORS else read_number(word)
        if not factor or name.casefold() in PHRASES or name.casefold().split()[0] in _NO_NAME:
            return None
        return cls(factor, name, text)

    def __str__(self) -> str:
        return f"{figures(self.factor)} x {self.name}"
