"""A policy in; when somebody is there, for the house and on each channel, out."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.rules.promises.cases import Holder
from policyctl.rules.rule import RuleContext
from policyctl.schedule import Closed, Days, Schedule, Stretch, longest_closed, read_closing, united, zone_of
from policyctl.schema.quantities import Interval, Week
from policyctl.schema.sections.people import Channel, ChannelKind, Hours

MONDAY = datetime(2001, 1, 1, tzinfo=UTC)
"""Where a usual week begins: one without closed days and without a change of the clock."""

_ANY_HOUR = frozenset({ChannelKind.EMAIL, ChannelKind.FORM, ChannelKind.SOCIAL, ChannelKind.APP})


class Door(NamedTuple):
    """A channel of help, with its hours where they are known."""

    name: str
    schedule: Schedule | None
    any_hour: bool
    """Whether customers write to it at any hour, whoever is there."""


class Staffing(NamedTuple):
    """When somebody is there: on each channel, anywhere at all, and by the hours alone; None where it is not known."""

    doors: dict[Pointer, Door]
    anywhere: Schedule | None
    house: Schedule | None


def staffing(context: RuleContext) -> Staffing:
    """The hours of a policy, read once for all rules."""
    return context.cached(_staffing)


def years(context: RuleContext) -> range:
    """The years in which closed days are looked for."""
    return range(context.today.year - 1, context.today.year + 3)


def schedule_of(hours: Hours, context: RuleContext) -> Schedule | None:
    """One set of hours with its closed days and its zone; None where it says no hours."""
    if hours.open is None:
        return None
    named = hours.timezone or context.policy.policy.timezone
    return Schedule(hours.open.intervals, Closed.of(closed_days(hours, context)), zone_of(named))


def closed_days(hours: Hours, context: RuleContext) -> Iterable[Days]:
    """The closed days that can be read, whether the date is their name or stands behind it."""
    for closure in hours.closed or ():
        texts = (closure.named(), closure.about or "")
        yield from next((days for text in texts if (days := read_closing(text, years(context)))), ())


def longest_break(schedule: Schedule) -> Stretch | None:
    """The longest time of a usual week in which nobody is there; None where somebody always is, or nobody knows."""
    return _break_of(schedule.week) if schedule.week else None


@lru_cache
def _break_of(week: tuple[Interval, ...]) -> Stretch | None:
    return longest_closed(MONDAY, MONDAY + timedelta(days=14), Schedule(week))


def usual_schedule(context: RuleContext) -> Schedule:
    """The usual week of the house: when anybody at all is there, or no hours where none are known."""
    return staffing(context).anywhere or Schedule()


def together(schedules: Iterable[Schedule | None]) -> Schedule | None:
    """When at least one of several is open, in a usual week; None where none of them is known."""
    weeks = tuple(each.week for each in schedules if each and each.week)
    return _together(weeks) if weeks else None


@lru_cache
def _together(weeks: tuple[tuple[Interval, ...], ...]) -> Schedule:
    return Schedule(united(weeks))


def _staffing(context: RuleContext) -> Staffing:
    sets = list(context.parts_of(Hours))
    alone = sets[0][1] if len(sets) == 1 else None
    by_place = {pointer: schedule_of(hours, context) for pointer, hours in sets}
    doors = {
        pointer: Door(channel.named(), _of_channel(channel, alone, by_place, context), _at_any_hour(channel))
        for pointer, channel in context.parts_of(Channel)
        if channel.helps()
    }
    house = together(by_place.values())
    return Staffing(doors, together([house, *(door.schedule for door in doors.values())]), house)


def _of_channel(
    channel: Channel, alone: Hours | None, by_place: dict[Pointer, Schedule | None], context: RuleContext
) -> Schedule | None:
    if isinstance(channel.hours, Week):
        closed = Closed.of(closed_days(alone, context)) if alone else Closed()
        return Schedule(channel.hours.intervals, closed, zone_of(context.policy.policy.timezone))
    if channel.hours:
        named = context.names.find(channel.hours)
        return by_place.get(named.pointer) if named else None
    return next(iter(by_place.values())) if alone else None


def _at_any_hour(channel: Channel) -> bool:
    kind = channel.means()
    written = any("@" in each or "://" in each for each in channel.address)
    return kind in _ANY_HOUR if kind else written


def schedules_of(channels: Iterable[Holder], context: RuleContext) -> list[Schedule]:
    """The hours of the channels of a promise, where they are known."""
    doors = staffing(context).doors
    found = (doors.get(each) for each in channels if isinstance(each, tuple))
    return [door.schedule for door in found if door and door.schedule]
