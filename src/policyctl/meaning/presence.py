"""Work out when somebody is there, for the house and on each channel, and who is on call when nobody is."""

from collections.abc import Container, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import chain
from typing import NamedTuple, TypeGuard

from policyctl.findings import Pointer
from policyctl.lexicon import alternatives, pattern
from policyctl.meaning.model import Meaning
from policyctl.meaning.promises.cases import Referent
from policyctl.meaning.promises.rows import Row, promise_index
from policyctl.meaning.references import entries, inside, targets
from policyctl.patterns import is_all
from policyctl.schedule import (
    Closed,
    Days,
    Schedule,
    Stretch,
    longest_closed,
    public_holidays,
    read_closing,
    united,
    zone_of,
)
from policyctl.schema.grammar.entry import Entry, Part
from policyctl.schema.grammar.references import HoursRef, Reference
from policyctl.schema.quantities import Clock, Interval, Week
from policyctl.schema.sections.escalation import Ladder
from policyctl.schema.sections.people import Channel, ChannelKind, Closure, Hours, Priority, Role
from policyctl.schema.sections.procedures import Procedure

MONDAY = datetime(2001, 1, 1, tzinfo=UTC)
"""Where a usual week begins: one without closed days and without a change of the clock."""

_ANY_HOUR = frozenset({ChannelKind.EMAIL, ChannelKind.FORM, ChannelKind.SOCIAL, ChannelKind.APP})

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class StaffedChannel(NamedTuple):
    """A channel of help, with its hours where they are known."""

    name: str
    schedule: Schedule | None
    any_hour: bool
    """Whether customers write to it at any hour, whoever is there."""


class Staffing(NamedTuple):
    """When somebody is there: on each channel, anywhere at all, and by the hours alone; None where it is not known.

    What is for some customers alone counts for nobody else, and stands in `for_some`.
    """

    channels: dict[Pointer, StaffedChannel]
    anywhere: Schedule | None
    house: Schedule | None
    for_some: tuple[tuple[frozenset[Referent], Schedule], ...] = ()

    def for_customers(self, customers: Container[Referent | None]) -> Schedule | None:
        """When somebody is there for these customers alone, beside when anybody is; None where no hours say so."""
        return together(schedule for theirs, schedule in self.for_some if any(each in customers for each in theirs))


def staffing(meaning: Meaning) -> Staffing:
    """The hours of a policy, read once for all rules."""
    return meaning.cached(_staffing)


def years(meaning: Meaning) -> range:
    """The years in which closed days are looked for."""
    return range(meaning.today.year - 1, meaning.today.year + 3)


def schedule_of(hours: Hours, meaning: Meaning) -> Schedule | None:
    """One set of hours with its closed days and its zone; None where it says no hours."""
    if isinstance(hours.open, HoursRef):
        others = (each.entry for each in targets(hours.open, meaning.names))
        return together(schedule_of(each, meaning) for each in others if _is_week(each))
    if hours.open is None:
        return None
    named = hours.zone or meaning.policy.policy.timezone
    return Schedule(hours.open.intervals, Closed.of(_closed_days(hours, meaning)), zone_of(named))


def _is_week(entry: Entry) -> TypeGuard[Hours]:
    """Whether hours say their own week: what is made of others is made of these alone."""
    return isinstance(entry, Hours) and isinstance(entry.open, Week)


def _closed_days(hours: Hours, meaning: Meaning) -> Iterable[Days]:
    """The closed days that can be read, and the public holidays where the hours are closed on them."""
    for closure in hours.closed or ():
        yield from days_of_closure(closure, meaning, hours)
    if isinstance(hours.open, Week):
        yield from _closed_holidays(hours.open, hours, meaning)


def days_of_closure(closure: Closure, meaning: Meaning, hours: Hours) -> tuple[Days, ...]:
    """The days of a closure, whether the date is its name or stands behind it; none for words that say no day."""
    texts = (closure.named(), closure.about or "")
    if any(is_all(alternatives("quantities.holidays"), text.casefold()) for text in texts):
        return _holidays(hours.zone, meaning)
    return next((days for text in texts if (days := read_closing(text, years(meaning)))), ())


def _closed_holidays(week: Week, hours: Hours | None, meaning: Meaning) -> tuple[Days, ...]:
    closed = week.holidays == ()
    return _holidays(week.timezone or (hours.zone if hours else None), meaning) if closed else ()


def _holidays(zone: str | None, meaning: Meaning) -> tuple[Days, ...]:
    head = meaning.policy.policy
    return public_holidays(head.language or "en-GB", zone or head.timezone, years(meaning))


def longest_break(schedule: Schedule) -> Stretch | None:
    """The longest time of a usual week in which nobody is there; None where somebody always is, or nobody knows."""
    return _break_of(schedule.week) if schedule.week else None


@lru_cache
def _break_of(week: tuple[Interval, ...]) -> Stretch | None:
    return longest_closed(MONDAY, MONDAY + timedelta(days=14), Schedule(week))


def usual_schedule(meaning: Meaning) -> Schedule:
    """The usual week of the house: when anybody at all is there, or no hours where none are known."""
    return staffing(meaning).anywhere or Schedule()


def together(schedules: Iterable[Schedule | None]) -> Schedule | None:
    """When at least one of several is open, in a usual week; None where none of them is known."""
    weeks = tuple(each.week for each in schedules if each and each.week)
    return _together(weeks) if weeks else None


@lru_cache
def _together(weeks: tuple[tuple[Interval, ...], ...]) -> Schedule:
    return Schedule(united(weeks))


def _staffing(meaning: Meaning) -> Staffing:
    sets = list(meaning.parts_of(Hours))
    alone = sets[0][1] if len(sets) == 1 else None
    by_place = {pointer: schedule_of(hours, meaning) for pointer, hours in sets}
    channels = {
        pointer: StaffedChannel(channel.named(), _of_channel(channel, alone, by_place, meaning), _at_any_hour(channel))
        for pointer, channel in meaning.parts_of(Channel)
        if channel.helps()
    }
    whose = {pointer: _whose(hours.for_, meaning) for pointer, hours in sets}
    whose |= {pointer: _whose(channel.for_, meaning) for pointer, channel in meaning.parts_of(Channel)}
    for_some = [(whose[pointer], each) for pointer, each in by_place.items() if whose[pointer] and each]
    house = together(each for pointer, each in by_place.items() if not whose[pointer]) or together(by_place.values())
    helped = [each.schedule for pointer, each in channels.items() if not whose[pointer]]
    return Staffing(channels, together([house, *helped]), house, tuple(for_some))


def _whose(customers: Iterable[Reference], meaning: Meaning) -> frozenset[Referent]:
    """The customers for whom alone something is, those that the policy does not name in their author's words."""
    named: list[Referent] = []
    for each in customers:
        named += [one.pointer for one in targets(each, meaning.names)] or [str(each)]
    return frozenset(named)


def _of_channel(
    channel: Channel, alone: Hours | None, by_place: dict[Pointer, Schedule | None], meaning: Meaning
) -> Schedule | None:
    if isinstance(channel.hours, Week):
        closed = Closed.of(
            (*(_closed_days(alone, meaning) if alone else ()), *_closed_holidays(channel.hours, alone, meaning))
        )
        return Schedule(
            channel.hours.intervals, closed, zone_of(channel.hours.timezone or meaning.policy.policy.timezone)
        )
    if channel.hours:
        found = [by_place.get(named.pointer) for named in targets(channel.hours, meaning.names)]
        return found[0] if len(found) == 1 else together(found)
    for_odd_hours = mentions_on_call((channel.named(), *prose(channel)))
    return next(iter(by_place.values())) if alone and not for_odd_hours else None


def _at_any_hour(channel: Channel) -> bool:
    kind = channel.means()
    written = any("@" in each or "://" in each for each in channel.address)
    return kind in _ANY_HOUR if kind else written


def schedules_of(channels: Iterable[Referent], meaning: Meaning) -> list[Schedule]:
    """The hours of the channels of a promise, where they are known."""
    known = staffing(meaning).channels
    found = (known.get(each) for each in channels if isinstance(each, tuple))
    return [each.schedule for each in found if each and each.schedule]


def provides_for_night(row: Row, meaning: Meaning) -> bool:
    """Whether somebody is on call, the words around a promise mind the hours, or its case is worked on at night."""
    around = (
        row.promise,
        *(promise_index(meaning).promises[place] for place in promise_index(meaning).groups(row.pointer)),
    )
    return (
        row.clock is Clock.CALENDAR
        or any(is_round_the_clock(each, meaning) for each in row.case.priorities)
        or inside(row.pointer, meaning.cached(_covered_at_night)) is not None
        or somebody_on_call(meaning)
        or _mentions_hours(chain.from_iterable(prose(each) for each in around))
    )


def is_round_the_clock(case: Referent | None, meaning: Meaning) -> bool:
    """Whether it is the case of a priority that is worked on round the clock."""
    return case in meaning.cached(_round_the_clock)


def somebody_on_call(meaning: Meaning) -> bool:
    """Whether a role, the hours or a channel tells of somebody who is there at odd hours; a ladder tells of its own."""
    return meaning.cached(_somebody_on_call)


def _round_the_clock(meaning: Meaning) -> frozenset[Referent]:
    return frozenset(pointer for pointer, priority in meaning.parts_of(Priority) if priority.round_the_clock)


def _covered_at_night(meaning: Meaning) -> frozenset[Pointer]:
    """The promises of procedures whose ladder says what happens out of hours, and those procedures themselves."""
    found: set[Pointer] = set()
    for pointer, procedure in meaning.parts_of(Procedure):
        ladders = entries(procedure.escalation, Ladder, meaning.names).values()
        if any(ladder.out_of_hours for ladder in ladders):
            kept = (named.pointer for each in procedure.standards for named in targets(each, meaning.names))
            found.update((pointer, *kept))
    return frozenset(found)


def _somebody_on_call(meaning: Meaning) -> bool:
    kinds = (meaning.parts_of(Role), meaning.parts_of(Hours), meaning.parts_of(Channel))
    return mentions_on_call(text for _, part in chain.from_iterable(kinds) for text in prose(part))


def prose(part: Part) -> Iterator[str]:
    """The texts of a part itself, without those of the parts in it."""
    for value in part.set_fields().values():
        yield from (each for each in (value if isinstance(value, tuple) else (value,)) if isinstance(each, str))


def mentions_on_call(texts: Iterable[str | None]) -> bool:
    """Whether any of the texts tells that somebody is there, or is rung, at odd hours."""
    return any(pattern("time.on_call").search(text) for text in texts if text)


def _mentions_hours(texts: Iterable[str | None]) -> bool:
    """Whether any of the texts tells of nights, weekends or opening hours: its author had them in mind."""
    return any(pattern("time.hours").search(text) for text in texts if text)


def mentions_emergency_services(texts: Iterable[str | None]) -> bool:
    """Whether any of the texts sends people to the emergency services, who are always there."""
    return any(pattern("time.emergency_services").search(text) for text in texts if text)


def time_of_day(at: datetime) -> str:
    """`16:00`."""
    return f"{at.hour}:{at.minute:02}"


def day_name(weekday: int) -> str:
    """`Monday` for 0."""
    return _WEEKDAYS[weekday]


def day_and_time(at: datetime) -> str:
    """`Saturday at 16:00`."""
    return f"{_WEEKDAYS[at.weekday()]} at {time_of_day(at)}"


def whole_hours(length: timedelta) -> int:
    """Whole hours, the next where a part of one is left."""
    return -(-length // timedelta(hours=1))
