"""The rules of one family: promises that can be kept and checked."""

from policyctl.findings import Severity
from policyctl.rules.promises.absolute import every_case_promised
from policyctl.rules.promises.beginnings import limit_without_start
from policyctl.rules.promises.clock import business_clock_without_hours, limit_without_clock
from policyctl.rules.promises.halves import limit_half_said, limit_upside_down
from policyctl.rules.promises.matrix import case_without_limit, none_unexplained
from policyctl.rules.promises.order import milestones_out_of_order
from policyctl.rules.promises.relative import relative_limit_unknown
from policyctl.rules.promises.remedies import aim_with_payment, remedy_half_said
from policyctl.rules.promises.twice import limits_disagree, public_tighter_than_internal
from policyctl.rules.promises.unmeasured import figure_unmeasured
from policyctl.rules.promises.unsupported import promise_without_support
from policyctl.rules.promises.urgent import urgent_waits_longer
from policyctl.rules.promises.vague import vague_time
from policyctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule("vague-time", vague_time, Severity.ERROR, draft=Severity.WARNING),
    Rule("figure-unmeasured", figure_unmeasured, Severity.INFO),
    Rule("limit-without-clock", limit_without_clock, Severity.WARNING, draft=Severity.INFO),
    Rule("business-clock-without-hours", business_clock_without_hours, Severity.WARNING, draft=Severity.INFO),
    Rule("limit-without-start", limit_without_start, Severity.WARNING, draft=Severity.INFO),
    Rule("limit-half-said", limit_half_said, Severity.WARNING, draft=Severity.INFO),
    Rule("limit-upside-down", limit_upside_down, Severity.ERROR, draft=Severity.WARNING),
    Rule("relative-limit-unknown", relative_limit_unknown, Severity.ERROR, draft=Severity.WARNING),
    Rule("urgent-waits-longer", urgent_waits_longer, Severity.ERROR, draft=Severity.WARNING),
    Rule("milestones-out-of-order", milestones_out_of_order, Severity.ERROR, draft=Severity.WARNING),
    Rule("limits-disagree", limits_disagree, Severity.ERROR, draft=Severity.WARNING),
    Rule("public-tighter-than-internal", public_tighter_than_internal, Severity.ERROR, draft=Severity.WARNING),
    Rule("case-without-limit", case_without_limit, Severity.WARNING, draft=Severity.INFO),
    Rule("none-unexplained", none_unexplained, Severity.WARNING, draft=Severity.INFO),
    Rule("promise-without-support", promise_without_support, Severity.WARNING, draft=Severity.INFO),
    Rule("every-case-promised", every_case_promised, Severity.WARNING, draft=Severity.INFO),
    Rule("aim-with-payment", aim_with_payment, Severity.WARNING, draft=Severity.INFO),
    Rule("remedy-half-said", remedy_half_said, Severity.WARNING, draft=Severity.INFO),
)
