"""Find figures of one thing that differ from one place of the policy to another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import finds
from policyctl.meaning.claims import Claim, agree, claims, disagree
from policyctl.meaning.figures import Bound, Kind
from policyctl.meaning.subjects import holds, matters_in, stems_of
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.entry import Entry

MANY = 40
"""Entries of one subject that are held against each other, and figures of each; nobody has as many."""

_COMPARED = (Kind.DURATION, Kind.MONEY, Kind.SHARE)

_AUTHORITY = ("standards", "terms", "remedies", "privacy", "complaints", "customers", "topics", "guides", "facts")
"""Sections whose entries say what holds, the one to be believed first: facts repeat what the others undertake."""

_HINT = "Write the same figure in both, or say in which case each of them holds."


@dataclass(frozen=True)
class Matter:
    """An entry as one thing that figures are about: the stems of its name, of all its words, and its figures."""

    pointer: Pointer
    name: str
    section: str
    names: frozenset[str]
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
        return self.names.union(*cases, *spoken)

    def is_about(self, other: "Matter") -> bool:
        """Whether each holds whatever the other's name says: “Operations” and “Deposits for operations”."""
        return (
            any(holds(self.names, each) for each in other.names)
            and all(holds(other.words, each) for each in self.names)
            and all(holds(self.words, each) for each in other.names)
        )


class Rivals(NamedTuple):
    """Two figures that cannot both hold, the one to doubt first."""

    doubted: Claim
    believed: Claim


def figures_disagree(context: RuleContext) -> Iterator[Issue]:
    """Two figures of one thing in two places: a fact and the terms, a letter and its stage, a quiz and its answer.

    Lengths of time, amounts and shares are compared, in fields and in sentences. What holds in some cases only is not.

    Why it matters: everybody believes the page that they happen to have read, and the customer has the other one.

    Diff:

          facts:
        -   Returns: 14 days, for anything but gift cards  # <- here
        +   Returns: 30 days, for anything but gift cards
          terms:
            Returns: within 30 days after delivery
    """
    found = [each for each in claims(context) if each.kind in _COMPARED and each.is_firm]
    for rivals in _entries_that_differ(context, found):
        yield _issue(rivals)


def _issue(rivals: Rivals) -> Issue:
    doubted, believed = rivals
    name = believed.name
    other = f"“{name}” says {believed.words}" if name else f"it is {believed.words} in another place"
    message = f"“{doubted.words}” is said here, and {other}."
    return doubted.issue(message, _HINT, twin=believed.pointer)


def _entries_that_differ(context: RuleContext, found: Sequence[Claim]) -> Iterator[Rivals]:
    """Entries of two sections about one thing, whose figures do not all find their like."""
    matters = _matters(context, found)
    by_stem: dict[str, list[Matter]] = defaultdict(list)
    for matter in matters:
        for each in sorted({stem[:6] for stem in matter.names}):
            if len(by_stem[each]) < MANY:
                by_stem[each].append(matter)
    seen: set[tuple[Pointer, Pointer]] = set()
    for alike in by_stem.values():
        for at, one in enumerate(alike):
            for other in alike[at + 1 :]:
                believed, doubted = sorted((one, other), key=_rank)
                pair = (believed.pointer, doubted.pointer)
                if one.section != other.section and pair not in seen and one.is_about(other):
                    seen.add(pair)
                    yield from _rivals(doubted, believed)


def _rank(matter: Matter) -> int:
    return _AUTHORITY.index(matter.section)


def _matters(context: RuleContext, found: Iterable[Claim]) -> list[Matter]:
    """Every entry of a section that says what holds; in the terms a group, whose rows are its cases."""
    held: dict[Pointer, list[Claim]] = defaultdict(list)
    whose: dict[Pointer, Entry] = {}
    for claim in found:
        if claim.section in _AUTHORITY and claim.entries and claim.field != "when":
            pointer, entry = _subject(claim)
            whose[pointer] = entry
            if len(held[pointer]) < MANY:
                held[pointer].append(claim)
    return [
        Matter(pointer, entry.named(), str(pointer[0]), stems_of(entry.named(), context.language), tuple(held[pointer]))
        for pointer, entry in whose.items()
    ]


def _subject(claim: Claim) -> tuple[Pointer, Entry]:
    named = [each for each in claim.entries if each[1].name] or [*claim.entries]
    return named[0] if claim.section == "terms" else named[-1]


def _rivals(doubted: Matter, believed: Matter) -> Iterator[Rivals]:
    """Figures that are left over on both sides, once each that has its like is set aside."""
    for kind in _COMPARED:
        here = [each for each in doubted.claims if each.kind is kind]
        there = [each for each in believed.claims if each.kind is kind]
        alone = [each for each in here if not any(agree(each, other) for other in there)]
        others = [each for each in there if not any(agree(each, other) for other in here)]
        for claim in alone:
            rival = _rival(claim, others, doubted, believed)
            if rival:
                yield Rivals(claim, rival)
                break


def _rival(claim: Claim, others: Sequence[Claim], doubted: Matter, believed: Matter) -> Claim | None:
    """The figure that a claim should equal, if it differs from all that it may mean."""
    said = claim.stems | _case(claim, doubted)
    named = [each for each in others if any(holds(said, stem) for stem in _case(each, believed))]
    cases = [each for each in others if _case(each, believed)]
    strange = [stem for stem in said if not holds(believed.words, stem) and not holds(doubted.names, stem)]
    if not named and cases and strange:
        return None
    meant = [each for each in named or others if _about_one(claim, each, doubted, believed)]
    return meant[0] if meant and all(disagree(claim, each) for each in meant) else None


def _case(claim: Claim, matter: Matter) -> frozenset[str]:
    """The stems of the row that it stands in, beyond what the whole is about."""
    rows = (stems_of(entry.named(), claim.language) for pointer, entry in claim.entries if pointer != matter.pointer)
    return frozenset().union(*rows) - matter.names


def _about_one(claim: Claim, other: Claim, doubted: Matter, believed: Matter) -> bool:
    """Whether neither speaks of a matter of which the other does not, and neither is paid by the other side."""
    mine, theirs = claim.matters, other.matters
    if mine and theirs and not mine & theirs:
        return False
    if believed.section == "remedies" and claim.kind is Kind.MONEY:
        return finds("figures.we_pay", claim.figure.sentence if claim.figure else "")
    return True
