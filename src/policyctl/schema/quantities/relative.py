"""A text such as `2 x First reply` in, a multiple of another limit out."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar, Self

from policyctl.schema.quantities.base import Quantity
from policyctl.schema.quantities.numbers import figures, read_number
from policyctl.schema.quantities.text import LONGEST, tidy
from policyctl.schema.quantities.units import PHRASES

FACTORS = {"twice": "2", "double": "2", "half": "0.5", "doppelt": "2", "halb": "0.5"}

_SIGN = re.compile(r"(?P<factor>\S+?) ?x (?P<name>[^\W\d].*)", re.IGNORECASE)
_NAME = r"(?:as long as |so lange? wie )?(?:of )?(?:the |der |die |das )?(?P<name>[^\W\d].*)"
_TIMES = re.compile(rf"(?P<factor>\S+?) ?(?:times|mal) {_NAME}", re.IGNORECASE)
_WORD = re.compile(rf"(?P<factor>{'|'.join(FACTORS)}) {_NAME}", re.IGNORECASE)
_NO_NAME = frozenset({
    "a", "an", "per", "each", "every", "in", "on", "or", "and", "to", "past",
    "im", "pro", "am", "je", "oder", "und", "bis", "klingeln", "läuten",
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
        found = _SIGN.fullmatch(clean) or _WORD.fullmatch(clean) or _TIMES.fullmatch(clean)
        if not found:
            return None
        word, name = found["factor"].casefold(), found["name"]
        factor = Decimal(FACTORS[word]) if word in FACTORS else read_number(word)
        if not factor or name.casefold() in PHRASES or name.casefold().split()[0] in _NO_NAME:
            return None
        return cls(factor, name, text)

    def __str__(self) -> str:
        return f"{figures(self.factor)} x {self.name}"
