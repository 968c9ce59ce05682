"""Find limits that procedures and prohibitions say otherwise than what may be given."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from policyctl.findings import Issue
from policyctl.lexicon import alternatives, pattern
from policyctl.meaning.concepts import Ban
from policyctl.meaning.formatting import amount, quoted
from policyctl.meaning.gifts import ANYTHING, Gifts, is_flat, known_kinds, share
from policyctl.meaning.grants import MANY, Band, bands, is_bare
from policyctl.meaning.lowering import concepts_of
from policyctl.meaning.subjects import stems_of
from policyctl.rules.rule import RuleContext
from policyctl.schema.quantities import Money


def limit_said_twice(context: RuleContext) -> Iterator[Issue]:
    """Two limits of the same people for the same thing, in general or in a procedure, or one that nobody may give.

    Why it matters: one of the two figures is the old one, and nobody on the telephone can tell which.

    Diff:

          discretion:
            may_give:
              Refunds:
                who: Adviser
                gives: a refund
                up_to: £20 per case
          procedures:
            A parcel is lost:
              steps: Say sorry.
              may_give:
                The money back:
                  who: Adviser
                  gives: a refund
                  up_to: £40 per case  # <- here
        +         because: A lost parcel is always ours to pay for.
    """
    general: dict[object, list[Band]] = defaultdict(list)
    special: list[Band] = []
    for band in context.cached(bands):
        if band.in_procedure:
            special.append(band)
        elif band.who and band.up_to and not any(band.case):
            general[frozenset(band.who), band.measure].append(band)
    yield from _twice_in_general(general)
    for band in special:
        alike = general.get((frozenset(band.who), band.measure), ())[:MANY]
        same = [each for each in alike if (each.gifts & band.gifts) - {ANYTHING} and bool(each.over) == bool(band.over)]
        if band.up_to and same and not band.grant.because and all(each.up_to != band.up_to for each in same):
            names, other = quoted([*band.who.values()]), same[0]
            message = f"{names} may give up to {band.most} here, and up to {other.most} according to {other.name}."
            hint = "Write one figure in both places, or say with `because` why this case is another."
            yield Issue((*band.pointer, "up_to"), message, hint, twin=other.pointer)
    yield from _against_prohibitions(context)


def _twice_in_general(general: Mapping[object, list[Band]]) -> Iterator[Issue]:
    """Two limits of the same people for the same thing, where no name and no word tells the two apart."""
    for alike in general.values():
        bare = [band for band in alike[:MANY] if is_bare(band) and not (band.over or band.grant.because)]
        for number, band in enumerate(bare):
            other = next((each for each in bare[:number] if (each.gifts & band.gifts) - {ANYTHING}), band)
            if other.up_to != band.up_to:
                here = f"{quoted([*band.who.values()])} may give up to {band.most} here"
                message = f"{here}, and up to {other.most} according to {other.name}."
                hint = "Write the same figure in both places, or say with `when` in which case each of them holds."
                yield Issue((*band.pointer, "up_to"), message, hint, twin=other.pointer)


def _against_prohibitions(context: RuleContext) -> Iterator[Issue]:
    """What nobody may give, at all or above an amount, where somebody may."""
    general = [band for band in context.cached(bands) if not band.in_procedure]
    for ban in _prohibitions(context) if len(general) <= MANY else ():
        rows = [band for band in general if not _is_lifted(ban, band, context)]
        place, gently = ban.place.pointer, bool(ban.situation.unless)
        line, gifts = _amount_above(ban.what), known_kinds(ban.what) - {ANYTHING}
        flatly = next((band for band in rows if band.who and band.gifts & gifts), None) if is_flat(ban.what) else None
        if flatly and gifts:
            message = f"Nobody may give that, it says here, and {quoted([*flatly.who.values()])} may."
            hint = "Change one of the two, or say here what nobody may give."
            yield Issue(place, message, hint, twin=flatly.pointer, gently=gently)
        elif line and gifts and not _has_condition(ban.what):
            limit = context.priced(line)
            against = next((band for band in rows if _is_over(band, limit, gifts)), None)
            if against:
                reach = f"goes up to {against.most}" if against.up_to else against.beginning
                message = f"Nobody may give more than {amount(limit)}, it says here, and {against.name} {reach}."
                hint = "Write the same figure in both places, or say who is meant."
                yield Issue(place, message, hint, words=line.text, twin=against.pointer, gently=gently)


def _prohibitions(context: RuleContext) -> Iterator[Ban]:
    """What nobody may give or do, for whatever customers."""
    for ban in concepts_of(Ban, context):
        if ban.place.pointer[0] in ("never", "discretion") and not ban.situation.customers:
            yield ban


def _is_lifted(ban: Ban, band: Band, context: RuleContext) -> bool:
    """Whether those who lift a ban are those who may give it, or give the leave for it."""
    lifting = frozenset(each for text in ban.situation.unless for each in stems_of(text, context.language))
    people = " ".join((*band.who.values(), *band.grant.ask_first))
    return not lifting.isdisjoint(stems_of(people, context.language))


def _is_over(band: Band, limit: Money, gifts: Gifts) -> bool:
    beyond = band.up_to or band.over
    if not beyond or not beyond.comparable(limit) or not share(band.gifts, gifts):
        return False
    return beyond > limit or (band.up_to is None and beyond == limit)


def _has_condition(sentence: str) -> bool:
    """Whether the sentence holds in some cases only, by its own words."""
    return bool(pattern("discretion.conditions").search(sentence))


def _amount_above(sentence: str) -> Money | None:
    """The amount above which a sentence speaks: `more than £50`."""
    return _amount_behind("discretion.more_than", sentence)


def _amount_behind(words: str, sentence: str) -> Money | None:
    tidy = " ".join(sentence.split())
    for money in Money.all_in(tidy) if re.search(r"\d", tidy) else ():
        if _ending_with(words).search(tidy[: tidy.find(money.text)]):
            return money
    return None


@cache
def _ending_with(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(words)}\s+$", re.IGNORECASE)
