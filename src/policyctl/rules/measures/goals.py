"""Find goals that nobody acts on, that nothing measures, or that nothing ties to the mission."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import words
from policyctl.meaning.formatting import quoted
from policyctl.meaning.references import FEW, GUESSES, likely, targets, unresolved
from policyctl.rules.rule import RuleContext
from policyctl.schema import walk
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import GoalRef
from policyctl.schema.sections.aims import Goal, Metric
from policyctl.schema.sections.head import Kind

_A_FEW = 2
"""Goals that have a finding each; of more, one finding names all."""

_WORD = re.compile(r"[^\W\d_]+")
_STEM = 4
"""Letters in which `stand` and `standing` are one."""


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
    yield from _issues(
        [(pointer, goal.named()) for pointer, goal in _named_goals(context) if pointer not in served],
        "No procedure serves the goal{}.",
        lambda name: f"Write `goals: {name}` in the procedure that serves it, or write that procedure.",
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
    yield from _issues(
        [(place, name) for place, name in alone if place not in elsewhere],
        "Nothing measures the goal{}.",
        lambda _: hint,
    )


def _issues(goals: list[tuple[Pointer, str]], message: str, hint: Callable[[str], str]) -> Iterator[Issue]:
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
    words = "\n".join(_words_of(metric) for metric in context.policy.metrics or ())
    for pointer, goal in _named_goals(context):
        if normalise_name(goal.named()) in words or (goal.topic and normalise_name(goal.topic) in topics):
            yield pointer


def _named_goals(context: RuleContext) -> Iterator[tuple[Pointer, Goal]]:
    """The goals that others can refer to, where the policy undertakes to act on them."""
    if context.policy.goals and context.undertakes(Kind.HANDBOOK):
        yield from ((place, goal) for place, goal in context.policy.goals.located(("goals",)) if goal.name)


def _words_of(metric: Metric) -> str:
    """Everything that a metric says, in which it may name the goal that it belongs to."""
    return "\n".join(normalise_name(str(value)) for _, value in walk(metric))


def _measure(context: RuleContext) -> str:
    known = context.names.within(("metrics",))
    if known and len(known) <= FEW:
        return f"Write `metrics:` in the goal, with what shows it: {', '.join(known)}."
    return "Say under `metrics` what would show it, and name that in the goal with `metrics:`."


def _going_on(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def goal_unlinked(context: RuleContext) -> Iterator[Issue]:
    """A goal that nothing ties to the mission: no word on how, no mission, or a link that only says the same again.

    Why it matters: when two goals want the same hour of somebody's day, the one that serves what you are there for
    comes first, and staff believe in a goal whose reason they can tell a customer.

    Diff:

          mission: We help our neighbours to mend what they have.
          goals:
            Keep customers who had a problem:
        -     serves_mission: It serves our mission to keep customers.  # <- here
        +     serves_mission: A neighbour who comes back throws less away.
              metrics: Repeat rate
          metrics:
            Repeat rate: Who buys again within a year.
          procedures:
            A repair failed:
              goals: Keep customers who had a problem
              steps: Mend it again today.
    """
    statement = context.policy.mission.statement if context.policy.mission else None
    if not context.policy.mission:
        yield from _without_mission(context)
    elif context.states(Kind.HANDBOOK):
        yield from _unlinked(context)
    for pointer, goal in context.parts_of(Goal):
        repeated = _repeated(goal, statement or "")
        if goal.serves_mission and repeated:
            message = f"How “{goal.named()}” serves the mission says no more than {repeated}."
            hint = (
                "Say in `serves_mission` what it does for the people you are there for, as you would tell a colleague."
            )
            yield Issue((*pointer, "serves_mission"), message, hint)


def _without_mission(context: RuleContext) -> Iterator[Issue]:
    """A goal that serves a mission which is not there, told once; a handbook is asked for a mission elsewhere."""
    linked = [(pointer, goal) for pointer, goal in context.parts_of(Goal) if goal.serves_mission]
    if linked and not context.states(Kind.HANDBOOK):
        pointer, goal = linked[0]
        message = f"“{goal.named()}” says how it serves the mission, and the policy has none."
        hint = "Say in one sentence under `mission` what you are there for."
        yield Issue((*pointer, "serves_mission"), message, hint)


def _unlinked(context: RuleContext) -> Iterator[Issue]:
    """The goals that do not say how they serve the mission, told once at the first."""
    loose: list[tuple[Pointer, Goal]] = [(at, goal) for at, goal in context.parts_of(Goal) if not goal.serves_mission]
    if loose:
        names = [goal.named() or goal.statement or "" for _, goal in loose]
        verb = "does" if len(loose) == 1 else "do"
        hint = "Add `serves_mission`: one sentence that a colleague would believe."
        yield Issue(loose[0][0], f"{quoted(names)} {verb} not say how the mission is served.", hint, at_key=True)


def _repeated(goal: Goal, mission: str) -> str | None:
    """What a link only repeats, if it says nothing that the goal or the mission does not say already."""
    said = _stems(goal.serves_mission or "")
    if not said:
        return "that it does"
    if said <= _stems(f"{goal.named()} {goal.statement or ''}"):
        return "the goal itself"
    return "the mission itself" if said <= _stems(mission) else None


def _stems(text: str) -> frozenset[str]:
    """The beginnings of the words that say something."""
    said = (word.casefold() for word in _WORD.findall(text))
    return frozenset(word[:_STEM] for word in said if word not in _empty_words())


@cache
def _empty_words() -> frozenset[str]:
    return frozenset(words("measures.empty"))
