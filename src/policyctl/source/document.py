"""A text that was read in; its data, its findings, and the span of any pointer into it, out."""

from dataclasses import dataclass, field

from policyctl.findings import Finding, Pointer, Span
from policyctl.source.builder import Data
from policyctl.source.ignoring import Ignore
from policyctl.source.letters import stretch
from policyctl.source.lines import Lines
from policyctl.source.places import Kind, Place, block_end
from policyctl.source.remarks import Mark


@dataclass(frozen=True)
class Source:
    """One policy as its author wrote it; `text` has line feeds alone at its line ends and no byte order mark.

    `data` is None where nothing could be made of the file; otherwise it is all that could be read.
    """

    file: str
    text: str
    data: Data | None
    findings: tuple[Finding, ...]
    lines: Lines = field(repr=False, compare=False)
    root: Place | None = field(repr=False, compare=False)
    ignores: tuple[Ignore, ...] = ()

    def span(self, pointer: Pointer, *, at_key: bool = False, words: str | None = None, nth: int = 0) -> Span:
        """The value at `pointer`, or its key; what the author did not write is stepped over on the way.

        A mapping or a list is its first line. The policy itself is its first key. Of a text, `words` alone are marked,
        as often as they stand there after the first `nth` times.
        """
        if self.root is None:
            return self.lines.span(self.file, (0, 0), (0, 0))
        place = self.root.nearest(pointer)
        if place is self.root:
            place, at_key = next(iter(place.children.values()), place), True
        at_key = bool(place.key) and (at_key or _empty(place))
        start, end = place.key if place.key and at_key else self._value(place)
        exact = self._words(place, words, nth, at_key=at_key) if words else None
        return self.lines.span(self.file, *(exact or (start, end)))

    def line(self, span: Span) -> str:
        """The line on which a span begins, as its author wrote it."""
        return self.lines.written[span.start.line - 1]

    def _words(self, place: Place, words: str, nth: int, *, at_key: bool) -> tuple[Mark, Mark] | None:
        """Where the words stand in a text or a key, and where they stand in the line that a mapping begins with."""
        if place.key and at_key:
            text, writing = str(place.segment), (_written(place.key[0], self.lines.read), *place.key)
        elif place.kind in (Kind.PLAIN, Kind.QUOTED, Kind.BLOCK):
            text, writing = place.text, (place.kind, *self._value(place))
        else:
            start, end = self._value(place)
            text, writing = self.lines.read[start[0]][start[1] : end[1]], (Kind.PLAIN, start, end)
        at = _nth(text, words, nth)
        return None if at < 0 else stretch(self.lines.read, writing, text[:at], words)

    def _value(self, place: Place) -> tuple[Mark, Mark]:
        start, end = place.start, place.end
        if place.kind is Kind.BLOCK:
            outer = place.parent.start[1] if place.parent else -1
            return start, block_end(self.lines.read, start, outer)
        if place.kind in (Kind.PLAIN, Kind.QUOTED):
            return (start[0], max(start[1] - 1, 0)) if _empty(place) else start, end
        if place.kind in (Kind.MAPPING, Kind.LIST) or end[0] > start[0]:
            return start, (start[0], len(self.lines.read[start[0]].rstrip()))
        return start, end


def _nth(text: str, words: str, nth: int) -> int:
    """Where the words begin after the first `nth` times that they stand in the text; -1 where they do not."""
    at = text.find(words)
    for _ in range(nth):
        at = text.find(words, at + 1) if at >= 0 else at
    return at


def _written(start: Mark, lines: tuple[str, ...]) -> Kind:
    """How a key is written: keys have no block form."""
    return Kind.QUOTED if lines[start[0]][start[1] : start[1] + 1] in ("'", '"') else Kind.PLAIN


def _empty(place: Place) -> bool:
    return place.kind is Kind.PLAIN and place.start == place.end


def colon_item(source: Source, pointer: Pointer) -> bool:
    """Whether a colon turned one list item into a mapping: `- Note: we close at five`."""
    place = source.root.exact(pointer) if source.root else None
    return place is not None and isinstance(place.segment, int) and _one_pair(place)


def colon_text(source: Source, pointer: Pointer) -> bool:
    """Whether a colon turned a text into a mapping of one line, in a list or under a key of its own."""
    place = source.root.exact(pointer) if source.root else None
    return place is not None and _one_pair(place)


def words_at(source: Source, pointer: Pointer) -> str:
    """The author's own words on the first line of the value at `pointer`, for showing them rewritten."""
    span = source.span(pointer)
    line = source.text.split("\n")[span.start.line - 1]
    end = span.end.column - 1 if span.end.line == span.start.line else len(line)
    return line[span.start.column - 1 : end]


def _one_pair(place: Place) -> bool:
    if place.kind is not Kind.MAPPING or len(place.children) != 1:
        return False
    value = next(iter(place.children.values()))
    return value.kind is Kind.PLAIN and value.start[0] == place.start[0] and not _empty(value)
