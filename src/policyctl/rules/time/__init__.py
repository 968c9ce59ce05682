"""The rules of one family: promises and ladders held against the clock and the calendar."""

from policyctl.rules.rule import ERROR, INFO, WARNING, Rule
from policyctl.rules.time.closed import closed_day_without_date, closed_days_over
from policyctl.rules.time.doors import channel_open_when_nobody_is_there
from policyctl.rules.time.duty import level_off_duty
from policyctl.rules.time.nights import ladder_silent_about_night, route_closed_at_night
from policyctl.rules.time.outside import aim_outside_hours, promise_outside_hours
from policyctl.rules.time.sounding import hours_sound_like_days
from policyctl.rules.time.stages import step_sooner_than_one_before, steps_longer_than_whole
from policyctl.rules.time.waiting import ladder_slower_than_promise
from policyctl.rules.time.zones import time_of_two_zones, time_zone_unsaid

RULES: tuple[Rule, ...] = (
    Rule("promise-outside-hours", promise_outside_hours, ERROR, draft=WARNING, pilot=WARNING),
    Rule("ladder-slower-than-promise", ladder_slower_than_promise, ERROR, draft=WARNING),
    Rule("steps-longer-than-whole", steps_longer_than_whole, ERROR, draft=WARNING),
    Rule("step-sooner-than-one-before", step_sooner_than_one_before, WARNING, draft=INFO),
    Rule("aim-outside-hours", aim_outside_hours, INFO),
    Rule("hours-sound-like-days", hours_sound_like_days, INFO),
    Rule("level-off-duty", level_off_duty, WARNING, draft=INFO),
    Rule("ladder-silent-about-night", ladder_silent_about_night, WARNING, draft=INFO),
    Rule("route-closed-at-night", route_closed_at_night, INFO),
    Rule("channel-open-when-nobody-is-there", channel_open_when_nobody_is_there, INFO),
    Rule("time-of-two-zones", time_of_two_zones, WARNING, draft=INFO),
    Rule("time-zone-unsaid", time_zone_unsaid, INFO),
    Rule("closed-days-over", closed_days_over, WARNING, draft=INFO),
    Rule("closed-day-without-date", closed_day_without_date, INFO),
)
