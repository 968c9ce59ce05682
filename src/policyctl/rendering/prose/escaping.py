"""Plain words in, Markdown that shows exactly these words out, wherever in a line they stand."""

import re

MARKS = "\ufdd0\ufdd1\ufdd2"
"""Three signs that no text may hold (Unicode keeps them for such use): for the last pass over a Markdown document."""

_ANYWHERE = re.compile(r"[\\`*\[\]<|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|#+(?=\s|$)")
_BEGINS = re.compile(r"^ *(?:\d{0,9}(?=[.)](?:\s|$))|(?=[-+](?:[\s-]|$)|[=>]|:-))")
_SPACES = re.compile(r"[ \t\r\n]+")
_NO_MARKS = dict.fromkeys(map(ord, MARKS), "\N{REPLACEMENT CHARACTER}")


def escaped(text: str, *, at_start: bool = True) -> str:
    """Words in one line, with a backslash before all that Markdown would take for a sign of its own.

    `at_start` says that a line may begin with them, where more signs mean something.
    """
    shown = _ANYWHERE.sub(r"\\\g<0>", _SPACES.sub(" ", text.translate(_NO_MARKS)))
    return _BEGINS.sub(r"\g<0>\\", shown) if at_start else shown
