"""How the policy stays true: the review, the change log, the glossary, and which findings count."""

import re
from typing import Any

from policyctl.schema.grammar.choices import Choice
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Entry, Many, Section, field, many, needed
from policyctl.schema.grammar.references import Mention, RoleRef, Somebody
from policyctl.schema.grammar.texts import Text
from policyctl.schema.quantities import Date, Frequency


class ReviewNote(Entry):
    """One review that has taken place."""

    bare_text = "decision"

    on: Date | None = field("On", "The day.", "2026-09-01")
    decision: Text | None = field("Decided", "What was decided.", "Keep the limits.")
    by: Many[RoleRef] = many("By", "Who decided.", "Director")


class Review(Section):
    """The regular review."""

    bare_text = "every"

    every: Frequency | None = field("How often", "How often; six months unless stated.", "6 months")
    next: Date | None = field("Next", "The next one; a date alone is read as it.", "2026-09-01")
    attendees: Many[Somebody] = many("At the table", "Who comes.", "Care lead")
    questions: Many[Text] = many("Questions", "What is asked.", "Is this still working?")
    bring: Many[Text] = many("Bring", "What is looked at.", "Ten comments, ten calls")
    triggers: Many[Text] = many("Sooner, when", "What brings it forward.", "A supplier fails")
    log: Collection[ReviewNote] | None = field("Held so far", "The reviews so far.", "Spring 2026: Keep the limits")

    @classmethod
    def from_text(cls, text: str) -> dict[str, Any] | str:
        """How often it is, or the day of the next one."""
        return {"next": text} if Date.find(text) else super().from_text(text)


class Change(Entry):
    """What changed in one version; its name is the version."""

    bare_text = "what"

    on: Date | None = field("On", "The day.", "2026-03-01")
    what: Many[Text] = many("What changed", "What changed.", "Advisers may refund postage.")
    for_: Many[Mention] = many("For", "For whom it is new.", "Adviser", alias="for")

    @classmethod
    def from_item(cls, text: str) -> dict[str, Any] | str:
        return {"what": text}


class GlossaryTerm(Entry):
    """A word, and what it means here."""

    bare_text = "means"

    means: Text | None = field("Means", "What it means here.", "A book that is no longer printed")


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
