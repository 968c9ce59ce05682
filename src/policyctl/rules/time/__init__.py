"""List the rules that hold promises and ladders against the clock and the calendar."""

from policyctl.rules.rule import ERROR, INFO, WARNING, Rule
from policyctl.rules.time.calendars import (
    closed_days_unknown,
    time_zone_unsaid,
    weekday_of_another_date,
)
from policyctl.rules.time.hours import (
    channel_open_when_nobody_is_there,
    hours_sound_like_days,
    promise_outside_hours,
)
from policyctl.rules.time.ladders import (
    ladder_silent_about_night,
    level_off_duty,
)
from policyctl.rules.time.lateness import too_late
from policyctl.rules.time.nobody_there import nobody_there

RULES: tuple[Rule, ...] = (
    Rule(promise_outside_hours, ERROR, pilot=WARNING, step=7),
    Rule(too_late, ERROR, step=7),
    Rule(hours_sound_like_days, INFO, step=7),
    Rule(level_off_duty, WARNING, step=7),
    Rule(ladder_silent_about_night, WARNING, step=7),
    Rule(channel_open_when_nobody_is_there, WARNING, step=7),
    Rule(nobody_there, ERROR, pilot=WARNING, step=7),
    Rule(time_zone_unsaid, WARNING),
    Rule(closed_days_unknown, WARNING),
    Rule(weekday_of_another_date, ERROR),
)
