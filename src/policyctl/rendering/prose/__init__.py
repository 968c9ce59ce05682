"""An author's text becomes HTML, Markdown or plain words, with the same paragraphs, lists and links in each."""

from functools import lru_cache

from markdown_it import MarkdownIt

from policyctl.rendering.prose import markdown
from policyctl.rendering.prose.tree import (
    Block,
    Emphasis,
    Inline,
    Link,
    Listing,
    Paragraph,
    Text,
    Tree,
    flatten,
    from_tokens,
    merge,
    parse_markdown,
    plain_text,
)
from policyctl.rendering.prose.typography import typeset

_ANY_PARSER = MarkdownIt("commonmark")


@lru_cache(maxsize=4096)
def parse(text: str, language: str) -> Tree:
    """Parse a text, with the marks of its language (a BCP 47 tag)."""
    return _unambiguous(typeset(parse_markdown(text), language))


def plain(text: str, language: str = "en") -> str:
    """The visible words of a text in one line."""
    return plain_text(flatten(parse(text, language)))


def _unambiguous(tree: Tree) -> Tree:
    """Drop emphasis that Markdown could not express again.

    Some runs of asterisks and underscores mean something only in the exact form in which they were typed. Written again
    they would come to mean something else, so their words stay and their emphasis goes, in every format.
    """
    return tuple(_unambiguous_block(block) for block in tree)


def _unambiguous_block(block: Block) -> Block:
    if isinstance(block, Listing):
        return Listing(tuple(_unambiguous(item) for item in block.items), block.start)
    if all(isinstance(node, Text) for node in block.children) or _survives(block):
        return block
    return Paragraph(_without_emphasis(block.children))


def _survives(paragraph: Paragraph) -> bool:
    """Whether any parser reads back the paragraph as it is written."""
    return from_tokens(_ANY_PARSER.parse(markdown.inline(paragraph.children))) == (paragraph,)


def _without_emphasis(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return merge(plain for node in children for plain in _plainer(node))


def _plainer(node: Inline) -> tuple[Inline, ...]:
    match node:
        case Emphasis():
            return _without_emphasis(node.children)
        case Link():
            return (Link(_without_emphasis(node.children), node.href, node.title),)
        case _:
            return (node,)
