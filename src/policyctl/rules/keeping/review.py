"""A policy in; where it is looked at again too late, too seldom or by the calendar alone, out."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache

from policyctl.findings import Issue
from policyctl.rules.rule import RuleContext
from policyctl.schema.quantities import Date, Frequency, Unit
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.keeping import Review

SOON = 31
"""Days before a review from which on it is told that one is due."""

SELDOM = 396
"""Days, a year and a month: a review that is further off comes too late."""

_IN_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 31, Unit.QUARTER: 92, Unit.YEAR: 366}

_YEARLY = "every 12 months"
_NEXT = ("review", "next")


def review_overdue(context: RuleContext) -> Iterator[Issue]:
    """A review whose day has passed, or of which nothing tells that it was held; a retired policy is left alone.

    Why it matters: prices, suppliers and the law move on, and people stop trusting a handbook that does not.

    Diff:

          review:
        -   next: 1 March 2020  # <- here
        +   next: 1 May 2027
    """
    following = _next(context)
    if following and following.value < context.today:
        message = f"The day of the review, {following}, has passed."
        hint = f"Hold it, and write a day after {Date(context.today)} here; what was decided belongs under `log`."
        yield Issue(_NEXT, message, hint)
    elif (review := context.policy.review) and review.every and not following and (since := _unheld(review, context)):
        message = f"It is to be looked at {review.every}, and nothing says that it was since {Date(since)}."
        hint = "Hold the review; write under `log` what was decided, and the day of the following one at `next`."
        yield Issue(("review", "every"), message, hint)


def review_due_soon(context: RuleContext) -> Iterator[Issue]:
    """A review that is due within a month.

    Why it matters: comments, calls and figures take a week or two to gather, and the people a while to find a morning.

    Diff:

          review:
        -   next: 10 December 2026  # <- here
        +   next: 10 May 2027
    """
    following = _next(context)
    days = (following.value - context.today).days if following else -1
    if 0 <= days <= SOON:
        when = f"in {days} days" if days > 1 else ("tomorrow" if days else "today")
        bring = context.policy.review.bring if context.policy.review else ()
        hint = f"Ask everybody for a time{', and gather what is to be brought' if bring else ''}."
        yield Issue(_NEXT, f"The review is due {when}, on {following}.", hint)


def review_too_rare(context: RuleContext) -> Iterator[Issue]:
    """A handbook that is looked at again less than once a year, or not before more than a year has passed.

    A policy that calls itself something else, such as a charter, may have a slower rhythm.

    Why it matters: six months is what the method asks for; after more than a year nobody remembers why it says so.

    Diff:

        - review: every 2 years  # <- here
        + review: every 6 months
    """
    review = context.policy.review if context.undertakes(Kind.HANDBOOK) and context.in_use else None
    if review and review.every and _is_seldom(review.every):
        message = f"This policy is looked at again {review.every}, which is less than once a year."
        yield Issue(("review", "every"), message, "Write `every: 6 months`, or a year at the most.")
    elif review and (following := _next(context)) and (following.value - context.today).days > SELDOM:
        message = f"The next review is on {following}, more than a year from now."
        yield Issue(_NEXT, message, "Name an earlier day; six months from now is usual.")


def review_without_trigger(context: RuleContext) -> Iterator[Issue]:
    """A handbook that is looked at again by the calendar alone, and not when something happens.

    Why it matters: a supplier fails in March, and until the review in September everybody reads out what is no
    longer so.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            kind: handbook
          review:  # <- here
            every: 6 months
        +   triggers: A supplier fails us, or a price, a product or the law changes
    """
    review = context.policy.review
    if review and not review.triggers and context.in_use_as(Kind.HANDBOOK):
        message = "This handbook is looked at again by the calendar alone, whatever happens meanwhile."
        hint = "Write under `triggers` what brings the review forward: a supplier fails, a price or a law changes."
        yield Issue(("review",), message, hint, at_key=True)


def _next(context: RuleContext) -> Date | None:
    """The day of the next review, of a policy that is still in use."""
    review = context.policy.review
    return review.next if review and context.in_use else None


def _unheld(review: Review, context: RuleContext) -> date | None:
    """The last day of which anything tells that the policy was looked at, where the next review is over since."""
    held = [each.on for each in (*(review.log or ()), *(context.policy.changelog or ()))]
    told = [each.value for each in (context.policy.policy.effective, *held) if each]
    logged = review.log and not all(each.on for each in review.log)
    days = _length(review.every) if review.every else None
    if not told or logged or not days or not context.in_use:
        return None
    return max(told) if (context.today - max(told)).days > days + SOON else None


def _length(every: Frequency) -> Decimal | None:
    """About how many days lie between two times."""
    days = _IN_DAYS.get(every.per.unit)
    return every.per.longest * days / every.times if days else None


def _is_seldom(every: Frequency) -> bool:
    return every.comparable(_yearly()) and every < _yearly()


@cache
def _yearly() -> Frequency:
    return Frequency.read(_YEARLY)
