"""What a diagnosis works with: where the parser gave up, in; a mistake with the edits that let reading go on, out."""

from typing import NamedTuple

from policyctl.source.builder import Stop
from policyctl.source.lines import Edit
from policyctl.source.places import Kind, Place
from policyctl.source.remarks import Mark, Remark
from policyctl.source.wording import Parts, parts


class Mistake(NamedTuple):
    """What the author got wrong and where, and the edits to the text as read that let reading go on."""

    rule: str
    start: Mark
    end: Mark
    message: str
    hint: str
    edits: tuple[Edit, ...]

    @property
    def remark(self) -> Remark:
        """The mistake without its cure."""
        return Remark(self.rule, self.start, self.end, self.message, self.hint)


class Failure(NamedTuple):
    """The lines as read, where the parser gave up, and the last text that it had understood before."""

    lines: tuple[str, ...]
    stop: Stop
    last: Place | None

    @property
    def line(self) -> int:
        """The line on which the parser gave up; its end of the text counts as the last line."""
        return min(self.stop.mark[0], len(self.lines) - 1)

    @property
    def column(self) -> int:
        """The column at which the parser gave up."""
        return self.stop.mark[1] if self.stop.mark[0] == self.line else len(self.lines[self.line])

    @property
    def suspect(self) -> int:
        """The line the parser was in the middle of, where it says so, else the one on which it gave up."""
        around = self.stop.around
        return around[0] if around and "simple key" in self.stop_context else self.line

    @property
    def stop_context(self) -> str:
        """A colon that the parser missed is missed on the line it was reading, not on the next."""
        return "simple key" if "could not find expected ':'" in self.stop.problem else ""

    @property
    def at_line_start(self) -> bool:
        """Whether nothing stands on the line before the place where the parser gave up."""
        return not self.lines[self.line][: self.column].strip()

    @property
    def swallowed(self) -> int | None:
        """The line on which an unquoted text begins that runs on into the line of the failure."""
        last = self.last
        if last and last.kind is Kind.PLAIN and last.start[0] < self.line == last.end[0]:
            return last.start[0]
        return None

    def parts(self, line: int) -> Parts:
        """One line, taken apart."""
        return parts(self.lines[line])

    def above(self, line: int) -> int | None:
        """The nearest line above that is neither empty nor a comment."""
        for number in range(line - 1, -1, -1):
            text = self.lines[number].strip()
            if text and not text.startswith("#"):
                return number
        return None


def blank(lines: tuple[str, ...], line: int) -> tuple[Edit, ...]:
    """Pass over a line and over all that stands deeper below it."""
    indent = parts(lines[line]).indent
    edits = [Edit(line, 0, len(lines[line]), "")]
    for number in range(line + 1, len(lines)):
        if lines[number].strip() and parts(lines[number]).indent <= indent:
            break
        edits.append(Edit(number, 0, len(lines[number]), ""))
    return tuple(edits)


def in_quotes(lines: tuple[str, ...], line: int, column: int, skip: int = 0) -> tuple[Edit, ...]:
    """Read the text that begins at `column`, and goes on below where it is set in, as text and nothing else.

    `skip` characters at its beginning are left out: a quote that opens and was never closed.
    """
    first = parts(lines[line])
    last = last_line(lines, line, first.outer)
    edits = [Edit(line, column, column + skip, "'")]
    for number in range(line, last + 1):
        begin = column + skip if number == line else 0
        text = lines[number]
        edits += [Edit(number, at, at + 1, "''") for at in range(begin, _end(text)) if text[at] == "'"]
    end = _end(lines[last])
    end = max(end, column + skip) if last == line else end
    return (*edits, Edit(last, end, end, "'"))


def _end(line: str) -> int:
    found = parts(line)
    return found.column + len(found.value)


def last_line(lines: tuple[str, ...], line: int, outer: int) -> int:
    """The last line of an unquoted text: what is set in below it, up to a line with a key or a dash of its own.

    At the very left, where everything is set in below, it is the line alone.
    """
    last = line
    if outer < 0:
        return last
    for number in range(line + 1, len(lines)):
        if not lines[number].strip():
            continue
        below = parts(lines[number])
        if below.indent <= outer or below.key or below.dashed:
            break
        last = number
    return last
