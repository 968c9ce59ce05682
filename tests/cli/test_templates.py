"""Templates are listed with whose file wins, and copied; what is wrong in one names its part of the policy."""

import json
import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import Cli

from policyctl.rendering.template_files import template_files
from policyctl.resources import templates

PACKAGED = """\
  documents/briefing.j2    What changes for staff, from when, and where to ask.
  documents/card.j2        The card for the wall: one page, in the order of a
                           call.
  documents/charter.j2     The charter for customers: promises as figures, and
                           what to do where they fail.
  documents/complaints.j2  A leaflet for customers, then the letters of whoever
                           answers them.
  documents/handbook.j2    The staff handbook: every section of the policy, in
                           the order in which a reader needs it.
  documents/pilot.j2       The kit of a pilot: each of its sheets is a page of
                           its own, and the first hangs where customers see it.
  documents/review.j2      The pack for a review, in the order in which it is
                           talked about.
  documents/training.j2    The training pack: the plan, then sheets that are
                           handed out one by one; what is for the trainer alone
                           comes last.
  docx/blocks.j2           The words of structure for Word: which paragraphs,
                           lists and tables stand here; how they look in
                           styles.xml.
  docx/numbering.xml       What marks the items of each kind of list, and the
                           numbers of chapters.
  docx/settings.xml        What Word has to know of the file as a whole: how it
                           lays text out, in which language, with which colours.
  docx/styles.xml          How a Word file looks: every style that its text has,
                           in the typefaces and colours of theme.xml, so that an
                           office changes either in one place.
  docx/theme.xml           The typefaces and colours of the document, which an
                           office changes at once under Design.
  html/blocks.j2           The words of structure in HTML: which tags mean what
                           stands here, how they look in style.css.
  html/browser.css         What a browser needs to print the page as the PDF
                           engine does: it knows no running strings and
                           elements, and it cuts off what hangs beside the text.
  html/style.css           One style sheet for paper and screen.
  markdown/blocks.j2       The words of structure in Markdown that reads well as
                           it stands.

Copy one to change it with: policyctl templates eject NAME
"""


def test_every_template_is_listed_with_what_it_is_for(cli: Cli) -> None:
    said = cli("templates", "list")
    assert (said.code, said.err, said.out) == (0, "", PACKAGED)


def test_a_file_of_one_s_own_wins_and_is_named(cli: Cli) -> None:
    for name, text in {
        "html/style.css": "/* Our colours. All of them. */",
        "documents/poster.j2": "{#- A poster for the window. -#}\nCome in.",
        "blocks.j2": "No note.",
        "parts/.hidden/x.j2": "Hidden.",
        "note.txt": "No template.",
    }.items():
        Path("mine", name).parent.mkdir(parents=True, exist_ok=True)
        Path("mine", name).write_text(text, encoding="utf-8")
    shutil.copy(templates() / "documents" / "card.j2", "mine/documents")
    said = cli("templates", "list", "--templates", "mine")
    changed = [line for line in said.out.splitlines() if line not in PACKAGED.splitlines()]
    assert (said.code, changed) == (
        0,
        [
            "  documents/card.j2        Yours, mine/documents/card.j2, the same as that of",
            "                           policyctl. The card for the wall: one page, in the",
            "                           order of a call.",
            "  docx/blocks.j2           Yours, mine/blocks.j2. The words of structure for",
            "                           Word: which paragraphs, lists and tables stand here;",
            "                           how they look in styles.xml.",
            "  html/blocks.j2           Yours, mine/blocks.j2. The words of structure in",
            "                           HTML: which tags mean what stands here, how they look",
            "                           in style.css.",
            "  html/style.css           Yours, mine/html/style.css. Our colours.",
            "  markdown/blocks.j2       Yours, mine/blocks.j2. The words of structure in",
            "                           Markdown that reads well as it stands.",
            "  documents/poster.j2      Yours, mine/documents/poster.j2. A poster for the",
            "                           window.",
        ],
    )


def test_programs_read_the_list_as_data(cli: Cli) -> None:
    Path("mine/html").mkdir(parents=True)
    shutil.copy(templates() / "html" / "style.css", "mine/html")
    data = json.loads(cli("templates", "list", "--templates", "mine", "--format", "json").out)
    assert data["format_version"] == 1
    assert [each["name"] for each in data["templates"]] == [each.name for each in template_files(templates(), None)]
    assert next(each for each in data["templates"] if each["is_own"]) == {
        "name": "html/style.css",
        "path": "mine/html/style.css",
        "says": "One style sheet for paper and screen.",
        "is_own": True,
        "is_same": True,
    }


def test_what_leads_out_of_the_folder_is_not_read(cli: Cli) -> None:
    Path("mine/html").mkdir(parents=True)
    Path("secret").write_text("/* The key is under the mat. */", encoding="utf-8")
    Path("mine/html/style.css").symlink_to(Path("secret").absolute())
    assert "mat" not in cli("templates", "list", "--templates", "mine").out


@pytest.mark.parametrize(
    ("name", "copied"),
    [("html/style.css", "html/style.css"), ("style.css", "html/style.css"), ("card", "documents/card.j2")],
)
def test_one_is_copied_and_what_comes_next_is_said(cli: Cli, name: str, copied: str) -> None:
    said = cli("templates", "eject", name)
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        f"Wrote templates/{copied}.\nChange it, then print with: policyctl render --templates templates\n"
    )
    assert Path("templates", copied).read_bytes() == (templates() / copied).read_bytes()
    assert [str(each) for each in Path("templates").rglob("*") if each.is_file()] == [f"templates/{copied}"]


def test_nothing_is_written_over(cli: Cli) -> None:
    Path("my own/html").mkdir(parents=True)
    Path("my own/html/style.css").write_text("mine", encoding="utf-8")
    said = cli("templates", "eject", "html/style.css", "--templates", "my own")
    assert (said.code, said.out) == (2, "")
    assert said.err == (
        "policyctl: my own/html/style.css is there already, and eject overwrites nothing.\n"
        "  Change that one, or move it away first.\n"
    )
    assert Path("my own/html/style.css").read_text(encoding="utf-8") == "mine"
    said = cli("templates", "eject", "markdown/blocks.j2", "--templates", "my own")
    assert said.out.endswith("print with: policyctl render --templates 'my own'\n")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("html/styl.css", "There is no template called html/styl.css. Did you mean html/style.css?"),
        ("chater", "There is no template called chater. Did you mean charter?"),
        ("zzz", "There is no template called zzz. See them with: policyctl templates list"),
        ("../secret", "There is no template called ../secret."),
        (
            "blocks.j2",
            "Several templates are called blocks.j2. Write one of docx/blocks.j2, html/blocks.j2, markdown/blocks.j2.",
        ),
    ],
)
def test_a_name_that_leads_to_no_template_or_to_several_is_answered(cli: Cli, name: str, told: str) -> None:
    said = cli("templates", "eject", name)
    assert (said.code, said.out) == (2, "")
    assert told in " ".join(said.err.split())
    assert list(Path().iterdir()) == []


SHOP = """\
policyctl: 1
policy: {title: How we look after you, organisation: Rosa's}
mission: We mend it.
procedures:
  A cup is broken:
    - Say sorry
    - Offer another one
"""


def test_a_copy_prints_the_same_until_it_is_changed_and_then_says_what_is_wrong_where(cli: Cli) -> None:
    Path("policy.yaml").write_text(SHOP, encoding="utf-8")
    own = ("render", "--to", "markdown", "--templates", "templates")
    assert cli("render", "--to", "markdown", "-o", "before").code == 0
    assert cli("templates", "eject", "markdown/blocks.j2").code == 0
    assert cli(*own).code == 0
    assert Path("build/handbook.md").read_bytes() == Path("before/handbook.md").read_bytes()
    copy = Path("templates/markdown/blocks.j2")
    whole = copy.read_text(encoding="utf-8")
    line = 1 + next(n for n, line in enumerate(whole.splitlines()) if line.startswith("{% macro steps(it"))
    lines = whole.splitlines(keepends=True)
    copy.write_text("".join([*lines[:line], "{{ it.titel }}", *lines[line:]]), encoding="utf-8")
    said = cli(*own)
    assert (said.code, said.out) == (2, "")
    assert " ".join(said.err.split()) == (
        f"policyctl: The template markdown/blocks.j2, line {line + 1}, asks for “titel”, which is not there. It was "
        "showing `procedures: A cup is broken` of the policy, at “Say sorry”. Compare the file with the template "
        "of the same name that policyctl brings."
    )
