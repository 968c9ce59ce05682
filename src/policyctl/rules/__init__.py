"""What no schema can say: the table of rules."""

from policyctl.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
