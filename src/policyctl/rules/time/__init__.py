"""List the rules that hold promises and ladders against the clock and the calendar."""

from policyctl.rules.rule import ERROR, INFO, WARNING, Rule
from policyctl.rules.time.calendars import (
    closed_days_unknown,
    time_zone_unsaid,
)
from policyctl.rules.time.complaints import steps_longer_than_whole
from policyctl.rules.time.hours import (
    channel_open_when_nobody_is_there,
    hours_in_words,
    hours_sound_like_days,
    promise_outside_hours,
)
from policyctl.rules.time.ladders import (
    ladder_silent_about_night,
    ladder_slower_than_promise,
    level_off_duty,
)

RULES: tuple[Rule, ...] = (
    Rule(promise_outside_hours, ERROR, pilot=WARNING, step=7),
    Rule(ladder_slower_than_promise, ERROR, step=7),
    Rule(steps_longer_than_whole, ERROR),
    Rule(hours_sound_like_days, INFO, step=7),
    Rule(level_off_duty, WARNING, step=7),
    Rule(ladder_silent_about_night, WARNING, step=7),
    Rule(channel_open_when_nobody_is_there, INFO, step=7),
    Rule(hours_in_words, INFO),
    Rule(time_zone_unsaid, WARNING),
    Rule(closed_days_unknown, WARNING),
)
