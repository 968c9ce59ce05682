"""A text such as `noon on the next working day` in, the moment that it means out.

Each table holds what is said in one language; a further language is more words.
"""

import re
from typing import NamedTuple

from policyctl.schema.quantities import TimeOfDay
from policyctl.schema.quantities.text import plain

_TIME = r"[0-9]{1,2}(?:[:.][0-9]{2})?(?: ?[ap]\.?m\.?| uhr)?|noon|midday|mittags?"
_ENGLISH = (
    rf"(?:(?P<time>{_TIME}) (?:on |of )?|(?:the )?(?:end|close) of )?(?:on )?(?:the )?"
    r"(?:(?P<next>next|following)|same|very same)?(?: ?(?P<working>working|business|week))?[ -]?(?P<part>day|morning)"
)
_GERMAN = (
    rf"(?:(?P<time>{_TIME}) |(?:zum )?ende )?(?:am |an dem |des )?"
    r"(?:(?P<next>nächsten|folgenden)|selben|gleichen)? ?"
    r"(?P<part>(?P<working>werk|arbeits|geschäfts)?(?:tag(?:e?s)?)|morgen|vormittag)"
)
_AFTER = rf"(?:(?P<time>{_TIME}) )?(?:on )?(?P<next>(?:the )?day after|tomorrow|(?:am )?folgetag)(?: \S.*)?"
_FORMS = (_ENGLISH, _GERMAN, _AFTER)
_BEFORE_NOON = ("morning", "morgen", "vormittag")
_BARE = r"(?:the )?(?:working |business |week|werk|arbeits|geschäfts)?(?:day|morning|tag|morgen|vormittag)"
NOON = TimeOfDay(12)


class Moment(NamedTuple):
    """A time of the day that comes so many `days` after today, or the end of that day; `working` days where so said."""

    days: int
    working: bool = False
    time: TimeOfDay | None = None


def read_moment(text: str) -> Moment | None:
    """The moment, None for words that mean none; a morning is over at noon."""
    words = plain(text).rstrip(".")
    found = next((found for form in _FORMS if (found := re.fullmatch(form, words))), None)
    if found is None or re.fullmatch(_BARE, words):
        return None
    parts = found.groupdict()
    time = TimeOfDay.find(_clock(parts["time"])) if parts["time"] else None
    if parts["time"] and time is None:
        return None
    morning = parts.get("part") in _BEFORE_NOON
    return Moment(1 if parts["next"] else 0, bool(parts.get("working")), time or (NOON if morning else None))


def _clock(time: str) -> str:
    """A number alone is an hour, as in `9 on the next day`."""
    return f"{time}:00" if time.isdigit() else time
