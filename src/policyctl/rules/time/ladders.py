"""Find ladders that are too slow for their promises, or that lead to nobody at night."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from itertools import chain

from policyctl.findings import Issue, Pointer
from policyctl.meaning.formatting import called, figure, joined, quoted
from policyctl.meaning.lengths import sooner
from policyctl.meaning.people import roles
from policyctl.meaning.presence import (
    MONDAY,
    day_and_time,
    longest_break,
    mentions_emergency_services,
    mentions_on_call,
    prose,
    schedules_of,
    somebody_on_call,
    staffing,
    time_of_day,
    together,
    usual_schedule,
)
from policyctl.meaning.promises.cases import priority_spoken_of
from policyctl.meaning.promises.limits import CaseLimit
from policyctl.meaning.promises.rows import Row, rows
from policyctl.meaning.references import entries, targets
from policyctl.rules.rule import RuleContext
from policyctl.rules.time.complaints import ANSWERS
from policyctl.rules.time.durations import Chain, certainly_longer, describe_chain
from policyctl.schedule import Schedule, due, is_open, next_opening
from policyctl.schema.grammar.commitment import Firmness
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.quantities import Clock, Duration, Week
from policyctl.schema.quantities.units import SHORT
from policyctl.schema.sections.escalation import DirectRoute, Escalation, Ladder, LadderKind, Level
from policyctl.schema.sections.people import Channel, ChannelKind, Priority
from policyctl.schema.sections.procedures import Procedure

MANY = 20
"""Limits of one promise that are held against a ladder; nobody reads more."""

Promised = tuple[Row, CaseLimit]

Arrival = tuple[datetime, datetime]
"""When a case begins, and when it reaches a level."""

_OFF_DUTY_HINT = "Name somebody who is there then, as `backup`, or say with `out_of_hours` what happens."

_ANSWERED = (ChannelKind.PHONE, ChannelKind.CHAT, ChannelKind.IN_PERSON)
"""Where somebody has to be there while it is open."""


def ladders_slower_than_promises(context: RuleContext) -> Iterator[Issue]:
    """Ladders whose levels may wait for so long that the promise is over before the next one is asked."""
    reported: set[tuple[Pointer, Pointer]] = set()
    by_place = context.cached(_answers)
    for pointer, procedure in context.parts_of(Procedure):
        for place, ladder in entries(procedure.escalation, Ladder, context.names).items():
            for promise in _promises_of(pointer, procedure, by_place, context):
                if (promise, place) not in reported:
                    reported.add((promise, place))
                    found = (_late(place, ladder, each, context) for each in by_place[promise])
                    yield from (issue for issue in [next(filter(None, found), None)] if issue)
    yield from _levels_beyond_promises(context)


def _levels_beyond_promises(context: RuleContext) -> Iterator[Issue]:
    """Levels that alone wait longer in one case than what is promised for that case, if not in each of them."""
    binding = [
        (row, limit)
        for row in rows(context)
        for limit in row.limits
        if row.milestone in ANSWERS and not row.in_every_case and row.firmness is not Firmness.TRY and limit.case_name
    ]
    by_place: dict[Pointer, list[Promised]] = {}
    for row, limit in binding:
        for depth in range(1, len(row.pointer) + 1):
            known = by_place.setdefault(row.pointer[:depth], [])
            if len(known) < MANY:
                known.append((row, limit))
    reported: set[Pointer] = set()
    for pointer, procedure in context.parts_of(Procedure) if binding else ():
        promised = [each for place in _promises_of(pointer, procedure, by_place, context) for each in by_place[place]]
        case = f"{procedure.named()} {' '.join(procedure.trigger)}"
        spoken = priority_spoken_of(case, context) if promised else None
        for place, ladder in entries(procedure.escalation, Ladder, context.names).items() if promised else ():
            for at, waits, (row, limit) in _waiting(place, ladder, promised, spoken):
                if at not in reported and limit.length and sooner(limit.length, waits):
                    reported.add(at)
                    message = f"This level may wait {figure(waits)}, and “{row.name}” promises {_limit(limit)}."
                    hint = "Let the level answer sooner, so that the promise can be kept, or promise longer."
                    yield Issue(at, message, hint, twin=limit.pointer)


def _waiting(
    place: Pointer, ladder: Ladder, promised: list[Promised], spoken: Pointer | None
) -> Iterator[tuple[Pointer, Duration, Promised]]:
    """How long each level waits in each case, or in the one that is spoken of, with what is promised for that case."""
    for index, level in enumerate(ladder.levels):
        at = (*place, "levels", index, "waits")
        for case, bound in level.waits or ():
            name = str(case) if case is not None else str(spoken[-1]) if spoken else ""
            for each in promised if name and isinstance(bound, Duration) else ():
                if isinstance(bound, Duration) and normalise_name(name) == normalise_name(each[1].case_name or ""):
                    yield at if case is None else (*at, str(case)), bound, each


def _answers(context: RuleContext) -> Mapping[Pointer, list[Promised]]:
    """The limits within which a case is answered or solved, under the places of the promise and all that holds it."""
    found: dict[Pointer, list[Promised]] = {}
    for row in rows(context):
        for limit in row.limits if _binds(row) else ():
            for depth in range(1, len(row.pointer) + 1) if limit.length and not limit.start.key else ():
                known = found.setdefault(row.pointer[:depth], [])
                if len(known) < MANY:
                    known.append((row, limit))
    return found


def _binds(row: Row) -> bool:
    return row.milestone in ANSWERS and row.in_every_case and row.firmness is not Firmness.TRY


def _promises_of(
    pointer: Pointer, procedure: Procedure, known: Mapping[Pointer, list[Promised]], context: RuleContext
) -> Iterator[Pointer]:
    """The promises of a procedure: its own, and those that it keeps."""
    standards = (named.pointer for reference in procedure.standards for named in targets(reference, context.names))
    return (place for place in (pointer, *standards) if place in known)


def _late(place: Pointer, ladder: Ladder, promised: Promised, context: RuleContext) -> Issue | None:
    """The first level whose waiting uses up what was promised."""
    row, limit = promised
    schedule = next(iter(schedules_of(row.case.channels, context)), usual_schedule(context))
    waited: list[Duration] = []
    for index, level in enumerate(ladder.levels):
        wait = _wait(level, limit)
        if wait is None or limit.length is None:
            return None
        waited.append(wait)
        onward = ladder.levels[index + 1 : index + 2]
        if certainly_longer(waited, [limit.length], schedule, or_as_long=bool(onward)):
            message = f"{_describe_wait(ladder, waited, level, onward)}, and “{row.name}” promises {_limit(limit)}."
            hint = "Let the levels answer sooner, so that somebody who decides still has time, or promise longer."
            return Issue((*place, "levels", index, "waits"), message, hint, twin=limit.pointer)
    return None


def _wait(level: Level, limit: CaseLimit) -> Duration | None:
    """How long a level may wait: in every case, or in the case that the limit is for."""
    for case, bound in level.waits or ():
        if isinstance(bound, Duration) and (
            case is None or (limit.case_name and normalise_name(case) == normalise_name(limit.case_name))
        ):
            return bound
    return None


def _describe_wait(ladder: Ladder, waited: Chain, level: Level, onward: tuple[Level, ...]) -> str:
    name = called(ladder.named(), "This ladder")
    if onward:
        return f"{name} may wait {describe_chain(waited)} before {_who(onward[0]) or 'the next level'} is asked"
    return f"{name} may take {describe_chain(waited)} until {_who(level) or 'the last level'} answers"


def _who(level: Level) -> str:
    return joined([f"“{each}”" for each in level.role], "or")


def _limit(limit: CaseLimit) -> str:
    case = f" for “{limit.case_name}”" if limit.case_name else ""
    return f"{figure(limit.length)}{case}" if limit.length and limit.length.text else f"{limit.length}{case}"


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
                yield Issue((*pointer, "levels", index), found, _OFF_DUTY_HINT)
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


def _missed(cases: Iterable[Arrival], level: Level, wait: object, duty: Schedule, house: Schedule) -> str | None:
    """What happens to the first case that meets nobody while the house is open."""
    for begun, reached in cases:
        back = next_opening(reached, duty) if is_open(reached, house) else None
        if back and back > reached and back >= _until(reached, wait, house):
            when = time_of_day(reached) if reached.date() == begun.date() else day_and_time(reached)
            return (
                f"A case that begins on {day_and_time(begun)} reaches {quoted(level.role)} at {when}, "
                f"and nobody is there before {day_and_time(back)}."
            )
    return None


def _until(reached: datetime, wait: object, house: Schedule) -> datetime:
    """When the level must have answered; by the end of the day where it does not say."""
    over = due(reached, wait, house) if isinstance(wait, Duration) else None
    return over if isinstance(over, datetime) else reached.replace(hour=0, minute=0) + timedelta(days=1)


def ladder_silent_about_night(context: RuleContext) -> Iterator[Issue]:
    """A ladder that does not say what happens out of hours, where cases are taken round the clock.

    It is asked as well of a direct route that is to be quick, and on which nobody is there at night.

    Why it matters: at three in the morning the one who is there has a customer on the line and nobody to ask.

    Diff:

          hours: Mon-Fri 9:00-17:00
          priorities:
            Urgent:
              means: Nobody can work.
              round_the_clock: yes
          escalation:
            ladders:
              Faults:  # <- here
                triggers: You cannot mend it yourself
                levels:
                  - Ana
                  - Bea
        +       out_of_hours: Ring the one whose week it is, on the number by the door.
    """
    yield from _ladders_silent_about_night(context)
    yield from _routes_closed_at_night(context)


def _ladders_silent_about_night(context: RuleContext) -> Iterator[Issue]:
    house = staffing(context).house
    if house is None or longest_break(house) is None:
        return
    urgent = next(
        (each.named() for _, each in context.parts_of(Priority) if each.round_the_clock and each.named()), None
    )
    open_channels = dict(_led_to_at_night(context))
    for pointer, ladder in context.parts_of(Ladder):
        reason = f"“{urgent}” is worked on round the clock" if urgent else open_channels.get(pointer)
        if reason and not (
            ladder.kind is LadderKind.ADVICE or ladder.out_of_hours or _knows_the_night(ladder, context)
        ):
            message = f"{reason}, and “{ladder.named()}” does not say who is asked when nobody is there."
            hint = "Say with `out_of_hours` whom to ring, or what waits until the morning."
            yield Issue(pointer, message, hint, at_key=True)


def _routes_closed_at_night(context: RuleContext) -> Iterator[Issue]:
    """The direct routes that are to be quick, in a policy that says nothing of nights and weekends."""
    shut = longest_break(usual_schedule(context))
    for pointer, route in context.parts_of(DirectRoute) if shut else ():
        limit = _calendar_time(route)
        over = due(shut.start, limit, usual_schedule(context).usual()) if shut and limit else None
        if shut is None or limit is None or not isinstance(over, datetime) or over >= shut.end:
            continue
        if not (_only_while_open(route, context) or _provided_for(route, context)):
            message = (
                f"“{route.named()}” is to reach {quoted(route.to)} within {figure(limit)}, and whoever "
                f"notices it on {day_and_time(shut.start)} finds nobody before {day_and_time(shut.end)}."
            )
            hint = "Say how to reach them then, with `reach` in the role; if it can wait, count it in business hours."
            yield Issue((*pointer, "within"), message, hint, gently=True)


def _calendar_time(route: DirectRoute) -> Duration | None:
    """The hours or minutes that it may take, where they run at night as well."""
    limit = route.within.sole if route.within else None
    at_night = isinstance(limit, Duration) and limit.unit in SHORT and limit.clock in (None, Clock.CALENDAR)
    return limit if at_night and isinstance(limit, Duration) else None


def _led_to_at_night(context: RuleContext) -> Iterator[tuple[Pointer, str]]:
    """The ladders of procedures for channels on which somebody answers round the clock, and the reason in words."""
    known = staffing(context).channels
    for _, procedure in context.parts_of(Procedure):
        places = [named for reference in procedure.channels for named in targets(reference, context.names)]
        for named in places:
            staffed, channel = known.get(named.pointer), named.entry
            always = staffed and staffed.schedule and longest_break(staffed.schedule) is None
            if always and isinstance(channel, Channel) and channel.means() in _ANSWERED:
                reason = f"“{channel.named()}” is open round the clock"
                yield from ((place, reason) for place in entries(procedure.escalation, Ladder, context.names))


def _knows_the_night(ladder: Ladder, context: RuleContext) -> bool:
    """Whether the ladder, its levels or those who are asked on them tell of odd hours."""
    asked = roles([reference for level in ladder.levels for reference in (*level.role, *level.backup)], context)
    return mentions_on_call(chain.from_iterable(prose(each) for each in (ladder, *ladder.levels, *asked.values())))


def _only_while_open(route: DirectRoute, context: RuleContext) -> bool:
    """Whether it can only be noticed on channels that are used while somebody is there."""
    named = [each.pointer for reference in route.channels for each in targets(reference, context.names)]
    channels = [staffing(context).channels.get(pointer) for pointer in named]
    return bool(channels) and all(each and not each.any_hour for each in channels)


def _provided_for(route: DirectRoute, context: RuleContext) -> bool:
    """Whether anything says what to do at night: a number of those who take it, somebody on call, the fire brigade."""
    taking = roles([*route.to, *route.tell], context)
    section = context.policy.escalation
    around = [route, *([section] if isinstance(section, Escalation) else [])]
    words = [*(text for part in around for text in prose(part)), *(str(bound) for _, bound in route.reply or ())]
    return (
        not route.to
        or any(role.reach for role in taking.values())
        or any(ladder.out_of_hours for _, ladder in context.parts_of(Ladder))
        or somebody_on_call(context)
        or mentions_on_call(words)
        or mentions_emergency_services(words)
    )
