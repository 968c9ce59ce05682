"""A text such as `95%`, `85% of calls` or `nine in ten` in, a share out."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar, Self

from policyctl.schema.quantities.base import Measured, order
from policyctl.schema.quantities.errors import QuantityError
from policyctl.schema.quantities.numbers import figures, read_number
from policyctl.schema.quantities.text import LONGEST, plain, shorten, tidy

_PERCENT = re.compile(r"(?P<number>\S+?) ?(?:%|percent|per cent|prozent|v\.? ?h\.)")
_OF = re.compile(
    r"(?P<share>.*?(?:%|percent|per cent|prozent)) (?P<of>(?:of|der|des|aller|von) [^\d%,;:.]+)", re.IGNORECASE
)
_IN = re.compile(r"(?P<part>\S+) (?:in|of|out of|von|aus) (?P<whole>\S+)")


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
        found = _OF.fullmatch(tidy(text) if len(text) <= LONGEST else "")
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
    found = _IN.fullmatch(text)
    part, whole = (read_number(found["part"]), read_number(found["whole"])) if found else (None, None)
    if part is None or not whole:
        return None
    return (part * 100 / whole).quantize(Decimal("0.01"))
