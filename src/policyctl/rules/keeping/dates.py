"""A policy in; two dates of it that cannot both be true out."""

from collections.abc import Iterator
from itertools import pairwise

from policyctl.findings import Issue, Pointer
from policyctl.rules.keeping.versions import version
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import called
from policyctl.schema.sections.keeping import Change, ReviewNote
from policyctl.schema.sections.listening import StaffInput


def date_contradicted(context: RuleContext) -> Iterator[Issue]:
    """A trial that ends before it begins, a review that was held tomorrow, a newer version with an older date.

    Why it matters: whoever asks later since when something holds, an inspector or a customer, gets two answers.

    Diff:

          pilot:
            starts: 24 August 2026
        -   ends: 12 August 2026  # <- here
        +   ends: 12 September 2026
    """
    yield from _not_yet(context)
    yield from _trial(context)
    yield from _versions(context)


def _not_yet(context: RuleContext) -> Iterator[Issue]:
    """What is said to have taken place on a day to come."""
    reviews = ((pointer, each.named(), each.on) for pointer, each in context.parts_of(ReviewNote))
    asked = ((pointer, each.named(), each.on) for pointer, each in context.parts_of(StaffInput))
    for pointer, name, on in (*reviews, *asked):
        if on and on.value > context.today:
            message = f"{called(name)} is dated {on}, and that day has not come yet."
            yield Issue((*pointer, "on"), message, "Write the day on which it was, or leave it out until then.")


def _trial(context: RuleContext) -> Iterator[Issue]:
    pilot = context.policy.pilot
    if pilot and pilot.starts and pilot.ends and pilot.ends < pilot.starts:
        message = f"The trial ends on {pilot.ends}, before it begins on {pilot.starts}."
        yield _between(("pilot", "ends"), ("pilot", "starts"), message)


def _versions(context: RuleContext) -> Iterator[Issue]:
    """A newer version with an earlier day than an older one, and a change that came after it was in force."""
    changes = {
        number: ((*pointer, "on"), change.on, change.named())
        for pointer, change in context.parts_of(Change)
        if change.on and (number := version(change.named()))
    }
    for newer, older in pairwise(sorted(changes, reverse=True)):
        (place, day, name), (other, earlier, before) = changes[newer], changes[older]
        if day < earlier:
            message = f"{name} is dated {day}, and {before}, which came before it, {earlier}."
            yield _between(place, other, message)
    head = context.policy.policy
    current = changes.get(version(head.version or "") or ())
    if current and head.effective and head.effective < current[1]:
        message = f"This version is in force from {head.effective}, and the change log dates it {current[1]}."
        yield _between(("policy", "effective"), current[0], message)


def _between(place: Pointer, other: Pointer, message: str) -> Issue:
    return Issue(place, message, "Mend whichever of the two is wrong.", twin=other)
