"""Find comparisons with others that nobody could check or rely on, or that nothing follows from."""

import re
from collections.abc import Iterator
from datetime import date

from policyctl.findings import Issue, Pointer
from policyctl.meaning.formatting import called, fields, figure, joined
from policyctl.meaning.promises.limits import CaseLimit
from policyctl.meaning.promises.rows import rows_below
from policyctl.meaning.references import targets
from policyctl.rules.measures.figures import better, compared, sole
from policyctl.rules.needs import Need, unmet
from policyctl.rules.rule import RuleContext
from policyctl.schema import Named
from policyctl.schema.sections.aims import Benchmark, Better, Decision, Metric
from policyctl.schema.sections.standards import Standard

_YEAR = re.compile(r"\b20[0-9]{2}\b")
"""A source may say itself when it was read."""

_REASONED = frozenset({Decision.NOT_COMPETE, Decision.DIFFER})
"""What staff will be asked about: why we do not do what the others do."""


def benchmark_unreliable(context: RuleContext) -> Iterator[Issue]:
    """A comparison that nobody could rely on when a customer asks.

    It does not say where it is written and when that was looked up, or that was more than a year ago; no decision
    follows from it, or one without its reason; its figures say other than the decision, or than the promise or the
    metric that it names.

    Why it matters: a customer who quotes the competitor's page of today wins the argument against a page of last year,
    and one who reads both figures wins it against a decision that they contradict.

    Diff:

          benchmarks:
            Delivery:
              who: Page & Co
              theirs: 3 working days
              ours: 2 working days
              decision: exceed
              source: Their website
        -     checked: 1 March 2024  # <- here
        +     checked: 12 October 2026
    """
    yield from unmet(context, _DECISIONS)
    for pointer, benchmark in context.parts_of(Benchmark):
        if benchmark.theirs or benchmark.about or benchmark.decision:
            yield from _unsourced(pointer, benchmark)
        yield from _out_of_date(pointer, benchmark, context)
        yield from _contradicted(pointer, benchmark, context)
        yield from _against_promise(pointer, benchmark, context)
        yield from _against_metric(pointer, benchmark, context)


def _unsourced(pointer: Pointer, benchmark: Benchmark) -> Iterator[Issue]:
    """One that does not say where it is written what others do, or when that was looked up."""
    needs = {"source": "where that is written", "checked": "when it was looked up"}
    dated = bool(_YEAR.search(benchmark.source or ""))
    missing = [key for key in needs if getattr(benchmark, key) is None and not (key == "checked" and dated)]
    if missing:
        message = f"{_label(benchmark)} does not say {joined([needs[key] for key in missing], 'or')}."
        yield Issue(pointer, message, f"Add {fields(missing)}, so that anybody can look again.", at_key=True)


def _out_of_date(pointer: Pointer, benchmark: Benchmark, context: RuleContext) -> Iterator[Issue]:
    """One that was looked up more than a year ago, or on a day that is still to come."""
    day = benchmark.checked
    if day and context.in_use and not _a_year_before(context.today) <= day.value <= context.today:
        future = day.value > context.today
        when = f"on {day}, which is still to come" if future else f"on {day}, more than a year ago"
        hint = "Write the day on which you looked." if future else "Look again, and write what you find and the day."
        yield Issue((*pointer, "checked"), f"{_label(benchmark)} was looked up {when}.", hint)


def _contradicted(pointer: Pointer, benchmark: Benchmark, context: RuleContext) -> Iterator[Issue]:
    """A decision to exceed or to match others, with figures that do not."""
    ours, theirs = sole(benchmark.ours), sole(benchmark.theirs)
    order = compared(ours, theirs)
    if ours and theirs and order is not None and _fails(benchmark, order, _direction(benchmark, context)):
        verb = "exceed" if benchmark.decision is Decision.EXCEED else "match"
        message = f"You decided to {verb} {figure(theirs)}, and ours is {figure(ours) if order else 'the same'}."
        hint = "Write under `ours` what you do from now on, or decide otherwise."
        yield Issue((*pointer, "decision"), message, hint)


def _fails(benchmark: Benchmark, order: int, wish: Better | None) -> bool:
    """Whether the figures do not do what was decided; which of two is the better is not always known."""
    worse = order == {Better.LOWER: 1, Better.HIGHER: -1}.get(wish) if wish else False
    if benchmark.decision is Decision.EXCEED:
        return worse or order == 0
    return benchmark.decision is Decision.MATCH and (worse if wish else order != 0)


def _direction(benchmark: Benchmark, context: RuleContext) -> Better | None:
    """Which way is better in what is compared, where a metric or a promise of a time says so."""
    for named in targets(benchmark.metric, context.names) if benchmark.metric else ():
        if isinstance(named.entry, Metric):
            return better(named.entry) if _counts_the_same(named.entry, benchmark) else None
        if isinstance(named.entry, Standard) and any(limit.length for limit in _limits(named, context)):
            return Better.LOWER
    return None


def _counts_the_same(metric: Metric, benchmark: Benchmark) -> bool:
    """Whether its figures are of the kind that is compared: a higher share kept in time is no longer time."""
    own = [bound for limits in (metric.baseline, metric.target) if (bound := sole(limits))]
    return not own or any(compared(bound, sole(benchmark.ours)) is not None for bound in own)


def _against_promise(pointer: Pointer, benchmark: Benchmark, context: RuleContext) -> Iterator[Issue]:
    """One that claims other than the promise that it names."""
    ours = sole(benchmark.ours)
    for named in targets(benchmark.metric, context.names) if benchmark.metric and ours else ():
        limits = _limits(named, context)
        if ours and limits and all(compared(ours, limit.length or limit.bound) in (-1, 1) for limit in limits):
            first = limits[0]
            promised = f"“{named.entry.named()}” promises {figure(first.length or first.bound)}"
            hint = "Write the same figure in both, or compare something else than this promise."
            yield Issue((*pointer, "ours"), f"Ours is {figure(ours)} here, and {promised}.", hint, twin=first.pointer)


def _limits(named: Named, context: RuleContext) -> list[CaseLimit]:
    """Every limit of time that a promise or the promises of its group set."""
    promised = rows_below(named.pointer, context) if isinstance(named.entry, Standard) else ()
    return [limit for row in promised for limit in row.limits]


def _against_metric(pointer: Pointer, benchmark: Benchmark, context: RuleContext) -> Iterator[Issue]:
    """One that claims what lies beyond both where the metric that it names stands and where it should stand."""
    ours = sole(benchmark.ours)
    for named in targets(benchmark.metric, context.names) if benchmark.metric and ours else ():
        metric = named.entry if isinstance(named.entry, Metric) else None
        now, then = (sole(metric.baseline), sole(metric.target)) if metric else (None, None)
        order = compared(ours, now)
        if ours and metric and now and then and order in (-1, 1) and compared(ours, then) == order:
            stands = f"“{metric.named()}” stands at {figure(now)} and should be {figure(then)}"
            hint = "Write under `ours` one of the two figures, or mend the metric."
            twin = (*named.pointer, "target")
            yield Issue((*pointer, "ours"), f"Ours is {figure(ours)} here, and {stands}.", hint, twin=twin)


def _label(benchmark: Benchmark) -> str:
    return called(benchmark.named() or benchmark.who)


def _a_year_before(day: date) -> date:
    """The same day of the year before; 28 February for a leap day."""
    return day.replace(year=max(day.year - 1, 1), day=28 if (day.month, day.day) == (2, 29) else day.day)


_DECISIONS = (
    Need(
        Benchmark,
        ("decision",),
        "{name} compares, and nothing is decided.",
        "Write under `decision` what you do about it: match, exceed, differ or not-compete.",
        asked=lambda benchmark, _: benchmark.theirs or (benchmark.ours and benchmark.about),
    ),
    Need(
        Benchmark,
        ("because", "about", "note"),
        "{name} does not say why you decided so.",
        "Add `because`: the sentence that staff say when a customer asks.",
        at="decision",
        asked=lambda benchmark, _: benchmark.decision in _REASONED,
    ),
)
