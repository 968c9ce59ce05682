"""A policy in; its kinds of customers that stand in one order, as plans do, out."""

from collections.abc import Sequence

from policyctl.findings import Pointer
from policyctl.rules.naming import targets
from policyctl.rules.rule import RuleContext
from policyctl.schema.sections.people import Customers

Tiers = Sequence[Sequence[Pointer]]
"""Kinds of customers, those that come before one another together."""


def tiers(context: RuleContext) -> Tiers:
    """Each such order; who is part of another kind has what that kind has."""
    together: dict[Pointer, list[Pointer]] = {}
    for pointer, customers in context.parts_of(Customers):
        for reference in customers.comes_before:
            for named in targets(reference, context.names):
                _join(together, pointer, named.pointer)
    parts = {pointer for pointer, customers in context.parts_of(Customers) if customers.part_of}
    orders = {id(order): order for order in together.values()}
    return [[each for each in order if each not in parts] for order in orders.values()]


def _join(together: dict[Pointer, list[Pointer]], one: Pointer, other: Pointer) -> None:
    """The order of the one and that of the other become one order; the shorter goes into the longer."""
    here, there = together.setdefault(one, [one]), together.setdefault(other, [other])
    if here is not there:
        longer, shorter = (here, there) if len(here) >= len(there) else (there, here)
        longer.extend(shorter)
        together.update(dict.fromkeys(shorter, longer))
