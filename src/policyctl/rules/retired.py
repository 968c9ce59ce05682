"""What became of the ids of rules that are no more, for policies and baselines that still name them."""

from collections.abc import Mapping
from types import MappingProxyType

RETIRED: Mapping[str, str | None] = MappingProxyType(
    {
        "yaml-prose-in-brackets": "yaml-comma",
    }
)
"""Each id with that of the rule which finds the same today, or None where nothing of it is looked for any more."""
