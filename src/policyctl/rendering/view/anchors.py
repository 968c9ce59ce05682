"""A policy in, a short name for every place that a reader may be sent to out."""

import re
import unicodedata

from policyctl.findings import Pointer
from policyctl.schema import Policy, parts
from policyctl.schema.grammar.entry import Entry

_UNFIT = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Small letters, figures and hyphens; empty where a script has none of them."""
    return _UNFIT.sub("-", unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()).strip("-")


def anchors(policy: Policy) -> dict[Pointer, str]:
    """An anchor for every entry with a name, unique in the policy and the same at every run."""
    taken: dict[Pointer, str] = {}
    used: set[str] = set()
    for pointer, part in parts(policy):
        if isinstance(part, Entry) and part.name:
            taken[pointer] = _free(f"{pointer[0]}-{slug(part.named())}".strip("-"), used)
    return taken


def _free(name: str, used: set[str]) -> str:
    candidate, number = name, 2
    while candidate in used:
        candidate, number = f"{name}-{number}", number + 1
    used.add(candidate)
    return candidate
