"""The limits of all promises in, those that are a multiple of another with their lengths, out."""

from collections.abc import Iterator, Mapping

from policyctl.findings import Pointer
from policyctl.rules.promises.index import Index
from policyctl.rules.promises.limits import CaseLimit
from policyctl.rules.promises.milestones import milestone_told
from policyctl.schema.quantities import Relative

Limits = dict[Pointer, tuple[CaseLimit, ...]]
"""The limits of each promise that is no group, by its place."""

DEPTH = 8
"""How many limits may lean on one another; nobody can follow a longer chain."""


def settled(limits: Limits, index: Index) -> Limits:
    """The limits with each multiple of another given its length, as far as the other has one."""
    leaning = {pointer for pointer, own in limits.items() if any(isinstance(each.bound, Relative) for each in own)}
    targets = {pointer: _targets(pointer, limits, index) for pointer in leaning}
    settling = dict(limits)
    for _ in range(DEPTH):
        for pointer in leaning:
            settling[pointer] = tuple(_multiples(limits[pointer], targets[pointer], settling))
    return settling


def leans_on(pointer: Pointer, relative: Relative, index: Index) -> Pointer | None:
    """The promise or the group that a relative limit names: by its name, or by the moment that it is about."""
    home = index.homes[pointer]
    found = index.find(home, relative.name)
    moment = None if found else milestone_told(relative.name)
    alike = (each for each, promise in index.promises.items() if moment and promise.milestone is moment)
    return found or next((each for each in alike if index.homes[each] == home), None)


def _targets(pointer: Pointer, limits: Limits, index: Index) -> Mapping[str, Pointer]:
    """The one promise that each name of a relative limit leads to; a group of several leads to no single one."""
    found = {}
    for each in limits[pointer]:
        if isinstance(each.bound, Relative):
            named = leans_on(pointer, each.bound, index)
            if named in limits:
                found[each.bound.name] = named
    return found


def _multiples(own: tuple[CaseLimit, ...], targets: Mapping[str, Pointer], settling: Limits) -> Iterator[CaseLimit]:
    for each in own:
        target = targets.get(each.bound.name) if isinstance(each.bound, Relative) else None
        known = (
            [other for other in settling[target] if other.length and each.told in (None, other.told)] if target else []
        )
        if known and isinstance(each.bound, Relative):
            yield from (each.times(each.bound, other) for other in known)
        else:
            yield each
