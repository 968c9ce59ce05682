"""A promise in; the case that it holds for, as a key that can be compared, out."""

from collections.abc import Iterable
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.rules.naming import targets
from policyctl.rules.promises.milestones import matter_words, milestone_told
from policyctl.schema import Names
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import Reference
from policyctl.schema.sections.people import Channel
from policyctl.schema.sections.standards import Standard

Holder = Pointer | str
"""What a reference means: the way to it, or the folded words where the policy has no such name."""


class Case(NamedTuple):
    """Where, for whom and about what a promise holds; an empty set of channels, customers or priorities is any.

    `home` is the way to the section, the stage or the procedure that it belongs to. `matter` is what its name and
    those of its groups tell beyond the moment it is about; all steps of a complaint are about the complaint.
    """

    home: Pointer
    topic: str = ""
    matter: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    channels: frozenset[Holder] = frozenset()
    customers: frozenset[Holder] = frozenset()
    not_for: frozenset[Holder] = frozenset()
    priorities: frozenset[Holder] = frozenset()

    @property
    def about(self) -> tuple[Pointer, str, frozenset[str], frozenset[str]]:
        """What two promises must share to be about one thing, whoever has asked and wherever."""
        return self.home, self.topic, self.matter, self.conditions

    def meets(self, other: "Case") -> bool:
        """Whether one and the same case may fall under both."""
        return (
            self.about == other.about
            and self.not_for == other.not_for
            and _overlap(self.channels, other.channels)
            and _overlap(self.customers, other.customers)
            and _overlap(self.priorities, other.priorities)
        )


def case_of(promise: Standard, groups: Iterable[Standard], home: Pointer, names: Names) -> Case:
    """The case of a promise that stands in these groups."""
    return Case(
        home=home,
        topic=normalise_name(promise.topic or ""),
        matter=frozenset() if home[0] == "complaints" else _matter(promise, groups, names),
        conditions=frozenset(
            normalise_name(text) for text in (*promise.when, *promise.unless, promise.fault or "") if text
        ),
        channels=meant(promise.channels, names),
        customers=meant(promise.for_, names),
        not_for=meant(promise.not_for, names),
        priorities=meant(promise.priorities, names),
    )


def meant(references: Iterable[Reference], names: Names) -> frozenset[Holder]:
    """What the references mean, all together."""
    return frozenset(holder for reference in references for holder in holders(reference, names))


def holders(reference: Reference, names: Names) -> tuple[Holder, ...]:
    """Everything that one reference means; its own words where the policy names no such thing."""
    found = targets(reference, names)
    return tuple(each.pointer for each in found) or (normalise_name(reference),)


def _matter(promise: Standard, groups: Iterable[Standard], names: Names) -> frozenset[str]:
    chain = [each.named() for each in (*groups, promise) if each.name and not milestone_told(each.named())]
    if not chain:
        return frozenset()
    told = frozenset().union(*(matter_words(name) for name in chain))
    return told - _words_of_holders(promise, names) if told else told


def _words_of_holders(promise: Standard, names: Names) -> frozenset[str]:
    """The words of the channels, customers and priorities that a promise names elsewhere anyway."""
    words: set[str] = set()
    for reference in (*promise.channels, *promise.for_, *promise.priorities):
        words |= matter_words(reference)
        for named in targets(reference, names):
            words |= matter_words(named.entry.named())
            kind = named.entry.means() if isinstance(named.entry, Channel) else None
            words |= matter_words(kind.value) if kind else frozenset()
    return frozenset(words | {f"{word}s" for word in words})


def _overlap(one: frozenset[Holder], other: frozenset[Holder]) -> bool:
    return not one or not other or not one.isdisjoint(other)
