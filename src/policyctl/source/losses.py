"""Find what YAML takes from a text in silence: it is good YAML, only not what its author meant.

A `#` makes a comment of words, a comma in brackets cuts an amount in two, a text swallows the list or the field below.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from policyctl import lexicon
from policyctl.findings import Severity
from policyctl.source.messages import Diagnostic, clip, question_mark, quoted, to_copy, whole
from policyctl.source.parser import Tree
from policyctl.source.positions import ENCLOSED, Edit, Kind, Mark, Place, quoting

Loss = Callable[[Place, tuple[str, ...]], Iterable[Diagnostic]]

_GLUED_COLON = re.compile(r"\s*(?:- +)*([^\W\d_][\w -]*):(?!//)([^\s:].*)$")
_GLUED_DASH = re.compile(r"\s*(?:- +)*(-)([^\W\d_].*)$")
_FIELD_NAME = re.compile(r"\s*(?:- +)*(?!(?:https?|mailto|tel|sms|urn|ftp):)[^\s:A-Z]+:")
_CURLY = re.compile(r"[“”„‘’«]([^\s“”‘’«»\d#]*+[\d#][^\s“”‘’«»]*+)[“”’»]$")
_GLUED_HASH = re.compile(r"\s+(#[^\s#!].*|#+\s*)$")
_COMMENT_AT_END = re.compile(r"(?:(?<=\S)\s{2,}|(?<=[.!?,;:)])\s+)(# [^\W\d_].*)$")
_COMMENT_LINE = re.compile(r"(?<!\s)\s*+(# [^\W\d_].*)$")
_CODE = re.compile("#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3}|[a-z][a-z0-9_-]{2,})")
_FENCE = ("```", "~~~")


def find_losses(tree: Tree, lines: tuple[str, ...]) -> Iterator[Diagnostic]:
    """A diagnostic for each thing that was taken away."""
    lines = (*lines, "")  # A value left out at the very end stands, for the parser, on a line of its own.
    asked = any("?" in line and line.lstrip(" -").startswith("?") for line in lines)
    for place in tree.places:
        if asked and place.key and lines[place.key[0][0]][: place.key[0][1]].rstrip().endswith("?"):
            yield question_mark(*place.key)
        for loss in LOSSES.get(place.kind, ()):
            yield from loss(place, lines)


def restoring(tree: Tree, lines: tuple[str, ...]) -> list[Edit]:
    """The edits that give back what is plainly lost, so that its remains are not found fault with too."""
    edits: list[Edit] = []
    for place in tree.places:
        if place.kind in ENCLOSED:
            for cut in _cuts(place, lines):
                edits += quoting(cut.start[0], lines[cut.start[0]], cut.start[1], cut.end[1])
        elif _is_all_comment(place, lines) and (found := _GLUED_HASH.match(lines[place.end[0]], place.end[1])):
            start = found.start(1)
            edits += quoting(place.end[0], lines[place.end[0]], start, start + len(found.group(1).rstrip()))
    return edits


def hash_after(place: Place, lines: tuple[str, ...]) -> Iterator[Diagnostic]:
    """`Ask in #support`, of which only "Ask in" is read; where nothing at all is left to read, it is an error."""
    line, column = place.end
    found = _GLUED_HASH.match(lines[line], column)
    if not found:
        return
    lost = found.group(1).rstrip()
    before = lines[line][place.start[1] : column] if place.start[0] == line else ""
    rest = f", and only `{clip(before)}` is read" if before else "" if place.text else ", and nothing is read here"
    edit = Edit(line, found.start(1), found.start(1) + len(lost), quoted(lost))
    fix = (edit,) if _is_all_code(place, lines, lost) else ()
    note = "a space after `#` if it is a note to yourself" if lost.strip("#") else "delete the sign"
    yield Diagnostic(
        "yaml-hash",
        (line, found.start(1)),
        (line, found.start(1) + len(lost)),
        f"`{clip(lost)}` is taken for a comment{rest}.",
        f"Put the text in quotation marks, or {note}:{to_copy(quoted(f'{before} {lost}' if before else lost))}",
        Severity.ERROR if _is_all_comment(place, lines) else Severity.WARNING,
        place.pointer,
        fix,
    )


def _is_all_comment(place: Place, lines: tuple[str, ...]) -> bool:
    """Whether nothing stands after a colon or a dash, outside brackets, but perhaps a comment."""
    if place.start != place.end or place.kind is not Kind.PLAIN or place.end[0] >= len(lines):
        return False
    if place.parent and place.parent.kind in ENCLOSED:
        return False
    before = lines[place.end[0]][: place.end[1]].rstrip()
    return not before or before.endswith((":", "-"))


def _is_all_code(place: Place, lines: tuple[str, ...], lost: str) -> bool:
    """Whether nothing is written but a colour or the name of a room, `#0b6e4f` or `#support`, which is no note."""
    is_code = _is_all_comment(place, lines) and _CODE.fullmatch(lost) is not None
    return is_code and lost[1:] not in lexicon.words("reading.notes")


def comment_in_block(place: Place, lines: tuple[str, ...]) -> Iterator[Diagnostic]:
    """A comment after `|`, which becomes text and would be printed; headings and `press # to` are left alone."""
    if "#" not in place.text:
        return
    fenced = False
    for number in range(place.start[0] + 1, place.text_end(lines)[0] + 1):
        line = lines[number]
        fenced ^= line.strip().startswith(_FENCE)
        found = None if fenced else _COMMENT_AT_END.search(line)
        if not (found or fenced) and number - 1 > place.start[0] and lines[number - 1].strip():
            note = _COMMENT_LINE.match(line)  # No heading: it follows a line of text and begins small.
            found = note if note and note.group(1)[2].islower() else None
        if found and "`" not in line:
            words = found.group(1).rstrip()
            start = (number, found.start(1))
            message = f"`{clip(words)}` stands in a text, so it is no comment and will be printed."
            hint = "Put a note to yourself on a line above the name of the text."
            end = (number, start[1] + len(words))
            yield Diagnostic("yaml-comment-in-text", start, end, message, hint, Severity.WARNING, place.pointer)


class _Cut(NamedTuple):
    """A text in brackets that a comma may have cut; only `read` of it is read."""

    start: Mark
    end: Mark
    read: str
    is_cut: bool = False
    is_amount: bool = False


def comma(place: Place, lines: tuple[str, ...]) -> Iterator[Diagnostic]:
    """`{up_to: £1,000}`, of which only £1 is read, or `{do: Offer it, whichever they like}`."""
    for cut in _cuts(place, lines):
        words = lines[cut.start[0]][cut.start[1] : cut.end[1]]
        if cut.is_amount:
            message, severity = f"The comma cuts `{clip(words)}`, and only `{cut.read}` is read.", Severity.ERROR
        else:
            message, severity = (
                f"Between braces a comma ends the text, here after `{clip(cut.read)}`.",
                Severity.WARNING,
            )
        hint = f"Put the text in quotation marks:{to_copy(quoted(words))}"
        fix = (Edit(cut.start[0], cut.start[1], cut.end[1], quoted(words)),)
        yield Diagnostic("yaml-comma", cut.start, cut.end, message, hint, severity, place.pointer, fix)


def _cuts(group: Place, lines: tuple[str, ...]) -> Iterator[_Cut]:
    """Each unquoted text of a group on one line that goes on behind a comma, as a number or a name without a colon."""
    if group.start[0] != group.end[0]:
        return
    line = lines[group.start[0]]
    texts: list[_Cut | None] = [None]
    for child in group.inside:
        nameless = child.key is not None and child.empty and not line[child.key[1][1] :].lstrip().startswith(":")
        start, end = child.key if child.key and nameless else (child.start, child.end)
        before = texts[-1]
        may_go_on = before is not None and (nameless or not child.key)
        amount = before is not None and may_go_on and _is_amount(before, line, start, nameless=nameless)
        if before and (nameless or amount):
            texts[-1] = before._replace(end=end, is_cut=True, is_amount=before.is_amount or amount)
        else:
            texts.append(_Cut(start, end, child.text) if child.kind is Kind.PLAIN and not nameless else None)
    yield from (text for text in texts if text and text.is_cut)


def _is_amount(cut: _Cut, line: str, start: Mark, *, nameless: bool) -> bool:
    """`£1,000`, or a number in front of three noughts: `[100,200]` may be two numbers."""
    before = line[cut.start[1] : cut.end[1]]
    after = r"\d" if nameless else r"000(?!\d)" if before.isdigit() else r"\d{3}(?!\d)"
    return start[1] == cut.end[1] + 1 and before[-1:].isdigit() and re.match(after, line[start[1] :]) is not None


def swallowed(place: Place, lines: tuple[str, ...]) -> Iterator[Diagnostic]:
    """A list or a field that an unquoted text has swallowed."""
    first = place.key[0] if place.key else place.start
    if place.start == place.end or first[0] == place.end[0]:
        return
    for number in range(place.start[0], place.end[0] + 1):
        line = lines[number]
        if number == place.start[0] and (line[: place.start[1]].strip() or not place.key):
            continue
        found = missing_space(number, line)
        if found and found.rule == "yaml-list-dash":
            yield found._replace(pointer=place.pointer)
        elif found and _FIELD_NAME.match(line):
            yield found._replace(pointer=place.pointer, severity=Severity.WARNING)
        elif line.lstrip().startswith("- "):
            start, end = (number, len(line) - len(line.lstrip())), (number, len(line.rstrip()))
            message = f"This line looks like a list item, but it goes on with the text of line {place.start[0] + 1}."
            hint = "Begin it in the column of the other items, or put the whole text after `|`."
            yield Diagnostic("yaml-list-dash", start, end, message, hint, Severity.WARNING, place.pointer)


def missing_space(number: int, line: str) -> Diagnostic | None:
    """`-Rosa` or `owner:Rosa`, which for YAML are words of a text."""
    if found := _GLUED_DASH.match(line):
        rule, message = "yaml-list-dash", "A space is missing after the dash, so this is no list item."
    elif found := _GLUED_COLON.match(line):
        rule = "yaml-space-after-colon"
        message = f"A space is missing after the colon of `{found[1]}`, so this is no field."
    else:
        return None
    start, end = found.span(1)[0], found.start(2)
    hint = f"Write:{to_copy(f'{line[:end].lstrip()} {found[2]}')}"
    return Diagnostic(rule, (number, start), (number, end), message, hint, fix=(Edit(number, end, end, " "),))


def curly_quotes(place: Place, _: tuple[str, ...]) -> Iterator[Diagnostic]:
    """A figure or a code in curly quotation marks, which belong to the text: nobody prints `“9:00”`."""
    if found := _CURLY.match(place.text):
        message = "Curly quotation marks are part of the text; only plain ones stand around it."
        hint = f"Write:{to_copy(quoted(whole(found.group(1))))}"
        line, start, end = place.start[0], place.start[1], place.end[1]
        fix = (Edit(line, start, end, quoted(found.group(1))),) if place.end[0] == line else ()
        yield Diagnostic(
            "yaml-curly-quotes", place.start, place.end, message, hint, Severity.WARNING, place.pointer, fix
        )


def more_than(place: Place, lines: tuple[str, ...]) -> Iterator[Diagnostic]:
    """`>5`, which YAML takes for the beginning of a text of several lines, and there is none."""
    header = lines[place.start[0]][place.start[1] :].rstrip()
    if re.match(r">\d", header) and not place.text.strip():
        message = f"A text that begins with `>` cannot stand here as it is, and `{header}` is read as nothing."
        hint = f"Put it in quotation marks:{to_copy(quoted(header))}"
        end = (place.start[0], place.start[1] + len(header))
        yield Diagnostic("yaml-leading-character", place.start, end, message, hint, pointer=place.pointer)


LOSSES: dict[Kind, tuple[Loss, ...]] = {
    Kind.PLAIN: (hash_after, swallowed, curly_quotes),
    Kind.BLOCK: (comment_in_block, more_than),
    Kind.BRACES: (comma,),
    Kind.BRACKETS: (comma,),
}
