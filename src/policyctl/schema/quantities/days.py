"""A text such as `the same day` or `on the day we agreed` in, a day that is known without a date out."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar, Self

from policyctl.schema.quantities.base import Quantity
from policyctl.schema.quantities.text import plain


class DayPart(StrEnum):
    """What of the day is meant."""

    DAY = "day"
    WORKING_DAY = "working day"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


PARTS = {part.value: part for part in DayPart} | {
    "business day": DayPart.WORKING_DAY,
    "tag": DayPart.DAY,
    "werktag": DayPart.WORKING_DAY,
    "arbeitstag": DayPart.WORKING_DAY,
    "geschäftstag": DayPart.WORKING_DAY,
    "morgen": DayPart.MORNING,
    "vormittag": DayPart.MORNING,
    "nachmittag": DayPart.AFTERNOON,
    "abend": DayPart.EVENING,
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
