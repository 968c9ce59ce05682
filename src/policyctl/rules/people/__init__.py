"""The rules of one family: staff and customers who are asked, told and trained."""

from policyctl.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
