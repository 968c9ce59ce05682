"""Promises and what is owed when they are not kept."""

from typing import Any

from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.commitment import Commitment
from policyctl.schema.grammar.entry import field


class Remedy(Commitment):
    """What is owed, apart from what may be given."""

    bare_text = "gives"

    rows: "Collection[Remedy] | None" = field("Rows", "What is owed, case by case.", "After 2 hours: A meal")

    @classmethod
    def from_text(cls, text: str) -> dict[str, Any] | str:
        return {"gives": text}

    @classmethod
    def from_item(cls, text: str) -> dict[str, Any] | str:
        return {"gives": text}


class Standard(Commitment):
    """A promise, or a group of promises that share what is said once."""

    remedy: Remedy | None = field("What we owe then", "What a customer gets when it is not kept.", "£5")
    rows: "Collection[Standard] | None" = field("Promises", "The promises of the group.", "First reply: within 4 hours")
