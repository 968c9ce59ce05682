"""Put lines into the text of a policy, and change single values in it; every other byte stays as it was."""

import re
from dataclasses import dataclass

from policyctl.source import Source, read
from policyctl.source.positions import Kind, Place

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


@dataclass(frozen=True)
class Room:
    """Where something may be put: before which line, counted from 0, how far in, and whether into a list."""

    line: int
    indent: int
    in_list: bool = False


@dataclass(frozen=True)
class Draft:
    """A policy as it is being changed: its text, and what was read from it."""

    data: bytes
    source: Source

    @classmethod
    def of(cls, data: bytes, file: str) -> "Draft":
        """The text of a file."""
        return cls(data, read(data, file))

    @property
    def lines(self) -> list[str]:
        """The lines with their ends, as they stand in the file; a mark of its encoding is part of the first."""
        return _LINE.findall(self.data.decode("utf-8"))

    @property
    def line_end(self) -> str:
        """How lines end in this file."""
        first = next(iter(self.lines), "\n")
        return next((end for end in ("\r\n", "\n", "\r") if first.endswith(end)), "\n")

    def place(self, *path: str | int) -> Place | None:
        """Where the value at a path stands; None where there is none."""
        place = self.source.root
        for step in path:
            place = place.children.get(step) if place else None
        return place

    def insert(self, line: int, lines: list[str]) -> "Draft":
        """The file with these lines before the one of that number."""
        end = self.line_end
        whole = self.lines
        before, after = whole[:line], whole[line:]
        if before and not before[-1].endswith(("\n", "\r")):
            before[-1] += end
        text = "".join([*before, *(each + end for each in lines), *after])
        return Draft.of(text.encode(), self.source.file)

    def replace(self, place: Place, written: str) -> "Draft | None":
        """The file with another text in the place of one that stands on a single line; None for any other."""
        (line, start), (last, end) = place.start, place.end
        if place.kind not in (Kind.PLAIN, Kind.QUOTED) or line != last:
            return None
        whole = self.lines
        shift = int(line == 0 and whole[0].startswith("\ufeff"))
        whole[line] = whole[line][: start + shift] + written + whole[line][end + shift :]
        return Draft.of("".join(whole).encode(), self.source.file)

    def room_in(self, place: Place) -> Room | None:
        """Where the next entry of a group stands; None where the group is no list of lines."""
        if place.kind not in (Kind.MAPPING, Kind.LIST) or not place.children or place.key is None:
            return None
        first = next(iter(place.children.values()))
        column = first.key[0][1] if place.kind is Kind.MAPPING and first.key else place.start[1]
        return Room(self.line_after(place), column, place.kind is Kind.LIST)

    def first_line_in(self, place: Place) -> int:
        """The line on which the first entry of a group begins."""
        first = next(iter(place.children.values()))
        return (first.key[0] if first.key else place.start)[0]

    def line_after(self, place: Place) -> int:
        """The line after the last one that belongs to what stands at a place."""
        line, indent = place.key[0] if place.key else place.start
        return self._end(line, indent, is_list=place.kind is Kind.LIST)

    def _end(self, line: int, indent: int, *, is_list: bool) -> int:
        """The line after the last one that belongs to the key on a line."""
        last = line
        for number, text in enumerate(self.lines[line + 1 :], line + 1):
            words = text.strip()
            depth = len(text) - len(text.lstrip(" "))
            if words and depth <= indent and not (is_list and depth == indent and words.startswith("-")):
                break
            last = number if words else last
        return last + 1
