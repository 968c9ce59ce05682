"""What is owed says how much, for what and by when, and whoever pays has promised."""

import pytest
from tests.rules.judging import rules, said


def test_who_pays_has_promised() -> None:
    policy = "standards:\n  First reply:\n    {}\n    within: 4 minutes\n    remedy: {}"
    assert rules(policy.format("firmness: aim", "£5")) == ["3 aim-with-payment"]
    assert rules(policy.format("says: We try to answer.", "£5")) == ["3 aim-with-payment"]
    assert said(policy.format("firmness: will", "£5")) == []
    assert said(policy.format("firmness: aim", "We say sorry.")) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("We aim to ring within an hour. If we do not, you get a credit of £50.", ["2 aim-with-payment"]),
        ("Wir bemühen uns, pünktlich zu sein. Sonst erhalten Sie 20 € zurück.", ["2 aim-with-payment"]),
        ("We aim to ring the same day. If you do not answer, we write. A letter costs £1.", []),
        ("We aim to ring the same day. Delivery is £5.", []),
    ],
)
def test_a_sentence_that_aims_and_pays(sentence: str, found: list[str]) -> None:
    assert [each for each in rules(f"standards:\n  Calls: {sentence}") if "aim" in each] == found


@pytest.mark.parametrize(
    ("remedy", "line"),
    [
        ("Late: compensation", ["2 remedy-half-said"]),
        ("Late: eine angemessene Entschädigung", ["2 remedy-half-said"]),
        ("Late:\n    gives: £20\n    automatic: yes", ["4 remedy-half-said"]),
        ("- £20", ["2 remedy-half-said"]),
    ],
)
def test_what_is_owed_says_how_much_for_what_and_by_when(remedy: str, line: list[str]) -> None:
    assert rules(f"remedies:\n  {remedy}") == line


@pytest.mark.parametrize(
    "remedy",
    [
        "Late: £5", "Late: the price of the ticket", "Late: half of that night's rate", "Late: an apology",
        "Late:\n    gives: compensation\n    up_to: £100",
        "Late:\n    gives: a voucher\n    note: Decided case by case.",
        "Late:\n    gives: £20\n    automatic: yes\n    paid_within: 10 days",
        "Late:\n    gives: £20 off your next bill\n    automatic: yes",
        "Late:\n    gives: £20, within 10 working days\n    automatic: yes",
        "Late:\n    gives: A bicycle on loan\n    automatic: yes",
        "Late:\n    rows:\n      - £20\n      - £40", "- gives: £20\n    when: We are late",
    ],
)  # fmt: skip
def test_what_is_owed_in_things_or_with_all_its_parts_is_left_alone(remedy: str) -> None:
    assert said(f"remedies:\n  {remedy}") == []
