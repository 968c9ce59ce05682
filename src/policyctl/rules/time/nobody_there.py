"""Find times, days and dates at which somebody is said to be there, and by the hours nobody is."""

from collections.abc import Callable, Iterator, Mapping

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import finds
from policyctl.meaning.appointments import WEEK, Statement, bound_of, statements
from policyctl.meaning.attendance import Presence, anybody, place_of, presences
from policyctl.meaning.figures import read_figures
from policyctl.meaning.formatting import called, joined
from policyctl.meaning.presence import prose, schedules_of, together
from policyctl.meaning.promises.rows import Row, rows
from policyctl.meaning.weekly import held_on_other_days
from policyctl.rules.rule import RuleContext
from policyctl.schedule import Days, read_moment, united
from policyctl.schedule.clock import day_of
from policyctl.schema.quantities import Interval, SameDay, TimeOfDay, Week
from policyctl.schema.quantities.week import DAY_NAMES
from policyctl.schema.sections.people import ChannelKind
from policyctl.schema.sections.standards import Standard

_LATER = 60
"""Minutes after closing from which a time is later than anybody can answer; less is a margin."""

_AROUND_MIDNIGHT = 23 * 60 + 30

_ANONYMOUS = {"opens": "at", "closes": "at"}
"""What opening and closing come to where no one place is meant that opens and closes."""

_HINT = "Write when somebody is there; if somebody is there all the same, say so in the hours or the rota."


def nobody_there(context: RuleContext) -> Iterator[Issue]:
    """A time, a day or a date at which somebody is said to answer, to come or to be open, and nobody is there.

    It is read in promises, facts, steps, samples, scenes, ladders and notes, and held against the hours of the channel,
    the rota of the person, the hours of the place that they are in or the closed days of the house. A day on which
    customers are asked to come is one of them; what customers do at night is left alone.

    Why it matters: whoever was told Saturday comes on Saturday, and stands before a locked door.

    Diff:

          hours: Mon-Fri 9:00-17:00
          channels:
            Phone: 01632 960 112
            Chat:
              hours: Mon-Fri 10:00-16:00
          facts:
        -   A quick answer: Somebody answers in the chat on Saturday as well.  # <- here
        +   A quick answer: Somebody answers in the chat on Friday as well.
    """
    reported: set[tuple[Pointer, tuple[Presence, ...]]] = set()
    for each in statements(context):
        if not any(_is_there(each, who) for who in each.who) and (each.passage.pointer, each.who) not in reported:
            reported.add((each.passage.pointer, each.who))
            found = each.passage.issue(each.start, each.words, _message(each), _HINT)
            yield found._replace(twin=each.who[0].pointer)
    yield from _later_than_anybody(context)
    yield from _told_another_day(context)
    yield from _asked_when_shut(context)


def _asked_when_shut(context: RuleContext) -> Iterator[Issue]:
    """An appointment on the same day for whoever asks before a time at which the house is shut already."""
    for pointer, standard in context.parts_of(Standard) if context.understood else ():
        text = standard.says or ""
        same_day = standard.on and isinstance(standard.on.sole, SameDay)
        if same_day and not standard.rows and finds("presence.comes_in", text):
            places = [each for each in place_of((ChannelKind.IN_PERSON,), context) if each.week]
            last = max((each.closes for place in places for each in place.week or ()), default=1440)
            for each in read_figures(text):
                asked = finds("figures.in_a_case", each.sentence) and bound_of(each) in ("before", "by", "until")
                if asked and isinstance(each.value, TimeOfDay) and each.value.minutes > last:
                    shut = f"“{places[0].name}” closes at {_clock(last)}"
                    message = f"Whoever asks by “{each.words}” is to be seen on that day, and {shut}."
                    hint = "Write a time that leaves room on the same day, or mend the hours."
                    place = (*pointer, standard.written_keys()["says"])
                    yield Issue(place, message, hint, words=each.words, twin=places[0].pointer)


def _told_another_day(context: RuleContext) -> Iterator[Issue]:
    """Days that customers are told, on which what they ask for is not held."""
    for passage, day, held in held_on_other_days(context):
        days = joined([DAY_NAMES[each] for each in sorted(held.days)])
        there = f"“{held.name}” is" if held.name else "somebody is there"
        message = f"“{day.words}” is said here, and {there} on {days} alone."
        found = passage.issue(
            day.start, day.words, message, "Write a day on which there is one, or add that day there."
        )
        yield found._replace(twin=held.pointer)


def _is_there(said: Statement, who: Presence) -> bool:
    """Whether somebody is there as is said; one who is there on no known day is not asked."""
    week = united([who.week or ()])
    if said.bound == "always":
        return who.always
    if said.intervals:
        return all(_covers(week, each) for each in united([said.intervals]))
    if said.dates:
        return any(_is_open_on(each, who) for each in said.dates)
    if said.times:
        bound = said.bound if _has_doors(who) else _ANONYMOUS.get(said.bound, said.bound)
        on_days = [any(_fits(week, day, time, bound) for time in said.times) for day in said.days or WEEK]
        return all(on_days) if said.days else any(on_days)
    return said.days <= {each.day for each in week}


def _has_doors(who: Presence) -> bool:
    """Whether it opens and closes as a place does, and people do not."""
    return bool(who.name) and not who.is_person


def _covers(week: tuple[Interval, ...], said: Interval) -> bool:
    return any(each.day == said.day and each.opens <= said.opens and said.closes <= each.closes for each in week)


def _is_open_on(days: Days, who: Presence) -> bool:
    return who.closed.until(day_of(days.first)) is None


def _fits(week: tuple[Interval, ...], day: int, time: int, bound: str) -> bool:
    """Whether a time of a day can be meant as it is said."""
    return any(_AS_SAID.get(bound, _during)(each, time) for each in week if each.day == day)


def _during(there: Interval, time: int) -> bool:
    return there.opens <= time <= there.closes


_AS_SAID: Mapping[str, Callable[[Interval, int], bool]] = {
    "opens": lambda there, time: there.opens == time,
    "closes": lambda there, time: there.closes == time,
    "before": lambda there, time: there.opens < time,
    "by": lambda there, time: there.opens < time <= there.closes + _LATER,
    "after": lambda there, time: there.closes > time,
    "night": lambda there, _: there.opens < 6 * 60 or there.closes > 22 * 60,
}
"""What it takes to be there, by what the words around a time make of it; the time itself where they make nothing."""


def _message(said: Statement) -> str:
    who = said.who[0]
    if said.dates:
        return f"“{said.words}” is a day on which {called(who.name, 'the house')} is closed."
    hours = str(Week(who.week or ()))
    if _has_doors(who) and said.bound in ("opens", "closes"):
        return f"“{who.name}” {said.bound} at another time than “{said.words}”: its hours are {hours}."
    whose = f"“{who.name}” is there" if who.name else "somebody is there"
    return f"By the {'rota' if who.is_person else 'hours'}, {whose} {hours}, and “{said.words}” lies outside that."


def _later_than_anybody(context: RuleContext) -> Iterator[Issue]:
    """The times by which something is promised that lie long after the last of us has gone home."""
    everybody = anybody(context)
    for row in rows(context) if everybody else ():
        for index, by in enumerate(row.promise.by):
            time = _time(by)
            places = [each for place, each in presences(context).items() if place in row.case.channels]
            known = together(schedules_of(row.case.channels, context))
            week = (known.week if known else None) or (everybody.week if everybody else None) or ()
            last = max((each.closes for each in week), default=1440)
            if time and last + _LATER <= time.minutes < _AROUND_MIDNIGHT and not _is_done_by_others(row):
                when = "nobody is there" if row.case.channels else "nobody at all is there"
                message = f"“{row.name}” is promised by {time}, and {when} after {_clock(last)}."
                hint = "Promise it for a time at which somebody is there, or say who is there then, in the hours."
                twin = next((each.pointer for each in (*places, everybody) if each), None)
                yield Issue((*row.pointer, "by", index), message, hint, twin=twin)


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def _time(by: str) -> TimeOfDay | None:
    moment = read_moment(by)
    return TimeOfDay.find(by) or (moment.time if moment else None)


def _is_done_by_others(row: Row) -> bool:
    return any(finds("presence.others_act", text) for text in prose(row.promise))
