"""What became of the ids of rules that are no more, for policies and baselines that still name them."""

from collections.abc import Mapping
from types import MappingProxyType

RETIRED: Mapping[str, str | None] = MappingProxyType(
    {
        "audio-guide-missing": None,
        "avoided-and-said": "forbidden-words",
        "benchmark-against-promise": "benchmark-unreliable",
        "benchmark-contradicted": "benchmark-unreliable",
        "benchmark-out-of-date": "benchmark-unreliable",
        "benchmark-undecided": "benchmark-unreliable",
        "benchmark-unsourced": "benchmark-unreliable",
        "briefing-too-late": None,
        "commitment-unseen": "leadership-empty",
        "measure-misnamed": None,
        "metrics-too-many": None,
        "no-sample-for-anger": "too-few-samples",
        "numbers-only": None,
        "pilot-status-untrue": "pilot-undecided",
        "pilot-without-criteria": "pilot-incomplete",
        "pilot-without-way-out": "pilot-incomplete",
        "quiz-answer-outdated": None,
        "rollout-by-mail": None,
        "shouting": None,
        "staff-input-too-late": None,
        "target-incomparable": "metric-undefined",
        "too-long-to-read": None,
        "trade-term-said": "forbidden-words",
    }
)
"""Each id with that of the rule which finds the same today, or None where nothing of it is looked for any more."""
