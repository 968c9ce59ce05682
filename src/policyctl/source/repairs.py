"""Say which mistake stopped the parser, and repair it in memory, so that reading goes on and finds others too.

Where the parser gave up, the first repair of the table that recognises the line speaks, the most certain first. Its
edits touch the text as read alone; the author's file stays as it is.
"""

import re
from collections import Counter
from collections.abc import Callable

from policyctl import lexicon
from policyctl.findings import Finding
from policyctl.source.failure import (
    LONGEST_KEY,
    Failure,
    Parts,
    Repair,
    after_bar,
    as_quoted,
    bar_before,
    shifted,
    split_line,
    without,
)
from policyctl.source.losses import missing_space
from policyctl.source.messages import Diagnostic, clip, quoted, to_copy, whole
from policyctl.source.parser import Tree, parse
from policyctl.source.positions import Edit, Kind, Lines, Mark, quoting

MOST_REPAIRS = 100
MOST_CHARACTERS = 4_000_000  # Read afresh after each repair; keeps a hostile file within about a second.
TRIES = 3  # What stops the parser on one line a fourth time is passed over.


def repair(lines: Lines, tree: Tree, file: str) -> tuple[Lines, Tree, tuple[Finding, ...]]:
    """Repair a text that is no YAML and parse it again, as often as it pays; what is read in the end, and the mistakes.

    Of several mistakes on one line the first is told: repairing a line may leave it odd in another way.
    """
    mistakes: dict[int, Finding] = {}
    tries: Counter[int] = Counter()
    left = min(MOST_REPAIRS, MOST_CHARACTERS // (len(lines.text) + 1))
    while tree.stop and left > 0:
        left -= 1
        tries[tree.stop.mark[0]] += 1
        failure = Failure.of(lines.read, tree.stop, tree.places[-1] if tree.places else None)
        found = diagnose(failure) if tries[tree.stop.mark[0]] <= TRIES else unreadable(failure)
        edited = lines.edited(found.edits)
        if edited.read == lines.read or _is_swollen(edited):
            found = unreadable(failure)
            edited = lines.edited(found.edits)
        mistakes.setdefault(found.line, found.finding(file, lines))
        if edited.read == lines.read:
            return lines, tree, tuple(mistakes.values())
        lines, tree = edited, parse(edited.text)
    if tree.stop:
        message = "Reading stopped here, and there may be more mistakes below."
        hint = "Mend the lines above, then check the file again."
        gave_up = Diagnostic("yaml-syntax", tree.stop.mark, tree.stop.mark, message, hint)
        mistakes.setdefault(tree.stop.mark[0], gave_up.finding(file, lines))
    return lines, tree, tuple(mistakes.values())


def _is_swollen(lines: Lines) -> bool:
    """Whether repairs have added more than was written: quoting the quotes of a hostile text doubles it each time."""
    return sum(map(len, lines.read)) > 2 * sum(map(len, lines.written)) + 1000


def diagnose(failure: Failure) -> Repair:
    """The first repair that fits; at last the plain statement that the line cannot be read."""
    return next((found for recognise in REPAIRS if (found := recognise(failure))), None) or unreadable(failure)


def unreadable(failure: Failure) -> Repair:
    """What is said when nothing fits: the line and what stands deeper below it are passed over."""
    line = failure.line
    while line > 0 and not failure.lines[line].strip():
        line -= 1
    text = failure.lines[line]
    message = "This line cannot be read."
    hint = "Compare its spaces, colons and quotes with the lines around it; put a text that stays as it is after `|`."
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return Repair("yaml-syntax", line, start, end, message, hint, without(failure.lines, line))


_TAB = re.compile(r" *\t[ \t]*")
_TAB_WIDTHS = (4, 8, 2)


def tab(failure: Failure) -> Repair | None:
    """A line that is set in with a tab; said once, since whoever uses tabs uses them everywhere."""
    if not _TAB.match(failure.lines[failure.line]):
        return None
    edits = _untabbed(failure.lines)
    more = len(edits) - 1
    others = "" if more == 0 else ", and so is another" if more == 1 else f", and so are {more} more lines"
    message = f"This line is set in with a tab{others}."
    hint = "Use spaces instead, two for each step; most editors can replace tabs by spaces."
    fix = edits if all(set(failure.lines[each.line][: each.end]) == {"\t"} for each in edits) else ()
    return Repair("yaml-tab", edits[0].line, 0, edits[0].end, message, hint, edits, fix)


def _untabbed(lines: tuple[str, ...]) -> tuple[Edit, ...]:
    """Spaces for tabs, as many as bring a line to where its neighbours stand, as it looked in the author's editor."""
    edits: list[Edit] = []
    around: list[tuple[str, int]] = [("", 0)]  # How each line that is still open is set in, and its column.
    deeper = False
    for number, line in enumerate(lines):
        found, part = _TAB.match(line), split_line(line)
        lead = line[: len(line) - len(line.lstrip())]
        column = _column(lead, around, deeper=deeper) if found else len(lead)
        if found:
            edits.append(Edit(number, 0, found.end(), " " * column))
        if part.key or part.value or part.dashed:
            around = [each for each in around if each[1] < column] + [(lead, column)]
            if part.dashed and part.key:
                around.append((part.lead, column + len(part.lead) - len(lead)))
            deeper = part.value in ("", "|", ">", "|-", ">-")
    return tuple(edits)


def _column(lead: str, around: list[tuple[str, int]], *, deeper: bool) -> int:
    """Where a line begins: beside one that is set in alike, below a name without a value, or else where it looks to."""
    alike = [column for each, column in around if each == lead]
    if alike:
        return alike[-1]
    columns = [column for _, column in around]
    looks = [width for each in _TAB_WIDTHS if (width := len(lead.expandtabs(each))) in columns]
    return columns[-1] + 2 if deeper else looks[0] if looks else columns[-1]


def backslash(failure: Failure) -> Repair | None:
    r"""A backslash in double quotes before something that has no meaning there, as in `"C:\queue"`."""
    line = failure.line
    column = failure.lines[line].rfind("\\", 0, failure.column + 1)
    if column < 0 or not re.search("escape|hexadecimal|hexdecimal", failure.problem):
        return None
    part = failure.parts(line)
    message = "A backslash in double quotation marks begins a special character, and this is none."
    hint = after_bar(part, part.value.strip('"'))
    edits = [Edit(line, column, column, "\\")]
    return Repair(
        "yaml-backslash", line, column, column + 2, message, hint, edits, _unquoted(failure.lines, line, part)
    )


def _unquoted(lines: tuple[str, ...], line: int, part: Parts) -> tuple[Edit, ...]:
    """The edits that put a text in double quotation marks after `|`, without these."""
    if len(part.value) < 3 or part.value[0] != '"' or part.value[-1] != '"' or '"' in part.value[1:-1]:
        return ()
    bar = bar_before(lines, line, part.column)
    opening = [each._replace(end=part.column + 1) for each in bar if each.line == line]
    return (*opening, Edit(line, part.end - 1, part.end, "")) if opening else ()


_QUOTED_KEY = re.compile(r"""["']([\w -]+): """)


def unclosed_quote(failure: Failure) -> Repair | None:
    """A quote that opens and is closed nowhere, or by the quote that opens another text far below."""
    last, opened = failure.last, failure.around
    if "found unexpected end of stream" not in failure.problem:
        runs_on = last and last.kind is Kind.QUOTED and last.start[0] < last.end[0] == failure.line
        opened = last.start if last and runs_on else None
    if opened is None:
        return None
    line, column = opened
    text, part = failure.lines[line], failure.parts(line)
    words, end = text[column : part.end], max(part.end, column + 1)
    message = "The quotation mark that opens here is never closed."
    if column == part.column and not part.key and _QUOTED_KEY.match(words):
        hint = f"Leave it out:{to_copy(text[column + 1 :])}"
        return Repair("yaml-unclosed-quote", line, column, end, message, hint, [Edit(line, column, column + 1, "")])
    elided = re.match(f"'{lexicon.alternatives('reading.elided')}", words, re.IGNORECASE)
    closed = f"Close it at the end of the text:{to_copy(part.head + quoted(whole(words[1:])))}"
    hint = after_bar(part, words) if elided else closed
    edits = as_quoted(failure.lines, line, column, skip=0 if elided else 1)
    return Repair("yaml-unclosed-quote", line, column, end, message, hint, edits)


_CLOSING = {"[": "]", "{": "}"}
_HASH_IN_GROUP = re.compile(r"\s(#[^\s,\]}]*)")


def bracket(failure: Failure) -> Repair | None:
    """A `[` or `{` after which the parser has waited in vain for the closing one, or for a comma."""
    if not failure.around or not re.search(r"',' or '[]}]'", failure.problem):
        return None
    line, column = failure.around
    text, part = failure.lines[line], failure.parts(line)
    opening = text[column : column + 1]
    if opening not in _CLOSING:
        return None
    if not _is_closed(text[column:]):
        return _unclosed(failure, (line, column), part)
    found = _HASH_IN_GROUP.search(text, column)
    if found:
        start, end = found.span(1)
        message = f"From `{found[1]}` on this line is a comment, so the `{opening}` before it is never closed."
        hint = f"Put it in quotation marks:{to_copy(text[:start].lstrip() + quoted(found[1]) + text[end:])}"
        fix = (Edit(line, start, end, quoted(found[1])),)
        return Repair("yaml-hash", line, start, end, message, hint, quoting(line, text, start, end), fix)
    message = f"What stands between `{opening}` and `{_CLOSING[opening]}` cannot be read."
    hint = "Write each entry on a line of its own, without brackets."
    edits = as_quoted(failure.lines, line, min(part.column, column))
    return Repair("yaml-bracket", line, column, len(text.rstrip()), message, hint, edits)


def _unclosed(failure: Failure, at: Mark, part: Parts) -> Repair:
    line, column = at
    text, end = failure.lines[line], max(part.end, column + 1)
    inside = text[column + 1 : end]
    message = f"The `{text[column]}` that opens here is never closed."
    if column == part.column and " " in inside.strip() and not re.search("[,:]", inside):
        bar = bar_before(failure.lines, line, part.column)
        return failure.as_text("yaml-unclosed-bracket", line, message, after_bar(part, part.value), bar)
    closing = _CLOSING[text[column]]
    hint = f"Close it:{to_copy(text[: part.end].strip().rstrip(',') + closing)}"
    return Repair("yaml-unclosed-bracket", line, column, end, message, hint, [Edit(line, end, end, closing)])


def _is_closed(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character in "[{") - (character in "]}")
        if depth == 0:
            return True
    return False


def list_on_key_line(failure: Failure) -> Repair | None:
    """A list that begins on the line of its name."""
    part = failure.parts(failure.line)
    if "sequence entries" not in failure.problem or not part.key or not part.value.startswith("-"):
        return None
    hint = f"Begin it on the next line:{to_copy(part.key, '  ' + part.value)}"
    return failure.as_text("yaml-list-dash", failure.line, "A list cannot begin on the line of its name.", hint)


def leading_character(failure: Failure) -> Repair | None:
    """A text that begins with a character of YAML's own, as Markdown, quotations and handles do."""
    line = failure.suspect
    part = failure.parts(line)
    if (line == failure.line and failure.column < part.column) or part.value[:1] not in tuple("*&!%@`>|[{\"'?,]}"):
        return None
    first = part.value[0]
    if first == "%" and part.column == 0:
        return None  # An instruction to the parser, for which there is no line above to put a `|` on.
    character = failure.lines[line][failure.column : failure.column + 1] if line == failure.line else ""
    if first in _CLOSING and character in tuple("@`%"):
        return _in_group(failure, line, character)
    if first not in "\"'":
        message = f"A text that begins with {_named(first)} cannot stand here as it is."
        bar = bar_before(failure.lines, line, part.column)
        return failure.as_text("yaml-leading-character", line, message, after_bar(part, part.value), bar)
    is_whole = part.value[-1] == first
    if line == failure.line and is_whole and not failure.lines[line][: failure.column].strip():
        return None  # It may merely begin in the wrong column.
    message = "The quotation marks close before the text ends, and the words after them are left over."
    words = part.value[1:-1] if is_whole and part.value.count(first) % 2 else part.value
    bar = bar_before(failure.lines, line, part.column) if words == part.value else ()
    return failure.as_text("yaml-leading-character", line, message, after_bar(part, words), bar)


def _in_group(failure: Failure, line: int, character: str) -> Repair:
    text, start = failure.lines[line], failure.column
    words = re.split(r"[,\]}]", text[start:], maxsplit=1)[0].rstrip()
    end = start + len(words)
    message = f"A text that begins with {_named(character)} cannot stand here as it is."
    hint = f"Put it in quotation marks:{to_copy(text[:start].lstrip() + quoted(words) + text[end:])}"
    edits, fix = quoting(line, text, start, end), (Edit(line, start, end, quoted(words)),)
    return Repair("yaml-leading-character", line, start, end, message, hint, edits, fix)


def _named(character: str) -> str:
    return "a backtick" if character == "`" else f"`{character}`"


def space_missing(failure: Failure) -> Repair | None:
    """`owner:Rosa` or `-Rosa`, on the line in question or on one that an unquoted text has swallowed."""
    first = failure.swallowed if failure.swallowed is not None else failure.suspect
    for line in range(first, max(failure.suspect, first) + 1):
        found = missing_space(line, failure.lines[line])
        if found and not failure.parts(line).key:
            start, end = found.start[1], found.end[1]
            return Repair(found.rule, line, start, end, found.message, found.hint, found.fix, found.fix)
    return None


def deeper_than_field_above(failure: Failure) -> Repair | None:
    """A field below another that has its text already, and set in deeper than that."""
    line, first = failure.line, failure.swallowed
    if first is None or "mapping values" not in failure.problem:
        return None
    above, part = failure.parts(first), failure.parts(line)
    if not ((above.key and above.value) or (above.dashed and part.dashed)):
        return None
    name = above.key.rstrip(":") or "the item above it"
    target = above.indent if part.dashed else above.inner
    message = f"This line is set in deeper than `{name}` in line {first + 1}, so it is taken for part of its text."
    hint = f"Begin it {_spaces(target)}; a text of several lines goes after `|`."
    edits = shifted(failure.lines, line, target - part.indent)
    return Repair("yaml-indentation", line, part.inner, part.inner + len(part.key), message, hint, edits)


_CURLY = "“”„‟‘’‚‛«»"
_IN_CURLY_QUOTES = re.compile("[“„‟«»]([^“”„‟«»]+)[“”‟«»]|[‘‚‛]([^‘’‚‛]+)[‘’‛]")


def colon_in_text(failure: Failure) -> Repair | None:
    """A second `: ` on a line, which YAML takes for the colon after a name."""
    line, column = failure.line, failure.column
    part = failure.parts(line)
    if "mapping values are not allowed" not in failure.problem or column < part.column:
        return None
    if part.value[:1] in tuple(_CURLY):
        message = "These curly quotation marks do not protect the colon in the text."
        hint = f"Use plain quotation marks:{to_copy(part.head + quoted(whole(part.value.strip(_CURLY))))}"
        plain = _IN_CURLY_QUOTES.fullmatch(part.value)
        fix = (Edit(line, part.column, part.end, quoted(plain[1] or plain[2])),) if plain else ()
        return failure.as_text("yaml-curly-quotes", line, message, hint, fix)
    message = "The text on this line has a colon in it, which is taken for the colon after a name."
    bar = bar_before(failure.lines, line, part.column)
    found = failure.as_text("yaml-colon", line, message, after_bar(part, part.value), bar)
    return found._replace(start=column, end=column + 1)


_HASH_IN_NAME = re.compile(r"\s*(?P<name>[^\W\d_][^:'\"]{0,199}\s(?P<lost>#(?:[^\s:'][^:']*)?)):(?:\s|$)")


def hash_in_name(failure: Failure) -> Repair | None:
    """`Room #4: by the lift`, where the name ends before the `#` and nobody sees the colon."""
    first_line = "<document start>" in failure.problem
    line = failure.above(failure.line) if first_line else failure.suspect
    found = _HASH_IN_NAME.match(failure.lines[line], 0, LONGEST_KEY) if line is not None else None
    if line is None or not found or not (first_line or failure.missed_colon):
        return None
    start, end = found.span("name")
    message = f"From `{found['lost']}` on this line is a comment, and the name has lost its colon."
    hint = f"Put the name in quotation marks:{to_copy(quoted(found['name']) + failure.lines[line][end:])}"
    edits, fix = quoting(line, failure.lines[line], start, end), (Edit(line, start, end, quoted(found["name"])),)
    return Repair("yaml-hash", line, found.start("lost"), end, message, hint, edits, fix)


_SENTENCE = 4
"""Spaces from which on words are no name."""

_FIELD_WORD = re.compile(r"([a-z_]+) (\S.*)$")


def missing_colon(failure: Failure) -> Repair | None:
    """A line that should be a field, or go on with the text above it, and is neither."""
    if failure.missed_colon:
        line: int | None = failure.suspect
    else:
        runs_on = failure.swallowed is not None and "mapping values" in failure.problem
        line = failure.above(failure.line) if runs_on else None
    if line is None or failure.parts(line).key or not failure.parts(line).value:
        return None
    part = failure.parts(line)
    if found := _loose_text(failure, line, part):
        return found
    below = next((text for text in failure.lines[line + 1 :] if text.strip()), "")
    opens_group = len(below) - len(below.lstrip()) > part.indent
    word = None if opens_group else _FIELD_WORD.match(part.value)
    at = word.end(1) if word else len(part.value)
    rest = part.value[at:]
    message = "A colon is missing on this line."
    edit = Edit(line, part.column + at, part.column + at, ":")
    if rest or opens_group:
        hint = f"Write:{to_copy(f'{part.value[:at]}:{rest}')}"
    elif part.value.count(" ") >= _SENTENCE:
        hint = f"If it is a sentence by itself, put a dash before it:{to_copy(f'- {part.value}')}"
    else:
        hint = f"Put a colon behind `{clip(part.value)}`, and what it says behind the colon."
    return Repair("yaml-missing-colon", line, part.column, part.end, message, hint, [edit])


def _loose_text(failure: Failure, line: int, part: Parts) -> Repair | None:
    """A line of prose below a field that has its text: it goes on with that text, unless a comment has ended it."""
    goes_on = part.value.endswith((".", "!", "?")) or (part.value[:1].islower() and part.value.count(" ") > 1)
    above = failure.above(line)
    field = failure.parts(above) if above is not None else None
    if above is None or field is None or not (field.key and field.value and goes_on):
        return None
    ended = " #" in failure.lines[above]
    edits = without(failure.lines, line) if ended else (Edit(line, 0, part.inner, " " * (field.inner + 2)),)
    message = "This line is neither a field nor part of the text above it."
    name = field.key.rstrip(":")
    hint = f"If it goes on with that text, set it in below `{name}`; if not, put a colon after its name."
    return Repair("yaml-missing-colon", line, part.column, part.end, message, hint, edits)


def out_of_line(failure: Failure) -> Repair | None:
    """A line whose column is that of no line above it, or one of another kind than its neighbours."""
    line = failure.line
    above = failure.above(line)
    text = failure.lines[line]
    if above is None or not text.strip() or text[: failure.column].strip():
        return None
    if failure.lines[above].startswith("..."):
        message = "Three dots end the policy, and there is more below them."
        end, edits = len(failure.lines[above].rstrip()), without(failure.lines, above)[:1]
        return Repair("yaml-second-document", above, 0, end, message, "Delete this line.", edits)
    part = failure.parts(line)
    columns = _columns(failure, line)
    target = min(columns, key=lambda column: (abs(column - part.indent), -column))
    if target == part.indent:
        return _of_another_kind(failure, line, part)
    message = f"This line begins {_spaces(part.indent)}, and no line above that it could belong to does."
    hint = f"Begin it {_spaces(target)}, as line {columns[target] + 1} does."
    edits = shifted(failure.lines, line, target - part.indent)
    return Repair("yaml-indentation", line, 0, max(part.indent, 1), message, hint, edits)


def _columns(failure: Failure, line: int) -> dict[int, int]:
    """The columns in which the lines above, from the nearest outwards, begin; and those lines."""
    columns: dict[int, int] = {}
    reach = len(failure.lines[line]) + max(map(len, failure.lines))
    number = failure.above(line)
    while number is not None and reach > 0:
        part = failure.parts(number)
        if part.indent < reach:
            if part.dashed and part.key:
                columns.setdefault(part.inner, number)
            columns.setdefault(part.indent, number)
            reach = part.indent
        number = failure.above(number)
    return columns


def _of_another_kind(failure: Failure, line: int, part: Parts) -> Repair | None:
    if not part.dashed and not part.key:
        return None
    edits = shifted(failure.lines, line, 2)
    if part.dashed:
        message = "A list item stands here among fields."
        hint = "Put the list below a name that ends in a colon."
    else:
        message = "A field stands here among list items."
        hint = "Begin it with `- ` if it is one of them, or in the column of the list's name if the list is over."
        edits = (Edit(line, part.indent, part.indent, "- "), *(edit for edit in edits if edit.line > line))
    return Repair("yaml-indentation", line, part.indent, part.inner + len(part.key), message, hint, edits)


def _spaces(count: int) -> str:
    return "at the very left" if count == 0 else "1 space in" if count == 1 else f"{count} spaces in"


REPAIRS: tuple[Callable[[Failure], Repair | None], ...] = (
    tab,
    backslash,
    unclosed_quote,
    bracket,
    list_on_key_line,
    leading_character,
    space_missing,
    deeper_than_field_above,
    colon_in_text,
    hash_in_name,
    missing_colon,
    out_of_line,
)
"""In this order, the most certain first."""
