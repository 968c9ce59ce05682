"""What no schema can say: the table of rules, family by family.

A new rule is a function in a file of its family and a line in the table of that family; its docstring is its
documentation and its test. The table says in which file each rule is. What rules look for in prose are lists in
`data/<language>`, and what they all work with stands in the files beside this one.
"""

from collections.abc import Mapping
from functools import cache

from policyctl.findings import Severity
from policyctl.rules import (
    agreement,
    discretion,
    keeping,
    ladder,
    measures,
    people,
    promises,
    public,
    regulators,
    structure,
    time,
    words,
)
from policyctl.rules.rule import Rule, RuleContext
from policyctl.schema.sections.head import Status

__all__ = ["FAMILIES", "RULES", "Rule", "RuleContext", "rules_for"]

FAMILIES: Mapping[str, tuple[Rule, ...]] = {
    "structure": structure.RULES,
    "promises": promises.RULES,
    "agreement": agreement.RULES,
    "time": time.RULES,
    "ladder": ladder.RULES,
    "discretion": discretion.RULES,
    "measures": measures.RULES,
    "people": people.RULES,
    "words": words.RULES,
    "keeping": keeping.RULES,
    "public": public.RULES,
    "regulators": regulators.RULES,
}
"""The rules of each family, in the order in which people read about them."""

RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES.values() for rule in family)


@cache
def rules_for(status: Status) -> tuple[tuple[Rule, Severity], ...]:
    """The rules that a policy of this status is asked, each with how grave it is there."""
    return tuple((rule, severity) for rule in RULES if (severity := rule.severity_for(status)))
