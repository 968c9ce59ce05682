"""A policy in, issues out: what every rule is, and what it is given."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Self, TypeVar

from policyctl.findings import Issue, Pointer, Severity
from policyctl.spec import Names, Policy, names, parts
from policyctl.spec.grammar.entry import Part
from policyctl.spec.sections.head import Kind, Status

P = TypeVar("P", bound=Part)


@dataclass(frozen=True, slots=True)
class Given:
    """What every rule is given: a policy, the index of its names, its parts, and the day that it is judged on."""

    policy: Policy
    names: Names
    parts: tuple[tuple[Pointer, Part], ...]
    today: date

    @classmethod
    def of(cls, policy: Policy, today: date) -> Self:
        """The policy with its index and parts, which are gathered once for all rules."""
        return cls(policy, names(policy), tuple(parts(policy)), today)

    def each(self, kind: type[P]) -> Iterator[tuple[Pointer, P]]:
        """Every part of one kind with the way to it, wherever it stands; rows come with what they inherit."""
        return ((pointer, part) for pointer, part in self.parts if isinstance(part, kind))

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
