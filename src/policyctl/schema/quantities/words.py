"""A sentence in, the same sentence out: what holds no measure is welcome too."""

import re
from dataclasses import dataclass, field
from typing import ClassVar, Self

from policyctl import lexicon
from policyctl.schema.quantities.base import Quantity
from policyctl.schema.quantities.text import WORDS, plain, tidy

NONE = frozenset(lexicon.words("quantities.none"))

_FIGURE = re.compile("[0-9]")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Words(Quantity):
    """The author's own sentence."""

    noun: ClassVar[str] = "a sentence"
    examples: ClassVar[tuple[str, ...]] = ("at once", "while you wait")

    words: str
    text: str = field(default="", compare=False)

    @classmethod
    def _parse(cls, text: str) -> Self:
        return cls(text, text)

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class Never(Quantity):
    """There is expressly none."""

    noun: ClassVar[str] = "none"
    examples: ClassVar[tuple[str, ...]] = ("none", "no limit")

    text: str = field(default="", compare=False)

    @classmethod
    def _parse(cls, text: str) -> Self | None:
        return cls(text) if plain(text) in NONE else None

    def __str__(self) -> str:
        return "none"


def has_figure(words: Words | str) -> bool:
    """Whether a sentence holds a figure, in digits or as a word from two on."""
    text = tidy(str(words))
    return bool(_FIGURE.search(text)) or any(WORDS.get(word, 0) > 1 for word in _WORD.findall(text.casefold()))
