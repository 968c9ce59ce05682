"""The rules of one family: promises that can be kept and checked."""

from policyctl.findings import Severity
from policyctl.rules.promises.beginnings import limit_without_start
from policyctl.rules.promises.clock import business_clock_without_hours, limit_without_clock
from policyctl.rules.promises.order import milestones_out_of_order
from policyctl.rules.promises.relative import relative_limit_unknown
from policyctl.rules.promises.urgent import urgent_waits_longer
from policyctl.rules.promises.vague import vague_time
from policyctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule("vague-time", vague_time, Severity.ERROR, draft=Severity.WARNING),
    Rule("limit-without-clock", limit_without_clock, Severity.WARNING, draft=Severity.INFO),
    Rule("business-clock-without-hours", business_clock_without_hours, Severity.WARNING, draft=Severity.INFO),
    Rule("limit-without-start", limit_without_start, Severity.WARNING, draft=Severity.INFO),
    Rule("urgent-waits-longer", urgent_waits_longer, Severity.ERROR, draft=Severity.WARNING),
    Rule("milestones-out-of-order", milestones_out_of_order, Severity.ERROR, draft=Severity.WARNING),
    Rule("relative-limit-unknown", relative_limit_unknown, Severity.ERROR, draft=Severity.WARNING),
)
