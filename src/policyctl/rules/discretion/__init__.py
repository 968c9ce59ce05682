"""List the rules on what staff may give: that it has no gaps and no contradictions."""

from policyctl.rules.discretion.approvals import (
    approver_out_of_reach,
    exceptions_not_logged,
    front_line_may_give_nothing,
    refund_authority_unclear,
)
from policyctl.rules.discretion.figures import limit_said_twice
from policyctl.rules.discretion.gifts import more_than_may_be_given
from policyctl.rules.discretion.limits import (
    approver_below_limit,
    bands_that_do_not_meet,
    limit_without_unit,
)
from policyctl.rules.rule import ERROR, INFO, WARNING, Rule

RULES: tuple[Rule, ...] = (
    Rule(bands_that_do_not_meet, WARNING, step=8),
    Rule(approver_below_limit, ERROR, step=8),
    Rule(more_than_may_be_given, ERROR, step=8),
    Rule(limit_said_twice, ERROR, step=8),
    Rule(refund_authority_unclear, WARNING, step=8),
    Rule(limit_without_unit, WARNING, step=8),
    Rule(approver_out_of_reach, WARNING, step=8),
    Rule(front_line_may_give_nothing, WARNING, pilot=INFO, step=8),
    Rule(exceptions_not_logged, WARNING, step=8),
)
