"""Keep a page from commanding the build service that shows it in a log."""

import re

_ANYWHERE = re.compile(r"##(?=\w*\[)")
"""What begins a command in the middle of a line, too: `##[group]`, `##vso[…]`, `##teamcity[…]`."""

_IN_FRONT = re.compile(r"^([ \t]*):(?=:[\w-])", re.MULTILINE)
"""What begins one at the beginning of a line: `::error::`."""


def disarmed(page: str, hash_sign: str, colon: str) -> str:
    """A page that reads the same, with one sign of each command as its format writes a sign that means itself."""
    return _IN_FRONT.sub(lambda found: found[1] + colon, _ANYWHERE.sub(lambda _: f"#{hash_sign}", page))
