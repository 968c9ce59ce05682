"""The rules of one family: a policy that stays true."""

from policyctl.rules.keeping.changelog import changed_without_note, changelog_outdated
from policyctl.rules.keeping.dates import date_contradicted
from policyctl.rules.keeping.review import review_due_soon, review_overdue, review_too_rare, review_without_trigger
from policyctl.rules.rule import ERROR, INFO, WARNING, Rule

RULES: tuple[Rule, ...] = (
    Rule("review-overdue", review_overdue, WARNING, draft=INFO),
    Rule("review-due-soon", review_due_soon, INFO),
    Rule("review-too-rare", review_too_rare, WARNING, draft=INFO),
    Rule("review-without-trigger", review_without_trigger, WARNING, draft=INFO),
    Rule("changelog-outdated", changelog_outdated, WARNING, draft=INFO),
    Rule("changed-without-note", changed_without_note, ERROR, draft=INFO, pilot=WARNING),
    Rule("date-contradicted", date_contradicted, WARNING, draft=INFO),
)
