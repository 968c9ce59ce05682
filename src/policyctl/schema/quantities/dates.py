"""A text such as `1 April 2026` in, a date out."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Self

from policyctl.schema.quantities.base import Measured, order
from policyctl.schema.quantities.errors import QuantityError
from policyctl.schema.quantities.text import plain, shorten

ENGLISH = "january february march april may june july august september october november december"
GERMAN = "januar februar märz april mai juni juli august september oktober november dezember"
SHORT = "jan feb mar apr may jun jul aug sep oct nov dec"
SHORT_GERMAN = "jan feb mär apr mai jun jul aug sep okt nov dez"
MONTHS = {
    word: number for names in (ENGLISH, GERMAN, SHORT, SHORT_GERMAN) for number, word in enumerate(names.split(), 1)
} | {"sept": 9, "jänner": 1}
MONTH_NAMES = tuple(name.title() for name in ENGLISH.split())

_DAYS = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|"
    "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
)
_MONTH = r"(?P<month>[^\W\d_]+)\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?"
_WEEKDAY = re.compile(rf"(?:(?:{_DAYS}),? )?")
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
            return None if number is None else cls(_day(found["year"], number, found["day"], text), text)
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
    return _day(found["year"], month, str(day), text)


def _day(year: str, month: int, day: str, text: str) -> date:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        raise QuantityError(
            f"There is no such day as “{shorten(text)}”.",
            "Write a day that the calendar has, for example “28 February 2026”.",
        ) from None
