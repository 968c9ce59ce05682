"""A policy in, issues out: what every rule is, and what it is given."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from policyctl.findings import Issue, Severity
from policyctl.spec import Names, Policy, names
from policyctl.spec.sections.head import Kind, Status


@dataclass(frozen=True, slots=True)
class Given:
    """What every rule is given: a policy, the index of its names, and the day that it is judged on."""

    policy: Policy
    names: Names
    today: date

    @classmethod
    def of(cls, policy: Policy, today: date) -> Self:
        """The policy with its index, which is made once for all rules."""
        return cls(policy, names(policy), today)

    def undertakes(self, kind: Kind) -> bool:
        """Whether the policy means to be of this kind; one that states no kind is judged as any."""
        return not self.policy.policy.kind or kind in self.policy.policy.kind


Check = Callable[[Given], Iterable[Issue]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the house: its id in kebab-case words, how grave it is, and the function that finds its issues.

    The docstring of `check` is its documentation, which `policyctl.rules.documentation` reads.
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
