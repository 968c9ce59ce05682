"""A policy in; closed days that are over, or that no calendar knows, out."""

from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.rules.promises.rows import rows
from policyctl.rules.rule import RuleContext
from policyctl.rules.time.staffing import years
from policyctl.schedule import Days, read_closing
from policyctl.schema.quantities import Clock, Date, Duration, has_figure
from policyctl.schema.sections.people import Closure, Hours


def closed_days_over(context: RuleContext) -> Iterator[Issue]:
    """Closed days all of which are over, so that the next ones are not known; a retired policy is left alone.

    Why it matters: next Christmas the page still says that you are there, and a promise in working days counts days
    on which nobody works.

    Diff:

          hours:
            open: Mon-Fri 9:00-17:00
            closed:  # <- here
        -     25 December 2019: Christmas Day
        +     25 December: Christmas Day
    """
    for pointer, hours in context.parts_of(Hours) if context.in_use else ():
        read = [_days(closure, context) for closure in hours.closed or ()]
        days = [last for each in read if each for _, last in each]
        if days and all(read) and max(days) < context.today:
            named = f"The closed days of “{hours.named()}”" if hours.name else "The closed days"
            message = f"{named} are all over; the last was {Date(max(days))}."
            hint = "Write those to come; a day that is closed each year needs no year, as in `25 December`."
            yield Issue((*_place(pointer, hours), "closed"), message, hint, at_key=True)


def closed_day_without_date(context: RuleContext) -> Iterator[Issue]:
    """A closed day whose name and words say no date, in a policy that promises in working days or business hours.

    Why it matters: not everybody has the same holidays, and a customer elsewhere counts the days that you do not work.

    Diff:

          hours:
            open: Mon-Fri 9:00-17:00
            closed:
        -     - Bank holidays  # <- here
        +     - Good Friday
        +     - 25 and 26 December
          standards:
            First reply: within 1 working day
    """
    if any(_needs_a_calendar(limit.length) for row in rows(context) for limit in row.limits):
        for pointer, hours in context.parts_of(Hours):
            place = (*_place(pointer, hours), "closed")
            for at, closure in hours.closed.located(place) if hours.closed else ():
                words = closure.named() or closure.about or ""
                if not _days(closure, context) and not has_figure(f"{words} {closure.about or ''}"):
                    message = f"“{words}” is no date, so that nobody can reckon when a promise is over around it."
                    hint = "Write the date as its name, as in `25 December: Christmas Day`, or the name of one feast."
                    yield Issue(at, message, hint, at_key=True)


def _needs_a_calendar(length: Duration | None) -> bool:
    return length is not None and length.clock in (Clock.WORKING, Clock.BUSINESS)


def _days(closure: Closure, context: RuleContext) -> tuple[Days, ...]:
    texts = (closure.named(), closure.about or "")
    return next((days for text in texts if (days := read_closing(text, years(context)))), ())


def _place(pointer: Pointer, hours: Hours) -> Pointer:
    """Where the fields of a set of hours stand: one without a name that stands alone is the section itself."""
    return pointer if hours.name or pointer[-1] != 0 else pointer[:-1]
