"""A policy in; comparisons whose figures say other than their decision or the promise out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.measures.figures import better, compared, sole
from policyctl.rules.naming import targets
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import figure
from policyctl.schema import Named
from policyctl.schema.grammar.limits import Bound
from policyctl.schema.quantities import Duration
from policyctl.schema.sections.aims import Benchmark, Better, Decision, Metric
from policyctl.schema.sections.standards import Standard


def benchmark_contradicted(context: RuleContext) -> Iterator[Issue]:
    """A decision to exceed or to match others, with figures that do not.

    Why it matters: staff repeat the decision to customers, who can read both figures.

    Diff:

          benchmarks:
            An answer by email:
              theirs: 4 working hours
        -     ours: 4 working hours
        +     ours: 2 working hours
              decision: exceed  # <- here
              source: Their help page
              checked: 12 October 2026
    """
    for pointer, benchmark in context.parts_of(Benchmark):
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
            return better(named.entry)
        if isinstance(named.entry, Standard) and any(isinstance(bound, Duration) for bound in _bounds(named)):
            return Better.LOWER
    return None


def benchmark_against_promise(context: RuleContext) -> Iterator[Issue]:
    """A comparison that claims other than the promise that it names.

    Why it matters: whoever reads the comparison believes that customers are promised this, and they are not.

    Diff:

          benchmarks:
            An answer by letter:
              metric: Letters
              theirs: 5 working days
        -     ours: 2 working days  # <- here
        +     ours: 4 working days
              decision: exceed
              source: Their charter
              checked: 12 October 2026
          standards:
            Letters: within 4 working days
    """
    for pointer, benchmark in context.parts_of(Benchmark):
        ours = sole(benchmark.ours)
        for named in targets(benchmark.metric, context.names) if benchmark.metric and ours else ():
            bounds = _bounds(named)
            if ours and bounds and all(compared(ours, bound) in (-1, 1) for bound in bounds):
                promised = f"“{named.entry.named()}” promises {figure(bounds[0])}"
                hint = "Write the same figure in both, or compare something else than this promise."
                yield Issue(
                    (*pointer, "ours"), f"Ours is {figure(ours)} here, and {promised}.", hint, twin=named.pointer
                )


def _bounds(named: Named) -> list[Bound]:
    """Every limit of time that a promise or the promises of its group set."""
    if not isinstance(named.entry, Standard):
        return []
    waiting, found = [named.entry], list[Bound]()
    while waiting:
        promise = waiting.pop()
        found += [bound for _, bound in promise.within or ()]
        waiting += promise.rows or ()
    return found
