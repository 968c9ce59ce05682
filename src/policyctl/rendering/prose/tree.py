"""An author's Markdown is parsed into a tree: paragraphs, lists, emphasis, links and code; all else is plain words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_SPACES = re.compile(r"[ \t\n]+")
_MAX_LEVELS = 4
_MAX_MARKS = 1000
_MAX_DEPTH = 100  # What is left of a hostile text is far above it, and Python's own limit far below.
_MARKER = r"(?:[-+*]|\d{1,9}[.)])"
_ITEM = re.compile(rf"[ \t]*{_MARKER}[ \t]+\S")
_TOO_DEEP = re.compile(rf"^((?:[ \t]*+{_MARKER}[ \t]++){{{_MAX_LEVELS}}})(\d*)(?=[-+*.)][ \t])")
_INDENT = re.compile(r"^[ \t]{13,}")
_TARGET = re.compile(r"(?:https?://|mailto:|tel:)[^\s\\]+", re.IGNORECASE)
_RELATIVE = re.compile(r"(?<![\w./%-])[\w./%-]*(?:/|\.(?:html?|md|pdf|docx?))(?:[?#]\S*)?|#\S+")


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

    children: "tuple[Inline, ...]"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address on the web, a mailbox or a telephone."""

    children: "tuple[Inline, ...]"
    href: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of words."""

    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; `start` is its first number, None where it has bullets."""

    items: "tuple[tuple[Block, ...], ...]"
    start: int | None = None


Inline = Text | Code | Break | Emphasis | Link
Block = Paragraph | Listing
Tree = tuple[Block, ...]


def flatten(tree: Tree) -> tuple[Inline, ...]:
    """All of a text in one line: paragraphs follow each other, the items of a list are parted by semicolons."""
    lines = [[*_one_line(block)] for block in tree]
    return merge([node for number, line in enumerate(lines) for node in ((Text(" "),) if number else ()) + tuple(line)])


def _one_line(block: Block) -> Iterator[Inline]:
    if isinstance(block, Paragraph):
        yield from without_line_breaks(block.children)
        return
    for number, item in enumerate(block.items):
        if number:
            yield Text("; ")
        yield from flatten(item)


def without_line_breaks(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The same words in one line."""
    return merge([_without_line_break(node) for node in children])


def _without_line_break(node: Inline) -> Inline:
    match node:
        case Break():
            return Text(" ")
        case Emphasis():
            return Emphasis(without_line_breaks(node.children), node.strong)
        case Link():
            return Link(without_line_breaks(node.children), node.href, node.title)
        case _:
            return node


def merge(nodes: Iterable[Inline]) -> tuple[Inline, ...]:
    """Neighbouring words as one, and so neighbouring emphasis; one space wherever there are several."""
    together: list[Inline] = []
    for node in nodes:
        match together[-1:], node:
            case [Text(before)], Text(text):
                together[-1] = Text(_SPACES.sub(" ", before + text))
            case [Emphasis(before, strong)], Emphasis(children, same) if strong == same:
                together[-1] = Emphasis(merge((*before, *children)), strong)
            case _, Text(text):
                together.extend([Text(_SPACES.sub(" ", text))] if text else [])
            case _:
                together.append(node)
    return tuple(together)


def plain_text(children: tuple[Inline, ...]) -> str:
    """The visible words, without what they look like."""
    return "".join(_plain_text(node) for node in children)


def _plain_text(node: Inline) -> str:
    match node:
        case Text() | Code():
            return node.text
        case Break():
            return " "
        case _:
            return plain_text(node.children)


# ---- the parser -----------------------------------------------------------------------------------------------


def is_allowed_target(target: str) -> bool:
    """Whether a link may lead there: to the web, a mailbox or a telephone."""
    return _TARGET.fullmatch(target) is not None


def _is_readable_target(target: str) -> bool:
    """Whether brackets are read as a link: one to another file leads nowhere on paper, and is its words alone."""
    return is_allowed_target(target) or _RELATIVE.fullmatch(target) is not None


def _no_image(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """A picture is words like any other: its bracket begins no link."""
    if not state.src.startswith("![", state.pos):
        return False
    if not silent:
        state.pending += "!["
    state.pos += 2
    return True


@cache
def _parser(*, lists: bool, marks: bool) -> MarkdownIt:
    parser = MarkdownIt("zero", {"maxNesting": _MAX_DEPTH}).enable(["newline", "escape", "text_join"])
    if lists:
        parser.enable("list")
    if marks:
        parser.enable(["backticks", "emphasis", "link"])
        parser.inline.ruler.before("link", "no_image", _no_image)
    setattr(parser, "validateLink", _is_readable_target)  # noqa: B010 (a method, which mypy would guard)
    return parser


@lru_cache(maxsize=4096)
def parse_markdown(text: str) -> Tree:
    """The tree of a text. One line is never a list: `1. foo` and `- foo` are words there.

    A text with more than a thousand brackets, asterisks and the like is shown as it was typed: only an attack has
    so many, and pairing them takes time by their square.
    """
    lines = text.strip().split("\n")
    lists = len(lines) > 1 and any(_ITEM.match(line) for line in lines)
    marks = sum(text.count(mark) for mark in "[*_`") <= _MAX_MARKS
    source = "\n".join(_limit_nesting(line) for line in lines) if lists else text.strip()
    return from_tokens(_parser(lists=lists, marks=marks).parse(source))


def _limit_nesting(line: str) -> str:
    """A line that nests lists no deeper than anybody reads: what is deeper is indented less, and its marker is text."""
    return _TOO_DEEP.sub(r"\1\2\\", _INDENT.sub(" " * 12, line.expandtabs(4) if "\t" in line[:40] else line))


def from_tokens(tokens: Sequence[Token]) -> Tree:
    """The tree of a parsed text; tokens of any CommonMark parser will do, as long as they are of our kinds."""
    return tuple(_blocks(iter(tokens), 1))


def _blocks(tokens: Iterator[Token], level: int) -> Iterator[Block]:
    for token in tokens:
        if token.type == "inline" and (children := _trim(_children(iter(token.children or ())))):
            yield Paragraph(children)
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
        own = tuple(block for block in item if level < _MAX_LEVELS or isinstance(block, Paragraph))
        if own:
            yield own
        yield from (
            further for block in item if block not in own and isinstance(block, Listing) for further in block.items
        )


def _children(tokens: Iterator[Token], around: str = "") -> tuple[Inline, ...]:
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
                children = _children(tokens, f"{around} {token.type}")
                nodes.extend(
                    children if token.type in around else _emphasis(children, strong=token.type == "strong_open")
                )
            case "link_open":
                nodes.extend(_link(token, _children(tokens, around)))
            case _:
                break
    return merge(nodes)


def _emphasis(children: tuple[Inline, ...], *, strong: bool) -> tuple[Inline, ...]:
    """Emphasis once of each kind, the weaker one outside where both are for the same words."""
    match _trim(children):
        case ():
            return ()
        case (Emphasis(words, strong=False),) if strong:
            return (Emphasis((Emphasis(words, strong=True),)),)
        case words:
            return (Emphasis(words, strong),)


def _link(token: Token, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    href = str(token.attrs.get("href", ""))
    if not href:
        return Text("["), *children, Text("]()")
    if not is_allowed_target(href):
        return children
    return (Link(merge(_without_marks(children)), href, str(token.attrs.get("title", ""))),)


def _without_marks(children: Iterable[Inline]) -> Iterator[Inline]:
    """The words of a link without emphasis or code: on paper a link is one box, and marks would cut it into several."""
    for node in children:
        if isinstance(node, Emphasis):
            yield from _without_marks(node.children)
        else:
            yield Text(node.text) if isinstance(node, Code) else node


def _trim(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Without spaces and ends of lines before the first word and after the last one."""
    nodes = list(children)
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
