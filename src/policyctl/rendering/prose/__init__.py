"""An author's text in, HTML, Markdown or plain words out, with the same paragraphs, lists and links in each."""

from functools import lru_cache

from policyctl.rendering.prose.nodes import Tree, flat, words
from policyctl.rendering.prose.reading import read
from policyctl.rendering.prose.settling import settled
from policyctl.rendering.prose.typography import typeset


@lru_cache(maxsize=4096)
def tree(text: str, language: str) -> Tree:
    """What stands in the text, with the marks of its language (a BCP 47 tag)."""
    return settled(typeset(read(text), language))


def plain(text: str, language: str = "en") -> str:
    """The visible words of a text in one line."""
    return words(flat(tree(text, language)))
