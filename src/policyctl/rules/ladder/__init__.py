"""The rules of one family: ladders that bring a case to somebody who can settle it."""

from policyctl.findings import Severity
from policyctl.rules.ladder.ends import escalation_loop, escalation_without_decider
from policyctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule("escalation-loop", escalation_loop, Severity.ERROR, draft=Severity.WARNING),
    Rule("escalation-without-decider", escalation_without_decider, Severity.WARNING, draft=Severity.INFO),
)
