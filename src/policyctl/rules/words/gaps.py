"""A text in; what is still to be filled in, in all the ways in which people write it, out."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_BROKEN = (
    r"\{\{[^{}\n]*\}(?!\})|\{\{\s*[\w.]{0,40}(?![^{}\n]*\})|(?<!\{)\{[^{}\n]*\}\}|\{\{\s*\}\}"
    r"|(?<!\{)\{[A-Za-z_][\w.]{0,40}(?![^{}\n]*\})|(?<!\{)\{\s*\}|\[\[[^\[\]\n]*\](?!\])"
    r"|(?<!\[)\[[A-ZÄÖÜ][A-ZÄÖÜ_]{2,30}(?![^\[\]\n]*\])"
)
"""A placeholder that is not closed as it was opened, or has nothing in it."""

_WHOLE = (
    r"\{\{\s*(?P<braces>[^{}]+?)\s*\}\}|(?<![{$%])\{(?P<brace>[A-Za-zÄÖÜäöü_][\w .-]{0,30})\}(?!\})"
    r"|%(?P<percent>[A-Za-z_]{2,30})%|(?<!\[)\[(?P<bracket>[A-ZÄÖÜ][A-ZÄÖÜ _-]{1,30})\](?![\](])"
    r"|\[\[(?P<brackets>[^\[\]]+)\]\]|<(?P<angle>[a-zäöü][a-zäöü _-]{2,30})>"
)
_TAGS = frozenset({"strong", "em", "code", "span", "div", "img", "mark", "small", "sub", "sup", "table", "pre"})

_LEFT = (
    r"\b(?:TBD|TBC|TBA|TODO|FIXME|X{3,})\b|\b[Ll]orem ipsum\b|\b(?i:to be (?:defined|filled in|written))\b"
    r"|\[(?i:insert|enter|fill in|your|hier|bitte|ihr|ihre)\b[^\]\n]{0,40}\](?!\()|(?<!\w)_{4,}(?!\w)"
    r"|^(?:within )?(?:[xX]{1,4}|\?{1,3}) (?:\w+ )?(?i:minutes|hours|days|minuten|stunden|tagen?)$"
    r"|\b(?i:noch (?:festzulegen|zu klären|zu ergänzen|offen))\b"
)
"""What a draft leaves for later. A date may be to be confirmed, so that TBC is one only where it is not a word here."""

SIGNS = ("TB", "TODO", "FIXME", "XXX", "xx", "?? ", "orem ipsum", "o be ", "och ", "____", "[", "{", "%", "<")
"""One of these stands in whatever is still to be filled in; looking for them first is cheap."""

_CODE = r"`[^`\n]*`"


class Gap(NamedTuple):
    """A place to be filled in: where it begins, how it is written, in which style, and what it is called."""

    start: int
    written: str
    style: str = ""
    name: str = ""


def broken(text: str) -> Iterator[Gap]:
    """Placeholders that no tool would fill."""
    if has_brackets(text):
        yield from (Gap(found.start(), found[0].rstrip()) for found in re.finditer(_BROKEN, without_code(text)))


def has_brackets(text: str) -> bool:
    """Whether a text holds a sign that any broken placeholder has."""
    return "{" in text or "[" in text


def placeholders(text: str) -> Iterator[Gap]:
    """Well-formed placeholders: `{{name}}`, `{name}`, `%name%`, `[NAME]`, `[[name]]` and `<name>`."""
    if any(sign in text for sign in "{[%<"):
        for found in re.finditer(_WHOLE, without_code(text)):
            style = str(found.lastgroup)
            name = found[style].split("|")[0].strip()
            if style != "angle" or (name not in _TAGS and f"</{name}" not in text):
                yield Gap(found.start(), found[0], style, name)


def left_open(text: str) -> Iterator[Gap]:
    """What a draft leaves for later, such as TBD, TODO, XXX, *Lorem ipsum*, *[insert date]*."""
    yield from (Gap(found.start(), found[0]) for found in re.finditer(_LEFT, without_code(text)))


def without_code(text: str) -> str:
    """The text with what stands between backticks blotted out, as long as before."""
    return re.sub(_CODE, lambda found: " " * len(found[0]), text) if "`" in text else text
