"""Find policies that are looked at again too late, too seldom or by the calendar alone."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache

from policyctl.findings import Issue
from policyctl.meaning.dates import Event, days_of
from policyctl.rules.needs import Need, unmet
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
_TRIGGERS = (
    Need(
        Review,
        ("triggers",),
        "This handbook is looked at again by the calendar alone, whatever happens meanwhile.",
        "Write under `triggers` what brings the review forward: a supplier fails, a price or a law changes.",
        kinds=(Kind.HANDBOOK,),
    ),
)


def review_due(context: RuleContext) -> Iterator[Issue]:
    """A review whose day has passed or comes within a month, or of which nothing tells that it was held.

    Why it matters: prices, suppliers and the law move on, and people stop trusting a handbook that does not.

    Diff:

          review:
        -   next: 1 March 2020  # <- here
        +   next: 1 May 2027
    """
    review, following = context.policy.review, _next(context)
    if review and following:
        days = (following.value - context.today).days
        if days < 0:
            message = f"The day of the review, {following}, has passed."
            hint = f"Hold it, and write a day after {Date(context.today)} here; what was decided belongs under `log`."
            yield Issue(_NEXT, message, hint)
        elif days <= SOON:
            when = f"in {days} days" if days > 1 else ("tomorrow" if days else "today")
            hint = f"Ask everybody for a time{', and gather what is to be brought' if review.bring else ''}."
            yield Issue(_NEXT, f"The review is due {when}, on {following}.", hint, gently=True)
    elif review and review.every and (since := _unheld(review, context)):
        message = f"It is to be looked at {review.every}, and nothing says that it was since {Date(since)}."
        hint = "Hold the review; write under `log` what was decided, and the day of the following one at `next`."
        yield Issue(("review", "every"), message, hint)


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
    return unmet(context, _TRIGGERS)


def _next(context: RuleContext) -> Date | None:
    """The day of the next review, of a policy that is still in use."""
    review = context.policy.review
    return review.next if review and context.in_use else None


def _unheld(review: Review, context: RuleContext) -> date | None:
    """The last day of which anything tells that the policy was looked at, where the next review is over since."""
    looked_at = (Event.EFFECT, Event.REVIEWED, Event.CHANGED)
    days_known = [day.value for event in looked_at for day in days_of(event, context)]
    logged = review.log and not all(each.on for each in review.log)
    days = _length(review.every) if review.every else None
    if not days_known or logged or not days or not context.in_use:
        return None
    return max(days_known) if (context.today - max(days_known)).days > days + SOON else None


def _length(every: Frequency) -> Decimal | None:
    """About how many days lie between two times."""
    days = _IN_DAYS.get(every.per.unit)
    return every.per.longest * days / every.times if days else None


def _is_seldom(every: Frequency) -> bool:
    return every.comparable(_yearly()) and every < _yearly()


@cache
def _yearly() -> Frequency:
    return Frequency.read(_YEARLY)
