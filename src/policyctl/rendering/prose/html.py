"""The tree of an author's text is written as HTML; words too long for a line may break."""

import re
import unicodedata
from collections.abc import Iterator

from markupsafe import Markup, escape

from policyctl.rendering.prose.tree import Block, Break, Code, Emphasis, Inline, Link, Paragraph, Text, Tree

_LONG = re.compile(r"\S{31,}")
_STEP = 20
_BREAK = "\x00"


def blocks(tree: Tree) -> Markup:
    """Paragraphs and lists; a list item that is one paragraph is not wrapped in another."""
    return Markup("\n").join(_block(block) for block in tree)


def inline(children: tuple[Inline, ...]) -> Markup:
    """Words with their emphasis and links."""
    return Markup("").join(_node(node) for node in children)


def with_breaks(text: str) -> Markup:
    """Plain words; those of more than 30 letters may break after a sign that parts them, or every 20 letters."""
    return Markup(str(escape(_LONG.sub(_break_word, text.replace(_BREAK, "")))).replace(_BREAK, "<wbr>"))  # noqa: S704


def _block(block: Block) -> Markup:
    if isinstance(block, Paragraph):
        return Markup("<p>{}</p>").format(inline(block.children))
    items = Markup("").join(Markup("<li>{}</li>").format(_item(item)) for item in block.items)
    if block.start is None:
        return Markup("<ul>{}</ul>").format(items)
    start = Markup(' start="{}"').format(block.start) if block.start != 1 else ""
    return Markup("<ol{}>{}</ol>").format(start, items)


def _item(item: Tree) -> Markup:
    first, *others = item
    if isinstance(first, Paragraph) and not any(isinstance(block, Paragraph) for block in others):
        return inline(first.children) + blocks(tuple(others))
    return blocks(item)


def _node(node: Inline) -> Markup:
    match node:
        case Text():
            return with_breaks(node.text)
        case Code():
            return Markup("<code>{}</code>").format(with_breaks(node.text))
        case Break():
            return Markup("<br>")
        case Emphasis():
            return Markup("<{0}>{1}</{0}>").format("strong" if node.strong else "em", inline(node.children))
        case Link():
            title = Markup(' title="{}"').format(node.title) if node.title else ""
            return Markup('<a href="{}"{}>{}</a>').format(node.href, title, inline(node.children))


def _break_word(long: "re.Match[str]") -> str:
    return "".join(_break_points(long[0]))


def _break_points(word: str) -> Iterator[str]:
    run = 0
    for place, sign in enumerate(word):
        if run >= _STEP and not unicodedata.category(sign).startswith("M"):
            yield _BREAK
            run = 0
        yield sign
        run += 1
        if sign in "/.-_@" and place + 1 < len(word) and word[place + 1] not in "/.-_@":
            yield _BREAK
            run = 0
