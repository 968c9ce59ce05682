"""A policy in; figures in procedures and prohibitions that say otherwise than what may be given out."""

from collections import defaultdict
from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.rules.discretion.asking_words import has_condition, line_drawn
from policyctl.rules.discretion.bands import MANY, Band, bands
from policyctl.rules.discretion.gifts import ANYTHING, Gifts, known_kinds, share
from policyctl.rules.rule import Given
from policyctl.rules.telling import quoted
from policyctl.spec.quantities import Money


def limit_said_twice(given: Given) -> Iterator[Issue]:
    """A limit in a procedure that is another one than the same people have in general for the same thing.

    Why it matters: one of the two figures is the old one, and nobody on the telephone can tell which.

    Bad:

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

    Good:

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
                up_to: £40 per case
                because: A lost parcel is always ours to pay for.
    """
    general: dict[object, list[Band]] = defaultdict(list)
    special: list[Band] = []
    for band in given.once(bands):
        if band.in_procedure:
            special.append(band)
        elif band.who and band.up_to and not any(band.case):
            general[frozenset(band.who), band.measure].append(band)
    for band in special:
        alike = general.get((frozenset(band.who), band.measure), ())[:MANY]
        same = [each for each in alike if (each.gifts & band.gifts) - {ANYTHING} and bool(each.over) == bool(band.over)]
        if band.up_to and same and not band.grant.because and all(each.up_to != band.up_to for each in same):
            names, other = quoted([*band.who.values()]), same[0]
            message = f"{names} may give up to {band.up_to} here, and up to {other.up_to} according to {other.name}."
            hint = "Write one figure in both places, or say with `because` why this case is another."
            yield Issue((*band.pointer, "up_to"), message, hint, twin=other.pointer)


def never_against_limit(given: Given) -> Iterator[Issue]:
    """Something that nobody may give above an amount, in a policy in which somebody may.

    Why it matters: whoever has read the one sentence says no to what the other one allows, and the customer finds out.

    Bad:

        discretion:
          may_give:
            Refunds:
              who: Care lead
              gives: a refund
              up_to: £150
          nobody_may: Refund more than £100  # <- here

    Good:

        discretion:
          may_give:
            Refunds:
              who: Care lead
              gives: a refund
              up_to: £150
          nobody_may: Refund more than £150
    """
    rows = [band for band in given.once(bands) if not band.in_procedure]
    for place, text in _prohibited(given) if len(rows) <= MANY else ():
        line, gifts = line_drawn(text), known_kinds(text) - {ANYTHING}
        if line and gifts and not has_condition(text):
            limit = given.priced(line)
            against = next((band for band in rows if _is_over(band, limit, gifts)), None)
            if against:
                reach = f"goes up to {against.up_to}" if against.up_to else f"begins over {against.over}"
                message = f"Nobody may give more than {limit}, it says here, and {against.name} {reach}."
                hint = "Write the same figure in both places, or say who is meant."
                yield Issue(place, message, hint, words=line.text, twin=against.pointer)


def _prohibited(given: Given) -> Iterator[tuple[Pointer, str]]:
    """What nobody may give or do, where nothing beside it lifts it."""
    discretion = given.policy.discretion
    for index, text in enumerate(discretion.nobody_may if discretion else ()):
        yield ("discretion", "nobody_may", index), text
    for pointer, rule in given.policy.never.located(("never",)) if given.policy.never else ():
        if rule.do and not (rule.unless or rule.for_):
            yield (*pointer, "do"), rule.do


def _is_over(band: Band, limit: Money, gifts: Gifts) -> bool:
    beyond = band.up_to or band.over
    if not beyond or not beyond.comparable(limit) or not share(band.gifts, gifts):
        return False
    return beyond > limit or (band.up_to is None and beyond == limit)
