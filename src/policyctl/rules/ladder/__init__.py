"""List the rules on ladders: that they bring a case to somebody who can settle it."""

from policyctl.rules.ladder.complaints import outside_body_without_limit, reviewer_judges_themselves, reviewer_unnamed
from policyctl.rules.ladder.dangers import direct_route_missing
from policyctl.rules.ladder.handoffs import handoff_without_words, too_many_handoffs
from policyctl.rules.ladder.ladders import (
    escalation_loop,
    escalation_without_decider,
    ladder_without_beginning,
    procedure_loop,
)
from policyctl.rules.ladder.people import level_without_backup, nobody_to_go_to, role_vacant
from policyctl.rules.rule import ERROR, INFO, WARNING, Rule

RULES: tuple[Rule, ...] = (
    Rule(escalation_loop, ERROR, step=7),
    Rule(procedure_loop, ERROR, step=6),
    Rule(ladder_without_beginning, WARNING, step=7),
    Rule(escalation_without_decider, WARNING, step=7),
    Rule(nobody_to_go_to, ERROR, step=7),
    Rule(role_vacant, WARNING, step=7),
    Rule(level_without_backup, WARNING, step=7),
    Rule(too_many_handoffs, WARNING, step=7),
    Rule(handoff_without_words, WARNING, step=7),
    Rule(direct_route_missing, WARNING, pilot=INFO, step=7),
    Rule(reviewer_judges_themselves, ERROR),
    Rule(reviewer_unnamed, WARNING),
    Rule(outside_body_without_limit, WARNING),
)
