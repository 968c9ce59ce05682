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
    Rule(vague_time, ERROR, step=7),
    Rule(figure_unmeasured, INFO, step=7),
    Rule(limit_without_clock, WARNING, step=7),
    Rule(business_clock_without_hours, WARNING, step=7),
    Rule(limit_without_start, WARNING, step=7),
    Rule(limit_half_said, WARNING, step=7),
    Rule(limit_upside_down, ERROR, step=7),
    Rule(relative_limit_unknown, ERROR, step=7),
    Rule(urgent_waits_longer, ERROR, step=7),
    Rule(milestones_out_of_order, ERROR, step=7),
    Rule(limits_disagree, ERROR, step=7),
    Rule(public_tighter_than_internal, ERROR, step=7),
    Rule(case_without_limit, WARNING, step=7),
    Rule(none_unexplained, WARNING, step=7),
    Rule(promise_without_support, WARNING, step=7),
    Rule(every_case_promised, WARNING, step=7),
    Rule(aim_with_payment, WARNING, step=7),
    Rule(remedy_half_said, WARNING, step=7),
)
