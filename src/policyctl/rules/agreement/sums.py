"""Find sums, shares and counts in words that are reckoned wrongly."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import alternatives, pattern
from policyctl.lexicon import words as lexicon_words
from policyctl.meaning.claims import Claim, claims
from policyctl.meaning.figures import Bound, Kind
from policyctl.meaning.formatting import amount
from policyctl.meaning.references import inside
from policyctl.meaning.subjects import carrying_words, matters_in, stem
from policyctl.rules.agreement.prices import wrong_parts_of_prices
from policyctl.rules.agreement.reckoned import (
    days_reckoned,
    debts_paid_in_parts,
    sums_with_a_price,
    trials_below_their_bar,
)
from policyctl.rules.rule import RuleContext
from policyctl.schema.quantities import Count, Duration, Money, Share
from policyctl.schema.sections.complaints import Complaints
from policyctl.schema.sections.escalation import Ladder
from policyctl.schema.sections.people import Role
from policyctl.schema.sections.procedures import Procedure

_ROUNDING = Decimal("0.01")
"""Of the sum: people round what they reckon in their heads."""

_WORKED = 3
"""Amounts of one sentence that are added up or taken off; with more, nobody knows which are meant."""


def sums_do_not_add_up(context: RuleContext) -> Iterator[Issue]:
    """A sum in words that is not what its own figures come to, or a number of levels that is not how many there are.

    That is a share of an amount, a discount and what is left, so many times an amount, a whole and its parts, a cap
    below what it caps, and how many levels, stages, steps, values or people there are. A sum may be made with a price
    of the facts, a debt be paid in parts, a trial have a bar to reach, and a day be so long after another.

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
        yield from _parts_of_a_whole(spoken)
    yield from wrong_parts_of_prices(claims(context))
    yield from sums_with_a_price(claims(context))
    yield from debts_paid_in_parts(claims(context))
    yield from trials_below_their_bar(context)
    yield from days_reckoned(context)
    yield from _cap_below_what_is_given(context)
    yield from _counted(context)
    yield from _fewer_of_us(context)


def _share_of_an_amount(money: Sequence[Claim], shares: Iterable[Claim]) -> Iterator[Issue]:
    """`On £2,000 that is £800`, where the same entry says which share it is."""
    known = [(each, each.value.percent) for each in shares if isinstance(each.value, Share)]
    for first, second in pairwise(money):
        whole, part = (second, first) if _between(first, second, _out_of()) else (first, second)
        sum_of, said = _amounts(whole, part)
        if known and (whole is second or _between(whole, part, _reckoned())) and sum_of and said:
            right = [sum_of * percent / 100 for _, percent in known]
            if not any(_alike(said, each) or _alike(said, sum_of - each) for each in right):
                yield _wrong(part, f"{_percent(known[0][0])} of {_in_words(whole)} is {_written(right[0], part)}")


def _percent(claim: Claim) -> str:
    """A share as it is read out: `40%`, and `a third` where it is no whole number of hundredths."""
    percent = claim.value.percent if isinstance(claim.value, Share) else Decimal(0)
    return f"{percent.normalize():f}%" if percent == percent.quantize(_ROUNDING) else claim.words.lower()


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


def _parts_of_a_whole(spoken: Sequence[Claim]) -> Iterator[Issue]:
    """`Twelve hours, namely five by day, four by night and three on the motorway`."""
    whole = spoken[0]
    parts = spoken[1:]
    if len(parts) < 2 or not isinstance(whole.value, Count | Duration) or whole.bound is not Bound.EXACT:
        return
    listed = _listed(whole, parts)
    numbers = [each.value.amount for each in parts if isinstance(each.value, Count)]
    in_order = numbers == [*range(1, len(numbers) + 1)]
    if listed and len(numbers) == len(parts) and not in_order and sum(numbers) != whole.value.amount:
        message = f"“{whole.words}” is said here, and {' + '.join(map(str, numbers))} is {sum(numbers)}."
        yield whole.issue(message, "Write the right sum, or change the figures that it is made of.")


def _listed(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the sentence lists the parts behind the whole, one figure to each item, and no unit beside any."""
    figure = whole.figure
    if figure is None or any(_is_followed_by_a_unit(each) for each in parts):
        return False
    begins = _namely().match(figure.text[figure.end :])
    if begins is None or not parts[0].figure or parts[0].figure.start != figure.end + begins.end():
        return False
    return all(_between(one, other, _next_item()) for one, other in pairwise(parts))


def _is_followed_by_a_unit(claim: Claim) -> bool:
    """Whether a number counts things of its own: `two litres`; what follows a bare number is where or for what."""
    return not (isinstance(claim.value, Count) and _is_where(claim))


def _is_where(claim: Claim) -> bool:
    figure = claim.figure
    behind = f"{figure.words.partition(' ')[2]} {figure.text[figure.end :]}".strip() if figure else ""
    return bool(_where().match(behind))


@cache
def _namely() -> re.Pattern[str]:
    return re.compile(rf"(?::|,? {alternatives('figures.namely')}) ", re.IGNORECASE)


@cache
def _next_item() -> re.Pattern[str]:
    return re.compile(rf"^[^\d.;:]*(?:, ?| {alternatives('figures.and_the_last')} )$", re.IGNORECASE)


@cache
def _where() -> re.Pattern[str]:
    return re.compile(rf"{alternatives('figures.where')}\b", re.IGNORECASE)


def _cap_below_what_is_given(context: RuleContext) -> Iterator[Issue]:
    """`gives: 5% of the fee for each hour` and `at_most: 3% of the fee`: the first hour is above the cap already."""
    most = {each.pointer[:-1]: each for each in claims(context) if each.field == "at_most" and each.stated}
    for claim in claims(context) if most else ():
        cap = most.get(claim.pointer[: claim.pointer.index("gives")]) if claim.field == "gives" else None
        if cap and claim.kind is cap.kind and claim.bound is Bound.EXACT and _is_less(cap, claim):
            message = f"“{cap.words}” is the most, and “{claim.words}” is given at once."
            hint = "Set the most above what is given for one, or leave it out."
            yield cap.issue(message, hint, claim.pointer)


def _is_less(cap: Claim, claim: Claim) -> bool:
    most, given = cap.value, claim.value
    if isinstance(most, Share) and isinstance(given, Share):
        return most < given
    return isinstance(most, Money) and isinstance(given, Money) and most.comparable(given) and most < given


def _cap_below(money: Sequence[Claim]) -> Iterator[Issue]:
    """`£20 a day, at most £10`: the first day is above the cap already."""
    for each, cap in pairwise(money):
        one, most = _amounts(each, cap)
        is_cap = each.bound is Bound.EXACT and cap.bound is Bound.AT_MOST and each.rate and not cap.rate
        if is_cap and one and most and most < one:
            message = f"“{_in_words(cap)}” is the most, and {_in_words(each)} {each.rate} is more than that at once."
            yield cap.issue(message, "Set the most above what is paid for one, or leave it out.")


def _counted(context: RuleContext) -> Iterator[Issue]:
    """Levels, stages, steps, values and people in words, against those that are there."""
    ladders = {pointer: len(ladder.levels) for pointer, ladder in context.parts_of(Ladder) if ladder.levels}
    procedures = {pointer: len(each.steps) for pointer, each in context.parts_of(Procedure) if each.steps}
    stages = _stages(context.policy.complaints)
    whole = _counted_as_a_whole(context)
    for claim in claims(context):
        count = claim.value
        if isinstance(count, Count) and claim.figure and claim.bound is Bound.EXACT and claim.is_firm and count.of:
            ladder, procedure = inside(claim.pointer, ladders), inside(claim.pointer, procedures)
            is_complaint = claim.section == "complaints" or "complaint" in matters_in(claim.figure.sentence)
            noun = count.of.split(maxsplit=1)[0]
            every = whole.get(stem(noun.casefold(), context.language)) if _is_all_of_them(claim) else None
            if ladder and _is_word(count.of, "figures.levels") and count.amount != ladders[ladder]:
                yield _miscounted(claim, ladders[ladder], (*ladder, "levels"))
            elif is_complaint and _is_word(count.of, "figures.stages") and stages and count.amount not in stages:
                yield _miscounted(claim, max(stages), ("complaints", "stages"))
            elif procedure and _is_word(count.of, "figures.steps") and _is_of_itself(claim, procedure):
                if count.amount != procedures[procedure]:
                    yield _miscounted(claim, procedures[procedure], (*procedure, "steps"))
            elif every and count.amount != every[1]:
                yield _miscounted(claim, every[1], every[0])


def _fewer_of_us(context: RuleContext) -> Iterator[Issue]:
    """`There are twelve of us`, where the roles name more people; that they name fewer says nothing."""
    people = {" ".join(each.split()).casefold() for _, role in context.parts_of(Role) for each in role.people}
    last = next((pointer for pointer, role in context.parts_of(Role) if role.people), None)
    for claim in claims(context) if last else ():
        count, figure = claim.value, claim.figure
        if isinstance(count, Count) and figure and claim.bound is Bound.EXACT and not figure.hedged and last:
            of_us = _of_us().match(figure.text[figure.end :]) and _there_are().search(figure.text[: figure.start])
            if of_us and count.amount < len(people):
                yield _miscounted(claim, len(people), last[:1])


@cache
def _of_us() -> re.Pattern[str]:
    return re.compile(rf" {alternatives('figures.of_us')}\b", re.IGNORECASE)


@cache
def _there_are() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives('figures.there_are')} $", re.IGNORECASE)


def _counted_as_a_whole(context: RuleContext) -> Mapping[str, tuple[Pointer, int]]:
    """How many there are of what is spoken of as “our four values” or “all three drivers”, by the stem of its noun."""
    found: dict[str, tuple[Pointer, int]] = {}
    for pointer, role in context.parts_of(Role):
        name = carrying_words(role.named())
        if len(name) == 1 and len(role.people) > 1:
            found[stem(name[0], context.language)] = ((*pointer, "people"), len(role.people))
    if values := context.policy.values:
        found |= {stem(word, context.language): (("values",), len(values)) for word in lexicon_words("figures.values")}
    return found


def _is_all_of_them(claim: Claim) -> bool:
    figure = claim.figure
    return figure is not None and bool(_all_of_them().search(figure.text[: figure.start]))


@cache
def _all_of_them() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives('figures.all_of')} $", re.IGNORECASE)


def _is_of_itself(claim: Claim, procedure: Pointer) -> bool:
    """Whether a procedure says of itself how many steps it has, and not one of its steps of something else."""
    return claim.pointer[: len(procedure) + 1] in {(*procedure, key) for key in ("about", "intro", "notes", "note")}


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
    return re.compile(rf"^(?: (?:of|for|an|für) [^\W\d_]+)?,? ?{alternatives('figures.that_is')}\b", re.IGNORECASE)


@cache
def _out_of() -> re.Pattern[str]:
    """Between a part and the whole that it is taken of: `£150 on your £500`."""
    return re.compile(rf"^ {alternatives('figures.out_of')} $", re.IGNORECASE)


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
