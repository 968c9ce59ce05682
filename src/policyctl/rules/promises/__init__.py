"""The rules of one family: promises that can be kept and checked."""

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
from policyctl.rules.rule import ERROR, INFO, WARNING, Rule

RULES: tuple[Rule, ...] = (
    Rule("vague-time", vague_time, ERROR, draft=WARNING),
    Rule("figure-unmeasured", figure_unmeasured, INFO),
    Rule("limit-without-clock", limit_without_clock, WARNING, draft=INFO),
    Rule("business-clock-without-hours", business_clock_without_hours, WARNING, draft=INFO),
    Rule("limit-without-start", limit_without_start, WARNING, draft=INFO),
    Rule("limit-half-said", limit_half_said, WARNING, draft=INFO),
    Rule("limit-upside-down", limit_upside_down, ERROR, draft=WARNING),
    Rule("relative-limit-unknown", relative_limit_unknown, ERROR, draft=WARNING),
    Rule("urgent-waits-longer", urgent_waits_longer, ERROR, draft=WARNING),
    Rule("milestones-out-of-order", milestones_out_of_order, ERROR, draft=WARNING),
    Rule("limits-disagree", limits_disagree, ERROR, draft=WARNING),
    Rule("public-tighter-than-internal", public_tighter_than_internal, ERROR, draft=WARNING),
    Rule("case-without-limit", case_without_limit, WARNING, draft=INFO),
    Rule("none-unexplained", none_unexplained, WARNING, draft=INFO),
    Rule("promise-without-support", promise_without_support, WARNING, draft=INFO),
    Rule("every-case-promised", every_case_promised, WARNING, draft=INFO),
    Rule("aim-with-payment", aim_with_payment, WARNING, draft=INFO),
    Rule("remedy-half-said", remedy_half_said, WARNING, draft=INFO),
)
