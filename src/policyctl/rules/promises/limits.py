"""What a promise says behind `within` in; each of its limits with the case that it is for out."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.rules.patterns import pattern
from policyctl.rules.promises.cases import Holder, holders
from policyctl.rules.promises.index import Index
from policyctl.rules.promises.starts import Start, start_of
from policyctl.schema.grammar.limits import Bound
from policyctl.schema.quantities import Duration, Relative, Words, split_promise
from policyctl.schema.sections.standards import Standard

_LITTLE = r"^(?:within|in|innerhalb(?: von)?|binnen) (?=\S)"
LONGEST = Decimal(10**9)
"""A multiple that is longer is nobody's promise, and arithmetic on it is not exact."""


class CaseLimit(NamedTuple):
    """One limit of a promise and the case that it is for, each limit of a matrix one by one.

    `told` is the case in the author's words, None where the limit is for every case; `means` what it leads to: the
    priority, the kind of customer, the channel, or the folded words. `length` is the time it allows, where it is a
    time: a limit such as `2 x First reply` has that of the other, so many times, once that is known.
    """

    pointer: Pointer
    bound: Bound
    start: Start
    told: str | None = None
    means: Holder | None = None
    length: Duration | None = None

    @property
    def section(self) -> str | None:
        """Whether the case is one of the `priorities`, `customers` or `channels`; None for any other."""
        return str(self.means[0]) if isinstance(self.means, tuple) else None

    def times(self, relative: Relative, other: "CaseLimit") -> "CaseLimit":
        """This limit, so many times as long as the other, for the other's case where it has none of its own."""
        length = other.length and multiplied(other.length, relative)
        told, means = (self.told, self.means) if self.told else (other.told, other.means)
        return self._replace(told=told, means=means, length=length)


def limits_of(pointer: Pointer, promise: Standard, index: Index) -> Iterator[CaseLimit]:
    """The limits in time of a promise, in its author's order; one that is relative has no length yet."""
    home = index.homes[pointer]
    start = start_of(promise.after, home, index)
    for told, bound in promise.within or ():
        place = (*pointer, "within", str(told)) if told else (*pointer, "within")
        length, own = _length(bound)
        means = holders(told, index.names)[0] if told else None
        yield CaseLimit(place, bound, start_of(own, home, index) if own else start, told, means, length)


def in_words(bound: Bound) -> str:
    """The limit as its author wrote it, without the little word before it."""
    return pattern(_LITTLE).sub("", " ".join((bound.text or str(bound)).split()))


def multiplied(length: Duration, relative: Relative) -> Duration | None:
    """So many times as long."""
    if length.longest * relative.factor > LONGEST:
        return None
    upper = None if length.upper is None else length.upper * relative.factor
    return replace(length, amount=length.amount * relative.factor, upper=upper, text="")


def _length(bound: Bound) -> tuple[Duration | None, str | None]:
    """The time, and what it counts after where its own words say so: `ten minutes after the time of it`."""
    if isinstance(bound, Duration):
        return bound, None
    parts = split_promise(f"within {bound.words}") if isinstance(bound, Words) else {}
    return (Duration.find(parts["within"]), parts["after"]) if {"within", "after"} == set(parts) else (None, None)
