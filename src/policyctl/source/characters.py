"""A text in; the text that can be read, and a remark for each kind of character that nobody can see, out."""

import re
from collections.abc import Iterator

from policyctl.findings import Severity
from policyctl.source.remarks import Remark

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
_TURNING = "\u202a-\u202e\u2066-\u2069"
_BREAKS = "\u2028\u2029"
_HIDDEN = "\u00ad\u200b\u2060\ufeff\U000e0000-\U000e007f"

_FORBIDDEN = re.compile(f"[{_CONTROL}{_TURNING}]")
_SUSPECT = re.compile(f"[{_CONTROL}{_TURNING}{_BREAKS}{_HIDDEN}]")
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")  # The flags of England, Scotland and Wales.

_NAMES = {
    "\u00ad": "a soft hyphen",
    "\u200b": "a space without width",
    "\u2060": "a word joiner",
    "\ufeff": "a byte order mark",
    "\u2028": "a line separator",
    "\u2029": "a paragraph separator",
}
_DELETE = "Delete it; typing the words around it afresh takes it away too."


def forbidden(value: str) -> str | None:
    """The first character in a value that no document may hold, in words; None in a fine text."""
    found = _FORBIDDEN.search(value)
    return _name(found.group()) if found else None


def clean(text: str) -> tuple[str, tuple[Remark, ...]]:
    """The text with a space for each character that cannot be read, and one remark for each kind of them."""
    places: dict[str, list[tuple[int, int]]] = {}
    for line, column, character in _suspects(text):
        places.setdefault(_name(character) + (":" if _grave(character) else ""), []).append((line, column))
    if not places:
        return text, ()
    remarks = tuple(_remark(name, found) for name, found in places.items())
    return re.sub(f"[{_CONTROL}{_TURNING}{_BREAKS}]", " ", text), remarks


def _suspects(text: str) -> Iterator[tuple[int, int, str]]:
    if text.replace("\n", "").isprintable() or not _SUSPECT.search(text):
        return
    text = _FLAG.sub(lambda flag: " " * len(flag.group()), text)
    for number, line in enumerate(text.split("\n")):
        for found in _SUSPECT.finditer(line):
            yield number, found.start(), found.group()


def _grave(character: str) -> bool:
    return _FORBIDDEN.match(character) is not None


def _name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    if re.match(f"[{_TURNING}]", character):
        return f"a character that turns the direction of the text ({code})"
    other = "an invisible tag" if character > "\U000e0000" else "a control character"
    return f"{_NAMES.get(character, other)} ({code})"


def _remark(name: str, places: list[tuple[int, int]]) -> Remark:
    line, column = places[0]
    grave = name.endswith(":")
    more = f", and {len(places) - 1} more" if len(places) > 1 else ""
    return Remark(
        "yaml-control-character" if grave else "yaml-invisible-character",
        (line, column),
        (line, column + 1),
        f"Here stands {name.rstrip(':')}{more}, which nobody can see.",
        _DELETE,
        Severity.ERROR if grave else Severity.WARNING,
    )
