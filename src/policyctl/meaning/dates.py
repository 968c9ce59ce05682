"""Say of every date what happens then, in a word that rules know, so that any two can be held against each other."""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.lexicon import pattern
from policyctl.meaning.concepts import Dated
from policyctl.meaning.figures import Kind, read_figures
from policyctl.meaning.lowering import concepts_of
from policyctl.meaning.model import Meaning
from policyctl.schema.quantities import Date, QuantityError


class Event(StrEnum):
    """What happens on a day."""

    EFFECT = "in force"
    TRIAL_BEGINS = "the trial begins"
    TRIAL_ENDS = "the trial ends"
    TRIAL_SAID_TO_END = "the trial is said to end"
    START_DECIDED = "it was decided to begin"
    BRIEFING = "a briefing"
    SIGNED_BY = "everybody has signed"
    NEXT_REVIEW = "the next review"
    REVIEWED = "a review was held"
    CHANGED = "a version"
    STAFF_ASKED = "the staff were asked"
    CHECKED = "a comparison was checked"
    LEAVES = "somebody's last day"


class Day(NamedTuple):
    """One date, what happens then, and where it stands.

    `name` is the entry that it belongs to. `words` are the very words where it was read in a sentence, and `nth` says
    how many times they stand there before.
    """

    event: Event
    value: date
    pointer: Pointer
    name: str = ""
    words: str | None = None
    nth: int = 0

    def __str__(self) -> str:
        return str(Date(self.value))


def days(meaning: Meaning) -> tuple[Day, ...]:
    """Every date of a policy, read once for all rules."""
    return meaning.cached(_days)


def days_of(event: Event, meaning: Meaning) -> list[Day]:
    """The days of one event, the earliest first."""
    return sorted((day for day in days(meaning) if day.event is event), key=lambda day: day.value)


def first_day(event: Event, meaning: Meaning) -> Day | None:
    """The earliest day of an event."""
    return next(iter(days_of(event, meaning)), None)


def last_day(event: Event, meaning: Meaning) -> Day | None:
    """The latest day of an event."""
    return next(reversed(days_of(event, meaning)), None)


def _days(meaning: Meaning) -> tuple[Day, ...]:
    return (*_in_fields(meaning), *_of_trial_in_words(meaning))


_EVENTS = {
    ("policy", "effective"): Event.EFFECT,
    ("pilot", "starts"): Event.TRIAL_BEGINS,
    ("pilot", "ends"): Event.TRIAL_ENDS,
    ("rollout", "on"): Event.BRIEFING,
    ("rollout", "acknowledge_by"): Event.SIGNED_BY,
    ("review", "next"): Event.NEXT_REVIEW,
    ("review", "on"): Event.REVIEWED,
    ("changelog", "on"): Event.CHANGED,
    ("staff_input", "on"): Event.STAFF_ASKED,
    ("benchmarks", "checked"): Event.CHECKED,
    ("roles", "until"): Event.LEAVES,
}
"""What happens on a date, by the section and the field that it stands in."""


def _in_fields(meaning: Meaning) -> Iterator[Day]:
    """The dates that stand in fields of their own."""
    for each in concepts_of(Dated, meaning):
        pointer = each.place.pointer
        event = _EVENTS.get((str(pointer[0]), str(pointer[-1])))
        if event and isinstance(each.date, Date):
            yield Day(event, each.date.value, pointer, each.name)


def _of_trial_in_words(meaning: Meaning) -> Iterator[Day]:
    """The end of the trial that people are told, and the beginning that was decided on."""
    pilot, effective = meaning.policy.pilot, meaning.policy.policy.effective
    if pilot and pilot.ends:
        told = [(("pilot", "told", nth), text) for nth, text in enumerate(pilot.told)]
        around = [(("pilot", key), getattr(pilot, key)) for key in ("intro", "opt_out", "consent", "notes")]
        for pointer, text in (*told, *((place, text) for place, text in around if text)):
            yield from _dates_in(Event.TRIAL_SAID_TO_END, pointer, text, "keeping.until", pilot.ends.value.year)
    if pilot and pilot.decision and effective:
        decided = ("pilot", "decision")
        yield from _dates_in(Event.START_DECIDED, decided, pilot.decision, "keeping.from", effective.value.year)


def _dates_in(event: Event, pointer: Pointer, text: str, leading: str, year: int) -> Iterator[Day]:
    """The dates behind such a word; one without a year is of that year."""
    for each in read_figures(text):
        before = pattern(leading)
        led = [found.end() for found in before.finditer(text[: each.start])]
        if each.kind is Kind.DATE and led and re.fullmatch(r"\W*(?:\w+ )?", text[led[-1] : each.start]):
            value = each.value.value if isinstance(each.value, Date) else _in_year(each.words, year)
            if value:
                words = each.words.rstrip(".")
                yield Day(event, value, pointer, "", words, text[: each.start].count(words))


def _in_year(words: str, year: int) -> date | None:
    """A day and a month in a year; None for a feast, which nobody writes as the end of a trial."""
    return read_day(f"{words.rstrip('.')} {year}")


def read_day(text: str) -> date | None:
    """The date that a text is, if it is one that the calendar has."""
    try:
        found = Date.find(text)
    except QuantityError:
        return None
    return found.value if found else None
