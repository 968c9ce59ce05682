"""Reckon with opening hours, closed days and time zones: when a clock runs out, and who is there.

Everything is arithmetic on stretches of time. What an instant means:

- It is open while the clock on the wall shows a time that lies in the hours, in the hour that an autumn night shows
  twice as well. Hours past midnight belong to the day on which they begin: a closed day takes all of them with it.
- A calendar clock always runs, a business clock while it is open. Hours on working days run all day on working days.
- Working days are Monday to Friday, less the closed days. A week that stays shut on one of these five says itself
  which days are worked: all on which it opens.
- What comes in after the last closing of a working day, or on no working day, counts as come in on the next one.
- Days, weeks, months and years end with the last of their days, at midnight; what is not whole counts as whole, and
  the 31st of a month that has none is its last day.
- A time that the clock skips in spring is the moment of the change; one that it shows twice is the first of the two.
- Instants are whole seconds, given with any time zone and told in UTC: `astimezone(schedule.zone)` is what the clock
  shows. A year without an opening is for ever: see `Undecided`.
"""

from policyctl.schedule.closings import Closed, Days, public_holidays, read_closing
from policyctl.schedule.due import Undecided, due
from policyctl.schedule.hours import Schedule, Stretch, is_open, longest_closed, next_opening, united, zone_of
from policyctl.schedule.moments import Moment, read_moment

__all__ = [
    "Closed", "Days", "Moment", "Schedule", "Stretch", "Undecided",
    "due", "is_open", "longest_closed", "next_opening", "public_holidays", "read_closing",
    "read_moment", "united", "zone_of",
]  # fmt: skip
