"""What no schema can say: the table of rules.

A new rule is a function in the file of its family and a line here; its docstring is its documentation and its test.
"""

from policyctl.findings import Severity
from policyctl.rules.aims import goal_unmeasured, goal_without_procedure
from policyctl.rules.keeping import review_overdue
from policyctl.rules.ladder import escalation_loop, escalation_without_decider
from policyctl.rules.promises import vague_time
from policyctl.rules.rule import Given, Rule
from policyctl.rules.structure import unknown_reference
from policyctl.rules.words import virtue_without_words

__all__ = ["RULES", "Given", "Rule"]

RULES: tuple[Rule, ...] = (
    Rule("unknown-reference", unknown_reference, Severity.ERROR),
    Rule("goal-without-procedure", goal_without_procedure, Severity.ERROR, draft=Severity.INFO),
    Rule("goal-unmeasured", goal_unmeasured, Severity.WARNING, draft=Severity.INFO),
    Rule("escalation-loop", escalation_loop, Severity.ERROR, draft=Severity.WARNING),
    Rule("escalation-without-decider", escalation_without_decider, Severity.WARNING, draft=Severity.INFO),
    Rule("vague-time", vague_time, Severity.ERROR, draft=Severity.WARNING),
    Rule("virtue-without-words", virtue_without_words, Severity.ERROR, draft=Severity.WARNING),
    Rule("review-overdue", review_overdue, Severity.WARNING, draft=Severity.INFO),
)
