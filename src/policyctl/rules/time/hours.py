"""Find promises and channels that need somebody while nobody is there."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from policyctl.findings import Issue, Pointer
from policyctl.meaning.attendance import Presence, named_in, presences, week_of_rota
from policyctl.meaning.formatting import called, figure
from policyctl.meaning.presence import (
    MONDAY,
    StaffedChannel,
    day_and_time,
    is_round_the_clock,
    longest_break,
    provides_for_night,
    schedule_of,
    schedules_of,
    somebody_on_call,
    staffing,
    together,
    whole_hours,
)
from policyctl.meaning.promises.cases import Referent
from policyctl.meaning.promises.limits import CaseLimit
from policyctl.meaning.promises.rows import Row, rows
from policyctl.meaning.references import unresolved
from policyctl.rules.rule import RuleContext
from policyctl.schedule import Moment, Schedule, Stretch, due, is_open, read_moment, united
from policyctl.schema.grammar.commitment import Firmness, Milestone
from policyctl.schema.grammar.references import HoursRef
from policyctl.schema.quantities import Clock, Duration, Interval, SameDay, Unit, Week
from policyctl.schema.quantities.text import shorten
from policyctl.schema.quantities.week import DAY_NAMES
from policyctl.schema.sections.people import Channel, ChannelKind, Hours, Role

Limit = Duration | SameDay | Moment

_ANSWERED = (ChannelKind.PHONE, ChannelKind.CHAT)


def hours_in_words(context: RuleContext) -> Iterator[Issue]:
    """Hours that cannot be read as days and times, and times of which the days are not said.

    They are printed as they stand, and nothing that depends on when somebody is there is judged by them.

    Why it matters: a customer reads “office hours” and cannot tell whether to ring on Saturday.

    Diff:

        - hours: from breakfast until the moon is up  # <- here
        + hours: daily 8:00-22:00
    """
    for pointer, hours in context.parts_of(Hours):
        yield from _in_words(hours.open, (*pointer, "open"), context)
    for pointer, channel in context.parts_of(Channel):
        yield from _in_words(channel.hours, (*pointer, "hours"), context)


def _in_words(hours: Week | HoursRef | None, pointer: Pointer, context: RuleContext) -> Iterator[Issue]:
    if isinstance(hours, Week) and not hours.days_said:
        message = f"“{hours.text}” does not say on which days; Monday to Friday is taken."
        yield Issue(pointer, message, f"Write the days before it: `Mon-Fri {hours.text}`.")
        return
    words = isinstance(hours, HoursRef) and unresolved(hours, context.names)
    if isinstance(hours, HoursRef) and words and (hours.loose or not context.names.within(hours.to)):
        message = f"“{shorten(hours)}” does not read as days and times, and is printed as it stands."
        hint = "Write for example `Mon-Fri 9:00-17:30, Sat 10:00-16:00`, and what else there is under `note`."
        yield Issue(pointer, message, hint)


def promise_outside_hours(context: RuleContext) -> Iterator[Issue]:
    """A promise that is over before anybody is there again, for whoever asks as your longest break of the week begins.

    It is asked of what is counted in calendar time, and of what is promised for the same day or by a time of the next.
    An aim, or what is promised for a share of the cases, is told more gently: it may still be met.

    Why it matters: whoever writes just after you close is let down before anybody has read the message, each week
    anew.

    Diff:

          hours: Mon-Fri 9:00-17:30 and Sat 10:00-16:00
          channels:
            Email: care@example.org
          standards:
            Answers by email:
              channels: Email
              milestone: first-reply
        -     within: 12 calendar hours  # <- here
        +     within: 4 business hours
              after: your message arrives
    """
    for row in rows(context):
        if _is_asked_of_us(row):
            yield from _issues(row, context)


def _is_asked_of_us(row: Row) -> bool:
    """Whether it counts from what customers do at any hour; who picks up or sees them is there."""
    return not row.start.key and row.milestone not in (Milestone.PICK_UP, Milestone.SEEN)


def _issues(row: Row, context: RuleContext) -> Iterator[Issue]:
    for pointer, text, limit, case in _calendar_limits(row, context):
        channel = _channel(row, limit, row.case.customers | {case}, context)
        found = (
            channel
            and channel.schedule
            and not provides_for_night(row, context)
            and _over_in_break(text, limit, channel, channel.schedule)
        )
        if found:
            yield Issue(pointer, *found, gently=not _is_firm(row))


def _is_firm(row: Row) -> bool:
    """Whether it is promised to everybody; an aim, or a share of the cases, may still be met."""
    return row.firmness in (None, Firmness.WILL) and row.in_every_case


def _calendar_limits(row: Row, context: RuleContext) -> Iterator[tuple[Pointer, str, Limit, Referent | None]]:
    """What can be over at night: calendar time, and where no condition is made, the same day or a time of the next."""
    for each in row.limits:
        bound = each.bound
        if (
            isinstance(bound, Duration)
            and bound.clock is Clock.CALENDAR
            and not is_round_the_clock(each.means, context)
        ):
            yield each.pointer, figure(bound), bound, each.means
    if row.case.conditions:
        return
    for key in ("within", "on"):
        limits = getattr(row.promise, key)
        if limits and isinstance(limits.sole, SameDay):
            yield (*row.pointer, key), figure(limits.sole), limits.sole, None
    for index, by in enumerate(row.promise.by):
        if moment := read_moment(by):
            yield (*row.pointer, "by", index), by, moment, None


def _channel(
    row: Row, limit: Limit, customers: Container[Referent | None], context: RuleContext
) -> StaffedChannel | None:
    """The channel on which customers write while nobody is there; anywhere, for a promise that names none.

    Whoever has hours of their own is served in these as well.
    """
    there = staffing(context)
    theirs = there.for_customers(customers)
    if not row.case.channels:
        anywhere = StaffedChannel("", together([there.anywhere, theirs]), any_hour=True)
        return anywhere if isinstance(limit, Duration) else None
    channels = (there.channels.get(each) for each in row.case.channels if isinstance(each, tuple))
    found = next((channel for channel in channels if channel and channel.any_hour and channel.schedule), None)
    return found._replace(schedule=together([found.schedule, theirs])) if found and theirs else found


def _over_in_break(text: str, limit: Limit, channel: StaffedChannel, schedule: Schedule) -> tuple[str, str] | None:
    """What happens to whoever writes in the longest break of the week; None where somebody is back in time."""
    shut = longest_break(schedule)
    asked = shut and _asked(limit, shut)
    over = due(asked, limit, schedule.usual()) if asked else None
    if shut is None or asked is None or not isinstance(over, datetime) or over >= shut.end:
        return None
    back = f"{channel.name} opens again on" if channel.name else "nobody is there again before"
    over_then = f"{_is_over(text, limit)} over on {day_and_time(over)}, and {back} {day_and_time(shut.end)}."
    return f"Asked on {day_and_time(asked)}, {over_then}", _hint(limit, whole_hours(shut.end - shut.start))


def _is_over(words: str, limit: Limit) -> str:
    if isinstance(limit, Duration):
        return f"the {words} {'is' if limit.longest == 1 else 'are'}"
    return f"“{words}” is"


def _asked(limit: Limit, shut: Stretch) -> datetime | None:
    """When to ask: just when it closes, and for the same day on the morning of a day that stays closed altogether."""
    if isinstance(limit, Duration) or (isinstance(limit, Moment) and limit.days):
        return shut.start
    midnight = shut.start.replace(hour=0, minute=0)
    day = midnight if midnight == shut.start else midnight + timedelta(days=1)
    return day + timedelta(hours=10) if day + timedelta(days=1) <= shut.end else None


def _hint(limit: Limit, least: int) -> str:
    if isinstance(limit, Duration):
        held = f"only what is longer than {least} hours holds by the calendar"
        return f"Count it while you are open, such as `4 business hours`, or say who answers then; {held}."
    return "Promise it for the next working day, or say for which days it holds, with `when`."


def hours_sound_like_days(context: RuleContext) -> Iterator[Issue]:
    """A promise of 24, 48 or 72 business hours: it sounds like one, two or three days, and takes far longer.

    Why it matters: “24 hours” is a day to everybody who reads it, and after a day they write again.

    Diff:

          hours: Mon-Fri 9:00-17:30
          channels:
            Email: care@example.org
          standards:
            Answers by email:
              channels: Email
              milestone: first-reply
        -     within: 24 business hours  # <- here
        +     within: 1 working day
              after: your message arrives
    """
    for row in rows(context):
        for limit in row.limits:
            length = _opening_hours(row, limit)
            schedule = (
                next(iter(schedules_of(row.case.channels, context)), staffing(context).anywhere) if length else None
            )
            if length and schedule and (found := _sounds_shorter(row, length, schedule)):
                yield Issue(limit.pointer, *found)


def _opening_hours(row: Row, limit: CaseLimit) -> Duration | None:
    """The limit, where it is whole days of hours that count only while somebody is there."""
    length = limit.bound if isinstance(limit.bound, Duration) else None
    if length is None or length.unit is not Unit.HOUR or length.longest % 24 or not 24 <= length.longest <= 240:
        return None
    clock = length.clock or row.clock
    return replace(length, clock=clock) if clock is Clock.BUSINESS else None


def _sounds_shorter(row: Row, length: Duration, schedule: Schedule) -> tuple[str, str] | None:
    shut, usual = longest_break(schedule), schedule.usual()
    over = due(shut.end, length, usual) if shut else None
    if shut is None or not isinstance(over, datetime):
        return None
    if over - shut.end < timedelta(hours=float(length.longest)) * 1.5:
        return None
    name = called(row.name)
    waits = f"what comes in on {day_and_time(shut.end)} may wait until {day_and_time(over)}"
    days = next(days for days in range(1, 1000) if _end(shut.end, days, usual) >= over)
    sounds = length.longest // 24
    hint = (
        f"If {_days(sounds)} {'is' if sounds == 1 else 'are'} meant, write `{_working_days(sounds)}`; "
        f"what it says now is `{_working_days(days)}`."
    )
    return f"{name} promises {length}: {waits}.", hint


def _end(start: datetime, days: int, schedule: Schedule) -> datetime:
    over = due(start, Duration(Decimal(days), Unit.DAY, Clock.WORKING), schedule)
    return over if isinstance(over, datetime) else datetime.max.replace(tzinfo=start.tzinfo)


def _days(count: Decimal | int) -> str:
    return "a day" if count == 1 else f"{count} days"


def _working_days(count: Decimal | int) -> str:
    return f"{count} working day{'' if count == 1 else 's'}"


def channel_open_when_nobody_is_there(context: RuleContext) -> Iterator[Issue]:
    """A telephone, a chat or a door that is open when nobody is there, by the hours of the house or by the rotas.

    Who answers is whoever has its number, and whoever its own note says that it rings at.

    Why it matters: it rings on Saturday, and nobody picks up.

    Diff:

          hours: Mon-Fri 9:00-17:00
          channels:
            Phone: 020 7946 0112
            Chat:
        -     hours: Mon-Sat 9:00-17:00  # <- here
        +     hours: Mon-Fri 10:00-16:00
    """
    yield from _open_beyond_the_house(context)
    for pointer, channel in context.parts_of(Channel):
        open_ = presences(context)[pointer]
        if open_.week and channel.helps() and channel.means() in _ANSWERED:
            yield from _left_alone(channel, open_, context)
    yield from _open_without_rota(context)


def _open_without_rota(context: RuleContext) -> Iterator[Issue]:
    """Named hours on a day on which nobody works, where every role has a rota that can be read."""
    roles = context.parts_of(Role)
    rotas = [(pointer, week_of_rota(role.rota) if role.rota else None) for pointer, role in roles]
    if not rotas or not all(week for _, week in rotas):
        return
    days = {each.day for _, week in rotas for each in week or ()}
    for pointer, hours in context.parts_of(Hours):
        alone = [each.day for each in presences(context)[pointer].week or () if each.day not in days]
        if alone and hours.name:
            message = f"“{hours.named()}” is open on {DAY_NAMES[alone[0]]}, and by the rotas nobody works then."
            hint = "Put somebody on the rota for that day, or shorten the hours."
            yield Issue(pointer, message, hint, at_key=True, twin=(*rotas[0][0], "rota"))


def _open_beyond_the_house(context: RuleContext) -> Iterator[Issue]:
    sets = [hours for _, hours in context.parts_of(Hours)]
    house = schedule_of(sets[0], context) if len(sets) == 1 and not sets[0].name else None
    for pointer, channel in context.parts_of(Channel) if house and not somebody_on_call(context) else ():
        week = channel.hours if isinstance(channel.hours, Week) and channel.means() in _ANSWERED else None
        beyond = _beyond(week.intervals, house.usual()) if week and house and not week.always else None
        if beyond:
            message = f"“{channel.named()}” is open {beyond}, when nobody is there by the hours of the house."
            hint = "Is somebody there all the same? Then say it in `hours`; if not, shorten the hours of the channel."
            yield Issue((*pointer, "hours"), message, hint)


def _left_alone(channel: Channel, open_: Presence, context: RuleContext) -> Iterator[Issue]:
    """Where whoever answers a channel is not there while it is open, nor anybody else of whom the hours are known."""
    answering = [each for each in _answering(channel, context) if each.week]
    there = [each.week for each in presences(context).values() if each.week]
    others = [week for week in there if week != open_.week] + [each.week for each in _people(context) if each.week]
    beyond = _beyond(open_.week or (), Schedule(united(others))) if answering and open_.week else None
    for each in answering[:1] if beyond else ():
        message = f"“{each.name}” answers “{channel.named()}”, which is open {beyond}, when nobody is there."
        hint = "Put somebody on the rota for these hours, or shorten the hours of the channel."
        yield Issue(each.pointer, message, hint, twin=open_.pointer)


def _people(context: RuleContext) -> list[Presence]:
    return [presences(context)[place] for place, _ in context.parts_of(Role)]


def _answering(channel: Channel, context: RuleContext) -> list[Presence]:
    """The roles that are reached under the number of a channel, and those whom its note names."""
    numbers = {digits for each in channel.address if len(digits := _digits(each)) >= _NUMBER}
    found = [
        presences(context)[place] for place, role in context.parts_of(Role) if _digits(role.reach or "") in numbers
    ]
    noted = named_in(" ".join(filter(None, (channel.note, channel.about))), context)
    return [*found, *(each for each in noted if each.is_person and each not in found)]


_NUMBER = 6
"""Digits of a number that is nobody else's."""


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _beyond(week: Iterable[Interval], house: Schedule) -> str | None:
    """The first time of the week at which a channel is open and the house is not."""
    for day, opens, closes in week:
        begins, ends = (MONDAY + timedelta(days=day, minutes=minutes) for minutes in (opens, closes))
        if not is_open(begins, house):
            return f"on {day_and_time(begins)}"
        if not is_open(ends - timedelta(minutes=1), house):
            return f"until {day_and_time(ends)}"
    return None
