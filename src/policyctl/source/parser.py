"""Parse YAML text into plain data, with the place of every value and what policies may not hold.

The parser's events are read with a stack of our own, so that nothing is composed, resolved or as deep as the text.
"""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from policyctl.source import messages
from policyctl.source.decoding import forbidden
from policyctl.source.messages import Diagnostic
from policyctl.source.positions import ENCLOSED, Kind, Mark, Place

Data = str | list["Data"] | dict[str, "Data"]
"""What a policy is made of: every scalar is text, and an empty value is the empty text."""

NOTHING = ("~", "null")
"""What YAML writes for a value that is left out; in quotes they are texts, and so is the surname Null."""

MAX_DEPTH = 64
MAX_EVENTS = 30_000
"""Values, and ends of lists and of fields below each other: ten times what a policy of 23 pages has."""

_STYLES = {
    None: Kind.PLAIN, "": Kind.PLAIN, "'": Kind.QUOTED, '"': Kind.QUOTED, "|": Kind.BLOCK, ">": Kind.BLOCK,
}  # fmt: skip
_COLLECTIONS = {
    (MappingStartEvent, True): Kind.BRACES,
    (MappingStartEvent, False): Kind.MAPPING,
    (SequenceStartEvent, True): Kind.BRACKETS,
    (SequenceStartEvent, False): Kind.LIST,
}


class Stop(NamedTuple):
    """Where and over what the parser gave up; `around` is what it was in the middle of reading."""

    problem: str
    mark: Mark
    around: Mark | None


@dataclass(slots=True)
class Tree:
    """What one pass over a text has found, as far as it came."""

    data: Data | None = None
    root: Place | None = None
    places: list[Place] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    stop: Stop | None = None


@dataclass(slots=True)
class _Frame:
    """A mapping or a list that is still open; `key` is the key whose value is awaited, None when that is dropped."""

    place: Place
    data: list[Data] | dict[str, Data]
    wants_key: bool
    lines: dict[str, int] = field(default_factory=dict)
    key: str | None = None
    key_marks: tuple[Mark, Mark] | None = None


class _TooMuchError(Exception):
    """Ends a pass over a text that is not worth reading on."""


def parse(text: str) -> Tree:
    """Read a text in one pass with a stack of its own; a text that is no YAML leaves its `stop`."""
    builder = _Builder()
    try:
        builder.run(_events(text))
    except _TooMuchError:
        builder.tree.data = builder.tree.root = None
    except yaml.MarkedYAMLError as error:
        builder.tree.stop = _stop(error)
    return builder.tree


def _stop(error: yaml.MarkedYAMLError) -> Stop:
    mark, around = error.problem_mark or error.context_mark, error.context_mark
    at = (mark.line, mark.column) if mark else (0, 0)
    return Stop(error.problem or "", at, (around.line, around.column) if around else None)


def _events(text: str) -> Iterator[Event]:
    """The parser's events, one at a time: nothing is composed, so nothing is as deep as the text."""
    loader = yaml.CSafeLoader(text) if yaml.__with_libyaml__ else yaml.SafeLoader(text)
    return iter(loader.get_event, None)


class _Builder:
    def __init__(self) -> None:
        self.tree = Tree()
        self._stack: list[_Frame] = []
        self._documents = 0
        self._handlers: dict[type[Event], Callable[..., bool | None]] = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._open,
            SequenceStartEvent: self._open,
            MappingEndEvent: self._close,
            SequenceEndEvent: self._close,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }

    def run(self, events: Iterator[Event]) -> None:
        """Handle each event, until one says that enough has been read."""
        handlers = self._handlers
        for count, event in enumerate(events):
            handler = handlers.get(type(event))
            if handler is not None and handler(event):
                return
            if count > MAX_EVENTS:
                self._refuse(messages.too_long(_start(event)))

    def _refuse(self, diagnostic: Diagnostic) -> None:
        self.tree.diagnostics = [diagnostic]
        raise _TooMuchError

    def _document(self, event: DocumentStartEvent) -> bool:
        self._documents += 1
        if self._documents > 1:
            self.tree.diagnostics.append(messages.second_document(_start(event)))
        return self._documents > 1

    def _scalar(self, event: ScalarEvent) -> None:
        if event.anchor or event.tag:
            self._mark_refused(event)
        if event.style == '"' and (name := forbidden(event.value)):
            self.tree.diagnostics.append(messages.escape(*_marks(event), name))
            event.value = "".join(" " if forbidden(character) else character for character in event.value)
        if self._stack and (frame := self._stack[-1]).wants_key:
            self._key(frame, event)
            return
        text = "" if not event.style and event.value in NOTHING else event.value
        self._put(Place(_STYLES[event.style], *_marks(event), text=text), text)

    def _key(self, frame: _Frame, event: ScalarEvent) -> None:
        start, end = _marks(event)
        plain = not event.style
        frame.key, frame.key_marks, frame.wants_key = event.value, (start, end), False
        name = unicodedata.normalize("NFC", event.value)
        diagnostic = None
        if plain and event.value == "<<":
            diagnostic = messages.merge_key(start, end)
        elif plain and not event.value:
            diagnostic = messages.no_key(start)
        elif frame.lines.setdefault(name, start[0]) != start[0] or name in frame.data:
            diagnostic = messages.duplicate(start, end, event.value, frame.lines[name], frame.place.pointer)
        if diagnostic:
            frame.key = None
            self.tree.diagnostics.append(diagnostic)

    def _open(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        if len(self._stack) >= MAX_DEPTH:
            self._refuse(messages.too_deep(_start(event)))
        if event.anchor or event.tag:
            self._mark_refused(event)
        is_mapping = type(event) is MappingStartEvent
        data: list[Data] | dict[str, Data] = {} if is_mapping else []
        place = Place(_COLLECTIONS[type(event), bool(event.flow_style)], *_marks(event))
        if self._stack and (frame := self._stack[-1]).wants_key:
            self.tree.diagnostics.append(messages.key_not_text(place.start, place.end))
            frame.key = frame.key_marks = None  # The end of this collection makes its frame await the value.
        else:
            self._put(place, data)
        self._stack.append(_Frame(place, data, wants_key=is_mapping))

    def _close(self, event: MappingEndEvent | SequenceEndEvent) -> None:
        frame = self._stack.pop()
        if frame.place.kind in ENCLOSED:
            frame.place.end = _marks(event)[1]
        if self._stack and (outer := self._stack[-1]).wants_key and frame.place.parent is not outer.place:
            outer.wants_key = False

    def _alias(self, event: AliasEvent) -> None:
        start, end = _marks(event)
        self.tree.diagnostics.append(messages.alias(start, end, event.anchor or ""))
        if self._stack and (frame := self._stack[-1]).wants_key:
            frame.key, frame.wants_key = None, False
        else:
            self._put(Place(Kind.PLAIN, start, end), "")

    def _put(self, place: Place, value: Data) -> None:
        self.tree.places.append(place)
        if not self._stack:
            self.tree.data, self.tree.root = value, place
            return
        frame = self._stack[-1]
        place.parent = frame.place
        frame.place.inside.append(place)
        if isinstance(frame.data, list):
            place.segment = len(frame.data)
            frame.place.children[place.segment] = place
            frame.data.append(value)
            return
        frame.wants_key = True
        place.key = frame.key_marks
        if frame.key is not None:
            place.segment = frame.key
            frame.place.children[frame.key] = place
            frame.data[frame.key] = value

    def _mark_refused(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        start = _start(event)
        if event.anchor:
            self.tree.diagnostics.append(messages.anchor(start, event.anchor))
        if event.tag:
            self.tree.diagnostics.append(messages.tag(start))


def _start(event: Event) -> Mark:
    return _marks(event)[0]


def _marks(event: Event) -> tuple[Mark, Mark]:
    """Where an event begins and ends."""
    start: Any = event.start_mark  # There always are both; the stubs leave it open.
    end: Any = event.end_mark
    return (start.line, start.column), (end.line, end.column)
