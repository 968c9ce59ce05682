"""Single values of the policy are shown in a line, in the words of the reader's language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from policyctl import lexicon
from policyctl.findings import Pointer
from policyctl.meaning.people import leads
from policyctl.rendering.language import Language
from policyctl.rendering.view.blocks import Figure, Inline, Joined, Link, Prose, Say, Unsay, Words
from policyctl.rendering.view.sentences import run_on
from policyctl.schema import Names, Policy
from policyctl.schema.grammar.choices import Choice
from policyctl.schema.grammar.entry import Part
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import By, Reference
from policyctl.schema.grammar.texts import Address, Speech, Unsaid
from policyctl.schema.quantities import Quantity
from policyctl.schema.quantities import Words as PlainWords
from policyctl.schema.sections.people import Role

_TELEPHONE = re.compile(r"\+?[\d\s()/.\-]{6,}")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_WEB = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_LABELLED = re.compile(r"(?P<label>[^\d:/@]+: +)(?P<address>\S.*)")
_FIRST_NAME = re.compile(r"[^\W\d_][\w’'-]+(?= [^\W\d_])")
UNLINKED = frozenset({"roles", "channels", "customers", "hours", "priorities"})
"""Sections whose names stand in every second line: as links they would drown those that lead somewhere."""

_AMOUNT = re.compile(
    r"(?P<number>(?:[A-Z]{2,3}\s?)?[^\w\s]?\s?-?\d[\d.,\u202f\u00a0’'/:–-]*\s?[%€£$]?)\s*(?P<unit>.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class InlinePresenter:
    """Shows single values: it knows the reader's language, what every name means, and where it stands."""

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
        if isinstance(value, Choice | Quantity):
            return self._choice_or_quantity(value)
        match value:
            case Speech():
                return Say(unquoted(value))
            case Unsaid():
                return Unsay(unquoted(value))
            case Address():
                return address_link(value)
            case Reference():
                return self.reference(value)
            case _:
                return Prose(value)

    def _choice_or_quantity(self, value: Choice | Quantity) -> Inline:
        if isinstance(value, Choice):
            return Words(self.choice_label(value))
        return Prose(value.text) if isinstance(value, PlainWords) else Words(self.language.words(value))

    def choice_label(self, value: Choice) -> str:
        """The word for a choice: yes and no, or the word of the language itself."""
        return self._(value.value.replace("-", " "))

    def reference(self, reference: Reference) -> Inline:
        """The author's own words, leading to what they name where that helps a reader."""
        named = self.names.find(reference)
        if named is not None and isinstance(named.entry, Role):
            return Prose(self.person(named.entry, reference))
        if named is None or named.section in UNLINKED or not self.anchor(named.pointer):
            return Prose(reference)
        return Link(reference, f"#{self.anchor(named.pointer)}")

    def whom(self, reference: Reference) -> str:
        """A reference to a job in plain words: whoever holds it, by name."""
        named = self.names.find(reference)
        return self.person(named.entry, reference) if named and isinstance(named.entry, Role) else reference

    def person(self, role: Role, reference: str) -> str:
        """Whom a reader asks: the first name of whoever holds a job alone, where no two share it."""
        if len(role.people) != 1 or normalise_name(reference) not in (
            normalise_name(role.named()),
            normalise_name(role.title or ""),
        ):
            return reference
        first = _first_name(role.people[0])
        return first if first and self._first_names().count(first) == 1 else role.people[0]

    def any_of(self, references: Sequence[Reference]) -> Inline:
        """Those of whom one is enough, by their names."""
        return Prose(self.language.either([self.whom(each) for each in references]))

    def all_of(self, references: Sequence[Reference]) -> Inline:
        """All of those who are meant, by their names."""
        return Prose(self.language.join([self.whom(each) for each in references]))

    def is_reader(self, references: Sequence[Reference]) -> bool:
        """Whether it is anybody who reads: the one role of several people that leads nobody, where all others lead."""
        others = [role for role in self.policy.roles or () if not leads(role)]
        if not references or len(others) != 1 or len(others[0].people) < 2:
            return False
        names = (normalise_name(others[0].named()), normalise_name(others[0].title or ""))
        return all(normalise_name(each) in names for each in references)

    def _first_names(self) -> list[str]:
        people = (person for role in self.policy.roles or () for person in role.people)
        return [first for person in people if (first := _first_name(person))]

    def people(self, references: Sequence[Reference]) -> Inline:
        """Those who are meant, as the language lists them; who is no name of the policy's stands as in a sentence."""
        named = (self.names.find(each) for each in references)
        shown = [
            self.reference(each) if found else Prose(run_on(each, self.language.tag))
            for each, found in zip(references, named, strict=True)
        ]
        between = self.language.join(["\0"] * len(shown)).split("\0")[1:-1]
        pieces = (piece for i, each in enumerate(shown) for piece in ((Words(between[i - 1]), each) if i else (each,)))
        return shown[0] if len(shown) == 1 else Joined(tuple(pieces))

    def link_to(self, pointer: Pointer, name: str) -> Inline:
        """The name of an entry, leading to it where it has a place."""
        anchor = self.anchor(pointer)
        return Link(name, f"#{anchor}") if anchor else Prose(name)

    def limit_phrase(self, limits: Limits, measure: str) -> Inline | None:
        """One limit as the end of a promise, bent as the language wants it: `within 2 days`, `at most twice a year`.

        None where the limit is words, or another one for each case.
        """
        phrases = {
            "within": self.language.within,
            "at_least": self.language.at_least,
            "at_most": self.language.at_most,
            "waits": self.language.after,
        }
        if limits.sole is None or isinstance(limits.sole, PlainWords) or measure not in phrases:
            return None
        return Words(phrases[measure](limits.sole))

    def figure(self, value: Any) -> Inline:
        """An amount large and its unit small below it; words stay words."""
        if isinstance(value, PlainWords):
            return Prose(value.text)
        words = self.language.words(value)
        found = _AMOUNT.fullmatch(words)
        return Figure(found["number"].strip(), found["unit"].strip()) if found else Words(words)


def _first_name(person: str) -> str:
    """How somebody of this name is called; nothing where that is not plain."""
    found = _FIRST_NAME.match(person)
    return found[0] if found and found[0].lower() not in lexicon.words("sentences.honorifics") else ""


_QUOTED = re.compile(r'[“„‟"«»]([^“”„‟"«»]*)[”“‟"»«]')


def unquoted(words: str) -> str:
    """Words to be said without the quotation marks that their author typed around them: the page has its own."""
    found = _QUOTED.fullmatch(words.strip())
    return found[1] if found else words


def address_link(text: str) -> Inline:
    """A telephone number, an email or web address as a link, also behind what it is; any other address as it stands."""
    if (labelled := _LABELLED.fullmatch(text)) and (link := _linked(labelled["address"])):
        return Joined((Words(labelled["label"]), link))
    return _linked(text) or Prose(text)


def _linked(text: str) -> Link | None:
    if _EMAIL.fullmatch(text):
        return Link(text, f"mailto:{text}")
    if _TELEPHONE.fullmatch(text):
        return Link(text, "tel:" + re.sub(r"[^\d+]", "", _dialled(text)))
    if _WEB.fullmatch(text):
        return Link(text, text if "://" in text else f"https://{text}")
    return None


def _dialled(number: str) -> str:
    """Without the `(0)` of `+44 (0)20`, which is for callers at home and leads nowhere with the country's code."""
    return number.replace("(0)", "") if number.strip().startswith("+") else number
