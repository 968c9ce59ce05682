"""The rules of one family: goals, metrics and comparisons that say something."""

from policyctl.findings import Severity
from policyctl.rules.measures.goals import goal_unmeasured, goal_without_procedure
from policyctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule("goal-without-procedure", goal_without_procedure, Severity.ERROR, draft=Severity.INFO),
    Rule("goal-unmeasured", goal_unmeasured, Severity.WARNING, draft=Severity.INFO),
)
