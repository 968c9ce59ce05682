"""The examples as they are printed, each once for all tests, and what a reader sees of a page."""

import functools
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from textwrap import dedent
from xml.etree.ElementTree import Element

import html5lib
import pypdf
from markdown_it import MarkdownIt
from tests.firsts import first_policy
from tests.word import Word

from policyctl import resources
from policyctl.rendering.formats import render
from policyctl.rendering.language import Language
from policyctl.rendering.view import DocumentView, view
from policyctl.schema import Policy, read
from policyctl.source import read as read_source
from policyctl.validation import validate

TODAY = date(2026, 11, 23)
EXAMPLES = sorted(path.parent.name for path in resources.examples().glob("*/policy.yaml"))
FORMATS = ("markdown", "html", "pdf", "docx")
UNSEEN = {"style", "script", "template", "title", "svg", "head"}
INLINE = frozenset({"a", "b", "em", "strong", "span", "wbr", "code"})


@functools.cache
def policy_of(path: Path) -> Policy:
    found = validate(path.read_bytes(), path.name, today=TODAY)
    assert found.policy, found.findings
    return found.policy


def example(name: str) -> Policy:
    """An example by the name of its folder; `starter` is what a new policy begins with."""
    return starter() if name == "starter" else policy_of(resources.examples() / name / "policy.yaml")


@functools.cache
def starter() -> Policy:
    found = validate(first_policy().encode(), "policy.yaml", today=TODAY)
    assert found.policy, found.findings
    return found.policy


def print_policy(policy: Policy, *formats: str, document: str = "handbook") -> dict[str, bytes]:
    return print_view(view(policy, kind=document), *formats)


def print_view(shown: DocumentView, *formats: str) -> dict[str, bytes]:
    words = Language(shown.language).translations
    return render(shown.kind, shown, formats, templates=resources.templates(), catalogue=words)


@functools.cache
def printed(name: str, form: str, document: str = "handbook") -> bytes:
    return print_policy(example(name), form, document=document)[form]


def matter_of(text: str, head: str = "currency: GBP") -> str:
    """What a policy of few words says in Markdown, between its title and the words that close every document."""
    whole = f"policyctl: 1\npolicy: {{title: T, organisation: O, {head}}}\n{dedent(text)}"
    source = read_source(whole.encode(), "policy.yaml")
    policy = read(source.data).policy
    assert source.findings == ()
    assert policy
    page = print_policy(policy, "markdown")["markdown"].decode()
    matter, _, _ = page.split("\n# T\n", 1)[1].partition("\n---\n")
    return matter.strip().rpartition("\n\n")[0]


# ---- what a reader sees ----------------------------------------------------------------------------------------


FOR_A_SCREEN = frozenset({"skip", "as", "rest", "guide"})
"""The classes of what only helps to find one's way on a screen: no other format has it."""


def page_of(form: str, data: bytes) -> Element:
    """A Markdown or HTML page without what is for a screen alone, or a Word file, as a tree."""
    if form == "docx":
        return Word(data).tree()
    text = data.decode("utf-8")
    html = MarkdownIt("commonmark").enable("table").render(text) if form == "markdown" else text
    tree: Element = html5lib.parse(html, namespaceHTMLElements=False)
    for parent in list(tree.iter()):
        for child in [each for each in parent if FOR_A_SCREEN & {*(each.get("class") or "").split()}]:
            parent.remove(child)
    return tree


def visible(element: Element, between: str = " ", inline: frozenset[str] = INLINE) -> str:
    """The text that a reader sees, with `between` around all but the `inline` elements.

    What stands only for a machine is left out.
    """
    if element.tag in UNSEEN or not isinstance(element.tag, str):
        return ""
    inner = "".join(visible(child, between, inline) + (child.tail or "") for child in element)
    space = "" if element.tag in inline else between
    return f"{space}{element.text or ''}{inner}{space}"


def text_of(form: str, data: bytes, running: frozenset[str] = frozenset()) -> str:
    """All that a reader sees; `running` are the lines at the head and foot of each page of a PDF."""
    if form != "pdf":
        return visible(page_of(form, data))
    pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages]
    cover, *others = pages
    lines = (line for page in others for line in page.splitlines() if squeezed(line) not in running)
    return cover + "\n".join(line for line in lines if not re.fullmatch(r"\s*\d+ / \d+\s*", line))


def everything_in(form: str, data: bytes) -> str:
    """All that is in a file, also what no reader sees, with nothing in the midst of a word."""
    if form != "docx":
        return data.decode().replace("<wbr>", "")
    parts = (part.decode("utf-8", "replace") for part in Word(data).parts.values())
    return text_of(form, data) + "".join(parts)


_LOOK_ALIKE = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("'\"’‘‚“”„«»‹›") | {"…": "..."})


def squeezed(text: str) -> str:
    """The text without white space, capitals, quotation marks and the finer points of typography."""
    plain = unicodedata.normalize("NFKC", text).translate(_LOOK_ALIKE).replace("...", "")
    return re.sub(r"[\s\u00ad\u200b]+", "", plain).casefold()


# ---- the structure of a page -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Structure:
    """What Markdown, HTML and Word must have alike."""

    headings: list[tuple[str, str]]
    tables: list[list[list[str]]]
    items: list[str]
    links: list[tuple[str, str]]


def structure(form: str, data: bytes) -> Structure:
    body = page_of(form, data)
    return Structure(
        [(e.tag, squeezed(visible(e))) for e in body.iter() if re.fullmatch("h[1-6]", str(e.tag))],
        [
            [[squeezed(visible(cell)) for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
            for table in body.iter("table")
        ],
        [squeezed(visible(e)) for e in body.iter("li")],
        [(squeezed(visible(e)), _outside(e.get("href") or "")) for e in body.iter("a") if e.get("href")],
    )


def _outside(href: str) -> str:
    """Places inside the document have names of their own in each format."""
    return "#" if href.startswith("#") else href
