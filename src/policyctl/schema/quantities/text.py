"""An author's text in, plain words and tokens out: what every reader of quantities begins with."""

import re
from functools import lru_cache

from policyctl.schema.quantities.numbers import ENGLISH_TENS

LONGEST = 500
"""Characters; no quantity is longer, and no reader looks further."""

_SAME = str.maketrans({
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "×": "x", "’": "'", "‘": "'",
    "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ",
})  # fmt: skip
_TOKEN = re.compile(
    rf"[0-9]+(?:[.,'][0-9]+)+|[0-9]*[½¼¾]|[0-9]+|(?:{'|'.join(ENGLISH_TENS.split())})-[^\W\d_]+|[^\W\d_]+|\S"
)


def plain(text: str) -> str:
    """The text as `tidy` leaves it, in small letters; empty when it is too long to be a quantity."""
    return "" if len(text) > LONGEST else tidy(text).casefold()


@lru_cache(maxsize=256)
def tidy(text: str) -> str:
    """The text with one kind of space, dash and apostrophe, character for character but for spaces at its ends."""
    return " ".join(text.translate(_SAME).split())


def tokens(text: str) -> list[str]:
    """The numbers, words and marks of a plain text."""
    return _TOKEN.findall(plain(text))


def shorten(text: str, limit: int = 60) -> str:
    """The text on one line, cut for a message."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
