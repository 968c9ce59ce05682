"""The rules of one family: goals, metrics and comparisons that say something."""

from policyctl.rules.measures.balance import metric_unbalanced, numbers_only
from policyctl.rules.measures.benchmarks import benchmark_out_of_date, benchmark_undecided, benchmark_unsourced
from policyctl.rules.measures.comparing import benchmark_against_promise, benchmark_contradicted
from policyctl.rules.measures.goals import goal_unmeasured, goal_without_procedure
from policyctl.rules.measures.metrics import metric_incomplete, metric_undefined, metrics_too_many
from policyctl.rules.measures.misnamed import measure_misnamed
from policyctl.rules.measures.mission import goal_unlinked
from policyctl.rules.measures.targets import target_already_met, target_incomparable, target_looser_than_promise
from policyctl.rules.rule import ERROR, INFO, WARNING, Rule

RULES: tuple[Rule, ...] = (
    Rule(goal_without_procedure, ERROR, draft=INFO, step=6),
    Rule(goal_unmeasured, WARNING, step=2),
    Rule(goal_unlinked, WARNING, step=4),
    Rule(metric_undefined, WARNING, step=12),
    Rule(metric_incomplete, WARNING, step=12),
    Rule(metrics_too_many, INFO, step=12),
    Rule(metric_unbalanced, WARNING, step=12),
    Rule(numbers_only, WARNING, step=12),
    Rule(target_already_met, WARNING, step=12),
    Rule(target_incomparable, WARNING, step=12),
    Rule(target_looser_than_promise, WARNING, step=12),
    Rule(measure_misnamed, WARNING, step=10),
    Rule(benchmark_unsourced, WARNING, step=3),
    Rule(benchmark_out_of_date, WARNING, step=3),
    Rule(benchmark_undecided, WARNING, step=3),
    Rule(benchmark_contradicted, WARNING, step=3),
    Rule(benchmark_against_promise, WARNING, step=3),
)
