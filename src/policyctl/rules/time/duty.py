"""A policy in; levels of a ladder that are off duty when a case reaches them out."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from policyctl.findings import Issue
from policyctl.rules.authority import roles
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import quoted
from policyctl.rules.time.staffing import MONDAY, together, usual_schedule
from policyctl.rules.time.telling import clock, day_and_time
from policyctl.schedule import Schedule, due, is_open, next_opening
from policyctl.schema.quantities import Duration, Week
from policyctl.schema.sections.escalation import Ladder, Level

Case = tuple[datetime, datetime]
"""When a case begins, and when it reaches a level."""

_HINT = "Name somebody who is there then, as `backup`, or say with `out_of_hours` what happens."


def level_off_duty(context: RuleContext) -> Iterator[Issue]:
    """A level of a ladder on which, by its rota, nobody is there in time for a case that comes while you are open.

    Why it matters: on such a day the ladder ends one level lower, and nobody has told the customer.

    Diff:

          hours: Mon-Sat 9:00-17:00
          roles:
            Ana: Adviser
            Care lead:
              rota: Mon-Fri 9:00-17:00
        +   Rosa: Owner
          escalation:
            ladders:
              Unhappy customers:
                triggers: Somebody asks for more than you may give
                levels:
                  - role: Ana
                    waits: 1 business hour
        -         - Care lead  # <- here
        +         - role: Care lead
        +           backup: Rosa
    """
    house = usual_schedule(context)
    for pointer, ladder in context.parts_of(Ladder) if house.week else ():
        cases = [(begun, begun) for begun in _openings(house)]
        for index, level in enumerate(ladder.levels if not ladder.out_of_hours else ()):
            duty, wait = _duty(level, context), level.waits.sole if level.waits else None
            if duty and (found := _missed(cases, level, wait, duty, house)):
                yield Issue((*pointer, "levels", index), found, _HINT)
            if not isinstance(wait, Duration):
                break
            later = ((begun, due(reached, wait, house)) for begun, reached in cases)
            cases = [(begun, over) for begun, over in later if isinstance(over, datetime)]


def _openings(house: Schedule) -> list[datetime]:
    """The first opening of each day of a usual week."""
    first = {day: opens for day, opens, _ in reversed(house.week or ())}
    return [MONDAY + timedelta(days=day, minutes=first[day]) for day in sorted(first)]


def _duty(level: Level, context: RuleContext) -> Schedule | None:
    """When anybody of a level or of those who stand in is there; None where that is not known of each."""
    asked = (*level.role, *level.backup)
    people = list(roles(asked, context).values())
    people += roles([reference for role in people for reference in role.backup], context).values()
    weeks = [Week.find(role.rota) if role.rota else None for role in people]
    if not all(roles([each], context) for each in asked) or not all(weeks):
        return None
    return together(Schedule(week.intervals) for week in weeks if week)


def _missed(cases: Iterable[Case], level: Level, wait: object, duty: Schedule, house: Schedule) -> str | None:
    """What happens to the first case that meets nobody while the house is open."""
    for begun, reached in cases:
        back = next_opening(reached, duty) if is_open(reached, house) else None
        if back and back > reached and back >= _until(reached, wait, house):
            when = clock(reached) if reached.date() == begun.date() else day_and_time(reached)
            return (
                f"A case that begins on {day_and_time(begun)} reaches {quoted(level.role)} at {when}, "
                f"and nobody is there before {day_and_time(back)}."
            )
    return None


def _until(reached: datetime, wait: object, house: Schedule) -> datetime:
    """When the level must have answered; by the end of the day where it does not say."""
    over = due(reached, wait, house) if isinstance(wait, Duration) else None
    return over if isinstance(over, datetime) else reached.replace(hour=0, minute=0) + timedelta(days=1)
