"""A colon, or a space after one or after a dash, that is not there: recognised and mended."""

import re

from policyctl.source.diagnosis import Failure, Mistake, blank
from policyctl.source.lines import Edit
from policyctl.source.wording import GLUED_COLON, GLUED_DASH, LONGEST_KEY, Parts, clip, quoted, shown

_HASH_IN_NAME = re.compile(r"\s*(?P<name>[^\W\d_][^:'\"]*\s(?P<lost>#(?:[^\s:'][^:']*)?)):(?:\s|$)")
_FIELD_WORD = re.compile(r"([a-z_]+) (\S.*)$")


def space_after_colon(failure: Failure) -> Mistake | None:
    """`owner:Rosa`, on the line in question or on one that an unquoted text has swallowed."""
    first = failure.swallowed if failure.swallowed is not None else failure.suspect
    for line in range(first, max(failure.suspect, first) + 1):
        found = GLUED_COLON.match(failure.lines[line])
        if found and not failure.parts(line).key:
            return _glued(failure.lines[line], line, found)
    return None


def _glued(text: str, line: int, found: re.Match[str]) -> Mistake:
    at = found.start(2)
    return Mistake(
        "yaml-space-after-colon",
        (line, found.start(1)),
        (line, at),
        f"A space is missing after the colon of `{found.group(1)}`.",
        f"Write:{shown(text[:at].lstrip() + ' ' + found.group(2))}",
        (Edit(line, at, at, " "),),
    )


def space_after_dash(failure: Failure) -> Mistake | None:
    """`-Rosa` among list items."""
    line = failure.suspect
    found = GLUED_DASH.match(failure.lines[line])
    if not found:
        return None
    at = found.start(2)
    return Mistake(
        "yaml-list-dash",
        (line, found.start(1)),
        (line, at),
        "A space is missing after the dash.",
        f"Write:{shown('- ' + found.group(2))}",
        (Edit(line, at, at, " "),),
    )


def hash_in_name(failure: Failure) -> Mistake | None:
    """`Room #4: by the lift`, where the name ends before the `#` and nobody sees the colon."""
    first_line = "<document start>" in failure.stop.problem
    line = failure.above(failure.line) if first_line else failure.suspect
    found = _HASH_IN_NAME.match(failure.lines[line], 0, LONGEST_KEY) if line is not None else None
    if line is None or not found or not (first_line or "could not find expected ':'" in failure.stop.problem):
        return None
    start, end = found.span("name")
    name, rest = found.group("name"), failure.lines[line][end:]
    return Mistake(
        "yaml-hash",
        (line, found.start("lost")),
        (line, end),
        f"From `{found.group('lost')}` on this line is a comment, and the name has lost its colon.",
        f"Put the name in quotation marks:{shown(quoted(name) + rest)}",
        (Edit(line, start, start, "'"), Edit(line, end, end, "'")),
    )


def colon(failure: Failure) -> Mistake | None:
    """A line that should be a field, or go on with the text above it, and is neither."""
    line = _line_without_colon(failure)
    if line is None:
        return None
    part = failure.parts(line)
    if mistake := _loose_text(failure, line, part):
        return mistake
    opens = _opens(failure, line)
    at = _name_length(part.value, opens=opens)
    written = f"{part.value[:at]}:{clip(part.value[at:]) or ('' if opens else ' ...')}"
    start, end = (line, part.column), (line, part.column + len(part.value))
    edit = Edit(line, part.column + at, part.column + at, ":")
    message = "A colon is missing on this line."
    return Mistake("yaml-missing-colon", start, end, message, f"Write:{shown(written)}", (edit,))


def _loose_text(failure: Failure, line: int, part: Parts) -> Mistake | None:
    """A line of prose below a field that has its text: it goes on with that text, unless a comment has ended it."""
    above = failure.above(line)
    field = failure.parts(above) if above is not None else None
    if above is None or field is None or not (field.key and field.value and _goes_on(part.value)):
        return None
    ended = " #" in failure.lines[above]
    edits = blank(failure.lines, line) if ended else (Edit(line, 0, part.inner, " " * (field.inner + 2)),)
    start, end = (line, part.column), (line, part.column + len(part.value))
    message = "This line is neither a field nor part of the text above it."
    name = field.key.rstrip(":")
    hint = f"If it goes on with that text, set it in below `{name}`; if not, put a colon after its name."
    return Mistake("yaml-missing-colon", start, end, message, hint, edits)


def _line_without_colon(failure: Failure) -> int | None:
    if "could not find expected ':'" in failure.stop.problem:
        line: int | None = failure.suspect
    elif failure.swallowed is not None and "mapping values" in failure.stop.problem:
        line = failure.above(failure.line)
    else:
        line = None
    if line is None or failure.parts(line).key or not failure.parts(line).value:
        return None
    return line


def _goes_on(words: str) -> bool:
    return words.endswith((".", "!", "?")) or (words[:1].islower() and words.count(" ") > 1)


def _opens(failure: Failure, line: int) -> bool:
    below = next((text for text in failure.lines[line + 1 :] if text.strip()), "")
    return len(below) - len(below.lstrip()) > failure.parts(line).indent


def _name_length(words: str, *, opens: bool) -> int:
    """How much of a line without a colon is its name: all where it opens a group, else a first word like `owner`."""
    found = None if opens else _FIELD_WORD.match(words)
    return found.end(1) if found else len(words)
