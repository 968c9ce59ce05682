"""A policy in; metrics that two people would read differently, and too many of them, out."""

from collections.abc import Iterable, Iterator, Sequence

from policyctl.findings import Issue, Pointer
from policyctl.rules.measures.words import is_a_length, is_satisfaction, names_a_scale, names_a_statistic
from policyctl.rules.naming import targets
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import fields, figure, joined, quoted
from policyctl.schema.grammar.references import MetricRef
from policyctl.schema.quantities import Share, has_figure
from policyctl.schema.sections.aims import Goal, Metric
from policyctl.schema.sections.head import Kind

HEADLINES = 7
"""As many figures as people keep in mind."""

_TELLS = 5
"""A name of so many words says itself what is counted: `Customers who come back within a year`."""

_LACKS = {
    "baseline": "where it stands today",
    "source": "where it is read",
    "owner": "who reads it",
}


def metric_undefined(context: RuleContext) -> Iterator[Issue]:
    """A metric without a definition, satisfaction without its scale, or a time that is not said to be mean or median.

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


def _lack(metric: Metric, *, understood: bool) -> tuple[str, str] | None:
    """What its words leave open, and what to write instead."""
    texts = (metric.definition, metric.formula, metric.about, metric.note, metric.because)
    said = "\n".join(filter(None, texts))
    name = metric.named()
    satisfied = understood and is_satisfaction(name)
    if satisfied and (said or _on_a_scale(metric, said)):
        hint = "Write for example “The share of answers that are 4 or 5, on a scale from 1 to 5” in `definition`."
        return None if _on_a_scale(metric, said) else ("does not say on which scale customers answer", hint)
    if name and not said and len(name.split()) < _TELLS and not has_figure(name):
        return "does not say what is counted", "Say in `definition` what is counted, so that two people get one figure."
    if understood and is_a_length(f"{name}\n{said}") and not _is_one_figure(metric, f"{name}\n{said}"):
        return "does not say whether it is the average or the median", (
            "Write for example “The median of business hours to the first reply” in `definition`; one very old case"
            " does not move a median."
        )
    return None


def _on_a_scale(metric: Metric, said: str) -> bool:
    """Whether the words or the figures tell what customers could answer: `4.2 of 5`, but not `90%` of anything."""
    figures = [figure(bound) for limits in (metric.baseline, metric.target) for _, bound in limits or ()]
    return has_figure(said) or names_a_scale(said) or any(" " in text.replace(" %", "%") for text in figures)


def _is_one_figure(metric: Metric, said: str) -> bool:
    """Whether it says how one figure is made of many lengths of time; a share is one already."""
    bounds = [bound for limits in (metric.baseline, metric.target) for _, bound in limits or ()]
    return names_a_statistic(said) or any(isinstance(bound, Share) for bound in bounds)


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
        owned = set(_owned_by_goals(context))
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


def _owned_by_goals(context: RuleContext) -> Iterator[Pointer]:
    """The metrics of goals that somebody answers for, who reads them too."""
    return (place for _, goal in context.parts_of(Goal) if goal.owner for place in _named(goal.metrics, context))


def metrics_too_many(context: RuleContext) -> Iterator[Issue]:
    """More than seven metrics, not counting those that only balance another.

    Why it matters: nobody keeps ten figures in mind, so everybody watches the one that is theirs.

    Diff:

          metrics:  # <- here
            Repeat rate: Who buys again within a year.
            Solved in one go: What the first person closed for good.
        -   Reviews a month: What we printed, whatever it says.
        -   New accounts: First orders in this year.
        -   Returns: What comes back, of all that we sold.
            Complaints: Letters that say so.
        -   Gestures: What we gave beyond what we owe.
        -   Suggestions followed: Who bought what we suggested.
    """
    metrics = list(context.parts_of(Metric))
    balancing = {place for at, each in metrics for place in _named(each.balanced_by, context) if place != at}
    wanted = {place for _, goal in context.parts_of(Goal) for place in _named(goal.metrics, context)}
    headlines = [(pointer, metric) for pointer, metric in metrics if pointer in wanted or pointer not in balancing]
    if len(headlines) > HEADLINES:
        idle = [metric.named() for pointer, metric in headlines if pointer not in wanted]
        serving = (
            f"No goal names {quoted(idle)}: begin there."
            if wanted and idle
            else "Keep those that a goal needs, and leave the others in the system that counts them."
        )
        message = f"These are {len(headlines)} headline figures, and nobody keeps more than {HEADLINES} in mind."
        yield Issue(("metrics",), message, serving, at_key=True)


def _named(metrics: Iterable[MetricRef], context: RuleContext) -> Iterator[Pointer]:
    return (named.pointer for metric in metrics for named in targets(metric, context.names))
