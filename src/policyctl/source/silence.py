"""A text that was read in; a remark for each thing that YAML has taken away from it in silence out."""

import re
from collections.abc import Callable, Iterable, Iterator

from policyctl.findings import Severity
from policyctl.source import refusals
from policyctl.source.builder import Tree
from policyctl.source.commas import bracket_losses
from policyctl.source.comments import comment_in_block, hash_after
from policyctl.source.places import Kind, Place
from policyctl.source.remarks import Mark, Remark
from policyctl.source.wording import GLUED_COLON, GLUED_DASH, clip, quoted, shown

Loss = Callable[[Place, tuple[str, ...]], Iterable[Remark]]

_ADDRESS = re.compile(r"(?:https?|mailto|tel|sms|urn|ftp)$", re.IGNORECASE)
_CURLY = re.compile(r"[“”„‘’«]([^\s“”‘’«»]*[\d#][^\s“”‘’«»]*)[“”’»]$")


def losses(tree: Tree, lines: tuple[str, ...]) -> Iterator[Remark]:
    """What no parser reports, since it is good YAML: only not what its author meant."""
    lines = (*lines, "")  # A value left out at the very end stands, for the parser, on a line of its own.
    asked = any("?" in line and (line.lstrip(" -").startswith("? ") or line.strip() == "?") for line in lines)
    for place in tree.places:
        if asked and place.key and lines[place.key[0][0]][: place.key[0][1]].rstrip().endswith("?"):
            yield refusals.question_mark(*place.key)
        for loss in LOSSES.get(place.kind, ()):
            yield from loss(place, lines)


def in_text(place: Place, lines: tuple[str, ...]) -> Iterable[Remark]:
    """A list or a field that an unquoted text has swallowed."""
    begin = place.key[0][0] if place.key else place.start[0]
    return () if begin == place.end[0] or place.start == place.end else _swallowed(place, lines)


def _swallowed(place: Place, lines: tuple[str, ...]) -> Iterator[Remark]:
    for number in range(place.start[0], place.end[0] + 1):
        line = lines[number]
        if number == place.start[0] and (line[: place.start[1]].strip() or not place.key):
            continue
        if found := GLUED_DASH.match(line):
            yield _glued_dash(number, found, place)
        elif (found := GLUED_COLON.match(line)) and _like_a_field(found.group(1)):
            yield _glued_colon(number, found, place)
        elif line.lstrip().startswith("- "):
            yield _list(number, line, place)


def _like_a_field(name: str) -> bool:
    return name.islower() and " " not in name and not _ADDRESS.match(name)


def _glued_dash(number: int, found: re.Match[str], place: Place) -> Remark:
    start: Mark = (number, found.start(1))
    message = "A space is missing after the dash, so this is no list item."
    hint = f"Write:{shown('- ' + found.group(2))}"
    return Remark("yaml-list-dash", start, (number, found.end(1)), message, hint, pointer=place.pointer)


def _glued_colon(number: int, found: re.Match[str], place: Place) -> Remark:
    message = f"A space is missing after the colon of `{found.group(1)}`, so this is no field."
    hint = f"Write:{shown(found.group(1) + ': ' + found.group(2))}"
    start, end = (number, found.start(1)), (number, found.start(2))
    return Remark("yaml-space-after-colon", start, end, message, hint, Severity.WARNING, place.pointer)


def _list(number: int, line: str, place: Place) -> Remark:
    message = f"This line looks like a list item, but it goes on with the text of line {place.start[0] + 1}."
    hint = "Begin it in the column of the other items, or put the whole text after `|`."
    start = (number, len(line) - len(line.lstrip()))
    return Remark("yaml-list-dash", start, (number, len(line.rstrip())), message, hint, Severity.WARNING, place.pointer)


def curly_quotes(place: Place, _: tuple[str, ...]) -> Iterable[Remark]:
    """A figure or a code in curly quotation marks, which belong to the text: nobody prints `“9:00”`."""
    found = _CURLY.match(place.text)
    if not found:
        return ()
    message = "Curly quotation marks are part of the text; only plain ones stand around it."
    hint = f"Write:{shown(quoted(clip(found.group(1))))}"
    return (Remark("yaml-curly-quotes", place.start, place.end, message, hint, Severity.WARNING, place.pointer),)


def more_than(place: Place, lines: tuple[str, ...]) -> Iterator[Remark]:
    """`>5`, which YAML takes for the beginning of a text of several lines, and there is none."""
    header = lines[place.start[0]][place.start[1] :].rstrip()
    if re.match(r">\d", header) and not place.text.strip():
        message = f"A text that begins with `>` cannot stand here as it is, and `{header}` is read as nothing."
        hint = f"Put it in quotation marks:{shown(quoted(header))}"
        end = (place.start[0], place.start[1] + len(header))
        yield Remark("yaml-leading-character", place.start, end, message, hint, pointer=place.pointer)


LOSSES: dict[Kind, tuple[Loss, ...]] = {
    Kind.PLAIN: (hash_after, in_text, curly_quotes),
    Kind.BLOCK: (comment_in_block, more_than),
    Kind.BRACES: (bracket_losses,),
    Kind.BRACKETS: (bracket_losses,),
}
