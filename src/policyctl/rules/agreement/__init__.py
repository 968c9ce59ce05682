"""List the rules on what is said in two places: that it is the same."""

from policyctl.rules.agreement.figures import figures_disagree
from policyctl.rules.rule import ERROR, Rule

RULES: tuple[Rule, ...] = (Rule(figures_disagree, ERROR, step=7),)
