"""A policy in, what customers will read out: its author decides, and what is not marked follows from its kind."""

from collections.abc import Iterator

from policyctl.rules.rule import RuleContext
from policyctl.rules.texts import Passage, Reader
from policyctl.schema.grammar.commitment import Commitment
from policyctl.schema.grammar.entry import Audience, Entry, Part
from policyctl.schema.grammar.texts import Speech
from policyctl.schema.sections.head import Kind

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


def is_for_customers(context: RuleContext) -> bool:
    """Whether the policy says that it is, or holds, something for customers to read."""
    return any(kind in _SECTIONS for kind in context.policy.policy.kind)


def shown(context: RuleContext) -> Iterator[Passage]:
    """Every text that customers will read; what staff say to them is not printed for them."""
    kinds = context.policy.policy.kind
    sections = frozenset[str]().union(*(_SECTIONS.get(kind, ()) for kind in kinds))
    beside = _BESIDE if set(kinds) - set(_SECTIONS) else frozenset()
    for passage in context.texts.read_by(Reader.CUSTOMERS):
        printed = passage.pointer[0] in sections or is_marked_public(passage.part)
        if printed and passage.kind is not Speech and passage.field not in beside:
            yield passage


def is_marked_public(part: Part) -> bool:
    """Whether its author says that customers are told."""
    marked = isinstance(part, Commitment) and bool(part.public)
    return marked or (isinstance(part, Entry) and part.audience in _FOR_CUSTOMERS)
