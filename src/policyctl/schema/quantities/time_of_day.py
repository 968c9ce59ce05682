"""A text such as `7:00 a.m.` in, a time of day out."""

import re
from dataclasses import dataclass, field
from typing import ClassVar, Self

from policyctl.schema.quantities.base import Measured, order
from policyctl.schema.quantities.text import plain

MIDDAY = {"noon": 720, "midday": 720, "12 noon": 720, "mittag": 720, "mittags": 720, "midnight": 0, "mitternacht": 0}
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
