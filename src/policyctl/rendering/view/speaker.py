"""A single value of the policy in, the words for it in the reader's language out."""

import re
from dataclasses import dataclass
from typing import Any

from policyctl.findings import Pointer
from policyctl.rendering.language import Language
from policyctl.rendering.view.line import address
from policyctl.rendering.view.shown import Figure, Inline, Link, Prose, Say, Unsay, Words
from policyctl.schema import Names, Policy
from policyctl.schema.grammar.choices import Choice
from policyctl.schema.grammar.entry import Part
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.references import By, Reference
from policyctl.schema.grammar.texts import Address, Speech, Text, Unsaid
from policyctl.schema.quantities import Quantity
from policyctl.schema.quantities import Words as PlainWords

QUIET = frozenset({"roles", "channels", "customers", "hours", "priorities"})
"""Sections whose names stand in every second line: as links they would drown those that lead somewhere."""

_AMOUNT = re.compile(
    r"(?P<number>(?:[A-Z]{2,3}\s?)?[^\w\s]?\s?-?\d[\d.,\u202f\u00a0’'/:–-]*\s?[%€£$]?)\s*(?P<unit>.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Knows the reader's language, what every name means, and where it stands."""

    policy: Policy
    language: Language
    names: Names
    anchors: dict[Pointer, str]

    def _(self, message: str) -> str:
        """The fixed word in the reader's language."""
        return self.language.gettext(message)

    def anchor(self, pointer: Pointer) -> str:
        """Where an entry stands; nothing for one without a name."""
        return self.anchors.get(pointer, "")

    def label(self, part: Part | type[Part], field: str) -> str:
        """What a field is called beside its value."""
        owner = part if isinstance(part, type) else type(part)
        value = getattr(part, field, None) if not isinstance(part, type) else None
        if isinstance(value, tuple) and value and isinstance(value[0], By) and value[0].deadline:
            return self._("No later than")
        return self._(owner.model_fields[field].title or "")

    def value(self, value: Any) -> Inline:
        """What is shown of one value: each type in one way."""
        match value:
            case Speech():
                return Say(value)
            case Unsaid():
                return Unsay(value)
            case Address():
                return address(value)
            case Reference():
                return self.reference(value)
            case Text():
                return Prose(value)
            case _:
                return self._measured(value)

    def _measured(self, value: Choice | Quantity) -> Inline:
        if isinstance(value, Choice):
            return Words(self.choice(value))
        return Prose(value.text) if isinstance(value, PlainWords) else Words(self.language.words(value))

    def choice(self, value: Choice) -> str:
        """The word for a choice: yes and no, or the word of the language itself."""
        return self._(value.value.replace("-", " "))

    def reference(self, reference: Reference) -> Inline:
        """The author's own words, leading to what they name where that helps a reader."""
        named = self.names.find(reference)
        if named is None or named.section in QUIET or not self.anchor(named.pointer):
            return Prose(reference)
        return Link(reference, f"#{self.anchor(named.pointer)}")

    def link_to(self, pointer: Pointer, name: str) -> Inline:
        """The name of an entry, leading to it where it has a place."""
        anchor = self.anchor(pointer)
        return Link(name, f"#{anchor}") if anchor else Prose(name)

    def ending(self, limits: Limits, kept: str) -> Inline | None:
        """One limit as the end of a promise, bent as the language wants it: `within 2 days`, `at most twice a year`.

        None where the limit is words, or another one for each case.
        """
        says = {"within": self.language.within, "at_least": self.language.at_least, "at_most": self.language.at_most}
        if limits.sole is None or isinstance(limits.sole, PlainWords) or kept not in says:
            return None
        return Words(says[kept](limits.sole))

    def figure(self, value: Any) -> Inline:
        """An amount large and its unit small below it; words stay words."""
        if isinstance(value, PlainWords):
            return Prose(value.text)
        words = self.language.words(value)
        found = _AMOUNT.fullmatch(words)
        return Figure(found["number"].strip(), found["unit"].strip()) if found else Words(words)
