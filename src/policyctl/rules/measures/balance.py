"""A policy in; figures that nothing keeps honest out."""

from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.rules.measures.answer_words import is_ticked, is_worded
from policyctl.rules.measures.figures import is_waited, told
from policyctl.rules.measures.words import is_speed, speaks_of_quality
from policyctl.rules.naming import targets
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import quoted
from policyctl.schema.sections.aims import Better, Metric
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.listening import Feedback

_QUALITY = (
    "Add a metric that asks whether they were helped, such as “Solved in one go”, and name it here with `balanced_by`."
)


def metric_unbalanced(context: RuleContext) -> Iterator[Issue]:
    """Speed that is measured with nothing beside it that asks whether the customer was helped.

    Why it matters: people do what is counted. Where speed alone counts, the quick answer that solves nothing wins, and
    the customer writes a second time.

    Diff:

          metrics:
        -   First reply time: The median of hours to the first reply.  # <- here
        -   Time to pick up: The share of calls answered within six rings.
        +   First reply time:
        +     definition: The median of hours to the first reply.
        +     balanced_by: Solved in one go
        +   Solved in one go: Problems that did not come back within 14 days.
    """
    if not context.undertakes(Kind.HANDBOOK):
        return
    metrics = dict(context.parts_of(Metric))
    fast = {pointer for pointer, metric in metrics.items() if _is_fast(metric)}
    for pointer, metric in metrics.items():
        balancing = {named.pointer for ref in metric.balanced_by for named in targets(ref, context.names)}
        if balancing and balancing <= ({pointer, *fast} if pointer in fast else {pointer}):
            yield _unbalanced((*pointer, "balanced_by"), metric, itself=balancing == {pointer})
    if fast and len(fast) == len(metrics) and not any(metric.balanced_by for metric in metrics.values()):
        first = next(pointer for pointer in metrics if pointer in fast)
        names = quoted([metric.named() for metric in metrics.values()])
        message = f"Nothing beside {names} says whether customers were helped."
        yield Issue(first, message, _QUALITY, at_key=True)


def _unbalanced(place: Pointer, metric: Metric, *, itself: bool) -> Issue:
    """A metric that is balanced by itself, or a speed by another speed."""
    by = (
        "by itself, which keeps nobody honest"
        if itself
        else "by another speed, and neither asks if customers were helped"
    )
    return Issue(place, f"“{metric.named()}” is balanced {by}.", _QUALITY)


def _is_fast(metric: Metric) -> bool:
    """Whether it counts how fast something goes, by its words or by its figures."""
    text = told(metric)
    waited = is_waited(metric) and metric.better is not Better.HIGHER and not speaks_of_quality(text)
    return waited or is_speed(text)


def numbers_only(context: RuleContext) -> Iterator[Issue]:
    """Figures alone: customers may tick a box, and nobody reads a sentence of theirs or hears a call.

    Why it matters: a figure says that something is wrong, and never what. The sentence that explains it is free.

    Diff:

          metrics:
            CSAT: The share of answers that are 4 or 5, from 1 to 5.
          feedback:
            After each case:  # <- here
        -     question: How satisfied are you, on a scale from 1 to 5?
        +     question: How satisfied are you, on a scale from 1 to 5, and what should we have done sooner?
              read_by: Rosa
        -     acted_on: The figure stands on the board.
        +     acted_on: Rosa reads out three comments on Monday.
    """
    sources = list(context.parts_of(Feedback))
    if context.policy.metrics and sources and all(_is_a_figure(source) for _, source in sources):
        beside = (context.policy.metrics.intro, context.policy.metrics.notes, *_looked_at(context))
        if not any(is_worded(text) for text in beside if text):
            hint = (
                "Ask one open question as well, or hear ten calls a month, and say under `feedback` who reads or hears."
            )
            yield Issue(sources[0][0], "All that customers can tell you here is a figure.", hint, at_key=True)


def _is_a_figure(source: Feedback) -> bool:
    texts = (*source.question, source.about, source.note, source.because, source.sample, source.acted_on)
    said = "\n".join(filter(None, texts))
    return is_ticked(said) and not is_worded(said)


def _looked_at(context: RuleContext) -> Iterator[str]:
    """What the review looks at and asks, and what complaints change."""
    review = context.policy.review
    yield from (*review.bring, *review.questions, review.intro or "", review.notes or "") if review else ()
    feedback = context.policy.feedback
    yield from (feedback.intro or "", feedback.notes or "") if feedback else ()
