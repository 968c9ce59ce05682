"""A policy in; goals that nobody acts on or measures out."""

from collections.abc import Callable, Iterator
from itertools import islice

from policyctl.findings import Issue, Pointer
from policyctl.rules.naming import FEW, GUESSES, likely, strangers, targets
from policyctl.rules.rule import Given
from policyctl.rules.telling import quoted
from policyctl.spec import walk
from policyctl.spec.grammar.names import folded
from policyctl.spec.grammar.references import GoalRef
from policyctl.spec.sections.aims import Goal, Metric
from policyctl.spec.sections.head import Kind

_A_FEW = 2
"""Goals that are told one by one; a policy that has not come so far is told once."""


def goal_without_procedure(given: Given) -> Iterator[Issue]:
    """A goal that no procedure serves; asked of handbooks, since a charter need hold no procedures.

    Why it matters: a goal comes true through what people do on an ordinary day, and nobody does anything for this one.

    Bad:

        goals:
          Keep customers who had a problem:  # <- here
            metrics: Repeat rate
        metrics:
          Repeat rate: Who buys again within a year.
        procedures:
          A book arrives damaged:
            - Send another copy today.

    Good:

        goals:
          Keep customers who had a problem:
            metrics: Repeat rate
        metrics:
          Repeat rate: Who buys again within a year.
        procedures:
          A book arrives damaged:
            goals: Keep customers who had a problem
            steps:
              - Send another copy today.
    """
    served = set(_served(given))
    yield from _told(
        [(pointer, goal.named()) for pointer, goal in _named_goals(given) if pointer not in served],
        "No procedure serves the goal{}.",
        lambda name: f"Write `goals: {name}` in the procedure that serves it, or delete the goal.",
    )


def _served(given: Given) -> Iterator[Pointer]:
    """The goals that procedures name; a misspelt one counts, since its misspelling is told where it stands."""
    serving = [goal for procedure in given.policy.procedures or () for goal in procedure.goals]
    for goal in serving:
        yield from (named.pointer for named in targets(goal, given.names))
    unknown = (stranger for goal in serving for stranger in strangers(goal, given.names))
    for stranger in islice(unknown, GUESSES):
        meant = likely(stranger, GoalRef.to, given.names)
        if meant:
            yield from (named.pointer for named in targets(GoalRef(meant), given.names))


def goal_unmeasured(given: Given) -> Iterator[Issue]:
    """A goal that no metric belongs to; asked of handbooks.

    Why it matters: in six months nobody can say whether “happy customers” came any closer.

    Bad:

        goals:
          Happy customers: Everybody leaves with a smile.  # <- here
        procedures:
          A book arrives damaged:
            goals: Happy customers
            steps:
              - Send another copy today.

    Good:

        goals:
          Happy customers:
            statement: Nine in ten buy again within a year.
            metrics: Repeat rate
        metrics:
          Repeat rate: Who buys again within a year.
        procedures:
          A book arrives damaged:
            goals: Happy customers
            steps:
              - Send another copy today.
    """
    alone = [(place, goal.named()) for place, goal in _named_goals(given) if not goal.metrics]
    elsewhere, hint = (set(_measured_elsewhere(given)), _measure(given)) if alone else (set(), "")
    yield from _told(
        [(place, name) for place, name in alone if place not in elsewhere],
        "Nothing measures the goal{}.",
        lambda _: hint,
    )


def _told(goals: list[tuple[Pointer, str]], message: str, hint: Callable[[str], str]) -> Iterator[Issue]:
    """One or two by themselves, more of them in one finding."""
    if len(goals) > _A_FEW:
        (first, name), *_ = goals
        names = quoted([name for _, name in goals])
        yield Issue(first, message.format(f"s {names}"), f"One after the other: {_going_on(hint(name))}", at_key=True)
    else:
        yield from (Issue(place, message.format(f" “{name}”"), hint(name), at_key=True) for place, name in goals)


def _measured_elsewhere(given: Given) -> Iterator[Pointer]:
    """The goals to which a metric belongs by its topic or its words, or with which a comparison names one."""
    for benchmark in given.policy.benchmarks or ():
        if benchmark.goal and benchmark.metric:
            yield from (named.pointer for named in targets(benchmark.goal, given.names))
    topics = {folded(metric.topic) for metric in given.policy.metrics or () if metric.topic}
    words = "\n".join(_words(metric) for metric in given.policy.metrics or ())
    for pointer, goal in _named_goals(given):
        if folded(goal.named()) in words or (goal.topic and folded(goal.topic) in topics):
            yield pointer


def _named_goals(given: Given) -> Iterator[tuple[Pointer, Goal]]:
    """The goals that others can refer to, where the policy undertakes to act on them."""
    if given.policy.goals and given.undertakes(Kind.HANDBOOK):
        yield from ((place, goal) for place, goal in given.policy.goals.located(("goals",)) if goal.name)


def _words(metric: Metric) -> str:
    """Everything that a metric says, in which it may name the goal that it belongs to."""
    return "\n".join(folded(str(value)) for _, value in walk(metric))


def _measure(given: Given) -> str:
    known = given.names.within(("metrics",))
    if known and len(known) <= FEW:
        return f"Write `metrics:` in the goal, with what shows it: {', '.join(known)}."
    return "Say under `metrics` what would show it, and name that in the goal with `metrics:`."


def _going_on(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
