"""Find the word that a misspelt one was likely meant to be, strictly enough to refuse a figure for it."""

from collections.abc import Iterable
from functools import lru_cache

_LONG = 7
"""Letters from which on two may be wrong, and not only one."""


def nearest_spelling(word: str, known: Iterable[str]) -> str | None:
    """The known word that begins alike and differs by a letter, or by two where the word is long; the longest of them.

    A letter that is wrong, missing, one too many or in the place of its neighbour counts as one. Of a word of three
    letters one may be missing, and none be wrong: `men` are no minutes.
    """
    allowed = 2 if len(word) >= _LONG else 1
    alike = [each for each in known if each[:1] == word[:1] and 0 < _distance(word, each) <= allowed]
    if len(word) < 4:
        alike = [each for each in alike if len(each) > len(word)]
    return min(alike, key=lambda each: (_distance(word, each), -len(each), each), default=None)


@lru_cache(maxsize=4096)
def _distance(one: str, other: str) -> int:
    """How many letters are wrong, missing, too many or in the place of their neighbour."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        former, before, row = before, row, [i]
        for j, there in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != there))
            if i > 1 and j > 1 and (letter, there) == (other[j - 2], one[i - 2]):
                cost = min(cost, former[j - 2] + 1)
            row.append(cost)
    return row[-1]
