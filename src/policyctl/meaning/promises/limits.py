"""Read the limits in time of a promise, case by case, and the clock by which they are counted."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.lexicon import alternatives
from policyctl.meaning.model import Meaning
from policyctl.meaning.promises.cases import Referent, milestone_of, referents
from policyctl.meaning.promises.index import Index, Start, start_of
from policyctl.schema.grammar.limits import Bound
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import Reference
from policyctl.schema.quantities import Clock, Duration, Relative, Words, split_promise
from policyctl.schema.sections.people import Hours
from policyctl.schema.sections.standards import Standard

_LONGEST_MULTIPLE = Decimal(10**9)
"""A multiple that is longer is nobody's promise, and arithmetic on it is not exact."""

DEPTH = 8
"""How many limits may be multiples of one another; nobody can follow a longer chain."""

_CLOCKS = (Clock.BUSINESS, Clock.WORKING, Clock.CALENDAR)

_PROSE = ("open", "says", "about", "note", "intro", "notes", "stem")


class CaseLimit(NamedTuple):
    """One limit of a promise and the case that it is for, each limit of a matrix one by one.

    `case_name` is the case in the author's words, None where the limit is for every case; `means` what it leads to: the
    priority, the kind of customer, the channel, or the normalised words. `length` is the time it allows, where it is a
    time: a limit such as `2 x First reply` has that of the other, so many times, once that is known.
    """

    pointer: Pointer
    bound: Bound
    start: Start
    case_name: str | None = None
    means: Referent | None = None
    length: Duration | None = None

    @property
    def section(self) -> str | None:
        """Whether the case is one of the `priorities`, `customers` or `channels`; None for any other."""
        return str(self.means[0]) if isinstance(self.means, tuple) else None

    def times(self, relative: Relative, other: "CaseLimit") -> "CaseLimit":
        """This limit, so many times as long as the other, for the other's case where it has none of its own."""
        length = other.length and _multiplied(other.length, relative)
        case_name, means = (self.case_name, self.means) if self.case_name else (other.case_name, other.means)
        return self._replace(case_name=case_name, means=means, length=length)


Limits = dict[Pointer, tuple[CaseLimit, ...]]
"""The limits of each promise that is no group, by its place."""


def limits_of(pointer: Pointer, promise: Standard, index: Index) -> Iterator[CaseLimit]:
    """The limits in time of a promise, in its author's order; one that is relative has no length yet."""
    home = index.homes[pointer]
    start = start_of(promise.after, home, index)
    for case_name, bound in promise.within or ():
        place = (*pointer, "within", str(case_name)) if case_name else (*pointer, "within")
        length, own = _length(bound)
        means = _means(case_name, index) if case_name else None
        yield CaseLimit(place, bound, start_of(own, home, index) if own else start, case_name, means, length)


def _means(case_name: Reference, index: Index) -> Referent:
    """What a case leads to; its own words where it names a kind of customer and a priority at once."""
    found = referents(case_name, index.names)
    return found[0] if len({each[0] for each in found}) == 1 else normalise_name(case_name)


def limit_text(bound: Bound) -> str:
    """The limit as its author wrote it, without the little word before it."""
    return _within().sub("", " ".join((bound.text or str(bound)).split()))


@cache
def _within() -> re.Pattern[str]:
    return re.compile(rf"^{alternatives('promises.within')} (?=\S)", re.IGNORECASE)


def _multiplied(length: Duration, relative: Relative) -> Duration | None:
    """So many times as long."""
    if length.longest * relative.factor > _LONGEST_MULTIPLE:
        return None
    upper = None if length.upper is None else length.upper * relative.factor
    return replace(length, amount=length.amount * relative.factor, upper=upper, text="")


def _length(bound: Bound) -> tuple[Duration | None, str | None]:
    """The time, and what it counts after where its own words say so: `ten minutes after the time of it`."""
    if isinstance(bound, Duration):
        return bound, None
    parts = split_promise(f"within {bound.words}") if isinstance(bound, Words) else {}
    return (Duration.find(parts["within"]), parts["after"]) if {"within", "after"} == set(parts) else (None, None)


def resolve_multiples(limits: Limits, index: Index) -> Limits:
    """The limits with each multiple of another given its length, as far as the other has one."""
    relative = {pointer for pointer, own in limits.items() if any(isinstance(each.bound, Relative) for each in own)}
    targets = {pointer: _bases(pointer, limits, index) for pointer in relative}
    resolved = dict(limits)
    for _ in range(DEPTH):
        for pointer in relative:
            resolved[pointer] = tuple(_multiples(limits[pointer], targets[pointer], resolved))
    return resolved


def base_of(pointer: Pointer, relative: Relative, index: Index) -> Pointer | None:
    """The promise or the group that a relative limit names: by its name, or by the moment that it is about."""
    home = index.homes[pointer]
    found = index.find(home, relative.name)
    moment = None if found else milestone_of(relative.name)
    alike = (each for each, promise in index.promises.items() if moment and promise.milestone is moment)
    return found or next((each for each in alike if index.homes[each] == home), None)


def _bases(pointer: Pointer, limits: Limits, index: Index) -> Mapping[str, Pointer]:
    """The one promise that each name of a relative limit leads to; a group of several leads to no single one."""
    found = {}
    for each in limits[pointer]:
        if isinstance(each.bound, Relative):
            named = base_of(pointer, each.bound, index)
            if named in limits:
                found[each.bound.name] = named
    return found


def _multiples(own: tuple[CaseLimit, ...], targets: Mapping[str, Pointer], resolved: Limits) -> Iterator[CaseLimit]:
    for each in own:
        target = targets.get(each.bound.name) if isinstance(each.bound, Relative) else None
        known = (
            [other for other in resolved[target] if other.length and each.case_name in (None, other.case_name)]
            if target
            else []
        )
        if known and isinstance(each.bound, Relative):
            yield from (each.times(each.bound, other) for other in known)
        else:
            yield each


@cache
def _clock_pattern() -> re.Pattern[str]:
    named = (f"(?P<{each.name}>{alternatives(f'promises.clock_{each.name.lower()}')})" for each in _CLOCKS)
    return re.compile(rf"\b(?:{'|'.join(named)})\b", re.IGNORECASE)


def _clock_in(text: str) -> Clock | None:
    """The first clock that the words name: `All of these hours are opening hours`."""
    found = _clock_pattern().search(text)
    return Clock[found.lastgroup] if found and found.lastgroup else None


def clock_around(promise: Standard, groups: Iterable[Standard]) -> Clock | None:
    """The clock that the words of a promise name, or else its nearest group."""
    return _first_clock(promise, *reversed(tuple(groups)))


def clocks_of_homes(homes: Collection[Pointer], meaning: Meaning) -> Mapping[Pointer, Clock | None]:
    """The clock that is named once: by the stage, the procedure, the section, the hours or the head of the policy."""
    policy = meaning.policy
    for_all = _first_clock(policy.hours, *(each for _, each in meaning.parts_of(Hours)), policy.policy)
    by_section = {home[0]: _first_clock(getattr(policy, str(home[0]))) or for_all for home in homes}
    found = {home: by_section[home[0]] for home in homes}
    return found | {
        pointer: _first_clock(part) or found[pointer] for pointer, part in meaning.parts if pointer in found
    }


def _first_clock(*parts: object) -> Clock | None:
    clocks = (_clock_in(text) for part in parts for text in _texts_around(part))
    return next((clock for clock in clocks if clock), None)


def _texts_around(part: object) -> Iterator[str]:
    """The words of a part, or those before and behind a collection and its rows."""
    for holder in (part, getattr(part, "rows", None)):
        if holder is not None and not isinstance(holder, tuple):
            yield from (text for text in (getattr(holder, key, None) for key in _PROSE) if isinstance(text, str))
