"""The words for units and clocks of every language in, one table of phrases out."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Unit(StrEnum):
    """What a length of time is counted in."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    RING = "ring"


class Clock(StrEnum):
    """When the time runs: always, on working days, or while the business is open."""

    CALENDAR = "calendar"
    WORKING = "working"
    BUSINESS = "business"


class Phrase(NamedTuple):
    """What a phrase for a unit means: `fortnight` is two weeks, `Werktag` a day of the working clock."""

    unit: Unit
    clock: Clock | None = None
    factor: Decimal = Decimal(1)


SHORT = frozenset({Unit.SECOND, Unit.MINUTE, Unit.HOUR})
DAYS = frozenset({Unit.DAY, Unit.WEEK})

ENGLISH = {
    Unit.SECOND: "second seconds sec secs s",
    Unit.MINUTE: "minute minutes min mins",
    Unit.HOUR: "hour hours hr hrs h",
    Unit.DAY: "day days",
    Unit.WEEK: "week weeks",
    Unit.MONTH: "month months",
    Unit.QUARTER: "quarter quarters",
    Unit.YEAR: "year years yr yrs",
    Unit.RING: "ring rings",
}
GERMAN = {
    Unit.SECOND: "sekunde sekunden sek",
    Unit.MINUTE: "minute minuten",
    Unit.HOUR: "stunde stunden std",
    Unit.DAY: "tag tage tagen tages tags",
    Unit.WEEK: "woche wochen",
    Unit.MONTH: "monat monate monaten monats",
    Unit.QUARTER: "quartal quartale quartalen quartals",
    Unit.YEAR: "jahr jahre jahren jahres",
    Unit.RING: "klingelton klingeltöne klingeltönen klingelzeichen läuten",
}
CLOCKS = {
    "calendar ": Clock.CALENDAR,
    "clock ": Clock.CALENDAR,
    "kalender": Clock.CALENDAR,
    "working ": Clock.WORKING,
    "business ": Clock.BUSINESS,
    "opening ": Clock.BUSINESS,
    "office ": Clock.BUSINESS,
    "arbeits": Clock.WORKING,
    "werk": Clock.WORKING,
    "geschäfts": Clock.BUSINESS,
    "öffnungs": Clock.BUSINESS,
}
"""What stands before a unit; English ones are words of their own."""

SUFFIXES = {
    " on working days": Clock.WORKING,
    " on weekdays": Clock.WORKING,
    " an werktagen": Clock.WORKING,
    " an arbeitstagen": Clock.WORKING,
    " in opening hours": Clock.BUSINESS,
    " during opening hours": Clock.BUSINESS,
    " in business hours": Clock.BUSINESS,
    " during business hours": Clock.BUSINESS,
    " während der öffnungszeiten": Clock.BUSINESS,
    " während der geschäftszeiten": Clock.BUSINESS,
}
"""What stands behind a unit; hours on working days are neither calendar nor business hours."""

SPECIAL = {
    "weekday": Phrase(Unit.DAY, Clock.WORKING),
    "weekdays": Phrase(Unit.DAY, Clock.WORKING),
    "fortnight": Phrase(Unit.WEEK, factor=Decimal(2)),
    "fortnights": Phrase(Unit.WEEK, factor=Decimal(2)),
    "halbjahr": Phrase(Unit.MONTH, factor=Decimal(6)),
    "halbjahre": Phrase(Unit.MONTH, factor=Decimal(6)),
    "quarter of an hour": Phrase(Unit.MINUTE, factor=Decimal(15)),
    "viertelstunde": Phrase(Unit.MINUTE, factor=Decimal(15)),
    "dreiviertelstunde": Phrase(Unit.MINUTE, factor=Decimal(45)),
    "mal klingeln": Phrase(Unit.RING),
    "mal läuten": Phrase(Unit.RING),
}


def clock_of(unit: Unit, said: Clock) -> Clock | None:
    """The clock that the words mean for a unit: business days are working days, working hours business hours.

    None when the two do not go together, as in working months and business rings.
    """
    if said is Clock.CALENDAR:
        return None if unit is Unit.RING else said
    if unit in SHORT:
        return Clock.BUSINESS
    return Clock.WORKING if unit in DAYS else None


def _table() -> dict[str, Phrase]:
    units = {word: unit for language in (ENGLISH, GERMAN) for unit, words in language.items() for word in words.split()}
    bare = {word: Phrase(unit) for word, unit in units.items()}
    before = {
        said + word: Phrase(unit, clock)
        for word, unit in units.items()
        for said, meant in CLOCKS.items()
        if (clock := clock_of(unit, meant))
    }
    behind = {
        word + said: Phrase(unit, clock)
        for word, unit in units.items()
        for said, clock in SUFFIXES.items()
        if unit in SHORT
    }
    return bare | before | behind | SPECIAL


PHRASES = _table()
"""Every folded phrase for a unit and its clock, of all languages at once."""
