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
    Rule("goal-without-procedure", goal_without_procedure, ERROR, draft=INFO),
    Rule("goal-unmeasured", goal_unmeasured, WARNING, draft=INFO),
    Rule("goal-unlinked", goal_unlinked, WARNING, draft=INFO),
    Rule("metric-undefined", metric_undefined, WARNING, draft=INFO),
    Rule("metric-incomplete", metric_incomplete, WARNING, draft=INFO),
    Rule("metrics-too-many", metrics_too_many, INFO),
    Rule("metric-unbalanced", metric_unbalanced, WARNING, draft=INFO),
    Rule("numbers-only", numbers_only, WARNING, draft=INFO),
    Rule("target-already-met", target_already_met, WARNING, draft=INFO),
    Rule("target-incomparable", target_incomparable, WARNING, draft=INFO),
    Rule("target-looser-than-promise", target_looser_than_promise, WARNING, draft=INFO),
    Rule("measure-misnamed", measure_misnamed, WARNING, draft=INFO),
    Rule("benchmark-unsourced", benchmark_unsourced, WARNING, draft=INFO),
    Rule("benchmark-out-of-date", benchmark_out_of_date, WARNING, draft=INFO),
    Rule("benchmark-undecided", benchmark_undecided, WARNING, draft=INFO),
    Rule("benchmark-contradicted", benchmark_contradicted, WARNING, draft=INFO),
    Rule("benchmark-against-promise", benchmark_against_promise, WARNING, draft=INFO),
)
