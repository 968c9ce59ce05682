"""The rules of one family: ladders that bring a case to somebody who can settle it."""

from policyctl.findings import Severity
from policyctl.rules.ladder.ends import escalation_loop, escalation_without_decider
from policyctl.rules.ladder.handoffs import handoff_without_checklist, handoff_without_words, too_many_handoffs
from policyctl.rules.ladder.levels import level_without_backup, nobody_to_go_to, role_twice_on_ladder
from policyctl.rules.ladder.routes import direct_route_missing
from policyctl.rules.ladder.stages import outside_body_without_limit, reviewer_judges_themselves, reviewer_unnamed
from policyctl.rules.ladder.vacancies import role_vacant
from policyctl.rules.ladder.ways import ladder_without_beginning, procedure_loop
from policyctl.rules.rule import Rule

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

RULES: tuple[Rule, ...] = (
    Rule("escalation-loop", escalation_loop, _ERROR, draft=_WARNING),
    Rule("procedure-loop", procedure_loop, _ERROR, draft=_WARNING),
    Rule("ladder-without-beginning", ladder_without_beginning, _WARNING, draft=_INFO),
    Rule("escalation-without-decider", escalation_without_decider, _WARNING, draft=_INFO),
    Rule("nobody-to-go-to", nobody_to_go_to, _ERROR, draft=_WARNING),
    Rule("role-vacant", role_vacant, _WARNING, draft=_INFO),
    Rule("role-twice-on-ladder", role_twice_on_ladder, _WARNING, draft=_INFO),
    Rule("level-without-backup", level_without_backup, _WARNING, draft=_INFO),
    Rule("too-many-handoffs", too_many_handoffs, _WARNING, draft=_INFO),
    Rule("handoff-without-checklist", handoff_without_checklist, _WARNING, draft=_INFO),
    Rule("handoff-without-words", handoff_without_words, _INFO),
    Rule("direct-route-missing", direct_route_missing, _WARNING, draft=_INFO, pilot=_INFO),
    Rule("reviewer-judges-themselves", reviewer_judges_themselves, _ERROR, draft=_WARNING),
    Rule("reviewer-unnamed", reviewer_unnamed, _WARNING, draft=_INFO),
    Rule("outside-body-without-limit", outside_body_without_limit, _WARNING, draft=_INFO),
)
