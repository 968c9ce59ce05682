"""The rules of one family: goals, metrics and comparisons that say something."""

from policyctl.rules.measures.benchmarks import benchmark_unreliable
from policyctl.rules.measures.goals import goal_unlinked, goal_unmeasured, goal_without_procedure
from policyctl.rules.measures.metrics import (
    metric_incomplete,
    metric_unbalanced,
    metric_undefined,
    target_already_met,
    target_looser_than_promise,
)
from policyctl.rules.rule import WARNING, Rule

RULES: tuple[Rule, ...] = (
    Rule(goal_without_procedure, WARNING, step=6),
    Rule(goal_unmeasured, WARNING, step=2),
    Rule(goal_unlinked, WARNING, step=4),
    Rule(metric_undefined, WARNING, step=12),
    Rule(metric_incomplete, WARNING, step=12),
    Rule(metric_unbalanced, WARNING, step=12),
    Rule(target_already_met, WARNING, step=12),
    Rule(target_looser_than_promise, WARNING, step=12),
    Rule(benchmark_unreliable, WARNING, step=3),
)
