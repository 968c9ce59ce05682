"""The rules of one family: what a regulator or a norm demands."""

from policyctl.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
