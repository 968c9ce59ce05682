"""The rules of one family: goals, metrics and comparisons that say something."""

from policyctl.findings import Severity
from policyctl.rules.measures.balance import metric_unbalanced, numbers_only
from policyctl.rules.measures.benchmarks import benchmark_out_of_date, benchmark_undecided, benchmark_unsourced
from policyctl.rules.measures.comparing import benchmark_against_promise, benchmark_contradicted
from policyctl.rules.measures.goals import goal_unmeasured, goal_without_procedure
from policyctl.rules.measures.metrics import metric_incomplete, metric_undefined, metrics_too_many
from policyctl.rules.measures.misnamed import measure_misnamed
from policyctl.rules.measures.mission import goal_unlinked
from policyctl.rules.measures.targets import target_already_met, target_incomparable, target_looser_than_promise
from policyctl.rules.rule import Rule

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

RULES: tuple[Rule, ...] = (
    Rule("goal-without-procedure", goal_without_procedure, _ERROR, draft=_INFO),
    Rule("goal-unmeasured", goal_unmeasured, _WARNING, draft=_INFO),
    Rule("goal-unlinked", goal_unlinked, _WARNING, draft=_INFO),
    Rule("metric-undefined", metric_undefined, _WARNING, draft=_INFO),
    Rule("metric-incomplete", metric_incomplete, _WARNING, draft=_INFO),
    Rule("metrics-too-many", metrics_too_many, _INFO),
    Rule("metric-unbalanced", metric_unbalanced, _WARNING, draft=_INFO),
    Rule("numbers-only", numbers_only, _WARNING, draft=_INFO),
    Rule("target-already-met", target_already_met, _WARNING, draft=_INFO),
    Rule("target-incomparable", target_incomparable, _WARNING, draft=_INFO),
    Rule("target-looser-than-promise", target_looser_than_promise, _WARNING, draft=_INFO),
    Rule("measure-misnamed", measure_misnamed, _WARNING, draft=_INFO),
    Rule("benchmark-unsourced", benchmark_unsourced, _WARNING, draft=_INFO),
    Rule("benchmark-out-of-date", benchmark_out_of_date, _WARNING, draft=_INFO),
    Rule("benchmark-undecided", benchmark_undecided, _WARNING, draft=_INFO),
    Rule("benchmark-contradicted", benchmark_contradicted, _WARNING, draft=_INFO),
    Rule("benchmark-against-promise", benchmark_against_promise, _WARNING, draft=_INFO),
)
