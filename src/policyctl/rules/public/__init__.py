"""The rules of one family: what customers will read."""

from policyctl.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
