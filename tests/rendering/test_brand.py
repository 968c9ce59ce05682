"""A brand dresses every format alike: its logo for light and dark, its colour, its typefaces, its paper, its status."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from tests.pages import below, read_pages

from policyctl import library, resources
from policyctl.rendering.documents import DOCUMENTS
from policyctl.validation import Validation

FACES = ("Lato-Bold.ttf", "Vollkorn-SemiBold.ttf", "Vollkorn-Italic.ttf")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path fill="{}" d="M0 0h2v2z"/></svg>'
TEXT = """\
policyctl: 1
policy: {{title: How we look after people, organisation: Rosa's, status: {status}, language: {language}}}
mission: The right book in every hand.
standards: {{Answer the phone: within 8 rings}}
{brand}
"""
OWN = """\
brand:
  logo: logo.svg
  logo_dark: dark.svg
  heading_font: Lato-Bold.ttf
  text_font: [Vollkorn-SemiBold.ttf, Vollkorn-Italic.ttf, packed.woff2, Brand Sans]
"""


def checked(folder: Path, brand: str, status: str = "draft", language: str = "en-GB") -> Validation:
    """A policy beside the files that a brand may name."""
    for face in FACES:
        (folder / face).write_bytes((resources.templates() / "fonts" / face).read_bytes())
    packed = resources.templates() / "fonts" / "web" / "Vollkorn-Regular-latin.woff2"
    (folder / "packed.woff2").write_bytes(packed.read_bytes())
    for name, colour in (("logo", "black"), ("dark", "white")):
        (folder / f"{name}.svg").write_text(SVG.format(colour), encoding="utf-8")
    policy = folder / "policy.yaml"
    policy.write_text(TEXT.format(brand=brand, status=status, language=language), encoding="utf-8")
    return library.validate(policy)


def printed(found: Validation, form: str, document: str = "handbook") -> bytes:
    assert found.policy
    assert found.valid, found.errors
    return library.render(found.policy, document, form, brand=found.brand)


# ---- typefaces -------------------------------------------------------------------------------------------------


def test_own_typefaces_are_in_the_page_and_nothing_else_is_fetched(tmp_path: Path) -> None:
    page = printed(checked(tmp_path, OWN), "html").decode()
    assert page.count("Content-Security-Policy") == 1
    allowed = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
    assert f"content=\"{allowed}; script-src 'sha256-" in page  # What a page may open or run is in it.
    assert set(re.findall(r"url\([\"']?(\w+:[\w/+-]+)", page)) == {
        "data:font/ttf", "data:font/woff2", "data:image/svg+xml"
    }  # fmt: skip
    own = re.findall(r'@font-face \{ font-family: "(Own \w+)"; font-weight: (\d+); font-style: (\w+); src', page)
    assert own == [
        ("Own Heading", "700", "normal"), ("Own Text", "600", "normal"), ("Own Text", "400", "italic"),
        ("Own Text", "400", "normal"),
    ]  # fmt: skip
    assert '--serif: "Own Heading", "Policy Serif"' in page
    assert '--sans: "Own Text", "Brand Sans", "Policy Sans"' in page


def test_own_typefaces_are_embedded_in_the_pdf_and_say_what_they_are_for(tmp_path: Path) -> None:
    fonts = _fonts(printed(checked(tmp_path, OWN), "pdf"))
    assert fonts["How we look after people"] == "Own Heading"
    assert fonts["The right book in every hand."] == "Own Heading"
    assert fonts["8"] == "Own Heading"
    assert next(font for words, font in fonts.items() if words.startswith("Words between quotation")) == "Own Text"


def _fonts(pdf: bytes) -> dict[str, str]:
    """The typeface of each piece of text."""
    found = {}
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            words = page.get_textpage()
            for piece in page.get_objects(max_depth=1, textpage=words):
                if isinstance(piece, pypdfium2.PdfTextObj):
                    found[piece.extract().strip()] = " ".join(re.split(r"[+-]", piece.get_font().get_base_name())[1:3])
    return found


def test_markdown_says_nothing_of_a_brand(tmp_path: Path) -> None:
    assert printed(checked(tmp_path, OWN), "markdown") == printed(checked(tmp_path, ""), "markdown")


FILES: dict[str, tuple[str, str]] = {
    "no such file": ("text_font: Brand.ttf", "There is no file called “Brand.ttf” that can be read."),
    "no typeface": ("text_font: logo.ttf", "“logo.ttf” is not a typeface that policyctl knows."),
    "a damaged one": ("text_font: cut.otf", "“cut.otf” is damaged, or holds more than one typeface."),
    "one too large": ("heading_font: large.woff2", "“large.woff2” is larger than 1 MB."),
    "one elsewhere": ("text_font: ../Lato.ttf", "“../Lato.ttf” does not name a file beside the policy."),
    "one by its path": ("text_font: /tmp/Lato.ttf", "“/tmp/Lato.ttf” does not name a file beside the policy."),
    "a link that leads out": ("text_font: out.ttf", "“out.ttf” is a link that leads out of the policy's folder."),
    "a folder": ("text_font: fonts/", "“fonts/” does not name a file beside the policy."),
    "a dark logo that is none": ("logo_dark: logo.ttf", "“logo.ttf” is not a picture that policyctl knows."),
    "a logo that is cut": ("logo: cut.png", "“cut.png” is damaged and cannot be drawn."),
}


@pytest.mark.parametrize("case", FILES)
def test_a_file_that_cannot_be_used_is_told_at_its_line(case: str, tmp_path: Path) -> None:
    line, message = FILES[case]
    here = tmp_path / "here"
    (here / "fonts").mkdir(parents=True)
    lato = (resources.templates() / "fonts" / "Lato-Bold.ttf").read_bytes()
    (tmp_path / "Lato.ttf").write_bytes(lato)
    (here / "out.ttf").symlink_to(tmp_path / "Lato.ttf")
    (here / "cut.otf").write_bytes(lato[:5000])
    (here / "large.woff2").write_bytes(lato * 2)
    (here / "logo.ttf").write_text("Rosa", encoding="utf-8")
    (here / "cut.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(30))
    found = checked(here, f"brand:\n  {line}\n")
    rule = "unusable-logo" if line.startswith("logo") else "unusable-font"
    assert [(each.rule, each.span.start.line, each.message) for each in found.errors] == [(rule, 6, message)]


def test_each_file_of_a_list_is_told_at_its_own_line(tmp_path: Path) -> None:
    found = checked(tmp_path, "brand:\n  text_font:\n    - Lato-Bold.ttf\n    - Brand.ttf\n    - Brand Sans\n")
    assert [(each.span.start.line, each.key) for each in found.errors] == [
        (8, "unusable-font: brand > text_font > Brand.ttf")
    ]
    assert [face.weight for face in found.brand.text_font] == [700]


# ---- logo and paper --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("document", ["handbook", "card", "charter"])
def test_a_dark_screen_has_the_logo_for_it(document: str, tmp_path: Path) -> None:
    both = printed(checked(tmp_path, OWN), "html", document).decode()
    assert (
        both.count('<picture><source media="screen and (prefers-color-scheme: dark)" srcset="data:image/svg+xml;') == 1
    )
    alone = printed(checked(tmp_path, "brand: {logo: logo.svg}"), "html", document).decode()
    assert "<picture>" not in alone
    assert alone.count('<img class="on-paper" src="data:image/svg+xml;') == 1
    assert 'alt="Rosa&#39;s"' in alone


@pytest.mark.parametrize(
    ("brand", "language", "millimetres"),
    [
        ("", "en-GB", (210, 297)), ("", "de-AT", (210, 297)), ("", "en-US", (216, 279)), ("", "fr-CA", (216, 279)),
        ("brand: {paper: A4}", "en-US", (210, 297)), ("brand: {paper: a5}", "en-GB", (148, 210)),
        ("brand: {paper: letter}", "en-GB", (216, 279)),
    ],
)  # fmt: skip
def test_paper_is_what_printers_hold_there_unless_it_is_stated(
    brand: str, language: str, millimetres: tuple[int, int], tmp_path: Path
) -> None:
    pdf = pypdf.PdfReader(BytesIO(printed(checked(tmp_path, brand, language=language), "pdf")))
    assert {_millimetres(page.mediabox) for page in pdf.pages} == {millimetres}


def _millimetres(box: Any) -> tuple[int, int]:
    return round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)


def test_a_small_sheet_is_set_in_type_that_can_be_read(tmp_path: Path) -> None:
    found = checked(tmp_path, "brand: {paper: A5}")
    for document, smallest in (("handbook", 9), ("card", 9.9), ("charter", 9)):
        assert below(read_pages(printed(found, "pdf", document)), smallest) == []


# ---- draft, pilot, retired -------------------------------------------------------------------------------------

MARKS = {
    "draft": "Draft: not in force",
    "pilot": "Pilot: this is a test",
    "retired": "Retired: no longer in force",
}
EXAMPLE = (resources.examples() / "harbour-lane-books" / "policy.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("status", MARKS)
def test_what_is_not_in_force_says_so_at_the_top_of_every_document(document: str, status: str) -> None:
    policy = library.load(EXAMPLE.replace("status: published", f"status: {status}").encode())
    assert library.render(policy, document, "markdown").decode().startswith(f"**{MARKS[status]}**\n")
    page = library.render(policy, document, "html").decode()
    assert f'<main>\n<p class="mark {status}"><span>{MARKS[status]}</span></p>' in page


@pytest.mark.parametrize(
    ("document", "status", "paper"),
    [
        *((document, "draft", "A4") for document in DOCUMENTS),
        ("card", "retired", "A5"), ("charter", "pilot", "Letter"),
        pytest.param("handbook", "pilot", "A5", marks=pytest.mark.hostile),
    ],
)  # fmt: skip
def test_what_is_not_in_force_says_so_on_every_page(document: str, status: str, paper: str) -> None:
    text = EXAMPLE.replace("status: published", f"status: {status}").replace("paper: A4", f"paper: {paper}")
    pages = read_pages(library.render(library.load(text.encode()), document, "pdf"))
    marks = [[piece for piece in page.pieces if piece.text == MARKS[status]] for page in pages]
    assert [len(found) for found in marks] == [1] * len(pages)
    assert [mark for page, (mark,) in zip(pages, marks, strict=True) if mark.box.left < page.area.right] == []


def test_what_is_in_force_bears_no_mark() -> None:
    policy = library.load(EXAMPLE.encode())
    assert 'class="mark' not in library.render(policy, "card", "html").decode()
    assert "not in force" not in library.render(policy, "card", "markdown").decode()
