"""What an author's text is made of: paragraphs and lists, and the words, emphasis and links within."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_SPACES = re.compile(r"[ \t\n]+")


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they are shown."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Words between backticks: shown letter by letter, untouched by typography."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line that the author asked for."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words between single asterisks, or doubled ones where `strong`."""

    inside: "tuple[Inline, ...]"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address on the web, a mailbox or a telephone."""

    inside: "tuple[Inline, ...]"
    href: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of words."""

    inside: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; `start` is its first number, None where it has bullets."""

    items: "tuple[tuple[Block, ...], ...]"
    start: int | None = None


Inline = Text | Code | Break | Emphasis | Link
Block = Paragraph | Listing
Tree = tuple[Block, ...]


def flat(tree: Tree) -> tuple[Inline, ...]:
    """All of a text in one line: paragraphs follow each other, the items of a list are parted by semicolons."""
    lines = [[*_one_line(block)] for block in tree]
    return merged(
        [node for number, line in enumerate(lines) for node in ((Text(" "),) if number else ()) + tuple(line)]
    )


def _one_line(block: Block) -> Iterator[Inline]:
    if isinstance(block, Paragraph):
        yield from without_breaks(block.inside)
        return
    for number, item in enumerate(block.items):
        if number:
            yield Text("; ")
        yield from flat(item)


def without_breaks(inside: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The same words in one line."""
    return merged([_unbroken(node) for node in inside])


def _unbroken(node: Inline) -> Inline:
    match node:
        case Break():
            return Text(" ")
        case Emphasis():
            return Emphasis(without_breaks(node.inside), node.strong)
        case Link():
            return Link(without_breaks(node.inside), node.href, node.title)
        case _:
            return node


def merged(nodes: Iterable[Inline]) -> tuple[Inline, ...]:
    """Neighbouring words as one, and so neighbouring emphasis; one space wherever there are several."""
    together: list[Inline] = []
    for node in nodes:
        match together[-1:], node:
            case [Text(before)], Text(text):
                together[-1] = Text(_SPACES.sub(" ", before + text))
            case [Emphasis(before, strong)], Emphasis(inside, same) if strong == same:
                together[-1] = Emphasis(merged((*before, *inside)), strong)
            case _, Text(text):
                together.extend([Text(_SPACES.sub(" ", text))] if text else [])
            case _:
                together.append(node)
    return tuple(together)


def words(inside: tuple[Inline, ...]) -> str:
    """The visible words, without what they look like."""
    return "".join(_words(node) for node in inside)


def _words(node: Inline) -> str:
    match node:
        case Text() | Code():
            return node.text
        case Break():
            return " "
        case _:
            return words(node.inside)
