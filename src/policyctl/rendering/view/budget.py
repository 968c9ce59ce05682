"""A page has room for so many lines: what goes where a policy has more to say, and how that is told.

How long a line is, is reckoned by its signs, a little on the safe side; no page is set twice to find out.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from policyctl.rendering.view.blocks import Cell, Figure, Flow, Inline, Joined, Row, Strong

WANTED: tuple[dict[str, int], ...] = (
    {"sample": 5, "promise": 12, "answer": 5},
    {"sample": 3, "promise": 8, "answer": 3},
    {},
)
"""How many of a kind stay until the next round, in which fewer do; in the last round everything may go."""

NOUNS = {
    "sample": ("{n} sample", "{n} samples"),
    "note": ("{n} note", "{n} notes"),
    "favour": ("{n} gift", "{n} gifts"),
    "promise": ("{n} promise", "{n} promises"),
    "answer": ("{n} answer", "{n} answers"),
    "gift": ("{n} gift", "{n} gifts"),
    "number": ("{n} name", "{n} names"),
    "case": ("{n} case", "{n} cases"),
}
"""The kinds in the order in which they go, each as it is counted; a favour is a gift without an amount, or in one
procedure alone."""

MAY_GO = ("sample", "note", "favour", "promise", "answer")
"""What a page can do without while there is anything else."""

SHORTEST, BETWEEN = 2.2, 1.1
"""The least that a section takes, since its heading has two lines, and the rule and the space before it, in lines."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing on a page: where it stands, as what it is counted, what is shown of it, and how many lines it takes.

    It is a row under its label, the cells of a case, or a sentence of its own.
    """

    section: str
    kind: str
    shown: Row | tuple[Cell, ...] | Inline
    lines: float


def fitted(pieces: Sequence[Piece], room: float) -> tuple[list[Piece], list[Piece]]:
    """The pieces that there is room for, and those that there is none for; the line on these takes room as well."""
    kept, left = list(pieces), list[Piece]()
    waiting = _in_order_of_going(pieces)
    while waiting and _height(kept) > room - (2 if left else 0):
        left.append(waiting.pop(0))
        kept.remove(left[-1])
    return kept, left


def counted(pieces: Iterable[Piece], ngettext: Callable[[str, str, int], str]) -> str:
    """How many there are of each kind: `3 samples, 1 note`."""
    numbers = Counter(NOUNS[piece.kind] for piece in pieces)
    return ", ".join(ngettext(*noun, n).format(n=n) for noun, n in numbers.items())


def _in_order_of_going(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, the first to go first: kind by kind, in rounds, so that a few of each stay as long as they can."""
    going: dict[int, Piece] = {}
    for i, wanted in enumerate(WANTED, start=1):
        for kind in NOUNS if i == len(WANTED) else MAY_GO:
            found = _first_to_go(pieces, kind)
            going |= {id(piece): piece for piece in found[: max(len(found) - wanted.get(kind, 0), 0)]}
    return list(going.values())


def _first_to_go(pieces: Sequence[Piece], kind: str) -> list[Piece]:
    """The pieces of a kind in the order in which they go: the longest speech, and of everything else the last."""
    found = [piece for piece in reversed(pieces) if piece.kind == kind]
    return sorted(found, key=lambda piece: -piece.lines) if kind == "sample" else found


def _height(pieces: Iterable[Piece]) -> float:
    """How many lines the pieces take, with the rules and the space between sections."""
    heights: dict[str, float] = {}
    for piece in pieces:
        heights[piece.section] = heights.get(piece.section, 0) + piece.lines
    uneven = 1 if "promised" in heights else 0  # Two columns are seldom of one length.
    return sum(max(height, SHORTEST) + BETWEEN for height in heights.values()) + uneven


def signs_in(shown: Any) -> int:
    """How many signs a line of text is long; those of the East are as wide as two."""
    match shown:
        case Figure(number, unit):
            return signs_in(f"{number} {unit}")
        case Strong(inner):
            return signs_in(inner)
        case Joined(pieces) | Flow(pieces):
            return sum(map(signs_in, pieces))
        case str():
            return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in shown)
        case _:
            return signs_in(shown.text)


def lines_of(shown: Any, signs: int) -> int:
    """How many lines something takes where a line holds so many signs."""
    return max(ceil(signs_in(shown) / signs), 1)
