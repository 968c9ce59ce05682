"""A tree in, the same tree out with no emphasis that Markdown could not tell again.

Some runs of asterisks and underscores mean something only in the exact form in which they were typed. Written out again
they would come to mean something else, so their words stay and their emphasis goes, in every format.
"""

from markdown_it import MarkdownIt

from policyctl.rendering.prose import markdown
from policyctl.rendering.prose.nodes import Block, Emphasis, Inline, Link, Listing, Paragraph, Text, Tree, merged
from policyctl.rendering.prose.reading import tree

_ANYBODY = MarkdownIt("commonmark")


def settled(read: Tree) -> Tree:
    """What every reader of Markdown sees in the text."""
    return tuple(_block(block) for block in read)


def _block(block: Block) -> Block:
    if isinstance(block, Listing):
        return Listing(tuple(settled(item) for item in block.items), block.start)
    if all(isinstance(node, Text) for node in block.inside) or _told_again(block):
        return block
    return Paragraph(_without_emphasis(block.inside))


def _told_again(paragraph: Paragraph) -> bool:
    return tree(_ANYBODY.parse(markdown.inline(paragraph.inside))) == (paragraph,)


def _without_emphasis(inside: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return merged(plain for node in inside for plain in _plainer(node))


def _plainer(node: Inline) -> tuple[Inline, ...]:
    match node:
        case Emphasis():
            return _without_emphasis(node.inside)
        case Link():
            return (Link(_without_emphasis(node.inside), node.href, node.title),)
        case _:
            return (node,)
