"""List the rules on what is said in two places: that it is the same."""

from policyctl.rules.agreement.cases import cases_that_do_not_meet
from policyctl.rules.agreement.figures import figures_disagree
from policyctl.rules.agreement.sums import sums_do_not_add_up
from policyctl.rules.rule import ERROR, Rule

RULES: tuple[Rule, ...] = (
    Rule(figures_disagree, ERROR, step=7),
    Rule(sums_do_not_add_up, ERROR, step=7),
    Rule(cases_that_do_not_meet, ERROR, step=7),
)
