"""What an author types, and what HTML, Markdown and the typography of each language make of it."""

import pytest

from policyctl.rendering import prose
from policyctl.rendering.prose import html, markdown
from policyctl.rendering.prose.tree import flatten

# What is typed | as HTML | as Markdown.
BLOCKS = [
    ("", "", ""),
    ("Come in.", "<p>Come in.</p>", "Come in."),
    ("One\nline.", "<p>One line.</p>", "One line."),
    ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>", "One.\n\nTwo."),
    ("One\\\nTwo", "<p>One<br>Two</p>", "One\\\nTwo"),
    ("*soft* and **loud**", "<p><em>soft</em> and <strong>loud</strong></p>", "*soft* and **loud**"),
    ("_soft_ and __loud__", "<p><em>soft</em> and <strong>loud</strong></p>", "*soft* and **loud**"),
    ("***both***", "<p><em><strong>both</strong></em></p>", "***both***"),
    ("press `F5`", "<p>press <code>F5</code></p>", "press `F5`"),
    ("`` ` ``", "<p><code>`</code></p>", "`` ` ``"),
    ("`a|b`", "<p>a|b</p>", "a\\|b"),
    ("snake_case, 2*3*4", "<p>snake_case, 2<em>3</em>4</p>", "snake_case, 2*3*4"),
    # Emphasis that Markdown could not tell again in other words is none.
    ("https://a.example/_c_**_**", "<p>https://a.example/c_</p>", "https://a.example/c\\_"),
    ("[_c_**_**](tel:1) `x`", '<p><a href="tel:1">c_</a> <code>x</code></p>', "[c\\_](tel:1) `x`"),
    ("- x\n  - _c_**_**", "<ul><li>x<ul><li>c_</li></ul></li></ul>", "- x\n  - c\\_"),
    # Links lead to the web, a mailbox or a telephone; any other is what was typed.
    ("[us](https://a.example/x_y)", '<p><a href="https://a.example/x_y">us</a></p>', "[us](https://a.example/x_y)"),
    ("[us](mailto:a@b.example)", '<p><a href="mailto:a@b.example">us</a></p>', "[us](mailto:a@b.example)"),
    ("[ring](tel:+4420)", '<p><a href="tel:+4420">ring</a></p>', "[ring](tel:+4420)"),
    ("[x](https://a.example/(b)c)", '<p><a href="https://a.example/(b)c">x</a></p>', "[x](https://a.example/\\(b\\)c)"),
    (
        '[x](https://a.example "y")',
        '<p><a href="https://a.example" title="y">x</a></p>',
        '[x](https://a.example "y")',
    ),
    ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>", "\\[x\\](javascript:alert(1))"),
    ("[x](//a.example)", "<p>[x](//a.example)</p>", "\\[x\\](//a.example)"),
    ("[x](file:///etc/passwd)", "<p>[x](file:///etc/passwd)</p>", "\\[x\\](file:///etc/passwd)"),
    ("[x]()", "<p>[x]()</p>", "\\[x\\]()"),
    ("[x][y]\n\n[y]: https://a.example", "<p>[x][y]</p>\n<p>[y]: https://a.example</p>", None),
    ("![x](https://a.example/b.png)", "<p>![x](https://a.example/b.png)</p>", "!\\[x\\](https://a.example/b.png)"),
    ("Stop\\![x](https://a.example)", '<p>Stop!<a href="https://a.example">x</a></p>', "Stop\\![x](https://a.example)"),
    ("<https://a.example>", "<p>&lt;https://a.example&gt;</p>", "\\<https://a.example>"),
    ("see https://a.example/a_b", "<p>see https://a.example/a_b</p>", "see https://a.example/a_b"),
    # One line is never a list, a heading or a table.
    ("- foo", "<p>- foo</p>", "\\- foo"),
    ("1. foo", "<p>1. foo</p>", "1\\. foo"),
    ("# foo", "<p># foo</p>", "\\# foo"),
    ("> foo", "<p>&gt; foo</p>", "\\> foo"),
    ("---", "<p>---</p>", "\\---"),
    ("#1 of 3", "<p>#1 of 3</p>", "#1 of 3"),
    ("-5 °C", "<p>-5 °C</p>", "-5 °C"),
    ("1.5 m", "<p>1.5 m</p>", "1.5 m"),
    # Several lines with a list in them are one.
    ("- a\n- b", "<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
    ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
    ("3) a\n4) b", '<ol start="3"><li>a</li><li>b</li></ol>', "3. a\n4. b"),
    ("Bring:\n- a\n- b", "<p>Bring:</p>\n<ul><li>a</li><li>b</li></ul>", "Bring:\n\n- a\n- b"),
    ("- a\n  - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
    ("- a\n\n  b\n- c", "<ul><li><p>a</p>\n<p>b</p></li><li>c</li></ul>", "- a\n\n  b\n\n- c"),
    ("- a\n* b", "<ul><li>a</li></ul>\n<ul><li>b</li></ul>", "- a\n\n* b"),
    # Everything else of Markdown and all of HTML is text.
    ("a\n===", "<p>a ===</p>", "a ==="),
    ("    four spaces", "<p>four spaces</p>", "four spaces"),
    ("```\ncode\n```", "<p><code>code</code></p>", "`code`"),
    ("a | b\n--|--\nc | d", "<p>a | b --|-- c | d</p>", "a \\| b --\\|-- c \\| d"),
    ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>", "\\<b>x\\</b>"),
    ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", "\\<script>alert(1)\\</script>"),
    ("&amp; &lt; &", "<p>&amp;amp; &amp;lt; &amp;</p>", "\\&amp; \\&lt; &"),
    ("~~gone~~", "<p>~~gone~~</p>", "\\~\\~gone\\~\\~"),
    ("{{ 7*7 }}", "<p>{{ 7*7 }}</p>", "{{ 7\\*7 }}"),
]


@pytest.mark.parametrize(("typed", "as_html", "as_markdown"), BLOCKS)
def test_blocks(typed: str, as_html: str, as_markdown: str | None) -> None:
    tree = prose.parse(typed, "en")
    assert html.blocks(tree) == as_html
    assert as_markdown is None or markdown.blocks(tree) == as_markdown


# What is typed | in one line of HTML | in one line of Markdown.
INLINE = [
    ("a\n\n*b*", "a <em>b</em>", "a *b*"),
    ("a\\\nb", "a b", "a b"),
    ("Bring:\n- a\n- b\n  - c", "Bring: a; b c", "Bring: a; b c"),
    ("1. a\n2. b", "a; b", "a; b"),
    ("1. foo", "1. foo", "1\\. foo"),
]


@pytest.mark.parametrize(("typed", "as_html", "as_markdown"), INLINE)
def test_inline(typed: str, as_html: str, as_markdown: str) -> None:
    line = flatten(prose.parse(typed, "en"))
    assert html.inline(line) == as_html
    assert markdown.inline(line) == as_markdown


def test_plain_is_what_a_reader_sees() -> None:
    typed = '"Look" at *this* [page](https://a.example):\n- `a-b`\n- c'
    assert prose.plain(typed, "de") == "„Look“ at this page: a-b; c"


def test_lists_are_no_deeper_than_four_levels_and_lose_nothing() -> None:
    typed = "\n".join(f"{'  ' * depth}- level {depth}" for depth in range(40))
    shown = html.blocks(prose.parse(typed, "en"))
    assert shown.count("<ul>") == 4
    assert all(f"level {depth}<" in shown for depth in range(40))
    assert html.blocks(prose.parse("- - - - *x*\n- y", "en")).count("<em>x</em>") == 1
    assert prose.plain("+ + + + + + deep\n+ x") == "+ + deep; x"


def test_a_text_with_a_thousand_brackets_is_shown_as_it_is() -> None:
    typed = "[" * 1000 + "*x*" + "](https://a.example)" * 1000
    assert prose.plain(typed) == typed
    assert prose.plain("*x*") == "x"


# Marks as people type them | and as each language sets them.
TYPESET = [
    ("en", "We don't", "We don’t"),
    ("en", "the '90s, 5' wide", "the '90s, 5' wide"),
    ("en", 'Say "yes" (or "no")', "Say “yes” (or “no”)"),
    ("en", '"*Yes*", he said', "“Yes”, he said"),
    ("en", 'a 12" pizza', 'a 12" pizza'),
    ("de", 'Sag "ja"', "Sag „ja“"),
    ("de-AT", 'Sag "ja"', "Sag „ja“"),
    ("fr", 'Dites "oui"', "Dites «\u202foui\u202f»"),
    ("xx", 'Say "yes"', "Say “yes”"),
    ("en", "Wait... please", "Wait… please"),
    ("en", "Wait.... please", "Wait.... please"),
    ("en", "9 - 5, well-known, a -b", "9 – 5, well-known, a -b"),
    ("en", '`a - "b"...` - c', 'a - "b"... – c'),
    ("en", "https://a.example/it's... - x", "https://a.example/it's... – x"),
    ("en", "o'neil's@a.example isn't", "o'neil's@a.example isn’t"),
]


@pytest.mark.parametrize(("language", "typed", "shown"), TYPESET)
def test_words_are_set_out_in_their_language(language: str, typed: str, shown: str) -> None:
    assert prose.plain(typed, language) == shown


def test_a_link_keeps_its_address() -> None:
    tree = prose.parse("[it's...](https://a.example/it's...)", "en")
    assert html.blocks(tree) == '<p><a href="https://a.example/it&#39;s...">it’s…</a></p>'


# Words of more than 30 letters may break.
LONG = [
    ("x" * 30, "x" * 30),
    ("x" * 45, f"{'x' * 20}<wbr>{'x' * 20}<wbr>xxxxx"),
    ("https://shop.example/returns-and-refunds", "https://<wbr>shop.<wbr>example/<wbr>returns-<wbr>and-<wbr>refunds"),
    ("<" * 31, f"{'&lt;' * 20}<wbr>{'&lt;' * 11}"),
    ("e\u0301" * 20, "e\u0301" * 10 + "<wbr>" + "e\u0301" * 10),
]


@pytest.mark.parametrize(("typed", "shown"), LONG)
def test_long_words_may_break(typed: str, shown: str) -> None:
    assert html.with_breaks(typed) == shown
