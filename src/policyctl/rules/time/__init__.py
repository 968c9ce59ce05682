"""The rules of one family: promises and ladders held against the clock and the calendar."""

from policyctl.findings import Severity
from policyctl.rules.rule import Rule
from policyctl.rules.time.outside import aim_outside_hours, promise_outside_hours
from policyctl.rules.time.sounding import hours_sound_like_days
from policyctl.rules.time.stages import step_sooner_than_one_before, steps_longer_than_whole
from policyctl.rules.time.waiting import ladder_slower_than_promise

RULES: tuple[Rule, ...] = (
    Rule("promise-outside-hours", promise_outside_hours, Severity.ERROR, Severity.WARNING, Severity.WARNING),
    Rule("ladder-slower-than-promise", ladder_slower_than_promise, Severity.ERROR, draft=Severity.WARNING),
    Rule("steps-longer-than-whole", steps_longer_than_whole, Severity.ERROR, draft=Severity.WARNING),
    Rule("step-sooner-than-one-before", step_sooner_than_one_before, Severity.WARNING, draft=Severity.INFO),
    Rule("aim-outside-hours", aim_outside_hours, Severity.INFO),
    Rule("hours-sound-like-days", hours_sound_like_days, Severity.INFO),
)
