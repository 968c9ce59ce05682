"""A finding and its policy's text in, the line it is about with a mark below the words in question out."""

from policyctl.findings import Span
from policyctl.reporters.layout import CARET, paint
from policyctl.reporters.report import Look
from policyctl.reporters.untrusted import cells, pieces

_CUT = "…"
_LEAST = 20
"""Columns that are always shown of a line, however narrow the terminal is."""


def excerpt(text: str, span: Span, look: Look) -> list[str]:
    """Two lines: the source line and the underline; none where the line is empty.

    A line wider than the terminal is shown from a little before the words in question.
    """
    line = text.split("\n")[span.start.line - 1]
    if not line.strip():
        return []
    number = str(span.start.line)
    room = max(look.width - len(number) - 5, _LEAST)
    start = min(span.start.column - 1, len(line))
    end = span.end.column - 1 if span.end.line == span.start.line else len(line)
    before, marked, after = _windowed(pieces(line), start, max(end, start + 1), room)
    underline = " " * cells(before) + paint("^" * max(cells(marked), 1), CARET, look)
    gutter = " " * len(number)
    return [f"  {number} | {before}{marked}{after}".rstrip(), f"  {gutter} | {underline}"]


def _windowed(shown: list[str], start: int, end: int, room: int) -> tuple[str, str, str]:
    """The line in three parts, cut at its ends to the room there is; the words in question are kept the longest."""
    widths = [cells(piece) for piece in shown]
    first = 0
    if sum(widths) > room:
        while first < start and sum(widths[first : min(end, len(shown))]) > room * 2 // 3:
            first += 1
    last = _last_that_fits(widths, first, room - 2)
    end = min(end, last)
    head = _CUT if first else ""
    tail = _CUT if last < len(shown) else ""
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
