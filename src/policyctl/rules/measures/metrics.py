"""Find metrics that two people would read differently, that nothing balances, or whose targets are no targets."""

from collections.abc import Iterable, Iterator, Sequence

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import finds
from policyctl.meaning.formatting import fields, figure, joined, quoted
from policyctl.meaning.promises.rows import Row, rows_below
from policyctl.meaning.references import targets
from policyctl.meaning.subjects import holds, stems_of
from policyctl.rules.measures.figures import better, compared, description, is_speed, is_waited, sole
from policyctl.rules.rule import RuleContext
from policyctl.schema import Named
from policyctl.schema.grammar.references import MetricRef, StandardRef
from policyctl.schema.quantities import Duration, Share, has_figure
from policyctl.schema.sections.aims import Better, Goal, Metric
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.standards import Standard

_SAYS_ITSELF = 5
"""A name of so many words says itself what is counted: `Customers who come back within a year`."""

_WORDS_OF_A_NAME = 8
"""Words of a metric's name in which the name of a promise is looked for."""

_PROMISES = 200
"""Promises that a metric is held against; no organisation has as many, and a hostile file may."""

_LACKS = {
    "baseline": "where it stands today",
    "source": "where it is read",
    "owner": "who reads it",
}

_QUALITY = (
    "Add a metric that asks whether they were helped, such as “Solved in one go”, and name it here with `balanced_by`."
)


def metric_undefined(context: RuleContext) -> Iterator[Issue]:
    """A metric without a definition, satisfaction without its scale, or a time that is not said to be mean or median.

    So is one whose target is counted otherwise than its figure of today, in hours and in business hours.

    Why it matters: two people work out two figures and both are right. A “4 of 5” counts as satisfied in one firm and
    not in the next, and one letter that lay for three weeks moves an average and no median.

    Diff:

          metrics:
        -   Customer satisfaction: How happy customers are with us.  # <- here
        -   First reply time: Hours from a message to the first reply.  # <- here
        +   Customer satisfaction: The share of answers that are 4 or 5, on a scale from 1 to 5.
        +   First reply time: The median of business hours from a message to the first reply.
    """
    for pointer, metric in context.parts_of(Metric):
        lack = _lack(metric, understood=context.understood)
        if lack:
            place = (*pointer, "definition") if metric.definition else pointer
            message, hint = lack
            yield Issue(place, f"“{metric.named()}” {message}.", hint, at_key=not metric.definition)
        yield from _counted_otherwise(pointer, metric)


def _counted_otherwise(pointer: Pointer, metric: Metric) -> Iterator[Issue]:
    """A target of which nobody will ever be able to say whether it was reached."""
    now, then = sole(metric.baseline), sole(metric.target)
    if now and then and compared(now, then) is None:
        message = f"“{metric.named()}” stands at {figure(now)}, and {figure(then)} is counted otherwise."
        hint = "Count `baseline` and `target` alike: both in business hours, or both as a share."
        yield Issue((*pointer, "target"), message, hint)


def _lack(metric: Metric, *, understood: bool) -> tuple[str, str] | None:
    """What its words leave open, and what to write instead."""
    texts = (metric.definition, metric.formula, metric.about, metric.note, metric.because)
    said = "\n".join(filter(None, texts))
    name = metric.named()
    satisfied = understood and finds("measures.satisfaction", name)
    if satisfied and (said or _on_a_scale(metric, said)):
        hint = "Write for example “The share of answers that are 4 or 5, on a scale from 1 to 5” in `definition`."
        return None if _on_a_scale(metric, said) else ("does not say on which scale customers answer", hint)
    if name and not said and len(name.split()) < _SAYS_ITSELF and not has_figure(name):
        return "does not say what is counted", "Say in `definition` what is counted, so that two people get one figure."
    if understood and finds("measures.lengths", f"{name}\n{said}") and not _is_one_figure(metric, f"{name}\n{said}"):
        return "does not say whether it is the average or the median", (
            "Write for example “The median of business hours to the first reply” in `definition`; one very old case"
            " does not move a median."
        )
    return None


def _on_a_scale(metric: Metric, said: str) -> bool:
    """Whether the words or the figures tell what customers could answer: `4.2 of 5`, but not `90%` of anything."""
    figures = [figure(bound) for limits in (metric.baseline, metric.target) for _, bound in limits or ()]
    return (
        has_figure(said)
        or "%" in said
        or finds("measures.scales", said)
        or any(" " in text.replace(" %", "%") for text in figures)
    )


def _is_one_figure(metric: Metric, said: str) -> bool:
    """Whether it says how one figure is made of many lengths of time; a share is one already."""
    bounds = [bound for limits in (metric.baseline, metric.target) for _, bound in limits or ()]
    return "%" in said or finds("measures.statistics", said) or any(isinstance(bound, Share) for bound in bounds)


def metric_incomplete(context: RuleContext) -> Iterator[Issue]:
    """A metric with a target and no figure of today; in a handbook also one that nobody reads, or reads nowhere.

    Why it matters: “90%” is bold, easy or impossible, and only the figure of today says which. A figure that is
    nobody's is looked up once a year, for the slides.

    Diff:

          metrics:
            Repeat rate:  # <- here
              definition: Who buys again within a year.
        +     baseline: 84%
              target: 90%
    """
    if context.undertakes(Kind.HANDBOOK):
        owned = set(_owned_through_goals(context))
        alike: dict[tuple[str, ...], list[tuple[Pointer, str]]] = {}
        for pointer, metric in context.parts_of(Metric):
            lacks = _lacks(metric, handbook=context.states(Kind.HANDBOOK), owned=pointer in owned)
            alike.setdefault(lacks, []).append((pointer, metric.named()))
        yield from (_incomplete(lacks, metrics) for lacks, metrics in alike.items() if lacks)


def _lacks(metric: Metric, *, handbook: bool, owned: bool) -> tuple[str, ...]:
    asked = {"baseline": metric.target is not None, "source": handbook, "owner": handbook and not owned}
    return tuple(key for key, is_asked in asked.items() if is_asked and getattr(metric, key) is None)


def _incomplete(lacks: Sequence[str], metrics: Sequence[tuple[Pointer, str]]) -> Issue:
    """Metrics that lack the same, in one finding at the first of them."""
    names = [name for _, name in metrics]
    several = f"Neither {quoted(names, 'nor')} says" if len(names) == 2 else f"None of {quoted(names)} says"
    who = f"{quoted(names)} does not say" if len(names) == 1 else several
    since = " If nothing has been counted yet, write that there, and when you begin." if "baseline" in lacks else ""
    message = f"{who} {joined([_LACKS[key] for key in lacks], 'or')}."
    return Issue(metrics[0][0], message, f"Add {fields(lacks)}.{since}", at_key=True)


def _owned_through_goals(context: RuleContext) -> Iterator[Pointer]:
    """The metrics of goals that somebody answers for, who reads them too."""
    return (place for _, goal in context.parts_of(Goal) if goal.owner for place in _named(goal.metrics, context))


def _named(metrics: Iterable[MetricRef], context: RuleContext) -> Iterator[Pointer]:
    return (named.pointer for metric in metrics for named in targets(metric, context.names))


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
    text = description(metric)
    waited = is_waited(metric) and metric.better is not Better.HIGHER and not finds("measures.quality", text)
    return waited or is_speed(text)


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
        target, named = sole(metric.target), _promise(metric, context)
        looser = _looser(metric, rows_below(named.pointer, context)) if named else None
        if target and looser:
            place, words = looser
            content = f"“{metric.named()}” is content with {figure(target)}"
            message = f"{content}, and {words}."
            hint = "Make the target as good as the promise, or promise what you aim for."
            yield Issue((*pointer, "target"), message, hint, twin=place)


def _promise(metric: Metric, context: RuleContext) -> Named | None:
    """The promise, or the group, that a metric names: its name stands whole in the metric's, in two words or more."""
    words = metric.named().split()[:_WORDS_OF_A_NAME]
    spans = [words[start:end] for start in range(len(words)) for end in range(start + 2, len(words) + 1)]
    found = (context.names.find(StandardRef(" ".join(span))) for span in sorted([*spans, words], key=len, reverse=True))
    named = next((each for each in found if each and isinstance(each.entry, Standard)), None)
    return named or (_only_promise_spoken_of(metric, context) if isinstance(sole(metric.target), Share) else None)


def _only_promise_spoken_of(metric: Metric, context: RuleContext) -> Named | None:
    """The one promise in a share of cases all of whose name the words of a metric hold: “Faults mended in time”."""
    spoken = stems_of(description(metric), context.language)
    known = [
        (pointer, promise, stems_of(promise.named(), context.language))
        for pointer, promise in context.parts_of(Standard)[:_PROMISES]
        if promise.met and promise.name and not promise.rows
    ]
    meant = [(pointer, each) for pointer, each, name in known if name and all(holds(spoken, one) for one in name)]
    return Named("standards", *meant[0]) if len(meant) == 1 else None


def _looser(metric: Metric, promised: Sequence[Row]) -> tuple[Pointer, str] | None:
    """What is promised and where, if the metric asks for less: of a share, or of a length of time in every case."""
    target, is_punctual = sole(metric.target), finds("measures.punctual", description(metric))
    shares = [(row, row.promise.met) for row in promised if row.promise.met]
    if isinstance(target, Share) and is_punctual and shares and len(shares) == len(promised):
        row, share = shares[0]
        looser = all(compared(target, each) == -1 for _, each in shares)
        return ((*row.pointer, "met"), f"“{row.name}” is to be kept in {figure(share)}") if looser else None
    limits = [(row, limit, limit.length or limit.bound) for row in promised for limit in row.limits]
    if isinstance(target, Duration) and is_speed(description(metric)) and limits:
        row, limit, bound = limits[-1]
        looser = all(compared(target, each) == 1 for _, _, each in limits)
        return (limit.pointer, f"“{row.name}” promises {figure(bound)}") if looser else None
    return None
