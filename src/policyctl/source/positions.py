"""Remember where everything stands: the lines as written and as read, and a tree of the places of all values.

A mark is a line and a column from 0 in the text as read, as the parser counts. Repairs in memory change what is read
but never the number of lines, so `Lines` can lead every mark back to the author's own column.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby, islice
from types import MappingProxyType
from typing import NamedTuple

from policyctl.findings import Pointer, Position, Replacement, Span

Mark = tuple[int, int]
"""Line and column from 0, in the text as it was read: the parser's own counting."""


class Edit(NamedTuple):
    """Put `text` where the columns from `start` up to `end` (from 0) of the line as read are."""

    line: int
    start: int
    end: int
    text: str


class Lines(NamedTuple):
    """A text as written and as read; repairs change what is read, never the number of lines.

    `columns` has, for each repaired line, the author's column for every column as read, and one for the end.
    """

    written: tuple[str, ...]
    read: tuple[str, ...]
    columns: Mapping[int, tuple[int, ...]] = MappingProxyType({})

    @property
    def text(self) -> str:
        """The text as read, for the parser."""
        return "\n".join(self.read)

    def edited(self, edits: Iterable[Edit]) -> "Lines":
        """These lines with the edits made; on one line the edits may not overlap."""
        read, columns = list(self.read), dict(self.columns)
        ordered = sorted(edits, key=lambda edit: (edit.line, edit.start, edit.end))
        for number, of_line in groupby(ordered, key=lambda edit: edit.line):
            old = read[number]
            origin = columns.get(number) or tuple(range(len(old) + 1))
            read[number], columns[number] = _edited(old, origin, of_line)
        return self._replace(read=tuple(read), columns=columns)

    def position(self, mark: Mark) -> Position:
        """The place in the author's text, never outside it."""
        line = min(mark[0], len(self.written) - 1)
        column = mark[1] if line == mark[0] else len(self.read[line])
        origin = self.columns.get(line)
        if origin is not None:
            column = origin[min(column, len(origin) - 1)]
        return Position(line + 1, min(column, len(self.written[line])) + 1)

    def span(self, file: str, start: Mark, end: Mark) -> Span:
        """The stretch between two marks; an end before the start is the start."""
        first = self.position(start)
        return Span(file, first, max(first, self.position(end)))

    def replacements(self, file: str, edits: Iterable[Edit]) -> tuple[Replacement, ...]:
        """The edits for the author's own lines; none where one of the lines is not read as it is written."""
        ordered = sorted(edits)
        if any(self.read[each.line] != self.written[each.line] for each in ordered):
            return ()
        spans = (Span(file, Position(e.line + 1, e.start + 1), Position(e.line + 1, e.end + 1)) for e in ordered)
        return tuple(Replacement(span, edit.text) for span, edit in zip(spans, ordered, strict=True))


def _edited(old: str, origin: tuple[int, ...], edits: Iterable[Edit]) -> tuple[str, tuple[int, ...]]:
    """One line with its edits made, in one go: a hostile line may take a hundred thousand of them."""
    text: list[str] = []
    columns: list[int] = []
    done = 0
    for edit in edits:
        text += (old[done : edit.start], edit.text)
        columns += (*origin[done : edit.start], *(origin[edit.start],) * len(edit.text))
        done = edit.end
    text.append(old[done:])
    columns += origin[done:]
    return "".join(text), tuple(columns)


def quoting(line: int, text: str, start: int, end: int) -> list[Edit]:
    """The edits that make YAML read the columns from `start` up to `end` of a line as text and nothing else."""
    inner = [Edit(line, at, at + 1, "''") for at in range(start, end) if text[at] == "'"]
    return [Edit(line, start, start, "'"), *inner, Edit(line, end, end, "'")]


class Kind(StrEnum):
    """How a value is written."""

    PLAIN = "plain"
    QUOTED = "quoted"
    BLOCK = "block"
    MAPPING = "mapping"
    LIST = "list"
    BRACES = "braces"
    BRACKETS = "brackets"


ENCLOSED = (Kind.BRACES, Kind.BRACKETS)
"""How YAML writes a group on one line."""

TEXTS = (Kind.PLAIN, Kind.QUOTED, Kind.BLOCK)
"""How YAML writes a text."""


@dataclass(slots=True, eq=False)
class Place:
    """Where one value stands, and the key it stands under; `text` is the value itself where it is a text.

    `inside` has every value in it as written; `children` has those that can be reached, without keys given twice.
    """

    kind: Kind
    start: Mark
    end: Mark
    parent: "Place | None" = None
    segment: str | int | None = None
    key: tuple[Mark, Mark] | None = None
    text: str = ""
    inside: list["Place"] = field(default_factory=list)
    children: dict[str | int, "Place"] = field(default_factory=dict)

    @property
    def pointer(self) -> Pointer:
        """The way here from the top."""
        way: list[str | int] = []
        place: Place | None = self
        while place is not None and place.segment is not None:
            way.append(place.segment)
            place = place.parent
        return tuple(reversed(way))

    @property
    def empty(self) -> bool:
        """Whether nothing is written here: `owner:` with no value behind it."""
        return self.kind is Kind.PLAIN and self.start == self.end

    def nearest(self, pointer: Pointer) -> "Place":
        """The place at `pointer`; what the author did not write is stepped over, and so is the name of a list item."""
        place = self
        for segment in pointer:
            named = next(iter(place.children.values())) if place.is_named_item else place
            place = place.children.get(segment) or named.children.get(segment, place)
        return place

    @property
    def is_named_item(self) -> bool:
        """Whether it is an item such as `- Repairs: {within: 3 days}`, whose one key may be its name."""
        return isinstance(self.segment, int) and len(self.children) == 1

    def text_end(self, lines: tuple[str, ...]) -> Mark:
        """Where a text ends; behind a `|` or `>` the parser's own mark lies on whatever comes next."""
        if self.kind is not Kind.BLOCK:
            return self.end
        end = (self.start[0], len(lines[self.start[0]].rstrip()))
        inner: int | None = None
        for number in range(self.start[0] + 1, len(lines)):
            line = lines[number].rstrip()
            if not line:
                continue
            indent = len(line) - len(line.lstrip(" "))
            inner = max(indent, self.parent.start[1] + 1 if self.parent else 0) if inner is None else inner
            if indent < inner:
                break
            end = (number, len(line))
        return end


Letter = tuple[str, Mark, Mark]
"""A letter of a value, and where its writing begins and ends."""

_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))")
_NAMED_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "v": "\v", "n": "\n", "r": "\r", "t": "\t",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def find_letters(
    lines: tuple[str, ...], written: tuple[Kind, Mark, Mark], before: str, words: str
) -> tuple[Mark, Mark] | None:
    """Where the words stand that come after `before` in the value of a text; None where the letters there are others.

    White space is left out on both sides: folding and indenting change it, and the letters in between keep their order.
    """
    wanted = "".join(words.split())
    skipped = len("".join(before.split()))
    found = list(islice(_letters(lines, *written), skipped, skipped + len(wanted)))
    if not wanted or "".join(letter for letter, _, _ in found) != wanted:
        return None
    return found[0][1], found[-1][2]


def _letters(lines: tuple[str, ...], kind: Kind, start: Mark, end: Mark) -> Iterator[Letter]:
    quote = lines[start[0]][start[1] : start[1] + 1] if kind is Kind.QUOTED else ""
    first = (start[0] + 1, 0) if kind is Kind.BLOCK else (start[0], start[1] + len(quote))
    for number in range(first[0], end[0] + 1):
        left = first[1] if number == first[0] else 0
        right = end[1] - len(quote) if number == end[0] else len(lines[number])
        for text, column, length in _letters_of_line(lines[number][left:right], quote):
            if not text.isspace():
                yield text, (number, left + column), (number, left + column + length)


def _letters_of_line(line: str, quote: str) -> Iterator[tuple[str, int, int]]:
    """The letters of a line, each with its column and how many columns its writing takes."""
    column = 0
    while column < len(line):
        length, letter = 1, line[column]
        if quote == "'" and line.startswith("''", column):
            length = 2
        elif quote == '"' and (escape := _ESCAPE.match(line, column)):
            length, letter = len(escape[0]), _unescape(escape)
        elif quote == '"' and letter == "\\":
            letter = " "
        yield letter, column, length
        column += length


def _unescape(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    if code is None:
        return _NAMED_ESCAPES.get(escape[4], escape[4])
    return chr(int(code, 16)) if int(code, 16) <= 0x10FFFF else "�"
