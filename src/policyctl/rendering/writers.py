"""A language in, what templates of HTML and of Markdown may do with the words of a view out."""

from collections.abc import Callable, Mapping
from string import ascii_letters, digits
from typing import Any, Protocol

from markupsafe import Markup, escape

from policyctl.rendering import prose
from policyctl.rendering.prose import html, markdown
from policyctl.rendering.prose.escaping import MARKS, escaped
from policyctl.rendering.prose.nodes import flat
from policyctl.rendering.prose.reading import leads_somewhere
from policyctl.rendering.prose.typography import quotation_marks, typeset_words

Filters = Mapping[str, Callable[..., Any]]
ANCHOR_OPENS, ANCHOR_CLOSES = MARKS[0], MARKS[1]
_IN_ADDRESSES = frozenset(ascii_letters + digits + "-._~:/?#[]@!$&'()*+,;=%")


class Writer(Protocol):
    """What a format does with words."""

    def escape(self, text: str) -> Markup:
        """Plain words, safe for the format."""

    def filters(self) -> Filters:
        """What templates may do with words, by name."""

    def linkable(self, target: str) -> bool:
        """Whether a link may lead there."""

    def quotation_marks(self) -> tuple[str, str]:
        """The marks of the language."""


class _Common:
    def __init__(self, language: str) -> None:
        self.language = language

    def linkable(self, target: str) -> bool:
        """To a place in the document, or out of it to the web, a mailbox or a telephone."""
        return target.startswith("#") or leads_somewhere(target)

    def quotation_marks(self) -> tuple[str, str]:
        """The marks of the language."""
        return quotation_marks(self.language)

    def plain(self, text: str) -> str:
        """An author's text without what it looks like, in one line."""
        return prose.plain(text, self.language)

    def _address(self, target: str) -> str:
        return "".join(_encoded(sign) for sign in target) if self.linkable(target) else ""


class HtmlWriter(_Common):
    """Words as HTML."""

    def escape(self, text: str) -> Markup:
        """Plain words, safe for the format."""
        return escape(text)

    def filters(self) -> Filters:
        """What templates may do with words, by name."""
        return {name: getattr(self, name) for name in ("inline", "blocks", "plain", "words", "url")}

    def inline(self, text: str) -> Markup:
        """An author's text in one line: emphasis and links."""
        return html.inline(flat(prose.tree(text, self.language)))

    def blocks(self, text: str) -> Markup:
        """An author's text as paragraphs and lists."""
        return html.blocks(prose.tree(text, self.language))

    def words(self, text: str) -> Markup:
        """Plain words, set out as the language does and breakable where they are too long for a line."""
        return html.breakable(typeset_words(text, self.language))

    def url(self, target: str) -> Markup:
        """An address for `href`; empty where a link may not lead."""
        return escape(self._address(target))


class MarkdownWriter(_Common):
    """Words as Markdown."""

    def escape(self, text: str) -> Markup:
        """Plain words, safe for the format."""
        return Markup(escaped(text))  # noqa: S704

    def filters(self) -> Filters:
        """What templates may do with words, by name."""
        names = ("inline", "blocks", "plain", "words", "url", "anchor", "indent", "quoted")
        return {name: getattr(self, name) for name in names}

    def inline(self, text: str) -> Markup:
        """An author's text in one line: emphasis and links."""
        return Markup(markdown.inline(flat(prose.tree(text, self.language))))  # noqa: S704

    def blocks(self, text: str) -> Markup:
        """An author's text as paragraphs and lists."""
        return Markup(markdown.blocks(prose.tree(text, self.language)))  # noqa: S704

    def words(self, text: str) -> Markup:
        """Plain words, set out as the language does."""
        return self.escape(typeset_words(text, self.language))

    def url(self, target: str) -> Markup:
        """An address for the brackets of a link; empty where a link may not lead."""
        return Markup(markdown.target(self._address(target)))  # noqa: S704

    def anchor(self, name: str) -> Markup:
        """A mark, nothing in the end, that says where links to `#name` lead: to this heading or the one before it."""
        return Markup(f"{ANCHOR_OPENS}{name}{ANCHOR_CLOSES}" if name else "")  # noqa: S704

    def indent(self, text: str, by: int = 2) -> Markup:
        """Lines that belong to a list item: all but the first stand further in."""
        return Markup(markdown.indented(self._safe(text), " " * min(by, 16)))  # noqa: S704

    def quoted(self, text: str) -> Markup:
        """A block quotation."""
        return Markup("\n".join(f"> {line}".rstrip() for line in self._safe(text).split("\n")))  # noqa: S704

    def _safe(self, text: str) -> str:
        return text if isinstance(text, Markup) else self.escape(text)


def _encoded(sign: str) -> str:
    """A sign that may stand in an address, or its bytes by number."""
    return sign if sign in _IN_ADDRESSES else "".join(f"%{byte:02X}" for byte in sign.encode())
