"""A text and the lines around it in; a remark where a `#` made a comment of words, or words of a comment, out."""

import re
from collections.abc import Iterable, Iterator

from policyctl.findings import Severity
from policyctl.source.builder import Tree
from policyctl.source.lines import Edit
from policyctl.source.places import ENCLOSED, Kind, Place, block_end
from policyctl.source.remarks import Remark
from policyctl.source.wording import clip, quoted, shown

_GLUED = re.compile(r"\s+(#[^\s#!].*|#+\s*)$")
_AT_END = re.compile(r"(?:(?<=\S)\s{2,}|(?<=[.!?,;:)])\s+)(# [^\W\d_].*)$")
_WHOLE = re.compile(r"\s*(# [^\W\d_].*)$")
_FENCE = ("```", "~~~")


def hash_after(place: Place, lines: tuple[str, ...]) -> Iterable[Remark]:
    """`Ask in #support`, of which only "Ask in" is read; where nothing at all is left to read, it is an error."""
    line, column = place.end
    found = _GLUED.match(lines[line], column)
    return (_hash(place, lines, found),) if found else ()


def _hash(place: Place, lines: tuple[str, ...], found: re.Match[str]) -> Remark:
    line, column = place.end
    lost = found.group(1).rstrip()
    before = lines[line][place.start[1] : column] if place.start[0] == line else ""
    kept = f", and only `{clip(before)}` is read" if before else "" if place.text else ", and nothing is read here"
    return Remark(
        "yaml-hash",
        (line, found.start(1)),
        (line, found.start(1) + len(lost)),
        f"`{clip(lost)}` is taken for a comment{kept}.",
        _hint(before, lost),
        Severity.ERROR if _lost_whole(place, lines) else Severity.WARNING,
        place.pointer,
    )


def _hint(before: str, lost: str) -> str:
    words = f"{before} {lost}" if before else lost
    note = "a space after `#` if it is a note to yourself" if lost.strip("#") else "delete the sign"
    return f"Put the text in quotation marks, or {note}:{shown(quoted(words))}"


def uncommented(tree: Tree, lines: tuple[str, ...]) -> list[Edit]:
    """The edits that make a text of `#0b6e4f` where nothing else stands, so that it is not missed as well."""
    edits: list[Edit] = []
    for place in tree.places:
        if _lost_whole(place, lines) and (found := _GLUED.match(lines[place.end[0]], place.end[1])):
            line, start, end = place.end[0], found.start(1), found.start(1) + len(found.group(1).rstrip())
            inner = [Edit(line, at, at + 1, "''") for at in range(start, end) if lines[line][at] == "'"]
            edits += [Edit(line, start, start, "'"), *inner, Edit(line, end, end, "'")]
    return edits


def _lost_whole(place: Place, lines: tuple[str, ...]) -> bool:
    """Whether nothing is left of a value, after its colon or its dash and outside brackets, but a comment."""
    if place.start != place.end or place.kind is not Kind.PLAIN or place.end[0] >= len(lines):
        return False
    if place.parent is not None and place.parent.kind in ENCLOSED:
        return False
    before = lines[place.end[0]][: place.end[1]].rstrip()
    return not before or before.endswith((":", "-"))


def comment_in_block(place: Place, lines: tuple[str, ...]) -> Iterator[Remark]:
    """A comment after `|`, which becomes text and would be printed; headings and `press # to` are left alone."""
    if "#" not in place.text:
        return
    outer = place.parent.start[1] if place.parent else -1
    fenced = False
    for number in range(place.start[0] + 1, block_end(lines, place.start, outer)[0] + 1):
        line = lines[number]
        fenced ^= line.strip().startswith(_FENCE)
        found = None if fenced else _AT_END.search(line) or _note(lines, number, place)
        if found and "`" not in line:
            yield _printed(number, found, place)


def _note(lines: tuple[str, ...], number: int, place: Place) -> re.Match[str] | None:
    """A whole line that reads like a note: no heading, since it follows a line of text and begins small."""
    found = _WHOLE.match(lines[number])
    follows = number - 1 > place.start[0] and lines[number - 1].strip()
    return found if found and follows and found.group(1)[2].islower() else None


def _printed(number: int, found: re.Match[str], place: Place) -> Remark:
    words = found.group(1).rstrip()
    start = (number, found.start(1))
    message = f"`{clip(words)}` stands in a text, so it is no comment and will be printed."
    hint = "Put a note to yourself on a line above the name of the text."
    end = (number, start[1] + len(words))
    return Remark("yaml-comment-in-text", start, end, message, hint, Severity.WARNING, place.pointer)
