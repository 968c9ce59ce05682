"""Hold a sentence anywhere that speaks of an entry against the figure of that entry: a sample against a remedy."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from policyctl.findings import Pointer
from policyctl.lexicon import alternatives
from policyctl.meaning.claims import Claim, Rivals, differ
from policyctl.meaning.figures import Bound, Kind
from policyctl.meaning.lengths import sooner
from policyctl.meaning.subjects import carrying_words, holds, matters_in, stem, stems_of
from policyctl.schema.grammar.entry import Entry
from policyctl.schema.grammar.texts import Speech
from policyctl.schema.quantities import Duration
from policyctl.schema.sections.tone import Sample

MANY = 40
"""Entries of one word that a sentence is held against, and figures of each; nobody has as many."""

_UNDERTAKEN = ("standards", "terms", "remedies", "facts", "complaints")
"""Sections whose entries say what holds."""

_NOT_OURS = frozenset({
    "found", "changed", "question", "decision", "replaces", "we_ask", "unacceptable", "nobody_may", "never_ask",
})  # fmt: skip
"""Fields that tell what was, what customers do and what is never done."""

_NARROWING = ("if_", "unless", "when", "for_", "not_for")
"""Fields by which a part holds in some cases only."""


@dataclass(frozen=True)
class Spoken:
    """An entry that says what holds, with the stems of its name and the figures of its own."""

    pointer: Pointer
    entry: Entry
    name: frozenset[str]
    claims: tuple[Claim, ...]
    language: str

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of all that its sentences say, without those of its name."""
        texts = {each.passage.text for each in self.claims if each.passage}
        texts |= {text for key in ("says", "after", "before") if (text := getattr(self.entry, key, None))}
        texts |= set(getattr(self.entry, "gives", ()))
        return frozenset().union(*(stems_of(text, self.language) for text in texts)) - self.name


def figures_repeated(found: Sequence[Claim], language: str) -> Iterator[Rivals]:
    """Figures of a sentence that speaks of an entry by its name, and none of which the entry has."""
    by_stem: dict[str, list[Spoken]] = defaultdict(list)
    for each in _undertaken(found, language):
        for name in sorted({name[:6] for name in each.name}):
            if len(by_stem[name]) < MANY:
                by_stem[name].append(each)
    for claim in found if by_stem else ():
        if claim.figure and claim.kind in (Kind.DURATION, Kind.MONEY) and _is_told(claim):
            around = _around(claim)
            near = {id(each): each for name in sorted(around) for each in by_stem.get(name[:6], ())}
            for each in near.values():
                rivals = _rivals(claim, each, around)
                if rivals:
                    yield rivals
                    break


def _undertaken(found: Sequence[Claim], language: str) -> Iterator[Spoken]:
    held: dict[Pointer, list[Claim]] = defaultdict(list)
    whose: dict[Pointer, Entry] = {}
    for claim in found:
        named = next((each for each in reversed(claim.entries) if each[1].name), None)
        is_held = claim.section in _UNDERTAKEN and (claim.section != "complaints" or "outside" in claim.pointer)
        if named and is_held and claim.kind in (Kind.DURATION, Kind.MONEY) and len(held[named[0]]) < MANY:
            held[named[0]].append(claim)
            whose[named[0]] = named[1]
    for pointer, claims in held.items():
        name = frozenset(stem(word, language) for word in carrying_words(whose[pointer].named()))
        if name:
            yield Spoken(pointer, whose[pointer], name, tuple(claims), language)


def _is_told(claim: Claim) -> bool:
    """Whether a figure is told of what we do in every case, and is no more and no less than what it says."""
    part = claim.passage.part if claim.passage else None
    narrowed = any(getattr(part, key, None) for key in _NARROWING)
    is_doubtful = (
        claim.bound not in (Bound.EXACT, Bound.AT_MOST) or claim.field in _NOT_OURS or "never" in claim.pointer
    )
    return claim.is_firm and not (claim.is_conditional or is_doubtful or narrowed)


def _around(claim: Claim) -> frozenset[str]:
    """The stems of its sentence, of the names of the entries around it and of what the customer of a sample says."""
    texts = [entry.named() for _, entry in claim.entries if entry.name]
    for _, entry in claim.entries:
        texts += entry.customer if isinstance(entry, Sample) else ()
    texts.append(claim.figure.sentence if claim.figure else "")
    return stems_of(" ".join(texts), claim.language)


def _rivals(claim: Claim, spoken: Spoken, around: frozenset[str]) -> Rivals | None:
    """A figure of the entry, where the sentence is about it and has none of its figures of that kind."""
    home = claim.entries[0][0] if claim.entries else claim.pointer
    is_elsewhere = claim.section != spoken.pointer[0] or claim.section == "complaints"
    part = claim.passage.part if claim.passage else None
    is_judged = isinstance(part, Sample) and part.procedure and spoken.pointer[0] == "standards"
    if not is_elsewhere or is_judged or spoken.pointer[: len(home)] == home:
        return None
    meant = [each for each in spoken.claims if _is_alike(claim, each)]
    if _may_be_sooner(claim) and any(sooner(_length(claim), _length(each)) for each in meant):
        return None
    if meant and all(differ(claim, each) for each in meant) and _speaks_of(claim, spoken, meant, around):
        return Rivals(claim, meant[0])
    return None


def _is_alike(claim: Claim, other: Claim) -> bool:
    """Whether two figures may be of one thing: money that is owed, or times on the same side of what happens."""
    if claim.kind is Kind.MONEY or other.kind is Kind.MONEY:
        thing = _thing(claim)
        is_owed = other.section == "remedies" and not claim.stated
        return claim.kind is other.kind and (is_owed or (bool(thing) and thing == _thing(other)))
    return claim.side is other.side and _ends(claim) == _ends(other)


def _thing(claim: Claim) -> frozenset[str]:
    """What an amount is of, by the stem of the word before it: `a deposit of £5`."""
    before = claim.figure.text[: claim.figure.start] if claim.figure else ""
    found = _of_something().search(before)
    return stems_of(found["thing"], claim.language) if found else frozenset()


@cache
def _of_something() -> re.Pattern[str]:
    return re.compile(r"(?<![^\W\d_])(?P<thing>[^\W\d_]+) (?:of|von) $", re.IGNORECASE)


def _may_be_sooner(claim: Claim) -> bool:
    """Whether somebody is told by when, which may be less than was promised where it goes faster for once."""
    return claim.bound is Bound.AT_MOST and claim.passage is not None and claim.passage.kind is Speech


def _length(claim: Claim) -> Duration | None:
    return claim.value if isinstance(claim.value, Duration) else None


def _ends(claim: Claim) -> bool:
    """Whether a length of time is the most that there is: `within 90 days`, `for 90 days after`."""
    before = claim.figure.text[: claim.figure.start] if claim.figure else ""
    return claim.bound is Bound.AT_MOST or bool(_lasting().search(before))


@cache
def _lasting() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives('figures.lasting_ahead')} $", re.IGNORECASE)


def _speaks_of(claim: Claim, spoken: Spoken, meant: Sequence[Claim], around: frozenset[str]) -> bool:
    """Whether the words around a figure hold the whole name of an entry, and its part of the sentence more of it."""
    if not all(holds(around, each) for each in spoken.name):
        return False
    own = stems_of(claim.figure.sentence, claim.language) if claim.figure else frozenset[str]()
    is_named = len(spoken.name) > 1 and all(holds(own, each) for each in spoken.name)
    if is_named and any(holds(claim.stems, each) for each in spoken.name):
        return True
    matters = frozenset().union(*(each.spoken for each in meant)) - matters_in(spoken.entry.named())
    events = frozenset().union(*(_event(each) for each in meant))
    return (
        any(holds(spoken.words, each) for each in claim.stems - spoken.name)
        or bool(claim.spoken & matters)
        or (is_named and bool(_event(claim) & events))
    )


def _event(claim: Claim) -> frozenset[str]:
    """The stems of what a length of time is counted after or before."""
    if claim.figure:
        return stems_of(claim.figure.clause.partition(claim.figure.words)[2], claim.language)
    entry = claim.entries[-1][1]
    return stems_of(f"{getattr(entry, 'after', None) or ''} {getattr(entry, 'before', None) or ''}", claim.language)
