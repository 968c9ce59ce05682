"""Read on which days of the week something is held, and which days a sample says yes to."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.lexicon import alternatives, finds
from policyctl.meaning.attendance import Presence, anybody, named_in
from policyctl.meaning.figures import Figure, Kind, read_figures
from policyctl.meaning.model import Meaning
from policyctl.meaning.subjects import carrying_words, stem
from policyctl.meaning.texts import Passage, Reader
from policyctl.schema.grammar.texts import Speech
from policyctl.schema.quantities.week import DAYS
from policyctl.schema.sections.stand import Fact
from policyctl.schema.sections.tone import Sample

_LONGEST = 3
"""Words of the name of something that is held on some days."""


class Held(NamedTuple):
    """Something that is held on some days of the week alone, and where that is said."""

    name: str
    pointer: Pointer
    days: frozenset[int]


class Told(NamedTuple):
    """A day on which a customer is told that something is held, and by whom or of what that is not so."""

    passage: Passage
    day: Figure
    held: Held


def held_on_other_days(meaning: Meaning) -> Iterator[Told]:
    """Every day that customers are told, on which by a fact or by the hours nothing of the kind is held."""
    held = meaning.cached(_held)
    for passage in meaning.texts.said:
        if type(passage.part) is Sample and passage.field == "customer":
            continue
        for figure in _days(passage.text):
            clause = figure.clause
            if not _is_denied(clause, meaning):
                yield from _missed(passage, figure, _things_in(clause, held, meaning))
    for pointer, sample in meaning.parts_of(Sample):
        asked = " ".join(sample.customer)
        days = _days(asked) if sample.say and "?" in asked else ()
        if len(days) == 1 and _yes().match(sample.say[0]) and not _is_denied(sample.say[0], meaning):
            passage = Passage((*pointer, "customer", 0), asked, sample, "customer", Reader.CUSTOMERS, Speech)
            about = _things_in(asked, held, meaning) or list(_open(asked, meaning))
            yield from _missed(passage, days[0], about)


def _missed(passage: Passage, figure: Figure, about: list[Held]) -> Iterator[Told]:
    day = _day(figure)
    if about and day is not None and all(day not in each.days for each in about):
        yield Told(passage, figure, about[0])


def _open(asked: str, meaning: Meaning) -> Iterator[Held]:
    """When those whom a question names are there; anybody of us, where it asks whether we are open."""
    everybody = anybody(meaning)
    named: list[Presence] = named_in(asked, meaning)
    if not named and everybody and finds("presence.opens", asked):
        named = [everybody]
    for each in named:
        if each.week and not each.any_hour:
            yield Held(each.name, each.pointer, frozenset(interval.day for interval in each.week))


def _things_in(text: str, held: Mapping[tuple[str, ...], Held], meaning: Meaning) -> list[Held]:
    words = [stem(word, meaning.language) for word in carrying_words(text)] if held else []
    spans = (tuple(words[at : at + length]) for length in range(1, _LONGEST + 1) for at in range(len(words)))
    return [held[span] for span in dict.fromkeys(spans) if span in held]


def _held(meaning: Meaning) -> Mapping[tuple[str, ...], Held]:
    """Whatever a fact says to be held on days of the week that it lists, by the stems of its name."""
    found: dict[tuple[str, ...], Held] = {}
    for pointer, fact in meaning.parts_of(Fact) if meaning.understood else ():
        name = tuple(stem(word, meaning.language) for word in carrying_words(fact.named()))
        text = fact.says or ""
        days = _listed(text) if 0 < len(name) <= _LONGEST else frozenset[int]()
        if days and not _is_denied(text, meaning):
            found[name] = Held(fact.named(), pointer, days)
    return found


def _listed(text: str) -> frozenset[int]:
    """The days of a text that lists them or names the first and the last, and says no more of any other day."""
    figures = _days(text)
    days: set[int] = set()
    for at, figure in enumerate(figures):
        day = _day(figure)
        if day is None or figure.hedged:
            return frozenset()
        between = text[figures[at - 1].end : figure.start] if at else ""
        if at and _until().fullmatch(between):
            first = _day(figures[at - 1]) or 0
            days |= {(first + step) % 7 for step in range((day - first) % 7 + 1)}
        elif at and not _listing().fullmatch(between):
            return frozenset()
        days.add(day)
    says_more = finds("presence.at_some_times", text) or finds("presence.weekend", text)
    return frozenset() if says_more else frozenset(days)


def _days(text: str) -> tuple[Figure, ...]:
    return tuple(each for each in read_figures(text) if each.kind is Kind.WEEKDAY)


def _day(figure: Figure) -> int | None:
    word = figure.words.casefold()
    return DAYS.get(word, DAYS.get(word.removesuffix("s")))


def _is_denied(text: str, meaning: Meaning) -> bool:
    return any(finds(f"presence.{name}", text, meaning.language) for name in ("absent", "at_some_times", "past"))


@cache
def _until() -> re.Pattern[str]:
    return re.compile(rf" ?(?:-|–|{alternatives('presence.through')}) ?", re.IGNORECASE)


@cache
def _listing() -> re.Pattern[str]:
    return re.compile(rf",? ?(?:{alternatives('figures.and_the_last')} )?(?:{alternatives('presence.on_day')} )?")


@cache
def _yes() -> re.Pattern[str]:
    return re.compile(rf"\s*{alternatives('presence.yes')}\b", re.IGNORECASE)
