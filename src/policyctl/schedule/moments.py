"""Read a time of a day that comes soon, such as `noon on the next working day`."""

import re
from typing import NamedTuple

from policyctl import lexicon
from policyctl.schema.quantities import TimeOfDay
from policyctl.schema.quantities.text import plain

NOON = TimeOfDay(12)


class Moment(NamedTuple):
    """A time of the day that comes so many `days` after today, or the end of that day; `working` days where so said."""

    days: int
    working: bool = False
    time: TimeOfDay | None = None


def read_moment(text: str) -> Moment | None:
    """The moment, None for words that mean none; a morning is over at noon."""
    words = plain(text).rstrip(".")
    forms = lexicon.words("calendar.moments")
    found = next((found for form in forms if (found := re.fullmatch(form, words))), None)
    if found is None or re.fullmatch(lexicon.alternatives("calendar.bare_days"), words):
        return None
    parts = found.groupdict()
    shown = parts["time"]
    time = TimeOfDay.find(f"{shown}:00" if shown.isdigit() else shown) if shown else None
    if shown and time is None:
        return None
    if time is None and parts.get("part") in lexicon.words("calendar.mornings"):
        time = NOON
    return Moment(1 if parts["next"] else 0, bool(parts.get("working")), time)
