"""An older text that somebody sends as a Word file may be anything: it is read in little time and memory, or told."""

import zipfile
from io import BytesIO
from itertools import pairwise
from time import thread_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyctl.errors import PolicyctlError
from policyctl.scaffold.bringing import bring
from policyctl.scaffold.trades import load_trade

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = "word/document.xml"
SHOP = load_trade("en", "shop")
SECONDS = 20.0
"""Three times of what the slowest takes; what is worse than linear takes minutes."""


def packed(*parts: tuple[str, str | bytes]) -> bytes:
    """An archive of these parts, as small as it can be."""
    package = BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts:
            made.writestr(name, data)
    return package.getvalue()


def document(inside: str, head: str = "") -> bytes:
    """A Word file whose body holds this, with something before it."""
    return packed((BODY, f'{head}<w:document xmlns:w="{WORD}"><w:body>{inside}</w:body></w:document>'))


def paragraph(text: str) -> str:
    """A paragraph of one run."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def entities(count: int) -> str:
    """Entities of which each is ten times the one before."""
    names = "abcdefghijk"[:count]
    each = (f'<!ENTITY {later} "{f"&{before};" * 10}">' for before, later in pairwise(names))
    return f'<!DOCTYPE d [<!ENTITY a "lol">{"".join(each)}]>'


def linked(to: str) -> bytes:
    """An archive in which the body is a symbolic link."""
    package = BytesIO()
    with zipfile.ZipFile(package, "w") as made:
        link = zipfile.ZipInfo(BODY)
        link.external_attr = 0o120777 << 16
        made.writestr(link, to)
    return package.getvalue()


REFUSED = {
    "a hundred megabytes of zeros": lambda: packed((BODY, b"\0" * 100_000_000)),
    "entities of entities": lambda: document(paragraph("&k;"), entities(11)),
    "one long entity many times": lambda: document(
        paragraph("&a;" * 300_000), f'<!DOCTYPE d [<!ENTITY a "{"x" * 10_000}">]>'
    ),
    "an entity from a file": lambda: document(
        paragraph("&a;"), '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hosts">]>'
    ),
    "an entity from the net": lambda: document(
        paragraph("&a;"), '<!DOCTYPE d SYSTEM "https://a.example/a.dtd" [<!ENTITY a SYSTEM "https://a.example/">]>'
    ),
    "no body": lambda: packed(("word/styles.xml", "<a/>")),
    "a body in another place": lambda: packed(("../../word/document.xml", "<a/>"), ("/word/document.xml", "<a/>")),
    "a body that is a link": lambda: linked("/etc/hosts"),
    "a body that does not end": lambda: packed((BODY, "<w:document>")),
    "a code that nobody reads": lambda: packed((BODY, b'<?xml version="1.0" encoding="Shift_JIS"?><a/>')),
    "a code that nobody knows": lambda: packed((BODY, b'<?xml version="1.0" encoding="a"?><a/>')),
    "an archive in an archive": lambda: packed((BODY, packed((BODY, "<a/>")))),
    "paragraphs without a number": lambda: document("<w:p/>" * 3_000_000),
    "a text without an end": lambda: document(paragraph("we reply within 2 days. " * 700_000)),
}
READ = {
    "paragraphs in paragraphs": lambda: document("<w:p>" * 300_000 + "</w:p>" * 300_000),
    "no paragraph": lambda: packed((BODY, "<a/>")),
    "text in no paragraph": lambda: document("<w:t>never</w:t>"),
    "much": lambda: document(paragraph("We reply to every email within 2 days.") * 4_000),
    "as much as there may be": lambda: document(paragraph("We reply to every email within 2 days.") * 25_000),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_letter_is_told(name: str) -> None:
    data = REFUSED[name]()
    started = thread_time()
    with pytest.raises(PolicyctlError, match=r"cannot be read as a Word file|is longer than any policy") as refused:
        bring(data, "rules.docx", "en", SHOP)
    assert refused.value.hint
    assert thread_time() - started < SECONDS


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.hostile) if name == "as much as there may be" else name for name in READ],
)
def test_what_is_strange_is_read_in_little_time(name: str) -> None:
    data = READ[name]()
    started = thread_time()
    bring(data, "rules.docx", "en", SHOP)
    assert thread_time() - started < SECONDS


def test_a_text_box_in_a_paragraph_loses_nothing() -> None:
    inside = (
        f"<w:p><w:r><w:t>Never argue.</w:t></w:r>{paragraph('We greet everybody.')}<w:r><w:t> Smile.</w:t></w:r></w:p>"
    )
    found = bring(document(inside), "rules.docx", "en", SHOP).paragraphs
    assert sorted(text for texts in found.values() for text in texts) == ["Never argue. Smile.", "We greet everybody."]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_whatever_is_changed_in_a_file_it_is_read_or_told(data: st.DataObject) -> None:
    file = bytearray(document(paragraph("We reply to every email within 2 days.") * 20))
    for _ in range(data.draw(st.integers(1, 6))):
        file[data.draw(st.integers(0, len(file) - 1))] = data.draw(st.integers(0, 255))
    try:
        bring(bytes(file), "rules.docx", "en", SHOP)
    except PolicyctlError as refused:
        assert refused.hint  # noqa: PT017  Most changes are told, and some are none to a reader.
