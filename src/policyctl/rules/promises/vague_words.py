"""Whether a text is vague about time, in the words of `data/<language>/promises.yaml`."""

import re

from policyctl.lexicon import alternatives, pattern
from policyctl.rules.patterns import pattern as compiled
from policyctl.schema.quantities import has_figure

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")


def vague_words(text: str) -> tuple[str, int] | None:
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


def tells_how_long(text: str) -> bool:
    """Whether a text holds a figure and a length of time, such as `about four days`."""
    return has_figure(text) and bool(pattern("promises.lengths").search(text))


def _names_a_time(sentence: str) -> bool:
    return has_figure(sentence) or bool(pattern("promises.definite").search(sentence))


def _is_asked_of_customers(words: str) -> bool:
    """Whether the words before are about what customers do; what we do begins anew: `please call, and we will`."""
    ours = compiled(rf"(?:,|\band|\bthen|\bund|\bdann \w+) {alternatives('promises.we')}\b")
    return bool(pattern("promises.asked_of_customers").search(ours.split(words)[-1]))
