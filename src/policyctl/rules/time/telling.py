"""An instant of a usual week or a length of time in, the words in which a message tells of it out."""

from datetime import datetime, timedelta

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday(at: datetime) -> str:
    """`Saturday`."""
    return _DAYS[at.weekday()]


def clock(at: datetime) -> str:
    """`16:00`."""
    return f"{at.hour}:{at.minute:02}"


def day_and_time(at: datetime) -> str:
    """`Saturday at 16:00`."""
    return f"{weekday(at)} at {clock(at)}"


def hours(length: timedelta) -> int:
    """Whole hours, the next where a part of one is left."""
    return -(-length // timedelta(hours=1))
