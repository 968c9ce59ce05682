"""Whole files in each format, made with templates small enough to read."""

import re
from collections.abc import Sequence
from gettext import NullTranslations
from pathlib import Path

import pytest

from policyctl import resources
from policyctl.errors import PolicyctlError
from policyctl.rendering.formats import FORMATS, render
from policyctl.rendering.view import DocumentView, view
from policyctl.schema import read

HTML = """\
{% macro page(document) %}
<!doctype html>
<html lang="{{ document.language }}"><head><meta charset="utf-8"><title>{{ document.title }}</title></head>
<body>{{ caller() }}</body></html>
{% endmacro %}
{% macro part(anchor, title) %}
<h2 id="{{ anchor }}">{{ title|words }}</h2>
{% endmacro %}
{% macro see(anchor) %}
<p><a href="{{ ('#' ~ anchor)|url }}">there</a></p>
{% endmacro %}
"""
MARKDOWN = """\
{% macro page(document) %}
# {{ document.title|words }}

{{ caller() }}
{% endmacro %}
{% macro part(anchor, title) %}


## {{ title|words }}{{ anchor|anchor }}

{% endmacro %}
{% macro see(anchor) %}
[there]({{ ('#' ~ anchor)|url }}){{ "   " }}

{% endmacro %}
"""
DOCUMENT = """\
{% from "blocks.j2" import page, part, see with context %}
{% call page(document) %}
{{ see("a") }}
{{ see("c") }}
{{ part("a", "Don't *shout*!") }}
{{ part("b", "Same") }}
{{ part("c", "Same") }}
{{ "Said <b>.\n\nTwice."|blocks }}
{% endcall %}
"""
STYLE = 'body { font-family: "Policy Sans"; color: {{ colours.brand }} } @page { size: {{ paper }} }\n'


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    for name, text in {
        "html/blocks.j2": HTML,
        "html/style.css": STYLE,
        "html/browser.css": "",
        "markdown/blocks.j2": MARKDOWN,
        "documents/note.j2": DOCUMENT,
    }.items():
        path = tmp_path / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "templates" / "fonts").symlink_to(resources.templates() / "fonts")
    return tmp_path / "templates"


def shown(title: str = "A | <note>") -> DocumentView:
    policy = read({"policyctl": "1", "policy": {"title": title, "organisation": "Rosa's"}}).policy
    assert policy
    return view(policy, kind="note")


def printed(templates: Path, to: Sequence[str], title: str = "A | <note>") -> dict[str, bytes]:
    return render("note", shown(title), to, templates=templates, catalogue=NullTranslations())


def test_each_format_has_an_ending() -> None:
    assert {name: each.extension for name, each in FORMATS.items()} == {
        "markdown": ".md",
        "html": ".html",
        "pdf": ".pdf",
        "docx": ".docx",
    }


def test_markdown_is_tidy_and_its_links_lead_to_its_headings(templates: Path) -> None:
    assert (
        printed(templates, ["markdown"])["markdown"].decode()
        == """\
# A \\| \\<note>

[there](#dont-shout)

[there](#same-1)

## Don’t \\*shout\\*!

## Same

## Same

Said \\<b>.

Twice.
"""
    )


SLUGS = [
    ("Same", "same"),
    ("1 What we stand for", "1-what-we-stand-for"),
    ("Don't *shout*!", "dont-shout"),
    ("A & B - C_D", "a--b--c_d"),
    ("Größe ½ m²", "größe--m"),
    ("कार्य", "कार्य"),
]


@pytest.mark.parametrize(("heading", "slug"), SLUGS)
def test_links_lead_to_the_names_that_readers_of_markdown_give_headings(
    templates: Path, heading: str, slug: str
) -> None:
    (templates / "documents" / "note.j2").write_text(
        '{% from "blocks.j2" import page, part, see with context %}'
        f'{{% call page(document) %}}{{{{ see("x") }}}}{{{{ part("x", "{heading}") }}}}{{% endcall %}}',
        encoding="utf-8",
    )
    assert f"[there](#{slug})\n" in printed(templates, ["markdown"])["markdown"].decode()


def test_html_is_one_file_that_fetches_nothing(templates: Path) -> None:
    page = printed(templates, ["html"])["html"].decode()
    without_fonts = re.sub(r'url\("data:font/woff2;base64,\w[^"]+"\)', "FONT", page)
    assert re.sub(r"U\+[^}]+", "…", without_fonts) == (
        '<!doctype html>\n<html lang="en-GB"><head>\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        'img-src data:; font-src data:"><meta charset="utf-8"><title>A | &lt;note&gt;</title><style>\n'
        '@font-face { font-family: "Policy Sans"; font-weight: 400; font-style: normal; '
        'src: FONT format("woff2"); unicode-range: …}\n'
        '@font-face { font-family: "Policy Sans"; font-weight: 400; font-style: italic; '
        'src: FONT format("woff2"); unicode-range: …}\n'
        '@font-face { font-family: "Policy Sans"; font-weight: 700; font-style: normal; '
        'src: FONT format("woff2"); unicode-range: …}\n'
        f'body {{ font-family: "Policy Sans"; color: {shown().colours.brand} }} @page {{ size: A4 }}\n'
        "</style>\n</head>\n<body>"
        '<p><a href="#a">there</a></p>\n\n<p><a href="#c">there</a></p>\n\n'
        '<h2 id="a">Don’t *shout*!</h2>\n\n<h2 id="b">Same</h2>\n\n<h2 id="c">Same</h2>\n\n'
        "<p>Said &lt;b&gt;.</p>\n<p>Twice.</p>\n</body></html>\n"
    )


def test_html_holds_the_fonts_for_the_letters_in_it(templates: Path) -> None:
    assert printed(templates, ["html"])["html"].count(b"@font-face") == 3
    assert printed(templates, ["html"], "Правила")["html"].count(b"@font-face") == 6
    assert printed(templates, ["html"], "Well done 🙂")["html"].count(b"@font-face") == 3


def test_the_same_page_is_written_twice_in_the_same_bytes(templates: Path) -> None:
    assert printed(templates, ["html", "markdown"]) == printed(templates, ["markdown", "html"])


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("html/style.css", "</style><script>", "The style sheet html/style.css holds “</”, which would end it."),
        ("html/blocks.j2", HTML.replace("<head>", "<HEAD>"), "The HTML template writes no <head>."),
        (
            "html/style.css",
            "a { color: {{ accent }} }",
            "The template html/style.css, line 1, asks for “accent”, which is not there.",
        ),
    ],
)
def test_templates_that_make_no_page(templates: Path, name: str, text: str, message: str) -> None:
    (templates / name).write_text(text, encoding="utf-8")
    with pytest.raises(PolicyctlError) as error:
        printed(templates, ["html"])
    assert error.value.message == message


def test_one_file_of_somebodys_own_takes_the_place_of_ours(templates: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "markdown").mkdir(parents=True)
    (own / "markdown" / "blocks.j2").write_text(MARKDOWN.replace("# {{ doc", "# Our {{ doc"), encoding="utf-8")
    words = NullTranslations()
    made = render("note", shown(), ["markdown"], templates=templates, catalogue=words, override=own)
    assert made["markdown"].startswith(b"# Our A")
