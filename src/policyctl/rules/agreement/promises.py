"""Hold the news of a case against its end."""

from collections.abc import Iterator, Mapping, Sequence

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import pattern
from policyctl.meaning.claims import Claim
from policyctl.meaning.figures import Bound, Kind
from policyctl.meaning.lengths import sooner
from policyctl.meaning.promises.rows import Row, rows
from policyctl.meaning.subjects import carrying_words, holds, stem
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.commitment import Milestone
from policyctl.schema.quantities import Duration, Frequency

MANY = 300
"""Lengths of time that news are held against; no organisation has as many, and a hostile file may."""


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
