"""Find the line of the policy that words on a page come from.

A page prints what its author wrote with other marks and in other surroundings, so words are compared by their letters
and figures alone. The longest run of words that a page and a text of the policy share around the place of a click is
what was clicked; the nearest of several equal texts comes first. Where the words are nobody's but policyctl's own,
nothing is found.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from policyctl.findings import Pointer, Span
from policyctl.schema.hints import part_at
from policyctl.source import Source
from policyctl.source.positions import TEXTS, Place

ENOUGH = 5
"""So many words in a row are taken for a part of a longer text; fewer only as the whole of it, or as a sentence."""

MOST = 5
"""Places that are told at most."""

MOST_COMPARED = 200_000
"""Words that are compared for one click: a text that says one word again and again would keep a machine busy."""

_WORD = re.compile(r"[^\W_]+")
_TARGET = re.compile(r"\]\([^()\s]*\)")
_END = re.compile(r"[.!?…:;]\s|\n")
_UNSEEN = re.compile("[\u00ad\u200b\u2060]")


class Word(NamedTuple):
    """A word as it is compared, and where it stands in its text."""

    letters: str
    start: int
    end: int


@dataclass(frozen=True)
class Text:
    """A text of the policy: a value, or the name that is a key."""

    pointer: Pointer
    text: str
    is_key: bool
    words: tuple[Word, ...] = field(repr=False)


class Click(NamedTuple):
    """What somebody clicked on: the text around it, which sign of it, and the words that stand near, the nearest first.

    `anchor` is the name of the nearest place on the page that has one.
    """

    text: str
    at: int
    anchor: str = ""
    near: tuple[str, ...] = ()


class Hit(NamedTuple):
    """A place in the policy: the way to it, and the very words there that were clicked."""

    pointer: Pointer
    span: Span


@dataclass(frozen=True)
class Places:
    """The texts of one policy, to be found by what is printed of them.

    `anchors` has the way to each entry that a page gives a name of its own.
    """

    source: Source
    anchors: Mapping[str, Pointer] = field(default_factory=dict)

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text, in the order of the file."""
        return tuple(_texts(self.source.root)) if self.source.root else ()

    @cached_property
    def _index(self) -> Mapping[str, list[tuple[Text, int]]]:
        index: dict[str, list[tuple[Text, int]]] = {}
        for text in self.texts:
            for number, word in enumerate(text.words):
                index.setdefault(word.letters, []).append((text, number))
        return index

    def find(self, click: Click) -> tuple[Hit, ...]:
        """Where the clicked words stand, the likeliest place first; nothing where the policy does not say them.

        Of texts that are alike, those in the entry at the anchor are meant, if any is there.
        """
        words = words_of(click.text)
        if not words:
            return ()
        clicked = min(range(len(words)), key=lambda number: _distance(words[number], click.at))
        sentence = _sentence(click.text, words, clicked)
        runs = [run for run in self._runs(words, clicked) if run.is_enough(sentence)]
        longest = max((run.length for run in runs), default=0)
        best = {(run.text.pointer, run.text.is_key): run for run in reversed(runs) if run.length == longest}
        close = {run: self._closeness(run.text, click) for run in best.values()}
        nearest = max((shared for shared, *_ in close.values()), default=0)
        ranked = sorted((run for run in close if close[run][0] == nearest), key=close.__getitem__, reverse=True)
        return tuple(self._hit(run) for run in ranked[:MOST])

    def _runs(self, words: tuple[Word, ...], clicked: int) -> Iterator["_Run"]:
        """What each text that holds the clicked word shares around it, as far as that is worth the time."""
        left = MOST_COMPARED
        for text, number in self._index.get(words[clicked].letters, ()):
            run = _run(words, clicked, text, number)
            yield run
            left -= run.length
            if left <= 0:
                return

    def words_at(self, span: Span) -> str:
        """The text that a stretch of the file lies in, so that it can be looked for on a page."""
        at = (span.start.line, span.start.column)
        return next((text for start, text in reversed(self._starts) if start <= at), "")

    @cached_property
    def _starts(self) -> list[tuple[tuple[int, int], str]]:
        """Where each text begins, in the order of the file."""
        spans = ((self.source.span(text.pointer, at_key=text.is_key).start, text.text) for text in self.texts)
        return sorted(((start.line, start.column), text) for start, text in spans)

    def _closeness(self, text: Text, click: Click) -> tuple[int, ...]:
        """How much of the way to a text is that to the entry at the anchor; then a name comes before what refers to it.

        At last it counts how many words of the way stand near.
        """
        entry = self.anchors.get(click.anchor, ())
        shared = next((n for n, (a, b) in enumerate(zip(entry, text.pointer, strict=False)) if a != b), None)
        shared = min(len(entry), len(text.pointer)) if shared is None else shared
        names = {word.letters for step in text.pointer if isinstance(step, str) for word in words_of(step)}
        near = [len(names & {word.letters for word in words_of(each)}) for each in (click.anchor, *click.near)]
        return (shared, text.is_key, sum(near), *near)

    def _hit(self, run: "_Run") -> Hit:
        text = run.text
        start, end = text.words[run.start].start, text.words[run.start + run.length - 1].end
        words = text.text[start:end]
        nth = sum(1 for found in re.finditer(f"(?={re.escape(words)})", text.text) if found.start() < start)
        return Hit(text.pointer, self.source.span(text.pointer, at_key=text.is_key, words=words, nth=nth))


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text without its marks; where a link leads is none of them."""
    shown = _TARGET.sub(lambda found: " " * len(found[0]), text)
    return tuple(Word(_letters(found[0]), found.start(), found.end()) for found in _WORD.finditer(shown))


def seen(text: str, at: int) -> tuple[str, int]:
    """A text without what only tells a browser where a line may break, and where a sign of it stands then."""
    return _UNSEEN.sub("", text), len(_UNSEEN.sub("", text[:at]))


def _letters(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()


def _texts(root: Place) -> Iterator[Text]:
    waiting = [root]
    while waiting:
        place = waiting.pop()
        pointer = place.pointer
        if isinstance(place.segment, str) and place.key and not part_at(pointer[:-1]).knows(place.segment):
            yield Text(pointer, place.segment, is_key=True, words=words_of(place.segment))
        if place.kind in TEXTS and place.text.strip():
            yield Text(pointer, place.text, is_key=False, words=words_of(place.text))
        waiting += reversed(place.children.values())


def _distance(word: Word, at: int) -> int:
    return max(word.start - at, at - word.end, 0)


def _sentence(text: str, words: tuple[Word, ...], clicked: int) -> range:
    """The numbers of the words of the sentence in which one was clicked."""
    ends = [found.start() for found in _END.finditer(text)]
    before = max((end for end in ends if end < words[clicked].start), default=-1)
    after = min((end for end in ends if end >= words[clicked].end), default=len(text))
    inside = [number for number, word in enumerate(words) if before < word.start and word.end <= after]
    return range(inside[0], inside[-1] + 1) if inside else range(clicked, clicked + 1)


class _Run(NamedTuple):
    """The words that a page and a text share: from which number on in either, and how many."""

    text: Text
    start: int
    on_page: int
    length: int

    def is_enough(self, sentence: range) -> bool:
        """Whether so many words say that it is this text."""
        is_whole = self.length == len(self.text.words)
        holds_sentence = self.on_page <= sentence.start and sentence.stop <= self.on_page + self.length
        return is_whole or self.length >= ENOUGH or (holds_sentence and len(sentence) > 1)


def _run(words: tuple[Word, ...], clicked: int, text: Text, number: int) -> _Run:
    before = _common(
        (word.letters for word in reversed(words[:clicked])), (word.letters for word in reversed(text.words[:number]))
    )
    after = _common((word.letters for word in words[clicked:]), (word.letters for word in text.words[number:]))
    return _Run(text, number - before, clicked - before, before + after)


def _common(one: Iterable[str], other: Iterable[str]) -> int:
    """How many words two texts begin with alike."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
