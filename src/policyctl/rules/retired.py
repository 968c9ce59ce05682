"""What became of the ids of rules that are no more, for policies and baselines that still name them."""

from collections.abc import Mapping
from types import MappingProxyType

RETIRED: Mapping[str, str | None] = MappingProxyType(
    {
        "alternative-of-one-kind": "moved-on-to-nowhere",
        "audio-guide-missing": None,
        "avoided-and-said": "forbidden-words",
        "benchmark-against-promise": "benchmark-unreliable",
        "benchmark-contradicted": "benchmark-unreliable",
        "benchmark-out-of-date": "benchmark-unreliable",
        "benchmark-undecided": "benchmark-unreliable",
        "benchmark-unsourced": "benchmark-unreliable",
        "briefing-too-late": None,
        "charter-one-sided": "kind-unfulfilled",
        "commitment-unseen": "leadership-empty",
        "handbook-core-missing": "kind-unfulfilled",
        "internal-limit-public": "public-and-internal",
        "measure-misnamed": None,
        "metrics-too-many": None,
        "no-sample-for-anger": "too-few-samples",
        "numbers-only": None,
        "one-way-to-complain": "one-way-in",
        "owner-missing": "head-incomplete",
        "pilot-status-untrue": "pilot-undecided",
        "pilot-without-criteria": "pilot-incomplete",
        "pilot-without-way-out": "pilot-incomplete",
        "profile-limit-exceeded": "profile-contradicted",
        "profile-misspelt": "profile-unknown",
        "quiz-answer-outdated": None,
        "review-due-soon": "review-due",
        "review-overdue": "review-due",
        "rollout-by-mail": None,
        "shouting": None,
        "staff-input-too-late": None,
        "target-incomparable": "metric-undefined",
        "too-long-to-read": None,
        "trade-term-said": "forbidden-words",
        "yaml-prose-in-brackets": "yaml-comma",
    }
)
"""Each id with that of the rule which finds the same today, or None where nothing of it is looked for any more."""
