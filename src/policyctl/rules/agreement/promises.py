"""Hold a promise against its own sentence, and the news of a case against its end."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import pattern
from policyctl.meaning.claims import Claim, Rivals, differ
from policyctl.meaning.figures import Bound, Kind
from policyctl.meaning.lengths import sooner
from policyctl.meaning.promises.rows import Row, rows
from policyctl.meaning.subjects import carrying_words, holds, stem
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.commitment import Milestone
from policyctl.schema.grammar.limits import Frequencies
from policyctl.schema.quantities import Duration, Frequency

MANY = 300
"""Lengths of time that news are held against; no organisation has as many, and a hostile file may."""

_BESIDE = frozenset({"within", "notice", "at_most", "at_least", "every", "paid_within", "ask_within"})


def own_sentences(found: Sequence[Claim]) -> Iterator[Rivals]:
    """Promises whose own sentence names one length of time, where another stands beside it."""
    said: dict[Pointer, list[Claim]] = defaultdict(list)
    beside: dict[Pointer, list[Claim]] = defaultdict(list)
    for claim in found:
        if claim.kind is Kind.DURATION and claim.entries:
            if claim.figure and claim.field == "says":
                said[claim.entries[-1][0]].append(claim)
            elif claim.stated and claim.section != "discretion":
                beside[claim.entries[-1][0]].append(claim)
    for pointer, spoken in said.items():
        promised = [each for each in spoken if each.is_firm and each.is_ours and each.bound is Bound.AT_MOST]
        limits = [each for each in beside[pointer] if each.field in _BESIDE]
        within = [each for each in limits if each.field == "within"]
        rivals = Rivals(promised[0], within[0]) if len(spoken) == len(promised) == 1 and within else None
        if rivals and all(differ(rivals.doubted, each) for each in limits) and not _is_how_often(rivals.doubted):
            yield rivals


def _is_how_often(claim: Claim) -> bool:
    """Whether the entry says at `every` what its sentence says."""
    every = getattr(claim.entries[-1][1], "every", None)
    often = every.sole if isinstance(every, Frequencies) else every
    return isinstance(often, Frequency) and claim.value == often.per


def news_after_the_end(context: RuleContext, found: Sequence[Claim]) -> Iterator[Issue]:
    """News that are promised more seldom than the whole takes."""
    by_place = {row.pointer: row for row in rows(context)}
    lengths = [each for each in found if each.kind is Kind.DURATION and each.section in ("standards", "facts")]
    ends = [each for each in lengths if _is_end(each, by_place)][:MANY]
    for row in by_place.values():
        every = _every(row)
        between = every.per if every and every.times == 1 else None
        if between and _is_news(row):
            words = carrying_words(pattern("figures.news").sub("", row.name))
            about = frozenset(stem(word, context.language) for word in words)
            ending = [each for each in ends if (_is_about(each, about) if about else each.stated)]
            ended = [each for each in ending if isinstance(each.value, Duration)]
            if any(_stands_beside(each, row, by_place) for each in ended):
                continue
            if ended and all(isinstance(each.value, Duration) and sooner(each.value, between) for each in ended):
                last = ended[0]
                message = f"News are promised as “{_words(row)}”, and “{last.name}” is over after {last.words}."
                hint = "Promise news more often than the whole takes, or say that there are none."
                place = (*row.pointer, "every")
                yield Issue(place, message, hint, twin=last.pointer)


def _is_news(row: Row) -> bool:
    return row.milestone is Milestone.UPDATE or bool(pattern("figures.news").search(row.name))


def _every(row: Row) -> Frequency | None:
    """How often something is done, where that is the same in every case."""
    sole = row.promise.every.sole if row.promise.every else None
    return sole if isinstance(sole, Frequency) else None


def _words(row: Row) -> str:
    every = _every(row)
    return " ".join((every.text or str(every)).split()) if every else ""


def _is_end(claim: Claim, by_place: Mapping[Pointer, Row]) -> bool:
    """Whether a length of time is that of the whole: a promise to resolve, or a fact that says when it is there."""
    if claim.section == "facts":
        return claim.bound is Bound.AT_MOST
    around = (by_place[pointer] for pointer, _ in claim.entries if pointer in by_place)
    return claim.stated and any(row.milestone is Milestone.RESOLVE for row in around)


def _stands_beside(claim: Claim, news: Row, by_place: Mapping[Pointer, Row]) -> bool:
    """Whether the end is one of the promises in order with the news, which `milestones-out-of-order` compares."""
    return any(by_place[each].case.about == news.case.about for each, _ in claim.entries if each in by_place)


def _is_about(claim: Claim, about: frozenset[str]) -> bool:
    """Whether the name of an entry is all that news are about, or they are about all of it."""
    name = frozenset(stem(word, claim.language) for word in carrying_words(claim.name))
    return bool(name) and (all(holds(about, each) for each in name) or all(holds(name, each) for each in about))
