"""What reading notices, in; values that know a place in the text as read, out."""

from typing import NamedTuple

from policyctl.findings import Pointer, Severity

Mark = tuple[int, int]
"""Line and column from 0, in the text as it was read: the parser's own counting."""


class Remark(NamedTuple):
    """A finding before its place is translated into the author's own lines and columns."""

    rule: str
    start: Mark
    end: Mark
    message: str
    hint: str | None = None
    severity: Severity = Severity.ERROR
    pointer: Pointer = ()
