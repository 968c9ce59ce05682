"""Markdown, HTML and Word are the same document, and no text of an author changes what it is made of."""

from itertools import pairwise

import pytest
from tests.printed import EXAMPLES, Structure, print_policy, printed, structure

from policyctl.schema import read


@pytest.mark.parametrize("name", EXAMPLES)
def test_markdown_and_word_have_the_structure_of_the_html(name: str) -> None:
    markdown, html, word = (structure(form, printed(name, form)) for form in ("markdown", "html", "docx"))
    assert markdown.headings == html.headings == word.headings
    assert markdown.links == html.links == word.links
    assert [table for table in markdown.tables if table not in html.tables] == []


HARMLESS = "harmless words"
HOSTILE = (
    "a | b",
    "*",
    "**bold",
    "# heading",
    "<b>bold</b>",
    "1. one",
    "- one",
    "> said",
    "`code",
    "a\nb",
    "[x](y",
    "&amp;",
    "---",
    "~~~",
    "\\",
)


def shape(text: str) -> tuple[Structure, Structure, Structure]:
    """How a policy is built that says a text in a name, a sentence, a cell, a list, a step and a speech."""
    data = {
        "policyctl": "1",
        "policy": {"title": text, "organisation": text, "owner": text},
        "values": {text: text},
        "standards": {text: {"within": "2 hours", "when_missed": text, "note": text}},
        "procedures": {text: [text, {"do": text, "say": text, "record": text}, {"within": "2 hours"}]},
        "tone": {
            "words": [{"avoid": text, "say": text}],
            "samples": {text: {"avoid": text, "say": text, "because": text}},
        },
        "never": [text, text],
        "glossary": {text: text},
    }
    policy = read(data).policy
    assert policy
    pages = print_policy(policy, "markdown", "html", "docx")
    return structure("markdown", pages["markdown"]), structure("html", pages["html"]), structure("docx", pages["docx"])


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_changes_the_structure(text: str) -> None:
    markdown, html, word = shape(text)
    expected, _, as_word = shape(HARMLESS)
    assert markdown == html
    assert sizes(markdown) == sizes(expected)
    assert (word.headings, word.links) == (html.headings, html.links)
    assert sizes(word) == sizes(as_word)


def sizes(built: Structure) -> tuple[list[str], list[list[int]], int, int]:
    """The structure without its words."""
    tables = [[len(row) for row in table] for table in built.tables]
    return [level for level, _ in built.headings], tables, len(built.items), len(built.links)


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_heading_skips_a_level(name: str) -> None:
    levels = [int(tag[1]) for tag, _ in structure("html", printed(name, "html")).headings]
    assert levels[0] == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
