"""The name of a feast in, its day in each year out.

A feast is closed only where the policy says so; this table knows on which day it falls. A further country is more rows.
"""

from collections.abc import Iterable
from datetime import date, timedelta

_FIXED = {
    "new year's day": (1, 1), "new year": (1, 1), "may day": (5, 1), "christmas eve": (12, 24),
    "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26), "st stephen's day": (12, 26),
    "new year's eve": (12, 31), "independence day": (7, 4), "neujahr": (1, 1), "neujahrstag": (1, 1),
    "heilige drei könige": (1, 6), "tag der arbeit": (5, 1), "erster mai": (5, 1), "nationalfeiertag": (10, 26),
    "tag der deutschen einheit": (10, 3), "reformationstag": (10, 31), "allerheiligen": (11, 1),
    "heiligabend": (12, 24), "heiliger abend": (12, 24), "erster weihnachtstag": (12, 25),
    "1. weihnachtstag": (12, 25), "zweiter weihnachtstag": (12, 26), "2. weihnachtstag": (12, 26),
    "silvester": (12, 31),
}  # fmt: skip
"""Month and day."""

_FROM_EASTER = {
    "good friday": -2, "easter sunday": 0, "easter monday": 1, "ascension day": 39, "whit monday": 50,
    "karfreitag": -2, "ostersonntag": 0, "ostermontag": 1, "christi himmelfahrt": 39, "himmelfahrt": 39,
    "pfingstsonntag": 49, "pfingstmontag": 50, "fronleichnam": 60,
}  # fmt: skip
"""Days after Easter Sunday."""


def feast(name: str, years: Iterable[int]) -> tuple[date, ...]:
    """The days of a feast, in small letters, in each of the years; none for a name that is no feast."""
    if name in _FIXED:
        month, day = _FIXED[name]
        return tuple(date(year, month, day) for year in years)
    if name in _FROM_EASTER:
        return tuple(_easter(year) + timedelta(days=_FROM_EASTER[name]) for year in years)
    return ()


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, skip = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * skip + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
