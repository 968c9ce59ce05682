"""Split a text into sentences, and find where a long one could be cut in two."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from policyctl.lexicon import alternatives
from policyctl.patterns import finds

_BREAK = r"\n\s*\n|\n\s*(?=(?:[-*•–]|\d+[.)])\s)|\n(?=\s*#)"
"""What ends a sentence without a full stop: an empty line, the next item of a list, a heading."""

_END = r"(?<![.!?…])[.!?…]++[\"'”“’»)\]]*+\s++(?=[\"'“„‘‚«(\[]*+[A-ZÄÖÜÀÂÇÉÈÊÎÔÛÁÍÓÚÑ¿¡0-9])"
_REACH = 8
"""Letters of an abbreviation that are looked at."""

_STRETCH = 20
_LEAST = 6
"""Words that either half of a sentence should have that is cut in two."""


class Sentence(NamedTuple):
    """A sentence and where it begins in its text."""

    start: int
    text: str

    @property
    def words(self) -> list[str]:
        """Its words, with the signs that cling to them; a dash alone is none."""
        return [word for word in self.text.split() if any(map(str.isalnum, word))]


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text; list items, headings and paragraphs end one whatever they end with."""
    start = 0
    for end in [*_ends(text), len(text)]:
        if piece := text[start:end].strip():
            yield Sentence(text.index(piece, start), piece)
        start = end


def _ends(text: str) -> list[int]:
    stops = (found.end() for found in re.finditer(_END, text) if not _is_abbreviation(text, found))
    breaks = (found.end() for found in re.finditer(_BREAK, text)) if "\n" in text else ()
    return sorted({*stops, *breaks})


def _is_abbreviation(text: str, end: re.Match[str]) -> bool:
    """Whether the full stop belongs to the word before it."""
    before = text[max(end.start() - _REACH, 0) : end.start() + 1]
    return finds(_abbreviation(), before)


def how_many(text: str) -> int:
    """How many sentences a text has."""
    return len(_ends(text)) + 1


def is_list(sentence: Sentence) -> bool:
    """Whether it names one thing after another, which is read item by item."""
    return (sentence.text.count(",") + sentence.text.count(";") + 1) * 4 > len(sentence.words)


def pauses(sentence: Sentence) -> bool:
    """Whether it lets its reader draw breath: no stretch of it is longer than twenty words."""
    return all(len(stretch.split()) <= _STRETCH for stretch in re.split("[,;:]| [–—-] ", sentence.text))


def joint(sentence: Sentence) -> str | None:
    """The last words before the place, nearest to the middle, where two sentences could be made of it."""
    middle = len(sentence.text) / 2
    joints = sorted((abs(found.start() - middle), found.start()) for found in re.finditer(_joint(), sentence.text))
    for _, at in joints[:3]:
        before, after = sentence.text[:at].split(), sentence.text[at:].split()
        if len(before) >= _LEAST and len(after) >= _LEAST:
            return " ".join(before[-3:]).strip("“”„\"'(")
    return None


@cache
def _abbreviation() -> str:
    """What ends with a full stop that ends no sentence; `1. Oktober` is one too."""
    return rf"(?:\b{alternatives('words.abbreviated')}|\b\d{{1,2}})\.$"


@cache
def _joint() -> str:
    return rf"(?:[,;:]| [–—-]) (?={alternatives('words.conjunctions')}\b)|[;:] "
