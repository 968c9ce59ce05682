"""The tree of an author's text is written as Markdown that any parser reads as the same tree."""

import re
from itertools import zip_longest

from policyctl.rendering.prose.tree import Block, Break, Code, Emphasis, Inline, Link, Listing, Paragraph, Text, Tree

RESERVED = "\ufdd0\ufdd1\ufdd2"
"""Three signs that no text may hold (Unicode keeps them for such use): for the last pass over a Markdown document."""

_ANYWHERE = re.compile(r"[\\`*\[\]<|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|(?<!#)#++(?=\s|$)")
_BEGINS = re.compile(r"^ *(?:\d{0,9}(?=[.)](?:\s|$))|(?=[-+](?:[\s-]|$)|[=>]|:-))")
_SPACES = re.compile(r"[ \t\r\n]+")
_NOT_RESERVED = dict.fromkeys(map(ord, RESERVED), "\N{REPLACEMENT CHARACTER}")
_TICKS = re.compile(r"`+")
_LINE = re.compile(r"\n(?!\n)")
_IN_TARGET = re.compile(r"[\\()<>]|&(?=#?\w+;)")


def escape(text: str, *, at_start: bool = True) -> str:
    """Words in one line, with a backslash before all that Markdown would take for a sign of its own.

    `at_start` says that a line may begin with them, where more signs mean something.
    """
    escaped = _ANYWHERE.sub(r"\\\g<0>", _SPACES.sub(" ", text.translate(_NOT_RESERVED)))
    return _BEGINS.sub(r"\g<0>\\", escaped) if at_start else escaped


def blocks(tree: Tree) -> str:
    """Paragraphs and lists, a blank line between them."""
    written: list[str] = []
    other = False
    for before, block in zip((None, *tree), tree, strict=False):
        other = _same_kind(before, block) and not other
        written.append(_block(block, other=other))
    return "\n\n".join(written)


def inline(children: tuple[Inline, ...]) -> str:
    """Words with their emphasis and links; a line may begin with them."""
    written: list[str] = []
    for number, (node, after) in enumerate(zip_longest(children, children[1:])):
        at_start = number == 0 or isinstance(children[number - 1], Break)
        text = _node(node, at_start=at_start)
        written.append(f"{text[:-1]}\\!" if isinstance(after, Link) and text.endswith("!") else text)
    return "".join(written)


def target(href: str) -> str:
    """An address as it stands between the brackets of a link."""
    return _IN_TARGET.sub(r"\\\g<0>", href)


def indent(text: str, by: str) -> str:
    """Every line but the first and the empty ones further in."""
    return _LINE.sub(f"\n{by}", text)


def _same_kind(before: Block | None, block: Block) -> bool:
    """Whether two lists that follow each other would be read as one."""
    lists = isinstance(before, Listing) and isinstance(block, Listing)
    return lists and (before.start is None) == (block.start is None)  # type: ignore[union-attr]


def _block(block: Block, *, other: bool) -> str:
    if isinstance(block, Paragraph):
        return inline(block.children)
    between = "\n" if all(_short(item) for item in block.items) else "\n\n"
    return between.join(_item(item, _marker(block, number, other=other)) for number, item in enumerate(block.items))


def _marker(listing: Listing, number: int, *, other: bool) -> str:
    if listing.start is None:
        return "* " if other else "- "
    return f"{listing.start + number}{')' if other else '.'} "


def _short(item: Tree) -> bool:
    """Whether an item needs no blank line within: one paragraph, or one with a list of bullets below it."""
    first, *others = item
    return (
        isinstance(first, Paragraph)
        and all(isinstance(o, Listing) and o.start is None for o in others[:1])
        and len(item) < 3
    )


def _item(item: Tree, marker: str) -> str:
    text = blocks(item)
    if _short(item):
        text = text.replace("\n\n", "\n", 1)
    return marker + indent(text, " " * len(marker))


def _node(node: Inline, *, at_start: bool) -> str:
    match node:
        case Text():
            return escape(node.text, at_start=at_start)
        case Code():
            return _code(node.text)
        case Break():
            return "\\\n"
        case Emphasis():
            mark = "**" if node.strong else "*"
            return f"{mark}{inline(node.children)}{mark}"
        case Link():
            title = ' "{}"'.format(escape(node.title, at_start=False).replace('"', '\\"')) if node.title else ""
            return f"[{inline(node.children)}]({target(node.href)}{title})"


def _code(text: str) -> str:
    fence = "`" * (max((len(run) for run in _TICKS.findall(text)), default=0) + 1)
    space = " " if text.strip(" ") and (text[0] in "` " or text[-1] in "` ") else ""
    return f"{fence}{space}{text}{space}{fence}"
