"""A sentence and the figure beside it say one thing; what is about something else, or left open, is not compared."""

import pytest
from tests.rules.judging import HEAD, found

GERMAN = f"{HEAD}  language: de\n"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            "{says: You hear from us every two hours., every: 4 hours}",
            "{says: We ring every two hours., every: 2 hours}",
        ),
        ("{says: News twice a day., every: 6 hours}", "{says: News twice a day., every: 12 hours}"),
        (
            "{says: 'We tell you five days before, and members two days before.', notice: 3 days}",
            "{says: 'We tell you five days before, and members two days before.', notice: 2 days}",
        ),
        ("{says: With a week's notice of 5 days., notice: 3 days}", "{says: With notice of 3 days., notice: 3 days}"),
        (
            "{says: Ready four days after you ask., within: 2 days}",
            "{says: Ready two days after you ask., within: 2 days}",
        ),
        ("{says: It takes five days., within: 2 days}", "{says: It holds for thirty days., within: 2 days}"),
        (
            "{says: We mend it in 6 weeks., within: 10 weeks}",
            "{says: We usually mend it in 6 weeks., within: 10 weeks}",
        ),
    ],
    ids=["every", "twice a day", "before", "notice", "after", "alone", "hedged"],
)
def test_a_promise_and_its_own_sentence(wrong: str, right: str) -> None:
    assert found("figures-disagree", f"standards:\n  Work on the line: {wrong}") == ["2"]
    assert found("figures-disagree", f"standards:\n  Work on the line: {right}") == []


@pytest.mark.parametrize(
    "entry",
    [
        "{says: 'If the water is off for more than four hours, we tell you.', notice: 48 hours}",
        "{says: 'Within five working days, and with the vet you ask for within ten.', within: 5 working days}",
        "{says: 'Once in 12 months we test it, and you hear within ten days.', within: 10 days}",
        "{says: 'Tell us three days before, and you pay nothing.', within: 5 days, notice: 3 days}",
        "{says: You have 14 days to decide., within: {Small: 14 days, Large: 30 days}}",
    ],
)
def test_a_sentence_may_name_another_time_as_well(entry: str) -> None:
    assert found("figures-disagree", f"terms:\n  Work on the line: {entry}") == []


def test_german_sentences_are_read_alike() -> None:
    news = "standards:\n  Nachricht: {says: Alle fünf Arbeitstage hören Sie von uns., every: %s}\n"
    assert found("figures-disagree", news % "10 Arbeitstage", GERMAN) == ["2"]
    assert found("figures-disagree", news % "5 Arbeitstage", GERMAN) == []
    notice = "terms:\n  Absagen: {says: 'Bis sieben Tage vorher kostet es nichts.', notice: %s}\n"
    assert found("figures-disagree", notice % "3 Tage", GERMAN) == ["2"]
    assert found("figures-disagree", notice % "7 Tage", GERMAN) == []


GROUP = """
terms:
  Returns:
    intro: %s
    rows:
      You changed your mind: {within: 30 days, after: you have it, late: We exchange it for up to %s.}
      It was a present: {within: %s, after: the day it was given}
"""


def test_what_a_group_says_of_all_its_rows() -> None:
    assert found("figures-disagree", GROUP % ("Sixty days for everybody.", "60 days", "30 days")) == ["3"]
    assert found("figures-disagree", GROUP % ("Thirty days for everybody.", "60 days", "30 days")) == []
    assert found("figures-disagree", GROUP % ("Sixty days for everybody.", "60 days", "60 days")) == []
    assert found("figures-disagree", GROUP % ("Keep it for three days.", "60 days", "30 days")) == []


def test_whoever_is_later_has_longer() -> None:
    assert found("figures-disagree", GROUP % ("For everybody.", "20 days", "30 days")) == ["5"]
    assert found("figures-disagree", GROUP % ("For everybody.", "60 days", "30 days")) == []
