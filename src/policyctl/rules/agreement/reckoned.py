"""Find what a sentence or a few reckon wrongly with a figure of another: a price, a debt, the bar of a trial."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from policyctl.findings import Issue
from policyctl.lexicon import alternatives, finds
from policyctl.meaning.claims import Claim
from policyctl.meaning.dates import read_day
from policyctl.meaning.figures import Bound, Figure, Kind, read_figures
from policyctl.meaning.formatting import amount
from policyctl.meaning.subjects import stems_of
from policyctl.rules.agreement.prices import optional_article
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.texts import Speech
from policyctl.schema.quantities import Count, Date, Duration, Money, Share, Unit
from policyctl.schema.quantities.text import read_number

_HINT = "Write the right sum, or change the figures that it is made of."

_MANY = 40
"""Prices of one word that a sum is held against; nobody has as many."""

_NEAR = Decimal("0.5")
"""What people round off a sum that they say aloud."""


class Added(NamedTuple):
    """Something with a price that is added to an amount: its words in small letters, and the amount."""

    name: str
    claim: Claim
    price: Money


class Part(NamedTuple):
    """A share in words: the words, how much it is in percent, and what is counted."""

    words: str
    percent: Decimal
    of: str


def sums_with_a_price(found: Sequence[Claim]) -> Iterator[Issue]:
    """`Four nights are £152, with the cleaning £187`, where the cleaning costs £45 by the facts."""
    prices = _prices(found)
    by_passage: dict[object, list[Claim]] = defaultdict(list)
    for claim in found if prices else ():
        if claim.figure and _money(claim):
            by_passage[claim.pointer].append(claim)
    for spoken in by_passage.values():
        for one, whole in pairwise(spoken):
            first, last = _money(one), _money(whole)
            thing = _with_the().search(_between(one, whole)) if first and last else None
            meant = _named(thing["thing"], prices) if thing else []
            if first and last and len({each.price.amount for each in meant}) == 1:
                right = first.amount + meant[0].price.amount
                if abs(last.amount - right) > _NEAR:
                    parts = f"{amount(first)} and {amount(meant[0].price)}"
                    message = (
                        f"“{whole.words}” is not the sum: {parts} for “{meant[0].name}” are {_like(right, first)}."
                    )
                    yield whole.issue(message, _HINT, meant[0].claim.pointer)


def _like(number: Decimal, money: Money) -> str:
    return amount(
        Money(number.quantize(Decimal("0.01")) if number % 1 else number.quantize(Decimal(1)), money.currency)
    )


def _money(claim: Claim) -> Money | None:
    """An amount that is exactly so much; what staff say without a currency is one too: “with the chip 76”."""
    if claim.bound is not Bound.EXACT:
        return None
    if isinstance(claim.value, Money):
        return claim.value
    is_bare = isinstance(claim.value, Count) and claim.value.of is None
    spoken = claim.passage is not None and claim.passage.kind is Speech
    return Money(Decimal(claim.value.amount), None) if is_bare and spoken and isinstance(claim.value, Count) else None


def _prices(found: Sequence[Claim]) -> Mapping[str, list[Added]]:
    """What has a price of its own in the facts, by the last letters of what it is called."""
    prices: dict[str, list[Added]] = defaultdict(list)
    by_entry: dict[object, list[Claim]] = defaultdict(list)
    for claim in found:
        if claim.section == "facts" and claim.kind is Kind.MONEY and claim.entries:
            by_entry[claim.entries[-1][0]].append(claim)
    for claims in by_entry.values():
        for claim in claims:
            value = claim.value
            behind = _noun().match(claim.figure.text[claim.figure.end :]) if claim.figure else None
            names = [behind["noun"]] if behind else []
            names += [claim.name] if len(claims) == 1 or claim is claims[0] else []
            for name in names if claim.bound is Bound.EXACT else ():
                known = prices[_key(name)]
                if isinstance(value, Money) and len(known) < _MANY:
                    known.append(Added(name, claim, value))
    return prices


def _key(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].casefold()[-6:] if name.split() else ""


def _named(thing: str, prices: Mapping[str, Sequence[Added]]) -> list[Added]:
    """What is called so, or by a compound that ends so: `Reinigung` is the `Endreinigung`."""
    name = thing.casefold()
    alike = [each for each in prices.get(_key(thing), ()) if each.name.casefold() == name]
    ending = [each for each in prices.get(_key(thing), ()) if each.name.casefold().endswith(name)]
    return alike or ending


def _between(one: Claim, other: Claim) -> str:
    return one.figure.text[one.figure.end : other.figure.start] if one.figure and other.figure else ""


@cache
def _with_the() -> re.Pattern[str]:
    """Between two amounts, what is added to the first: `, and with the basic charge the bill is`."""
    return re.compile(
        rf"^,? (?:\w+ )?{alternatives('figures.together_with')} {optional_article()}(?P<thing>[^\W\d_]+(?: [^\W\d_]+)?)"
        rf"(?: {alternatives('figures.the_whole_is')})? $",
        re.IGNORECASE,
    )


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(r" (?P<noun>[^\W\d_]{4,})")


def debts_paid_in_parts(found: Sequence[Claim]) -> Iterator[Issue]:
    """`You owe £240. That is £80 with each of the next four bills`: so many times an amount are not the debt."""
    by_passage: dict[object, list[Claim]] = defaultdict(list)
    for claim in found:
        if claim.figure and claim.kind in (Kind.MONEY, Kind.COUNT):
            by_passage[claim.pointer].append(claim)
    for spoken in by_passage.values():
        for debt, one, other in zip(spoken, spoken[1:], spoken[2:], strict=False):
            times, each = (one, other) if one.kind is Kind.COUNT else (other, one)
            if _is_debt(debt) and _is_next(debt, one) and _are_parts(times, each, in_order=times is one):
                yield from _not_the_debt(debt, times, each)


def _not_the_debt(debt: Claim, times: Claim, each: Claim) -> Iterator[Issue]:
    whole, part, count = debt.value, each.value, times.value
    if isinstance(whole, Money) and isinstance(part, Money) and isinstance(count, Count):
        total = part.amount * count.amount
        if whole.comparable(part) and abs(total - whole.amount) > count.amount * _NEAR:
            message = f"“{each.words}” {count.amount} times is {_like(total, part)}, and {debt.words} is owed."
            yield each.issue(message, _HINT)


def _is_debt(claim: Claim) -> bool:
    return claim.kind is Kind.MONEY and finds("figures.owed", claim.figure.sentence if claim.figure else "")


def _is_next(debt: Claim, one: Claim) -> bool:
    """Whether a figure stands in the sentence of the debt, or in the one behind it."""
    return not re.search(r"[.!?]\s.*[.!?]\s", _between(debt, one), re.DOTALL)


def _are_parts(times: Claim, each: Claim, *, in_order: bool) -> bool:
    """Whether an amount is paid so many times: `four instalments of £60`, `£60 with each of the next four bills`."""
    if times.kind is not Kind.COUNT or each.kind is not Kind.MONEY or times.bound is not Bound.EXACT:
        return False
    between = _between(times, each) if in_order else _between(each, times)
    name = "figures.each_of" if in_order else "figures.on_each_of"
    return bool(re.fullmatch(rf" ?{alternatives(name)} ", between, re.IGNORECASE))


def trials_below_their_bar(context: RuleContext) -> Iterator[Issue]:
    """A trial that goes on to be policy, though what it found is less than what was to make it a success."""
    pilot = context.policy.pilot
    if not pilot or not pilot.decision or finds("sayings.negations", pilot.decision):
        return
    bars = [each for text in pilot.success_when for each in _shares(text) if not finds("figures.below", text)]
    place = ("pilot", "findings")
    for at, finding in pilot.findings.located(place) if pilot.findings and len(bars) == 1 else ():
        told = [] if finds("figures.failed", finding.found or "") else [*_shares(finding.found or "")]
        if len(told) == 1 and told[0].percent < bars[0].percent and _count_alike(told[0], bars[0], context.language):
            said, least = told[0], _percent(bars[0].percent)
            message = f"“{said.words}” is {_percent(said.percent)}, and at {least} the trial was to be a success."
            hint = "Mend the figure, or say in the decision why it goes on all the same."
            key = finding.written_keys()["found"]
            yield Issue((*at, key), message, hint, words=said.words, twin=("pilot", "success_when", 0))


def _count_alike(one: Part, other: Part, language: str) -> bool:
    return bool(one.of) and stems_of(one.of, language) == stems_of(other.of, language)


def _percent(share: Decimal) -> str:
    return f"{share.quantize(Decimal(1)).normalize():f}%"


def _shares(text: str) -> Iterator[Part]:
    """Every share of a text; `of 120 visits, 96 were kept` is one as well."""
    read = [each for each in read_figures(text) if isinstance(each.value, Share)]
    for each in read:
        noun = _noun().match(text[each.end :])
        if isinstance(each.value, Share):
            yield Part(each.words, each.value.percent, noun["noun"] if noun else "")
    for found in _counted().finditer(text) if not read else ():
        part, whole, of = (found[f"{name}_1"] or found[f"{name}_2"] for name in ("part", "whole", "of"))
        some, all_ = read_number(part.casefold()), read_number(whole.casefold())
        if some is not None and all_ and some <= all_:
            yield Part(found[0], some * 100 / all_, of)


@cache
def _counted() -> re.Pattern[str]:
    number = rf"(?:[0-9]+|{alternatives('figures.numbers')})"
    return re.compile(
        rf"\b(?:(?:of|von) (?P<whole_1>{number}) (?P<of_1>[^\W\d_]+),? (?:[^\W\d_]+ )?(?P<part_1>{number})\b"
        rf"|(?P<part_2>{number}) (?P<of_2>[^\W\d_]+) (?:of|von|out of) (?P<whole_2>{number})\b)",
        re.IGNORECASE,
    )


def days_reckoned(context: RuleContext) -> Iterator[Issue]:
    """`Your letter of 14 October is here. It ends three months later, on 30 November.`: that day is too early."""
    for passage in context.texts.read if context.understood else ():
        start: Figure | None = None
        before = None
        for length, later in pairwise(read_figures(passage.text)):
            start, before = before if before and before.kind is Kind.DATE else start, length
            if start and length.kind is Kind.DURATION and later.kind is Kind.DATE and _counts_on(length, later):
                first, last = _day_of(start, later), _day_of(later, start)
                earliest = first and _add(first, length.value)
                if earliest and last and first and first <= last < earliest - _SLACK:
                    message = f"“{later.words}” is sooner than “{length.words}” after “{start.words}”."
                    yield passage.issue(later.start, later.words, message, "Mend whichever of the three is wrong.")


_SLACK = timedelta(days=3)
"""Days that nobody minds where months are counted."""


def _counts_on(length: Figure, later: Figure) -> bool:
    """Whether a date is so long after the one before it: `three months later, on 30 November`."""
    between = length.text[length.end : later.start]
    return bool(re.fullmatch(rf" {alternatives('figures.after_that')}\b[^.!?;:]{{0,20}}", between, re.IGNORECASE))


def _day_of(figure: Figure, other: Figure) -> date | None:
    """The day of a date; one without a year is in that of the date beside it."""
    if isinstance(figure.value, Date):
        return figure.value.value
    year = other.value.value.year if isinstance(other.value, Date) else None
    return read_day(f"{figure.words.rstrip('.')} {year}") if year else None


def _add(day: date, length: object) -> date | None:
    if not isinstance(length, Duration) or length.upper is not None or length.amount % 1:
        return None
    months = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}.get(length.unit)
    if months is None:
        days = {Unit.DAY: 1, Unit.WEEK: 7}.get(length.unit)
        return day + timedelta(days=days * min(int(length.amount), _MOST_DAYS)) if days else None
    whole = day.month - 1 + months * int(length.amount)
    return date(min(day.year + whole // 12, date.max.year), whole % 12 + 1, min(day.day, 28))


_MOST_DAYS = 3_650
