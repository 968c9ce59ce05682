"""The rules of one family: what a regulator or a norm asks, as far as a policy can show it.

A finding says what the policy supports, and never that it complies: that is for people to judge.
"""

from policyctl.rules.regulators.breaking import profile_contradicted, profile_limit_exceeded
from policyctl.rules.regulators.naming import profile_dated, profile_misspelt, profile_unknown
from policyctl.rules.regulators.supporting import profile_unsupported
from policyctl.rules.rule import ERROR, INFO, WARNING, Rule

RULES: tuple[Rule, ...] = (
    Rule(profile_limit_exceeded, ERROR),
    Rule(profile_contradicted, ERROR),
    Rule(profile_unsupported, WARNING),
    Rule(profile_misspelt, WARNING, draft=WARNING),
    Rule(profile_dated, INFO),
    Rule(profile_unknown, INFO),
)
