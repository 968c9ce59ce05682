"""Find sums, shares and counts in words that are reckoned wrongly."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import alternatives, pattern
from policyctl.meaning.claims import Claim, claims
from policyctl.meaning.figures import Bound, Kind
from policyctl.meaning.formatting import amount
from policyctl.meaning.references import inside
from policyctl.rules.rule import RuleContext
from policyctl.schema.quantities import Count, Money, Share
from policyctl.schema.sections.complaints import Complaints
from policyctl.schema.sections.escalation import Ladder

_ROUNDING = Decimal("0.01")
"""Of the sum: people round what they reckon in their heads."""

_WORKED = 3
"""Amounts of one sentence that are added up or taken off; with more, nobody knows which are meant."""


def sums_do_not_add_up(context: RuleContext) -> Iterator[Issue]:
    """A sum in words that is not what its own figures come to, or a number of levels that is not how many there are.

    That is a share of an amount, a discount and what is left, so many times an amount, and a cap below what it caps.

    Why it matters: whoever reads it out is corrected by the customer, and whoever does not is believed.

    Diff:

          terms:
            Deposits on tables:
        -     says: We take 40% when you order. On £2,000 that is £900.  # <- here
        +     says: We take 40% when you order. On £2,000 that is £800.
    """
    by_sentence: dict[tuple[Pointer, str], list[Claim]] = defaultdict(list)
    shares: dict[Pointer, list[Claim]] = defaultdict(list)
    for claim in claims(context):
        if claim.figure and claim.passage:
            by_sentence[claim.pointer, claim.figure.sentence].append(claim)
        if claim.kind is Kind.SHARE and claim.entries:
            shares[claim.entries[-1][0]].append(claim)
    for (pointer, _), spoken in by_sentence.items():
        money = [each for each in spoken if each.kind is Kind.MONEY]
        entry = spoken[0].entries[-1][0] if spoken[0].entries else pointer
        if len(money) > 1:
            yield from _share_of_an_amount(money, shares.get(entry, ()))
            yield from _what_is_left(money)
            yield from _cap_below(money)
        yield from _so_many_times(spoken)
    yield from _counted(context)


def _share_of_an_amount(money: Sequence[Claim], shares: Iterable[Claim]) -> Iterator[Issue]:
    """`On £2,000 that is £800`, where the same entry says which share it is."""
    known = [each.value.percent for each in shares if isinstance(each.value, Share)]
    for whole, part in pairwise(money):
        sum_of, said = _amounts(whole, part)
        if known and _between(whole, part, _reckoned()) and sum_of and said:
            right = [sum_of * percent / 100 for percent in known]
            if not any(_alike(said, each) or _alike(said, sum_of - each) for each in right):
                percent = f"{known[0].normalize():f}%"
                yield _wrong(part, f"{percent} of {_in_words(whole)} is {_written(right[0], part)}")


def _what_is_left(money: Sequence[Claim]) -> Iterator[Issue]:
    """`£600 less £60, so £540`, and `£24 plus £14, £38 together`."""
    if len(money) != _WORKED:
        return
    first, second, third = money
    one, two = _amounts(first, second)
    three, _ = _amounts(third, third)
    if one is None or two is None or three is None:
        return
    stretch = _text(first, third)
    if pattern("figures.taken_off").search(stretch) and _between(second, third, pattern("figures.leaves")):
        if not _alike(three, one - two):
            yield _wrong(third, f"{_in_words(first)} less {_in_words(second)} is {_written(one - two, third)}")
    elif (
        _between(first, second, pattern("figures.added"))
        and (_between(second, third, pattern("figures.in_all")) or _follows(third, pattern("figures.in_all")))
        and not _alike(three, one + two)
    ):
        yield _wrong(third, f"{_in_words(first)} and {_in_words(second)} are {_written(one + two, third)}")


def _so_many_times(spoken: Sequence[Claim]) -> Iterator[Issue]:
    """`three instalments of £50, £150 in all`."""
    for count, each, whole in zip(spoken, spoken[1:], spoken[2:], strict=False):
        kinds = (count.kind, each.kind, whole.kind)
        if kinds == (Kind.COUNT, Kind.MONEY, Kind.MONEY) and isinstance(count.value, Count):
            one, said = _amounts(each, whole)
            in_all = pattern("figures.in_all")
            if one and said and (_between(each, whole, in_all) or _follows(whole, in_all)):
                right = one * count.value.amount
                if _joined_by(count, each) and not _alike(said, right):
                    yield _wrong(whole, f"{count.value.amount} times {_in_words(each)} is {_written(right, whole)}")


def _cap_below(money: Sequence[Claim]) -> Iterator[Issue]:
    """`£20 a day, at most £10`: the first day is above the cap already."""
    for each, cap in pairwise(money):
        one, most = _amounts(each, cap)
        is_cap = each.bound is Bound.EXACT and cap.bound is Bound.AT_MOST and each.rate and not cap.rate
        if is_cap and one and most and most < one:
            message = f"“{_in_words(cap)}” is the most, and {_in_words(each)} {each.rate} is more than that at once."
            yield cap.issue(message, "Set the most above what is paid for one, or leave it out.")


def _counted(context: RuleContext) -> Iterator[Issue]:
    """Levels and stages in words, against those that are there."""
    ladders = {pointer: len(ladder.levels) for pointer, ladder in context.parts_of(Ladder) if ladder.levels}
    stages = _stages(context.policy.complaints)
    for claim in claims(context):
        count = claim.value
        if isinstance(count, Count) and claim.figure and claim.bound is Bound.EXACT and claim.is_firm and count.of:
            ladder = inside(claim.pointer, ladders)
            is_stage = claim.section == "complaints" and _is_word(count.of, "figures.stages")
            if ladder and _is_word(count.of, "figures.levels") and count.amount != ladders[ladder]:
                yield _miscounted(claim, ladders[ladder], (*ladder, "levels"))
            elif is_stage and stages and count.amount not in stages:
                yield _miscounted(claim, max(stages), ("complaints", "stages"))


def _stages(complaints: Complaints | None) -> set[int]:
    """How many stages a complaint has, with and without those that may be skipped and the body outside."""
    if complaints is None or not complaints.stages:
        return set()
    needed = sum(not stage.optional for stage in complaints.stages)
    outside = len(complaints.outside or ())
    return {needed, len(complaints.stages), needed + outside, len(complaints.stages) + outside}


def _is_word(noun: str, name: str) -> bool:
    return bool(pattern(name).fullmatch(noun.split(maxsplit=1)[0]))


def _miscounted(claim: Claim, there: int, twin: Pointer) -> Issue:
    message = f"“{claim.words}” is said here, and there are {there}."
    return claim.issue(message, "Write how many there are, or add the one that is missing.", twin)


def _wrong(claim: Claim, right: str) -> Issue:
    hint = "Write the right sum, or change the figures that it is made of."
    return claim.issue(f"“{claim.words}” is not the sum: {right}.", hint)


@cache
def _reckoned() -> re.Pattern[str]:
    return re.compile(rf"^,? ?{alternatives('figures.that_is')}\b", re.IGNORECASE)


def _between(one: Claim, other: Claim, words: re.Pattern[str]) -> bool:
    return bool(words.search(_text(one, other)))


def _text(one: Claim, other: Claim) -> str:
    """What stands between two figures of one text."""
    return one.figure.text[one.figure.end : other.figure.start] if one.figure and other.figure else ""


def _follows(claim: Claim, words: re.Pattern[str]) -> bool:
    return bool(claim.figure and words.match(claim.figure.text[claim.figure.end :].lstrip(" ,")))


def _joined_by(count: Claim, each: Claim) -> bool:
    """Whether an amount is that of each of so many things, with nothing else between."""
    return bool(pattern("figures.each_of").fullmatch(_text(count, each).strip()))


def _amounts(one: Claim, other: Claim) -> tuple[Decimal | None, Decimal | None]:
    mine, theirs = one.value, other.value
    if isinstance(mine, Money) and isinstance(theirs, Money) and mine.currency == theirs.currency:
        return mine.amount, theirs.amount
    return None, None


def _alike(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= max(abs(other) * _ROUNDING, Decimal("0.5") if one % 1 == 0 and other % 1 else Decimal(0))


def _in_words(claim: Claim) -> str:
    return amount(claim.value) if isinstance(claim.value, Money) else claim.words


def _written(right: Decimal, like: Claim) -> str:
    currency = like.value.currency if isinstance(like.value, Money) else None
    return str(Money(right.quantize(Decimal("0.01")) if right % 1 else right.quantize(Decimal(1)), currency))
