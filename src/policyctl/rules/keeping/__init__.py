"""The rules of one family: a policy that stays true."""

from policyctl.findings import Severity
from policyctl.rules.keeping.review import review_overdue
from policyctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (Rule("review-overdue", review_overdue, Severity.WARNING, draft=Severity.INFO),)
