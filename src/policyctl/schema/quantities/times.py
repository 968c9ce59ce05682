"""Read times of day, dates, and days that are known without a date."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from policyctl import lexicon
from policyctl.schema.quantities.base import Measured, Quantity, QuantityError, order
from policyctl.schema.quantities.text import plain, shorten

MIDDAY = {words: int(minutes) for words, minutes in lexicon.table("quantities.midday").items()}
"""Words for a time, in minutes since midnight."""

_TIME = re.compile(r"(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2}))? ?(?P<half>[ap]\.?m\.?)?(?P<unit>uhr|o'clock|h)?")


@dataclass(frozen=True, slots=True)
class TimeOfDay(Measured):
    """A time of day; 24:00 is the midnight that ends it and reads as 0:00."""

    noun: ClassVar[str] = "a time of day"
    examples: ClassVar[tuple[str, ...]] = ("9:30", "7 p.m.", "noon")

    hour: int
    minute: int = 0
    text: str = field(default="", compare=False)

    @classmethod
    def _parse(cls, text: str) -> Self | None:
        minutes = read_minutes(plain(text), bare=False)
        return None if minutes is None else cls(minutes // 60 % 24, minutes % 60, text)

    def __str__(self) -> str:
        return f"{self.hour}:{self.minute:02}"

    @property
    def minutes(self) -> int:
        """Minutes since midnight, 0 to 1439."""
        return self.hour * 60 + self.minute

    def compare(self, other: Self) -> int:
        """The earlier of one day is the less."""
        return order(self.minutes, other.minutes)


def read_minutes(text: str, *, bare: bool) -> int | None:
    """Minutes since midnight, 0 to 1440, of a plain text; `bare` takes a number alone for an hour, as in `9-17`."""
    if text in MIDDAY:
        return MIDDAY[text]
    found = _TIME.fullmatch(text)
    if not found or not (bare or found["minute"] or found["half"] or found["unit"]):
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if found["unit"] or not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"].startswith("p") else 0)
    total = hour * 60 + minute
    return total if minute < 60 and total <= 1440 else None


MONTHS = {
    word: number
    for language in lexicon.languages()
    for number, words in enumerate(lexicon.words("quantities.months", language), 1)
    for word in words.split()
}
MONTH_NAMES = tuple(words.split()[0].title() for words in lexicon.words("quantities.months", "en"))

_WEEKDAYS = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|"
    "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
)
_MONTH = r"(?P<month>[^\W\d_]+)\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?"
_WEEKDAY = re.compile(rf"(?:(?:{_WEEKDAYS}),? )?")
_FORMS = (
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})",
    rf"(?:the )?{_DAY} ?(?:of )?{_MONTH},? ?(?P<year>[0-9]{{4}})",
    rf"{_MONTH} {_DAY},? (?P<year>[0-9]{{4}})",
    r"(?P<day>[0-9]{1,2})\. ?(?P<month>[0-9]{1,2})\. ?(?P<year>[0-9]{4})",
)
_SLASHES = re.compile(r"(?P<one>[0-9]{1,2})/(?P<two>[0-9]{1,2})/(?P<year>[0-9]{4})")


@dataclass(frozen=True, slots=True)
class Date(Measured):
    """A day of the calendar."""

    noun: ClassVar[str] = "a date"
    examples: ClassVar[tuple[str, ...]] = ("1 April 2026", "2026-04-01")

    value: date
    text: str = field(default="", compare=False)

    @classmethod
    def _parse(cls, text: str) -> Self | None:
        normalise_name = plain(text)
        bare = _WEEKDAY.sub("", normalise_name, count=1)
        found = next((found for form in _FORMS if (found := re.fullmatch(form, bare))), None)
        if found:
            month = found["month"]
            number = int(month) if month.isdigit() else MONTHS.get(month)
            return None if number is None else cls(_day_of(found["year"], number, found["day"], text), text)
        slashes = _SLASHES.fullmatch(normalise_name)
        return None if slashes is None else cls(_with_slashes(slashes, text), text)

    def __str__(self) -> str:
        return f"{self.value.day} {MONTH_NAMES[self.value.month - 1]} {self.value.year:04}"

    def compare(self, other: Self) -> int:
        """The earlier is the less."""
        return order(self.value, other.value)


def _with_slashes(found: re.Match[str], text: str) -> date:
    """Day and month only where one of the two cannot be a month."""
    one, two = int(found["one"]), int(found["two"])
    if one <= 12 and two <= 12 and one != two:
        raise QuantityError(
            f"“{shorten(text)}” may mean two dates, as the day and the month look alike.",
            "Write the month as a word, for example “1 April 2026” or “April 1, 2026”.",
        )
    day, month = (one, two) if one > 12 or one == two else (two, one)
    return _day_of(found["year"], month, str(day), text)


def _day_of(year: str, month: int, day: str, text: str) -> date:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        raise QuantityError(
            f"There is no such day as “{shorten(text)}”.",
            "Write a day that the calendar has, for example “28 February 2026”.",
        ) from None


class DayPart(StrEnum):
    """What of the day is meant."""

    DAY = "day"
    WORKING_DAY = "working day"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


PARTS = {part.value: part for part in DayPart} | {
    word: DayPart(part) for word, part in lexicon.table("quantities.day_parts").items()
}
_PART = "|".join(PARTS)
_SAME = re.compile(
    rf"(?:on |later )?(?:the |that )?(?:very )?same[ -](?P<english>{_PART})"
    rf"|(?:noch )?(?:am )?(?:selben|gleichen) (?P<german>{_PART})"
)
_AGREED = re.compile(
    r"(?:on )?(?:the )?agreed (?:day|date)"
    r"|(?:on )?(?:the )?(?:day|date) (?:that )?(?:we |we have |we've |was )?agreed(?: with you)?"
    r"|(?:am )?vereinbarten tag|(?:zum )?vereinbarten termin|(?:am )?tag, den wir vereinbart haben"
)


@dataclass(frozen=True, slots=True)
class SameDay(Quantity):
    """The day, or the part of it, on which it was asked."""

    noun: ClassVar[str] = "the day of asking"
    examples: ClassVar[tuple[str, ...]] = ("the same day", "the same morning")

    part: DayPart = DayPart.DAY
    text: str = field(default="", compare=False)

    @classmethod
    def _parse(cls, text: str) -> Self | None:
        found = _SAME.fullmatch(plain(text))
        return cls(PARTS[found["english"] or found["german"]], text) if found else None

    def __str__(self) -> str:
        return f"the same {self.part}"


@dataclass(frozen=True, slots=True)
class AgreedDay(Quantity):
    """The day that the customer and the business agreed on."""

    noun: ClassVar[str] = "a day that was agreed"
    examples: ClassVar[tuple[str, ...]] = ("on the day we agreed", "the agreed day")

    text: str = field(default="", compare=False)

    @classmethod
    def _parse(cls, text: str) -> Self | None:
        return cls(text) if _AGREED.fullmatch(plain(text)) else None

    def __str__(self) -> str:
        return "the agreed day"
