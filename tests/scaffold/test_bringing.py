"""An older text is laid beside the sections where it belongs, no word of it is lost, and its figures are answers."""

import time
import zipfile
from io import BytesIO
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyctl.errors import PolicyctlError
from policyctl.library import validate
from policyctl.rendering.language import LocaleFormatter
from policyctl.scaffold.answers import complete
from policyctl.scaffold.bringing import Brought, bring, section_of
from policyctl.scaffold.trades import load_trade
from policyctl.scaffold.writing import write_policy

FROM = Path(__file__).resolve().parents[1] / "cases" / "init" / "from"
RULES = (FROM / "rules.md").read_bytes()
SHOP = load_trade("en", "shop")
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_file(markdown: str) -> bytes:
    """A Word file of headings and paragraphs, as small as one can be."""

    def paragraph(text: str) -> str:
        style = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' if text.startswith("#") else ""
        return f"<w:p>{style}<w:r><w:t>{text.lstrip('#- ')}</w:t></w:r></w:p>"

    lines = (paragraph(line) for line in markdown.splitlines() if line.strip())
    package = BytesIO()
    with zipfile.ZipFile(package, "w") as made:
        body = "".join(lines)
        made.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    return package.getvalue()


def written(brought: Brought, language: str = "en") -> str:
    trade = load_trade(language, "shop")
    answers = complete(brought.answers.but(language=language, trade="shop"), trade)
    return write_policy(answers, trade, LocaleFormatter(language).gettext, brought)


def test_paragraphs_and_figures_find_their_places() -> None:
    brought = bring(RULES, "rules.md", "en", SHOP)
    assert brought.paragraphs == {
        "": ("Service rules of the corner shop", "When something goes wrong", "Our wifi password is on the fridge."),
        "mission": ("We are here to help everybody in the street.",),
        "hours": ("Opening hours", "We are open Monday to Saturday 8:00 to 18:30."),
        "standards": (
            "Answering",
            "Phone calls are answered within 5 rings.",
            "We reply to every email within two working days.",
        ),
        "discretion": (
            (
                "Staff may give a refund up to £15 without asking. Anything more goes to the manager. "
                "If a customer complains, the manager rings them the same day."
            ),
        ),
        "never": ("Never argue about the price of a lemon.",),
        "review": ("These rules are reviewed every year.",),
    }
    found = brought.answers
    assert (found.hours, found.may_give) == ("Monday to Saturday 8:00 to 18:30", "a refund up to £15")
    assert (found.within, found.review) == ({"Phone": "5 rings", "Email": "two working days"}, "every year")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("## How we help ##", "How we help"),
        ("# Room #4", "Room #4"),
        (f"# Prices{' ' * 50_000}of all ##", "Prices of all"),
        (f"# No{'#' * 9_000}1", f"No{'#' * 9_000}1"),
    ],
)
def test_a_heading_is_read_in_no_time(line: str, words: str) -> None:
    started = time.process_time()
    brought = bring(line.encode(), "rules.md", "en", SHOP)
    assert time.process_time() - started < 5
    assert [*chain(*brought.paragraphs.values())] == [words]


def test_it_stands_as_a_note_beside_its_section() -> None:
    text = written(bring(RULES, "rules.md", "en", SHOP))
    assert (
        "# What you are there for, in one sentence. Everything below serves it.\n#\n# From rules.md:\n"
        "#   We are here to help everybody in the street.\n#\nmission: "
    ) in text
    assert text.endswith(
        "review: every year\n\n#\n# From rules.md:\n#   Service rules of the corner shop\n"
        "#   When something goes wrong\n#   Our wifi password is on the fridge.\n#\n"
    )
    assert validate(text.encode()).findings == ()


def test_a_german_text_is_read_in_german() -> None:
    brought = bring((FROM / "regeln.txt").read_bytes(), "regeln.txt", "de", load_trade("de", "shop"))
    assert brought.answers.hours == "Montag bis Freitag 8:00 bis 18:00 Uhr"
    assert brought.answers.within == {"Telefon": "5 Klingeltönen", "E-Mail": "2 Werktagen"}
    assert {*brought.paragraphs} == {"", "hours", "standards", "discretion", "complaints"}
    text = written(brought, "de")
    assert "# Aus regeln.txt:\n" in text
    assert validate(text.encode()).errors == ()


def test_a_word_file_brings_the_same() -> None:
    from_word, from_text = bring(word_file(RULES.decode()), "rules.docx", "en", SHOP), bring(RULES, "", "en", SHOP)
    assert from_word.answers == from_text.answers
    assert {*from_word.paragraphs} == {*from_text.paragraphs}


@pytest.mark.parametrize(
    "data", [b"no zip", word_file("")[:60], b""], ids=["no archive", "an archive cut off", "nothing"]
)
def test_a_file_that_is_none_is_told(data: bytes) -> None:
    with pytest.raises(PolicyctlError, match="cannot be read as a Word file"):
        bring(data, "rules.docx", "en", SHOP)


@pytest.mark.parametrize("data", [b"%PDF-1.7\x00\x01", b"caf\xe9 closed", b"x" * 3_000_000])
def test_a_file_that_is_no_text_is_told(data: bytes) -> None:
    with pytest.raises(PolicyctlError, match="cannot be read as a text"):
        bring(data, "rules.pdf", "en", SHOP)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), min_size=1).filter(str.strip))
)
def test_no_word_is_lost_and_none_is_read_as_anything_but_a_note(paragraphs: list[str]) -> None:
    brought = bring("\n\n".join(paragraphs).encode(), "old.txt", "en", SHOP)
    text = written(brought)
    noted = " ".join(line[1:].strip() for line in text.splitlines() if line.startswith("#"))
    lost = [
        word for found in brought.paragraphs.values() for each in found for word in each.split() if word not in noted
    ]
    assert [word for word in lost if word.strip("#")] == []
    assert validate(text.encode()).policy == validate(written(Brought("", {}, brought.answers)).encode()).policy


@pytest.mark.parametrize(
    ("paragraph", "section"),
    [
        ("Smile, greet everybody by first name, and never use jargon.", "tone"),
        ("Personal data stays confidential.", "privacy"),
        ("Large print is at the counter.", "access"),
        ("The fridge hums.", ""),
    ],
)
def test_the_most_words_decide(paragraph: str, section: str) -> None:
    assert section_of(paragraph, "en") == section
