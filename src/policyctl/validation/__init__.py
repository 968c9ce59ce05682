"""The bytes of a policy in, a policy and everything there is to say about it out."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from policyctl.findings import Checked, Finding, Issue, Pointer, Severity
from policyctl.rules import RULES, RuleContext, rules_for
from policyctl.schema import Policy
from policyctl.schema import read as read_policy
from policyctl.source import RULES as OF_READING
from policyctl.source import Source
from policyctl.source import read as read_source
from policyctl.validation.exceptions import applied
from policyctl.validation.fingerprints import keyed

EXCEPTABLE = (*(rule.id for rule in RULES), *OF_READING)
"""The rules that a policy may make exceptions to; of those of reading, where nothing of the policy is lost."""


class Validation(NamedTuple):
    """One file and what was found in it, sorted by place; `policy` is there when it could be read whole."""

    source: Source
    policy: Policy | None
    findings: tuple[Finding, ...]

    @property
    def checked(self) -> Checked:
        """What a report needs to know; the rest may go."""
        sections = len(self.policy.set_fields()) - 1 if self.policy else 0
        return Checked(self.source.file, self.findings, sections, whole=self.policy is not None)


def validate(data: bytes, file: str, *, today: date, before: Policy | None = None) -> Validation:
    """Judge one policy; `today` is what overdue is measured against, `before` the policy that it is to replace."""
    source = read_source(data, file)
    if source.data is None:
        return Validation(source, None, _told(source, source.findings))
    reading = read_policy(source.data)
    schema = [_placed(source, p.issue, p.rule, Severity.ERROR) for p in reading.problems]
    if reading.policy is None:
        return Validation(source, None, _told(source, (*source.findings, *schema)))
    firm = [finding for finding in source.findings if finding.severity is Severity.ERROR]
    noticed = [finding for finding in source.findings if finding.severity is not Severity.ERROR]
    found = (*noticed, *_judged(source, RuleContext(reading.policy, today, before)))
    standing = applied(found, source, reading.policy, EXCEPTABLE, today)
    return Validation(source, reading.policy, _told(source, (*firm, *standing)))


def _judged(source: Source, given: RuleContext) -> list[Finding]:
    asked = rules_for(given.status)
    return [_placed(source, issue, rule.id, severity) for rule, severity in asked for issue in rule.check(given)]


def _placed(source: Source, issue: Issue, rule: str, severity: Severity) -> Finding:
    span = source.span(issue.pointer, at_key=issue.at_key, words=issue.words, nth=issue.nth)
    message = issue.message if issue.twin is None else f"{issue.message} {_other(source, issue.twin)}"
    return Finding(rule, severity, span, message, issue.hint, issue.pointer, source.line(span))


def _other(source: Source, twin: Pointer) -> str:
    return f"The other stands in line {source.span(twin, at_key=True).start.line}."


def _told(source: Source, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each once, by place and with its key."""
    unique = dict.fromkeys(findings)
    return keyed(sorted(unique, key=lambda f: (f.span.start, f.severity.rank, f.rule, f.message)), source.data)
