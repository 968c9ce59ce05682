"""The page about the documents tells of each, with a picture that is there, and its own template works."""

import re
from pathlib import Path

import pytest
from tests.printed import example

from policyctl import library
from policyctl.rendering.documents import DOCUMENTS

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGE = (DOCS / "documents.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_is_told_of_with_a_picture(name: str) -> None:
    told = re.search(rf"^## {name}\b.*?(?=^## )", PAGE, re.MULTILINE | re.DOTALL)
    assert told
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", told[0])
    assert pictures
    assert [picture for picture in pictures if not (DOCS / picture).is_file()] == []


def test_the_document_of_ones_own_is_printed(tmp_path: Path) -> None:
    template = re.search(r"```jinja\n(.*?)```", PAGE, re.DOTALL)
    assert template
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "poster.j2").write_text(template[1], encoding="utf-8")
    page = library.render(example("corner-shop"), "poster", "markdown", templates=tmp_path).decode()
    assert "# How we look after people" in page
    assert "## 1 What we promise" in page
    assert "Answer the phone" in page
