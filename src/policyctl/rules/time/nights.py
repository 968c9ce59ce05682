"""A policy in; ladders and direct routes that say nothing of the night out."""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain

from policyctl.findings import Issue, Pointer
from policyctl.rules.authority import roles
from policyctl.rules.naming import entries, targets
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import figure, quoted
from policyctl.rules.time.lifted import prose, somebody_on_call
from policyctl.rules.time.staffing import longest_break, staffing, usual_schedule
from policyctl.rules.time.telling import day_and_time
from policyctl.rules.time.words import calls_for_help, says_on_call
from policyctl.schedule import due
from policyctl.schema.quantities import Clock, Duration
from policyctl.schema.quantities.units import SHORT
from policyctl.schema.sections.escalation import DirectRoute, Escalation, Ladder, LadderKind
from policyctl.schema.sections.people import Channel, ChannelKind, Priority
from policyctl.schema.sections.procedures import Procedure

_ANSWERED = (ChannelKind.PHONE, ChannelKind.CHAT, ChannelKind.IN_PERSON)
"""Where somebody has to be there while it is open."""


def ladder_silent_about_night(context: RuleContext) -> Iterator[Issue]:
    """A ladder that does not say what happens out of hours, where cases are taken round the clock.

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
    house = staffing(context).house
    if house is None or longest_break(house) is None:
        return
    urgent = next(
        (each.named() for _, each in context.parts_of(Priority) if each.round_the_clock and each.named()), None
    )
    open_doors = dict(_led_to_at_night(context))
    for pointer, ladder in context.parts_of(Ladder):
        reason = f"“{urgent}” is worked on round the clock" if urgent else open_doors.get(pointer)
        if reason and not (
            ladder.kind is LadderKind.ADVICE or ladder.out_of_hours or _knows_the_night(ladder, context)
        ):
            message = f"{reason}, and “{ladder.named()}” does not say who is asked when nobody is there."
            hint = "Say with `out_of_hours` whom to ring, or what waits until the morning."
            yield Issue(pointer, message, hint, at_key=True)


def route_closed_at_night(context: RuleContext) -> Iterator[Issue]:
    """A direct route that is to be quick, in a policy that says nothing of nights and weekends.

    Why it matters: data is lost and people are hurt on Sundays as well, and whoever notices it looks here for a number.

    Diff:

          hours: Mon-Fri 9:00-17:00
          roles:
        -   Rosa: Owner
        +   Rosa:
        +     title: Owner
        +     reach: 07700 900 123
          escalation:
            direct:
              Data in the wrong hands:
                to: Rosa
                within: 1 hour  # <- here
    """
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
            yield Issue((*pointer, "within"), message, hint)


def _calendar_time(route: DirectRoute) -> Duration | None:
    """The hours or minutes that it may take, where they run at night as well."""
    limit = route.within.sole if route.within else None
    at_night = isinstance(limit, Duration) and limit.unit in SHORT and limit.clock in (None, Clock.CALENDAR)
    return limit if at_night and isinstance(limit, Duration) else None


def _led_to_at_night(context: RuleContext) -> Iterator[tuple[Pointer, str]]:
    """The ladders of procedures for channels on which somebody answers round the clock, and the reason in words."""
    doors = staffing(context).doors
    for _, procedure in context.parts_of(Procedure):
        places = [named for reference in procedure.channels for named in targets(reference, context.names)]
        for named in places:
            door, channel = doors.get(named.pointer), named.entry
            always = door is not None and door.schedule is not None and longest_break(door.schedule) is None
            if always and isinstance(channel, Channel) and channel.means() in _ANSWERED:
                reason = f"“{channel.named()}” is open round the clock"
                yield from ((place, reason) for place in entries(procedure.escalation, Ladder, context.names))


def _knows_the_night(ladder: Ladder, context: RuleContext) -> bool:
    """Whether the ladder, its levels or those who are asked on them tell of odd hours."""
    asked = roles([reference for level in ladder.levels for reference in (*level.role, *level.backup)], context)
    return says_on_call(chain.from_iterable(prose(each) for each in (ladder, *ladder.levels, *asked.values())))


def _only_while_open(route: DirectRoute, context: RuleContext) -> bool:
    """Whether it can only be noticed on channels that are used while somebody is there."""
    named = [each.pointer for reference in route.channels for each in targets(reference, context.names)]
    doors = [staffing(context).doors.get(pointer) for pointer in named]
    return bool(doors) and all(door and not door.any_hour for door in doors)


def _provided_for(route: DirectRoute, context: RuleContext) -> bool:
    """Whether anything says what to do at night: a number of those who take it, somebody on call, the fire brigade."""
    taking = roles([*route.to, *route.tell], context)
    section = context.policy.escalation
    around = [route, *([section] if isinstance(section, Escalation) else [])]
    words = [*(text for part in around for text in prose(part)), *(str(bound) for _, bound in route.reply or ())]
    return (
        not route.to
        or any(role.reach for role in taking.values())
        or somebody_on_call(context)
        or says_on_call(words)
        or calls_for_help(words)
    )
