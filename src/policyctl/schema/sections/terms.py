"""Returns, cancellations, guarantees and deposits, each as cases."""

from typing import Any

from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.commitment import Commitment
from policyctl.schema.grammar.entry import Entry, Many, field, many
from policyctl.schema.grammar.texts import Text


class Refusal(Entry):
    """What is not taken, and what it is taken for all the same."""

    bare_text = "case"

    case: Text | None = field("Refused", "What is refused.", "Soiled")
    unless: Many[Text] = many("Unless", "What lifts the refusal.", "It arrived so")

    @classmethod
    def from_text(cls, text: str) -> dict[str, Any] | str:
        return {"about": text}

    @classmethod
    def from_item(cls, text: str) -> dict[str, Any] | str:
        return {"case": text}


class Term(Commitment):
    """What holds for one kind of case; `rows` are its cases."""

    condition: Many[Text] = many("Condition", "In what condition.", "Unread")
    proof: Many[Text] = many("Proof", "What proves the purchase.", "Receipt or order number")
    no_proof: Text | None = field("Without proof", "What happens without it.", "We exchange it.")
    late: Text | None = field("After that", "What happens after the time is over.", "Faults only")
    refuse: Collection[Refusal] | None = field("Not taken", "What is refused.", "Soiled")
    abuse: Text | None = field(
        "Abuse", "What happens to somebody who abuses it.", "We may say no after the third time."
    )
    rows: "Collection[Term] | None" = field("Cases", "The cases.", "Sale items: 14 days")
