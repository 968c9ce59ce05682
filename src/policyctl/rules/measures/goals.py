"""A policy in; goals that nobody acts on or measures out."""

from collections.abc import Callable, Iterator
from itertools import islice

from policyctl.findings import Issue, Pointer
from policyctl.rules.naming import FEW, GUESSES, likely, targets, unresolved
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import quoted
from policyctl.schema import walk
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import GoalRef
from policyctl.schema.sections.aims import Goal, Metric
from policyctl.schema.sections.head import Kind

_A_FEW = 2
"""Goals that are told one by one; a policy that has not come so far is told once."""


def goal_without_procedure(context: RuleContext) -> Iterator[Issue]:
    """A goal that no procedure serves; asked of handbooks, since a charter need hold no procedures.

    Why it matters: a goal comes true through what people do on an ordinary day, and nobody does anything for this one.

    Diff:

          goals:
            Keep customers who had a problem:  # <- here
              metrics: Repeat rate
          metrics:
            Repeat rate: Who buys again within a year.
          procedures:
            A book arrives damaged:
        -     - Send another copy today.
        +     goals: Keep customers who had a problem
        +     steps:
        +       - Send another copy today.
    """
    served = set(_served(context))
    yield from _told(
        [(pointer, goal.named()) for pointer, goal in _named_goals(context) if pointer not in served],
        "No procedure serves the goal{}.",
        lambda name: f"Write `goals: {name}` in the procedure that serves it, or delete the goal.",
    )


def _served(context: RuleContext) -> Iterator[Pointer]:
    """The goals that procedures name; a misspelt one counts, since its misspelling is told where it stands."""
    serving = [goal for procedure in context.policy.procedures or () for goal in procedure.goals]
    for goal in serving:
        yield from (named.pointer for named in targets(goal, context.names))
    unknown = (stranger for goal in serving for stranger in unresolved(goal, context.names))
    for stranger in islice(unknown, GUESSES):
        meant = likely(stranger, GoalRef.to, context.names)
        if meant:
            yield from (named.pointer for named in targets(GoalRef(meant), context.names))


def goal_unmeasured(context: RuleContext) -> Iterator[Issue]:
    """A goal that no metric belongs to; asked of handbooks.

    Why it matters: in six months nobody can say whether “happy customers” came any closer.

    Diff:

          goals:
        -   Happy customers: Everybody leaves with a smile.  # <- here
        +   Happy customers:
        +     statement: Nine in ten buy again within a year.
        +     metrics: Repeat rate
        + metrics:
        +   Repeat rate: Who buys again within a year.
          procedures:
            A book arrives damaged:
              goals: Happy customers
              steps:
                - Send another copy today.
    """
    alone = [(place, goal.named()) for place, goal in _named_goals(context) if not goal.metrics]
    elsewhere, hint = (set(_measured_elsewhere(context)), _measure(context)) if alone else (set(), "")
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


def _measured_elsewhere(context: RuleContext) -> Iterator[Pointer]:
    """The goals to which a metric belongs by its topic or its words, or with which a comparison names one."""
    for benchmark in context.policy.benchmarks or ():
        if benchmark.goal and benchmark.metric:
            yield from (named.pointer for named in targets(benchmark.goal, context.names))
    topics = {normalise_name(metric.topic) for metric in context.policy.metrics or () if metric.topic}
    words = "\n".join(_words(metric) for metric in context.policy.metrics or ())
    for pointer, goal in _named_goals(context):
        if normalise_name(goal.named()) in words or (goal.topic and normalise_name(goal.topic) in topics):
            yield pointer


def _named_goals(context: RuleContext) -> Iterator[tuple[Pointer, Goal]]:
    """The goals that others can refer to, where the policy undertakes to act on them."""
    if context.policy.goals and context.undertakes(Kind.HANDBOOK):
        yield from ((place, goal) for place, goal in context.policy.goals.located(("goals",)) if goal.name)


def _words(metric: Metric) -> str:
    """Everything that a metric says, in which it may name the goal that it belongs to."""
    return "\n".join(normalise_name(str(value)) for _, value in walk(metric))


def _measure(context: RuleContext) -> str:
    known = context.names.within(("metrics",))
    if known and len(known) <= FEW:
        return f"Write `metrics:` in the goal, with what shows it: {', '.join(known)}."
    return "Say under `metrics` what would show it, and name that in the goal with `metrics:`."


def _going_on(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
