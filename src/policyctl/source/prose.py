"""Prose that YAML takes for something else, by its first character or by a colon in it: recognised and mended."""

import re

from policyctl.source.diagnosis import Failure, Mistake, blank, in_quotes
from policyctl.source.lines import Edit
from policyctl.source.wording import Parts, after_bar, clip, quoted, shown

_LEADING = "*&!%@`>|[{\"'?,]}"
_CURLY = "“”„‟‘’‚‛«"
_ENTRY = re.compile(r"[^,\]}]*")


def directive(failure: Failure) -> Mistake | None:
    """A line that begins with `%` in the first column speaks to the parser."""
    line = 0 if "incompatible YAML document" in failure.stop.problem else failure.line
    if not failure.lines[line].startswith("%"):
        return None
    return Mistake(
        "yaml-leading-character",
        (line, 0),
        (line, len(failure.lines[line].rstrip())),
        "A line that begins with `%` is an instruction to the program, not part of the policy.",
        "Delete it; if it is text, set it in below a name that ends in `|`.",
        blank(failure.lines, line)[:1],
    )


def list_on_key_line(failure: Failure) -> Mistake | None:
    """A list that begins on the line of its name."""
    part = failure.parts(failure.line)
    if "sequence entries" not in failure.stop.problem or not part.key or not part.value.startswith("-"):
        return None
    message = "A list cannot begin on the line of its name."
    hint = f"Begin it on the next line:{shown(part.key, '  ' + part.value)}"
    return _as_text("yaml-list-dash", failure, failure.line, message, hint)


def leading_character(failure: Failure) -> Mistake | None:
    """A text that begins with a character of YAML's own, as Markdown, quotations and handles do."""
    line = failure.suspect
    part = failure.parts(line)
    if line == failure.line and failure.column < part.column:
        return None
    if part.value[:1] in ("[", "{") and (mistake := _entry(failure, line)):
        return mistake
    if not part.value or part.value[0] not in _LEADING or _only_misplaced(failure, part, line):
        return None
    first = part.value[0]
    if first in "\"'":
        message = "The quotation marks close before the text ends, and the words after them are left over."
        words = _unwrapped(part.value)
    else:
        message, words = f"A text that begins with {_named(first)} cannot stand here as it is.", part.value
    return _as_text("yaml-leading-character", failure, line, message, after_bar(part, words))


def _named(character: str) -> str:
    return "a backtick" if character == "`" else f"`{character}`"


def _only_misplaced(failure: Failure, part: Parts, line: int) -> bool:
    """A whole quoted or bracketed value at the start of its line may merely begin in the wrong column."""
    return line == failure.line and failure.at_line_start and part.value[0] in "\"'" and part.value[-1] == part.value[0]


def _unwrapped(value: str) -> str:
    wrapped = len(value) > 1 and value[0] == value[-1] and value.count('"' if value[0] == '"' else "'") % 2
    return value[1:-1] if wrapped else value


def _entry(failure: Failure, line: int) -> Mistake | None:
    text, column = failure.lines[line], failure.column
    if line != failure.line or text[column : column + 1] not in tuple("@`%"):
        return None
    found = _ENTRY.match(text, column)
    words = found.group().rstrip() if found else ""
    end = column + len(words)
    return Mistake(
        "yaml-leading-character",
        (line, column),
        (line, end),
        f"A text that begins with {_named(text[column])} cannot stand here as it is.",
        f"Put it in quotation marks:{shown(text[:column].lstrip() + quoted(words) + text[end:])}",
        (Edit(line, column, end, "'" + words.replace("'", "''") + "'"),),
    )


def colon(failure: Failure) -> Mistake | None:
    """A second `: ` on a line, which YAML takes for the colon after a name."""
    line = failure.line
    part = failure.parts(line)
    if "mapping values are not allowed" not in failure.stop.problem or failure.column < part.column:
        return None
    if part.value[:1] in tuple(_CURLY):
        bare = part.value.strip(_CURLY + "»")
        head = "- " * part.lead.count("-") + (f"{part.key} " if part.key else "")
        message = "These curly quotation marks do not protect the colon in the text."
        hint = f"Use plain quotation marks:{shown(head + quoted(clip(bare)))}"
        return _as_text("yaml-curly-quotes", failure, line, message, hint)
    message = "The text on this line has a colon in it, which is taken for the colon after a name."
    mistake = _as_text("yaml-colon", failure, line, message, after_bar(part, part.value))
    return mistake._replace(start=(line, failure.column), end=(line, failure.column + 1))


def _as_text(rule: str, failure: Failure, line: int, message: str, hint: str) -> Mistake:
    """The whole value of the line is the mistake, and is read as text: nothing but text where it has no place."""
    part = failure.parts(line)
    above = failure.parts(failure.above(line) or 0)
    homeless = not part.key and not part.dashed and above.key and above.value
    edits = blank(failure.lines, line) if homeless else in_quotes(failure.lines, line, part.column)
    return Mistake(rule, (line, part.column), (line, part.column + len(part.value)), message, hint, edits)
