"""A policy in; channels that are open when nobody is there out."""

from collections.abc import Iterator
from datetime import timedelta

from policyctl.findings import Issue
from policyctl.rules.rule import RuleContext
from policyctl.rules.time.lifted import somebody_on_call
from policyctl.rules.time.staffing import MONDAY, schedule_of
from policyctl.rules.time.telling import day_and_time
from policyctl.schedule import Schedule, is_open
from policyctl.schema.quantities import Week
from policyctl.schema.sections.people import Channel, ChannelKind, Hours

_ANSWERED = (ChannelKind.PHONE, ChannelKind.CHAT)


def channel_open_when_nobody_is_there(context: RuleContext) -> Iterator[Issue]:
    """A telephone or a chat with hours of its own that go beyond the hours of the house.

    Why it matters: it rings on Saturday, and nobody picks up.

    Diff:

          hours: Mon-Fri 9:00-17:00
          channels:
            Phone: 020 7946 0112
            Chat:
        -     hours: Mon-Sat 9:00-17:00  # <- here
        +     hours: Mon-Fri 10:00-16:00
    """
    sets = [hours for _, hours in context.parts_of(Hours)]
    house = schedule_of(sets[0], context) if len(sets) == 1 and not sets[0].name else None
    for pointer, channel in context.parts_of(Channel) if house and not somebody_on_call(context) else ():
        week = channel.hours if isinstance(channel.hours, Week) and channel.means() in _ANSWERED else None
        beyond = _beyond(week, house.usual()) if week and house and not week.always else None
        if beyond:
            message = f"“{channel.named()}” is open {beyond}, when nobody is there by the hours of the house."
            hint = "Is somebody there all the same? Then say it in `hours`; if not, shorten the hours of the channel."
            yield Issue((*pointer, "hours"), message, hint)


def _beyond(week: Week, house: Schedule) -> str | None:
    """The first time of the week at which a channel is open and the house is not."""
    for day, opens, closes in week.intervals:
        begins, ends = (MONDAY + timedelta(days=day, minutes=minutes) for minutes in (opens, closes))
        if not is_open(begins, house):
            return f"on {day_and_time(begins)}"
        if not is_open(ends - timedelta(minutes=1), house):
            return f"until {day_and_time(ends)}"
    return None
