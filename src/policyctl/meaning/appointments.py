"""Read from sentences when somebody is said to be there, to answer or to come, and who that is.

Each statement is a time, a day or a date with those of whom it is said. It is sure or silent: what customers do at
whatever hour, what is not so, and what is true at some times of the year say nothing about who is there.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.lexicon import alternatives, finds, pattern
from policyctl.meaning.attendance import Presence, anybody, named_in, place_of, presences
from policyctl.meaning.figures import Figure, Kind, read_figures
from policyctl.meaning.model import Meaning
from policyctl.meaning.presence import years
from policyctl.meaning.references import inside, targets
from policyctl.meaning.texts import Passage
from policyctl.schedule import Days, read_closing
from policyctl.schema.grammar.references import Reference
from policyctl.schema.grammar.texts import Speech, Unsaid
from policyctl.schema.quantities import Date, Interval, TimeOfDay, weeks_in
from policyctl.schema.quantities.week import DAYS
from policyctl.schema.sections.complaints import Complaints, HowToComplain, Stage
from policyctl.schema.sections.conduct import Access, Conduct
from policyctl.schema.sections.discretion import Discretion
from policyctl.schema.sections.escalation import DirectRoute, Escalation, Handoff, Ladder, Level
from policyctl.schema.sections.people import Channel, ChannelKind
from policyctl.schema.sections.procedures import Procedure, Step
from policyctl.schema.sections.stand import Fact, GroundRule, Moment, Topic
from policyctl.schema.sections.standards import Remedy, Standard
from policyctl.schema.sections.terms import Term
from policyctl.schema.sections.tone import MoodTone, Sample
from policyctl.schema.sections.training import RolePlay

WEEK = frozenset(range(7))
_WEEKEND = frozenset({5, 6})

_PARTS = (
    Access, Channel, Complaints, Conduct, DirectRoute, Discretion, Escalation, Fact, GroundRule, Handoff, HowToComplain,
    Ladder, Level, Moment, MoodTone, Procedure, Remedy, RolePlay, Sample, Stage, Standard, Step, Term, Topic,
)  # fmt: skip
"""Where a policy says what happens; tales, meetings, findings and old versions are elsewhere."""

_OTHER_FIELDS = frozenset({
    "name", "example", "customer", "when", "unless", "trigger", "because", "after", "if_", "triggers", "record",
    "begins", "unacceptable", "we_ask", "signs", "condition", "proof", "tell_us", "identity", "fault", "exceptions",
    "basis", "customer_brief", "twist", "debrief", "pass_when",
})  # fmt: skip
"""Fields of these parts that tell of cases and customers, and not of us."""

_FEW = 5
"""Words of a clause that says nothing by itself."""

_FACE_TO_FACE = frozenset({ChannelKind.IN_PERSON, ChannelKind.HOME_VISIT})


class Statement(NamedTuple):
    """What a passage says of `who`: they are there on all of `days` (any will do if none are said), and at `times`.

    `times` are those that the words may mean, in minutes. `bound` is `at`, `until`, `by`, `before`, `after`, `opens` or
    `closes`; `always` and `night` are said of any hour. `dates` are days of the calendar.
    """

    passage: Passage
    start: int
    words: str
    who: tuple[Presence, ...]
    days: frozenset[int] = frozenset()
    times: tuple[int, ...] = ()
    bound: str = "at"
    intervals: tuple[Interval, ...] = ()
    dates: tuple[Days, ...] = ()


def statements(meaning: Meaning) -> Iterator[Statement]:
    """Every statement of a policy, in the order of its texts."""
    if not meaning.understood or not anybody(meaning):
        return
    for passage in meaning.texts.read:
        if isinstance(passage.part, _PARTS) and passage.field not in _OTHER_FIELDS and passage.kind is not Unsaid:
            yield from _of_passage(passage, meaning)
            yield from _invitations(passage, meaning)


class _Saying(NamedTuple):
    """A word or two of a sentence that say when."""

    start: int
    end: int
    clause: str
    days: frozenset[int] = frozenset()
    times: tuple[int, ...] = ()
    bound: str = "at"
    intervals: tuple[Interval, ...] = ()
    dates: tuple[Days, ...] = ()

    @property
    def is_round(self) -> bool:
        """Whether it says that it is so by night, at weekends or at any hour."""
        return self.bound in ("always", "night") or self.days == _WEEKEND


def _of_passage(passage: Passage, meaning: Meaning) -> Iterator[Statement]:
    text = passage.text
    by_clause: dict[str, list[_Saying]] = {}
    for saying in _sayings(text, meaning):
        by_clause.setdefault(saying.clause, []).append(saying)
    for clause, sayings in by_clause.items():
        here = _who(clause, passage, meaning) if _is_usual(clause) else ()
        who = here or _who_of_sentence(clause, passage, meaning)
        if who:
            shuts = finds("presence.absent", clause)
            for each in _paired(sayings):
                if shuts and (each.bound != "closes" or each.days):
                    continue
                if each.is_round <= bool(who[0].name) and (here or each.is_round or _adds_a_day(clause)):
                    yield Statement(passage, each.start, text[each.start : each.end].rstrip(" ."), who, *each[3:])


def _invitations(passage: Passage, meaning: Meaning) -> Iterator[Statement]:
    """A day that is told to customers, whom the next sentence asks to come, whatever the time."""
    if passage.kind is not Speech or not finds("presence.come_then", passage.text):
        return
    figures = [each for each in read_figures(passage.text) if each.kind is Kind.WEEKDAY and _is_a_day(each)]
    for day in figures:
        following = passage.text[passage.text.find(day.sentence) + len(day.sentence) :]
        asked = re.split(r"(?<=[.!?])\s", following.strip())[0]
        alone = [each for each in figures if each.sentence in (day.sentence, asked)] == [day]
        if alone and finds("presence.come_then", asked) and _is_usual(day.clause) and not named_in(day.clause, meaning):
            who = tuple(each for each in place_of((ChannelKind.IN_PERSON,), meaning) if each.week)
            if who:
                yield Statement(passage, day.start, day.words, who, days=_weekday(day))


def _weekday(figure: Figure) -> frozenset[int]:
    word = figure.words.casefold()
    return frozenset({DAYS[word if word in DAYS else word.removesuffix("s")]})


def _adds_a_day(clause: str) -> bool:
    """Whether a clause is no more than a day that is added to what was said: `on Sundays too`."""
    return len(clause.split()) <= _FEW and finds("presence.as_well", clause)


def _who_of_sentence(clause: str, passage: Passage, meaning: Meaning) -> tuple[Presence, ...]:
    """The one whom the sentence around a clause names: `an engineer comes, at night and at weekends too`."""
    sentence = next((each for each in re.split(r"(?<=[.!?;])\s", passage.text) if clause in each), "")
    if not sentence or finds("presence.absent", sentence) or not _is_usual(clause):
        return ()
    named = named_in(sentence, meaning)
    return tuple(named) if len(named) == 1 and named[0].week and not named[0].any_hour else ()


def _is_usual(clause: str) -> bool:
    """Whether a clause says that something is so, and not when it is otherwise or what customers do."""
    return not (
        finds("presence.at_some_times", clause)
        or finds("presence.past", clause)
        or finds("presence.customers_do", clause)
        or finds("presence.others_act", clause)
        or finds("presence.absent", pattern("presence.closes").sub("", clause))
    )


def _paired(sayings: list[_Saying]) -> Iterator[_Saying]:
    """Each with the days or the one time beside it: `on Monday at nine` is one statement."""
    days = frozenset[int]().union(*(each.days for each in sayings if not each.intervals))
    timed = [each for each in sayings if each.times]
    dayed = [each for each in sayings if each.days and not each.times]
    if len(timed) == 1 and days and len(dayed) == 1 and timed[0].bound != "night":
        (time,) = timed
        yield dayed[0]
        yield time._replace(days=days)
        yield from (each for each in sayings if each is not time and each is not dayed[0])
    else:
        yield from sayings


def _sayings(text: str, meaning: Meaning) -> Iterator[_Saying]:
    figures = [each for each in read_figures(text) if not each.hedged or each.kind is Kind.ALWAYS]
    spans = weeks_in(text) if re.search(r"[a-zäöü]{4}", text) and _day_words().search(text) else []
    taken: list[tuple[int, int]] = []
    for span in spans:
        if span.intervals or len(span.days) < 7:
            taken.append((span.start, span.end))
            clause = _clause(text, span.start, span.end, figures)
            days = span.days if not span.intervals else frozenset[int]()
            yield _Saying(span.start, span.end, clause, days, intervals=span.intervals)
    for each in figures:
        if all(each.end <= start or each.start >= end for start, end in taken):
            yield from _of_figure(each, meaning)
    for name, days, times, bound in _PARTS_OF_WEEKS:
        for found in pattern(f"presence.{name}").finditer(text):
            clause = _clause(text, found.start(), found.end(), figures)
            if all(found.end() <= start or found.start() >= end for start, end in taken):
                yield _Saying(found.start(), found.end(), clause, days, times, bound)


_PARTS_OF_WEEKS = (
    ("weekend", _WEEKEND, (), "at"),
    ("night", frozenset[int](), (180,), "night"),
    ("evening", frozenset[int](), (1020,), "after"),
)


@cache
def _day_words() -> re.Pattern[str]:
    days = "|".join(re.escape(word) for word in sorted(DAYS, key=len, reverse=True) if len(word) > 1)
    return re.compile(rf"\b(?:{days})", re.IGNORECASE)


def _clause(text: str, start: int, end: int, figures: list[Figure]) -> str:
    """The clause of a figure that overlaps the words, or else the part of the sentence around them."""
    for each in figures:
        if each.start < end and each.end > start:
            return each.clause
    opening = max((found.end() for found in re.finditer(r"[.;:!?()]\s|, ", text[:start])), default=0)
    closing = re.search(r"[.;:!?()]|, ", text[end:])
    whole = text[opening : end + closing.start() if closing else len(text)]
    return next(
        (each.clause for each in figures if each.clause in whole or whole.strip() in each.clause), whole.strip()
    )


def _of_figure(figure: Figure, meaning: Meaning) -> Iterator[_Saying]:
    place = figure.start, figure.end, figure.clause
    value = figure.value
    if figure.kind is Kind.WEEKDAY and isinstance(value, str) and _is_a_day(figure):
        yield _Saying(*place, days=_weekday(figure))
    elif figure.kind is Kind.TIME and isinstance(value, TimeOfDay):
        yield _Saying(*place, times=_times(figure, value), bound=bound_of(figure))
    elif figure.kind is Kind.ALWAYS:
        yield _Saying(*place, bound="always")
    elif figure.kind is Kind.DATE:
        dates = read_closing(figure.words, years(meaning)) or ()
        if dates or isinstance(value, Date):
            yield _Saying(*place, dates=dates)


def _is_a_day(figure: Figure) -> bool:
    """Whether the name of a day says when, and not which: `the Sunday paper` comes on Saturdays too."""
    before, behind = figure.text[: figure.start].lower(), figure.text[figure.end :]
    if _ends_with("day_of_something", before):
        return False
    led = _ends_with("day_leads", before) or figure.words[-1] == "s"
    return led or not re.match(r" [a-zäöü]", behind)


_EXACT = re.compile(r"[:.]\d\d|[ap]\.?m\b|uhr|noon|midday|midnight|mittag|mitternacht", re.IGNORECASE)


def _times(figure: Figure, value: TimeOfDay) -> tuple[int, ...]:
    """The minutes of a day that a time may mean: a bare `seven` is in the morning or in the evening."""
    exact = _EXACT.search(figure.words) or any(
        finds(f"figures.{part}", figure.words) for part in ("morning", "evening")
    )
    if not exact and 7 * 60 <= value.minutes < 12 * 60:
        return value.minutes, value.minutes + 720
    return (1440, 0) if value.minutes in (0, 1440) else (value.minutes,)


def bound_of(figure: Figure) -> str:
    """What the words before a time make of it."""
    before = figure.text[max(0, figure.start - 24) : figure.start].lower()
    if finds("presence.closes", figure.clause):
        if _ends_with("until", before) or re.search(r"(?:at|um|by) $", before):
            return "closes"
    elif finds("presence.opens", figure.clause) and re.search(r"(?:at|from|um|ab) $", before):
        return "opens"
    return next((name for name in ("by", "before", "after", "until") if _ends_with(name, before)), "at")


def _ends_with(name: str, before: str) -> bool:
    return bool(_ending(name).search(before))


@cache
def _ending(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(f'presence.{name}')},? $")


def _who(clause: str, passage: Passage, meaning: Meaning) -> tuple[Presence, ...]:
    """Of whom a clause speaks: those it names, or those to whom its words and its place belong."""
    named = _where(clause, named_in(clause, meaning))
    if not named and passage.kind is Speech and finds("presence.first_person", clause):
        named = _speaker(passage, meaning)
    if not named and isinstance(passage.part, Channel):
        named = _channel_of(passage, meaning) if finds("presence.answers", clause) else []
    if not named:
        named = _by_words(clause, passage, meaning)
    if not named or any(each.week is None for each in named):
        return ()
    if any(each.any_hour for each in named) and not finds("presence.answers", clause):
        return ()
    return tuple(named)


def _where(clause: str, named: list[Presence]) -> list[Presence]:
    """Of those whom a clause names, the place that they are in: Ann may be anywhere, and in the office by its hours."""
    places = [each for each in named if not each.is_person and each.week and _is_place(each.name, clause)]
    return places if len(places) == 1 and any(each.is_person for each in named) else named


def _is_place(name: str, clause: str) -> bool:
    return bool(re.search(rf"\b{alternatives('presence.in_a_place')} {re.escape(name)}\b", clause, re.IGNORECASE))


def _speaker(passage: Passage, meaning: Meaning) -> list[Presence]:
    """The one who says who they are, or signs: `my name is Lin`, and a name alone on the last line."""
    *_, last = passage.text.strip().splitlines() or [""]
    said = [found["name"] for found in _speaking().finditer(passage.text)]
    named = [each for name in (*said, last.strip()) for each in named_in(name, meaning) if each.is_person]
    return named[:1] if len({each.pointer for each in named}) == 1 else []


@cache
def _speaking() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{alternatives('presence.speaks')}) (?P<name>[A-ZÄÖÜ]\w+(?: [A-ZÄÖÜ]\w+)?)")


def _channel_of(passage: Passage, meaning: Meaning) -> list[Presence]:
    return [presences(meaning)[pointer] for pointer in [inside(passage.pointer, presences(meaning))] if pointer]


def _by_words(clause: str, passage: Passage, meaning: Meaning) -> list[Presence]:
    title = passage.part.named() if isinstance(passage.part, Fact) else ""
    if title and (named := named_in(f"the {title}", meaning)):
        return named
    places = _places_around(passage, meaning)
    if isinstance(passage.part, Standard) and places:
        return places
    if finds("presence.offers", clause):
        return places
    both = f"{title} {clause}"
    for name, kinds in _BY_KIND:
        if finds(f"presence.{name}", both):
            return place_of(kinds, meaning)
    if finds("presence.we_act", clause) or (title and finds("presence.opening_times", title)):
        return [each for each in (anybody(meaning),) if each]
    return []


_BY_KIND = (
    ("visits", (ChannelKind.HOME_VISIT,)),
    ("comes_in", (ChannelKind.IN_PERSON,)),
    ("rings_us", (ChannelKind.PHONE,)),
)


def _places_around(passage: Passage, meaning: Meaning) -> list[Presence]:
    """Where customer and colleague meet in the promise or the procedure that a passage belongs to."""
    by_place = meaning.cached(_places_of_parts)
    around = inside(passage.pointer, by_place)
    return by_place[around] if around else []


def _places_of_parts(meaning: Meaning) -> dict[Pointer, list[Presence]]:
    found = {pointer: _meeting(standard.channels, meaning) for pointer, standard in meaning.parts_of(Standard)}
    for pointer, procedure in meaning.parts_of(Procedure):
        promised = [named.pointer for each in procedure.standards for named in targets(each, meaning.names)]
        found[pointer] = _meeting(procedure.channels, meaning) or [
            each for place in promised for each in found.get(place, ())
        ]
    return found


def _meeting(channels: tuple[Reference, ...], meaning: Meaning) -> list[Presence]:
    named = [named for each in channels for named in targets(each, meaning.names)]
    return [
        presences(meaning)[each.pointer]
        for each in named
        if isinstance(each.entry, Channel)
        and each.entry.means() in _FACE_TO_FACE
        and each.pointer in presences(meaning)
    ]
