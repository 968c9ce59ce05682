"""An abbreviation that is nowhere explained is told once; what everybody knows is left alone."""

import pytest
from tests.rules.judging import said


def test_an_abbreviation_is_told_once_with_how_often_it_stands() -> None:
    policy = "always:\n  - Read the CSAT.\n  - Talk about the CSAT.\n  - Forget the CSAT."
    assert said(policy) == [
        (
            "2 info unexplained-abbreviation: “CSAT” is nowhere explained, here and in 2 more texts. "
            "Write it out once, with “CSAT” in brackets behind it, or add it to the `glossary`."
        )
    ]


@pytest.mark.parametrize(
    "policy",
    [
        "always:\n  - Read the customer satisfaction (CSAT).\n  - A CSAT of 4 is good.",
        "always:\n  - CSAT (customer satisfaction) is read weekly.\n  - Read the CSAT.",
        "always:\n  - Read the CSAT. CSAT stands for satisfaction.",
        "always:\n  - Read the CSAT.\nglossary:\n  CSAT: How happy they are",
        "always:\n  - Read the CSAT.\ntone:\n  plain_words:\n    CSAT: how happy you are",
        "always:\n  - Send a PDF by SMS to the UK and the EU, in EUR, at 9 AM.",
        "always:\n  - Do NOT ask twice.",
        "always:\n  - The ISO 10002 asks for it, and the QWX 12 as well.",
        "always:\n  - They live in SW1A 1AA, at AB12 3CD.",
        "always:\n  - Order AB-1234 is the one, in Building C.",
        "always:\n  - Click `CSAT` at the top.",
        "always:\n  - READ THIS FIRST, and then ring.",
        "always:\n  - Books by JK Kerrigan and E Marsh are kept for them.",
        "always:\n  - The OPEN days, and the open ones.",
    ],
)
def test_explained_and_well_known_ones_are_left_alone(policy: str) -> None:
    assert said(policy) == []


def test_names_are_no_abbreviations() -> None:
    head = "policy:\n  title: How we look after you\n  organisation: QWX Books\n  schemes: The ABTA code\n"
    assert said("always:\n  - Whoever rings QWX hears of ABTA.", head) == []


def test_several_abbreviations_are_one_finding() -> None:
    (found,) = said("always:\n  - Read the QA first.\n  - Read the QB first.\n  - Read the QA again.\n")
    assert found == (
        "2 info unexplained-abbreviation: “QA” and “QB” are nowhere explained. "
        "Write each out once, as in “… (QA)”, or add them to the `glossary`."
    )
    (many,) = said("always:\n" + "".join(f"  - Read the Q{letter} first.\n" for letter in "ABDEFGHIJKLMNP"))
    assert "“QM” and 2 more are nowhere explained" in many
