"""Calendars that could be somebody's, drawn at random, and the questions that are asked of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from tests.schedule.simulation import Watcher

from policyctl.schedule import (
    Closed,
    Days,
    Moment,
    Schedule,
    Undecided,
    due,
    is_open,
    longest_closed,
    next_opening,
)
from policyctl.schema.quantities import Clock, DayPart, Duration, Interval, SameDay, TimeOfDay, Unit

ZONES = (
    "Europe/London", "Europe/Berlin", "America/New_York", "Asia/Kathmandu",
    "Australia/Lord_Howe",    # Puts its clock forward by half an hour.
    "Antarctica/Troll",       # By two hours.
    "Pacific/Chatham",        # Is 12 hours and 45 minutes ahead.
    "Asia/Beirut", "Africa/Cairo", "America/Asuncion", "America/Havana", "America/Sao_Paulo",    # At midnight.
    "America/St_Johns",       # Until 2011 at a minute past midnight, back over it.
    "Pacific/Apia",           # Skipped 30 December 2011.
    "Africa/Casablanca",      # Four changes a year.
)  # fmt: skip

_SINCE, _UNTIL = datetime(2009, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC)


@cache
def changes(zone: str) -> list[datetime]:
    """The days before which and after which the clock is not the same."""
    days = [_SINCE + timedelta(days=n) for n in range((_UNTIL - _SINCE).days)]
    ahead = [day.astimezone(ZoneInfo(zone)).utcoffset() for day in days]
    return [day for day, before, behind in zip(days, ahead, ahead[1:], strict=False) if before != behind]


Limit = Duration | TimeOfDay | SameDay | Moment


@dataclass(frozen=True)
class Question:
    """An instant, a limit that begins then, and the schedule that it is asked of."""

    start: datetime
    limit: Limit
    schedule: Schedule

    def disagreements(self) -> list[str]:
        """Every answer of the engine that whoever watches the clock finds wrong."""
        watcher, later = Watcher(self.schedule), self.start + timedelta(days=3, minutes=17)
        found = due(self.start, self.limit, self.schedule)
        answers: list[tuple[str, object, Callable[[], object]]] = [
            ("due", None if found is Undecided.PAST else found, lambda: watcher.due(self.start, self.limit)),
            ("is open", is_open(self.start, self.schedule), lambda: watcher.is_open(self.start)),
            (
                "longest closed",
                longest_closed(self.start, later, self.schedule),
                lambda: watcher.longest_closed(self.start, later),
            ),
        ]
        if self.schedule.week is not None:
            opening = next_opening(self.start, self.schedule)
            answers.append(("next opening", opening, lambda: watcher.next_opening(self.start)))
        watched = [(name, answer, watch()) for name, answer, watch in answers]
        return [f"{name}: {answer} is not {seen}" for name, answer, seen in watched if answer != seen]


@st.composite
def weeks(draw: st.DrawFn) -> tuple[Interval, ...] | None:
    """Hours as people have them, and a few as nobody has; some run past midnight."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.sampled_from([None, tuple(Interval(day, 0, 1440) for day in range(7))]))
    days = sorted(draw(st.sets(st.integers(0, 6), min_size=1)))
    found: list[Interval] = []
    for day in days:
        times = sorted(draw(st.sets(st.integers(0, 1440), min_size=2, max_size=4)))
        found += [Interval(day, *times[at : at + 2]) for at in range(0, len(times) - 1, 2)]
        if (day + 1) % 7 not in days and draw(st.booleans()):
            last = found[-1]
            found[-1] = Interval(day, last.opens, max(last.closes, 1440 + draw(st.integers(0, min(600, last.opens)))))
    return tuple(found)


AMOUNTS = {
    Unit.MINUTE: st.integers(0, 2000), Unit.HOUR: st.integers(0, 30), Unit.DAY: st.integers(0, 8),
    Unit.WEEK: st.integers(0, 2), Unit.MONTH: st.integers(0, 2),
}  # fmt: skip


@st.composite
def durations(draw: st.DrawFn) -> Duration:
    unit = draw(st.sampled_from([*AMOUNTS, Unit.HOUR, Unit.DAY]))
    clocks: dict[Unit, list[Clock | None]] = {
        Unit.DAY: [None, Clock.WORKING],
        Unit.WEEK: [Clock.CALENDAR, Clock.WORKING],
        Unit.MONTH: [None],
    }
    hours = [Clock.BUSINESS, Clock.BUSINESS, Clock.WORKING, Clock.CALENDAR, None]
    half = Decimal("0.5") if unit is Unit.DAY and draw(st.booleans()) else Decimal(0)
    return Duration(draw(AMOUNTS[unit]) + half, unit, draw(st.sampled_from(clocks.get(unit, hours))))


TIMES = st.builds(TimeOfDay, st.integers(0, 23), st.integers(0, 59))
LIMITS = st.one_of(
    durations(), durations(), durations(), TIMES, st.builds(SameDay, st.sampled_from(DayPart)),
    st.builds(Moment, st.integers(0, 1), st.booleans(), st.none() | TIMES),
)  # fmt: skip


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """Half of them begin within days of a change of the clock."""
    zone = draw(st.sampled_from(ZONES))
    near = changes(zone) or [_SINCE]
    base = draw(st.sampled_from(near)) if draw(st.booleans()) else _SINCE + timedelta(draw(st.integers(1, 7000)))
    start = base + timedelta(minutes=draw(st.integers(-4000, 4000)))
    shut = draw(st.lists(st.tuples(st.integers(-3, 12), st.integers(0, 3)), max_size=4))
    today = start.date()
    closed = Closed.of(_days(today, first, length) for first, length in shut)
    limit, week = draw(LIMITS), draw(weeks())
    if week is None and isinstance(limit, Duration) and limit.clock is Clock.BUSINESS:
        limit = Duration(limit.amount, limit.unit, Clock.CALENDAR)
    return Question(start, _kept_short(limit, week), Schedule(week, closed, ZoneInfo(zone)))


def _days(today: date, first: int, length: int) -> Days:
    return Days(today + timedelta(days=first), today + timedelta(days=first + length))


def _kept_short(limit: Limit, week: tuple[Interval, ...] | None) -> Limit:
    """A week that hardly opens would be watched for years."""
    if not isinstance(limit, Duration) or limit.clock is not Clock.BUSINESS or week is None:
        return limit
    in_a_week = sum(each.closes - each.opens for each in week)
    minutes = limit.amount * (60 if limit.unit is Unit.HOUR else 1)
    return Duration(min(minutes, Decimal(2 * in_a_week)), Unit.MINUTE, Clock.BUSINESS)
