"""Find the notes that ask for a finding to be passed over: `# policyctl: ignore[vague-time] reason`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from policyctl.source.parser import Tree
from policyctl.source.positions import TEXTS, Kind, Mark, Place

MARK = "policyctl"
"""What such a note holds; a text without it is not looked at twice."""

_NOTE = re.compile(
    rf"(?<!\S)#\s*{MARK}:?\s*ignore\b\s*(?:\[(?P<rules>[^\]\n]*)\])?\s*(?P<reason>[^\n]*?)\s*$", re.IGNORECASE
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
    texts = [place for place in tree.places if place.kind in TEXTS]
    for number, found in noted:
        if not any(_holds(place, (number, found.start()), lines) for place in texts):
            alone = not lines[number][: found.start()].strip()
            target = _next(number, lines) if alone else number
            rules = tuple(rule.strip() for rule in (found["rules"] or "").split(",") if rule.strip())
            end = (number, found.end())
            around = [text for place in texts if target in (text := _lines(place, lines))]
            first, last = (
                min((text[0] for text in around), default=target),
                max((t[-1] for t in around), default=target),
            )
            yield Ignore(rules, found["reason"], (number, found.start()), end, first, last)


def _next(number: int, lines: tuple[str, ...]) -> int:
    """The line that a note above it is about: the next that is neither empty nor a note itself."""
    below = range(number + 1, len(lines))
    return next((each for each in below if lines[each].strip() and not lines[each].lstrip().startswith("#")), number)


def _lines(place: Place, lines: tuple[str, ...]) -> range:
    """The lines of a text, that of its key among them."""
    return range(place.key[0][0] if place.key else place.start[0], place.text_end(lines)[0] + 1)


def _holds(place: Place, mark: Mark, lines: tuple[str, ...]) -> bool:
    """Whether a mark lies inside a text; what stands behind the `|` of a block is beside it."""
    if place.kind is Kind.BLOCK:
        return place.start[0] < mark[0] <= place.text_end(lines)[0]
    return place.kind is Kind.QUOTED and place.start <= mark < place.end
