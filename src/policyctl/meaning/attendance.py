"""Find in a sentence whom or what it speaks of that has hours: a person, a role, a channel, a place.

A name leads to when its bearer is there; a bearer of whom nobody says when is known by name all the same, so that what
is said about them is never held against somebody else.

The presences of the middle say a week and a rota as people read them. Here they are stretches of time, since what is
promised at seven has to be held against them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.lexicon import finds, words
from policyctl.meaning.model import Meaning
from policyctl.meaning.presence import mentions_on_call, schedule_of, staffing
from policyctl.schedule import Schedule, united
from policyctl.schedule.closings import NEVER_CLOSED, Closed
from policyctl.schema.quantities import Interval, Week, weeks_in
from policyctl.schema.sections.people import Channel, ChannelKind, Hours, Role

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_LONGEST = 5
"""Words of a name that are looked for."""

_ALL_WEEK = tuple(Interval(day, 0, 1440) for day in range(7))


class Presence(NamedTuple):
    """When one of those who have hours is there; `week` is None where nobody says.

    `pointer` is where the hours are written. `any_hour` says that customers write there at any hour.
    """

    name: str
    pointer: Pointer
    week: tuple[Interval, ...] | None = None
    closed: Closed = NEVER_CLOSED
    any_hour: bool = False
    is_person: bool = False

    @property
    def always(self) -> bool:
        """Whether somebody is there at any hour of the usual week."""
        return self.week is not None and united([self.week]) == _ALL_WEEK


class _Name(NamedTuple):
    """A name by which texts call somebody. `exact` minds capitals, `article` must stand before it."""

    presence: Presence
    text: str
    exact: bool = False
    article: bool = False


def presences(meaning: Meaning) -> Mapping[Pointer, Presence]:
    """When each role, channel and set of hours is there, by the place of its entry."""
    return meaning.cached(_presences)


def named_in(text: str, meaning: Meaning) -> list[Presence]:
    """Those whom a text names, in its order; whoever is named as owner alone (`Sheila's level`) is not meant."""
    index = meaning.cached(_index)
    tokens = list(_TOKEN.finditer(text))
    found: list[Presence] = []
    at = 0
    while at < len(tokens):
        length, names = next(_names_at(tokens, at, text, index), (1, ()))
        found.extend(each.presence for each in names if each.presence not in found)
        at += length
    return found


def place_of(kinds: Iterable[ChannelKind], meaning: Meaning) -> list[Presence]:
    """The channels of some kinds on which help is given."""
    wanted = frozenset(kinds)
    return [
        presences(meaning)[pointer]
        for pointer, channel in meaning.parts_of(Channel)
        if channel.means() in wanted and channel.helps()
    ]


def anybody(meaning: Meaning) -> Presence | None:
    """When anybody at all is there, by any hours, channel or rota; None where nothing is known."""
    return meaning.cached(_anybody)


def week_of_rota(rota: str) -> tuple[Interval, ...] | None:
    """The week that a rota says: all of it, or its one stretch of days and times beside words that say no others."""
    if whole := Week.find(rota):
        return whole.intervals
    if finds("figures.always", rota):
        return _ALL_WEEK
    spans = weeks_in(rota)
    if len(spans) != 1 or not spans[0].intervals:
        return None
    rest = rota[: spans[0].start] + rota[spans[0].end :]
    says_more = re.search(r"\d", rest) or finds("presence.some_day", rest) or mentions_on_call([rest])
    return None if says_more else spans[0].intervals


def _presences(meaning: Meaning) -> dict[Pointer, Presence]:
    found: dict[Pointer, Presence] = {}
    for pointer, hours in meaning.parts_of(Hours):
        schedule = schedule_of(hours, meaning)
        found[pointer] = _presence(hours.named(), (*_section_of(pointer, hours), "open"), schedule)
    for pointer, channel in meaning.parts_of(Channel):
        staffed = staffing(meaning).channels.get(pointer)
        schedule = staffed.schedule if staffed else None
        place = (*pointer, "hours") if channel.hours else pointer
        whose = _presence(channel.named(), place, schedule)
        found[pointer] = whose._replace(any_hour=bool(staffed and staffed.any_hour))
    for pointer, role in meaning.parts_of(Role):
        week = week_of_rota(role.rota) if role.rota else None
        if mentions_on_call([role.reach]) and not _is_day_and_night(week or ()):
            week = None
        found[pointer] = Presence(role.named(), (*pointer, "rota") if role.rota else pointer, week, is_person=True)
    return found


def _is_day_and_night(week: tuple[Interval, ...]) -> bool:
    """Whether a rota names whole days, so that whoever is on call has those that it leaves out off."""
    return bool(week) and all((each.opens, each.closes) == (0, 1440) for each in week)


def _section_of(pointer: Pointer, hours: Hours) -> Pointer:
    return pointer if hours.name or pointer[-1] != 0 else pointer[:-1]


def _presence(name: str, pointer: Pointer, schedule: Schedule | None) -> Presence:
    return Presence(name, pointer, schedule.week, schedule.closed) if schedule else Presence(name, pointer)


def _anybody(meaning: Meaning) -> Presence | None:
    known = [each for each in presences(meaning).values() if each.week]
    if not known:
        return None
    sets = [presences(meaning)[pointer] for pointer, hours in meaning.parts_of(Hours) if hours.open]
    first = next((each for each in (*sets, *known)), known[0])
    closed = first.closed if sets and all(each.closed == first.closed for each in sets) else NEVER_CLOSED
    return Presence("", first.pointer, united(each.week for each in known if each.week), closed)


def _index(meaning: Meaning) -> dict[str, list[_Name]]:
    """The names in small letters; a name that two bear means both."""
    index: dict[str, list[_Name]] = {}
    for name in (*_names_of_people(meaning), *_names_of_things(meaning)):
        known = index.setdefault(name.text.casefold(), [])
        if all(each.presence != name.presence for each in known):
            known.append(name)
    return index


def _names_of_people(meaning: Meaning) -> Iterator[_Name]:
    """Roles by their names and titles, people by their full names, their first names and, with a title, their last."""
    by_person: dict[str, list[Presence]] = {}
    for pointer, role in meaning.parts_of(Role):
        presence = presences(meaning)[pointer]
        titles: list[str] = [role.named(), role.title or ""]
        for text in titles:
            if 0 < len(_TOKEN.findall(text)) <= _LONGEST:
                yield from (_Name(presence, each) for each in (text, f"{text}s"))
        for holder in role.people:
            by_person.setdefault(" ".join(holder.split()), []).append(presence)
    firsts = Counter(_bare(person)[0] for person in by_person if _bare(person))
    for person, held in by_person.items():
        tokens = _bare(person)
        whose = held[0] if len(held) == 1 else _all_of(held)
        yield _Name(whose, person, exact=True)
        yield from (_Name(whose, tokens[0], exact=True) for _ in tokens[:1] if firsts[tokens[0]] == 1)
        honorifics = words("presence.honorifics") if len(tokens) > 1 else ()
        yield from (_Name(whose, f"{title} {tokens[-1]}") for title in honorifics)


def _bare(person: str) -> list[str]:
    tokens = [token.rstrip(".") for token in _TOKEN.findall(person)]
    return [token for token in tokens if token.casefold() not in words("presence.honorifics")]


def _all_of(held: list[Presence]) -> Presence:
    """When a person with several roles is there: in any of them, and unknown where one says no hours."""
    weeks = [each.week for each in held if each.week]
    return held[0]._replace(week=united(weeks) if len(weeks) == len(held) else None)


def _names_of_things(meaning: Meaning) -> Iterator[_Name]:
    """Channels by name and, where it is the only one, by kind; hours and what is unmistakable of a name by `the …`."""
    kinds = Counter(channel.means() for _, channel in meaning.parts_of(Channel) if channel.helps())
    for pointer, channel in meaning.parts_of(Channel):
        presence, kind = presences(meaning)[pointer], channel.means()
        yield from (_Name(presence, each) for each in (channel.named(), f"{channel.named()}s"))
        if kind in (ChannelKind.PHONE, ChannelKind.CHAT) and kinds[kind] == 1:
            yield from (_Name(presence, each) for each in _spoken_of(kind))
    for pointer, hours in meaning.parts_of(Hours):
        if hours.name:
            yield _Name(presences(meaning)[pointer], hours.named(), article=True)
    yield from _single_words(meaning)


def _spoken_of(kind: ChannelKind) -> tuple[str, ...]:
    return ("telephone", "phone", "Telefon") if kind is ChannelKind.PHONE else ("chat",)


def _single_words(meaning: Meaning) -> Iterator[_Name]:
    """A word that stands in one name alone: `the van` is the van driver, `the workshop` the workshop door."""
    bearers: dict[str, list[Presence]] = {}
    for pointer, part in (*meaning.parts_of(Role), *meaning.parts_of(Channel), *meaning.parts_of(Hours)):
        for token in set(_TOKEN.findall(part.named().casefold())) if part.name else ():
            if len(token) > 2 and token not in words("presence.too_common"):
                bearers.setdefault(token, []).append(presences(meaning)[pointer])
    for token, found in bearers.items():
        if len({each.week for each in found}) == 1:
            for each in (token, f"{token}s", token.removesuffix("s")):
                yield _Name(found[0], each, article=True)


def _names_at(
    tokens: list[re.Match[str]], at: int, text: str, index: Mapping[str, list[_Name]]
) -> Iterator[tuple[int, list[_Name]]]:
    """The names that begin with a word of the text, the longest first."""
    for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
        start, end = tokens[at].start(), tokens[at + length - 1].end()
        said = re.sub(r"['’]s?$", "", text[start:end])
        names = [each for each in index.get(said.casefold(), ()) if _is_meant(each, said, text, start)]
        if names:
            is_owner = re.search(r"['’]s?$", text[start:end]) or re.match(r"['’]", text[end:])
            yield length, [] if is_owner else names


def _is_meant(name: _Name, said: str, text: str, start: int) -> bool:
    before = text[:start].rstrip()
    if name.exact:
        begins = not before or before[-1] in ".!?:"
        return said == name.text and not (begins and said.casefold() in words("presence.also_words"))
    return not name.article or bool(_article().search(before))


def _article() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words('presence.articles'))})$", re.IGNORECASE)
