"""What became of the ids of rules that are no more, for policies and baselines that still name them."""

from collections.abc import Mapping
from types import MappingProxyType

RETIRED: Mapping[str, str | None] = MappingProxyType(
    {
        "alternative-of-one-kind": "moved-on-to-nowhere",
        "charter-one-sided": "kind-unfulfilled",
        "handbook-core-missing": "kind-unfulfilled",
        "internal-limit-public": "public-and-internal",
        "one-way-to-complain": "one-way-in",
        "owner-missing": "head-incomplete",
        "profile-limit-exceeded": "profile-contradicted",
        "profile-misspelt": "profile-unknown",
        "review-due-soon": "review-due",
        "review-overdue": "review-due",
        "yaml-prose-in-brackets": "yaml-comma",
    }
)
"""Each id with that of the rule which finds the same today, or None where nothing of it is looked for any more."""
