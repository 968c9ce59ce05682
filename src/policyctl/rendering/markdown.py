"""Markdown reads well as it stands: its links lead to its headings, and its lines are tidy."""

import re
import unicodedata
from collections.abc import Iterator
from typing import ClassVar

from markdown_it import MarkdownIt
from markupsafe import Markup

from policyctl.rendering import prose
from policyctl.rendering.commands import disarmed
from policyctl.rendering.job import Job
from policyctl.rendering.prose import markdown
from policyctl.rendering.prose.tree import flatten
from policyctl.rendering.prose.typography import typeset_text
from policyctl.rendering.templating import Writer

_OPENS, _CLOSES = markdown.RESERVED[0], markdown.RESERVED[1]
_ANCHOR = re.compile(f"{_OPENS}([^{_OPENS}{_CLOSES}]*+){_CLOSES}")
_HEADING = re.compile(r"#{1,6} ")
_LINK = re.compile(r"(?<=\]\(#)[^)\s]+(?=\))")
_IN_SLUGS = {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Pc"}
_TRAILING = re.compile(r"(?<![ \t])[ \t]++$", re.MULTILINE)
_GAPS = re.compile(r"\n{3,}")
_PARSER = MarkdownIt("commonmark")


class MarkdownWriter(Writer):
    """Writes words as Markdown."""

    folder: ClassVar[str] = "markdown"
    filters: ClassVar[tuple[str, ...]] = (*Writer.filters, "anchor", "indent", "quoted")

    def escape(self, text: str) -> Markup:
        """Write plain words."""
        return Markup(markdown.escape(text))  # noqa: S704

    def inline(self, text: str) -> Markup:
        """Write an author's text in one line, with emphasis and links."""
        return Markup(markdown.inline(flatten(prose.parse(text, self.language))))  # noqa: S704

    def blocks(self, text: str) -> Markup:
        """Write an author's text as paragraphs and lists."""
        return Markup(markdown.blocks(prose.parse(text, self.language)))  # noqa: S704

    def words(self, text: str) -> Markup:
        """Write plain words with the marks of the language; those that end something begin no line."""
        typeset = typeset_text(text, self.language)
        return Markup(markdown.escape(typeset, at_start=not text.startswith((".", ")"))))  # noqa: S704

    def url(self, target: str) -> Markup:
        """Write an address for the brackets of a link; nothing where a link may not lead."""
        return Markup(markdown.target(self.address(target)))  # noqa: S704

    def anchor(self, name: str) -> Markup:
        """Mark the heading to which links to `#name` lead, this one or the one before; the marks vanish in the end."""
        return Markup(f"{_OPENS}{name}{_CLOSES}" if name else "")  # noqa: S704

    def indent(self, text: str, by: int = 2) -> Markup:
        """Indent the lines of a list item, all but the first."""
        return Markup(markdown.indent(self._safe(text), " " * min(by, 16)))  # noqa: S704

    def quoted(self, text: str) -> Markup:
        """Write a block quotation."""
        return Markup("\n".join(f"> {line}".rstrip() for line in self._safe(text).split("\n")))  # noqa: S704

    def _safe(self, text: str) -> str:
        return text if isinstance(text, Markup) else self.escape(text)


def finish(page: str, job: Job) -> bytes:
    """Make the file of a page: UTF-8 with one line feed at its end."""
    del job
    targets = dict(_targets(page))
    linked = _LINK.sub(lambda found: targets.get(found[0], found[0]), _ANCHOR.sub("", page))
    whole = _GAPS.sub("\n\n", _TRAILING.sub("", linked)).strip("\n") + "\n"
    return disarmed(whole, r"\#", r"\:").encode()


def _targets(page: str) -> Iterator[tuple[str, str]]:
    """Yield every anchor of the view with the name that readers of Markdown give the heading it stands at or below."""
    taken: dict[str, int] = {}
    heading = ""
    for line in page.split("\n"):
        if _HEADING.match(line):
            slug = _slug(_ANCHOR.sub("", line))
            heading = f"{slug}-{taken[slug]}" if slug in taken else slug
            taken[slug] = taken.get(slug, 0) + 1
        yield from ((anchor, heading) for anchor in _ANCHOR.findall(line))


def _slug(heading: str) -> str:
    """Make the anchor of a heading: its visible words in small letters, hyphens for spaces, signs left out."""
    tokens = _PARSER.parseInline(heading.lstrip("#").strip())[0].children or ()
    words = "".join(token.content for token in tokens)
    return "".join(sign for sign in words.strip().lower() if _in_slug(sign)).replace(" ", "-")


def _in_slug(sign: str) -> bool:
    """Whether a sign is a letter with its marks, a decimal digit, a hyphen, a space or joins words."""
    return sign in "- " or unicodedata.category(sign) in _IN_SLUGS
