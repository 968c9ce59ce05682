"""The line that a finding is about in, the same line with a mark below the words in question out."""

from typing import NamedTuple

from policyctl.findings import Span
from policyctl.reporters.layout import CARET, paint
from policyctl.reporters.report import Look
from policyctl.reporters.untrusted import cells, pieces

_CUT = "…"
_REACH = 400
"""Characters that are looked at on either side: more than any terminal shows of a line that has no end."""

_LEAST = 20
"""Columns that are always shown of a line, however narrow the terminal is."""


def excerpt(line: str, span: Span, look: Look) -> list[str]:
    """Two lines: that on which the span begins and the underline; none where the line is empty.

    A line wider than the terminal is shown from a little before the words in question.
    """
    if not line.strip():
        return []
    number = str(span.start.line)
    room = max(look.width - len(number) - 5, _LEAST)
    before, marked, after = _windowed(_stretch(line, span), room)
    underline = " " * cells(before) + paint("^" * max(cells(marked), 1), CARET, look)
    gutter = " " * len(number)
    return [f"  {number} | {before}{marked}{after}".rstrip(), f"  {gutter} | {underline}"]


class _Stretch(NamedTuple):
    """What is shown of each character around the words in question, and whether the line goes on at either end."""

    shown: list[str]
    start: int
    end: int
    cut_before: bool
    cut_after: bool


def _stretch(line: str, span: Span) -> _Stretch:
    start = min(span.start.column - 1, len(line))
    end = span.end.column - 1 if span.end.line == span.start.line else len(line)
    first, last = max(start - _REACH, 0), min(start + _REACH, len(line))
    shown = pieces(line[first:last])
    return _Stretch(shown, start - first, min(max(end, start + 1), last) - first, first > 0, last < len(line))


def _windowed(line: _Stretch, room: int) -> tuple[str, str, str]:
    """The line in three parts, cut at its ends to the room there is; the words in question are kept the longest."""
    shown, start = line.shown, line.start
    widths = [cells(piece) for piece in shown]
    first = 0
    if sum(widths) > room:
        while first < start and sum(widths[first : line.end]) > room * 2 // 3:
            first += 1
    last = _last_that_fits(widths, first, room - 2)
    end = min(line.end, last)
    head = _CUT if first or line.cut_before else ""
    tail = _CUT if last < len(shown) or line.cut_after else ""
    return head + "".join(shown[first:start]), "".join(shown[start:end]), "".join(shown[end:last]) + tail


def _last_that_fits(widths: list[int], first: int, room: int) -> int:
    if sum(widths[first:]) <= room + 1:
        return len(widths)
    taken = 0
    for index in range(first, len(widths)):
        taken += widths[index]
        if taken > room:
            return index
    return len(widths)
