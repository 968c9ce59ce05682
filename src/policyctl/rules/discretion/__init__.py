"""The rules of one family: what staff may give, without gaps and overlaps."""

from policyctl.rules.discretion.approvals import (
    approver_out_of_reach,
    exceptions_not_logged,
    front_line_may_give_nothing,
    refund_authority_unclear,
)
from policyctl.rules.discretion.figures import gives_more_than_may, limit_said_twice, never_against_limit
from policyctl.rules.discretion.limits import (
    approver_below_limit,
    band_upside_down,
    bands_that_do_not_meet,
    ladder_upside_down,
    limit_without_case,
    limit_without_currency,
)
from policyctl.rules.rule import ERROR, INFO, WARNING, Rule

RULES: tuple[Rule, ...] = (
    Rule(bands_that_do_not_meet, WARNING, step=8),
    Rule(band_upside_down, ERROR, step=8),
    Rule(approver_below_limit, ERROR, step=8),
    Rule(ladder_upside_down, WARNING, step=8),
    Rule(gives_more_than_may, ERROR, step=8),
    Rule(limit_said_twice, WARNING, step=8),
    Rule(never_against_limit, ERROR, step=8),
    Rule(refund_authority_unclear, WARNING, step=8),
    Rule(limit_without_currency, WARNING, step=8),
    Rule(limit_without_case, INFO, step=8),
    Rule(approver_out_of_reach, WARNING, step=8),
    Rule(front_line_may_give_nothing, WARNING, pilot=INFO, step=8),
    Rule(exceptions_not_logged, WARNING, step=8),
)
