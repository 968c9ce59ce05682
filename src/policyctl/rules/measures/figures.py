"""Compare the figures of metrics, comparisons and promises.

Metrics are read as entries and not as measures of the middle, since all their words say which way is better.
"""

from decimal import Decimal

from policyctl.lexicon import finds
from policyctl.schema.grammar.limits import Bound, Limits
from policyctl.schema.quantities import Duration, Measured, Unit, Words
from policyctl.schema.quantities.text import read_number
from policyctl.schema.sections.aims import Better, Metric

_WAITED = frozenset({Unit.RING, Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.DAY})
"""What a customer waits for is counted in these."""


def sole(limits: Limits | None) -> Bound | None:
    """The one figure of a field; none where it holds words alone, or a figure for each case."""
    bound = limits.sole if limits else None
    return bound if bound and (isinstance(bound, Measured) or _number(bound) is not None) else None


def compared(one: Bound | None, other: Bound | None) -> int | None:
    """-1, 0 or 1 as the first is less than, as much as or more than the second; None where no order is honest."""
    if isinstance(one, Measured) and isinstance(other, Measured):
        return _ordered(one, other)
    mine, theirs = _number(one), _number(other)
    return None if mine is None or theirs is None else (mine > theirs) - (mine < theirs)


def better(metric: Metric) -> Better | None:
    """Which way it should move, where it says so, is a time that customers wait, or is how well they like it."""
    if metric.better:
        return metric.better
    if is_waited(metric) and is_speed(description(metric)):
        return Better.LOWER
    text = description(metric)
    return Better.HIGHER if finds("measures.liked", text) and not finds("measures.disliked", text) else None


def is_waited(metric: Metric) -> bool:
    """Whether its figures are lengths of time as customers wait them."""
    bounds = [bound for limits in (metric.baseline, metric.target) if limits for _, bound in limits]
    return any(isinstance(bound, Duration) and bound.unit in _WAITED for bound in bounds)


def description(metric: Metric) -> str:
    """What a metric says about what it counts, in its name and its words."""
    return "\n".join(filter(None, (metric.name, metric.definition, metric.formula, metric.about)))


def is_speed(text: str) -> bool:
    """Whether it is about how fast something goes, and about nothing else."""
    return finds("measures.speed", text) and not finds("measures.quality", text)


def _ordered(one: Measured, other: Measured) -> int | None:
    return (one > other) - (one < other) if one.comparable(other) else None


def _number(bound: Bound | None) -> Decimal | None:
    """The number of a bare one such as `4.2` or `+30`; a whole one without a noun is a count already."""
    if isinstance(bound, Words):
        sign, digits = (-1, bound.words[1:]) if bound.words[:1] in "-−–" else (1, bound.words.removeprefix("+"))
        number = read_number(digits)
        return None if number is None else sign * number
    amount = getattr(bound, "amount", None)
    return Decimal(amount) if isinstance(amount, int) and getattr(bound, "of", "") is None else None
