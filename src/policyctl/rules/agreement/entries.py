"""Hold the figures of entries about one thing against each other: a fact against the terms, terms against promises."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from policyctl.findings import Pointer
from policyctl.lexicon import finds
from policyctl.meaning.claims import Claim, Rivals, agree, disagree
from policyctl.meaning.figures import Kind
from policyctl.meaning.subjects import carrying_words, holds, matters_in, stem, stems_of
from policyctl.schema.grammar.entry import Entry

MANY = 40
"""Entries of one subject that are held against each other, and figures of each; nobody has as many."""

COMPARED = (Kind.DURATION, Kind.MONEY, Kind.SHARE)

_AUTHORITY = ("standards", "terms", "remedies", "customers", "topics", "guides", "facts")
"""Sections whose entries say what holds, the one to be believed first: facts repeat what the others undertake."""


@dataclass(frozen=True)
class EntryFigures:
    """An entry with its figures.

    `names` are the stems of its name, each with its word.
    """

    pointer: Pointer
    name: str
    section: str
    names: Mapping[str, str]
    claims: tuple[Claim, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of its name, of the cases in it and of all around its figures, with the matters they speak of."""
        language = self.claims[0].language
        cases = (stems_of(entry.named(), language) for each in self.claims for _, entry in each.entries)
        spoken = (
            stems_of(each.figure.sentence, language) | matters_in(each.figure.sentence)
            for each in self.claims
            if each.figure
        )
        return frozenset(self.names).union(*cases, *spoken)

    def is_about(self, other: "EntryFigures") -> bool:
        """Whether each holds whatever the other's name says: “Operations” and “Deposits for operations”."""
        shared = [each for each in other.names if holds(frozenset(self.names), each)]
        return bool(shared) and (
            (self.speaks_of(other.names) and other.speaks_of(self.names))
            or (len(shared) > 1 and len(shared) == min(len(self.names), len(other.names)))
        )

    def speaks_of(self, names: Mapping[str, str]) -> bool:
        """Whether its words hold every word of a name, or what that is about."""
        return all(holds(self.words, each) or matters_in(word) & self.words for each, word in names.items())

    def is_named_like(self, other: "EntryFigures") -> bool:
        """Whether each speaks of the other's whole name; else one of the two is a case of the other."""
        return self.speaks_of(other.names) and other.speaks_of(self.names)


def entries_that_differ(found: Sequence[Claim], language: str) -> Iterator[Rivals]:
    """Entries of two sections about one thing, whose figures do not all find their like."""
    entries = _entries(found, language)
    by_stem: dict[str, list[EntryFigures]] = defaultdict(list)
    for entry in entries:
        for each in sorted({name[:6] for name in entry.names}):
            if len(by_stem[each]) < MANY:
                by_stem[each].append(entry)
    seen: set[tuple[Pointer, Pointer]] = set()
    for alike in by_stem.values():
        for at, one in enumerate(alike):
            for other in alike[at + 1 :]:
                believed, doubted = sorted((one, other), key=_rank)
                pair = (believed.pointer, doubted.pointer)
                if one.section != other.section and pair not in seen and one.is_about(other):
                    seen.add(pair)
                    yield from _rivals(doubted, believed)


def _rank(entry: EntryFigures) -> int:
    return _AUTHORITY.index(entry.section)


def _entries(found: Iterable[Claim], language: str) -> list[EntryFigures]:
    """Every entry of a section that says what holds; in the terms a group, whose rows are its cases."""
    held: dict[Pointer, list[Claim]] = defaultdict(list)
    whose: dict[Pointer, Entry] = {}
    for claim in found:
        if claim.kind in COMPARED and claim.section in _AUTHORITY and claim.entries and claim.field != "when":
            pointer, entry = _subject(claim)
            whose[pointer] = entry
            if len(held[pointer]) < MANY:
                held[pointer].append(claim)
    return [
        EntryFigures(pointer, entry.named(), str(pointer[0]), _names(entry.named(), language), tuple(held[pointer]))
        for pointer, entry in whose.items()
    ]


def _names(name: str, language: str) -> Mapping[str, str]:
    """The stem of each carrying word of a name, with the word."""
    return {stem(word, language): word for word in carrying_words(name)}


def _subject(claim: Claim) -> tuple[Pointer, Entry]:
    named = [each for each in claim.entries if each[1].name] or [*claim.entries]
    return named[0] if claim.section == "terms" else named[-1]


def _rivals(doubted: EntryFigures, believed: EntryFigures) -> Iterator[Rivals]:
    """Figures that are left over on both sides, once each that has its like is set aside."""
    for kind in COMPARED:
        here = [each for each in doubted.claims if each.kind is kind]
        there = [each for each in believed.claims if each.kind is kind]
        alone = [each for each in here if not any(agree(each, other) for other in there)]
        others = [each for each in there if not any(agree(each, other) for other in here)]
        for claim in alone:
            rival = _rival(claim, others, doubted, believed)
            if rival:
                yield Rivals(claim, rival)
                break


def _rival(claim: Claim, others: Sequence[Claim], doubted: EntryFigures, believed: EntryFigures) -> Claim | None:
    """The figure that a claim should equal, if it differs from all that it may mean."""
    said = claim.stems | _case(claim, doubted)
    named = [each for each in others if any(holds(said, word) for word in _case(each, believed))]
    cases = [each for each in others if _case(each, believed)]
    names = frozenset(doubted.names)
    strange = [word for word in said if not holds(believed.words, word) and not holds(names, word)]
    if not named and cases and strange:
        return None
    meant = [each for each in named or others if _about_one(claim, each, doubted, believed)]
    return meant[0] if meant and all(disagree(claim, each) for each in meant) else None


def _case(claim: Claim, entry: EntryFigures) -> frozenset[str]:
    """The stems of the row that it stands in, beyond what the whole is about."""
    rows = (stems_of(row.named(), claim.language) for pointer, row in claim.entries if pointer != entry.pointer)
    return frozenset().union(*rows) - frozenset(entry.names)


def _about_one(claim: Claim, other: Claim, doubted: EntryFigures, believed: EntryFigures) -> bool:
    """Whether neither speaks of a matter of which the other does not, and neither is paid by the other side."""
    mine, theirs = claim.matters, other.matters
    if (mine and theirs and not mine & theirs) or _are_two_cases(claim, other, doubted, believed):
        return False
    if not doubted.is_named_like(believed) and not (claim.rate and claim.rate == other.rate):
        return False
    if believed.section == "remedies" and claim.kind is Kind.MONEY:
        return finds("figures.we_pay", claim.figure.sentence if claim.figure else "")
    return True


def _are_two_cases(claim: Claim, other: Claim, doubted: EntryFigures, believed: EntryFigures) -> bool:
    """Whether each sentence has words of its own around its figure, and none that the other has: books, and films."""
    names = frozenset((*doubted.names, *believed.names))
    mine, theirs = ({word for word in each.stems if not holds(names, word)} for each in (claim, other))
    return bool(mine and theirs) and not any(holds(frozenset(theirs), word) for word in mine)
