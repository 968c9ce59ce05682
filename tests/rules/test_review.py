"""A policy that is looked at again too late, too seldom or by the calendar alone is told; one that is kept is not."""

import pytest
from tests.rules.judging import HEAD, said

_HANDBOOK = f"{HEAD}  kind: handbook\n  version: 1.2\n  effective: 1 October 2026\n"


def test_a_review_whose_day_has_passed_is_told_with_the_day() -> None:
    assert said("review:\n  every: 6 months\n  next: 1 September 2026", f"{HEAD}  status: published\n") == [
        (
            "3 warning review-due: The day of the review, 1 September 2026, has passed. "
            "Hold it, and write a day after 23 November 2026 here; what was decided belongs under `log`."
        )
    ]


@pytest.mark.parametrize(
    ("review", "head", "found"),
    [
        ("every: 6 months", "effective: 1 March 2026", 1),
        ("every: twice a year", "effective: 1 March 2026", 1),
        ("every: 6 months", "effective: 1 June 2026", 0),
        ("every: year", "effective: 1 March 2026", 0),
        ("every: 6 months\n  log:\n    Summer:\n      on: 1 August 2026", "effective: 1 March 2026", 0),
        ("every: 6 months\n  log:\n    Summer: Keep the limits", "effective: 1 March 2026", 0),
        ("every: 6 months\n  next: 1 March 2027", "effective: 1 March 2026", 0),
        ("every: 6 months", "owner: Rosa", 0),
        ("every: 6 months", "effective: 1 March 2026\n  status: retired", 0),
    ],
)
def test_a_review_of_which_nothing_tells_is_asked_after(review: str, head: str, found: int) -> None:
    told = said(f"review:\n  {review}\nroles:\n  Rosa: Owner", f"{HEAD}  {head}\n")
    assert len([each for each in told if "nothing says that it was since 1 March 2026" in each]) == found


@pytest.mark.parametrize(
    ("day", "when"),
    [("23 November 2026", "today"), ("24 November 2026", "tomorrow"), ("24 December 2026", "in 31 days")],
)
def test_a_review_within_a_month_is_announced(day: str, when: str) -> None:
    assert said(f"review:\n  next: {day}") == [
        f"2 info review-due: The review is due {when}, on {day}. Ask everybody for a time."
    ]


@pytest.mark.parametrize("review", ["next: 25 December 2026", "next: 2027-11-23", "every: 6 months", "every: year"])
def test_a_review_that_is_later_and_not_too_late_is_in_time(review: str) -> None:
    assert said(f"review:\n  {review}") == []


@pytest.mark.parametrize(
    "often", ["every 6 months", "yearly", "every 12 months", "52 weeks", "twice a year", "365 days"]
)
def test_once_a_year_is_often_enough(often: str) -> None:
    assert said(f"review: {often}") == []


@pytest.mark.parametrize(
    "often", ["every 13 months", "every 2 years", "every 18 months", "every other year", "2 Jahre"]
)
def test_less_than_once_a_year_is_too_rare(often: str) -> None:
    (found,) = said(f"review: {often}")
    assert found.startswith("1 info review-too-rare: This policy is looked at again every ")


def test_a_day_beyond_a_year_is_too_far_off_where_nothing_says_how_often() -> None:
    assert said("review:\n  next: 1 March 2029") == [
        (
            "2 info review-too-rare: The next review is on 1 March 2029, more than a year from now. "
            "Name an earlier day; six months from now is usual."
        )
    ]


@pytest.mark.parametrize("kind", ["charter", "[complaints, terms]", "support"])
def test_what_is_no_handbook_may_have_a_slower_rhythm(kind: str) -> None:
    head = f"{HEAD}  kind: {kind}\n  status: published\n"
    assert said("review:\n  every: 2 years\n  next: 1 March 2028", head) == []


def test_a_retired_policy_is_left_alone() -> None:
    head = f"{_HANDBOOK}  status: retired\n"
    assert said("review:\n  next: 1 September 2026\n  every: 3 years\nchangelog:\n  1.0: The first.", head) == []


def test_a_handbook_that_goes_by_the_calendar_alone_is_told() -> None:
    assert said("review: every 6 months", _HANDBOOK) == [
        (
            "1 info review-without-trigger: This handbook is looked at again by the calendar alone, whatever happens "
            "meanwhile. Write under `triggers` what brings the review forward: a supplier fails, a price or a law "
            "changes."
        )
    ]
    assert said("review:\n  every: 6 months\n  triggers: A price changes", _HANDBOOK) == []
    assert said("review: every 6 months") == []
