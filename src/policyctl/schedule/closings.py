"""Read the closed days of a policy as people write them: dates, stretches of them, and feasts by their names."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from policyctl import lexicon
from policyctl.schedule.clock import day_of
from policyctl.schema.quantities.text import plain
from policyctl.schema.quantities.times import MONTHS
from policyctl.schema.quantities.week import DAYS

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = (
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"
    r"|(?P<day2>[0-9]{1,2})\. ?(?P<month2>[0-9]{1,2})\.(?: ?(?P<year2>[0-9]{4}))?"
    rf"|(?P<month3>{_MONTH})\.? (?P<day3>[0-9]{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<year3>[0-9]{{4}}))?"
    rf"|(?P<day4>[0-9]{{1,2}})(?:st|nd|rd|th|\.)?(?: (?:of )?(?P<month4>{_MONTH})\b\.?)?(?:,? (?P<year4>[0-9]{{4}}))?"
)
"""A date in any of its forms, as text: only a policy with closed days pays for making a pattern of it."""

LONGEST = timedelta(days=3660)
"""A stretch of more than ten years is no closed day but a slip of the pen."""


class Days(NamedTuple):
    """A stretch of days, both ends included."""

    first: date
    last: date


class Closed(NamedTuple):
    """The days on which nobody is there, as numbers: stretches that rise and do not touch."""

    stretches: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, days: Iterable[Days]) -> "Closed":
        """The days of stretches in any order, which may overlap."""
        merged: list[tuple[int, int]] = []
        for first, last in sorted((day_of(each.first), day_of(each.last)) for each in days):
            if merged and first <= merged[-1][1] + 1:
                merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
            else:
                merged.append((first, last))
        return cls(tuple(merged))

    def until(self, day: int) -> int | None:
        """The last day of the stretch that holds this one; None for a day that is not closed."""
        at = bisect_right(self.stretches, day, key=lambda stretch: stretch[0])
        return self.stretches[at - 1][1] if at and self.stretches[at - 1][1] >= day else None


NEVER_CLOSED = Closed()


class _Day(NamedTuple):
    """A day as it is written: `24` in `24-26 December` has neither month nor year of its own."""

    day: int
    month: int | None
    year: int | None


@lru_cache(maxsize=65_536)
def read_closing(text: str, years: range) -> tuple[Days, ...] | None:
    """The days that a name means: dates, stretches of them, and feasts; None for a name that says no day.

    A day without a year closes in each of `years`.
    """
    words = plain(text).rstrip(",")
    if known := _feast(words.removeprefix("the "), years):
        return tuple(Days(day, day) for day in known)
    dates = _beside_dates().sub("", words).strip()
    try:
        return tuple(_stretches(dates, years)) or None
    except ValueError:
        return None


def public_holidays(language: str, timezone: str | None, years: range) -> tuple[Days, ...]:
    """The public holidays of the whole country in which a policy is at home; none where that is not known.

    A clock that is elsewhere than its language decides; what a country observes on the Monday after is left out.
    """
    countries = lexicon.table("calendar.countries")
    tongue, _, region = language.partition("-")
    there = countries.get(timezone.casefold(), "") if timezone else region or countries.get(tongue, "")
    said = lexicon.table("calendar.public_holidays").get(there, ())
    return tuple(Days(day, day) for year in years for each in said for day in [_holiday(each, year)])


def _holiday(said: str, year: int) -> date:
    """One holiday of a year: `12-25`, `easter 1`, `last monday 05`."""
    first, *rest = said.split()
    if not rest:
        return date(year, *map(int, first.split("-")))
    if first == "easter":
        return _easter(year) + timedelta(days=int(rest[0]))
    weekday, month = DAYS[rest[0]], int(rest[1])
    if first == "last":
        end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return end - timedelta(days=(end.weekday() - weekday) % 7)
    begin = date(year, month, 1)
    return begin + timedelta(days=(weekday - begin.weekday()) % 7 + 7 * (int(first) - 1))


def _feast(name: str, years: range) -> tuple[date, ...]:
    """The days of a feast, in small letters, in each of the years; none for a name that is no feast."""
    if fixed := lexicon.table("calendar.feasts").get(name):
        month, day = fixed.split("-")
        return tuple(date(year, int(month), int(day)) for year in years)
    after = lexicon.table("calendar.feasts_after_easter").get(name)
    return () if after is None else tuple(_easter(year) + timedelta(days=int(after)) for year in years)


@cache
def _beside_dates() -> re.Pattern[str]:
    """Weekdays and words around a date, which say nothing more than it does."""
    weekdays, fillers = lexicon.alternatives("calendar.weekdays"), lexicon.alternatives("calendar.fillers")
    return re.compile(rf"\b{weekdays}\b,? ?|\b{fillers}\b ?")


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, skip = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * skip + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _stretches(words: str, years: range) -> Iterator[Days]:
    """The stretches of a list such as `24-26 December 2026 and 1 January 2027`; a ValueError for anything else."""
    found = list(re.finditer(_DATE, words))
    between = [words[one.end() : two.start()] for one, two in pairwise(found)]
    if not found or found[0].start() or words[found[-1].end() :].strip(" ."):
        raise ValueError
    days = iter(_complete([_read_day(each) for each in found]))
    first = last = next(days)
    for joint, following in zip(between, days, strict=True):
        if re.fullmatch(rf" ?(?:,|;|&|\+|{lexicon.alternatives('calendar.and')}) ?", joint):
            yield from _in_years(first, last, years)
            first = following
        elif first is not last or not re.fullmatch(rf" ?(?:-|/|{lexicon.alternatives('calendar.until')}) ?", joint):
            raise ValueError
        last = following
    yield from _in_years(first, last, years)


def _read_day(found: re.Match[str]) -> _Day:
    """The day, month and year of one date, whichever way it is written."""
    parts = {key.rstrip("234"): value for key, value in found.groupdict().items() if value}
    month = parts.get("month")
    number = None if month is None else MONTHS.get(month) or int(month)
    return _Day(int(parts["day"]), number, int(parts["year"]) if "year" in parts else None)


def _complete(days: list[_Day]) -> list[_Day]:
    """The days with the month and the year that one behind them names: `24 and 26 December 2026`, `Dec 24-26, 2026`."""
    month, year, whole = None, None, []
    first = next((each.month for each in days if each.month), None)
    for each in reversed(days):
        month, year = each.month or month, each.year or year
        whole.append(_Day(each.day, month or first, year))
    return whole[::-1]


def _in_years(first: _Day, last: _Day, years: range) -> Iterator[Days]:
    """One stretch in the year that it names, or in each year; it may end in the year after it began."""
    for year in years if first.year is None else [first.year]:
        start = date(year, first.month or 0, first.day)
        end = date(last.year or year, last.month or 0, last.day)
        if end < start and last.year is None:
            end = end.replace(year=year + 1)
        elif end < start:
            start = start.replace(year=year - 1)
        if not timedelta(0) <= end - start <= LONGEST:
            raise ValueError
        yield Days(start, end)
