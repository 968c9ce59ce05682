"""Find the same answers as the engine by watching the clock and the calendar on the wall, minute by minute.

It is slow, and it is obviously right: nothing is reckoned here that is not looked up on the wall.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from math import ceil

from policyctl.schedule import Moment, Schedule
from policyctl.schema.quantities import Clock, DayPart, Duration, SameDay, TimeOfDay, Unit
from policyctl.schema.quantities.duration import MONTHS, SECONDS

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
_PART_ENDS = {DayPart.MORNING: 12 * 60, DayPart.AFTERNOON: 18 * 60}


class Watcher:
    """Somebody who looks at the clock and the calendar once a minute."""

    def __init__(self, schedule: Schedule) -> None:
        self.schedule = schedule
        self.shut = {
            date(1970, 1, 1) + timedelta(days=day)
            for first, last in schedule.closed.stretches
            for day in range(first, last + 1)
        }
        self.minutes: list[set[int]] = [set() for _ in range(7)]
        for each in schedule.week or ():
            self.minutes[each.day] |= set(range(each.opens, each.closes))

    def shown(self, at: datetime) -> datetime:
        return at.astimezone(self.schedule.zone).replace(tzinfo=None)

    def is_open(self, at: datetime) -> bool:
        now = self.shown(at)
        minute, day = now.hour * 60 + now.minute, now.date()
        return (
            (minute in self.minutes[day.weekday()] and day not in self.shut)
            or (minute + 1440 in self.minutes[day.weekday() - 1] and day - DAY not in self.shut)
        )  # fmt: skip

    def is_worked(self, day: date) -> bool:
        opens = {each.day for each in self.schedule.week or ()}
        usual = opens if opens and {0, 1, 2, 3, 4} - opens else {0, 1, 2, 3, 4}
        return day.weekday() in usual and day not in self.shut

    def due(self, start: datetime, limit: object) -> datetime | None:
        at = start.astimezone(UTC)
        match limit:
            case Duration(unit=Unit.MINUTE | Unit.HOUR):
                return self._count(at, int(limit.longest * SECONDS[limit.unit]) // 60, self._runs(limit.clock))
            case Duration():
                return self._end_of(at, self._last_day(at, limit))
            case TimeOfDay():
                today, time = self.shown(at).date(), timedelta(minutes=limit.minutes)
                wanted = datetime.combine(today, datetime.min.time()) + time
                return self._walk_to(at, wanted if self.shown(at) <= wanted else wanted + DAY)
            case SameDay(part=DayPart.WORKING_DAY):
                return self._end_of(at, self._worked(self._came_in(at), 0))
            case SameDay():
                return self._on(at, self.shown(at).date(), _PART_ENDS.get(limit.part, 1440))
            case _:
                return self._moment(at, limit) if isinstance(limit, Moment) else None

    def _last_day(self, at: datetime, limit: Duration) -> date:
        if limit.unit in MONTHS:
            return self._months_later(at, int(limit.longest) * MONTHS[limit.unit])
        if limit.clock is not Clock.WORKING:
            return self.shown(at).date() + ceil(limit.longest * (7 if limit.unit is Unit.WEEK else 1)) * DAY
        in_a_week = sum(self.is_worked(date(1900, 1, 1) + n * DAY) for n in range(7))
        count = ceil(limit.longest * (in_a_week if limit.unit is Unit.WEEK else 1))
        return self._worked(self._came_in(at), count)

    def _moment(self, at: datetime, then: Moment) -> datetime | None:
        day = self.shown(at).date() + then.days * DAY
        day = self._worked(day, 0) if then.working else day
        return self._on(at, day, 1440 if then.time is None else then.time.minutes)

    def longest_closed(self, one: datetime, other: datetime) -> tuple[datetime, datetime] | None:
        at, since, longest = one.astimezone(UTC), None, None
        while at <= other:
            shut = at < other and not self.is_open(at)
            if shut and since is None:
                since = at
            elif not shut and since is not None:
                if longest is None or at - since > longest[1] - longest[0]:
                    longest = (since, at)
                since = None
            at += MINUTE
        return longest

    def next_opening(self, at: datetime) -> datetime:
        now = at.astimezone(UTC)
        while not self.is_open(now):
            now += MINUTE
        return now

    def _runs(self, clock: Clock | None) -> Callable[[datetime], bool]:
        if clock is Clock.BUSINESS:
            return self.is_open
        if clock is Clock.WORKING:
            return lambda at: self.is_worked(self.shown(at).date())
        return lambda _: True

    def _count(self, at: datetime, minutes: int, runs: Callable[[datetime], bool]) -> datetime:
        while minutes:
            minutes -= runs(at)
            at += MINUTE
        return at

    def _came_in(self, at: datetime) -> date:
        """The first day that can be a working day for what comes in now."""
        now = self.shown(at)
        closes = max((each.closes for each in self.schedule.week or () if each.day == now.weekday()), default=1440)
        return now.date() if now.hour * 60 + now.minute < closes else now.date() + DAY

    def _worked(self, day: date, count: int) -> date:
        while count or not self.is_worked(day):
            count -= self.is_worked(day)
            day += DAY
        return day

    def _months_later(self, at: datetime, count: int) -> date:
        day = self.shown(at).date()
        month, year = day.month + count, day.year
        while month > 12:
            month, year = month - 12, year + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))

    def _end_of(self, at: datetime, day: date) -> datetime:
        return self._walk_to(at, datetime.combine(day + DAY, datetime.min.time()))

    def _on(self, at: datetime, day: date, minute: int) -> datetime | None:
        wanted = datetime.combine(day, datetime.min.time()) + timedelta(minutes=minute)
        return self._walk_to(at, wanted) if self.shown(at) <= wanted else None

    def _walk_to(self, at: datetime, wanted: datetime) -> datetime:
        """The first minute at which the clock shows this time or a later one."""
        while self.shown(at) < wanted:
            at += MINUTE
        return at
