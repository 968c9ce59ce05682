"""A policy in; what is named in it and never comes up again, out."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from policyctl.findings import Issue
from policyctl.rules.rule import RuleContext
from policyctl.rules.structure.mentions import cases, is_mentioned
from policyctl.rules.telling import quoted
from policyctl.schema.grammar.entry import Entry
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.standards import Standard

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
    asked: Callable[[RuleContext], bool]
    only: Callable[[Entry], bool]
    message: str
    hint: str
    none: bool = False


def entry_unused(context: RuleContext) -> Iterator[Issue]:
    """A metric, a priority, a topic, a set of hours or a word of the glossary that nothing else in the policy names.

    Whatever names it counts: a reference, a text, another name.

    Why it matters: it is read, kept up and taught, and nothing would change if it were not there.

    Diff:

          glossary:
            Backorder: A book that we have asked the publisher for  # <- here
        + always:
        +   - Ring everybody on a backorder every Friday.
    """
    if context.in_use:
        for end in _LOOSE_ENDS:
            yield from _loose(end, context)


def _loose(end: LooseEnd, context: RuleContext) -> Iterator[Issue]:
    section = getattr(context.policy, end.section)
    if section is None or len(section) > ASKED or not end.asked(context):
        return
    named = [(pointer, entry) for pointer, entry in section.located((end.section,)) if entry.name and end.only(entry)]
    unused = [(pointer, entry) for pointer, entry in named if not is_mentioned(pointer, entry.named(), context)]
    if unused and (not end.none or len(unused) == len(section)):
        yield Issue(
            unused[0][0],
            end.message.format(quoted([entry.named() for _, entry in unused], "or")),
            end.hint,
            at_key=True,
        )


def _says_nothing(entry: Entry) -> bool:
    return set(entry.set_fields()) <= {"name", "about"}


def _measures_goals(context: RuleContext) -> bool:
    return any(goal.metrics for goal in context.policy.goals or ())


def _ranks(context: RuleContext) -> bool:
    """Whether there are promises that could depend on priorities; of a support policy another rule asks it."""
    promises = [promise for _, promise in context.parts_of(Standard)]
    by_case = any(each.priorities or any(cases(each)) for each in promises)
    return bool(promises) and not by_case and not context.in_use_as(Kind.SUPPORT)


def _several_hours(context: RuleContext) -> bool:
    """Whether anything goes by the name of a set of hours, as it does where there are several and channels to keep."""
    sets = context.policy.hours.located(("hours",)) if context.policy.hours and context.policy.channels else ()
    return any(is_mentioned(pointer, each.named(), context) for pointer, each in sets if each.name)


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
        lambda entry: set(entry.set_fields()) <= {"name"},
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
