"""Read a policy and say everything there is to say about it; nothing is opened, printed or raised."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from policyctl.errors import PolicyctlError
from policyctl.findings import Checked, Finding, Issue, Severity
from policyctl.rules import RULES, RuleContext, rules_for
from policyctl.schema import Policy, Reading
from policyctl.schema import read as read_policy
from policyctl.schema import read_partly as read_policy_partly
from policyctl.source import RULES as SOURCE_RULES
from policyctl.source import Data, Source
from policyctl.source import read as read_source
from policyctl.validation.findings import place_issue, sort_findings
from policyctl.validation.pictures import Picture, read_picture
from policyctl.validation.suppressions import apply_suppressions

Assets = Callable[[str], bytes]
"""What gives the bytes of a file that a policy names; raises PolicyctlError where it cannot be used."""

SUPPRESSIBLE = (*(rule.id for rule in RULES), *SOURCE_RULES)
"""The rules that a policy may make exceptions to; of those of reading, where nothing of the policy is lost."""

_LOGO = ("brand", "logo")


class Validation(NamedTuple):
    """One policy and what was found in it, sorted by place.

    `policy` is there when it could be read whole, and `logo` when it names a picture that can be printed.
    """

    source: Source
    policy: Policy | None
    findings: tuple[Finding, ...]
    logo: Picture | None = None

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that keep the policy from being used; where it could not be read there is one at least."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    @property
    def valid(self) -> bool:
        """Whether nothing that was found is an error."""
        return not self.errors

    @property
    def checked(self) -> Checked:
        """What a report needs to know; the rest may go."""
        sections = len(self.policy.set_fields()) - 1 if self.policy else 0
        return Checked(self.source.file, self.findings, sections, whole=self.policy is not None)


def read(data: bytes, file: str) -> Validation:
    """Read one policy without judging what it says; `file` is the name that its findings bear."""
    return _read(data, file, read_policy)


def read_partly(data: bytes, file: str) -> Validation:
    """Read one policy as far as it can be read: `policy` is what is left without that which `errors` are about."""
    return _read(data, file, read_policy_partly)


def _read(data: bytes, file: str, reader: Callable[[Data], Reading]) -> Validation:
    source = read_source(data, file)
    if source.data is None:
        return Validation(source, None, sort_findings(source.findings, None))
    policy, problems = reader(source.data)
    found = (place_issue(source, problem.issue, problem.rule, Severity.ERROR) for problem in problems)
    return Validation(source, policy, sort_findings((*source.findings, *found), source.data))


def validate(
    data: bytes, file: str, *, today: date, before: Policy | None = None, assets: Assets | None = None
) -> Validation:
    """Judge one policy.

    `today` is what overdue is measured against, `before` the policy that it is to replace. The logo that the policy
    names is checked where `assets` can give it.
    """
    reading = read(data, file)
    source, policy = reading.source, reading.policy
    if policy is None:
        return reading
    errors = [finding for finding in source.findings if finding.severity is Severity.ERROR]
    noticed = [finding for finding in source.findings if finding.severity is not Severity.ERROR]
    judged = (*noticed, *_judge(source, RuleContext(policy, today, before)))
    remaining = apply_suppressions(judged, policy, source=source, rules=SUPPRESSIBLE, today=today)
    logo = None
    if assets and (name := policy.brand and policy.brand.logo):
        try:
            logo = read_picture(assets(name), name)
        except PolicyctlError as error:
            issue = Issue(_LOGO, error.message, error.hint)
            errors.append(place_issue(source, issue, "unusable-logo", Severity.ERROR))
    return Validation(source, policy, sort_findings((*errors, *remaining), source.data), logo)


def _judge(source: Source, context: RuleContext) -> list[Finding]:
    asked = rules_for(context.status)
    return [
        place_issue(source, issue, rule.id, severity.gentler if issue.gently else severity)
        for rule, severity in asked
        for issue in rule.check(context)
    ]
