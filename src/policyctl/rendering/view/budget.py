"""A page has room for so much: in which size of type it is set, what goes where there is more, and how that is told.

How high something will be is reckoned from the widths of its letters, a little on the safe side; no page is set twice
to find out.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from policyctl.rendering.view.blocks import Figure, Flow, Inline, Joined, Row, Strong, Table

WANTED: tuple[dict[str, int], ...] = (
    {"sample": 8, "word": 12, "promise": 16, "answer": 8, "note": 3, "rule": 6, "favour": 3},
    {"sample": 6, "word": 9, "promise": 14, "answer": 6, "note": 1, "rule": 3, "favour": 1},
    {"sample": 5, "word": 7, "promise": 12, "answer": 5},
    {"sample": 5, "word": 5, "promise": 10, "answer": 4},
    {"sample": 4, "word": 5, "promise": 8, "answer": 4, "gift": 7, "number": 4, "case": 9},
    {"sample": 3, "word": 4, "promise": 6, "answer": 3, "gift": 6, "number": 3, "case": 8},
    {"sample": 2, "word": 3, "promise": 4, "answer": 2, "gift": 5, "number": 2, "case": 6},
    {},
)
"""How many of a kind stay in each round of leaving out, so that every part keeps what is of most use; in the last round
everything may go."""

NOUNS = {
    "rule": ("{n} rule", "{n} rules"),
    "note": ("{n} note", "{n} notes"),
    "favour": ("{n} gift", "{n} gifts"),
    "sample": ("{n} sample", "{n} samples"),
    "promise": ("{n} promise", "{n} promises"),
    "answer": ("{n} answer", "{n} answers"),
    "word": ("{n} word to avoid", "{n} words to avoid"),
    "gift": ("{n} gift", "{n} gifts"),
    "number": ("{n} name", "{n} names"),
    "case": ("{n} case", "{n} cases"),
}
"""The kinds in the order in which they go, each as it is counted; a favour is a gift without an amount, or in one
procedure alone."""

MAY_GO = ("rule", "note", "favour", "sample", "promise", "answer", "word")
"""What a page can do without while there is anything else."""

WIDTHS: Mapping[str, float] = {
    letter: width
    for letters, width in {
        "ijlI.,:;'’‘!|": 0.25,
        'frtJ()[]/"“”„-': 0.37,
        "sczäaegkvxyö?«»": 0.5,
        "ABCEFKLPRSTVXYZ&": 0.64,
        "DGHNOQUwÖÜ": 0.77,
        "mMW@%—…": 0.9,
    }.items()
    for letter in letters
}
"""How wide letters are that are no figures and not as wide as most, in shares of the size of their type."""

SPACE, USUAL, FULL = 0.25, 0.57, 1.0
"""How wide a space is, any other letter, and a letter of the East."""

POINT = 0.3528
"""A point in millimetres."""


@dataclass(frozen=True, slots=True)
class Size:
    """A size of type by the name that the style sheet knows: its points, and the millimetres of a line and a label."""

    name: str
    points: float
    line: float
    label: float


SIZES = (
    Size("brief", 15, 6.7, 52),
    Size("short", 13, 5.8, 46),
    Size("medium", 11.5, 5.1, 40),
    Size("long", 10, 4.5, 40),
)
"""The sizes of a page that is read from where it hangs; nobody reads less than ten points from there."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing on a page: where it stands, as what it is counted, and what is shown of it.

    Of its kind the piece with the highest `rank` goes first, of several with the same the last.
    """

    section: str
    kind: str
    shown: Inline | Row | Table
    rank: int = 0


def fitted(
    pieces: Sequence[Piece], height: Callable[[Piece], float], room: Callable[[Mapping[str, float], int], float]
) -> tuple[list[Piece], list[Piece]]:
    """The pieces that there is room for, and those that there is none for.

    `room` says how much is still free, given how high the pieces of each section are together, and how many were left
    out, which is told as well.
    """
    heights = {id(piece): height(piece) for piece in pieces}
    sections = {piece.section: 0.0 for piece in pieces}
    for piece in pieces:
        sections[piece.section] += heights[id(piece)]
    standing = Counter(piece.section for piece in pieces)
    left: dict[int, Piece] = {}
    for piece in _in_order_of_going(pieces):
        if room({name: high for name, high in sections.items() if standing[name]}, len(left)) >= 0:
            break
        left[id(piece)] = piece
        sections[piece.section] -= heights[id(piece)]
        standing[piece.section] -= 1
    return [piece for piece in pieces if id(piece) not in left], list(left.values())


def counted(pieces: Iterable[Piece], ngettext: Callable[[str, str, int], str]) -> str:
    """How many there are of each kind: `3 samples, 1 note`."""
    numbers = Counter(NOUNS[piece.kind] for piece in pieces)
    return ", ".join(ngettext(*noun, n).format(n=n) for noun, n in numbers.items())


def _in_order_of_going(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, the first to go first: kind by kind, in rounds, so that a few of each stay as long as they can."""
    going: dict[int, Piece] = {}
    by_kind = {kind: _first_to_go(pieces, kind) for kind in NOUNS}
    for wanted in WANTED:
        for kind in NOUNS:
            if wanted and kind not in (*MAY_GO, *wanted):
                continue
            found = by_kind[kind]
            going |= {id(piece): piece for piece in found[: max(len(found) - wanted.get(kind, 0), 0)]}
    return list(going.values())


def _first_to_go(pieces: Sequence[Piece], kind: str) -> list[Piece]:
    found = [piece for piece in reversed(pieces) if piece.kind == kind]
    return sorted(found, key=lambda piece: -piece.rank)


# ---- how wide, and how many lines --------------------------------------------------------------------------------


def text_in(shown: Any) -> str:
    """The letters of a line, without its faces."""
    match shown:
        case Figure(number, unit):
            return f"{number} {unit}"
        case Strong(inner):
            return text_in(inner)
        case Joined(pieces):
            return "".join(map(text_in, pieces))
        case Flow(sentences):
            return " ".join(map(text_in, sentences))
        case str():
            return shown
        case _:
            return str(shown.text)


def lines_of(shown: Inline | Flow | str, width: float, points: float) -> int:
    """How many lines something takes in type of so many points, where a line has so many millimetres."""
    room = width / (points * POINT)
    lines, used = 1, 0.0
    for word in text_in(shown).split(" "):
        wide = sum(map(_width, word))
        if used and used + SPACE + wide > room:
            lines, used = lines + 1, 0.0
        lines += ceil(wide / room) - 1 if wide > room else 0
        used += wide + (SPACE if used else 0)
    return lines


def share_of_line(shown: Inline | Flow | str, width: float, points: float) -> float:
    """How much of a line of so many millimetres something takes that runs on from what is before it."""
    return sum(SPACE if letter.isspace() else _width(letter) for letter in text_in(shown)) / (width / (points * POINT))


def _width(letter: str) -> float:
    known = WIDTHS.get(letter)
    return known if known is not None else FULL if unicodedata.east_asian_width(letter) in "WF" else USUAL
