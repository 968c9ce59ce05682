"""A text such as `every 6 months` or `twice a year` in, how often something happens out."""

import re
from dataclasses import dataclass, field, replace
from typing import ClassVar, Self

from policyctl.schema.quantities.base import Measured
from policyctl.schema.quantities.count import TIMES
from policyctl.schema.quantities.duration import Duration
from policyctl.schema.quantities.numbers import read_whole
from policyctl.schema.quantities.text import plain
from policyctl.schema.quantities.units import Unit

ADVERBS = {
    "hourly": "1 hour", "daily": "1 day", "weekly": "1 week", "fortnightly": "2 weeks", "monthly": "1 month",
    "quarterly": "1 quarter", "half-yearly": "6 months", "yearly": "1 year", "annually": "1 year",
    "stündlich": "1 hour", "täglich": "1 day", "werktäglich": "1 working day", "wöchentlich": "1 week",
    "zweiwöchentlich": "2 weeks", "monatlich": "1 month", "vierteljährlich": "1 quarter", "quartalsweise": "1 quarter",
    "halbjährlich": "6 months", "jährlich": "1 year",
}  # fmt: skip
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
            times, per = _times(often["times"]), _each(often["per"])
            if times and per:
                return cls(times, per, text)
        each = _EACH.fullmatch(normalise_name)
        per = _every_other(normalise_name) or _each(each["per"] if each else normalise_name)
        return None if per is None else cls(1, per, text)

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


def _times(word: str) -> int | None:
    return TIMES.get(word) or read_whole(word)


def _each(text: str) -> Duration | None:
    """A length of time that may be one unit without its number, as in `every week`."""
    found = Duration.find(ADVERBS.get(text, text)) or Duration.find(f"1 {text}")
    return None if found is None or found.unit is Unit.RING or not found.amount else replace(found, text=text)


def _every_other(text: str) -> Duration | None:
    found = _OTHER.fullmatch(text)
    return Duration.find(f"2 {found['per']}") if found else None
