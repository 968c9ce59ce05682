"""An author's text in, its tree out: paragraphs, lists, emphasis, links and code, and everything else as it stands."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from policyctl.rendering.prose.nodes import (
    Block,
    Break,
    Code,
    Emphasis,
    Inline,
    Link,
    Listing,
    Paragraph,
    Text,
    Tree,
    merged,
)

_LEVELS = 4
_MOST_MARKS = 1000
_DEEPEST = 100  # What is left of a hostile text is far above it, and Python's own limit far below.
_MARKER = r"(?:[-+*]|\d{1,9}[.)])"
_ITEM = re.compile(rf"[ \t]*{_MARKER}[ \t]+\S")
_TOO_DEEP = re.compile(rf"^((?:[ \t]*{_MARKER}[ \t]+){{{_LEVELS}}})(\d*)(?=[-+*.)][ \t])")
_INDENT = re.compile(r"^[ \t]{13,}")
_TARGET = re.compile(r"(?:https?://|mailto:|tel:)[^\s\\]+", re.IGNORECASE)


def leads_somewhere(target: str) -> bool:
    """Whether a link may lead there: to the web, a mailbox or a telephone."""
    return _TARGET.fullmatch(target) is not None


def _no_image(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """A picture is words like any other: its bracket begins no link."""
    if not state.src.startswith("![", state.pos):
        return False
    if not silent:
        state.pending += "!["
    state.pos += 2
    return True


@cache
def _reader(*, lists: bool, marks: bool) -> MarkdownIt:
    reader = MarkdownIt("zero", {"maxNesting": _DEEPEST}).enable(["newline", "escape", "text_join"])
    if lists:
        reader.enable("list")
    if marks:
        reader.enable(["backticks", "emphasis", "link"])
        reader.inline.ruler.before("link", "no_image", _no_image)
    setattr(reader, "validateLink", leads_somewhere)  # noqa: B010 (a method, which mypy would guard)
    return reader


@lru_cache(maxsize=4096)
def read(text: str) -> Tree:
    """The tree of a text. One line is never a list: `1. foo` and `- foo` are words there.

    A text with more than a thousand brackets, asterisks and the like is shown as it was typed: only an attack has
    so many, and pairing them takes time by their square.
    """
    lines = text.strip().split("\n")
    lists = len(lines) > 1 and any(_ITEM.match(line) for line in lines)
    marks = sum(text.count(mark) for mark in "[*_`") <= _MOST_MARKS
    shown = "\n".join(_tamed(line) for line in lines) if lists else text.strip()
    return tree(_reader(lists=lists, marks=marks).parse(shown))


def _tamed(line: str) -> str:
    """A line that nests lists no deeper than anybody reads: what is deeper is indented less, and its marker is text."""
    return _TOO_DEEP.sub(r"\1\2\\", _INDENT.sub(" " * 12, line.expandtabs(4) if "\t" in line[:40] else line))


def tree(tokens: Sequence[Token]) -> Tree:
    """The tree of a parsed text; tokens of any CommonMark parser will do, as long as they are of our kinds."""
    return tuple(_blocks(iter(tokens), 1))


def _blocks(tokens: Iterator[Token], level: int) -> Iterator[Block]:
    for token in tokens:
        if token.type == "inline" and (inside := _trimmed(_inside(iter(token.children or ())))):
            yield Paragraph(inside)
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            start = int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else None
            if items := tuple(_items(tokens, level)):
                yield Listing(items, start)
        elif token.type in ("list_item_close", "bullet_list_close", "ordered_list_close"):
            return


def _items(tokens: Iterator[Token], level: int) -> Iterator[tuple[Block, ...]]:
    for token in tokens:
        if token.type != "list_item_open":
            return
        item = tuple(_blocks(tokens, level + 1))
        own = tuple(block for block in item if level < _LEVELS or isinstance(block, Paragraph))
        if own:
            yield own
        yield from (
            further for block in item if block not in own and isinstance(block, Listing) for further in block.items
        )


def _inside(tokens: Iterator[Token], around: str = "") -> tuple[Inline, ...]:
    nodes: list[Inline] = []
    for token in tokens:
        match token.type:
            case "text":
                nodes.append(Text(token.content))
            case "softbreak":
                nodes.append(Text(" "))
            case "hardbreak":
                nodes.append(Break())
            case "code_inline":
                nodes.append((Text if "|" in token.content else Code)(token.content))
            case "em_open" | "strong_open":
                inside = _inside(tokens, f"{around} {token.type}")
                nodes.extend(inside if token.type in around else _emphasis(inside, strong=token.type == "strong_open"))
            case "link_open":
                nodes.extend(_link(token, _inside(tokens, around)))
            case _:
                break
    return merged(nodes)


def _emphasis(inside: tuple[Inline, ...], *, strong: bool) -> tuple[Inline, ...]:
    """Emphasis once of each kind, the weaker one outside where both are for the same words."""
    match _trimmed(inside):
        case ():
            return ()
        case (Emphasis(words, strong=False),) if strong:
            return (Emphasis((Emphasis(words, strong=True),)),)
        case words:
            return (Emphasis(words, strong),)


def _link(token: Token, inside: tuple[Inline, ...]) -> tuple[Inline, ...]:
    href = str(token.attrs.get("href", ""))
    if not href:
        return Text("["), *inside, Text("]()")
    return (Link(merged(_unmarked(inside)), href, str(token.attrs.get("title", ""))),)


def _unmarked(inside: Iterable[Inline]) -> Iterator[Inline]:
    """The words of a link without emphasis or code: on paper a link is one box, and marks would cut it into several."""
    for node in inside:
        if isinstance(node, Emphasis):
            yield from _unmarked(node.inside)
        else:
            yield Text(node.text) if isinstance(node, Code) else node


def _trimmed(inside: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Without spaces and ends of lines before the first word and after the last one."""
    nodes = list(inside)
    while nodes and _blank(nodes[0]):
        del nodes[0]
    while nodes and _blank(nodes[-1]):
        del nodes[-1]
    if nodes and isinstance(nodes[0], Text):
        nodes[0] = Text(nodes[0].text.lstrip(" "))
    if nodes and isinstance(nodes[-1], Text):
        nodes[-1] = Text(nodes[-1].text.rstrip(" "))
    return tuple(nodes)


def _blank(node: Inline) -> bool:
    return isinstance(node, Break) or (isinstance(node, Text) and not node.text.strip(" "))
