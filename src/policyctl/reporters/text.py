"""Write a report for people on a terminal, in full or in one line for each finding."""

from collections.abc import Iterator
from typing import NamedTuple

from policyctl.findings import Checked, Finding, Span
from policyctl.reporters.layout import BOLD, CARET, colour_of, paint, paragraphs, wrapped
from policyctl.reporters.report import Look, Report, shown
from policyctl.reporters.untrusted import cells, pieces, show
from policyctl.reporters.wording import closing, counted, in_a_line

_CUT = "…"
_REACH = 400
"""Characters that are looked at on either side: more than any terminal shows of a line that has no end."""

_LEAST = 20
"""Columns that are always shown of a line, however narrow the terminal is."""


def text(report: Report, look: Look) -> str:
    """Every finding with its place, its sentence, the line it is about and the way out; then what to do next.

    Where several policies have findings, each has a heading. Where nothing could be checked there is nothing to say.
    """
    if not report.files:
        return ""
    found = [checked for checked in report.files if checked.findings]
    blocks = [lines for checked in found for lines in _of(checked, look, headed=len(found) > 1)]
    end = [line for sentence in (*closing(report), *_why(report)) for line in wrapped(sentence, look.width, "")]
    return "\n\n".join("\n".join(lines) for lines in [*blocks, end]) + "\n"


def concise(report: Report, _look: Look) -> str:
    """Lines such as `policy.yaml:3:3: error unknown-key: ...`, never wrapped and never coloured."""
    if not report.files:
        return ""
    return "\n".join([*(_in_one_line(finding) for finding in report.shown), *closing(report)]) + "\n"


def _in_one_line(finding: Finding) -> str:
    start = finding.span.start
    place = f"{show(finding.span.file)}:{start.line}:{start.column}"
    return f"{place}: {finding.severity.value} {finding.rule}: {in_a_line(finding)}"


def _why(report: Report) -> Iterator[str]:
    """Where to read more of the gravest finding, once all of it is about what the policy says."""
    if report.findings and not report.unread:
        gravest = min(report.findings, key=lambda finding: finding.severity.rank)
        yield f"Why it matters: policyctl explain {gravest.rule}"


def block(finding: Finding, look: Look) -> list[str]:
    """The lines about one finding."""
    return [
        _head(finding, look),
        *paragraphs(finding.message, look, "  "),
        *_excerpt(finding.line, finding.span, look),
        *paragraphs(finding.hint or "", look, "  "),
    ]


def _of(checked: Checked, look: Look, *, headed: bool) -> Iterator[list[str]]:
    if headed:
        heading = wrapped(f"{show(checked.file)}: {counted(checked.findings)}", look.width, "")
        yield [*(paint(line, BOLD, look) for line in heading), "-" * max(map(cells, heading))]
    yield from (block(finding, look) for finding in shown(checked.findings))


def _head(finding: Finding, look: Look) -> str:
    start = finding.span.start
    place = f"{show(finding.span.file)}:{start.line}:{start.column}:"
    severity = paint(finding.severity.value, colour_of(finding.severity), look)
    return f"{paint(place, BOLD, look)} {severity} {finding.rule}"


def _excerpt(line: str, span: Span, look: Look) -> list[str]:
    """The line on which the span begins, and below it a mark; none where the line is empty.

    A line wider than the terminal is shown from a little before the words in question.
    """
    if not line.strip():
        return []
    number = str(span.start.line)
    room = max(look.width - len(number) - 5, _LEAST)
    before, marked, after = _cut_to_room(_stretch(line, span), room)
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


def _cut_to_room(line: _Stretch, room: int) -> tuple[str, str, str]:
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
