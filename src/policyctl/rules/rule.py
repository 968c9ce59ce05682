"""A policy in, issues out: what every rule is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from policyctl.findings import Issue, Severity
from policyctl.spec import Policy
from policyctl.spec.sections.head import Status

Check = Callable[[Policy, date], Iterable[Issue]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the house: its id in kebab-case words, how grave it is, and the function that finds its issues.

    The docstring of `check` is the documentation: what it catches, why, a bad policy and a good one.
    `draft` is the severity while the policy is a draft, where it is told more gently.
    """

    id: str
    check: Check
    severity: Severity
    draft: Severity | None = None

    def severity_for(self, policy: Policy) -> Severity:
        """How grave it is for a policy of this status; one without a status is a draft."""
        status = policy.policy.status or Status.DRAFT
        return self.draft or self.severity if status is Status.DRAFT else self.severity
