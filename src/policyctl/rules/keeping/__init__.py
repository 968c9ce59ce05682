"""The rules of one family: a policy that stays true."""

from policyctl.findings import Severity
from policyctl.rules.keeping.changelog import changed_without_note, changelog_outdated
from policyctl.rules.keeping.dates import date_contradicted
from policyctl.rules.keeping.review import review_due_soon, review_overdue, review_too_rare, review_without_trigger
from policyctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule("review-overdue", review_overdue, Severity.WARNING, draft=Severity.INFO),
    Rule("review-due-soon", review_due_soon, Severity.INFO),
    Rule("review-too-rare", review_too_rare, Severity.WARNING, draft=Severity.INFO),
    Rule("review-without-trigger", review_without_trigger, Severity.WARNING, draft=Severity.INFO),
    Rule("changelog-outdated", changelog_outdated, Severity.WARNING, draft=Severity.INFO),
    Rule("changed-without-note", changed_without_note, Severity.ERROR, draft=Severity.INFO, pilot=Severity.WARNING),
    Rule("date-contradicted", date_contradicted, Severity.WARNING, draft=Severity.INFO),
)
