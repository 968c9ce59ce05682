"""What the templates wrote in, a Markdown file out: its links lead to its headings, and its lines are tidy."""

import re
import unicodedata
from collections.abc import Iterator

from markdown_it import MarkdownIt

from policyctl.rendering.job import Job
from policyctl.rendering.writers import ANCHOR_CLOSES, ANCHOR_OPENS

_ANCHOR = re.compile(f"{ANCHOR_OPENS}([^{ANCHOR_CLOSES}]*){ANCHOR_CLOSES}")
_HEADING = re.compile(r"#{1,6} ")
_LINK = re.compile(r"(?<=\]\(#)[^)\s]+(?=\))")
_KEPT = {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Pc"}
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_GAPS = re.compile(r"\n{3,}")
_INLINE = MarkdownIt("commonmark")


def finish(page: str, job: Job) -> bytes:
    """The file as UTF-8 with one line feed at its end."""
    del job
    targets = dict(_targets(page))
    linked = _LINK.sub(lambda found: targets.get(found[0], found[0]), _ANCHOR.sub("", page))
    return (_GAPS.sub("\n\n", _TRAILING.sub("", linked)).strip("\n") + "\n").encode()


def _targets(page: str) -> Iterator[tuple[str, str]]:
    """Every anchor of the view, with the name that readers of Markdown give the heading it stands at or below."""
    taken: dict[str, int] = {}
    here = ""
    for line in page.split("\n"):
        if _HEADING.match(line):
            slug = _slug(_ANCHOR.sub("", line))
            here = f"{slug}-{taken[slug]}" if slug in taken else slug
            taken[slug] = taken.get(slug, 0) + 1
        yield from ((anchor, here) for anchor in _ANCHOR.findall(line))


def _slug(heading: str) -> str:
    """The anchor of a heading: its visible words in small letters, hyphens for spaces, signs left out."""
    tokens = _INLINE.parseInline(heading.lstrip("#").strip())[0].children or ()
    shown = "".join(token.content for token in tokens)
    return "".join(sign for sign in shown.strip().lower() if _in_slugs(sign)).replace(" ", "-")


def _in_slugs(sign: str) -> bool:
    """Letters with their marks, decimal digits, hyphens, spaces and what joins words."""
    return sign in "- " or unicodedata.category(sign) in _KEPT
