"""Every document on paper: few pages and full ones, large enough to read, nothing cut off and nothing parted."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.pages import Page, below, colliding, cut_units, empty_foot, lone_headings, outside, read_pages, units
from tests.printed import EXAMPLES, example, policy_of, print_policy

from policyctl import resources
from policyctl.rendering.pdf import run_worker
from policyctl.rendering.stylesheet import FONT_SCHEME, paper_fonts

UNTIDY = {path.stem: path for path in (Path(__file__).parents[1] / "cases" / "untidy").glob("*.yaml")}

MOST_PAGES = {
    "handbook": {"corner-shop": 2, "starter": 3, "fahrradwerkstatt-lindenhof": 12, "harbour-lane-books": 23},
    "card": dict.fromkeys([*EXAMPLES, "starter", *sorted(UNTIDY)], 1),
    "charter": {"corner-shop": 1},
}
"""On how many pages each document of each policy has room."""

SMALLEST = {"handbook": 9, "card": 10, "charter": 9}
"""The size in points that no text of a document goes below; a card is read from where it hangs."""

EMPTY_FOOT = 0.12
"""How much of a page may be empty at its foot, on average, in a document of more than four pages."""

SHORT = 4

NOT_YET: dict[str, str] = {}
"""What does not hold yet, and why: of a document, of one measure of it, or of that measure for one policy."""


def rows(measure: str) -> list[Any]:
    return [
        pytest.param(document, name, id=f"{document}-{name}", marks=_marks(measure, document, name))
        for document, names in MOST_PAGES.items()
        for name in names
    ]


def _marks(measure: str, document: str, name: str) -> list[pytest.MarkDecorator]:
    keys = (document, f"{document}: {measure}", f"{document}: {measure}: {name}")
    return [pytest.mark.xfail(strict=True, reason=NOT_YET[key]) for key in keys if key in NOT_YET]


@cache
def printed(document: str, name: str) -> tuple[list[Page], list[str]]:
    """The pages of a document, and the texts that no turn of a page may cut."""
    policy = policy_of(UNTIDY[name]) if name in UNTIDY else example(name)
    made = print_policy(policy, "pdf", "html", document=document)
    return read_pages(made["pdf"]), units(made["html"])


@pytest.mark.parametrize(("document", "name"), rows("pages"))
def test_a_document_has_no_more_pages_than_it_needs(document: str, name: str) -> None:
    pages = len(printed(document, name)[0])
    assert pages <= MOST_PAGES[document][name]


@pytest.mark.parametrize(("document", "name"), rows("small"))
def test_everything_is_large_enough_to_read(document: str, name: str) -> None:
    assert below(printed(document, name)[0], SMALLEST[document]) == []


@pytest.mark.parametrize(("document", "name"), rows("empty"))
def test_pages_are_full(document: str, name: str) -> None:
    pages, _ = printed(document, name)
    empty = empty_foot(pages) if len(pages) > SHORT else 0
    assert empty <= EMPTY_FOOT


@pytest.mark.parametrize(("document", "name"), rows("outside"))
def test_nothing_is_cut_off(document: str, name: str) -> None:
    assert outside(printed(document, name)[0]) == []


@pytest.mark.parametrize(("document", "name"), rows("collision"))
def test_no_words_run_into_others(document: str, name: str) -> None:
    assert colliding(printed(document, name)[0]) == []


@pytest.mark.parametrize(("document", "name"), rows("heading"))
def test_no_heading_stands_alone_at_the_foot_of_a_page(document: str, name: str) -> None:
    assert lone_headings(printed(document, name)[0]) == []


@pytest.mark.parametrize(("document", "name"), rows("cut"))
def test_no_turn_of_a_page_cuts_what_belongs_together(document: str, name: str) -> None:
    pages, texts = printed(document, name)
    assert texts
    assert cut_units(pages, texts) == []


# ---- the measure itself ----------------------------------------------------------------------------------------

STYLE = """
@page { size: 100mm 100mm; margin: 15mm; @bottom-left { content: "1 / 9"; font: 7pt "Policy Sans" } }
html { background: white; font: 10pt/5mm "Policy Sans" }
* { margin: 0; padding: 0; font-size: 10pt; font-weight: 400; list-style: none }
p { break-inside: avoid } h1 { break-after: page } h2, h3 { break-after: auto } .next { break-before: page }
"""
BADLY_SET = """
<h1>The cover</h1>
<h2>Well set</h2><p style="font-size: 8pt">Small print</p><p style="height: 45mm"></p><h2>Alone</h2><h3>It too</h3>
<p style="height: 30mm">Its matter</p>
<p style="white-space: nowrap">These are so many words in a line that they run into the margin</p>
<div style="height: 10mm; width: 90mm; border: 1mm solid"></div><p style="height: 5mm"></p>
<ul><li>A whole one</li><li><p>One that begins here, see <a href="x">there</a></p>
<p>and goes on</p><p>and ends on the next page</p></li></ul>
<p style="height: 40mm"></p><h2>Without matter</h2><h2 class="next">Last</h2>
<p style="width: 10mm; height: 0">Overlong</p><p style="margin-left: 10mm">Beside it</p>
"""


@pytest.fixture(scope="module")
def badly_set() -> list[Page]:
    fonts = resources.templates() / "fonts"
    style = f"<style>{paper_fonts(fonts.parent, STYLE)}{STYLE}</style>"
    html = f'<html lang="en"><head><title>Badly set</title>{style}</head><body>{BADLY_SET}</body></html>'
    result = run_worker({"html": html, "fonts": str(fonts), "scheme": FONT_SCHEME}, seconds=60, fonts=fonts)
    return read_pages(result.output)


def test_the_measure_finds_what_is_badly_set(badly_set: list[Page]) -> None:
    assert [page.is_cover for page in badly_set] == [True, False, False, False, False]
    assert below(badly_set, 9)[:2] == ["page 1, 7.0 pt: 1 / 9", "page 2, 8.0 pt: Small print"]
    assert [what.split(" at ")[0] for what in outside(badly_set)] == [
        "page 3: a shape",
        "page 3: These are so many words in a line that they run into the margin",
    ]
    assert colliding(badly_set) == ["page 5: Overlong / Beside it"]
    assert lone_headings(badly_set) == ["page 2: Alone It too"]
    assert cut_units(badly_set, units(BADLY_SET.encode())) == [
        "pages 3 and 4: One that begins here, see there and goes on and ends on the next page"
    ]
    assert round(empty_foot(badly_set), 2) == 0.15
