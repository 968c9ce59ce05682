"""List the rules on promises: that they can be kept and checked."""

from policyctl.rules.promises.clocks import limit_without_clock
from policyctl.rules.promises.disagreements import limits_disagree
from policyctl.rules.promises.incomplete import limit_half_said
from policyctl.rules.promises.matrix import case_without_limit
from policyctl.rules.promises.order import (
    limit_upside_down,
    relative_limit_unknown,
    urgent_waits_longer,
)
from policyctl.rules.promises.remedies import aim_with_payment, remedy_half_said
from policyctl.rules.promises.wording import every_case_promised, figure_unmeasured, vague_time
from policyctl.rules.rule import ERROR, INFO, WARNING, Rule

RULES: tuple[Rule, ...] = (
    Rule(vague_time, ERROR, step=7),
    Rule(figure_unmeasured, INFO, step=7),
    Rule(limit_without_clock, WARNING, step=7),
    Rule(limit_half_said, WARNING, step=7),
    Rule(limit_upside_down, ERROR, step=7),
    Rule(relative_limit_unknown, ERROR, step=7),
    Rule(urgent_waits_longer, ERROR, step=7),
    Rule(limits_disagree, ERROR, step=7),
    Rule(case_without_limit, WARNING, step=7),
    Rule(every_case_promised, WARNING, step=7),
    Rule(aim_with_payment, WARNING, step=7),
    Rule(remedy_half_said, WARNING, step=7),
)
