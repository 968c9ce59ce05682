"""Names and figures of a policy in, the words in which a message tells of them out."""

from collections.abc import Sequence

from policyctl.rules.naming import FEW
from policyctl.spec.grammar.limits import Bound


def joined(words: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def quoted(names: Sequence[str], last: str = "and") -> str:
    """Names in quotation marks, the first few of many."""
    shown = [f"“{name}”" for name in names[:FEW]]
    return joined([*shown, f"{len(names) - FEW} more"] if len(names) > FEW else shown, last)


def figure(bound: Bound) -> str:
    """A limit as its author wrote it."""
    return " ".join((bound.text or str(bound)).split())
