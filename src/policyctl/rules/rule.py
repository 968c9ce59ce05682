"""Define what a rule is, and the context that every rule is called with."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, Protocol, TypeVar

from policyctl.findings import Issue, Pointer, Severity
from policyctl.lexicon import is_understood
from policyctl.rules.texts import Texts, texts
from policyctl.schema import Names, Policy, names, parts, walk
from policyctl.schema.grammar.entry import Part
from policyctl.schema.quantities import Money
from policyctl.schema.sections.head import Kind, Status

P = TypeVar("P", bound=Part)
T = TypeVar("T")

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
"""As the tables of the families call them."""


@dataclass(frozen=True)
class RuleContext:
    """A policy, the day that it is judged on, and the policy that it replaces, if any.

    What rules look up in it, such as the index of its names, is made once for all of them, when the first one asks.
    """

    policy: Policy
    today: date
    before: Policy | None = None

    @cached_property
    def names(self) -> Names:
        """The index of everything that has a name."""
        return names(self.parts)

    @cached_property
    def parts(self) -> tuple[tuple[Pointer, Part], ...]:
        """Every part with its pointer, in the order of the language; rows come with what they inherit."""
        return tuple(parts(self.policy))

    @cached_property
    def values(self) -> tuple[tuple[Pointer, Any], ...]:
        """Every value that the author wrote with its pointer, once: what a row only inherits is its group's."""
        return tuple(walk(self.policy))

    @cached_property
    def _by_kind(self) -> dict[type[Part], list[tuple[Pointer, Any]]]:
        found: dict[type[Part], list[tuple[Pointer, Any]]] = {}
        for pointer, part in self.parts:
            found.setdefault(type(part), []).append((pointer, part))
        return found

    @cached_property
    def texts(self) -> Texts:
        """Every text with who reads it, and where each word stands."""
        return texts(self.policy, self.parts)

    @cached_property
    def _cache(self) -> dict[Callable[["RuleContext"], Any], Any]:
        return {}

    def cached(self, make: Callable[["RuleContext"], T]) -> T:
        """The result of `make` for this policy, computed once: a `functools.cache` that ends with the context."""
        if make not in self._cache:
            self._cache[make] = make(self)
        result: T = self._cache[make]
        return result

    def parts_of(self, kind: type[P]) -> Sequence[tuple[Pointer, P]]:
        """Every part of exactly this kind with its pointer, wherever it stands; rows come with what they inherit."""
        return self._by_kind.get(kind, ())

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

    def priced(self, money: Money) -> Money:
        """An amount in the policy's currency, where its own words leave that open."""
        return money.in_currency(self.policy.policy.currency)

    @cached_property
    def language(self) -> str:
        """The language of its texts without the country: `en` where none is stated."""
        return (self.policy.policy.language or "en").replace("_", "-").split("-")[0].casefold()

    @property
    def understood(self) -> bool:
        """Whether the lists of words that rules have are for its language; a rule that reads prose is silent if not."""
        return is_understood(self.language)

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
        by_status = {Status.DRAFT: self.draft or _GENTLER[self.severity], Status.PILOT: self.pilot}
        return by_status.get(status) or self.severity


_GENTLER = {ERROR: WARNING, WARNING: INFO, INFO: INFO}
