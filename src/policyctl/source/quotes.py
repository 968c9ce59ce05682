"""Quotation marks that do not close, and backslashes between them: recognised and mended."""

import re

from policyctl.source.diagnosis import Failure, Mistake, in_quotes
from policyctl.source.lines import Edit
from policyctl.source.places import Kind
from policyctl.source.remarks import Mark
from policyctl.source.wording import Parts, after_bar, clip, quoted, shown

_ESCAPE = ("escape", "hexdecimal", "hexadecimal")
_ELIDED = re.compile(r"'(?:tis|twas|til|em|cause|cos|round|n|bout|\d)", re.IGNORECASE)
_KEYED = re.compile(r"""["']([\w -]+): """)


def backslash(failure: Failure) -> Mistake | None:
    r"""A backslash in double quotes before something that has no meaning there, as in `"C:\queue"`."""
    if not any(word in failure.stop.problem for word in _ESCAPE):
        return None
    line = failure.line
    column = failure.lines[line].rfind("\\", 0, failure.column + 1)
    if column < 0:
        return None
    part = failure.parts(line)
    words = part.value.strip('"')
    return Mistake(
        "yaml-backslash",
        (line, column),
        (line, column + 2),
        "A backslash in double quotation marks begins a special character, and this is none.",
        after_bar(part, words) if part.value.startswith('"') else "Write two backslashes for one.",
        (Edit(line, column, column, "\\"),),
    )


def unclosed(failure: Failure) -> Mistake | None:
    """A quote that opens and is closed nowhere, or by the quote that opens another text far below."""
    opened = _opened(failure)
    if opened is None:
        return None
    line, column = opened
    text = failure.lines[line]
    part = failure.parts(line)
    keyed = _KEYED.match(text, column) if column == part.column and not part.key else None
    end = part.column + len(part.value)
    return Mistake(
        "yaml-unclosed-quote",
        opened,
        (line, max(end, column + 1)),
        "The quotation mark that opens here is never closed.",
        f"Leave it out:{shown(text[column + 1 :])}" if keyed else _closed(part, text[column:end]),
        (Edit(line, column, column + 1, ""),)
        if keyed
        else in_quotes(failure.lines, line, column, skip=0 if _ELIDED.match(text, column) else 1),
    )


def _opened(failure: Failure) -> Mark | None:
    if "found unexpected end of stream" in failure.stop.problem and failure.stop.around:
        return failure.stop.around
    last = failure.last
    runs_on = last and last.kind is Kind.QUOTED and last.start[0] < last.end[0] == failure.line
    return last.start if last and runs_on else None


def _closed(part: Parts, words: str) -> str:
    if _ELIDED.match(words):
        return after_bar(part, words)
    head = "- " * part.lead.count("-") + (f"{part.key} " if part.key else "")
    return f"Close it at the end of the text:{shown(head + quoted(clip(words[1:])))}"
