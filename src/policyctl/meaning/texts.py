"""Gather every text of a policy, with who reads it and whether it is there to be said."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, partial
from typing import Any, NamedTuple

from policyctl.findings import Issue, Pointer
from policyctl.schema import Policy
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.commitment import Commitment
from policyctl.schema.grammar.entry import Audience, Entry, Part
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.texts import Giving, Speech, Text, Unsaid
from policyctl.schema.quantities import Words
from policyctl.schema.sections.complaints import Complaints, Complexity, Extension, HowToComplain, OutsideBody, Stage
from policyctl.schema.sections.conduct import Access, Conduct, Privacy
from policyctl.schema.sections.head import Head, Kind, Scope
from policyctl.schema.sections.people import Channel, Closure, Hours
from policyctl.schema.sections.stand import Fact, Mission, Topic
from policyctl.schema.sections.standards import Remedy, Standard
from policyctl.schema.sections.terms import Refusal, Term
from policyctl.schema.sections.tone import Sample
from policyctl.schema.sections.training import Pilot


class Reader(StrEnum):
    """For whose eyes or ears a text is."""

    CUSTOMERS = "customers"
    STAFF = "staff"
    NOBODY = "nobody"
    """A name, an address, a law or a source: to be found again, and no prose."""


_PROSE: Mapping[type[str], type[str]] = {str: Text, Text: Text, Giving: Text, Speech: Text, Unsaid: Unsaid}
"""What an author wrote to be read, and what it is where nobody of ours says it; anything else is to be found again."""

_WORD = re.compile(r"\w+")


class Passage(NamedTuple):
    """One text of the policy, whose it is and who reads it.

    `field` is the field of `part` that holds it. `kind` is Speech for what staff say to customers in these very words,
    Unsaid for what they do not. `at_key` marks the name of an entry that is written as a key.
    """

    pointer: Pointer
    text: str
    part: Part
    field: str
    reader: Reader
    kind: type[str] = Text
    at_key: bool = False

    def issue(self, start: int, words: str, message: str, hint: str) -> Issue:
        """A finding at words of this text, which begin at `start`."""
        nth, at = -1, -1
        while at < start and (at := self.text.find(words, at + 1)) >= 0:
            nth += 1
        return Issue(self.pointer, message, hint, at_key=self.at_key, words=words, nth=max(nth, 0))


@dataclass(frozen=True)
class Texts:
    """Every text of a policy, once: what a row only inherits from its group is the group's."""

    passages: tuple[Passage, ...]

    @cached_property
    def where(self) -> Mapping[str, list[Passage]]:
        """The passages to be read that hold a word, by the word in small letters; `don't` is `don` and `t`."""
        found: dict[str, list[Passage]] = {}
        for passage in self.read:
            for word in set(_WORD.findall(passage.text.lower())):
                found.setdefault(word, []).append(passage)
        return found

    @cached_property
    def read(self) -> tuple[Passage, ...]:
        """What anybody reads as prose."""
        nobody = Reader.NOBODY
        return tuple(passage for passage in self.passages if passage.reader is not nobody)

    @cached_property
    def said(self) -> tuple[Passage, ...]:
        """What staff say to customers."""
        return tuple(passage for passage in self.passages if passage.kind is Speech)

    def read_by(self, reader: Reader) -> Sequence[Passage]:
        """The prose that is for a reader; names of entries are none, nor is what is not to be said."""
        return self._by_reader.get(reader, ())

    @cached_property
    def _by_reader(self) -> Mapping[Reader, list[Passage]]:
        found: dict[Reader, list[Passage]] = {}
        for passage in self.read:
            if passage.field != "name" and passage.kind is not Unsaid:
                found.setdefault(passage.reader, []).append(passage)
        return found


def texts(policy: Policy, parts: Iterable[tuple[Pointer, Part]]) -> Texts:
    """The texts of a policy, of which `parts` are all the parts with the ways to them."""
    whose = partial(reader_of, for_customers=is_for_customers(policy.policy.kind))
    found = (each for pointer, part in parts for each in _passages(pointer, part, whose))
    return Texts(tuple({id(each.text): each for each in reversed([*found])}.values())[::-1])


def _passages(base: Pointer, part: Part, whose: Callable[[Part, str], Reader]) -> Iterator[Passage]:
    keys = part.written_keys()
    for field, value in part.set_fields().items():
        for pointer, text in _texts((*base, keys[field]), value):
            if type(text) not in _PROSE:
                yield Passage(pointer, text, part, field, Reader.NOBODY)
            elif field == "name" and base and isinstance(base[-1], str):
                yield Passage(base, text, part, field, Reader.NOBODY, at_key=True)
            elif type(text) is Speech and not (type(part) is Sample and field == "customer"):
                yield Passage(pointer, text, part, field, Reader.CUSTOMERS, Speech)
            else:
                yield Passage(pointer, text, part, field, whose(part, field), _PROSE[type(text)])


def _texts(pointer: Pointer, value: Any) -> Iterable[tuple[Pointer, str]]:
    """The texts that a field holds itself; those of the parts in it are theirs."""
    if isinstance(value, Text):
        return ((pointer, value),)
    if isinstance(value, tuple):
        return (((*pointer, index), each) for index, each in enumerate(value) if isinstance(each, Text))
    if isinstance(value, Collection):
        around = (("intro", value.intro), ("stem", value.stem), ("notes", value.notes))
        return [((*pointer, key), text) for key, text in around if text]
    if isinstance(value, Limits):
        return ((pointer + ((str(c),) if c else ()), b.words) for c, b in value if isinstance(b, Words))
    return ((pointer, value.words),) if isinstance(value, Words) else ()


def without_code(text: str) -> str:
    """The text with what stands between backticks blotted out, as long as before."""
    return re.sub(r"`[^`\n]*`", lambda found: " " * len(found[0]), text) if "`" in text else text


_CUSTOMERS: Mapping[type[Part], frozenset[str] | None] = {
    Standard: None, Remedy: None, Term: None, Refusal: None,
    Complaints: None, HowToComplain: None, Complexity: None, Extension: None, Stage: None, OutsideBody: None,
    Fact: None, Topic: None, Access: None, Channel: None, Hours: None, Closure: None, Mission: None, Scope: None,
    Conduct: frozenset({"intro", "notes", "we_ask", "unacceptable"}),
    Privacy: frozenset({"intro", "notes", "identity", "never_ask", "consent", "recordings"}),
    Pilot: frozenset({"opt_out", "consent"}),
    Policy: frozenset({"channels", "facts", "hours", "remedies", "standards", "terms", "topics"}),
}  # fmt: skip
"""What customers read: all of a part where None stands, or these fields of it. Everything else is for staff.

Of the policy itself it is what opens and closes these sections.
"""

_STAFF = frozenset({"signs", "letter", "because"})
"""Fields for staff in parts for customers: how to notice, what to put in a letter, and why we do it."""

_NOBODY = frozenset({
    "basis", "source", "schemes", "profiles", "version", "organisation", "people", "formula", "column", "system",
    "recording", "logo", "logo_dark", "accent", "heading_font", "text_font", "customer",
})  # fmt: skip
"""Fields that nobody reads as prose: laws, places, people, looks, and what the customer says in a sample."""

_READER_OF = {
    Audience.STAFF: Reader.STAFF,
    Audience.LEADERS: Reader.STAFF,
    Audience.CUSTOMERS: Reader.CUSTOMERS,
    Audience.EVERYBODY: Reader.CUSTOMERS,
}
_FOR_STAFF = {Kind.HANDBOOK, Kind.SUPPORT}


def is_for_customers(kinds: tuple[Kind, ...]) -> bool:
    """Whether the policy as a whole is handed to customers: a charter, a complaints procedure, terms."""
    return bool(kinds) and not _FOR_STAFF & set(kinds)


def reader_of(part: Part, field: str, *, for_customers: bool = False) -> Reader:
    """Who reads a field of a part; `for_customers` says that the whole policy is handed to them.

    What its author said comes first: `audience`, and `public: no`.
    """
    if field in _NOBODY:
        return Reader.NOBODY
    if isinstance(part, Entry) and part.audience:
        return _READER_OF[part.audience]
    if isinstance(part, Commitment) and part.public is not None and not part.public:
        return Reader.STAFF
    return _usual_reader(type(part), field, for_customers=for_customers)


def _usual_reader(kind: type[Part], field: str, *, for_customers: bool) -> Reader:
    """Who reads a field of such a part where its author has said nothing else."""
    if kind is Head:
        return Reader.CUSTOMERS if for_customers else Reader.STAFF
    fields = _CUSTOMERS.get(kind, frozenset())
    is_theirs = field not in _STAFF if fields is None else field in fields
    return Reader.CUSTOMERS if is_theirs else Reader.STAFF
