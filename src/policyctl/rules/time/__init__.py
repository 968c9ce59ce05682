"""The rules of one family: promises and ladders held against the clock and the calendar."""

from policyctl.rules.rule import ERROR, INFO, WARNING, Rule
from policyctl.rules.time.calendars import (
    closed_day_without_date,
    closed_days_over,
    time_of_two_zones,
    time_zone_unsaid,
)
from policyctl.rules.time.complaints import step_sooner_than_one_before, steps_longer_than_whole
from policyctl.rules.time.hours import (
    aim_outside_hours,
    channel_open_when_nobody_is_there,
    hours_sound_like_days,
    promise_outside_hours,
)
from policyctl.rules.time.ladders import (
    ladder_silent_about_night,
    ladder_slower_than_promise,
    level_off_duty,
    route_closed_at_night,
)

RULES: tuple[Rule, ...] = (
    Rule(promise_outside_hours, ERROR, pilot=WARNING, step=7),
    Rule(ladder_slower_than_promise, ERROR, step=7),
    Rule(steps_longer_than_whole, ERROR),
    Rule(step_sooner_than_one_before, WARNING),
    Rule(aim_outside_hours, INFO, step=7),
    Rule(hours_sound_like_days, INFO, step=7),
    Rule(level_off_duty, WARNING, step=7),
    Rule(ladder_silent_about_night, WARNING, step=7),
    Rule(route_closed_at_night, INFO, step=7),
    Rule(channel_open_when_nobody_is_there, INFO, step=7),
    Rule(time_of_two_zones, WARNING),
    Rule(time_zone_unsaid, INFO),
    Rule(closed_days_over, WARNING),
    Rule(closed_day_without_date, INFO),
)
