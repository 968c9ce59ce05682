"""The rules of one family: what a regulator or a norm asks, as far as a policy can show it.

A finding says what the policy supports, and never that it complies: that is for people to judge.
"""

from policyctl.rules.regulators.breaking import profile_contradicted, profile_limit_exceeded
from policyctl.rules.regulators.naming import profile_dated, profile_misspelt, profile_unknown
from policyctl.rules.regulators.supporting import profile_unsupported
from policyctl.rules.rule import ERROR, INFO, WARNING, Rule

RULES: tuple[Rule, ...] = (
    Rule("profile-limit-exceeded", profile_limit_exceeded, ERROR, draft=WARNING),
    Rule("profile-contradicted", profile_contradicted, ERROR, draft=WARNING),
    Rule("profile-unsupported", profile_unsupported, WARNING, draft=INFO),
    Rule("profile-misspelt", profile_misspelt, WARNING),
    Rule("profile-dated", profile_dated, INFO),
    Rule("profile-unknown", profile_unknown, INFO),
)
