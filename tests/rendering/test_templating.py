"""What templates write, and what they may not do."""

import time
from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path

import pytest

from policyctl.errors import PolicyctlError
from policyctl.rendering.html import HtmlWriter
from policyctl.rendering.markdown import MarkdownWriter
from policyctl.rendering.stylesheet import escape_css
from policyctl.rendering.templating import Sandbox, TemplateLoader, environment, render_template


@dataclass(frozen=True)
class Shown:
    text: str = '*a* | <b> & 1. "c"'
    start: str = "1. a\nb"
    href: str = "https://a.example/é(z)"

    nothing: None = None

    def many(self) -> tuple[int, ...]:
        return tuple(range(100))


def written(folder: Path, template: str, form: str = "html", language: str = "en") -> str:
    (folder / "page.j2").write_text(template, encoding="utf-8")
    writer = MarkdownWriter(language) if form == "markdown" else HtmlWriter(language)
    return render_template(environment(writer, [folder], NullTranslations()), "page.j2", it=Shown())


# A template | what it writes in HTML | what it writes in Markdown.
TEMPLATES = [
    ("{{ it.text }}", "*a* | &lt;b&gt; &amp; 1. &#34;c&#34;", '\\*a\\* \\| \\<b> & 1. "c"'),
    ("{{ it.start }}", "1. a\nb", "1\\. a b"),
    ("{{ it.text|inline }}", "<em>a</em> | &lt;b&gt; &amp; 1. “c”", "*a* \\| \\<b> & 1. “c”"),
    ("{{ it.text|words }}", "*a* | &lt;b&gt; &amp; 1. “c”", "\\*a\\* \\| \\<b> & 1. “c”"),
    ("{{ it.text|plain }}", "a | &lt;b&gt; &amp; 1. “c”", "a \\| \\<b> & 1. “c”"),
    ("{{ '1. a'|blocks }}", "<p>1. a</p>", "1\\. a"),
    ("{{ it.href|url }}", "https://a.example/%C3%A9(z)", "https://a.example/%C3%A9\\(z\\)"),
    ("{{ ('#' ~ 'a_b')|url }}", "#a_b", "#a_b"),
    ("{{ 'javascript:x'|url }}{{ 'javascript:x' is linkable }}", "False", "False"),
    ("{{ _('Contents') }} {{ _('%(n)s of *', n=it.text) }}", None, 'Contents \\*a\\* \\| \\<b> & 1. "c" of \\*'),
    ("{{ ngettext('%(n)s day', '%(n)s days', 2) }}", "2 days", "2 days"),
    ("{{ open_quote }}x{{ close_quote }}", "“x”", "“x”"),
    ("{{ [it.start, '<i>']|join('; ') }}", "1. a\nb; &lt;i&gt;", "1\\. a b; \\<i>"),
    # What a macro wrote may be joined with words that nobody escaped yet.
    ("{% macro m() %}*m*{% endmacro %}{{ m() ~ it.text }}", None, '*m*\\*a\\* \\| \\<b> & 1. "c"'),
    ("{% macro m() %}*m*{% endmacro %}{{ m() + '<' }}", "*m*&lt;", "*m*\\<"),
    ("{% autoescape false %}{{ '<i>' ~ it.start }}{% endautoescape %}", "&lt;i&gt;1. a\nb", "\\<i>1. a b"),
    ("{% for n in it.many() %}{{ n if loop.last }}{% endfor %}", "99", "99"),
    ("{{ loop is defined }}", "False", "False"),
]


@pytest.mark.parametrize(("template", "as_html", "as_markdown"), TEMPLATES)
def test_a_template_is_safe_without_a_word_about_it(
    tmp_path: Path, template: str, as_html: str | None, as_markdown: str
) -> None:
    assert as_html is None or written(tmp_path, template) == as_html
    assert written(tmp_path, template, "markdown") == as_markdown


def test_markdown_has_quotations_and_items(tmp_path: Path) -> None:
    template = "- {{ 'a\n\nb'|blocks|indent(2) }}\n{{ 'a\n\nb'|blocks|quoted }}\n{{ '* x'|quoted }}"
    assert written(tmp_path, template, "markdown") == "- a\n\n  b\n> a\n>\n> b\n> \\* x"


# A template of somebody's own | what they are told.
WRONG = [
    ("a\n{{ titel }}", "The template page.j2, line 2, asks for “titel”, which is not there."),
    ("{{ it.titel }}", "The template page.j2, line 1, asks for “titel”, which is not there."),
    ("{% if titel %}{% endif %}", "The template page.j2, line 1, asks for “titel”, which is not there."),
    ("{{ titel() }}", "The template page.j2, line 1, asks for “titel”, which is not there."),
    ("{{ titel|inline }}", "The template page.j2, line 1, asks for “titel”, which is not there."),
    ("{{ titel is linkable }}", "The template page.j2, line 1, asks for “titel”, which is not there."),
    ("{{ it.nothing|words }}", "The template page.j2, line 1, takes something for words that is none."),
    ("{{ it.nothing }}", "The template page.j2, line 1, writes something that is not text."),
    ("{{ it }}", "The template page.j2, line 1, writes something that is not text."),
    (
        "\n{% if %}",
        "The template page.j2, line 2, cannot be read: Expected an expression, got 'end of statement block'.",
    ),
    ("{{ it.text|nope }}", "The template page.j2, line 1, cannot be read: No filter named 'nope'."),
    ("{{ it.text|safe }}", "The template page.j2, line 1, cannot be read: No filter named 'safe'."),
    ("{% include 'other.j2' %}", "There is no template other.j2."),
    ("{% include '../page.j2' %}", "There is no template ../page.j2."),
    ("{{ it.text.format() }}", "The template page.j2, line 1, calls something that templates may not."),
    ("{{ it.text.center(10 ** 9) }}", "The template page.j2, line 1, computes with “**”, which templates may not."),
    ("{{ it.text.ljust(1000000000) }}", "The template page.j2, line 1, calls something that templates may not."),
    ("{{ it.text * 1000000000 }}", "The template page.j2, line 1, computes with “*”, which templates may not."),
    ("{{ '%1000000000d' % 1 }}", "The template page.j2, line 1, computes with “%”, which templates may not."),
    ("{{ it.__class__ }}", "The template page.j2, line 1, asks for “__class__”, which is not there."),
    ("{{ it.text.__class__.__mro__ }}", "The template page.j2, line 1, asks for “__class__”, which is not there."),
    ("{{ namespace.__init__ }}", "The template page.j2, line 1, asks for “__init__”, which is not there."),
    ("{{ lipsum() }}", "The template page.j2, line 1, asks for “lipsum”, which is not there."),
    ("{{ range(9) }}", "The template page.j2, line 1, asks for “range”, which is not there."),
    ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "The template page.j2, line 1, calls itself without end."),
    (
        "{% for a in it.many() %}" * 4 + "{% endfor %}" * 4,
        "The template page.j2, line 1, goes round in loops for too long.",
    ),
    (
        "{% set all = namespace(x='xxxxxxxx') %}{% for n in it.many() %}{% set all.x = all.x ~ all.x %}{% endfor %}",
        "The template page.j2, line 1, writes without end.",
    ),
    (
        "{% set all = namespace(x='xxxxxxxx') %}{% for n in it.many() %}{% set all.x = all.x + all.x %}{% endfor %}",
        "The template page.j2, line 1, writes without end.",
    ),
    ("{{ it.many().count }}", "The template page.j2, line 1, writes something that is not text."),
    ("{{ 1 / 0 }}", "The template page.j2, line 1, does not work: division by zero."),
]


@pytest.mark.parametrize(("template", "message"), WRONG)
def test_a_template_that_does_not_work_is_told_with_its_line(tmp_path: Path, template: str, message: str) -> None:
    started = time.monotonic()
    with pytest.raises(PolicyctlError) as error:
        written(tmp_path, template)
    assert error.value.message == message
    assert error.value.hint
    assert time.monotonic() - started < 10


def test_templates_of_somebodys_own_come_first_and_those_of_a_format_before_the_rest(tmp_path: Path) -> None:
    own, packaged = tmp_path / "own", tmp_path / "packaged"
    for path, text in {
        packaged / "page.j2": "{% include 'a.j2' %} {% include 'b.j2' %} {% include 'c.j2' %}",
        packaged / "html" / "a.j2": "packaged a",
        packaged / "html" / "b.j2": "packaged b",
        packaged / "b.j2": "never",
        packaged / "html" / "c.j2": "packaged c",
        own / "html" / "a.j2": "own a",
        own / "c.j2": "own c",
    }.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    made = environment(HtmlWriter("en"), [own, packaged], NullTranslations())
    assert render_template(made, "page.j2") == "own a packaged b own c"


def test_a_link_that_leads_out_of_the_templates_is_no_template(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "page.j2").symlink_to(tmp_path / "secret")
    made = environment(HtmlWriter("en"), [folder], NullTranslations())
    with pytest.raises(PolicyctlError, match=r"The template page\.j2 is a link that leads out of its folder\."):
        render_template(made, "page.j2")


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"\xff", "is not saved as UTF-8"), (b"x" * 1_000_001, "is larger than 1 MB")],
    ids=["no UTF-8", "too large"],
)
def test_a_template_is_a_text_of_some_size(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "page.j2").write_bytes(data)
    made = environment(HtmlWriter("en"), [tmp_path], NullTranslations())
    with pytest.raises(PolicyctlError, match=message):
        render_template(made, "page.j2")


def test_a_style_sheet_escapes_as_style_sheets_do(tmp_path: Path) -> None:
    (tmp_path / "style.css").write_text('a { color: {{ a }}; content: "{{ b }}" }', encoding="utf-8")
    sandbox = Sandbox(escape_css, TemplateLoader([tmp_path], "html"))
    css = render_template(sandbox, "style.css", a="#0b6e4f", b='"}</style><b>')
    assert css == 'a { color: #0b6e4f; content: "\\22 \\7D \\3C \\2F style\\3E \\3C b\\3E " }'
