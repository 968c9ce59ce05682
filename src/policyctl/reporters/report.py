"""What was found in each policy that was checked: the value that every reporter is handed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from policyctl.errors import PolicyctlError
from policyctl.findings import Finding, Severity

if TYPE_CHECKING:
    from policyctl.validation import Validation


@dataclass(frozen=True, slots=True)
class Look:
    """The terminal that a report is for: its width in columns, and whether it may be coloured."""

    width: int = 80
    colour: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """Every policy that was checked, in order; a finding at or above `fail_on` keeps the report from being valid.

    `troubles` are what could not be checked at all.
    """

    validations: "tuple[Validation, ...]"
    fail_on: Severity = Severity.ERROR
    troubles: tuple[PolicyctlError, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, policy by policy, each policy's by place."""
        return tuple(finding for validation in self.validations for finding in validation.findings)

    @property
    def valid(self) -> bool:
        """Whether no finding is grave enough to fail."""
        return all(finding.severity.rank > self.fail_on.rank for finding in self.findings)

    @property
    def unread(self) -> bool:
        """Whether a policy could not be read whole, so that its sense was not judged."""
        return any(validation.policy is None for validation in self.validations)

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)
