"""Find the word that a misspelt one was likely meant to be, strictly enough to refuse a figure for it."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

from policyctl.findings import Instead

_LONG = 7
"""Letters from which on two may be wrong, and not only one."""

_LONGEST = 60
"""Letters above which words are a sentence, of which nobody counts the letters."""

_SHORT = 4
"""Letters below which a word is too near to others for anybody to be sure."""


def nearest_spelling(word: str, known: Iterable[str]) -> str | None:
    """The known word that begins alike and differs by a letter, or by two where the word is long; the longest of them.

    A letter that is wrong, missing, one too many or in the place of its neighbour counts as one. Of a word of three
    letters one may be missing, and none be wrong: `men` are no minutes.
    """
    allowed = 2 if len(word) >= _LONG else 1
    alike = [each for each in known if each[:1] == word[:1] and 0 < distance(word, each) <= allowed]
    if len(word) < 4:
        alike = [each for each in alike if len(each) > len(word)]
    return min(alike, key=lambda each: (distance(word, each), -len(each), each), default=None)


def is_slip(word: str, meant: str) -> bool:
    """Whether a word is so near to another that only a slip of the pen lies between: its figures are the same."""
    figures = ["".join(letter for letter in each if letter.isdigit()) for each in (word, meant)]
    long = min(len(word), len(meant))
    return (
        _SHORT <= long <= _LONGEST and figures[0] == figures[1] and distance(word, meant) <= (2 if long > _LONG else 1)
    )


def sure(word: str, known: Sequence[str]) -> str | None:
    """The one known word that was meant beyond doubt: no more than a slip away, and no other nearly as near."""
    alike = get_close_matches(word, known, 4, 0.7)  # Most of a hostile list is passed over quickly.
    others = {each: distance(word, each) for each in alike if max(len(each), len(word)) <= _LONGEST}
    near = sorted(others, key=lambda each: (others[each], each))[:2]
    if not near or not is_slip(word, near[0]):
        return None
    return near[0] if len(near) == 1 or others[near[1]] > others[near[0]] + (others[near[0]] > 1) else None


@lru_cache(maxsize=4096)
def distance(one: str, other: str) -> int:
    """How many letters are wrong, missing, too many or in the place of their neighbour; 3 stands for more, too."""
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


def respelling(text: str, likely: str) -> Instead | None:
    """The words in which a text differs from its likely spelling, and that; None where one is more than a slip."""
    written, meant = text.split(), likely.split()
    if len(written) != len(meant):
        return None
    wrong = [at for at, (one, other) in enumerate(zip(written, meant, strict=True)) if one != other]
    if not wrong or not all(is_slip(written[at].casefold(), meant[at].casefold()) for at in wrong):
        return None
    first, last = wrong[0], wrong[-1] + 1
    return " ".join(written[first:last]), " ".join(meant[first:last])
