"""The rules of one family: promises and ladders held against the clock and the calendar."""

from policyctl.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
