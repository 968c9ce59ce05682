"""Hold what an entry says in its own sentence against the figures that stand beside it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from policyctl.findings import Pointer
from policyctl.meaning.claims import Claim, Rivals, Side, differ
from policyctl.meaning.figures import Bound, Kind
from policyctl.meaning.lengths import sooner
from policyctl.schema.quantities import Duration, Frequency

_BESIDE = ("within", "notice", "every", "at_most", "at_least", "paid_within", "ask_within")
"""Fields that hold how long something takes; a sentence beside them says it again."""

_SAID = frozenset({"says", "usually"})

_AROUND = frozenset({"intro", "notes", "says"})
"""What a group says of all its rows."""


def own_sentences(found: Sequence[Claim]) -> Iterator[Rivals]:
    """Entries whose own sentence says how long or how often, where another figure stands beside it."""
    said: dict[Pointer, list[Claim]] = defaultdict(list)
    beside: dict[Pointer, list[Claim]] = defaultdict(list)
    for claim in found:
        if claim.kind in (Kind.DURATION, Kind.FREQUENCY):
            if claim.figure and claim.field in _SAID:
                said[claim.holder].append(claim)
            elif claim.stated and claim.field in _BESIDE:
                beside[claim.holder].append(claim)
    yield from _groups(found, beside)
    yield from _later_and_sooner(found, beside)
    for pointer, spoken in said.items():
        by_field = _by_field(beside.get(pointer, ()))
        for limits in by_field.values():
            meant = next((each for each in spoken if _repeats(each, limits, spoken, by_field)), None)
            if meant and not any(_is_meant(each, spoken) for each in limits):
                yield Rivals(meant, limits[0])
                break


def _groups(found: Sequence[Claim], beside: Mapping[Pointer, Sequence[Claim]]) -> Iterator[Rivals]:
    """What a group says of all its rows, where each of them has another time, and all the same one."""
    rows: dict[Pointer, list[Claim]] = defaultdict(list)
    for pointer, limits in beside.items():
        if len(pointer) > 1 and pointer[-2] == "rows":
            rows[pointer[:-2]] += [each for each in limits if each.field == "within"]
    around: dict[Pointer, list[Claim]] = defaultdict(list)
    for claim in found if rows else ():
        if claim.kind is Kind.DURATION and claim.figure and claim.field in _AROUND and claim.holder in rows:
            around[claim.holder].append(claim)
    for pointer, spoken in around.items():
        limits, said = rows[pointer], spoken[0]
        is_one = len(spoken) == 1 and len(limits) > 1 and all(not differ(limits[0], each) for each in limits)
        is_firm = said.is_firm and said.is_ours and said.bound in (Bound.EXACT, Bound.AT_MOST)
        if is_one and is_firm and said.side in (Side.AFTER, Side.OPEN) and differ(said, limits[0]):
            yield Rivals(said, limits[0])


def _later_and_sooner(found: Sequence[Claim], beside: Mapping[Pointer, Sequence[Claim]]) -> Iterator[Rivals]:
    """What is done for whoever is later than a limit, up to a time that is over sooner."""
    for claim in found:
        if claim.field == "late" and claim.kind is Kind.DURATION and claim.bound is Bound.AT_MOST:
            limits = [each for each in beside.get(claim.holder, ()) if each.field == "within"]
            if limits and all(sooner(_length(claim), _length(each)) for each in limits):
                yield Rivals(claim, limits[0])


def _by_field(limits: Iterable[Claim]) -> Mapping[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in limits:
        found[claim.field].append(claim)
    return found


def _is_meant(limit: Claim, spoken: Iterable[Claim]) -> bool:
    """Whether any figure of the sentence may be this one."""
    return any(not _are_apart(each, limit) for each in spoken)


def _repeats(
    said: Claim, limits: Sequence[Claim], spoken: Sequence[Claim], by_field: Mapping[str, Sequence[Claim]]
) -> bool:
    """Whether a figure of the sentence is the one of the field: on the same side of the event, or alone with it."""
    field = limits[0].field
    is_doubtful = said.figure is None or said.figure.hedged or said.bound not in (Bound.EXACT, Bound.AT_MOST)
    if is_doubtful or any(not _are_apart(said, each) for others in by_field.values() for each in others):
        return False
    if Kind.FREQUENCY is said.kind or field == "every":
        return said.kind is Kind.FREQUENCY and field == "every"
    is_alone = len(spoken) == len(by_field) == 1 and said.side is Side.OPEN and said.is_firm
    if field == "notice":
        return said.side is Side.BEFORE or is_alone
    return field == "within" and said.is_firm and said.is_ours and (said.side is Side.AFTER or is_alone)


def _are_apart(one: Claim, other: Claim) -> bool:
    """Whether two figures certainly differ; how often may be said as a length of time as well."""
    return differ(one, other) if one.kind is other.kind else _length(one) != _length(other)


def _length(claim: Claim) -> Duration | None:
    value = claim.value
    if isinstance(value, Frequency):
        return value.per
    return value if isinstance(value, Duration) else None
