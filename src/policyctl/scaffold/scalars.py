"""Write any text so that YAML reads back exactly that text: as it is wherever that is safe, in quotes elsewhere."""

import re
from collections.abc import Iterator
from textwrap import wrap

from policyctl.source import read

WIDTH = 100
"""Columns of a comment in a policy."""

_CODE = re.compile(r"`[^`]*`")
_NO_BREAK = "\ufdd0"
"""A sign that no text may hold, in the place of a space at which no line ends."""

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def scalar(text: str) -> str:
    """The text as a value behind a colon or a dash."""
    return text if _reads_back(text, f"key: {text}\n", {"key": text}) else quoted(text)


def key(text: str) -> str:
    """The text as a name before a colon."""
    return text if _reads_back(text, f"{text}: value\n", {text: "value"}) else quoted(text)


def quoted(text: str) -> str:
    """The text in double quotes, on one line, with everything that cannot be seen spelt out."""
    return '"' + "".join(_ESCAPES.get(letter) or _visible(letter) for letter in text) + '"'


def comment(text: str, hanging: str = "") -> Iterator[str]:
    """The lines of a note, each with its mark, those after the first further in by `hanging`; no `code` is broken."""
    whole = _CODE.sub(lambda found: found[0].replace(" ", _NO_BREAK), text)
    lines = wrap(
        whole, WIDTH, initial_indent="# " + hanging, subsequent_indent="# " + 2 * hanging, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
    yield from (line.replace(_NO_BREAK, " ") for line in lines)


def _reads_back(text: str, line: str, data: dict[str, str]) -> bool:
    """Whether the line needs no quotes: nothing in it is cut, lost, hidden or remarked on."""
    if not text or text != text.strip() or not text.isprintable():
        return False
    source = read(line.encode(), "")
    return source.data == data and not source.findings


def _visible(letter: str) -> str:
    if letter.isprintable():
        return letter
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
