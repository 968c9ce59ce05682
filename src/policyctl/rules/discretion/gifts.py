"""Tell what kinds of thing a text gives, so that two texts can be compared."""

import re
from collections.abc import Iterable
from functools import cache

from policyctl.rules.patterns import finds, is_all, pattern
from policyctl.schema.grammar.names import normalise_name

Gifts = frozenset[str]

_GIVE = r"(?:give|offer|make|pay|grant|promise|hand out|geben|anbieten|gewähren|versprechen|auszahlen|zahlen)"

ANYTHING = "*"
"""The kind of `whatever puts it right`, which holds every other."""

REFUND = "refund"

_KINDS = {
    REFUND: (
        r"refunds?|refunded|money back|money returned|(?:the|their|your|my) money"
        r"|reimburse\w*|rückerstatt\w*|erstatt\w*|geld zurück|das geld|rückzahl\w*|zurückzahl\w*"
    ),
    "credit": r"(?:store |shop )?credits?|credit notes?|compensat\w+|goodwill payments?|gutschrift\w*|entschädig\w*",
    "discount": (
        r"discounts?|money off|% off|price reductions?|reduc\w+ (?:price|bill)"
        r"|rabatte?|\w*nachl[aä]ss\w*|ermäßig\w*"
    ),
    "gift": (
        r"vouchers?|\w*tokens?|coupons?|gifts?|gift cards?|flowers|chocolates?|coffees?|drinks?|breakfasts?|meals?"
        r"|posters?|wrapping|gutschein\w*|geschenk\w*|blumen\w*|kaffee|getränk\w*|kleinteile?|frühstück\w*"
    ),
    "delivery": (
        r"postage|shipping|deliver(?:y|ies)|couriers?|carriage|express|porto\w*|versand\w*|kurier\w*|lieferkosten|zustell\w*"
    ),
    "replacement": (
        r"replac\w+|exchang\w+|(?:new|second|another|spare) (?:copy|one|item|product)|another one"
        r"|ersatz\w*|umtausch\w*|austausch\w*"
    ),
    "upgrade": r"upgrad\w+|better room|late check-?out|höherstuf\w*",
    "repair": r"repairs?|repaired|mend\w*|reparatur\w*|repariert",
    "loan": r"loans?|on loan|leih\w+",
    ANYTHING: (
        r"whatever|anything|everything|lawful|fair|puts? (?:it|things|them) right|goodwill|gestures?|remed(?:y|ies)"
        r"|(?:große |kleine )?kulanz\w*|was (?:fair|recht|nötig|hilft)|alles|wiedergutmachung\w*"
    ),
}

_ANY = r"^(?:an? |any |eine? )"

_NAMED = {kind: rf"\b(?:{words})(?!\w)" for kind, words in _KINDS.items()}


def kinds(texts: Iterable[str]) -> Gifts:
    """The kinds of thing that texts name; a text that names none we know is a kind of its own."""
    return frozenset(kind for text in texts for kind in known_kinds(text) or {normalise_name(text)})


def known_kinds(text: str) -> Gifts:
    """The kinds of thing that a text names among those we know."""
    return frozenset(kind for kind, words in _NAMED.items() if finds(words, text))


def is_flat(text: str) -> bool:
    """Whether a text says no more than to give a thing of a kind we know: `Give refunds`."""
    return bool(_given().fullmatch(text.strip(" .!")))


@cache
def _given() -> re.Pattern[str]:
    kinds = "|".join(words for kind, words in _KINDS.items() if kind != ANYTHING)
    return pattern(rf"{_GIVE} (?:an? |any |the |eine?n? )?(?:{kinds})|(?:{kinds}) {_GIVE}")


def names_a_kind_alone(name: str) -> bool:
    """Whether a name says what is given and not when: `Refunds`."""
    bare = pattern(_ANY).sub("", name.strip(), count=1)
    return any(is_all(words, bare) for words in _NAMED.values())


def share(one: Gifts, other: Gifts) -> bool:
    """Whether the two have anything in common."""
    return ANYTHING in one or ANYTHING in other or bool(one & other)
