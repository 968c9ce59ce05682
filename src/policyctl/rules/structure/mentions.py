"""A policy in; which of its entries anything else in it speaks of, out."""

from policyctl.findings import Pointer
from policyctl.rules.naming import targets
from policyctl.rules.rule import RuleContext
from policyctl.rules.texts import Passage
from policyctl.schema.grammar.entry import Part
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.references import Mention, Reference

MANY = 20_000
"""Different words above which no text is searched for names; nobody's policy is so long, and a hostile one may be."""


def referred(context: RuleContext) -> frozenset[Pointer]:
    """The way to everything that a reference names, be it plain words elsewhere."""
    stated = (each.text for each in context.texts.passages if isinstance(each.text, Reference))
    told = (case for _, part in context.parts for case in cases(part))
    return frozenset(pointer for reference in {*stated, *told} for pointer in ways(reference, context))


def cases(part: Part) -> list[Mention]:
    """What the limits of a part are for, where it has one for each case: a priority, a kind of customer, a channel."""
    return [case for value in part.set_fields().values() if isinstance(value, Limits) for case, _ in value if case]


def is_mentioned(pointer: Pointer, name: str, context: RuleContext) -> bool:
    """Whether a name stands anywhere but below its own entry: as a reference, in a text or in another name."""
    if pointer in context.cached(referred) or len(context.texts.where) > MANY:
        return True
    stems = [_stem(word) for word in name.lower().split()]
    within = [_passages(stem, context) for stem in stems]
    return any(
        all(stem in each.text.lower() for stem in stems)
        for each in (*(within[0] if within else ()), *_names(context))
        if each.pointer[: len(pointer)] != pointer
    )


def ways(reference: Reference, context: RuleContext) -> tuple[Pointer, ...]:
    """The way to what a reference names; several where it names several."""
    found = context.names.find(reference)
    return (found.pointer,) if found else tuple(each.pointer for each in targets(reference, context.names))


def _passages(stem: str, context: RuleContext) -> tuple[Passage, ...]:
    """The texts that hold a word beginning so."""
    where = context.texts.where
    return tuple(each for word in where if word.startswith(stem) for each in where[word])


def _names(context: RuleContext) -> tuple[Passage, ...]:
    return tuple(each for each in context.texts.passages if each.field == "name")


def _stem(word: str) -> str:
    """A word without what its plural or its case puts at the end."""
    return word.rstrip("esn") if len(word.rstrip("esn")) > 3 else word
