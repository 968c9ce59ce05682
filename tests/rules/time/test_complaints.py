"""Dated steps of a complaint: the longest way and not the sum."""

import pytest
from tests.rules.judging import HEAD, said

_PUBLISHED = f"{HEAD}  status: published\n"


def _told(steps: str, more: str = "", above: str = "") -> list[str]:
    policy = f"complaints:\n{above}  stages:\n    Our answer:\n{more}      steps:\n"
    lines = "".join(f"        {line}\n" for line in steps.strip().splitlines())
    return [line for line in said(policy + lines, _PUBLISHED) if " too-late" in line.split(":")[0]]


_STEPS = """
Letter:
  milestone: acknowledge
  within: 3 working days
  after: received
Meeting:
  within: 10 working days
  after: Letter
Answer:
  milestone: full-reply
  within: {}
  after: {}
"""


def test_steps_that_follow_from_one_another_take_longer_than_the_answer_below_them() -> None:
    assert _told(_STEPS.format("10 working days", "received")) == [
        (
            "10 error too-late: “Letter” and then “Meeting” may take 13 working days together, and "
            "“Answer” below them is promised within 10 working days of the complaint. The other stands in line 14. "
            "Make a step shorter, count it after something earlier, or promise longer for the whole."
        )
    ]


@pytest.mark.parametrize(
    ("limit", "after"),
    [("13 working days", "received"), ("3 weeks", "received"), ("5 working days", "Meeting"), ("1 day", "our call")],
)
def test_steps_that_fit_in_or_are_counted_after_something_else_are_left_alone(limit: str, after: str) -> None:
    assert _told(_STEPS.format(limit, after)) == []


def test_steps_that_run_side_by_side_do_not_add_up() -> None:
    steps = _STEPS.format("12 working days", "received").replace("after: Letter", "after: received")
    assert _told(steps) == []


def test_a_step_that_happens_in_some_cases_only_holds_nobody_up() -> None:
    steps = _STEPS.format("10 working days", "received").replace("Meeting:\n", "Meeting:\n  when: You would like one\n")
    assert _told(steps) == []


@pytest.mark.parametrize(
    "words",
    [
        "You have our answer within 10 working days in all.",
        "From start to finish it takes two weeks.",
        "Alles in allem dauert es 10 Arbeitstage.",
    ],
)
def test_what_the_stage_says_of_the_whole_is_held_against_its_steps(words: str) -> None:
    (told,) = _told(_STEPS.format("2 working days", "Meeting"), f"      says: {words}\n")
    assert "“Letter”, “Meeting” and then “Answer” may take 15 working days together" in told


@pytest.mark.parametrize(
    "words",
    ["We answer within 10 working days of the letter.", "In all, three weeks.", "In all, two people read it."],
)
def test_other_words_of_the_stage_are_no_total(words: str) -> None:
    assert _told(_STEPS.format("2 working days", "Meeting"), f"      says: {words}\n") == []


def test_all_stages_are_held_against_what_is_said_of_all_but_not_those_that_may_be_left_out() -> None:
    review = "    Review:\n      optional: {}\n      steps:\n        Position:\n          within: 20 working days\n"
    whole = "  says: The whole procedure takes five weeks.\n"
    steps = _STEPS.format("2 working days", "Meeting")
    policy = f"complaints:\n{whole}  stages:\n    Our answer:\n      steps:\n"
    policy += "".join(f"        {line}\n" for line in steps.strip().splitlines())
    for optional, count in (("no", 1), ("yes", 0)):
        found = said(policy + review.format(optional), _PUBLISHED)
        assert len([line for line in found if "too-late" in line]) == count


def test_a_promise_elsewhere_is_held_against_the_answer_of_the_first_stage() -> None:
    standards = "standards:\n  Complaints answered:\n    milestone: full-reply\n    within: 10 working days\n"
    steps = "".join(f"        {line}\n" for line in _STEPS.format("2 working days", "Meeting").strip().splitlines())
    policy = f"{standards}complaints:\n  stages:\n    Our answer:\n      steps:\n{steps}"
    (told,) = [line for line in said(policy, _PUBLISHED) if "too-late" in line]
    assert "“Complaints answered” promises 10 working days" in told
    other = policy.replace("Complaints answered", "Letters answered")
    assert [line for line in said(other, _PUBLISHED) if "too-late" in line] == []


def test_steps_that_turn_in_a_circle_end_nowhere() -> None:
    steps = "One:\n  within: 3 days\n  after: Two\nTwo:\n  within: 3 days\n  after: One"
    assert _told(steps, "      says: Two days in all.\n") == []
