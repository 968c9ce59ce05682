"""How the policy wants to be judged: which findings count for less or more here, why, and for how long."""

import re
from typing import Any

from policyctl.schema.grammar.choices import Choice
from policyctl.schema.grammar.entry import Entry, field, needed
from policyctl.schema.quantities import Date

_IN_A_LINE = re.compile(
    r"(?P<counts_as>\w+)(?:,? (?:until|bis) (?P<until>.+?))?(?:,? (?:because|weil) (?P<because>\S.*))?",
    re.IGNORECASE | re.DOTALL,
)


class Weight(Choice):
    """What a finding counts as."""

    OFF = "off"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class CheckSetting(Entry):
    """What the findings of one rule count as in this policy; its name is the rule."""

    bare_text = "counts_as"

    counts_as: Weight = needed("Counts as", "What its findings count as: off, info, warning or error.", "off")
    until: Date | None = field("Until", "The last day on which this holds; then it counts as usual.", "2027-03-31")

    @classmethod
    def from_text(cls, text: str) -> dict[str, Any] | str:
        found = _IN_A_LINE.fullmatch(text)
        return {key: said for key, said in found.groupdict().items() if said} if found else {"counts_as": text}
