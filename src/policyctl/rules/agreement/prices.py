"""Hold the prices that a sentence names against the entry of that name: a lesson, half a lesson, the deposit on it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

from policyctl.findings import Issue
from policyctl.lexicon import alternatives, words
from policyctl.meaning.claims import Claim, Rivals, differ
from policyctl.meaning.figures import Bound, Kind
from policyctl.meaning.formatting import amount
from policyctl.meaning.subjects import carrying_words, holds, stem, stems_of
from policyctl.schema.grammar.texts import Speech
from policyctl.schema.quantities import Count, Money, Share

_PRICED = ("facts", "terms", "customers")
"""Sections whose entries say what something costs."""

_LONGEST = 3
"""Words of the name of something that has a price."""

Stems = tuple[str, ...]


def prices_said(found: Sequence[Claim]) -> Iterator[Rivals]:
    """Amounts that stand right beside the name of something, and another where its price is said."""
    prices = _prices(found)
    for claim in found if prices else ():
        said = _as_money(claim)
        price = _named_before(said, prices) if said and said.is_firm and not said.is_conditional else None
        said = said and price and _in_currency_of(said, price)
        if said and price and said.entries[:1] != price.entries[:1] and differ(said, price) and _alike(said, price):
            yield Rivals(said, price)


def shares_said(found: Sequence[Claim]) -> Iterator[Rivals]:
    """Shares in a sample whose name is that of the entry that says another one."""
    shares: dict[frozenset[str], list[Claim]] = defaultdict(list)
    for claim in found:
        if claim.kind is Kind.SHARE and claim.section in _PRICED and claim.name and claim.is_firm:
            shares[stems_of(claim.name, claim.language)].append(claim)
    for claim in found if shares else ():
        is_told = claim.kind is Kind.SHARE and claim.passage and claim.passage.kind is Speech and claim.is_firm
        meant = shares.get(stems_of(claim.name, claim.language), ()) if is_told and claim.name else ()
        if len(meant) == 1 and differ(claim, meant[0]) and _of_one_thing(claim, meant[0]):
            yield Rivals(claim, meant[0])


def wrong_parts_of_prices(found: Sequence[Claim]) -> Iterator[Issue]:
    """Half of a price that is another amount: `half a lesson, that is £40`, where a lesson is £65."""
    prices = _prices(found)
    for claim in found if prices else ():
        said = _as_money(claim)
        part = _halved_before(said, prices) if said and isinstance(said.value, Money) else None
        if said and part and isinstance(said.value, Money):
            price, right = part
            if abs(said.value.amount - right.amount) > right.amount / 100:
                message = (
                    f"“{said.words}” is said here, and half of “{price.name}” at {price.words} is {amount(right)}."
                )
                yield said.issue(message, "Write the right sum, or change the price.", price.pointer)
    yield from _wrong_shares_of_prices(found)


def _wrong_shares_of_prices(found: Sequence[Claim]) -> Iterator[Issue]:
    """`£400 for the course, of which £100 today`, where a fifth is asked of the £400."""
    shared = _shared_prices(found)
    for whole, part in pairwise(found) if shared else ():
        said = _as_money(part)
        if not (said and whole.kind is Kind.MONEY and whole.figure and part.figure and whole.passage is part.passage):
            continue
        stretch = part.figure.text[whole.figure.end : part.figure.start]
        meant = shared.get(whole.value.amount, ()) if isinstance(whole.value, Money) else ()
        named = [each for each in meant if each.pointer != whole.pointer and _names(whole, each)]
        if len(named) == 1 and _of_that().search(stretch) and isinstance(said.value, Money):
            right = _share_of(whole, named[0])
            if right and abs(said.value.amount - right.amount) > right.amount / 100:
                share = named[0].words
                message = f"“{said.words}” is said here, and “{named[0].name}” takes {share}, which is {amount(right)}."
                yield said.issue(message, "Write the right sum, or change the share.", named[0].pointer)


def _share_of(whole: Claim, share: Claim) -> Money | None:
    if not isinstance(whole.value, Money) or not isinstance(share.value, Share):
        return None
    return _rounded(whole.value.amount * share.value.percent / 100, whole.value)


def _rounded(part: Decimal, whole: Money) -> Money:
    """A part of an amount to the cent, and without cents where it has none."""
    return Money(part.quantize(Decimal("0.01") if part % 1 else Decimal(1)), whole.currency)


def _shared_prices(found: Sequence[Claim]) -> Mapping[Decimal, list[Claim]]:
    """The one share of each entry that says of which price it is, by that price."""
    shares: dict[object, list[Claim]] = defaultdict(list)
    for claim in found:
        if claim.kind is Kind.SHARE and claim.section in _PRICED and claim.entries:
            shares[claim.entries[-1][0]].append(claim)
    by_price: dict[Decimal, list[Claim]] = defaultdict(list)
    for claim in found:
        own = shares.get(claim.entries[-1][0], ()) if claim.entries and isinstance(claim.value, Money) else ()
        if len(own) == 1 and isinstance(claim.value, Money) and own[0] not in by_price[claim.value.amount]:
            by_price[claim.value.amount].append(own[0])
    return by_price


def _names(claim: Claim, entry: Claim) -> bool:
    """Whether the sentence of a figure holds the whole name of an entry."""
    sentence = stems_of(claim.figure.sentence, claim.language) if claim.figure else frozenset()
    name = stems_of(entry.name, entry.language)
    return bool(name) and all(holds(sentence, each) for each in name)


def _prices(found: Sequence[Claim]) -> Mapping[Stems, Claim]:
    """The price of everything that has one alone, by the stems of its name."""
    by_entry: dict[object, list[Claim]] = defaultdict(list)
    for claim in found:
        is_threshold = claim.bound in (Bound.ABOVE, Bound.AT_LEAST)
        if claim.section in _PRICED and claim.entries and claim.kind in (Kind.MONEY, Kind.SHARE) and not is_threshold:
            by_entry[claim.entries[-1][0]].append(claim)
    prices: dict[Stems, Claim] = {}
    taken: set[Stems] = set()
    for claims in by_entry.values():
        name = _stems(claims[0].name, claims[0].language)
        if name in taken or not 0 < len(name) <= _LONGEST:
            prices.pop(name, None)
        elif len(claims) == 1 and _is_price(claims[0]):
            prices[name] = claims[0]
        taken.add(name)
    return prices


def _is_price(claim: Claim) -> bool:
    return claim.kind is Kind.MONEY and claim.bound is Bound.EXACT and claim.is_firm and not claim.is_conditional


def _stems(text: str, language: str) -> Stems:
    return tuple(stem(word, language) for word in carrying_words(text))


def _as_money(claim: Claim) -> Claim | None:
    """An amount in a sentence; what staff say without a currency is one too: “Each lesson is 65”."""
    if claim.figure is None or claim.bound is not Bound.EXACT:
        return None
    if claim.kind is Kind.MONEY:
        return claim
    bare = isinstance(claim.value, Count) and claim.value.of is None and claim.passage and claim.passage.kind is Speech
    if (
        not bare
        or not isinstance(claim.value, Count)
        or not re.match(r"[.,;!?]?(?:\s|$)", claim.figure.text[claim.figure.end :])
    ):
        return None
    return replace(claim, kind=Kind.MONEY, value=Money(Decimal(claim.value.amount), None))


def _named_before(claim: Claim, prices: Mapping[Stems, Claim]) -> Claim | None:
    """The price of what is named right before an amount, with nothing but an article around the name."""
    before = _before(claim)
    found = _priced_thing().search(before)
    price = prices.get(_stems(found["thing"], claim.language)) if found else None
    if price and found and len(found["thing"].split()) == len(price.name.split()):
        return price
    behind = _thing_behind().match(claim.figure.text[claim.figure.end :]) if claim.figure else None
    return _longest_name(behind[0].split(), prices, claim.language) if behind else None


def _longest_name(words: Sequence[str], prices: Mapping[Stems, Claim], language: str) -> Claim | None:
    """The price of what stands right behind an amount: `the $12 late fee`; more than one word, to be sure."""
    for length in range(min(_LONGEST, len(words)), 1, -1):
        price = prices.get(_stems(" ".join(words[:length]), language))
        if price and len(price.name.split()) == length:
            return price
    return None


@cache
def _thing_behind() -> re.Pattern[str]:
    return re.compile(r"(?: [^\W\d_]+){1,3}")


def _in_currency_of(claim: Claim, price: Claim) -> Claim:
    """An amount without a currency is in that of the price."""
    said, known = claim.value, price.value
    if isinstance(said, Money) and isinstance(known, Money) and said.currency is None:
        return replace(claim, value=Money(said.amount, known.currency))
    return claim


def _halved_before(claim: Claim, prices: Mapping[Stems, Claim]) -> tuple[Claim, Money] | None:
    """The price of that half of which is named right before an amount, with half of it."""
    found = _half_a_thing().search(_before(claim))
    price = prices.get(_stems(found["thing"], claim.language)) if found else None
    if price is None or not isinstance(price.value, Money):
        return None
    return price, _rounded(price.value.amount / 2, price.value)


def _before(claim: Claim) -> str:
    figure = claim.figure
    return figure.text[max(0, figure.start - 60) : figure.start] if figure else ""


@cache
def _priced_thing() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[.!?;,:] ){optional_article()}(?P<thing>[^\W\d_]+(?:[ -][^\W\d_]+){{0,2}}?)"
        rf"(?:(?: {alternatives('figures.costing')})? |: )$",
        re.IGNORECASE,
    )


@cache
def _half_a_thing() -> re.Pattern[str]:
    half, that_is = alternatives("figures.halved"), alternatives("figures.that_is")
    return re.compile(rf"\b{half} {optional_article()}(?P<thing>[^\W\d_]+),? {that_is} $", re.IGNORECASE)


@cache
def optional_article() -> str:
    """A pattern of the article that may stand before the name of what has a price."""
    return rf"(?:(?:{'|'.join(words('figures.before_a_price'))}) )?"


@cache
def _of_that() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives('figures.of_that')}\b(?: [^\W\d_]+){{0,2}} $", re.IGNORECASE)


def _alike(claim: Claim, price: Claim) -> bool:
    """Whether both are counted for the same, as far as they say."""
    return not (claim.rate and price.rate and claim.rate != price.rate)


def _of_one_thing(claim: Claim, other: Claim) -> bool:
    """Whether both shares are of the same, as far as their parts of the sentence say."""
    mine, theirs = claim.stems, other.stems
    return not mine or not theirs or any(holds(theirs, each) for each in mine)
