"""Read the times that a sentence promises, and the words that are vague about time."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from policyctl.lexicon import alternatives, pattern
from policyctl.schema.quantities import Duration, has_figure

_CLAUSE = re.compile(r"[,;:.!?()]\s")

_END = re.compile(r"(?<![,;:.!?)])[,;:.!?)]++(?:\s.*)?$")

_LONGEST = 500
"""Characters of a sentence that are looked at; a promise is not longer."""

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")


class TimeInText(NamedTuple):
    """A limit in time inside a sentence: its length, the words for it, and how many times they stand before."""

    length: Duration
    words: str
    nth: int


def times_in(sentence: str) -> Iterator[TimeInText]:
    """The limits that a sentence promises; what it asks of customers or makes a condition is none."""
    text = sentence[:_LONGEST]
    for found in _limit_pattern().finditer(text):
        start = found.start("rest")
        words = _time_at(found["rest"])
        clause = _CLAUSE.split(text[:start])[-1]
        if words and not is_conditional(clause):
            yield TimeInText(words[1], words[0], text[:start].count(words[0]))


def is_conditional(sentence: str) -> bool:
    """Whether a sentence holds in some cases only, or asks something of customers."""
    return bool(pattern("promises.conditions").search(sentence))


@cache
def _limit_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives('promises.limits')} (?P<rest>\S+(?: \S+){{1,4}})", re.IGNORECASE)


def _time_at(rest: str) -> tuple[str, Duration] | None:
    """The longest words that are a length of time: `4 business hours`, and not `4 business hours of receipt`."""
    words = rest.split(" ")
    for count in range(len(words), 1, -1):
        text = _END.sub("", " ".join(words[:count]))
        length = Duration.find(text)
        if length:
            return text, length
    return None


def vague_time_in(text: str) -> tuple[str, int] | None:
    """The first words that are vague about time, and how many times they stand before that place.

    A sentence that names a time is not vague, and one that asks something of customers promises nothing.
    """
    before = ""
    for sentence in _SENTENCE_END.split(text):
        found = pattern("promises.vague").search(sentence)
        if found and not (_names_a_time(sentence) or _is_asked_of_customers(sentence[: found.end()])):
            return found[0], (before + sentence[: found.start()]).count(found[0])
        before += f"{sentence} "
    return None


def has_length_of_time(text: str) -> bool:
    """Whether a text holds a figure and a length of time, such as `about four days`."""
    return has_figure(text) and bool(pattern("promises.lengths").search(text))


def _names_a_time(sentence: str) -> bool:
    return has_figure(sentence) or bool(pattern("promises.definite").search(sentence))


def _is_asked_of_customers(words: str) -> bool:
    """Whether the words before are about what customers do; what we do begins anew: `please call, and we will`."""
    return bool(pattern("promises.asked_of_customers").search(_our_part().split(words)[-1]))


@cache
def _our_part() -> re.Pattern[str]:
    return re.compile(rf"(?:,|\b{alternatives('promises.continuing')}) {alternatives('promises.we')}\b", re.IGNORECASE)
