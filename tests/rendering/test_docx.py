"""A Word file: its words by style, what an office restyles, and nothing in it that does anything."""

import re
import sys
from base64 import b64encode
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element
from zipfile import ZipFile

import pytest
from PIL import Image
from tests.printed import EXAMPLES, example, print_view, printed
from tests.word import R, W, Word

from policyctl import library
from policyctl.errors import PolicyctlError
from policyctl.rendering.documents import DOCUMENTS
from policyctl.rendering.docx import DocxWriter
from policyctl.rendering.templating import environment, render_template
from policyctl.rendering.view import Logo, Looks, view
from policyctl.schema import Policy, read
from policyctl.source import read as read_source

HEAD = "policyctl: 1\npolicy: {title: How we work, organisation: Rosa & Sons, owner: Rosa, version: 2}\n"


def policy_of(text: str, head: str = HEAD) -> Policy:
    source = read_source((head + text).encode(), "policy.yaml")
    policy = read(source.data).policy
    assert source.findings == ()
    assert policy
    return policy


def word(policy: Policy, document: str = "handbook", looks: Looks | None = None) -> Word:
    return Word(print_view(view(policy, kind=document, looks=looks), "docx")["docx"])


# ---- whole documents -------------------------------------------------------------------------------------------

SMALL = """\
mission: To mend *everything*.
procedures:
  A late parcel:
    - {do: Say sorry, say: I am sorry., by: Rosa}
    - choose:
        - {if: It is lost, do: Send another one}
        - {if: It is late, do: Ask the carrier}
    - Write it down
never: [Argue, Guess]
discretion:
  may_give:
    A refund: {up_to: £20}
standards:
  Answer letters: within 2 days
channels: {Email: care@rosa.example}
roles: {Rosa: Owner}
"""

PRINTED = """\
Organisation: Rosa & Sons
Title: How we work
Imprint: {Strong: Version 2.} Rosa keeps it.
heading 1: #p1_stand# What we stand for
Lead: To mend {Emphasis: everything}.
Table Gap:
[Boxed]
  --
  Boxed Title: Never
  List Bullet: Argue
  List Bullet: Guess
heading 1: #p2_procedures_a_late_parcel# A late parcel
List Step: {Who: Rosa:} {Strong: Say sorry.}
Say: “I am sorry.”
List Step: {Strong: The first that fits:}
List Bullet 2: {Case: If it is lost:}
List Continue 2: {Strong: Send another one.}
List Bullet 2: {Case: If it is late:}
List Continue 2: {Strong: Ask the carrier.}
List Step: {Strong: Write it down.}
heading 1: #p3_give# What you may give
[Beside]
  --
  Figure: #p4_discretion_a_refund# £20
  Normal: {Strong: A refund.}
heading 1: #p5_promise# What we promise
[Policy Table]
  --
  Table Head: Promise
  Table Head: How soon
  --
  Table Row Head: #p6_standards_answer_letters# Answer letters
  Table Figure: 2 {Unit: days}
heading 1: Who is who
Row: #p7_roles_rosa# {Strong: Rosa:} Owner.
heading 1: Where to reach us
Row: #p8_channels_email# {Strong: Email:} <mailto:care@rosa.example>{Hyperlink: care@rosa.example}</>.
Normal: Words between quotation marks are there to be said. Take them as they are, or say the same in your own way.
"""


def test_a_policy_in_words_and_styles() -> None:
    assert "\n".join(word(policy_of(SMALL)).lines()) + "\n" == PRINTED


def test_letters_have_gaps_that_are_clicked_on_and_no_foot() -> None:
    policy = policy_of(
        "complaints: {stages: {Our answer: {by: Rosa, steps: {Answer: within 2 days}}}}\nroles: {Rosa: Owner}\n"
    )
    made = word(policy, "complaints")
    lines = made.lines()
    letter = lines[lines.index("Letter Heading: #p4_acknowledge# We have your complaint") :]
    assert letter[:4] == [
        "Letter Heading: #p4_acknowledge# We have your complaint",
        "Letter: Dear {Placeholder Text: [name]},",
        "Letter: Your complaint of {Placeholder Text: [date]} has reached us. Thank you for telling us.",
        "Letter: This is what we have understood: {Placeholder Text: [what happened, and what is wanted]}",
    ]
    body = made.xml("word/document.xml")
    gaps = [each.find(f"{W}sdtPr/{W}alias") for each in body.iter(f"{W}sdt")]
    assert {each.attrib[f"{W}val"] for each in gaps if each is not None} >= {"name", "date", "your name"}
    numbers = [each.attrib[f"{W}val"] for each in body.iter(f"{W}id")]
    assert len(numbers) == len(set(numbers))
    leaflet, letters = (running(made, each) for each in body.iter(f"{W}sectPr"))
    assert leaflet["footer default"] == "1 / 1 How we work, version 2."
    assert letters == {"header default": "", "footer default": ""}


def test_each_letter_and_each_sheet_is_a_page_of_its_own() -> None:
    made = word(example("harbour-lane-books"), "complaints")
    begins = [
        each
        for each in made.xml("word/document.xml").iter(f"{W}p")
        if each.find(f"{W}pPr/{W}pageBreakBefore") is not None
    ]
    assert [words(each).strip() for each in begins] == ["Harbour Lane Books"] * 4  # The first begins a section.
    made = word(example("harbour-lane-books"), "pilot")
    begins = [
        each
        for each in made.xml("word/document.xml").iter(f"{W}p")
        if each.find(f"{W}pPr/{W}pageBreakBefore") is not None
    ]
    assert [words(each).strip() for each in begins] == ["Ten minutes to listen", "What you think of it", "Go or no-go"]


def running(made: Word, section: Element) -> dict[str, str]:
    """The lines at the head and the foot of the pages of a section."""
    files = {each.attrib["Id"]: each.attrib["Target"] for each in made.xml("word/_rels/document.xml.rels")}
    return {
        f"{kind} {each.attrib[f'{W}type']}": " ".join(words(made.xml(f"word/{files[each.attrib[f'{R}id']]}")).split())
        for kind in ("header", "footer")
        for each in section.findall(f"{W}{kind}Reference")
    }


def words(element: Element) -> str:
    signs = {f"{W}tab": " ", f"{W}br": " ", f"{W}p": " "}
    return "".join(
        signs.get(each.tag, "") + (each.text or "" if each.tag == f"{W}t" else "") for each in element.iter()
    )


def test_the_same_policy_gives_the_same_bytes_and_they_say_no_day() -> None:
    policy = policy_of(SMALL)
    one = print_view(view(policy, kind="handbook"), "docx")["docx"]
    assert print_view(view(policy, kind="handbook"), "docx")["docx"] == one
    with ZipFile(BytesIO(one)) as file:
        assert {each.date_time for each in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert re.findall(rb"\d\d:\d\d", Word(one).parts["docProps/core.xml"]) == []


# A template | what it writes for Word.
WRITTEN = [
    ("{{ it }}", "*a* | &lt;b&gt; &amp; \ufffd &quot;c&quot;"),
    ("{{ it|words }}", "*a* | &lt;b&gt; &amp; \ufffd “c”"),
    ("{{ it|inline }}", "<i>a</i> | &lt;b&gt; &amp; \ufffd “c”"),
    ("{{ it|blocks }}", "<p><i>a</i> | &lt;b&gt; &amp; \ufffd “c”</p>"),
    ("{{ 'a\n\nb'|spoken('<', '>') }}", "<p>&lt;a</p><p>b&gt;</p>"),
    (
        "{{ '- a\n- [b](https://b.example)'|blocks }}",
        '<list kind="dash" start="1"><item><p>a</p></item><item><p><a href="https://b.example">b</a></p></item></list>',
    ),
    ("{{ 'https://a.example/\"'|url }}{{ 'javascript:x'|url }}", "https://a.example/%22"),
]


@pytest.mark.parametrize(("text", "expected"), WRITTEN)
def test_what_a_template_writes_is_safe(tmp_path: Path, text: str, expected: str) -> None:
    (tmp_path / "page.j2").write_text(text, encoding="utf-8")
    made = environment(DocxWriter("en"), [tmp_path], NullTranslations())
    assert render_template(made, "page.j2", it='*a* | <b> & \x07 "c"') == expected


# ---- what an office does with it -------------------------------------------------------------------------------


def test_every_chapter_is_a_heading_that_counts_itself_and_contents_are_a_field() -> None:
    made = Word(printed("harbour-lane-books", "docx"))
    assert made.is_numbered
    assert [line for line in made.lines() if line.startswith("toc 1")][:2] == [
        "toc 1: 1 <#p1_stand>{Hyperlink: What we stand for}</>",
        "toc 1: 2 <#p7_do>{Hyperlink: What to do}</>",
    ]
    assert fields(made) == [' TOC \\o "1-1" \\h \\z ', "NUMPAGES", "PAGE", "STYLEREF 1"]


def fields(made: Word) -> list[str]:
    """What Word works out in a file."""
    texts = [each.text or "" for each in made.xml("word/document.xml").iter(f"{W}instrText")]
    simple = [
        each.attrib[f"{W}instr"].strip()
        for name in made.parts
        if re.fullmatch(r"word/(document|header\d+|footer\d+)\.xml", name)
        for each in made.xml(name).iter(f"{W}fldSimple")
    ]
    return [*texts, *sorted(set(simple))]


def test_each_list_that_counts_begins_anew() -> None:
    made = word(policy_of("procedures: {One: [Look, Ask], Other: [Listen, Tell]}\n"))
    steps = [each for each in made.xml("word/document.xml").iter(f"{W}p") if made.style(each) == "List Step"]
    lists = [each.find(f"{W}pPr/{W}numPr/{W}numId").attrib[f"{W}val"] for each in steps]  # type: ignore[union-attr]  # each has one
    assert lists == ["11", "11", "12", "12"]
    starts = {
        each.attrib[f"{W}numId"]: [start.attrib[f"{W}val"] for start in each.iter(f"{W}startOverride")]
        for each in made.xml("word/numbering.xml").iter(f"{W}num")
    }
    assert (starts["11"], starts["12"], starts["1"]) == (["1"], ["1"], [])


def test_the_head_of_a_table_is_repeated_and_its_columns_fill_the_line() -> None:
    made = word(policy_of(SMALL))
    tables = {words(each): each for each in made.xml("word/document.xml").iter(f"{W}tbl")}
    (table,) = (each for text, each in tables.items() if "How soon" in text)
    rows = table.findall(f"{W}tr")
    assert [each.find(f"{W}trPr/{W}tblHeader") is not None for each in rows] == [True, False]
    assert all(each.find(f"{W}trPr/{W}cantSplit") is not None for each in rows)
    widths = [int(each.attrib[f"{W}w"]) for each in table.iter(f"{W}gridCol")]
    assert sum(widths) == 11906 - round(26 * 1440 / 25.4) - round(28 * 1440 / 25.4)


def test_typefaces_and_colours_of_the_brand_are_those_of_the_theme() -> None:
    head = HEAD + 'brand: {accent: "#0b6e4f", heading_font: Vollkorn, text_font: Brand Sans}\n'
    theme = word(policy_of("mission: To help.\n", head)).parts["word/theme/theme1.xml"].decode()
    assert re.findall(r'<a:latin typeface="([^"]+)"', theme) == ["Vollkorn", "Brand Sans"]
    assert '<a:accent2><a:srgbClr val="0B6E4F"/></a:accent2>' in theme
    plain = word(policy_of("mission: To help.\n")).parts["word/theme/theme1.xml"].decode()
    assert re.findall(r'<a:latin typeface="([^"]+)"', plain) == ["Georgia", "Calibri"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_in_a_paragraph_looks_other_than_its_styles_say(name: str) -> None:
    """Only what a place alone can say stands in the text: lists, turns of the page, and how far in a list goes."""
    allowed = {"pStyle", "keepNext", "pageBreakBefore", "numPr", "ind", "sectPr"}
    in_runs = {"rStyle", "b", "bCs", "i", "iCs", "rtl"}
    for document, made in DOCUMENTS.items():
        if made.missing(example(name)):
            continue
        body = Word(printed(name, "docx", document)).xml("word/document.xml")
        assert {each.tag.removeprefix(W) for parent in body.iter(f"{W}pPr") for each in parent} <= allowed
        assert {each.tag.removeprefix(W) for parent in body.iter(f"{W}rPr") for each in parent} <= in_runs


def picture(kind: str, size: tuple[int, int] = (40, 20)) -> Logo:
    file = BytesIO()
    Image.new("RGB", size, "seagreen").save(file, kind)
    return Logo(f"data:image/{kind};base64,{b64encode(file.getvalue()).decode()}", "Rosa & Sons")


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z"/></svg>'
LOGOS = {
    "png": (picture("png"), ["word/media/logo1.png"]),
    "jpeg": (picture("jpeg"), ["word/media/logo1.jpeg"]),
    "svg": (
        Logo(f"data:image/svg+xml;base64,{b64encode(SVG.encode()).decode()}", "Rosa & Sons"),
        ["word/media/logo1.png", "word/media/logo2.svg"],
    ),
}


@pytest.mark.parametrize("kind", LOGOS)
def test_a_logo_says_what_it_shows_and_keeps_its_shape(kind: str) -> None:
    logo, files = LOGOS[kind]
    made = word(policy_of("mission: To help.\n"), looks=Looks(logo=logo))
    assert sorted(name for name in made.parts if "media" in name) == files
    page = made.parts["word/document.xml"].decode()
    assert 'descr="Rosa &amp; Sons"' in page
    assert '<wp:extent cx="1224000" cy="612000"/>' in page


def test_a_drawing_that_does_not_say_how_large_it_is_leaves_the_name_in_words() -> None:
    logo = Logo(f"data:image/svg+xml;base64,{b64encode(SVG.replace('viewBox', 'class').encode()).decode()}", "Rosa")
    made = word(policy_of("mission: To help.\n"), looks=Looks(logo=logo))
    assert [name for name in made.parts if "media" in name] == []
    assert made.lines()[0] == "Organisation: Rosa & Sons"


PAPER = {"A4": ("11906", "16838"), "A5": ("8391", "11906"), "Letter": ("12240", "15840")}


@pytest.mark.parametrize("paper", PAPER)
@pytest.mark.parametrize("document", ["handbook", "card", "charter"])
def test_paper_is_that_of_the_brand(document: str, paper: str) -> None:
    made = word(policy_of(f"{SMALL}brand: {{paper: {paper}}}\n"), document)
    sizes = [(each.attrib[f"{W}w"], each.attrib[f"{W}h"]) for each in made.xml("word/document.xml").iter(f"{W}pgSz")]
    assert sizes == [PAPER[paper]]


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize(
    ("status", "mark"),
    [("draft", "Draft: not in force"), ("pilot", "Pilot: this is a test"), ("retired", "Retired: no longer in force")],
)
def test_what_is_not_in_force_says_so_on_every_page(document: str, status: str, mark: str) -> None:
    policy = example("harbour-lane-books")
    head = policy.policy.model_copy(update={"status": type(policy.policy.status)(status)})  # type: ignore[misc]  # it has one
    made = word(policy.model_copy(update={"policy": head}), document)
    for section in made.xml("word/document.xml").iter(f"{W}sectPr"):
        heads = {where: text for where, text in running(made, section).items() if where.startswith("header")}
        assert all(text.endswith(mark) for text in heads.values())
        assert "header default" in heads
        assert ("header first" in heads) == (section.find(f"{W}titlePg") is not None)


def test_a_language_from_right_to_left_is_set_so() -> None:
    policy = policy_of(SMALL, HEAD.replace("version: 2", "version: 2, language: ar"))
    made = word(policy)
    styles = made.parts["word/styles.xml"].decode()
    assert '<w:lang w:val="ar" w:eastAsia="ar" w:bidi="ar"/>' in styles
    assert "<w:bidi/>" in styles
    body = made.xml("word/document.xml")
    assert body.find(f".//{W}sectPr/{W}bidi") is not None
    assert all(each.find(f"{W}rPr/{W}rtl") is not None for each in body.iter(f"{W}r") if each.find(f"{W}t") is not None)
    assert all(each.find(f"{W}tblPr/{W}bidiVisual") is not None for each in body.iter(f"{W}tbl"))


def test_it_is_found_by_its_title_its_author_and_its_language() -> None:
    core = word(policy_of(SMALL)).xml("docProps/core.xml")
    assert {each.tag.rpartition("}")[2]: each.text for each in core} == {
        "title": "How we work, Rosa & Sons",
        "creator": "Rosa & Sons",
        "subject": "version 2",
        "language": "en-GB",
    }


# ---- nothing in it does anything -------------------------------------------------------------------------------

HOSTILE = (
    "[x](javascript:alert)", "[x](file:///etc/passwd)", "[x](//other.example/a)", "<script>alert(1)</script>", "]]>",
    '{ INCLUDETEXT "/etc/passwd" }', "=cmd|' /C calc'!A0", 'DDEAUTO c:\\\\x "y"', "&xxe;",
    "a\u0000b\u0001c\u000bd\ufffee",
    '" w:val="x', "</w:t></w:r></w:p>", "{{ 7 * 7 }}",
)  # fmt: skip


def all_texts(text: str) -> Policy:
    """A policy that says a text in a title, a name, a sentence, a cell, a step, a list, a speech and an address."""
    policy = read({
        "policyctl": "1",
        "policy": {"title": text, "organisation": text, "owner": text, "status": "draft"},
        "values": {text: text},
        "standards": {text: {"within": "2 hours", "note": text}},
        "procedures": {text: [text, {"do": text, "say": text, "record": text}]},
        "tone": {"words": [{"avoid": text, "say": text}]},
        "never": [text, text],
        "channels": {text: text},
    }).policy  # fmt: skip
    assert policy
    return policy


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_anything_but_words(text: str) -> None:
    made, harmless = word(all_texts(text)), word(all_texts("harmless words"))
    assert sorted(made.parts) == sorted(harmless.parts)
    assert made.links == {}
    assert fields(made) == fields(harmless)
    assert [re.sub(r":.*", "", line) for line in made.lines()] == [
        re.sub(r":.*", "", line) for line in harmless.lines()
    ]
    assert not any(
        re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", part) for name, part in made.parts.items() if "media" not in name
    )


def test_links_lead_where_they_may_and_nowhere_else() -> None:
    text = "[web](https://a.example/é?x=1&y=2) [mail](mailto:a@b.example) [call](tel:+4420) [run](javascript:x)"
    made = word(policy_of(f"mission: '{text}'\n"))
    assert sorted(made.links.values()) == ["https://a.example/%C3%A9?x=1&y=2", "mailto:a@b.example", "tel:+4420"]
    assert "run" in words(made.xml("word/document.xml"))


KNOWN = {
    "officeDocument", "core-properties", "styles", "numbering", "settings", "theme", "header", "footer", "image",
    "hyperlink",
}  # fmt: skip


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_file_holds_no_macro_no_template_and_nothing_that_is_fetched(name: str) -> None:
    for document, made in DOCUMENTS.items():
        if made.missing(example(name)):
            continue
        file = Word(printed(name, "docx", document))
        for part in file.parts:
            assert re.fullmatch(
                r"\[Content_Types\]\.xml|_rels/\.rels|docProps/core\.xml|word/_rels/document\.xml\.rels|"
                r"word/media/logo\d\.\w+|word/theme/theme1\.xml|word/(document|styles|settings|numbering|header\d|footer\d)\.xml",
                part,
            )
            if part.endswith(".rels"):
                for each in file.xml(part):
                    kind = each.attrib["Type"].rpartition("/")[2]
                    assert kind in KNOWN
                    assert each.get("TargetMode") is None or kind == "hyperlink"
        assert [each for each in file.links.values() if not re.match(r"(https?|mailto|tel):", each)] == []


# ---- Word is strict: what stands where, and in which order -----------------------------------------------------

ORDER = {
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
        suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
        snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr""",
    "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
        vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em
        lang""",
    "pBdr": "top left bottom right between bar",
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing
        tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription""",
    "tblBorders": "top left bottom right insideH insideV",
    "tcBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign",
    "trPr": "cnfStyle cantSplit trHeight tblHeader",
    "tbl": "tblPr tblGrid tr*",
    "sectPr": """headerReference* footerReference* type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols vAlign
        titlePg textDirection bidi docGrid""",
    "style": """name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr trPr
        tcPr tblStylePr*""",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType lvl*",
    "numbering": "abstractNum* num*",
    "settings": """zoom defaultTabStop characterSpacingControl compat themeFontLang clrSchemeMapping decimalSymbol
        listSeparator""",
    "sdt": "sdtPr sdtContent",
}
"""What Word wants in which order within an element; what has a star may come several times."""


def misplaced(element: Element) -> list[str]:
    """The elements that stand where Word does not want them."""
    wrong = []
    for each in element.iter():
        order = ORDER.get(each.tag.removeprefix(W), "").split()
        for child in each if order else ():
            name = child.tag.removeprefix(W)
            at = next((at for at, known in enumerate(order) if known.rstrip("*") == name), None)
            if at is None:
                wrong.append(f"{name} in {each.tag.removeprefix(W)}")
            else:
                order = order[at if order[at].endswith("*") else at + 1 :]
    return wrong


@pytest.mark.parametrize("name", EXAMPLES)
def test_everything_stands_where_word_wants_it(name: str) -> None:
    for document, made in DOCUMENTS.items():
        if made.missing(example(name)):
            continue
        file = Word(printed(name, "docx", document))
        for part in file.parts:
            if re.fullmatch(r"word/\w+\.xml", part):
                assert misplaced(file.xml(part)) == [], (document, part)
        body = file.xml("word/document.xml")[0]
        cells = [*body.iter(f"{W}tc")]
        assert [cell for cell in cells if cell[-1].tag != f"{W}p"] == []
        anchors = [each.attrib[f"{W}name"] for each in body.iter(f"{W}bookmarkStart")]
        assert len(anchors) == len(set(anchors))
        assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", each) for each in anchors)
        targets = {each.get(f"{W}anchor") for each in body.iter(f"{W}hyperlink")} - {None}
        assert targets <= set(anchors)
        used = {each.attrib[f"{W}val"] for tag in ("pStyle", "rStyle", "tblStyle") for each in body.iter(f"{W}{tag}")}
        assert used <= set(file.styles)
        styles = file.xml("word/styles.xml")
        assert {each.attrib[f"{W}val"] for tag in ("basedOn", "next") for each in styles.iter(f"{W}{tag}")} <= set(
            file.styles
        )


# ---- templates of somebody's own, and a machine without python-docx --------------------------------------------


def own(tmp_path: Path, files: dict[str, str], form: str = "docx") -> bytes:
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return library.render(
        policy_of(SMALL), "poster" if "documents/poster.j2" in files else "handbook", form, templates=tmp_path
    )


def test_a_document_of_ones_own_is_a_word_file_too(tmp_path: Path) -> None:
    poster = (
        '{%- from "blocks.j2" import page, cover, section, colophon with context -%}{% call page(document) %}'
        '{{ cover(document) }}{% for part in document.parts([("promise", "What we promise", ["standards"])]) %}'
        "{{ section(part) }}{% endfor %}{{ colophon(document) }}{% endcall %}"
    )
    lines = Word(own(tmp_path, {"documents/poster.j2": poster})).lines()
    assert lines[:2] == ["Organisation: Rosa & Sons", "Title: How we work"]
    assert "heading 1: #p1_promise# What we promise" in lines


POSTER = "<document>{}</document>"
BOXED = '<table style="Boxed" widths="1">{}</table>'
WRONG = {
    "an element that is none": (
        {"documents/poster.j2": POSTER.format("<para>a</para>")},
        "The templates for Word write <para>, which means nothing there.",
    ),
    "one that is none in a line": (
        {"documents/poster.j2": POSTER.format("<p>a <big>b</big></p>")},
        "The templates for Word write <big> in a line.",
    ),
    "a style that is none": (
        {"documents/poster.j2": POSTER.format('<p style="Loud">a</p>')},
        "There is no style “Loud” in docx/styles.xml.",
    ),
    "a list that is none": (
        {"documents/poster.j2": POSTER.format('<list kind="star"><item><p>a</p></item></list>')},
        "The templates for Word ask for a list of the kind “star”.",
    ),
    "no XML": ({"documents/poster.j2": "<document><p>"}, "The templates for Word write XML that cannot be read."),
    "words alone": ({"documents/poster.j2": "Only words"}, "The templates for Word write XML that cannot be read."),
    "an entity": (
        {"documents/poster.j2": '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><document>&a;</document>'},
        "The templates for Word write “<!”, which may not stand in it.",
    ),
    "a width that is none": (
        {"documents/poster.j2": POSTER.format('<table style="Boxed" widths="wide"><row><cell/></row></table>')},
        "The templates for Word write words where a number belongs.",
    ),
    "elements within elements without end": (
        {"documents/poster.j2": POSTER.format("<as>" * 5000 + "</as>" * 5000)},
        "The templates for Word write elements within elements without end.",
    ),
    "contents that are none": (
        {"documents/poster.j2": POSTER.format(f"<contents>{BOXED.format('<row><cell/></row>')}</contents>")},
        "The templates for Word write contents that are no paragraphs.",
    ),
    "styles that are none": (
        {"docx/styles.xml": "<w:styles>"},
        "The template docx/styles.xml writes XML that cannot be read.",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_templates_that_make_no_word_file_are_told(case: str, tmp_path: Path) -> None:
    files, message = WRONG[case]
    with pytest.raises(PolicyctlError) as error:
        own(tmp_path, files)
    assert error.value.message == message
    assert error.value.hint


def test_a_table_of_no_rows_and_a_name_that_is_there_twice_are_left_out(tmp_path: Path) -> None:
    page = BOXED.format("<row/>") + '<p id="a">1</p><p id="a">2</p><p><a href="#a">3</a></p>'
    made = Word(own(tmp_path, {"documents/poster.j2": POSTER.format(page)}))
    assert made.lines() == ["Normal: #p1_a# 1", "Normal: 2", "Normal: <#p1_a>{Hyperlink: 3}</>"]


def test_links_of_a_template_lead_where_they_may(tmp_path: Path) -> None:
    page = '<p><a href="file:///etc/passwd">a</a> <a href="https://b.example">b</a> <a href="#none">c</a></p>'
    made = Word(own(tmp_path, {"documents/poster.j2": POSTER.format(page)}))
    assert made.lines() == ["Normal: a <https://b.example>{Hyperlink: b}</> c"]


def test_without_python_docx_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(PolicyctlError) as error:
        word(policy_of(SMALL))
    assert error.value.message == "Word files need the package python-docx, which is not here."
    assert error.value.hint == "Install it: pip install python-docx; with pipx: pipx inject policyctl python-docx."
