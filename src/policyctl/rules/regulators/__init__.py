"""The rules of one family: what a regulator or a norm asks, as far as a policy can show it.

A finding says what the policy supports, and never that it complies: that is for people to judge.
"""

from policyctl.findings import Severity
from policyctl.rules.regulators.breaking import profile_contradicted, profile_limit_exceeded
from policyctl.rules.regulators.naming import profile_dated, profile_unknown
from policyctl.rules.regulators.supporting import profile_unsupported
from policyctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule("profile-limit-exceeded", profile_limit_exceeded, Severity.ERROR, draft=Severity.WARNING),
    Rule("profile-contradicted", profile_contradicted, Severity.ERROR, draft=Severity.WARNING),
    Rule("profile-unsupported", profile_unsupported, Severity.WARNING, draft=Severity.INFO),
    Rule("profile-dated", profile_dated, Severity.INFO),
    Rule("profile-unknown", profile_unknown, Severity.INFO),
)
