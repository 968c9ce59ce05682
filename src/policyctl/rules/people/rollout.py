"""A policy in; policies that people hear of by mail, too late, or without a sign of it, out."""

from collections.abc import Iterator
from datetime import timedelta

from policyctl.findings import Issue
from policyctl.rules.people.words import is_mail
from policyctl.rules.rule import RuleContext
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.training import Meeting, Rollout

_LATER = timedelta(days=92)
"""A briefing so long after is about the next version."""


def rollout_by_mail(context: RuleContext) -> Iterator[Issue]:
    """A policy that is brought in by a mail alone, with no hour in which people hear and try it.

    Why it matters: a mail is skimmed between two customers, and nobody asks it the question that would have mattered.

    Diff:

          rollout:  # <- here
            materials: An email to all staff with the new rules
        +   meetings:
        +     Before opening: Half an hour, with one scene played twice.
            acknowledged: By answering it
    """
    rollout = context.policy.rollout
    if rollout and context.understood and _only_mailed(rollout) and not _is_practised(context):
        message = "Everybody hears of it by mail alone."
        hint = "Add `meetings`: one hour before it holds, in which people hear it from somebody and try it once."
        yield Issue(("rollout",), message, hint, at_key=True)


def _only_mailed(rollout: Rollout) -> bool:
    """Whether all that brings it in is a mail: the meetings, or without any, whatever is said instead."""
    meetings = [f"{meeting.named()} {meeting.about or ''}" for meeting in rollout.meetings or ()]
    words = "\n".join(filter(None, (*rollout.materials, rollout.intro, rollout.notes)))
    return all(is_mail(each) for each in meetings) if meetings else is_mail(words)


def _is_practised(context: RuleContext) -> bool:
    training = context.policy.training
    return bool(training and (training.modules or training.role_plays))


def briefing_too_late(context: RuleContext) -> Iterator[Issue]:
    """The first briefing is held on a day on which the policy is in force already.

    Why it matters: for those days people are held to rules that nobody has told them.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            effective: 1 October 2026
          rollout:
            meetings:
              Before opening:
        -       on: 8 October 2026  # <- here
        +       on: 24 September 2026
                about: What changes and why.
            acknowledged: With a name on the last page
    """
    effective = context.policy.policy.effective
    dated = [(meeting.on, pointer) for pointer, meeting in context.parts_of(Meeting) if meeting.on]
    if effective and dated and len(dated) == len(list(context.parts_of(Meeting))):
        day, pointer = min(dated, key=lambda each: each[0].value)
        if timedelta() < day.value - effective.value < _LATER:
            message = f"The first briefing is on {day}, and the policy is in force from {effective}."
            hint = "Brief everybody before it holds, or let it hold from a later day."
            yield Issue((*pointer, "on"), message, hint)


def rollout_unacknowledged(context: RuleContext) -> Iterator[Issue]:
    """A policy is brought in, and nothing says how people confirm that they know it.

    Why it matters: after the first mistake everybody says that nobody told them, and nobody can show the opposite.

    Diff:

          rollout:  # <- here
            meetings:
              Before opening: What changes and why.
        +   acknowledged: With a name on the last page
    """
    rollout = context.policy.rollout
    if rollout and context.undertakes(Kind.HANDBOOK) and not _is_acknowledged(rollout):
        hint = "Add `acknowledged`, such as “With your name on the last page”; or `signed: no`, if nobody need."
        yield Issue(("rollout",), "Nothing says how people confirm that they know the policy.", hint, at_key=True)


def _is_acknowledged(rollout: Rollout) -> bool:
    return bool(rollout.acknowledged or rollout.acknowledge_by or rollout.signed is not None)
