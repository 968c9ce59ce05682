"""Read the bytes of a policy into a Source: its data, its findings, and the span of any pointer into it."""

from dataclasses import dataclass, field

from policyctl.findings import Finding, Pointer, Replacement, Span
from policyctl.source.decoding import clean, decode, legible
from policyctl.source.failure import bar_before
from policyctl.source.losses import find_losses, restoring
from policyctl.source.messages import Diagnostic
from policyctl.source.parser import Data, Tree, parse
from policyctl.source.positions import TEXTS, Kind, Lines, Mark, Place, find_letters
from policyctl.source.suppressions import MARK, Ignore, ignores


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
        at_key = bool(place.key) and (at_key or place.empty)
        start, end = place.key if place.key and at_key else self._value(place)
        exact = self._words(place, words, nth, at_key=at_key) if words else None
        return self.lines.span(self.file, *(exact or (start, end)))

    def text_after_bar(self, pointer: Pointer) -> tuple[Replacement, ...]:
        """The edit that puts a text, which a colon has made a mapping of one short field, after a `|`."""
        place = self.root.nearest(pointer) if self.root else None
        if place is None or place.pointer != pointer or place.kind is not Kind.MAPPING or len(place.inside) != 1:
            return ()
        (value,) = place.inside
        is_one_line = value.kind is Kind.PLAIN and not value.empty and value.end[0] == place.start[0]
        edits = bar_before(self.lines.read, *place.start) if is_one_line else ()
        return self.lines.replacements(self.file, edits)

    def line(self, span: Span) -> str:
        """The line on which a span begins, as its author wrote it."""
        return self.lines.written[span.start.line - 1]

    def _words(self, place: Place, words: str, nth: int, *, at_key: bool) -> tuple[Mark, Mark] | None:
        """Where the words stand in a text or a key, and where they stand in the line that a mapping begins with."""
        read = self.lines.read
        if place.key and at_key:
            (line, column), end = place.key
            kind = Kind.QUOTED if read[line][column : column + 1] in ("'", '"') else Kind.PLAIN
            text, written = str(place.segment), (kind, (line, column), end)
        elif place.kind in TEXTS:
            text, written = place.text, (place.kind, *self._value(place))
        else:
            start, end = self._value(place)
            text, written = read[start[0]][start[1] : end[1]], (Kind.PLAIN, start, end)
        at = text.find(words)
        for _ in range(nth):
            at = text.find(words, at + 1) if at >= 0 else at
        return None if at < 0 else find_letters(read, written, text[:at], words)

    def _value(self, place: Place) -> tuple[Mark, Mark]:
        start, end = place.start, place.text_end(self.lines.read)
        if place.kind in TEXTS:
            return (start[0], max(start[1] - 1, 0)) if place.empty else start, end
        if place.kind in (Kind.MAPPING, Kind.LIST) or end[0] > start[0]:
            return start, (start[0], len(self.lines.read[start[0]].rstrip()))
        return start, end


def read(data: bytes, file: str) -> Source:
    """Read a policy; `file` is the name that its findings bear. Nothing is ever raised: what is wrong is a finding."""
    text = decode(data)
    if isinstance(text, Diagnostic):
        return _undecoded(legible(data), file, text)
    cleaned, hidden = clean(text)
    lines, tree, mistakes = _parsed(Lines(tuple(text.split("\n")), tuple(cleaned.split("\n"))), file)
    lost = [each.finding(file, lines) for each in find_losses(tree, lines.read)]
    if (edits := restoring(tree, lines.read)) and tree.stop is None:
        lines = lines.edited(edits)
        tree = parse(lines.text)
    diagnostics = [*hidden, *tree.diagnostics, *_nothing_read(tree, mistakes, text)]
    findings = {*mistakes, *lost, *(each.finding(file, lines) for each in diagnostics)}
    noted = tuple(ignores(tree, lines.read)) if MARK in text else ()
    return Source(file, text, tree.data, tuple(sorted(findings, key=_order)), lines, tree.root, noted)


def _parsed(lines: Lines, file: str) -> tuple[Lines, Tree, tuple[Finding, ...]]:
    """The text as it could be read in the end, what it holds, and the mistakes in its YAML."""
    tree = parse(lines.text)
    if not tree.stop:
        return lines, tree, ()
    from policyctl.source.repairs import repair  # noqa: PLC0415  Most files have no such mistake and start sooner.

    return repair(lines, tree, file)


def _undecoded(text: str, file: str, diagnostic: Diagnostic) -> Source:
    lines = Lines(tuple(text.split("\n")), tuple(text.split("\n")))
    return Source(file, text, None, (diagnostic.finding(file, lines),), lines, None)


def _nothing_read(tree: Tree, mistakes: tuple[Finding, ...], text: str) -> list[Diagnostic]:
    if tree.root is not None or tree.diagnostics or mistakes:
        return []
    notes = "This file holds only notes: lines that begin with `#` are not read."
    hint = "Let `policyctl init` write a first policy, and go on from there."
    return [Diagnostic("yaml-empty", (0, 0), (0, 0), notes if "#" in text else "This file is empty.", hint)]


def _order(finding: Finding) -> tuple[object, ...]:
    return (finding.span, finding.severity.rank, finding.rule, finding.message)
