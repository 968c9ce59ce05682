"""A policy in; limits of what may be given that leave an amount to nobody, or to two people, out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from policyctl.findings import Issue
from policyctl.rules.discretion.bands import MANY, Band, bands
from policyctl.rules.discretion.gifts import ANYTHING, share
from policyctl.rules.rule import RuleContext
from policyctl.schema.quantities import Money

_TOLERANCE = Decimal(1)
"""Up to £25, and from £26: nobody means the pennies between."""

_ROUND = (1000, 500, 100, 50, 10, 5, 1)


def bands_that_do_not_meet(context: RuleContext) -> Iterator[Issue]:
    """Limits in money of different people that leave amounts to nobody, or give the same amount to two of them.

    Why it matters: the case that falls between two limits is the one over which two people say “not mine”.

    Diff:

          discretion:
            may_give:
              Refunds:
                who: Adviser
                gives: a refund
                up_to: £20 per case
              Larger refunds:
                who: Care lead
                gives: a refund
        -       over: £50 per case  # <- here
        +       over: £20 per case
                up_to: £150 per case
    """
    rows = [band for band in context.cached(bands) if not band.in_procedure]
    asked = bool(context.policy.discretion and context.policy.discretion.ask)
    for group in _comparable(rows) if len(rows) <= MANY else ():
        for upper in group:
            others = [band for band in rows if band is not upper]
            if upper.over and not any(_holds_all(band, upper) for band in others):
                yield from _seam(upper, upper.over, group)
                if not (asked or any(share(band.gifts, upper.gifts) for band in others)):
                    message = f"{upper.name} begins over {upper.least}, and nothing says who may give less."
                    hint = "Add a row for smaller amounts, or leave out `over`."
                    yield Issue((*upper.pointer, "over"), message, hint)


def _comparable(rows: Iterable[Band]) -> Iterable[list[Band]]:
    """The bands that figures bound, those of one currency and one way of counting together."""
    groups: dict[object, list[Band]] = defaultdict(list)
    for band in rows:
        if (band.over or band.up_to) and band.sound:
            groups[band.measure].append(band)
    return groups.values()


def _holds_all(band: Band, upper: Band) -> bool:
    """Whether a band without any figure lets somebody give whatever the upper one gives, however little."""
    return band.endless and not band.over and (ANYTHING in band.gifts or band.gifts >= upper.gifts)


def _seam(upper: Band, begins: Money, group: Iterable[Band]) -> Iterator[Issue]:
    """What is amiss where an upper band begins, and others have ended or not."""
    below = [(band, band.up_to) for band in group if band.up_to and _is_below(band, upper, begins)]
    met = any(abs(limit.amount - begins.amount) <= _TOLERANCE for _, limit in below)
    longer = [(band, limit) for band, limit in below if begins < limit]
    two = [(band, limit) for band, limit in longer if not (upper.up_to and limit >= upper.up_to)]
    if below and not met and (two or not longer):
        lower, ends = min(two, key=_reach) if two else max(below, key=_reach)
        asked = "both decide about" if two else "it is open who decides about"
        between = _between(begins, ends) if two else _between(ends, begins)
        message = f"{lower.name} ends at {ends} and {upper.name} begins over {begins}: {asked} {between}."
        hint = "Let the one begin where the other ends, with the same figure in `up_to` and `over`."
        yield Issue((*upper.pointer, "over"), message, hint, twin=lower.pointer)


def _reach(ended: tuple[Band, Money]) -> Decimal:
    return ended[1].amount


def _is_below(band: Band, upper: Band, begins: Money) -> bool:
    """Whether the band is of other people, begins lower, and may hold in the same case."""
    different = band is not upper and not band.who.keys() & upper.who.keys() and bool(band.who or upper.who)
    return different and (band.over is None or band.over < begins) and band.meets(upper)


def _between(low: Money, high: Money) -> str:
    """The roundest amount between two, for a question that people can picture."""
    amounts = ((low.amount // step + 1) * step for step in _ROUND)
    return str(next((Money(amount, low.currency) for amount in amounts if amount < high.amount), high))
