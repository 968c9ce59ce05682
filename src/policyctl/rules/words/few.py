"""Many findings of one kind in, a handful that people read out: the last of them counts the rest."""

from collections.abc import Iterable, Iterator
from itertools import islice

from policyctl.findings import Issue

HANDFUL = 5
"""Findings of one kind that are told one by one; after so many, people stop reading any."""


def limit_issues(issues: Iterable[Issue], rest: str) -> Iterator[Issue]:
    """The first few, which should be the gravest; `rest` tells how many more there are, as `{} more texts …`."""
    found = iter(issues)
    told = list(islice(found, HANDFUL))
    more = sum(1 for _ in found)
    yield from told[:-1]
    if told:
        last = told[-1]
        yield last._replace(hint=f"{last.hint} {rest.format(more)}") if more else last
