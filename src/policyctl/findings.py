"""What policyctl has to say about a policy: values that travel from every room to the reporters."""

from enum import StrEnum
from typing import NamedTuple

Pointer = tuple[str | int, ...]
"""The way to a value: the keys as their author wrote them, and list indexes from 0."""


class Severity(StrEnum):
    """How much a finding weighs; `rank` orders them, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for a piece of information."""
        return _RANK[self]

    @property
    def gentler(self) -> "Severity":
        """One step less; nothing is less than a piece of information."""
        return _GENTLER[self]


_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
_GENTLER = {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.INFO, Severity.INFO: Severity.INFO}


class Position(NamedTuple):
    """A place in a text: line and column, both from 1, the column counted in code points."""

    line: int
    column: int


class Span(NamedTuple):
    """A stretch of one file, from `start` up to but not including `end`."""

    file: str
    start: Position
    end: Position


class Replacement(NamedTuple):
    """A stretch of one line, and the text to put in its place; a line feed in it begins a new line of the file."""

    span: Span
    text: str


Instead = tuple[str, str]
"""Words as they stand, and what is to stand there instead."""


class Issue(NamedTuple):
    """What a rule or the schema found: it knows the way to the value, and no line, file or severity.

    `at_key` puts the finding on the key instead of on its value. `words` are the very words in question, if not all
    that stands there, and `nth` says how many times they stand there before. `twin` is the way to another value that
    it is about, whose line is told at the end of the message. `gently` makes it one step less grave than its rule: an
    aim that cannot be met, where the rule is about promises. `instead` and `after_bar` are set where it is certain how
    to mend it: by other words, or by a `|` in front of a text that a colon has broken.
    """

    pointer: Pointer
    message: str
    hint: str | None = None
    at_key: bool = False
    twin: Pointer | None = None
    words: str | None = None
    nth: int = 0
    gently: bool = False
    instead: Instead | None = None
    after_bar: bool = False


class Finding(NamedTuple):
    """One problem at one place, in words for people who are not programmers.

    `message` is one sentence that says what is wrong, `hint` says what to write instead. `line` is the line that
    `span` begins on, as its author wrote it. `key` tells the finding from all others of its policy, today and after
    other lines have changed. `fix` mends it, where that is certain.
    """

    rule: str
    severity: Severity
    span: Span
    message: str
    hint: str | None = None
    pointer: Pointer = ()
    line: str = ""
    key: str = ""
    fix: tuple[Replacement, ...] = ()


class Checked(NamedTuple):
    """What is kept of a policy once it has been judged: little, however large the policy is.

    `findings` are sorted by place. `sections` counts what was judged beside the head; where the policy could not be
    read whole, `whole` is false and its sense was not judged. A baseline in which something is found is no policy.
    """

    file: str
    findings: tuple[Finding, ...] = ()
    sections: int = 0
    whole: bool = True
    is_policy: bool = True
