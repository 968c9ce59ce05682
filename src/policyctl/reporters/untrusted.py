"""Show text that nobody vouches for, so that it harms no terminal and commands no CI job."""

import json
import re
import unicodedata
from typing import Any

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_COMMAND = re.compile(r"(?<=#)#(?=\w*\[)")
_WORKFLOW = re.compile(rf"(?<=:):(?=[A-Za-z])|{_COMMAND.pattern}")
_TAB = "→"


def show(text: str) -> str:
    """The text with every control, bidirectional and invisible character in sight and no workflow command whole.

    Used for every message, file name and excerpt, before any colour. Line feeds are made visible too: split first.
    """
    return "".join(pieces(text))


def pieces(text: str) -> list[str]:
    """What is shown for each character of a text, so that a column of the text can be found in what is shown.

    A build service takes `::name` and `##[name]` in a log for commands of its own: a space breaks them up.
    """
    shown = [_visible(character) for character in text]
    for found in _WORKFLOW.finditer(text):
        shown[found.start()] = " " + shown[found.start()]
    return shown


def json_of(data: Any, *, indent: int | None = None) -> str:
    """The data as JSON in ASCII; the `#` of a command is written as its number, so that no service takes it for one."""
    return _COMMAND.sub(r"\\u0023", json.dumps(data, indent=indent))


def cells(text: str) -> int:
    """How many columns of a terminal the text takes: none for a combining mark, two for a wide character."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def _visible(character: str) -> str:
    if " " <= character <= "~":
        return character
    if character == "\t":
        return _TAB
    if unicodedata.category(character) not in _HIDDEN:
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
