"""A review that is over is told; one to come, one without a day, and a retired policy are not."""

import pytest
from tests.rules.judging import HEAD, said


def test_a_review_whose_day_has_passed_is_told_with_the_day() -> None:
    assert said("review:\n  every: 6 months\n  next: 1 September 2026", f"{HEAD}  status: published\n") == [
        (
            "3 warning review-overdue: The day of the review, 1 September 2026, has passed. "
            "Hold it, and write a day after 23 November 2026 here; what was decided belongs under `log`."
        )
    ]


@pytest.mark.parametrize("review", ["next: 23 November 2026", "next: 2027-03-01", "every: 6 months"])
def test_a_review_that_is_due_today_or_later_is_in_time(review: str) -> None:
    assert said(f"review:\n  {review}") == []


def test_a_retired_policy_is_left_alone() -> None:
    assert said("review:\n  next: 1 September 2026", f"{HEAD}  status: retired\n") == []
