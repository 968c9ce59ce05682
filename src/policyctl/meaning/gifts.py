"""Work out what kinds of thing a text gives, so that two texts can be compared."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from policyctl.lexicon import alternatives, finds, pattern
from policyctl.schema.grammar.names import normalise_name

Gifts = frozenset[str]

REFUND = "refund"

ANYTHING = "*"
"""The kind of `whatever puts it right`, which holds every other."""

_KINDS = {
    REFUND: "discretion.kind_refund",
    "credit": "discretion.kind_credit",
    "discount": "discretion.kind_discount",
    "gift": "discretion.kind_gift",
    "delivery": "discretion.kind_delivery",
    "replacement": "discretion.kind_replacement",
    "upgrade": "discretion.kind_upgrade",
    "repair": "discretion.kind_repair",
    "loan": "discretion.kind_loan",
    ANYTHING: "discretion.kind_anything",
}
"""Each kind with the list of the words for it."""


def kinds(texts: Iterable[str]) -> Gifts:
    """The kinds of thing that texts name; a text that names none we know is a kind of its own."""
    return frozenset(kind for text in texts for kind in known_kinds(text) or {normalise_name(text)})


@lru_cache(maxsize=256)
def known_kinds(text: str) -> Gifts:
    """The kinds of thing that a text names among those we know."""
    return frozenset(kind for kind, words in _KINDS.items() if finds(words, text))


def is_flat(text: str) -> bool:
    """Whether a text says no more than to give a thing of a kind we know: `Give refunds`."""
    return bool(_given().fullmatch(text.strip(" .!")))


@cache
def _given() -> re.Pattern[str]:
    give, article = alternatives("discretion.give"), alternatives("discretion.article")
    things = "|".join(alternatives(words) for kind, words in _KINDS.items() if kind != ANYTHING)
    return re.compile(rf"{give} (?:{article} )?(?:{things})|(?:{things}) {give}", re.IGNORECASE)


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"^{alternatives('discretion.article')} ", re.IGNORECASE)


def names_a_kind_alone(name: str) -> bool:
    """Whether a name says what is given and not when: `Refunds`."""
    bare = _article().sub("", name.strip())
    return any(pattern(words).fullmatch(text) for words in _KINDS.values() for text in (name.strip(), bare))


def share(one: Gifts, other: Gifts) -> bool:
    """Whether the two have anything in common."""
    return ANYTHING in one or ANYTHING in other or bool(one & other)
