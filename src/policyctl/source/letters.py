"""How a text is written in the file in; where each letter of its value stands out.

White space is left out on both sides: folding and indenting change it, and the letters in between keep their order.
"""

import re
from collections.abc import Iterator
from itertools import islice

from policyctl.source.places import Kind
from policyctl.source.remarks import Mark

Letter = tuple[str, Mark, Mark]
"""A letter of the value, and where its writing begins and ends."""

Writing = tuple[Kind, Mark, Mark]
"""How a text is written, and where it begins and ends."""

_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))")
_NAMED = {
    "0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "v": "\v", "n": "\n", "r": "\r", "t": "\t",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def stretch(lines: tuple[str, ...], writing: Writing, before: str, words: str) -> tuple[Mark, Mark] | None:
    """Where the words stand that come after `before` in the value; None where the letters there are others."""
    kind, start, end = writing
    wanted = "".join(words.split())
    skipped = len("".join(before.split()))
    found = list(islice(_letters(lines, kind, start, end), skipped, skipped + len(wanted)))
    if not wanted or "".join(letter for letter, _, _ in found) != wanted:
        return None
    return found[0][1], found[-1][2]


def _letters(lines: tuple[str, ...], kind: Kind, start: Mark, end: Mark) -> Iterator[Letter]:
    quote = lines[start[0]][start[1] : start[1] + 1] if kind is Kind.QUOTED else ""
    first = (start[0] + 1, 0) if kind is Kind.BLOCK else (start[0], start[1] + len(quote))
    for number in range(first[0], end[0] + 1):
        left = first[1] if number == first[0] else 0
        right = end[1] - len(quote) if number == end[0] else len(lines[number])
        for text, column, length in _on_a_line(lines[number][left:right], quote):
            if not text.isspace():
                yield text, (number, left + column), (number, left + column + length)


def _on_a_line(line: str, quote: str) -> Iterator[tuple[str, int, int]]:
    """The letters of a line, each with its column and how many columns its writing takes."""
    column = 0
    while column < len(line):
        length, letter = 1, line[column]
        if quote == "'" and line.startswith("''", column):
            length = 2
        elif quote == '"' and (escape := _ESCAPE.match(line, column)):
            length, letter = len(escape[0]), _meant(escape)
        elif quote == '"' and letter == "\\":
            letter = " "
        yield letter, column, length
        column += length


def _meant(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    if code is None:
        return _NAMED.get(escape[4], escape[4])
    return chr(int(code, 16)) if int(code, 16) <= 0x10FFFF else "�"
