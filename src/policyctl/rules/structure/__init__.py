"""The rules of one family: what a policy of its kind and status must hold, and whether its parts hang together."""

from policyctl.rules.rule import ERROR, INFO, WARNING, Rule
from policyctl.rules.structure.channels import channel_uncovered
from policyctl.rules.structure.contradictions import rule_contradicted
from policyctl.rules.structure.head import head_incomplete, owner_missing
from policyctl.rules.structure.kinds import kind_unfulfilled
from policyctl.rules.structure.loose import entry_unused
from policyctl.rules.structure.misspelt import name_misspelt
from policyctl.rules.structure.references import unknown_reference
from policyctl.rules.structure.starter import starter_text_left
from policyctl.rules.structure.thin import procedure_open_ended, value_decorative
from policyctl.rules.structure.whole import handbook_core_missing, method_steps_missing
from policyctl.schema.sections.head import Status

RULES: tuple[Rule, ...] = (
    Rule("unknown-reference", unknown_reference, ERROR),
    Rule("name-misspelt", name_misspelt, INFO),
    Rule("owner-missing", owner_missing, ERROR, pilot=WARNING, asked=(Status.PILOT, Status.PUBLISHED)),
    Rule("head-incomplete", head_incomplete, WARNING, asked=(Status.PUBLISHED,)),
    Rule("handbook-core-missing", handbook_core_missing, ERROR, draft=INFO, pilot=WARNING),
    Rule("method-steps-missing", method_steps_missing, WARNING, draft=INFO),
    Rule("kind-unfulfilled", kind_unfulfilled, ERROR, draft=INFO, pilot=WARNING),
    Rule("channel-uncovered", channel_uncovered, WARNING, draft=INFO),
    Rule("procedure-open-ended", procedure_open_ended, WARNING, draft=INFO),
    Rule("value-decorative", value_decorative, WARNING, draft=INFO),
    Rule("rule-contradicted", rule_contradicted, ERROR, draft=WARNING),
    Rule("entry-unused", entry_unused, INFO),
    Rule("starter-text-left", starter_text_left, ERROR, draft=INFO, pilot=WARNING),
)
