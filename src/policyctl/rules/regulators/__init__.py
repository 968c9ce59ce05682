"""The rules of one family: what a regulator or a norm asks, as far as a policy can show it.

A finding says what the policy supports, and never that it complies: that is for people to judge.
"""

from policyctl.rules.regulators.judging import (
    profile_contradicted,
    profile_dated,
    profile_unknown,
    profile_unsupported,
)
from policyctl.rules.rule import ERROR, INFO, WARNING, Rule

RULES: tuple[Rule, ...] = (
    Rule(profile_contradicted, ERROR),
    Rule(profile_unsupported, WARNING),
    Rule(profile_unknown, WARNING, draft=WARNING),
    Rule(profile_dated, INFO),
)
