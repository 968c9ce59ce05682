"""Clicks on a printed page, as the page in the browser tells of them, for every sentence of its author's on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree.ElementTree import Element

from policyctl.preview.places import Click, Places, Text, words_of

BLOCKS = frozenset({"p", "li", "dt", "dd", "th", "td", "h1", "h2", "h3", "h4", "blockquote", "caption", "summary"})
UNSEEN = frozenset({"head", "style", "script", "title", "svg"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4"})


@dataclass
class Block:
    """The text of one block of a page, the place with a name that comes last before it, and the words near to it."""

    text: str
    anchor: str
    near: tuple[str, ...]


class Clicked(NamedTuple):
    """A click on a text of the author's, and the text that it was."""

    click: Click
    text: Text


def blocks(page: Element) -> Iterator[Block]:
    """Every block of a page that holds text of its own."""
    anchor, heading = "", ""
    row: dict[Element, str] = {}
    parents = {child: parent for parent in page.iter() for child in parent}
    for element in page.iter():
        anchor = element.get("id") or anchor
        if element.tag in HEADINGS:
            heading = text_of(element)
        if element.tag in BLOCKS and not _unseen(element, parents) and (text := text_of(element)).strip():
            yield Block(text, anchor, (_head_of_row(element, parents, row), heading))


def text_of(element: Element) -> str:
    """The text of an element, in which a block within it stands in a line of its own."""
    if element.tag in UNSEEN:
        return ""
    inner = "".join(text_of(child) + (child.tail or "") for child in element)
    text = f"{element.text or ''}{inner}"
    return f"\n{text}\n" if element.tag in BLOCKS else text


def _unseen(element: Element, parents: dict[Element, Element]) -> bool:
    while element in parents:
        if element.tag in UNSEEN:
            return True
        element = parents[element]
    return False


def _head_of_row(element: Element, parents: dict[Element, Element], known: dict[Element, str]) -> str:
    """What stands first in the row, the item or the topic that the element is in."""
    while element in parents:
        element = parents[element]
        classes = (element.get("class") or "").split()
        if element.tag in ("tr", "li", "div") and (
            element.tag != "div" or "row" in classes or element.find("dt") is not None
        ):
            if element not in known:
                first = next(
                    (each for each in element.iter() if each.tag in ("th", "td", "dt", "p", "h2", "h3", "h4")), None
                )
                known[element] = text_of(first) if first is not None else ""
            return known[element]
    return ""


def clicks(page: Element, places: Places, least: int = 3) -> Iterator[Clicked]:
    """A click in the middle of every text of at least so many words, wherever the page prints the whole of it.

    Where a longer text of the author's holds a shorter one, the longer is what is printed.
    """
    texts = [text for text in places.texts if not text.is_key and len(text.words) >= least]
    for block in blocks(page):
        words = words_of(block.text)
        line = " " + " ".join(word.letters for word in words) + " "
        found = []
        for text in texts:
            wanted = " " + " ".join(word.letters for word in text.words) + " "
            if (start := line.find(wanted)) >= 0:
                first = line[:start].count(" ")
                found.append((range(first, first + len(text.words)), text))
        for at, text in found:
            if not any(
                len(other) > len(at) and other.start <= at.start and at.stop <= other.stop for other, _ in found
            ):
                middle = words[at.start + len(at) // 2].start
                yield Clicked(Click(block.text, middle, block.anchor, block.near), text)
