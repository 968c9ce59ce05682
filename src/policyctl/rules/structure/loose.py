"""A policy in; what is named in it and never comes up again, out."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from policyctl.findings import Issue
from policyctl.rules.rule import Given
from policyctl.rules.structure.mentions import cases, is_mentioned
from policyctl.rules.telling import quoted
from policyctl.spec.grammar.entry import Entry
from policyctl.spec.sections.head import Kind
from policyctl.spec.sections.standards import Standard

ASKED = 50
"""Entries of a section that are looked for; a policy with more goes by other means than names."""

_TERM = 3
"""Words of which a term is made at the most; what is longer is a heading, and no text repeats it."""


class LooseEnd(NamedTuple):
    """A section whose entries are there for others to name, and what to say of those that nobody names.

    `only` tells which entries say nothing by themselves; `none` says that they are told only where
    no other entry of the section is named either.
    """

    section: str
    asked: Callable[[Given], bool]
    only: Callable[[Entry], bool]
    message: str
    hint: str
    none: bool = False


def entry_unused(given: Given) -> Iterator[Issue]:
    """A metric, a priority, a topic, a set of hours or a word of the glossary that nothing else in the policy names.

    Whatever names it counts: a reference, a text, another name.

    Why it matters: it is read, kept up and taught, and nothing would change if it were not there.

    Bad:

        glossary:
          Backorder: A book that we have asked the publisher for  # <- here

    Good:

        glossary:
          Backorder: A book that we have asked the publisher for
        always:
          - Ring everybody on a backorder every Friday.
    """
    if given.in_use:
        for end in _LOOSE_ENDS:
            yield from _loose(end, given)


def _loose(end: LooseEnd, given: Given) -> Iterator[Issue]:
    section = getattr(given.policy, end.section)
    if section is None or len(section) > ASKED or not end.asked(given):
        return
    named = [(pointer, entry) for pointer, entry in section.located((end.section,)) if entry.name and end.only(entry)]
    unused = [(pointer, entry) for pointer, entry in named if not is_mentioned(pointer, entry.named(), given)]
    if unused and (not end.none or len(unused) == len(section)):
        yield Issue(
            unused[0][0],
            end.message.format(quoted([entry.named() for _, entry in unused], "or")),
            end.hint,
            at_key=True,
        )


def _says_nothing(entry: Entry) -> bool:
    return set(entry.stated()) <= {"name", "about"}


def _measures_goals(given: Given) -> bool:
    return any(goal.metrics for goal in given.policy.goals or ())


def _ranks(given: Given) -> bool:
    """Whether there are promises that could depend on priorities; of a support policy another rule asks it."""
    promises = [promise for _, promise in given.each(Standard)]
    by_case = any(each.priorities or any(cases(each)) for each in promises)
    return bool(promises) and not by_case and not given.in_use_as(Kind.SUPPORT)


def _several_hours(given: Given) -> bool:
    """Whether anything goes by the name of a set of hours, as it does where there are several and channels to keep."""
    sets = given.policy.hours.located(("hours",)) if given.policy.hours and given.policy.channels else ()
    return any(is_mentioned(pointer, each.named(), given) for pointer, each in sets if each.name)


_LOOSE_ENDS = (
    LooseEnd(
        "metrics",
        _measures_goals,
        lambda _: True,
        "No goal and nothing else goes by {}.",
        "Name it under `metrics` in the goal that it shows, or stop counting it.",
    ),
    LooseEnd(
        "priorities",
        _ranks,
        lambda _: True,
        "Nothing here depends on whether a case is {}.",
        "Give each priority a limit of its own in a promise, such as `Urgent: 1 hour` under `within`, or delete them.",
        none=True,
    ),
    LooseEnd(
        "hours",
        _several_hours,
        lambda _: True,
        "Nothing here goes by the hours called {}.",
        "Name them where they hold, such as `hours: Shop` in a channel, or delete them.",
    ),
    LooseEnd(
        "topics",
        lambda _: True,
        _says_nothing,
        "Nothing is gathered under {}.",
        "Write `topic:` with that name in every entry that belongs to it, or delete the topic.",
    ),
    LooseEnd(
        "customers",
        lambda _: True,
        lambda entry: set(entry.stated()) <= {"name"},
        "Nothing is said of {}, nor for them.",
        "Say who they are with `who`, or what is for them with `for` in a promise, or delete the line.",
    ),
    LooseEnd(
        "glossary",
        lambda _: True,
        lambda entry: len(entry.named().split()) <= _TERM,
        "The glossary explains {}, and no text uses it.",
        "Delete the line, or use the word where it is meant.",
    ),
)
