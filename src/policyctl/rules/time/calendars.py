"""Find closed days and times of day that nobody can find in a calendar."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache
from itertools import islice, pairwise

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import alternatives, pattern
from policyctl.meaning.dates import Event, first_day, read_day
from policyctl.meaning.figures import Figure, Kind, read_figures
from policyctl.meaning.presence import StaffedChannel, day_name, days_of_closure, prose, staffing
from policyctl.meaning.promises.rows import Row, rows
from policyctl.rules.rule import RuleContext
from policyctl.schedule import read_moment
from policyctl.schema.grammar.entry import Entry
from policyctl.schema.quantities import Clock, Date, Duration, TimeOfDay, Week, has_figure
from policyctl.schema.quantities.week import DAYS as WEEKDAYS
from policyctl.schema.sections.people import Hours
from policyctl.schema.sections.training import Meeting

MANY = 300
"""Names that a weekday is looked for in; no organisation has as many, and a hostile file may."""


def closed_days_unknown(context: RuleContext) -> Iterator[Issue]:
    """Closed days all of which are over, or one that says no date, in a policy that promises in working days.

    Why it matters: next Christmas the page still says that you are there, and a customer elsewhere counts the days that
    you do not work.

    Diff:

          hours:
            open: Mon-Fri 9:00-17:00
            closed:  # <- here
        -     25 December 2019: Christmas Day
        +     25 December: Christmas Day
    """
    yield from _all_over(context)
    yield from _without_date(context)


def _all_over(context: RuleContext) -> Iterator[Issue]:
    """The sets of hours whose closed days are over; a retired policy is left alone."""
    for pointer, hours in context.parts_of(Hours) if context.in_use else ():
        read = [days_of_closure(closure, context, hours) for closure in hours.closed or ()]
        days = [last for each in read if each for _, last in each]
        if days and all(read) and max(days) < context.today:
            named = f"The closed days of “{hours.named()}”" if hours.name else "The closed days"
            message = f"{named} are all over; the last was {Date(max(days))}."
            hint = "Write those to come; a day that is closed each year needs no year, as in `25 December`."
            yield Issue((*_place(pointer, hours), "closed"), message, hint, at_key=True)


def _without_date(context: RuleContext) -> Iterator[Issue]:
    """The closed days that no calendar knows, where a promise is counted in working days or business hours."""
    if any(_needs_a_calendar(limit.length) for row in rows(context) for limit in row.limits):
        for pointer, hours in context.parts_of(Hours):
            place = (*_place(pointer, hours), "closed")
            for at, closure in hours.closed.located(place) if hours.closed else ():
                words = closure.named() or closure.about or ""
                if not days_of_closure(closure, context, hours) and not has_figure(f"{words} {closure.about or ''}"):
                    message = f"“{words}” is no date, so that nobody can reckon when a promise is over around it."
                    hint = "Write the date as its name, as in `25 December: Christmas Day`, or the name of one feast."
                    yield Issue(at, message, hint, at_key=True, gently=True)


def _needs_a_calendar(length: Duration | None) -> bool:
    return length is not None and length.clock in (Clock.WORKING, Clock.BUSINESS)


def _place(pointer: Pointer, hours: Hours) -> Pointer:
    """Where the fields of a set of hours stand: one without a name that stands alone is the section itself."""
    return pointer if hours.name or pointer[-1] != 0 else pointer[:-1]


def weekday_of_another_date(context: RuleContext) -> Iterator[Issue]:
    """A weekday beside a date that falls on another day of the week, or in the words of a meeting on another day.

    A date without a year is one of the time for which the policy is made, from half a year before it is in force to its
    next review.

    Why it matters: half of your people come on Monday and the other half on the fifth.

    Diff:

          facts:
        -   A day for schools: It is on Tuesday, 5 March 2029, at eight.  # <- here
        +   A day for schools: It is on Monday, 5 March 2029, at eight.
    """
    dates = context.cached(_years_of)
    for pointer, text in _texts_with_dates(context):
        for one, other in pairwise(read_figures(text)):
            weekday, day = (one, other) if one.kind is Kind.WEEKDAY else (other, one)
            if weekday.kind is Kind.WEEKDAY and day.kind is Kind.DATE and _beside(text[one.end : other.start]):
                days = _days_meant(day, dates)
                if days and all(_number(weekday.words) != each.weekday() for each in days):
                    in_year = "" if isinstance(day.value, Date) else f" {days[-1].year}"
                    message = (
                        f"{day.words}{in_year} is a {day_name(days[-1].weekday())}, and this says “{weekday.words}”."
                    )
                    hint = "Look which of the two is meant, and write the other to match."
                    yield Issue(pointer, message, hint, words=text[one.start : other.end])
    yield from _another_day_of_its_own(context)


def _another_day_of_its_own(context: RuleContext) -> Iterator[Issue]:
    """The one weekday in the words of a meeting that has a date of its own, where that is another day."""
    for pointer, meeting in context.parts_of(Meeting) if context.understood else ():
        days = [each for each in read_figures(meeting.about or "") if each.kind is Kind.WEEKDAY]
        named = [each for each in days if not _is_of_a_name(each, context)]
        if meeting.on and len(named) == 1 and _is_the_day(named[0]):
            really = meeting.on.value.weekday()
            if _number(named[0].words) != really:
                message = f"“{named[0].words}” is said here, and {Date(meeting.on.value)} is a {day_name(really)}."
                hint = "Look which of the two is meant, and write the other to match."
                key = meeting.written_keys()["about"]
                yield Issue((*pointer, key), message, hint, words=named[0].words, twin=(*pointer, "on"))


def _is_the_day(weekday: Figure) -> bool:
    """Whether a weekday is the day itself, as in `on Thursday`: no `every Thursday` and no `the Monday before`."""
    before, behind = weekday.text[: weekday.start], weekday.text[weekday.end :]
    return bool(_on_a_day().search(before)) and not re.match(r" \w*(?:before|after|vor|nach)", behind)


def _is_of_a_name(weekday: Figure, context: RuleContext) -> bool:
    """Whether a weekday is part of a name that is spoken of: a scene that is called `The wedding on Saturday`."""
    text = weekday.text.casefold()
    for name in context.cached(_names_with_a_weekday):
        at = text.find(name)
        if 0 <= at <= weekday.start and weekday.end <= at + len(name):
            return True
    return False


def _names_with_a_weekday(context: RuleContext) -> tuple[str, ...]:
    """The names of entries in which a weekday stands among other words, in small letters and without an article."""
    names = (entry.name.casefold() for _, entry in context.parts if isinstance(entry, Entry) and entry.name)
    of_days = (name for name in names if any(each.kind is Kind.WEEKDAY for each in read_figures(name)))
    bare = (re.sub(rf"^{alternatives('presence.articles')} ", "", name) for name in of_days)
    return tuple(dict.fromkeys(islice((name for name in bare if " " in name), MANY)))


@cache
def _on_a_day() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives('time.on_a_day')} $", re.IGNORECASE)


def _days_meant(day: Figure, period: tuple[date, date] | None) -> list[date]:
    """The days that a date may be: one without a year is in the time for which the policy is made."""
    if isinstance(day.value, Date):
        return [day.value.value]
    if period is None:
        return []
    first, last = period
    read = (read_day(f"{day.words.rstrip('.')} {year}") for year in range(first.year, last.year + 1))
    return [each for each in read if each and first <= each <= last]


_LONGEST_TERM = timedelta(days=400)
"""How long a policy holds before it is looked at anew, where it does not say so."""

_WRITTEN_BEFORE = timedelta(days=180)
"""How long before it is in force somebody may have written a date into it."""


def _years_of(context: RuleContext) -> tuple[date, date] | None:
    """From when to when a policy is made for: from some time before it is in force to the next review."""
    effect, following = first_day(Event.EFFECT, context), first_day(Event.NEXT_REVIEW, context)
    if effect is None:
        return None
    last = following.value if following and following.value > effect.value else effect.value + _LONGEST_TERM
    return (effect.value - _WRITTEN_BEFORE, last) if last - effect.value <= _LONGEST_TERM else None


def _texts_with_dates(context: RuleContext) -> Iterator[tuple[Pointer, str]]:
    """Every text that may name a date, and every date with the words that its author wrote."""
    for pointer, value in context.values if context.understood else ():
        text = value.text if isinstance(value, Date) else value if isinstance(value, str) else ""
        if _DIGITS.search(text):
            yield pointer, text


def _beside(between: str) -> bool:
    return bool(re.fullmatch(r"(?:, ?| |, (?:the|den|dem) | (?:the|den|dem) | \(|\. )", between))


def _number(weekday: str) -> int:
    word = weekday.casefold()
    return WEEKDAYS[word if word in WEEKDAYS else word.removesuffix("s")]


_DIGITS = re.compile(r"\d")


def time_zone_unsaid(context: RuleContext) -> Iterator[Issue]:
    """Hours that do not say whose time they keep, beside others that do, or a time of day on channels in two zones.

    Why it matters: when it is half past five in London, it is half past twelve in New York, and each side is sure.

    Diff:

          hours:
        -   Shop: Mon-Fri 9:00-17:30  # <- here
        +   Shop:
        +     open: Mon-Fri 9:00-17:30
        +     timezone: Europe/London
            Berlin desk:
              open: Mon-Fri 9:00-17:30
              timezone: Europe/Berlin
    """
    yield from _times_of_two_zones(context)
    yield from _hours_without_zone(context)


def _times_of_two_zones(context: RuleContext) -> Iterator[Issue]:
    for row in rows(context):
        channels = _channels_apart(row, context) if (times := list(_times(row))) else ()
        if channels and not _names_zone(row):
            one, other = channels
            for pointer, words in times:
                message = (
                    f"“{words}” is one time on “{one.name}”, by the clock of {_zone(one)}, "
                    f"and another on “{other.name}”, by that of {_zone(other)}."
                )
                hint = "Say whose clock counts, as in `17:30 London time`, or promise it for each channel on its own."
                yield Issue(pointer, message, hint)


def _hours_without_zone(context: RuleContext) -> Iterator[Issue]:
    sets = (
        []
        if context.policy.policy.timezone
        else [(place, each) for place, each in context.parts_of(Hours) if isinstance(each.open, Week)]
    )
    zoned = next((each for _, each in sets if each.zone), None)
    for pointer, hours in sets if zoned else ():
        if zoned and not hours.zone:
            message = f"“{zoned.named()}” keeps the time of {zoned.zone}, and “{hours.named()}” does not say which."
            hint = "Write its `timezone`, or one for all below `policy`."
            yield Issue(pointer, message, hint, at_key=True, gently=True)


def _times(row: Row) -> Iterator[tuple[Pointer, str]]:
    """The times of day at which a promise is over."""
    for index, by in enumerate(row.promise.by):
        moment = read_moment(by)
        if TimeOfDay.find(by) or (moment and moment.time):
            yield (*row.pointer, "by", index), by


def _channels_apart(row: Row, context: RuleContext) -> tuple[StaffedChannel, StaffedChannel] | tuple[()]:
    """Two of its channels that keep different time."""
    found = [staffing(context).channels.get(each) for each in row.case.channels if isinstance(each, tuple)]
    zoned = [channel for channel in found if channel and channel.schedule and channel.schedule.zone is not UTC]
    first = next(iter(sorted(zoned, key=lambda channel: channel.name)), None)
    other = next(
        (channel for channel in zoned if first and _offsets(channel, context) != _offsets(first, context)), None
    )
    return (first, other) if first and other else ()


def _offsets(channel: StaffedChannel, context: RuleContext) -> tuple[object, ...]:
    zone = _zone(channel)
    return tuple(datetime(context.today.year, month, 1, tzinfo=zone).utcoffset() for month in (1, 7))


def _zone(channel: StaffedChannel) -> tzinfo:
    return channel.schedule.zone if channel.schedule else UTC


def _names_zone(row: Row) -> bool:
    return any(pattern("time.time_zone").search(text) for text in prose(row.promise))
