"""What stands after `by` in, a deadline or a person out."""

import re

from policyctl.schema.grammar.references import RoleRef
from policyctl.schema.quantities import Date, QuantityError, TimeOfDay

_DEADLINE = re.compile(
    r"\d|noon|midnight|\bend of\b|\bclose\b|\bmorning\b|\bevening\b|day\b|\bmittag|\bende\b|tag(?:e?s)?\b",
    re.IGNORECASE,
)


class By(RoleRef):
    """By whom, or by when: `by: Care lead` and `by: noon on the day after ordering` are both plain English."""

    __slots__ = ()
    loose = True

    @property
    def deadline(self) -> bool:
        """Whether the words are a time and not a person."""
        return bool(_DEADLINE.search(self)) or _reads(self)


def _reads(text: str) -> bool:
    for quantity in (TimeOfDay, Date):
        try:
            quantity.read(text)
        except QuantityError:
            continue
        return True
    return False
