"""Work out for which case a promise holds: its subject, its moment, its channels, its customers and their order."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.lexicon import alternatives
from policyctl.lexicon import words as lexicon_words
from policyctl.meaning.model import Meaning
from policyctl.meaning.references import targets
from policyctl.meaning.subjects import stems_of
from policyctl.schema import Names
from policyctl.schema.grammar.commitment import Milestone
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import Reference
from policyctl.schema.sections.people import Channel, Customers, Priority
from policyctl.schema.sections.standards import Standard

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

Referent = Pointer | str
"""What a reference means: the way to it, or the normalised words where the policy has no such name."""

_NAMED_MILESTONES = (
    Milestone.PICK_UP,
    Milestone.ACKNOWLEDGE,
    Milestone.FIRST_REPLY,
    Milestone.NEXT_REPLY,
    Milestone.UPDATE,
    Milestone.FULL_REPLY,
    Milestone.RESOLVE,
    Milestone.CALL_BACK,
)
"""The moments that a name may say by itself."""

_RANKS = ("urgent", "high", "normal", "low")

_COLOURS = ("red", "amber", "green")
"""Priorities by the lights of a crossing."""

Rank = tuple[str, int]
"""How a priority is ranked, by a word or by a number, and its place from 0; two ranked alike may be compared."""

MOST_PRESSING: Rank = ("word", 0)
"""What nothing comes before, by its very name."""

NORMAL: Rank = ("word", 2)
"""What everything else is, whatever its name."""

Tiers = Sequence[Sequence[Pointer]]
"""Kinds of customers, those that come before one another together."""


class Case(NamedTuple):
    """Where, for whom and about what a promise holds; an empty set of channels, customers or priorities is any.

    `home` is the way to the section, the stage or the procedure that it belongs to. `matter` is what its name and
    those of its groups say beyond the moment it is about; all steps of a complaint are about the complaint.
    """

    home: Pointer
    topic: str = ""
    matter: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    channels: frozenset[Referent] = frozenset()
    customers: frozenset[Referent] = frozenset()
    not_for: frozenset[Referent] = frozenset()
    priorities: frozenset[Referent] = frozenset()

    @property
    def about(self) -> tuple[Pointer, str, frozenset[str], frozenset[str]]:
        """What two promises must share to be about one thing, whoever has asked and wherever."""
        return self.home, self.topic, self.matter, self.conditions

    def meets(self, other: "Case") -> bool:
        """Whether one and the same case may fall under both."""
        return (
            self.about == other.about
            and self.not_for == other.not_for
            and _overlap(self.channels, other.channels)
            and _overlap(self.customers, other.customers)
            and _overlap(self.priorities, other.priorities)
        )


@cache
def _filler() -> frozenset[str]:
    """Words that say when, whom or how, and nothing of what a promise is about."""
    return frozenset(lexicon_words("promises.filler"))


@cache
def _milestone_pattern() -> re.Pattern[str]:
    either = "|".join(
        f"(?P<{each.name}>{alternatives(f'promises.milestone_{each.name.lower()}')})" for each in _NAMED_MILESTONES
    )
    article, by_way = alternatives("promises.articles"), alternatives("promises.by_way")
    return re.compile(rf"(?:{article} )?(?:{either})(?: {by_way} .+)?", re.IGNORECASE)


@lru_cache(maxsize=1_000)
def milestone_of(name: str) -> Milestone | None:
    """The moment, where the whole name is about nothing else: `First reply`, `Acknowledgement by letter`."""
    found = _milestone_pattern().fullmatch(" ".join(name.split()))
    return Milestone[found.lastgroup] if found and found.lastgroup else None


@lru_cache(maxsize=1_000)
def subject_words(name: str) -> frozenset[str]:
    """What a name says beyond the moment: `Potholes, mended` is about potholes, and `Full answer` about anything."""
    return frozenset(word for word in _WORD.findall(name.casefold()) if word not in _filler())


def case_of(promise: Standard, groups: Iterable[Standard], home: Pointer, names: Names) -> Case:
    """The case of a promise that stands in these groups."""
    return Case(
        home=home,
        topic=normalise_name(promise.topic or ""),
        matter=frozenset() if home[0] == "complaints" else _matter(promise, groups, names),
        conditions=frozenset(
            normalise_name(text) for text in (*promise.when, *promise.unless, promise.fault or "") if text
        ),
        channels=_all_referents(promise.channels, names),
        customers=_all_referents(promise.for_, names),
        not_for=_all_referents(promise.not_for, names),
        priorities=_all_referents(promise.priorities, names),
    )


def _all_referents(references: Iterable[Reference], names: Names) -> frozenset[Referent]:
    """What the references mean, all together."""
    return frozenset(holder for reference in references for holder in referents(reference, names))


def referents(reference: Reference, names: Names) -> tuple[Referent, ...]:
    """Everything that one reference means; its own words where the policy names no such thing."""
    found = targets(reference, names)
    return tuple(each.pointer for each in found) or (normalise_name(reference),)


def _matter(promise: Standard, groups: Iterable[Standard], names: Names) -> frozenset[str]:
    chain = [each.named() for each in (*groups, promise) if each.name and not milestone_of(each.named())]
    if not chain:
        return frozenset()
    words = frozenset().union(*(subject_words(name) for name in chain))
    return words - _words_of_referents(promise, names) if words else words


def _words_of_referents(promise: Standard, names: Names) -> frozenset[str]:
    """The words of the channels, customers and priorities that a promise names elsewhere anyway."""
    words: set[str] = set()
    for reference in (*promise.channels, *promise.for_, *promise.priorities):
        words |= subject_words(reference)
        for named in targets(reference, names):
            words |= subject_words(named.entry.named())
            kind = named.entry.means() if isinstance(named.entry, Channel) else None
            words |= subject_words(kind.value) if kind else frozenset()
    return frozenset(words | {f"{word}s" for word in words})


def _overlap(one: frozenset[Referent], other: frozenset[Referent]) -> bool:
    return not one or not other or not one.isdisjoint(other)


def ranks(meaning: Meaning) -> dict[Pointer, Rank]:
    """The priorities whose place is certain: by its word, by its number, or as what nothing else fits."""
    found = ((pointer, _rank(priority)) for pointer, priority in meaning.parts_of(Priority))
    return {pointer: rank for pointer, rank in found if rank}


def _rank(priority: Priority) -> Rank | None:
    name = " ".join(priority.named().split())
    if numbered := _number_pattern().fullmatch(name):
        return "number", int(numbered["number"])
    if named := _rank_pattern().fullmatch(name):
        return "word", _RANKS.index(named.lastgroup or "")
    if coloured := _colour_pattern().fullmatch(name):
        return "colour", _COLOURS.index(coloured.lastgroup or "")
    if priority.round_the_clock:
        return MOST_PRESSING
    return NORMAL if priority.otherwise else None


def priority_spoken_of(text: str, meaning: Meaning) -> Pointer | None:
    """The one priority that a text names, or whose meaning and conditions its words are about."""
    priorities = meaning.parts_of(Priority)[:_MANY]
    named = [pointer for pointer, each in priorities if each.name and _holds_name(text, each.name)]
    if named:
        return named[0] if len(named) == 1 else None
    spoken = stems_of(text, meaning.language)
    shared = sorted(((len(spoken & _means(each, meaning)), pointer) for pointer, each in priorities), reverse=True)
    if not shared or shared[0][0] == 0:
        return None
    most, rest = shared[0], [count for count, _ in shared[1:]]
    is_sure = not any(rest) or (most[0] >= _SURE and max(rest) < most[0])
    return most[1] if is_sure else None


_MANY = 40
"""Priorities that are told apart by their words; nobody has as many."""

_SURE = 3
"""Words in common with what a priority means by which it is meant, where another has some of them too."""


def _holds_name(text: str, name: str) -> bool:
    return bool(re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE))


def _means(priority: Priority, meaning: Meaning) -> frozenset[str]:
    """The stems of what a priority means, and of the conditions and examples by which it is told."""
    told = [each.says or "" for each in (*priority.any, *priority.all) if not each.for_]
    return stems_of(" ".join([priority.named(), priority.means or "", *told, *priority.examples]), meaning.language)


@cache
def _number_pattern() -> re.Pattern[str]:
    return re.compile(rf"{alternatives('promises.priority_numbers')}[ -]?(?P<number>\d)", re.IGNORECASE)


@cache
def _colour_pattern() -> re.Pattern[str]:
    either = "|".join(f"(?P<{colour}>{alternatives(f'promises.rank_{colour}')})" for colour in _COLOURS)
    return re.compile(rf"(?:{either})(?:[ -]{alternatives('promises.priority_nouns')})?", re.IGNORECASE)


@cache
def _rank_pattern() -> re.Pattern[str]:
    either = "|".join(f"(?P<{rank}>{alternatives(f'promises.rank_{rank}')})" for rank in _RANKS)
    return re.compile(rf"(?:{either})(?:[ -]{alternatives('promises.priority_nouns')})?", re.IGNORECASE)


def tiers(meaning: Meaning) -> Tiers:
    """Each such order; who is part of another kind has what that kind has."""
    together: dict[Pointer, list[Pointer]] = {}
    for pointer, customers in meaning.parts_of(Customers):
        for reference in customers.comes_before:
            for named in targets(reference, meaning.names):
                _join(together, pointer, named.pointer)
    parts = {pointer for pointer, customers in meaning.parts_of(Customers) if customers.part_of}
    orders = {id(order): order for order in together.values()}
    return [[each for each in order if each not in parts] for order in orders.values()]


def _join(together: dict[Pointer, list[Pointer]], one: Pointer, other: Pointer) -> None:
    """The order of the one and that of the other become one order; the shorter goes into the longer."""
    here, there = together.setdefault(one, [one]), together.setdefault(other, [other])
    if here is not there:
        longer, shorter = (here, there) if len(here) >= len(there) else (there, here)
        longer.extend(shorter)
        together.update(dict.fromkeys(shorter, longer))
