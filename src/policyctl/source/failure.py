"""Describe where the parser gave up, and what can be done about it: a repair and the edits that it is made of."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from policyctl.findings import Finding
from policyctl.source.messages import Diagnostic, to_copy, whole
from policyctl.source.parser import Stop
from policyctl.source.positions import Edit, Kind, Lines, Mark, Place

LONGEST_KEY = 400  # Looked at for a colon: a hostile line is long, a name is not.

_KEY = re.compile(r"""("[^"]*"|'[^']*'|[^\s#&*!|>'"%@`{\[\]},?-][^#]*?|[?-][^\s#][^#]*?)\s*:(?:\s+|$)""")
_LEAD = re.compile(r"[ \t]*(?:-[ \t]+|-$)*")
_COMMENT = re.compile(r"(?:^|\s)#(?=\s|$).*$")


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
    def end(self) -> int:
        """The column at which the value ends."""
        return self.column + len(self.value)

    @property
    def head(self) -> str:
        """The dashes and the key, for showing the line rewritten."""
        return "- " * self.lead.count("-") + (f"{self.key} " if self.key else "")


def split_line(line: str) -> Parts:
    """Take a line apart by its looks; the parser has no say."""
    lead = _LEAD.match(line)
    begin = lead.end() if lead else 0
    key = _KEY.match(line, begin, begin + LONGEST_KEY)
    column = key.end() if key else begin
    return Parts(line[:begin], line[begin:column].rstrip(), _COMMENT.sub("", line[column:]).rstrip(), column)


class Repair(NamedTuple):
    """What the author got wrong and where on a line, and the edits to the text as read that let reading go on.

    `fix` are the edits that do in the file what the hint says, where that is certain.
    """

    rule: str
    line: int
    start: int
    end: int
    message: str
    hint: str | None
    edits: Iterable[Edit]
    fix: tuple[Edit, ...] = ()

    def finding(self, file: str, lines: Lines) -> Finding:
        """The mistake without its cure."""
        start, end = (self.line, self.start), (self.line, self.end)
        return Diagnostic(self.rule, start, end, self.message, self.hint, fix=self.fix).finding(file, lines)


class Failure(NamedTuple):
    """The lines as read, over what and where the parser gave up, and the last text that it had understood before.

    `around` is what it was in the middle of reading.
    """

    lines: tuple[str, ...]
    problem: str
    line: int
    column: int
    around: Mark | None
    last: Place | None

    @classmethod
    def of(cls, lines: tuple[str, ...], stop: Stop, last: Place | None) -> "Failure":
        """Where the parser stopped; the end of the text counts as the end of its last line."""
        line, column = min(stop.mark, (len(lines) - 1, len(lines[-1])))
        return cls(lines, stop.problem, line, column, stop.around, last)

    @property
    def suspect(self) -> int:
        """The line that is wrong: a colon that the parser missed is missed on the line it was in the middle of."""
        return self.around[0] if self.around and self.missed_colon else self.line

    @property
    def missed_colon(self) -> bool:
        """Whether the parser took a line for a name and waited for its colon."""
        return "could not find expected ':'" in self.problem

    @property
    def swallowed(self) -> int | None:
        """The line on which an unquoted text begins that runs on into the line of the failure."""
        last = self.last
        return last.start[0] if last and last.kind is Kind.PLAIN and last.start[0] < self.line == last.end[0] else None

    def parts(self, line: int) -> Parts:
        """One line, taken apart."""
        return split_line(self.lines[line])

    def above(self, line: int) -> int | None:
        """The nearest line above that is neither empty nor a comment."""
        texts = ((number, self.lines[number].strip()) for number in range(line - 1, -1, -1))
        return next((number for number, text in texts if text and not text.startswith("#")), None)

    def as_text(self, rule: str, line: int, message: str, hint: str, fix: tuple[Edit, ...] = ()) -> Repair:
        """The whole value of the line is the mistake, and is read as text: nothing at all where no text has a place."""
        part, above = self.parts(line), self.parts(self.above(line) or 0)
        homeless = not part.key and not part.dashed and above.key and above.value
        edits = without(self.lines, line) if homeless else as_quoted(self.lines, line, part.column)
        return Repair(rule, line, part.column, part.end, message, hint, edits, () if homeless else fix)


def without(lines: tuple[str, ...], line: int) -> tuple[Edit, ...]:
    """Pass over a line and over all that stands deeper below it."""
    indent = split_line(lines[line]).indent
    edits = [Edit(line, 0, len(lines[line]), "")]
    for number in range(line + 1, len(lines)):
        if lines[number].strip() and split_line(lines[number]).indent <= indent:
            break
        edits.append(Edit(number, 0, len(lines[number]), ""))
    return tuple(edits)


def as_quoted(lines: tuple[str, ...], line: int, column: int, skip: int = 0) -> tuple[Edit, ...]:
    """Read what begins at `column`, and goes on below where it is set in, as text and nothing else.

    `skip` characters at its beginning are left out: a quotation mark that was never closed.
    """
    first = split_line(lines[line])
    outer = first.inner if first.key else first.lead.rindex("-") if first.dashed else first.indent - 1
    last = line
    for number in range(line + 1, len(lines) if outer >= 0 else line):
        below = split_line(lines[number])
        if lines[number].strip():
            if below.indent <= outer or below.key or below.dashed:
                break
            last = number
    edits = [Edit(line, column, column + skip, "'")]
    for number in range(line, last + 1):
        begin = column + skip if number == line else 0
        inner = range(begin, split_line(lines[number]).end)
        edits += [Edit(number, at, at + 1, "''") for at in inner if lines[number][at] == "'"]
    end = max(split_line(lines[last]).end, column + skip if last == line else 0)
    return (*edits, Edit(last, end, end, "'"))


def shifted(lines: tuple[str, ...], line: int, by: int) -> tuple[Edit, ...]:
    """Move a line and what stands below it at least as far in by some columns."""
    indent = split_line(lines[line]).indent
    edits = []
    for number in range(line, len(lines)):
        own = len(lines[number]) - len(lines[number].lstrip(" "))
        if not lines[number].strip():
            continue
        if own < indent:
            break
        edits.append(Edit(number, 0, 0, " " * by) if by > 0 else Edit(number, 0, min(-by, own), ""))
    return tuple(edits)


def after_bar(line: Parts, words: str) -> str:
    """The hint that shows `words` after a `|`, which belongs on the line above where this one has no key or dash."""
    if not line.key and not line.dashed:
        return f"Put `|` at the end of the line above, and leave the text as it is:\n    {whole(words)}"
    deeper = " " * (2 * line.lead.count("-") + (2 if line.key else 0))
    return f"Write the text after `|`, on a line of its own:{to_copy(f'{line.head}|')}\n  {deeper}{whole(words)}"


def bar_before(lines: tuple[str, ...], line: int, column: int) -> tuple[Edit, ...]:
    """The edit that puts what begins at `column` after a `|`, on a line of its own.

    None where more than this text would get behind the `|`, such as a comment at the end of the line.
    """
    text, part = lines[line], split_line(lines[line])
    if " #" in text[column:]:
        return ()
    if not text[:column].strip():
        above = lines[line - 1].rstrip() if line else ""
        return (Edit(line - 1, len(above), len(above), " |"),) if above.endswith(":") and " #" not in above else ()
    outer = part.inner if part.key and column > part.inner else part.lead.rindex("-")
    below = next((each for each in lines[line + 1 :] if each.strip()), "")
    indent = len(below) - len(below.lstrip())
    goes_on = indent > outer and not below.lstrip().startswith("#")
    return (Edit(line, column, column, "|\n" + " " * (indent if goes_on else outer + 2)),)
