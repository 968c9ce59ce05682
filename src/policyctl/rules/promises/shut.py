"""The hours of a week in, the longest time in which nobody is there out."""

from policyctl.schema.quantities import Week

_DAY = 24 * 60
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def longest_shut(week: Week) -> str | None:
    """`Saturday 16:00 to Monday 8:00`; None where it is never closed."""
    spans = sorted((each.day * _DAY + each.opens, each.day * _DAY + each.closes) for each in week.intervals)
    following = [*(opens for opens, _ in spans[1:]), *(opens + 7 * _DAY for opens, _ in spans[:1])]
    gaps = [(opens - closes, closes, opens) for (_, closes), opens in zip(spans, following, strict=True)]
    length, closes, opens = max(gaps, default=(0, 0, 0))
    return f"{_said(closes)} to {_said(opens)}" if length > 0 else None


def _said(minute: int) -> str:
    day, rest = divmod(minute % (7 * _DAY), _DAY)
    return f"{_DAYS[day]} {rest // 60}:{rest % 60:02}"
