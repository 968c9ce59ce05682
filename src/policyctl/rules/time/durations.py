"""Compare lengths of time that follow one another, in the hours of a policy.

A limit that says no clock is read as if it did, in each way in which people mean it: what is certain is so in all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from policyctl.meaning.formatting import joined
from policyctl.meaning.presence import MONDAY, longest_break
from policyctl.schedule import Schedule, due
from policyctl.schema.quantities import Clock, Duration, Interval, Unit
from policyctl.schema.quantities.units import DAYS, SHORT

Chain = Sequence[Duration]

_READINGS = (Clock.CALENDAR, Clock.BUSINESS)

_ALWAYS = Schedule(tuple(Interval(day, 0, 1440) for day in range(7)))

_WEEK = timedelta(days=7)


def certainly_longer(one: Chain, other: Chain, schedule: Schedule, *, or_as_long: bool = False) -> bool:
    """Whether the one is over after the other, if both begin when a usual week begins; false where nobody can tell."""
    mine, theirs = _sum(one), _sum(other)
    if mine and theirs and mine.clock is theirs.clock and mine.comparable(theirs):
        return mine > theirs or (or_as_long and mine >= theirs)
    ends = _reckoned(one, other, schedule)
    return bool(ends) and all(first > second or (or_as_long and first == second) for first, second in ends)


def _sum(chain: Chain) -> Duration | None:
    """The sum of a chain that is counted by one clock: no calendar is needed to compare it with another such."""
    added = _added(chain)
    return added[0] if len(added) == 1 else None


def _reckoned(one: Chain, other: Chain, schedule: Schedule) -> list[tuple[datetime, datetime]]:
    """The two ends in each reading; none at all where one of the readings has no end."""
    ends = []
    clocked = all(each.clock or each.unit not in SHORT | DAYS for each in (*one, *other))
    for clock in _READINGS[:1] if clocked else _READINGS:
        mine, theirs = [_read(each, clock) for each in one], [_read(each, clock) for each in other]
        known = _known(schedule, (*mine, *theirs))
        first, second = (_end(chain, known) if known else None for chain in (mine, theirs))
        if first is None or second is None:
            return []
        ends.append((first, second))
    return ends


def _read(length: Duration, clock: Clock) -> Duration:
    """The length by the clock, where it says none itself; a business day is a working day."""
    if length.clock or length.unit not in SHORT | DAYS:
        return length
    return replace(length, clock=Clock.WORKING if clock is Clock.BUSINESS and length.unit in DAYS else clock)


def _known(schedule: Schedule, lengths: Iterable[Duration]) -> Schedule | None:
    """The usual week; where it is not known, any will do if all lengths are business hours."""
    clocks = {each.clock for each in lengths}
    if schedule.week is not None or Clock.BUSINESS not in clocks:
        return schedule.usual()
    return _ALWAYS if clocks == {Clock.BUSINESS} else None


def _begins(schedule: Schedule) -> datetime:
    """When a usual week begins: with the first opening after its longest break, or on a Monday at 0:00."""
    shut = longest_break(schedule)
    return shut.end if shut else MONDAY + _WEEK


def _end(chain: Chain, schedule: Schedule) -> datetime | None:
    """When the last is over, each begun when the one before is over; what takes days ends and begins on one day."""
    at = latest = _begins(schedule)
    for length in chain:
        over = due(at, length, schedule)
        if not isinstance(over, datetime):
            return None
        latest = max(latest, over)
        at = over if length.unit in SHORT else over - timedelta(days=1)
    return latest


def describe_chain(chain: Chain) -> str:
    """`30 business minutes and 2 working days`; what can be added up is."""
    return joined([str(each) for each in _added(chain)])


def _added(chain: Chain) -> list[Duration]:
    """The sums, one for each unit of each clock."""
    sums: dict[tuple[Unit, Clock | None], Decimal] = {}
    for each in chain:
        sums[each.unit, each.clock] = sums.get((each.unit, each.clock), Decimal(0)) + each.longest
    return [Duration(amount, unit, clock) for (unit, clock), amount in sums.items()]
