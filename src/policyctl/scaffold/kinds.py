"""List what can be added to a policy, and where entries of each kind stand in it."""

from collections.abc import Mapping
from types import MappingProxyType

KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "procedure": ("procedures",),
        "promise": ("standards",),
        "sample": ("tone", "samples"),
        "channel": ("channels",),
        "goal": ("goals",),
        "limit": ("discretion", "may_give"),
        "level": ("escalation", "ladders"),
        "role": ("roles",),
        "fact": ("facts",),
    }
)
"""The place of each kind in a policy; a level stands in one of the ladders."""
