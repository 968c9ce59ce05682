"""The rules of one family: what a policy of its kind and status must hold, and whether its parts hang together."""

from policyctl.rules.rule import ERROR, INFO, WARNING, Rule
from policyctl.rules.structure.completeness import (
    head_incomplete,
    kind_unfulfilled,
    method_steps_missing,
    procedure_open_ended,
)
from policyctl.rules.structure.contradictions import said_and_forbidden
from policyctl.rules.structure.language import language_without_words
from policyctl.rules.structure.mentions import channel_uncovered, entry_unused, value_decorative
from policyctl.rules.structure.references import name_misspelt, unknown_reference
from policyctl.rules.structure.starter import starter_text_left
from policyctl.schema.sections.head import Status

RULES: tuple[Rule, ...] = (
    Rule(unknown_reference, ERROR, draft=ERROR),
    Rule(name_misspelt, INFO),
    Rule(head_incomplete, WARNING, asked=(Status.PILOT, Status.PUBLISHED)),
    Rule(kind_unfulfilled, ERROR, draft=INFO, pilot=WARNING),
    Rule(method_steps_missing, WARNING),
    Rule(channel_uncovered, WARNING, step=7),
    Rule(procedure_open_ended, WARNING, step=6),
    Rule(value_decorative, WARNING, step=1),
    Rule(said_and_forbidden, ERROR),
    Rule(entry_unused, INFO),
    Rule(language_without_words, WARNING),
    Rule(starter_text_left, ERROR, pilot=WARNING, asked=(Status.PILOT, Status.PUBLISHED)),
)
