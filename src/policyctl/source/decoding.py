"""Decode the bytes of a policy, and point at characters in them that nobody can see."""

import re
from collections.abc import Iterator

from policyctl.findings import Severity
from policyctl.source.messages import Diagnostic

MAX_BYTES = 1024 * 1024

_AGAIN = "Save it again as UTF-8; most editors ask for the encoding under Save as."
_UTF16 = "It looks like UTF-16, which some Windows programs write. " + _AGAIN
_LATIN = "It looks like an older Windows or Latin-1 text. " + _AGAIN


def decode(data: bytes) -> str | Diagnostic:
    """The text with every line end as a line feed and without a byte order mark, or the reason why there is none."""
    if len(data) > MAX_BYTES:
        message = "This file is larger than 1 MiB, and no policy is."
        return Diagnostic("yaml-size", (0, 0), (0, 0), message, "Keep the policy alone in this file.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def legible(data: bytes) -> str:
    """The text of bytes that are no UTF-8, with a mark for each wrong byte: for showing, never for reading."""
    if len(data) > MAX_BYTES:
        return ""
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(data: bytes, offset: int) -> Diagnostic:
    before = legible(data[:offset]).split("\n")
    line, column = len(before) - 1, len(before[-1])
    message = f"Line {line + 1} holds a character that is not in UTF-8, so this file cannot be read."
    return Diagnostic("yaml-encoding", (line, column), (line, column + 1), message, _likely(data, offset))


def _likely(data: bytes, offset: int) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:200].count(0) * 3 > len(data[:200]):
        return _UTF16
    return _LATIN if data[offset] >= 0xA0 or 0x80 <= data[offset] <= 0x9F else _AGAIN


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


def clean(text: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text with a space for each character that cannot be read, and one diagnostic for each kind of them."""
    places: dict[str, list[tuple[int, int]]] = {}
    for line, column, character in _suspects(text):
        places.setdefault(_name(character) + (":" if _grave(character) else ""), []).append((line, column))
    if not places:
        return text, ()
    diagnostics = tuple(_hidden(name, found) for name, found in places.items())
    return re.sub(f"[{_CONTROL}{_TURNING}{_BREAKS}]", " ", text), diagnostics


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


def _hidden(name: str, places: list[tuple[int, int]]) -> Diagnostic:
    line, column = places[0]
    grave = name.endswith(":")
    more = f", and {len(places) - 1} more" if len(places) > 1 else ""
    return Diagnostic(
        "yaml-control-character" if grave else "yaml-invisible-character",
        (line, column),
        (line, column + 1),
        f"Here stands {name.rstrip(':')}{more}, which nobody can see.",
        _DELETE,
        Severity.ERROR if grave else Severity.WARNING,
    )
