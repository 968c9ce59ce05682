"""The rules of one family: what staff may give, without gaps and overlaps."""

from policyctl.rules.discretion.figures import limit_said_twice, never_against_limit
from policyctl.rules.discretion.giving import gives_more_than_may
from policyctl.rules.discretion.leave import (
    approver_out_of_reach,
    exceptions_not_logged,
    front_line_may_give_nothing,
)
from policyctl.rules.discretion.limits import approver_below_limit, band_upside_down, ladder_upside_down
from policyctl.rules.discretion.refunds import refund_authority_unclear
from policyctl.rules.discretion.seams import bands_that_do_not_meet
from policyctl.rules.discretion.units import limit_without_case, limit_without_currency
from policyctl.rules.rule import ERROR, INFO, WARNING, Rule

RULES: tuple[Rule, ...] = (
    Rule("bands-that-do-not-meet", bands_that_do_not_meet, WARNING, draft=INFO),
    Rule("band-upside-down", band_upside_down, ERROR, draft=WARNING),
    Rule("approver-below-limit", approver_below_limit, ERROR, draft=WARNING),
    Rule("ladder-upside-down", ladder_upside_down, WARNING, draft=INFO),
    Rule("gives-more-than-may", gives_more_than_may, ERROR, draft=WARNING),
    Rule("limit-said-twice", limit_said_twice, WARNING, draft=INFO),
    Rule("never-against-limit", never_against_limit, ERROR, draft=WARNING),
    Rule("refund-authority-unclear", refund_authority_unclear, WARNING, draft=INFO),
    Rule("limit-without-currency", limit_without_currency, WARNING, draft=INFO),
    Rule("limit-without-case", limit_without_case, INFO),
    Rule("approver-out-of-reach", approver_out_of_reach, WARNING, draft=INFO),
    Rule("front-line-may-give-nothing", front_line_may_give_nothing, WARNING, draft=INFO, pilot=INFO),
    Rule("exceptions-not-logged", exceptions_not_logged, WARNING, draft=INFO),
)
