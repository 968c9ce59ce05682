"""A policy that was judged in, the few facts of it that its summary tells out."""

from typing import NamedTuple

from policyctl.findings import Finding, Severity
from policyctl.rules import RULES
from policyctl.rules.method import Standing, standings
from policyctl.schema.sections.head import Head
from policyctl.validation import Validation

_WEIGHTY = frozenset(rule.id for rule in RULES if rule.severity is not Severity.INFO)
"""The rules that say more than a remark once a policy is published: what they find makes a step thin in a draft too."""


class Glance(NamedTuple):
    """One policy at a glance; without a head where it could not be read whole."""

    file: str
    findings: tuple[Finding, ...]
    head: Head | None = None
    steps: tuple[Standing, ...] = ()


def glance(validation: Validation) -> Glance:
    """What is kept of a policy for its summary."""
    policy, findings = validation.policy, validation.findings
    if policy is None:
        return Glance(validation.source.file, findings)
    steps = standings(policy, (each for each in findings if each.rule in _WEIGHTY), RULES)
    return Glance(validation.source.file, findings, policy.policy, steps)
