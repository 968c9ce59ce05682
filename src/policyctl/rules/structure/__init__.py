"""The rules of one family: what a policy of its kind and status must hold, and whether its parts hang together."""

from policyctl.findings import Severity
from policyctl.rules.rule import Rule
from policyctl.rules.structure.references import unknown_reference

RULES: tuple[Rule, ...] = (Rule("unknown-reference", unknown_reference, Severity.ERROR),)
