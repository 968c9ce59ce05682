"""Define what a rule is, and the context that every rule is called with."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from policyctl.findings import Issue, Severity
from policyctl.meaning import Meaning
from policyctl.schema import Policy
from policyctl.schema.grammar.references import Reference
from policyctl.schema.sections.head import Kind, Status

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
"""As the tables of the families call them."""


@dataclass(frozen=True)
class RuleContext(Meaning):
    """What a policy says, with what only rules ask: how far it has come, and the policy that it replaces, if any.

    `unread` are the sections of which not every name could be read.
    """

    before: Policy | None = None
    unread: frozenset[str] = frozenset()

    def knows_all(self, reference: Reference) -> bool:
        """Whether every name that a reference may mean could be read."""
        return self.unread.isdisjoint(section.partition(".")[0] for section in reference.to)

    def undertakes(self, kind: Kind) -> bool:
        """Whether the policy means to be of this kind; one that states no kind is judged as any."""
        return not self.policy.policy.kind or kind in self.policy.policy.kind

    def states(self, *kinds: Kind) -> bool:
        """Whether it says that it is of one of these kinds: only then is it asked for what it lacks altogether."""
        return any(kind in self.policy.policy.kind for kind in kinds)

    def in_use_as(self, *kinds: Kind) -> bool:
        """Whether it says that it is of one of these kinds, and people still go by it."""
        return self.in_use and self.states(*kinds)

    @property
    def in_use(self) -> bool:
        """Whether people still go by it, or will: nobody need keep a retired policy up."""
        return self.status is not Status.RETIRED

    @property
    def status(self) -> Status:
        """How far the policy has come; one without a status is a draft."""
        return self.policy.policy.status or Status.DRAFT


class Check(Protocol):
    """What a rule does: find its issues in a policy."""

    __name__: str

    def __call__(self, context: RuleContext, /) -> Iterable[Issue]:
        """The issues, in the order of the policy."""


class Rule(NamedTuple):
    """A rule: the function that finds its issues, and how grave they are.

    The name of `check` is its id, and its docstring its documentation, which `policyctl.rules.documentation` reads.
    `severity` is for a policy that is published or retired. A draft is told one step more gently, an error as a
    warning and a warning as information, and a pilot as a published policy, unless `draft` or `pilot` say otherwise.
    `asked` are the stages at which it is asked at all, `step` the step of the method that it watches over.
    """

    check: Check
    severity: Severity
    draft: Severity | None = None
    pilot: Severity | None = None
    asked: tuple[Status, ...] = tuple(Status)
    step: int | None = None

    @property
    def id(self) -> str:
        """The name of its function in kebab-case words."""
        return self.check.__name__.replace("_", "-")

    def severity_for(self, status: Status) -> Severity | None:
        """How grave it is for a policy of this status; None where it is not asked."""
        if status not in self.asked:
            return None
        by_status = {Status.DRAFT: self.draft or self.severity.gentler, Status.PILOT: self.pilot}
        return by_status.get(status) or self.severity
