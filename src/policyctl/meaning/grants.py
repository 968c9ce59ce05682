"""Lay out who may give what, from how much up to how much, as rows that rules can compare."""

from collections.abc import Iterable
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.meaning.formatting import amount, quoted
from policyctl.meaning.gifts import ANYTHING, Gifts, kinds, known_kinds, names_a_kind_alone, share
from policyctl.meaning.model import Meaning
from policyctl.meaning.people import who
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import RoleRef
from policyctl.schema.quantities import Allowance, Money, Words
from policyctl.schema.sections.discretion import Grant

Case = tuple[tuple[str, ...], ...]

MANY = 300
"""Bands that are held against each other; no organisation has as many, and a hostile file may."""


class Band(NamedTuple):
    """A row of what may be given: `over` and `up_to` are money of one currency, None where there is no such bound.

    `who` is empty where the row does not say. `case` is where it holds, each condition in one spelling.
    """

    pointer: Pointer
    grant: Grant
    who: dict[Pointer, str]
    gifts: Gifts
    over: Money | None
    up_to: Money | None
    per: frozenset[str]
    case: Case

    @property
    def endless(self) -> bool:
        """Whether no amount of money ends it, since it ends in words, in a share, or not at all."""
        return self.up_to is None

    @property
    def ends_below(self) -> bool:
        """Whether it ends just below the amount that it names."""
        return isinstance(self.grant.up_to, Allowance) and self.grant.up_to.edge == "under"

    @property
    def begins_at(self) -> bool:
        """Whether it begins with the amount that it names, and not above it."""
        return isinstance(self.grant.over, Allowance) and self.grant.over.edge == "from"

    @property
    def measure(self) -> tuple[str | None, frozenset[str]]:
        """What its amounts are of, and by what they are counted: only bands of one measure compare."""
        bound = self.over or self.up_to
        return (bound.currency if bound else None), self.per

    @property
    def sound(self) -> bool:
        """Whether it begins below where it ends."""
        return not (self.over and self.up_to) or (self.over.comparable(self.up_to) and self.over < self.up_to)

    @property
    def name(self) -> str:
        """What to call it in a message: its own name, or those who may give it."""
        return quoted([self.grant.named()] if self.grant.name else [*self.who.values()]) or "This band"

    @property
    def limit(self) -> str:
        """The most that may be given, in the author's words."""
        return self.grant.up_to.text if self.grant.up_to else ""

    @property
    def most(self) -> str:
        """The money that it goes up to, as its author writes amounts."""
        return amount(self.up_to) if self.up_to else ""

    @property
    def least(self) -> str:
        """The money that it begins over, as its author writes amounts."""
        return amount(self.over) if self.over else ""

    @property
    def in_procedure(self) -> bool:
        """Whether it stands in a procedure, and so holds for one kind of case."""
        return self.pointer[0] == "procedures"

    def meets(self, other: "Band") -> bool:
        """Whether a case may fall under both: no condition of the one excludes the other, and they give alike."""
        conditions = zip(self.case, other.case, strict=True)
        return share(self.gifts, other.gifts) and all(not (a and b) or a == b for a, b in conditions)


def bands(meaning: Meaning) -> tuple[Band, ...]:
    """Every row of what may be given, in discretion and in procedures; a group is its rows."""
    return tuple(_band(pointer, grant, meaning) for pointer, grant in meaning.parts_of(Grant) if not grant.rows)


def is_bare(band: Band) -> bool:
    """Whether nothing about it says in which case it holds: no condition, and a name that says who or what alone."""
    name = band.grant.name
    words = band.grant.says or band.grant.about or band.grant.note
    return not (words or any(band.case)) and (
        not name or normalise_name(name) in _names(band) or names_a_kind_alone(name)
    )


def _names(band: Band) -> set[str]:
    return {normalise_name(name) for name in band.who.values()}


def furthest(rows: Iterable[Band]) -> tuple[Band, Money] | None:
    """The row that reaches furthest, with its limit; None where there is none, or one that no money ends."""
    found = [(band, band.up_to) for band in rows]
    ended = [(band, limit) for band, limit in found if limit]
    return max(ended, key=lambda each: each[1].amount) if ended and len(ended) == len(found) else None


def _band(pointer: Pointer, grant: Grant, meaning: Meaning) -> Band:
    over, up_to = (_money(grant.over, meaning), _money(grant.up_to, meaning))
    counted = grant.up_to if isinstance(grant.up_to, Allowance) else grant.over
    per = frozenset(counted.per) if isinstance(counted, Allowance) else frozenset()
    return Band(pointer, grant, _who(grant, meaning), _gifts(grant), over, up_to, per, _case(grant))


def _case(grant: Grant) -> Case:
    fields = (grant.for_, grant.not_for, grant.channels, grant.priorities, grant.when, grant.unless)
    topic = (grant.topic,) if grant.topic else ()
    return tuple(tuple(sorted(map(normalise_name, texts))) for texts in (*fields, topic))


def _who(grant: Grant, meaning: Meaning) -> dict[Pointer, str]:
    """Who may give it; a row may be named like the role that it is for."""
    if grant.who:
        return who(grant.who, meaning)
    named = who([RoleRef(grant.named())], meaning) if grant.name else {}
    return {pointer: name for pointer, name in named.items() if pointer[0] == "roles" and len(pointer) > 1}


def _gifts(grant: Grant) -> Gifts:
    """What it gives; where it does not say, what its name and its sentence speak of, or anything."""
    if grant.gives:
        return kinds(grant.gives)
    return known_kinds(f"{grant.named()} {grant.says or ''}") or frozenset({ANYTHING})


def _money(bound: Allowance | Words | None, meaning: Meaning) -> Money | None:
    if isinstance(bound, Allowance) and isinstance(bound.amount, Money):
        return meaning.priced(bound.amount)
    return None
