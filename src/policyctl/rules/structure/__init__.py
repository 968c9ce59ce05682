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
    Rule(unknown_reference, ERROR, draft=ERROR),
    Rule(name_misspelt, INFO),
    Rule(owner_missing, ERROR, pilot=WARNING, asked=(Status.PILOT, Status.PUBLISHED)),
    Rule(head_incomplete, WARNING, asked=(Status.PUBLISHED,)),
    Rule(handbook_core_missing, ERROR, draft=INFO, pilot=WARNING),
    Rule(method_steps_missing, WARNING),
    Rule(kind_unfulfilled, ERROR, draft=INFO, pilot=WARNING),
    Rule(channel_uncovered, WARNING, step=7),
    Rule(procedure_open_ended, WARNING, step=6),
    Rule(value_decorative, WARNING, step=1),
    Rule(rule_contradicted, ERROR),
    Rule(entry_unused, INFO),
    Rule(starter_text_left, ERROR, draft=INFO, pilot=WARNING),
)
