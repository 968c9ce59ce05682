"""Lines that begin in a column where nothing above them does: recognised and mended."""

from policyctl.source.diagnosis import Failure, Mistake, blank
from policyctl.source.lines import Edit
from policyctl.source.wording import Parts, parts


def deeper_than_field_above(failure: Failure) -> Mistake | None:
    """A field below another that has its text already, and set in deeper than that."""
    line, first = failure.line, failure.swallowed
    if first is None or "mapping values" not in failure.stop.problem:
        return None
    above, part = failure.parts(first), failure.parts(line)
    if not ((above.key and above.value) or (above.dashed and part.dashed)):
        return None
    name = above.key.rstrip(":") or "the item above it"
    target = above.indent if part.dashed else above.inner
    return Mistake(
        "yaml-indentation",
        (line, part.column if not part.key else part.inner),
        (line, part.inner + len(part.key)),
        f"This line is set in deeper than `{name}` in line {first + 1}, so it is taken for part of its text.",
        f"Begin it {_spaces(target)}; a text of several lines goes after `|`.",
        shifted(failure.lines, line, target - part.indent),
    )


def out_of_line(failure: Failure) -> Mistake | None:
    """A line whose column is that of no line above it, or one of another kind than its neighbours."""
    line = failure.line
    above = failure.above(line)
    if not failure.at_line_start or above is None or not failure.lines[line].strip():
        return None
    if failure.lines[above].startswith("..."):
        return _after_the_end(failure, above)
    part = failure.parts(line)
    columns = _columns(failure, line)
    target = min(columns, key=lambda column: (abs(column - part.indent), -column))
    if target == part.indent:
        return _of_another_kind(failure, line, part)
    other = columns[target]
    return Mistake(
        "yaml-indentation",
        (line, 0),
        (line, max(part.indent, 1)),
        f"This line begins {_spaces(part.indent)}, and no line above that it could belong to does.",
        f"Begin it {_spaces(target)}, as line {other + 1} does.",
        shifted(failure.lines, line, target - part.indent),
    )


def _columns(failure: Failure, line: int) -> dict[int, int]:
    """The columns in which the lines above, from the nearest outwards, begin; and those lines."""
    columns: dict[int, int] = {}
    reach = len(failure.lines[line]) + max(map(len, failure.lines))
    number: int | None = failure.above(line)
    while number is not None and reach > 0:
        part = failure.parts(number)
        if part.indent < reach:
            if part.dashed and part.key:
                columns.setdefault(part.inner, number)
            columns.setdefault(part.indent, number)
            reach = part.indent
        number = failure.above(number)
    return columns


def _of_another_kind(failure: Failure, line: int, part: Parts) -> Mistake | None:
    if part.dashed:
        message = "A list item stands here among fields."
        hint = "Put the list below a name that ends in a colon."
        edits = shifted(failure.lines, line, 2)
    elif part.key:
        message = "A field stands here among list items."
        hint = "Begin it with `- ` if it is one of them, or in the column of the list's name if the list is over."
        below = shifted(failure.lines, line, 2)
        edits = (Edit(line, part.indent, part.indent, "- "), *(edit for edit in below if edit.line > line))
    else:
        return None
    start, end = (line, part.indent), (line, part.inner + len(part.key))
    return Mistake("yaml-indentation", start, end, message, hint, edits)


def _after_the_end(failure: Failure, line: int) -> Mistake:
    message = "Three dots end the policy, and there is more below them."
    end = len(failure.lines[line].rstrip())
    edits = blank(failure.lines, line)[:1]
    return Mistake("yaml-second-document", (line, 0), (line, end), message, "Delete this line.", edits)


def shifted(lines: tuple[str, ...], line: int, by: int) -> tuple[Edit, ...]:
    """Move a line and what stands below it at least as far in by some columns."""
    indent = parts(lines[line]).indent
    edits = []
    for number in range(line, len(lines)):
        own = len(lines[number]) - len(lines[number].lstrip(" "))
        if not lines[number].strip():
            continue
        if own < indent:
            break
        edits.append(Edit(number, 0, 0, " " * by) if by > 0 else Edit(number, 0, min(-by, own), ""))
    return tuple(edits)


def _spaces(count: int) -> str:
    return "at the very left" if count == 0 else "1 space in" if count == 1 else f"{count} spaces in"
