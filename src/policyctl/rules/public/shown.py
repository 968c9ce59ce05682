"""A policy in, what customers will read out: its author decides, and what is not marked follows from its kind."""

from collections.abc import Iterator

from policyctl.rules.readers import Reader
from policyctl.rules.rule import Given
from policyctl.rules.texts import Passage
from policyctl.spec.grammar.entry import Audience, Entry, Part
from policyctl.spec.grammar.texts import Speech
from policyctl.spec.grammar.undertaking import Undertaking
from policyctl.spec.sections.head import Kind

_SECTIONS = {
    Kind.CHARTER: frozenset(
        {"standards", "remedies", "complaints", "channels", "facts", "topics", "access", "conduct"}
    ),
    Kind.COMPLAINTS: frozenset({"complaints", "channels", "access"}),
    Kind.TERMS: frozenset({"terms", "remedies", "facts"}),
}
"""The sections that customers read in a policy of each kind."""

_FOR_CUSTOMERS = frozenset({Audience.CUSTOMERS, Audience.EVERYBODY})
_BESIDE = frozenset({"note", "notes"})
"""What colleagues tell each other beside an entry, in a policy that is their handbook as well."""


def is_for_customers(given: Given) -> bool:
    """Whether the policy says that it is, or holds, something for customers to read."""
    return any(kind in _SECTIONS for kind in given.policy.policy.kind)


def shown(given: Given) -> Iterator[Passage]:
    """Every text that customers will read; what staff say to them is not printed for them."""
    kinds = given.policy.policy.kind
    sections = frozenset[str]().union(*(_SECTIONS.get(kind, ()) for kind in kinds))
    beside = _BESIDE if set(kinds) - set(_SECTIONS) else frozenset()
    for passage in given.texts.read_by(Reader.CUSTOMERS):
        printed = passage.pointer[0] in sections or is_marked_public(passage.part)
        if printed and passage.kind is not Speech and passage.field not in beside:
            yield passage


def is_marked_public(part: Part) -> bool:
    """Whether its author says that customers are told."""
    marked = isinstance(part, Undertaking) and bool(part.public)
    return marked or (isinstance(part, Entry) and part.audience in _FOR_CUSTOMERS)
