"""Steps that their own times turn around are told, and a trial that is not as long as people are told."""

import pytest
from tests.rules.judging import HEAD, found, said

GERMAN = f"{HEAD}  language: de\n"

STAGE = """
complaints:
  stages:
    Our answer:
      by: Lead
      steps:
        A call: within %s of hearing from you
        Our answer in writing: within 10 working days of %s
roles: {Lead: Bea Orr}
"""


def test_a_step_ahead_of_the_answer_is_done_before_it() -> None:
    assert found("out-of-order", STAGE % ("12 working days", "hearing from you")) == ["6"]
    assert found("out-of-order", STAGE % ("2 working days", "hearing from you")) == []
    assert found("out-of-order", STAGE % ("12 working days", "the call")) == []


def test_a_step_behind_the_answer_may_be_later() -> None:
    stage = STAGE.replace("A call", "The answer").replace("Our answer in writing", "A look back")
    assert found("out-of-order", stage % ("12 working days", "hearing from you")) == []


@pytest.mark.parametrize(
    ("first", "then", "lines"),
    [
        ("Send the notice, ten days before", "Call, two weeks before", ["4"]),
        ("Send the notice, ten days before", "Call, three days before", []),
        ("Send the notice, ten days before the visit", "Call, two weeks before the bill", []),
        ("Ring the evening before", "Call, two weeks before", []),
    ],
)
def test_steps_before_an_event_come_in_their_order(first: str, then: str, lines: list[str]) -> None:
    assert found("out-of-order", f"procedures:\n  A shut-off:\n    - {first}\n    - {then}\n") == lines


PILOT = """
pilot:
  starts: 31 August 2026
  ends: %s
  told: %s
"""


def test_a_trial_is_as_long_as_people_are_told() -> None:
    told = "We are trying it out for four weeks. It is a test."
    assert [each for each in said(PILOT % ("13 September 2026", told)) if " out-of-order" in each] == [
        (
            "4 warning out-of-order: The trial is said to last four weeks, and from 31 August 2026 to 13 September 2026"
            " it is 14 days. The other stands in line 3. Mend whichever of the two is wrong."
        )
    ]
    assert found("out-of-order", PILOT % ("27 September 2026", told)) == []
    assert found("out-of-order", PILOT % ("13 September 2026", "Answers come after four weeks.")) == []


def test_a_german_trial() -> None:
    told = "Wir probieren vier Wochen lang etwas aus."
    assert found("out-of-order", PILOT % ("13. September 2026", told), GERMAN) == ["4"]
    assert found("out-of-order", PILOT % ("27. September 2026", told), GERMAN) == []


def test_nobody_is_done_before_somebody_is_there() -> None:
    rows = (
        "priorities: {Urgent: No water, Normal: A drip}\nstandards:\n  A repair:\n    rows:\n"
        "      We are with you: {milestone: seen, within: {Urgent: 1 working day, Normal: 5 working days}}\n"
        "      It is mended: {milestone: resolve, within: {Urgent: 2 working days, Normal: %s}}\n"
    )
    assert found("out-of-order", rows % "4 working days") == ["6"]
    assert found("out-of-order", rows % "15 working days") == []
