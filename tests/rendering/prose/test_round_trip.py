"""Whatever an author types, every parser of Markdown reads back what the HTML shows."""

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from policyctl.rendering import prose
from policyctl.rendering.prose import markdown
from policyctl.rendering.prose.tree import Paragraph, flatten, from_tokens

ANYBODY = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = {"paragraph", "bullet_list", "ordered_list", "list_item", "em", "strong", "link"}
WHOLE = {"inline", "text", "softbreak", "hardbreak", "code_inline"}

SIGNS = st.sampled_from("ab1é \n*_`[]()<>#-+=~|\\!&;:.\"'/“")
PHRASES = st.sampled_from(
    ["**", "__", "- ", "\n- ", "\n  - ", "\n1. ", "\n\n", "    ", "...", " - ", "![", "```", "---", "<b>", "&amp;",
     "](http://x.example)", "[a](mailto:b@c.example)", "https://a.example/_c_", "| a |\n|---|\n"]
)  # fmt: skip
TEXTS = st.lists(SIGNS | PHRASES, max_size=25).map("".join)


def kinds(page: str) -> set[str]:
    tokens = ANYBODY.parse(page)
    every = [*tokens, *(child for token in tokens for child in token.children or ())]
    return {token.type.removesuffix("_open").removesuffix("_close") for token in every}


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_blocks_are_read_back_as_they_are(text: str) -> None:
    shown = prose.parse(text, "en")
    page = markdown.blocks(shown)
    assert kinds(page) <= OURS | WHOLE
    assert from_tokens(ANYBODY.parse(page)) == shown


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_one_line_is_read_back_as_it_is(text: str) -> None:
    shown = flatten(prose.parse(text, "en"))
    page = markdown.inline(shown)
    assert "\n" not in page
    assert from_tokens(ANYBODY.parse(page)) == ((Paragraph(shown),) if shown else ())


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_plain_words_are_no_structure_in_a_line_a_heading_or_a_cell(text: str) -> None:
    words = markdown.escape(text).strip()
    page = f"{words}\n\n# {words}\n\n| a | b |\n|---|---|\n| {words} | {words} |\n"
    tokens = ANYBODY.parse(page)
    inside = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inside} <= {"text"}
    assert [token.type for token in tokens if token.type in ("heading_open", "table_open")] == [
        "heading_open",
        "table_open",
    ]
    assert sum(token.type == "td_open" for token in tokens) == 2
    shown = {token.content for token in tokens if token.type == "inline"} - {"a", "b"}
    assert len(shown) <= 2  # a pipe is told in another way in a table
