"""A phrase and a text in; where the phrase stands in it as whole words, inflected or not, out."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_WORD = r"\w+(?:['’]\w+)*"
_ENDS_A_SENTENCE = frozenset(".!?…")
_SHORT = 5
"""Letters below which a word that stands alone is taken as it is: `will` is not `willing`."""

_ENDS = {
    "en": ("ing", "ies", "ied", "es", "ed", "s", "e", "d"),
    "de": ("eten", "sten", "test", "ten", "est", "ete", "te", "en", "er", "es", "em", "st", "e", "n", "s", "t"),
}
_MENDED = {"ies": "y", "ied": "y"}


class Word(NamedTuple):
    """A word as it stands in a text, and what is left of it without its ending."""

    start: int
    end: int
    written: str
    stem: str


def words(text: str, language: str) -> list[Word]:
    """The words of a text; `don't` is one of them."""
    found = ((each.start(), each.end(), each[0].replace("’", "'")) for each in re.finditer(_WORD, text))
    return [Word(start, end, written, stem(written, language)) for start, end, written in found]


@lru_cache(maxsize=4096)
def stem(word: str, language: str) -> str:
    """A word without its ending, in small letters; at least three letters stay."""
    small = word.lower()
    for end in _ENDS.get(language, ()):
        if small.endswith(end) and len(small) - len(end) >= 3:
            return small[: -len(end)] + _MENDED.get(end, "")
    return small


def find(phrase: Sequence[Word], spoken: Sequence[Word], text: str) -> tuple[int, int] | None:
    """Where the phrase begins and ends in a text, within one sentence.

    An abbreviation is found in capitals only, and a short word only as it is.
    """
    for at in range(len(spoken) - len(phrase) + 1):
        if all(_same(wanted, spoken[at + n], alone=len(phrase) == 1) for n, wanted in enumerate(phrase)):
            start, end = spoken[at].start, spoken[at + len(phrase) - 1].end
            if not _ENDS_A_SENTENCE.intersection(text[start:end]):
                return start, end
    return None


def _same(wanted: Word, there: Word, *, alone: bool) -> bool:
    if wanted.written.isupper() and len(wanted.written) > 1:
        return there.written in (wanted.written, f"{wanted.written}s")
    if alone and len(wanted.written) < _SHORT:
        return there.written.lower() in (wanted.written.lower(), f"{wanted.written.lower()}s")
    return wanted.stem == there.stem
