"""Know the units and clocks of time, and the phrases for them in every language."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from policyctl import lexicon


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


def clock_of(unit: Unit, said: Clock) -> Clock | None:
    """The clock that the words mean for a unit: business days are working days, working hours business hours.

    None when the two do not go together, as in working months and business rings.
    """
    if said is Clock.CALENDAR:
        return None if unit is Unit.RING else said
    if unit in SHORT:
        return Clock.BUSINESS
    return Clock.WORKING if unit in DAYS else None


WORDS = {
    word: Unit(unit)
    for language in lexicon.languages()
    for unit, words in lexicon.load("quantities.units", language).items()
    for word in words.split()
}
"""Every folded word for a unit, of all languages at once."""


def _table() -> dict[str, Phrase]:
    bare = {word: Phrase(unit) for word, unit in WORDS.items()}
    before = {
        said + word: Phrase(unit, clock)
        for word, unit in WORDS.items()
        for said, meant in lexicon.table("quantities.clocks_before").items()
        if (clock := clock_of(unit, Clock(meant)))
    }
    # Hours on working days are neither calendar nor business hours.
    behind = {
        word + said: Phrase(unit, Clock(clock))
        for word, unit in WORDS.items()
        for said, clock in lexicon.table("quantities.clocks_behind").items()
        if unit in SHORT
    }
    return (
        bare
        | before
        | behind
        | {word: _phrase(*said.split()) for word, said in lexicon.table("quantities.phrases").items()}
    )


def _phrase(factor: str, unit: str, clock: str | None = None) -> Phrase:
    return Phrase(Unit(unit), Clock(clock) if clock else None, Decimal(factor))


PHRASES = _table()
"""Every folded phrase for a unit and its clock, of all languages at once."""
