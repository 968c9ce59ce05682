"""A policy in; limits that leave open of which currency they are, or by what they are counted, out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.discretion.bands import Band, bands
from policyctl.rules.discretion.gifts import ANYTHING, REFUND
from policyctl.rules.patterns import finds
from policyctl.rules.rule import RuleContext
from policyctl.schema import walk

_MONEY = frozenset({REFUND, "credit", "discount", ANYTHING})
"""What is counted in money and not in pieces: two coffee tokens need no currency."""

_COUNTED = (
    r"\b(?:per|each|every|pro|je|jede\w*)\s|\b(?:a|an|im|am|in the)\s+(?:case|customer|order|stay|day|week|month|year"
    r"|tag|woche|monat|jahr)\b"
)


def limit_without_currency(context: RuleContext) -> Iterator[Issue]:
    """A limit that is a bare number, in a policy that states no currency.

    Why it matters: “up to 25” was clear to whoever wrote it, until the second shop opened across the border.

    Diff:

          discretion:
            may_give:
              Refunds:
                who: Adviser
                gives: a refund
        -       up_to: 25  # <- here
        +       up_to: £25
    """
    for band in context.cached(bands):
        for key, bound in (("over", band.over), ("up_to", band.up_to)):
            if bound and not bound.currency and band.gifts & _MONEY:
                message = f"{band.name} has a limit of {bound}, and nothing says of which currency."
                hint = "Write the sign beside the figure, or `currency` once under `policy`, such as `currency: GBP`."
                yield Issue((*band.pointer, key), message, hint)
                return


def limit_without_case(context: RuleContext) -> Iterator[Issue]:
    """A limit in money that does not say whether it is per case, per customer or per day, where others do.

    Why it matters: a customer with three late parcels gets £20 from one colleague and £60 from the next.

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
                up_to: £150 per case
              A small kindness:
                who: Adviser
                gives: a coffee token
        -       up_to: £5  # <- here
        +       up_to: £5 per customer
    """
    rows = [band for band in context.cached(bands) if band.up_to]
    counted = [band for band in rows if band.per]
    if len(counted) > 1 and 2 * len(counted) >= len(rows):
        for band in rows:
            if not band.per and not _says_by_what(band):
                other = f"{counted[0].name} says “{counted[0].limit}”"
                message = f"{band.name} goes up to {band.most}, and does not say for what: {other}."
                hint = f"Write `{band.most} per case`, or per customer or order."
                yield Issue((*band.pointer, "up_to"), message, hint)


def _says_by_what(band: Band) -> bool:
    return any(isinstance(value, str) and finds(_COUNTED, value) for _, value in walk(band.grant))
