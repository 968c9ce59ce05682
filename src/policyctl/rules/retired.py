"""What became of the ids of rules that are no more, for policies and baselines that still name them."""

from collections.abc import Mapping
from types import MappingProxyType

RETIRED: Mapping[str, str | None] = MappingProxyType(
    {
        "aim-outside-hours": "promise-outside-hours",
        "band-upside-down": "limit-upside-down",
        "business-clock-without-hours": "limit-without-clock",
        "closed-day-without-date": "closed-days-unknown",
        "closed-days-over": "closed-days-unknown",
        "handoff-without-checklist": "handoff-without-words",
        "ladder-upside-down": "approver-below-limit",
        "limit-without-case": "limit-without-unit",
        "limit-without-currency": "limit-without-unit",
        "limit-without-start": "limit-half-said",
        "never-against-limit": "limit-said-twice",
        "none-unexplained": "case-without-limit",
        "public-tighter-than-internal": "limits-disagree",
        "role-twice-on-ladder": "escalation-loop",
        "route-closed-at-night": "ladder-silent-about-night",
        "step-sooner-than-one-before": None,
        "time-of-two-zones": "time-zone-unsaid",
    }
)
"""Each id with that of the rule which finds the same today, or None where nothing of it is looked for any more."""
