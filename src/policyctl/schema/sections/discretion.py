"""What staff may give without asking."""

import re
from typing import Any

from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.commitment import Commitment
from policyctl.schema.grammar.entry import Entry, Many, Section, field, many
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.references import RoleRef
from policyctl.schema.grammar.texts import Giving, Text
from policyctl.schema.quantities import Allowance, amount_off, find_money

_UP_TO = re.compile(r"(?P<gives>.+?),?(?<!\s)\s++(?:up to|bis zu|bis)\s+(?P<limit>\S.*)", re.IGNORECASE)


class Precedent(Entry):
    """A case that has been decided before."""

    bare_text = "case"

    case: Text | None = field("Case", "What had happened.", "Two torn pages, and the present is for today")
    gives: Many[Giving] = many("Given", "What was given.", "The book, and a voucher for coffee")

    @classmethod
    def from_text(cls, text: str) -> dict[str, Any] | str:
        return {"gives": text}

    @classmethod
    def from_item(cls, text: str) -> dict[str, Any] | str:
        return {"case": text}


class Grant(Commitment):
    """Something that may be given: by whom, what, how much, and who decides above that."""

    bare_text = "gives"

    ask_first: Many[RoleRef] = many("Ask first", "Whose leave it needs.", "Care lead")
    above: Many[RoleRef] = many("Above that", "Who decides above the limit.", "Director")
    answers_within: Limits | None = field("Answer within", "How fast whoever is above decides.", "1 business hour")
    log: Many[Text] = many("Write down which", "What is logged.", "damaged")
    examples: Collection[Precedent] | None = field("It was given", "Cases decided before.", "Torn pages: a new copy")
    rows: "Collection[Grant] | None" = field("Rows", "What may be given, case by case.", "Late: a voucher")

    @classmethod
    def from_text(cls, text: str) -> dict[str, Any] | str:
        """What is given and up to how much: `a refund up to £15`, `£5`, `£20 off`, `up to £20 off or a free groom`."""
        found = _UP_TO.fullmatch(text)
        if found and Allowance.find(found["limit"]):
            return {"gives": found["gives"], "up_to": found["limit"]}
        if (find_money(text) or "%" in text) and Allowance.find(text):
            return {"up_to": text}
        amount = amount_off(text)
        return {"gives": text, "up_to": amount} if amount else {"gives": text}

    @classmethod
    def from_mapping(cls, value: dict[str, Any]) -> dict[str, Any]:
        """`gives: a refund up to £15` says two things."""
        gives = value.get("gives")
        parts = cls.from_text(gives) if isinstance(gives, str) and "up_to" not in value else {}
        return super().from_mapping({**value, **parts} if isinstance(parts, dict) else value)

    @classmethod
    def from_item(cls, text: str) -> dict[str, Any] | str:
        return cls.from_text(text)


class Discretion(Section):
    """What staff may give without asking, the question to ask oneself, and what nobody may."""

    ask_yourself: Many[Text] = many("Ask yourself", "The question to ask oneself.", "Is it fair to the next one?")
    may_give: Collection[Grant] | None = field("May give", "Who may give what.", "Adviser: a refund up to £20")
    nobody_may: Many[Text] = many("Nobody may", "What nobody may give or do.", "Promise a date we do not know")
    ask: Many[RoleRef] = many("Ask", "Whom to ask for anything more.", "Care lead")
    logged: Text | None = field("Where it is logged", "Where exceptions are written down.", "The red book at the till")
