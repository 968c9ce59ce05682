"""A tab where spaces belong: recognised and mended on every line of the file at once."""

import re

from policyctl.source.diagnosis import Failure, Mistake
from policyctl.source.lines import Edit

_TAB = re.compile(r" *\t[ \t]*")
_WIDTH = 2


def tab(failure: Failure) -> Mistake | None:
    """A line that is set in with a tab; said once, since whoever uses tabs uses them everywhere."""
    if not _TAB.match(failure.lines[failure.line]):
        return None
    found = [(number, match) for number, line in enumerate(failure.lines) if (match := _TAB.match(line))]
    line, first = found[0]
    more = len(found) - 1
    others = f", and so are {more} more lines" if more > 1 else ", and so is another" if more else ""
    return Mistake(
        "yaml-tab",
        (line, 0),
        (line, first.end()),
        f"This line is set in with a tab{others}.",
        "Use spaces instead, two for each step; most editors can replace tabs by spaces.",
        tuple(Edit(number, 0, match.end(), match.group().expandtabs(_WIDTH)) for number, match in found),
    )
