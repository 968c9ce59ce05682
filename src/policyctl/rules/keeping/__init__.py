"""The rules of one family: a policy that stays true."""

from policyctl.rules.keeping.changelog import changed_without_note, changelog_outdated
from policyctl.rules.keeping.gone import gone
from policyctl.rules.keeping.order import out_of_order
from policyctl.rules.keeping.review import review_due, review_too_rare, review_without_trigger
from policyctl.rules.rule import ERROR, INFO, WARNING, Rule

RULES: tuple[Rule, ...] = (
    Rule(review_due, WARNING, step=15),
    Rule(review_too_rare, WARNING, step=15),
    Rule(review_without_trigger, WARNING, step=15),
    Rule(changelog_outdated, WARNING),
    Rule(changed_without_note, ERROR, draft=INFO, pilot=WARNING),
    Rule(out_of_order, ERROR),
    Rule(gone, WARNING),
)
