"""A policy in; hours of opening that customers take for days out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from policyctl.findings import Issue
from policyctl.rules.promises.limits import CaseLimit
from policyctl.rules.promises.rows import Row, rows
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import called
from policyctl.rules.time.staffing import longest_break, schedules_of, staffing
from policyctl.rules.time.telling import day_and_time
from policyctl.schedule import Schedule, due
from policyctl.schema.quantities import Clock, Duration, Unit


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
            if length and schedule and (found := _told(row, length, schedule)):
                yield Issue(limit.pointer, *found)


def _opening_hours(row: Row, limit: CaseLimit) -> Duration | None:
    """The limit, where it is whole days of hours that count only while somebody is there."""
    length = limit.bound if isinstance(limit.bound, Duration) else None
    if length is None or length.unit is not Unit.HOUR or length.longest % 24 or not 24 <= length.longest <= 240:
        return None
    clock = length.clock or row.clock
    return replace(length, clock=clock) if clock is Clock.BUSINESS else None


def _told(row: Row, length: Duration, schedule: Schedule) -> tuple[str, str] | None:
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
