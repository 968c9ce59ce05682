"""A policy in; targets that are no targets out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.measures.figures import better, compared, sole, told
from policyctl.rules.measures.words import is_about_keeping_time, is_speed
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import figure
from policyctl.schema import Named
from policyctl.schema.grammar.references import StandardRef
from policyctl.schema.quantities import Duration, Share
from policyctl.schema.sections.aims import Better, Metric
from policyctl.schema.sections.standards import Standard

_WORDS = 8
"""Words of a metric's name in which the name of a promise is looked for."""


def target_already_met(context: RuleContext) -> Iterator[Issue]:
    """A target that lies behind the figure of today.

    Why it matters: nobody has to do anything for it, or the two figures stand the wrong way round and the documents
    praise a decline.

    Diff:

          metrics:
            Repeat rate:
              definition: Who buys again within a year.
              better: higher
        -     baseline: 90%
        -     target: 84%  # <- here
        +     baseline: 84%
        +     target: 90%
    """
    for pointer, metric in context.parts_of(Metric):
        wish, now, then = better(metric), sole(metric.baseline), sole(metric.target)
        order = compared(then, now)
        if now and then and order is not None and wish and order == (1 if wish is Better.LOWER else -1):
            stands = f"“{metric.named()}” stands at {figure(now)} today"
            hint = (
                "Write a target beyond today's figure, swap the two, or say in `better` that it should move otherwise."
            )
            yield Issue((*pointer, "target"), f"{stands}, better than its target of {figure(then)}.", hint)


def target_incomparable(context: RuleContext) -> Iterator[Issue]:
    """A target that is counted otherwise than the figure of today.

    Why it matters: nobody will ever be able to say whether it was reached.

    Diff:

          metrics:
            First reply time:
              definition: The median time to the first reply.
        -     baseline: 7 hours
        +     baseline: 7 business hours
              target: 4 business hours  # <- here
            Solved in one go: What the first person closed for good.
    """
    for pointer, metric in context.parts_of(Metric):
        now, then = sole(metric.baseline), sole(metric.target)
        if now and then and compared(now, then) is None:
            message = f"“{metric.named()}” stands at {figure(now)}, and {figure(then)} is counted otherwise."
            hint = "Count `baseline` and `target` alike: both in business hours, or both as a share."
            yield Issue((*pointer, "target"), message, hint)


def target_looser_than_promise(context: RuleContext) -> Iterator[Issue]:
    """A metric that is content with less than the promise of that name.

    Why it matters: the figure turns green while customers are let down, and staff learn which of the two counts.

    Diff:

          standards:
            First reply:
              within: 4 business hours
              met: 95%
          hours: Mon-Fri 9:00-17:00
          metrics:
            First reply in time:
              definition: The share of messages answered within the promise.
              baseline: 82%
        -     target: 90%  # <- here
        +     target: 95%
            Solved in one go: What the first person closed for good.
    """
    for pointer, metric in context.parts_of(Metric):
        target, promise = sole(metric.target), _promise(metric, context)
        looser = promise and _looser(metric, promise[1])
        if target and promise and looser:
            content = f"“{metric.named()}” is content with {figure(target)}"
            message = f"{content}, and “{promise[1].named()}” {looser}."
            hint = "Make the target as good as the promise, or promise what you aim for."
            yield Issue((*pointer, "target"), message, hint, twin=promise[0].pointer)


def _promise(metric: Metric, context: RuleContext) -> tuple[Named, Standard] | None:
    """The promise that a metric names: its name stands whole in the metric's, in two words or more."""
    words = metric.named().split()[:_WORDS]
    spans = [words[start:end] for start in range(len(words)) for end in range(start + 2, len(words) + 1)]
    found = (context.names.find(StandardRef(" ".join(span))) for span in sorted([*spans, words], key=len, reverse=True))
    return next(((each, each.entry) for each in found if each and isinstance(each.entry, Standard)), None)


def _looser(metric: Metric, promise: Standard) -> str | None:
    """What is promised, where the metric asks for less: of a share, or of a length of time in every case."""
    target = sole(metric.target)
    if isinstance(target, Share) and promise.met and is_about_keeping_time(told(metric)):
        return f"is to be kept in {figure(promise.met)}" if compared(target, promise.met) == -1 else None
    bounds = [bound for _, bound in promise.within or ()]
    if isinstance(target, Duration) and is_speed(told(metric)) and bounds:
        return f"promises {figure(bounds[-1])}" if all(compared(target, bound) == 1 for bound in bounds) else None
    return None
