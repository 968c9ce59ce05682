"""The rules of one family: ladders that bring a case to somebody who can settle it."""

from policyctl.rules.ladder.ends import escalation_loop, escalation_without_decider
from policyctl.rules.ladder.handoffs import handoff_without_checklist, handoff_without_words, too_many_handoffs
from policyctl.rules.ladder.levels import level_without_backup, nobody_to_go_to, role_twice_on_ladder
from policyctl.rules.ladder.reviewers import outside_body_without_limit, reviewer_judges_themselves, reviewer_unnamed
from policyctl.rules.ladder.routes import direct_route_missing
from policyctl.rules.ladder.vacancies import role_vacant
from policyctl.rules.ladder.ways import ladder_without_beginning, procedure_loop
from policyctl.rules.rule import ERROR, INFO, WARNING, Rule

RULES: tuple[Rule, ...] = (
    Rule("escalation-loop", escalation_loop, ERROR, draft=WARNING),
    Rule("procedure-loop", procedure_loop, ERROR, draft=WARNING),
    Rule("ladder-without-beginning", ladder_without_beginning, WARNING, draft=INFO),
    Rule("escalation-without-decider", escalation_without_decider, WARNING, draft=INFO),
    Rule("nobody-to-go-to", nobody_to_go_to, ERROR, draft=WARNING),
    Rule("role-vacant", role_vacant, WARNING, draft=INFO),
    Rule("role-twice-on-ladder", role_twice_on_ladder, WARNING, draft=INFO),
    Rule("level-without-backup", level_without_backup, WARNING, draft=INFO),
    Rule("too-many-handoffs", too_many_handoffs, WARNING, draft=INFO),
    Rule("handoff-without-checklist", handoff_without_checklist, WARNING, draft=INFO),
    Rule("handoff-without-words", handoff_without_words, INFO),
    Rule("direct-route-missing", direct_route_missing, WARNING, draft=INFO, pilot=INFO),
    Rule("reviewer-judges-themselves", reviewer_judges_themselves, ERROR, draft=WARNING),
    Rule("reviewer-unnamed", reviewer_unnamed, WARNING, draft=INFO),
    Rule("outside-body-without-limit", outside_body_without_limit, WARNING, draft=INFO),
)
