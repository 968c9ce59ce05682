"""Brackets and braces that do not close, or hold what they cannot: recognised and mended."""

import re

from policyctl.source.diagnosis import Failure, Mistake, in_quotes
from policyctl.source.lines import Edit
from policyctl.source.wording import after_bar, shown

_CLOSING = {"[": "]", "{": "}"}
_HASH = re.compile(r"\s(#[^\s,\]}]*)")


def unclosed(failure: Failure) -> Mistake | None:
    """A `[` or `{` after which the parser has waited in vain for the closing one."""
    around, problem = failure.stop.around, failure.stop.problem
    if around is None or not ("',' or ']'" in problem or "',' or '}'" in problem):
        return None
    line, column = around
    text = failure.lines[line]
    if text[column : column + 1] not in _CLOSING:
        return None
    return _hash(failure, line, column) or (_inside if _balanced(text[column:]) else _open)(failure, line, column)


def _hash(failure: Failure, line: int, column: int) -> Mistake | None:
    text = failure.lines[line]
    found = _HASH.search(text, column)
    if not found or not _balanced(text[column:]):
        return None
    start, end = found.span(1)
    word = found.group(1)
    return Mistake(
        "yaml-hash",
        (line, start),
        (line, end),
        f"From `{word}` on this line is a comment, so the `{text[column]}` before it is never closed.",
        f"Put it in quotation marks:{shown(text[:start].lstrip() + _quote(word) + text[end:])}",
        (Edit(line, start, end, f"'{word}'"),),
    )


def _quote(word: str) -> str:
    return f'"{word}"'


def _open(failure: Failure, line: int, column: int) -> Mistake:
    part, text = failure.parts(line), failure.lines[line]
    end = part.column + len(part.value)
    inside = text[column + 1 : end]
    listed = column != part.column or "," in inside or ":" in inside or " " not in inside.strip()
    closing = _CLOSING[text[column]]
    closed = text[:end].strip().rstrip(",") + closing
    at = max(end, column + 1)
    return Mistake(
        "yaml-unclosed-bracket",
        (line, column),
        (line, at),
        f"The `{text[column]}` that opens here is never closed.",
        f"Close it:{shown(closed)}" if listed else after_bar(part, part.value),
        (Edit(line, at, at, closing),) if listed else in_quotes(failure.lines, line, column),
    )


def _inside(failure: Failure, line: int, column: int) -> Mistake:
    part, text = failure.parts(line), failure.lines[line]
    at = min(part.column, column)
    return Mistake(
        "yaml-bracket",
        (line, column),
        (line, len(text.rstrip())),
        f"What stands between `{text[column]}` and `{_CLOSING[text[column]]}` cannot be read.",
        "Write each entry on a line of its own, without brackets.",
        in_quotes(failure.lines, line, at),
    )


def _balanced(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character in "[{") - (character in "]}")
        if depth == 0:
            return True
    return False
