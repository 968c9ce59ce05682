"""A policy in; comparisons that nobody could check, or that nothing follows from, out."""

import re
from collections.abc import Iterator
from datetime import date

from policyctl.findings import Issue, Pointer
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import called, fields, joined
from policyctl.schema.sections.aims import Benchmark, Decision

_YEAR = re.compile(r"\b20[0-9]{2}\b")
"""A source may say itself when it was read."""

_REASONED = frozenset({Decision.NOT_COMPETE, Decision.DIFFER})
"""What staff will be asked about: why we do not do what the others do."""


def benchmark_unsourced(context: RuleContext) -> Iterator[Issue]:
    """A comparison that does not say where it is written what others do, or when that was looked up.

    Why it matters: a customer who quotes the competitor's page of today wins the argument against a page of last year.

    Diff:

          benchmarks:
            Delivery:  # <- here
              who: Page & Co
              theirs: 3 working days
              ours: 2 working days
              decision: exceed
              source: Their website
        +     checked: 12 October 2026
    """
    for pointer, benchmark in _compared(context):
        lacks = {"source": "where that is written", "checked": "when it was looked up"}
        dated = bool(_YEAR.search(benchmark.source or ""))
        missing = [key for key in lacks if getattr(benchmark, key) is None and not (key == "checked" and dated)]
        if missing:
            told = joined([lacks[key] for key in missing], "or")
            hint = f"Add {fields(missing)}, so that anybody can look again."
            yield Issue(pointer, f"{_named(benchmark)} does not say {told}.", hint, at_key=True)


def benchmark_out_of_date(context: RuleContext) -> Iterator[Issue]:
    """A comparison that was looked up more than a year ago, or on a day that is still to come.

    Why it matters: prices and promises of others move within the year, and decisions that rest on old ones miss.

    Diff:

          benchmarks:
            Delivery:
              theirs: 3 working days
              ours: 2 working days
              decision: exceed
              source: Their website
        -     checked: 1 March 2024  # <- here
        +     checked: 12 October 2026
    """
    oldest = _a_year_before(context.today)
    for pointer, benchmark in context.parts_of(Benchmark):
        day = benchmark.checked
        if day and context.in_use and not oldest <= day.value <= context.today:
            future = day.value > context.today
            when = f"on {day}, which is still to come" if future else f"on {day}, more than a year ago"
            hint = (
                "Write the day on which you looked." if future else "Look again, and write what you find and the day."
            )
            yield Issue((*pointer, "checked"), f"{_named(benchmark)} was looked up {when}.", hint)


def benchmark_undecided(context: RuleContext) -> Iterator[Issue]:
    """A comparison from which no decision follows, or a decision to be unlike others that gives no reason.

    Why it matters: customers ask staff why it is cheaper elsewhere. “We chose that, because …” is an answer; silence
    sounds like an excuse.

    Diff:

          benchmarks:
            The price:
              theirs: A third below ours
              decision: not-compete  # <- here
        +     because: We mend what we sell, for as long as it lasts.
              source: Their website
              checked: 12 October 2026
    """
    for pointer, benchmark in _compared(context):
        if not benchmark.decision and (benchmark.theirs or benchmark.ours):
            message = f"{_named(benchmark)} compares, and nothing is decided."
            hint = "Write under `decision` what you do about it: match, exceed, differ or not-compete."
            yield Issue(pointer, message, hint, at_key=True)
        if benchmark.decision in _REASONED and not (benchmark.because or benchmark.about or benchmark.note):
            hint = "Add `because`: the sentence that staff say when a customer asks."
            yield Issue((*pointer, "decision"), f"{_named(benchmark)} does not say why you decided so.", hint)


def _compared(context: RuleContext) -> Iterator[tuple[Pointer, Benchmark]]:
    """The comparisons that say something about others."""
    return ((place, each) for place, each in context.parts_of(Benchmark) if each.theirs or each.about or each.decision)


def _named(benchmark: Benchmark) -> str:
    return called(benchmark.named() or benchmark.who)


def _a_year_before(day: date) -> date:
    """The same day of the year before; 28 February for a leap day."""
    return day.replace(year=max(day.year - 1, 1), day=28 if (day.month, day.day) == (2, 29) else day.day)
