"""Fit text into the width of a terminal, with colours where it can show them."""

from collections.abc import Iterator, Mapping

from policyctl.findings import Severity
from policyctl.reporters.report import Look
from policyctl.reporters.untrusted import cells, show

BOLD = "1"
CARET = "1;31"
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}


def paint(text: str, code: str, look: Look) -> str:
    """The text in a colour (an SGR code), where the look has any."""
    return f"\x1b[{code}m{text}\x1b[0m" if look.colour and text else text


def colour_of(severity: Severity) -> str:
    """The colour of a severity; it is always named in words as well."""
    return _COLOURS[severity]


def paragraphs(text: str, look: Look, indent: str) -> list[str]:
    """The text made safe and wrapped; lines that are indented already are examples and stay as they are."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines += [indent + show(line)] if line.startswith(" ") else wrapped(show(line), look.width, indent)
    return lines


def wrapped(text: str, width: int, indent: str) -> list[str]:
    """Lines of at most `width` columns; a word that is longer has a line of its own, and nothing is cut."""
    lines: list[str] = []
    line = indent
    for word in text.split():
        if line != indent and cells(line) + 1 + cells(word) > width:
            lines.append(line)
            line = indent
        line += word if line == indent else " " + word
    return [*lines, line] if line != indent else lines


def columns(rows: Mapping[str, str], width: int) -> Iterator[str]:
    """Names in a column of their own, each with its words beside it, made safe and wrapped to `width` columns."""
    indent = max(map(len, rows), default=0) + 4
    for name, words in rows.items():
        first, *more = wrapped(show(words), width, " " * indent) or [""]
        yield f"  {name}".ljust(indent) + first.strip()
        yield from more
