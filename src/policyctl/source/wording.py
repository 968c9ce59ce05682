"""A line of a policy in; its parts, and the same line written as it should be, out."""

import re
from typing import NamedTuple

_KEY = re.compile(r"""("[^"]*"|'[^']*'|[^\s#&*!|>'"%@`{\[\]},?-][^#]*?|[?-][^\s#][^#]*?)\s*:(?:\s+|$)""")
_LEAD = re.compile(r"[ \t]*(?:-[ \t]+|-$)*")
GLUED_COLON = re.compile(r"\s*(?:- +)*([^\W\d_][\w -]*):(?!//)([^\s:].*)$")
GLUED_DASH = re.compile(r"\s*(?:- +)*(-)([^\W\d_].*)$")
_COMMENT = re.compile(r"(?:^|\s)#(?=\s|$).*$")

LONGEST = 70
LONGEST_KEY = 400  # Looked at for a colon: a hostile line is long, a name is not.


class Parts(NamedTuple):
    """One line: the spaces and dashes it begins with, its key with the colon, its value, and where the value begins.

    `key` is empty where the line has none; a comment after a space belongs to neither.
    """

    lead: str
    key: str
    value: str
    column: int

    @property
    def indent(self) -> int:
        """How many spaces stand before everything else."""
        return len(self.lead) - len(self.lead.lstrip())

    @property
    def dashed(self) -> bool:
        """Whether the line begins a list item."""
        return "-" in self.lead

    @property
    def inner(self) -> int:
        """The column of what the line says, after spaces and dashes."""
        return len(self.lead)

    @property
    def outer(self) -> int:
        """The column that text going on below must pass: that of the key, or of the last dash, or just outside."""
        if self.key:
            return self.inner
        return self.lead.rindex("-") if self.dashed else self.indent - 1


def parts(line: str) -> Parts:
    """Take a line apart by its looks; the parser has no say."""
    lead = _LEAD.match(line)
    begin = lead.end() if lead else 0
    key = _KEY.match(line, begin, begin + LONGEST_KEY)
    column = key.end() if key else begin
    value = _COMMENT.sub("", line[column:]).rstrip()
    return Parts(line[:begin], line[begin:column].rstrip(), value, column)


def after_bar(line: Parts, words: str) -> str:
    """The hint that shows `words` after a `|`, which belongs on the line above where this one has no key or dash."""
    if not line.key and not line.dashed:
        return f"Put `|` at the end of the line above, and leave the text as it is:\n    {clip(words)}"
    dashes = "- " * line.lead.count("-")
    head = f"{dashes}{line.key} |" if line.key else f"{dashes}|"
    deeper = " " * (2 + len(dashes) + (2 if line.key else 0))
    return f"Write the text after `|`, on a line of its own:\n  {head}\n{deeper}{clip(words)}"


def shown(*lines: str) -> str:
    """Lines to copy, set in under the sentence that announces them."""
    return "".join(f"\n  {clip(line)}" for line in lines)


def clip(words: str) -> str:
    """No more of the author's words than a hint can hold."""
    words = words.rstrip()
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"


def quoted(words: str) -> str:
    """The words in the plain quotes that change them least."""
    if '"' in words or "\\" in words:
        return "'" + words.replace("'", "''") + "'"
    return f'"{words}"'
