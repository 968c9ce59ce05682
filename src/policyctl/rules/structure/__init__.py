"""The rules of one family: what a policy of its kind and status must hold, and whether its parts hang together."""

from policyctl.findings import Severity
from policyctl.rules.rule import Rule
from policyctl.rules.structure.channels import channel_uncovered
from policyctl.rules.structure.contradictions import rule_contradicted
from policyctl.rules.structure.head import head_incomplete, owner_missing
from policyctl.rules.structure.kinds import kind_unfulfilled
from policyctl.rules.structure.loose import entry_unused
from policyctl.rules.structure.references import unknown_reference
from policyctl.rules.structure.starter import starter_text_left
from policyctl.rules.structure.thin import procedure_open_ended, value_decorative
from policyctl.rules.structure.whole import handbook_core_missing, method_steps_missing
from policyctl.spec.sections.head import Status

RULES: tuple[Rule, ...] = (
    Rule("unknown-reference", unknown_reference, Severity.ERROR),
    Rule(
        "owner-missing", owner_missing, Severity.ERROR, pilot=Severity.WARNING, asked=(Status.PILOT, Status.PUBLISHED)
    ),
    Rule("head-incomplete", head_incomplete, Severity.WARNING, asked=(Status.PUBLISHED,)),
    Rule("handbook-core-missing", handbook_core_missing, Severity.ERROR, draft=Severity.INFO, pilot=Severity.WARNING),
    Rule("method-steps-missing", method_steps_missing, Severity.WARNING, draft=Severity.INFO),
    Rule("kind-unfulfilled", kind_unfulfilled, Severity.ERROR, draft=Severity.INFO, pilot=Severity.WARNING),
    Rule("channel-uncovered", channel_uncovered, Severity.WARNING, draft=Severity.INFO),
    Rule("procedure-open-ended", procedure_open_ended, Severity.WARNING, draft=Severity.INFO),
    Rule("value-decorative", value_decorative, Severity.WARNING, draft=Severity.INFO),
    Rule("rule-contradicted", rule_contradicted, Severity.ERROR, draft=Severity.WARNING),
    Rule("entry-unused", entry_unused, Severity.INFO),
    Rule("starter-text-left", starter_text_left, Severity.ERROR, draft=Severity.INFO, pilot=Severity.WARNING),
)
