"""The rules of one family: what staff may give, without gaps and overlaps."""

from policyctl.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
