"""A policy in; where it is no longer kept up to date out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.rule import Given
from policyctl.spec.quantities import Date
from policyctl.spec.sections.head import Status


def review_overdue(given: Given) -> Iterator[Issue]:
    """A review whose day has passed; a retired policy is left alone.

    Why it matters: prices, suppliers and the law move on, and people stop trusting a handbook that does not.

    Bad:

        review:
          next: 1 March 2020  # <- here

    Good:

        review:
          next: 1 March 2090
    """
    review, status = given.policy.review, given.policy.policy.status
    if review and review.next and review.next.value < given.today and status is not Status.RETIRED:
        message = f"The day of the review, {review.next}, has passed."
        hint = f"Hold it, and write a day after {Date(given.today)} here; what was decided belongs under `log`."
        yield Issue(("review", "next"), message, hint)
