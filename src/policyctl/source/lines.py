"""The author's lines and edits to them in; the lines to read, and the way back to the author's columns, out."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from policyctl.findings import Finding, Position, Span
from policyctl.source.remarks import Mark, Remark


class Edit(NamedTuple):
    """Put `text` where the columns from `start` up to `end` (from 0) of the line as read are."""

    line: int
    start: int
    end: int
    text: str


class Lines(NamedTuple):
    """A text as written and as read; mending changes what is read, never the number of lines.

    `columns` has, for each mended line, the author's column for every column as read, and one for the end.
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
            ways = columns.get(number) or tuple(range(len(old) + 1))
            read[number], columns[number] = _edited(old, ways, of_line)
        return self._replace(read=tuple(read), columns=columns)

    def position(self, mark: Mark) -> Position:
        """The place in the author's text, never outside it."""
        line = min(mark[0], len(self.written) - 1)
        column = mark[1] if line == mark[0] else len(self.read[line])
        ways = self.columns.get(line)
        if ways is not None:
            column = ways[min(column, len(ways) - 1)]
        return Position(line + 1, min(column, len(self.written[line])) + 1)

    def span(self, file: str, start: Mark, end: Mark) -> Span:
        """The stretch between two marks; an end before the start is the start."""
        first = self.position(start)
        return Span(file, first, max(first, self.position(end)))

    def finding(self, file: str, remark: Remark) -> Finding:
        """A remark at its place in the author's text."""
        span = self.span(file, remark.start, remark.end)
        line = self.written[span.start.line - 1]
        return Finding(remark.rule, remark.severity, span, remark.message, remark.hint, remark.pointer, line)


def _edited(old: str, ways: tuple[int, ...], edits: Iterable[Edit]) -> tuple[str, tuple[int, ...]]:
    """One line with its edits made, in one go: a hostile line may take a hundred thousand of them."""
    text: list[str] = []
    columns: list[int] = []
    done = 0
    for edit in edits:
        text += (old[done : edit.start], edit.text)
        columns += (*ways[done : edit.start], *(ways[edit.start],) * len(edit.text))
        done = edit.end
    text.append(old[done:])
    columns += ways[done:]
    return "".join(text), tuple(columns)
