"""Read who has left and what was given up, from the last day of a role and from the change log."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import islice
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.lexicon import alternatives, finds
from policyctl.meaning.dates import read_day
from policyctl.meaning.model import Meaning
from policyctl.meaning.subjects import stem, stems_of
from policyctl.schema.quantities.week import DAYS as WEEKDAYS
from policyctl.schema.sections.keeping import Change
from policyctl.schema.sections.people import Channel, Role

MANY = 40
"""Departures that are read in a change log; a policy with more is hostile, and each takes the reading of every text."""

_LONGEST = 200
"""Characters of a clause in which it is looked for what was given up."""

_CLAUSE_END = re.compile(r"[;,.!?]\s|[.!?;]$|\s(?:and|und)\s")


class Departure(NamedTuple):
    """Somebody who has left, or something that was given up, and where that is said.

    Of a person, `names` are what people call them and `role` is their entry, where the last day is stated. Of a thing,
    `stems` are the stems of its words. `words` are those that say so, where it was read in a sentence.
    """

    pointer: Pointer
    name: str
    since: date | None = None
    names: tuple[str, ...] = ()
    role: Pointer | None = None
    stems: frozenset[str] = frozenset()
    words: str | None = None


def departures(meaning: Meaning) -> tuple[Departure, ...]:
    """Whoever has left and whatever was given up, read once for all rules."""
    return meaning.cached(_departures)


def _departures(meaning: Meaning) -> tuple[Departure, ...]:
    stated = tuple(_with_last_day(meaning))
    told = (each for pointer, change in meaning.parts_of(Change) for each in _told(pointer, change, meaning))
    known = {name for each in stated for name in each.names}
    return (*stated, *(each for each in islice(told, MANY) if not known & set(each.names)))


def _with_last_day(meaning: Meaning) -> Iterator[Departure]:
    for pointer, role in meaning.parts_of(Role):
        if role.until and role.until.value < meaning.today:
            names = _callable_names(pointer, role.people or (role.named(),), meaning)
            yield Departure((*pointer, "until"), role.named(), role.until.value, names, pointer)
        for nth, person in enumerate(role.people):
            found = _last_day().fullmatch(person)
            day = read_day(found["day"]) if found else None
            if found and day and day < meaning.today:
                names = _callable_names(pointer, (found["name"],), meaning)
                yield Departure((*pointer, "people", nth), found["name"], day, names)


@cache
def _last_day() -> re.Pattern[str]:
    """`Maria Odell (until 31 March 2027)`."""
    until = alternatives("keeping.until")
    return re.compile(rf"(?P<name>[^,(]+?),? ?\(?{until} (?P<day>[^)]+?)\)?", re.IGNORECASE)


def _callable_names(pointer: Pointer, people: Sequence[str], meaning: Meaning) -> tuple[str, ...]:
    """The full names and the first names of people, but none that somebody else has as well."""
    holders = meaning.cached(_holders)
    found = dict.fromkeys(name for person in people for name in (person, person.split(" ")[0]) if len(name) > 2)
    return tuple(name for name in found if holders.get(name, {pointer}) <= {pointer})


def _holders(meaning: Meaning) -> Mapping[str, set[Pointer]]:
    """The roles in which each full name and each first name stands."""
    found: dict[str, set[Pointer]] = {}
    for pointer, role in meaning.parts_of(Role):
        for person in (role.named(), *role.people):
            for name in (person, person.split(" ")[0]):
                found.setdefault(name, set()).add(pointer)
    return found


def _told(pointer: Pointer, change: Change, meaning: Meaning) -> Iterator[Departure]:
    """Who left and what was given up by an entry of the change log, unless a later one has it back."""
    texts = [((*pointer, "what", nth), text) for nth, text in enumerate(change.what)]
    texts += [((*pointer, key), text) for key in ("about", "note") if (text := getattr(change, key))]
    since = change.on.value if change.on else None
    for place, text in texts:
        for person in _people_gone(text, meaning):
            yield person._replace(pointer=place, since=since)
        for clause in _CLAUSE_END.split(text):
            thing = _thing_gone(clause.strip(), text, meaning)
            if thing and not _came_back(thing.stems, change, meaning):
                yield thing._replace(pointer=place, since=since)


def _people_gone(text: str, meaning: Meaning) -> Iterator[Departure]:
    if not finds("keeping.has_left", text):
        return
    for pointer, role in islice(meaning.parts_of(Role), MANY):
        for person in role.people or (role.named(),):
            for name in _callable_names(pointer, (person,), meaning):
                found = re.search(rf"\b{re.escape(name)} (?:\w+ ){{0,1}}{alternatives('keeping.has_left')}\b", text)
                if found:
                    names = _callable_names(pointer, (person,), meaning)
                    yield Departure((), person, names=names, words=found[0])
                    break


def _thing_gone(clause: str, sentence: str, meaning: Meaning) -> Departure | None:
    """What a clause says was given up; None where it says so of nothing that can be told from the rest."""
    found = _given_up().search(clause[:_LONGEST])
    if found is None:
        return None
    named = next(filter(None, found.groups()), "")
    stems = stems_of(named, meaning.language)
    weekdays = {stem(word, meaning.language) for word in re.findall(r"\w+", named.casefold()) if _is_weekday(word)}
    if finds("keeping.there", clause) and (place := _channel_in(sentence, meaning)):
        stems = stems_of(place, meaning.language) | (weekdays or stems)
    thing = stems - weekdays
    if not thing or finds("keeping.events", named) or (finds("keeping.matters", named) and not weekdays):
        return None
    return Departure((), " ".join(named.split()), stems=stems, words=clause)


def _is_weekday(word: str) -> bool:
    return len(word) > 3 and (word in WEEKDAYS or word.removesuffix("s") in WEEKDAYS)


def _channel_in(sentence: str, meaning: Meaning) -> str | None:
    names = (channel.named() for _, channel in meaning.parts_of(Channel))
    return next((name for name in names if name and name in sentence), None)


def _came_back(stems: frozenset[str], change: Change, meaning: Meaning) -> bool:
    """Whether another entry of the change log, not known to be older, speaks of the same thing."""
    for _, other in meaning.parts_of(Change):
        older = change.on and other.on and other.on.value < change.on.value
        if other is not change and not older and stems <= stems_of(" ".join(other.what), meaning.language):
            return True
    return False


@cache
def _given_up() -> re.Pattern[str]:
    """`The Saturday chat was closed`, `Deliveries on Mondays ended`, `We no longer sell vouchers`, and in German."""
    article = rf"(?:{alternatives('keeping.articles')} )?"
    thing = r"(?:[\w'’-]+ ){0,4}?[\w'’-]+?"
    ended, been, later = (alternatives(f"keeping.{name}") for name in ("ended", "been", "meanwhile"))
    return re.compile(
        rf"^{article}(?P<what>{thing})(?: {alternatives('keeping.there')})? "
        rf"(?:{alternatives('keeping.has_ended')}|{been}(?: {later})? {ended})\b"
        rf"(?! {alternatives('keeping.for_a_time')}\b)"
        rf"|^{alternatives('keeping.we_stopped')} {article}(?P<object>{thing})(?=$| {alternatives('keeping.since')}\b)"
        rf"|^{alternatives('keeping.we_have')} {article}(?P<ours>{thing}) {ended}\b"
        rf"|^{article}(?P<was>{thing}) {alternatives('keeping.exists_no_more')}\b",
        re.IGNORECASE,
    )


def speaks_of(text: str, departure: Departure, language: str) -> str | None:
    """The first sentence of a text that speaks of a thing as if it were still there."""
    for sentence in re.split(r"(?<=[.!?;])\s+", text):
        is_there = departure.stems <= stems_of(sentence, language) and not finds("keeping.no_more", sentence)
        if is_there and sentence.strip():
            return sentence.strip()
    return None
