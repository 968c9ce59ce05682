"""The rules of one family: promises and ladders held against the clock and the calendar."""

from policyctl.findings import Severity
from policyctl.rules.rule import Rule
from policyctl.rules.time.outside import aim_outside_hours, promise_outside_hours
from policyctl.rules.time.sounding import hours_sound_like_days

RULES: tuple[Rule, ...] = (
    Rule("promise-outside-hours", promise_outside_hours, Severity.ERROR, Severity.WARNING, Severity.WARNING),
    Rule("aim-outside-hours", aim_outside_hours, Severity.INFO),
    Rule("hours-sound-like-days", hours_sound_like_days, Severity.INFO),
)
