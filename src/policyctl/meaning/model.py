"""Hold a policy with everything that is worked out of it once, whoever asks first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Self, TypeVar

from policyctl.findings import Pointer
from policyctl.lexicon import is_understood
from policyctl.meaning.texts import Texts, texts
from policyctl.schema import Names, Policy, names, parts, walk
from policyctl.schema.grammar.entry import Part
from policyctl.schema.quantities import Money

P = TypeVar("P", bound=Part)
T = TypeVar("T")


@dataclass(frozen=True)
class Meaning:
    """What a policy says, resolved: names are what they name, rows have what their groups say, texts have readers.

    `today` is the day that closed days and dates are looked at from.
    """

    policy: Policy
    today: date

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
    def _cache(self) -> dict[Callable[..., Any], Any]:
        return {}

    def cached(self, make: Callable[[Self], T]) -> T:
        """The result of `make` for this policy, computed once: a `functools.cache` that ends with the policy."""
        if make not in self._cache:
            self._cache[make] = make(self)
        result: T = self._cache[make]
        return result

    def parts_of(self, kind: type[P]) -> Sequence[tuple[Pointer, P]]:
        """Every part of exactly this kind with its pointer, wherever it stands; rows come with what they inherit."""
        return self._by_kind.get(kind, ())

    def priced(self, money: Money) -> Money:
        """An amount in the policy's currency, where its own words leave that open."""
        return money.in_currency(self.policy.policy.currency)

    @cached_property
    def language(self) -> str:
        """The language of its texts without the country: `en` where none is stated."""
        return (self.policy.policy.language or "en").replace("_", "-").split("-")[0].casefold()

    @property
    def understood(self) -> bool:
        """Whether the lists of words are for its language; whoever reads prose is silent if not."""
        return is_understood(self.language)
