"""Find the notes that ask for a finding to be passed over: `# policyctl: ignore[vague-time] reason`."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policyctl.source.parser import Tree
from policyctl.source.positions import TEXTS, Kind, Mark, Place

MARK = "policyctl"
"""What such a note holds; a text without it is not looked at twice."""

_NOTE = re.compile(
    rf"(?<!\S)#\s*{MARK}:?\s*ignore\b\s*(?:\[(?P<rules>[^\]\n]*)\])?\s*(?P<reason>[^\n]*)$", re.IGNORECASE
)


class Ignore(NamedTuple):
    """`# policyctl: ignore[vague-time] reason`: the rules that it names, and the lines it holds for, from 0.

    It stands at the end of a line or on one of its own above it, and holds for the whole of the text there.
    """

    rules: tuple[str, ...]
    reason: str
    start: Mark
    end: Mark
    first: int
    last: int


def ignores(tree: Tree, lines: tuple[str, ...]) -> Iterator[Ignore]:
    """Every such note, in the order of the lines; what stands inside a text is a part of that text."""
    noted = [(number, found) for number, line in enumerate(lines) if MARK in line and (found := _NOTE.search(line))]
    if not noted:
        return
    texts = _Texts([place for place in tree.places if place.kind in TEXTS], lines)
    following = _following(lines)
    for number, found in noted:
        if not texts.holds((number, found.start())):
            alone = not lines[number][: found.start()].strip()
            target = following[number] if alone else number
            rules = tuple(rule.strip() for rule in (found["rules"] or "").split(",") if rule.strip())
            first, last = texts.around.get(target, (target, target))
            yield Ignore(rules, found["reason"].rstrip(), (number, found.start()), (number, found.end()), first, last)


class _Texts:
    """Which lines the texts of a policy take: a hostile one has thousands of notes and thousands of texts."""

    def __init__(self, texts: Sequence[Place], lines: tuple[str, ...]) -> None:
        self.around: dict[int, tuple[int, int]] = {}
        self._in_blocks: set[int] = set()
        self._quoted = sorted((place for place in texts if place.kind is Kind.QUOTED), key=lambda place: place.start)
        self._starts = [place.start for place in self._quoted]
        for place in texts:
            first, last = place.key[0][0] if place.key else place.start[0], place.text_end(lines)[0]
            for line in range(first, last + 1):
                before = self.around.get(line, (first, last))
                self.around[line] = (min(before[0], first), max(before[1], last))
            if place.kind is Kind.BLOCK:
                self._in_blocks.update(range(place.start[0] + 1, last + 1))

    def holds(self, mark: Mark) -> bool:
        """Whether a mark lies inside a text; what stands behind the `|` of a block is beside it."""
        before = bisect_right(self._starts, mark) - 1
        return mark[0] in self._in_blocks or (before >= 0 and mark < self._quoted[before].end)


def _following(lines: tuple[str, ...]) -> list[int]:
    """The line that a note on each line is about: the next that is neither empty nor a note itself, or its own."""
    found = list(range(len(lines)))
    below: int | None = None
    for number in range(len(lines) - 1, -1, -1):
        found[number] = number if below is None else below
        line = lines[number].lstrip()
        below = number if line and not line.startswith("#") else below
    return found
