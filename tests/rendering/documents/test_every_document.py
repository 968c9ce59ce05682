"""Whatever a document says, it says in every format, and no link of it leads nowhere."""

import re
from itertools import pairwise

import pytest
from tests.printed import EXAMPLES, example, printed, structure

from policyctl.rendering.documents import DOCUMENTS

PAIRS = [
    (name, document)
    for name in EXAMPLES
    for document, made in DOCUMENTS.items()
    if document != "handbook" and not made.missing(example(name))
]


@pytest.mark.parametrize(("name", "document"), PAIRS)
def test_markdown_html_and_word_are_one_document(name: str, document: str) -> None:
    markdown = structure("markdown", printed(name, "markdown", document))
    html = structure("html", printed(name, "html", document))
    word = structure("docx", printed(name, "docx", document))
    assert markdown.headings == html.headings == word.headings
    assert markdown.links == html.links == word.links


@pytest.mark.parametrize(("name", "document"), PAIRS)
def test_headings_skip_no_level_and_links_lead_somewhere(name: str, document: str) -> None:
    page = printed(name, "html", document).decode()
    levels = [int(tag[1]) for tag, _ in structure("html", page.encode()).headings]
    assert levels[0] == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
    anchors = re.findall(r' id="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
    assert [target for target in re.findall(r'href="#([^"]+)"', page) if target not in anchors] == []
