"""A policy in; times of day by nobody knows whose clock out."""

from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo

from policyctl.findings import Issue, Pointer
from policyctl.rules.patterns import finds
from policyctl.rules.promises.rows import Row, rows
from policyctl.rules.rule import RuleContext
from policyctl.rules.time.lifted import prose
from policyctl.rules.time.staffing import Door, staffing
from policyctl.schedule import read_moment
from policyctl.schema.quantities import TimeOfDay
from policyctl.schema.sections.people import Hours

_ZONE_TOLD = (
    r"\b(?:gmt|utc|bst|ces?t|mes?z|e[sd]t|p[sd]t|(?:local|your|our|\w+) time|ortszeit|(?:eure|deine|unsere) zeit)\b"
)


def time_of_two_zones(context: RuleContext) -> Iterator[Issue]:
    """A promise by a time of day, on channels that keep the time of different places.

    Why it matters: when it is half past five in London, it is half past twelve in New York, and each side is sure.

    Diff:

          hours:
            London:
              open: Mon-Fri 9:00-17:30
              timezone: Europe/London
            New York:
              open: Mon-Fri 9:00-17:30
              timezone: America/New_York
          channels:
            Phone:
              address: 020 7946 0112
              hours: London
            Call-free line:
              kind: phone
              address: 212 555 0142
              hours: New York
          standards:
            Parcels of today:
              channels: [Phone, Call-free line]
        -     by: "17:30"  # <- here
        +     by: 17:30 London time
    """
    for row in rows(context):
        doors = _apart(row, context) if (times := list(_times(row))) else ()
        if doors and not _tells_the_zone(row):
            one, other = doors
            for pointer, said in times:
                message = (
                    f"“{said}” is one time on “{one.name}”, by the clock of {_zone(one)}, "
                    f"and another on “{other.name}”, by that of {_zone(other)}."
                )
                hint = "Say whose clock counts, as in `17:30 London time`, or promise it for each channel on its own."
                yield Issue(pointer, message, hint)


def time_zone_unsaid(context: RuleContext) -> Iterator[Issue]:
    """Hours that do not say whose time they keep, beside others that do, in a policy without a time zone.

    Why it matters: the documents show the one with its place and the other without, and callers are an hour late.

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
    sets = (
        []
        if context.policy.policy.timezone
        else [(place, each) for place, each in context.parts_of(Hours) if each.open]
    )
    told = next((each for _, each in sets if each.timezone), None)
    for pointer, hours in sets if told else ():
        if told and not hours.timezone:
            message = f"“{told.named()}” keeps the time of {told.timezone}, and “{hours.named()}” does not say which."
            yield Issue(pointer, message, "Write its `timezone`, or one for all below `policy`.", at_key=True)


def _times(row: Row) -> Iterator[tuple[Pointer, str]]:
    """The times of day at which a promise is over."""
    for index, by in enumerate(row.promise.by):
        moment = read_moment(by)
        if TimeOfDay.find(by) or (moment and moment.time):
            yield (*row.pointer, "by", index), by


def _apart(row: Row, context: RuleContext) -> tuple[Door, Door] | tuple[()]:
    """Two of its channels that keep different time."""
    found = [staffing(context).doors.get(each) for each in row.case.channels if isinstance(each, tuple)]
    zoned = [door for door in found if door and door.schedule and door.schedule.zone is not UTC]
    first = next(iter(sorted(zoned, key=lambda door: door.name)), None)
    other = next((door for door in zoned if first and _offsets(door, context) != _offsets(first, context)), None)
    return (first, other) if first and other else ()


def _offsets(door: Door, context: RuleContext) -> tuple[object, ...]:
    zone = _zone(door)
    return tuple(datetime(context.today.year, month, 1, tzinfo=zone).utcoffset() for month in (1, 7))


def _zone(door: Door) -> tzinfo:
    return door.schedule.zone if door.schedule else UTC


def _tells_the_zone(row: Row) -> bool:
    return any(finds(_ZONE_TOLD, text) for text in prose(row.promise))
