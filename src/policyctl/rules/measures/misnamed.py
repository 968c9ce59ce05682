"""A policy in; measures of a trial that are called otherwise than in the rest of the policy out."""

from collections.abc import Iterator
from itertools import islice

from policyctl.findings import Issue
from policyctl.rules.naming import GUESSES, likely, targets
from policyctl.rules.rule import RuleContext

_MEASURES = ("metrics", "standards", "goals")


def measure_misnamed(context: RuleContext) -> Iterator[Issue]:
    """A trial that measures something whose name is nearly that of a metric or a promise.

    Why it matters: after the trial two figures lie on the table, and nobody knows whether they are the same.

    Diff:

          metrics:
            First reply time: The median of hours to the first reply.
            Solved in one go: Problems that did not come back.
          pilot:
            staff: Ana and Tom
        -   measures: First replay time  # <- here
        +   measures: First reply time
            decision: Go, from 1 March
    """
    measures = context.policy.pilot.measures if context.policy.pilot else ()
    unknown = ((index, each) for index, each in enumerate(measures) if not targets(each, context.names))
    for index, measure in islice(unknown, GUESSES):
        meant = likely(measure, _MEASURES, context.names)
        if meant:
            hint = f"Did you mean “{meant}”? If it is something else, give it a name that nobody mistakes for that."
            yield Issue(("pilot", "measures", index), f"“{measure}” is called “{meant}” elsewhere.", hint)
