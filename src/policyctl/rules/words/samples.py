"""Find what the samples of speech do not show, and what they tell customers that the policy does not hold."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import alternatives, finds, words
from policyctl.meaning.promises.rows import Row, rows_below
from policyctl.meaning.references import inside, targets
from policyctl.meaning.texts import Passage
from policyctl.patterns import pattern
from policyctl.rules.method import ENOUGH_SAMPLES, steps_missing, times_shown
from policyctl.rules.rule import RuleContext
from policyctl.rules.words.sentences import sentences
from policyctl.schema.grammar.commitment import Milestone
from policyctl.schema.quantities import Duration
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.procedures import Procedure, Step
from policyctl.schema.sections.tone import Sample, Tone

_MISSING_STEPS = 3
"""Steps of the method that a handbook may lack when it is asked for samples."""

_MANY = 20
"""Promises of one procedure above which nobody could tell which of them is meant."""

_MATTERS = ("reply", "call", "money", "replacement", "delivery", "repair")
"""What is promised everywhere; the words for each are `words.about_reply` and so on."""

_BY_MILESTONE = {
    Milestone.FIRST_REPLY: "reply", Milestone.NEXT_REPLY: "reply", Milestone.FULL_REPLY: "reply",
    Milestone.CALL_BACK: "call",
}  # fmt: skip


class SpokenTime(NamedTuple):
    """A time that a sentence tells, where it is told, and what is done within it."""

    start: int
    words: str
    length: Duration
    matters: frozenset[str]


def too_few_samples(context: RuleContext) -> Iterator[Issue]:
    """A handbook that shows how it sounds in fewer than three samples, or in none for a customer who is angry.

    One without any is asked for them when it holds most of what a handbook holds; before that, more is missing.

    Why it matters: “warm and plain” is a different sentence in each head; three samples make it one. Anger is the one
    moment for which nobody finds good words of their own.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            kind: handbook
          tone:  # <- here
            sounds_like: A neighbour who reads a great deal
            samples:
              Angry about a parcel: I'm sorry. It leaves today.
        +     No receipt: Our label is on the back. I'll gladly swap it.
        +     Between two trains: Yes, two copies. One is by the till.
    """
    tone = context.policy.tone
    if tone is None or not context.states(Kind.HANDBOOK):
        return
    shown = times_shown(tone)
    if shown < ENOUGH_SAMPLES and (shown or len(steps_missing(context.policy)) <= _MISSING_STEPS):
        number = {0: "no sample", 1: "one sample", 2: "two samples"}[shown]
        hint = "Add `samples` of what you would say: to somebody in a hurry, somebody unsure, somebody angry."
        yield Issue(("tone",), f"The tone is shown by {number}, and it takes three.", hint, at_key=True)
    elif shown >= ENOUGH_SAMPLES and context.understood and not _shows_anger(tone):
        hint = "Add one with `mood: angry`: what they say, and what you answer."
        yield Issue(("tone", "samples"), "No sample shows what to say to somebody angry.", hint, at_key=True)


def _shows_anger(tone: Tone) -> bool:
    moods = [mood.named() for mood in tone.moods or () if mood.say]
    samples = [text for each in tone.samples or () for text in (each.mood, each.named(), *each.customer) if text]
    return any(word in text.lower() for text in (*moods, *samples) for word in words("words.angry"))


def sample_against_promise(context: RuleContext) -> Iterator[Issue]:
    """A sample or a step that tells the customer another time than the promise that it belongs to.

    Why it matters: the sample is what people copy, so the customer is told ten days, waits, and reads five on the wall.

    Diff:

          standards:
            Money back: within 5 working days after we agree it
          procedures:
            A refund:
              standards: Money back
              steps:
                - do: Say how much and by when
        -         say: Your refund is on its way. You have it within 10 working days.  # <- here
        +         say: Your refund is on its way. You have it within 5 working days.
    """
    for passage in context.texts.said:
        if isinstance(passage.part, Sample | Step) and finds("words.units", passage.text):
            for time in _spoken_times(passage.text):
                linked = [row for row in _linked(passage, context) if time.matters & _row_matters(row)]
                if _is_broken(time, linked):
                    yield _against_promise(passage, time, linked[0])


def _against_promise(passage: Passage, time: SpokenTime, row: Row) -> Issue:
    longest = max((each.length for each in row.limits if each.length), key=lambda length: length.longest)
    promised = " or ".join(dict.fromkeys(str(each.length) for each in row.limits[:3]))
    more = "more than" if time.length > longest else "less than"
    message = f"“{time.words}” is {more} “{row.name}” promises, which is {promised}."
    hint = "Tell customers here what the promise says, or change the promise."
    return passage.issue(time.start, time.words, message, hint)


def _is_broken(time: SpokenTime, linked: list[Row]) -> bool:
    """Whether a time is against each promise that it may belong to; it may be that of one without any."""
    lengths = [each.length for row in linked for each in row.limits]
    known = [length for length in lengths if length is not None]
    all_timed = len(known) == len(lengths) and all(row.limits for row in linked)
    return bool(known) and all_timed and _is_beyond(time.length, known)


def _is_beyond(time: Duration, promised: list[Duration]) -> bool:
    """Whether it is shorter than each or longer than each; what cannot be compared may be the same."""
    if not all(time.comparable(each) for each in promised):
        return False
    return all(time < each for each in promised) or all(time > each for each in promised)


def _row_matters(row: Row) -> frozenset[str]:
    """What a promise is about: its milestone says so, or else its words."""
    known = _BY_MILESTONE.get(row.milestone) if row.milestone else None
    return frozenset({known}) if known else _matters(f"{row.name} {row.promise.says or ''}")


def _matters(text: str) -> frozenset[str]:
    """What a text is about, of the few things that are promised everywhere."""
    return frozenset(matter for matter in _MATTERS if finds(f"words.about_{matter}", text))


def _spoken_times(text: str) -> Iterator[SpokenTime]:
    """The times within which we do something; what the customer has time for is left out."""
    for sentence in sentences(text):
        found = _within_a_time().search(sentence.text)
        length = Duration.find(found["length"]) if found else None
        if found and length and not finds("words.customers_turn", sentence.text[: found.start()]):
            about = _matters(sentence.text) or _matters(text)
            yield SpokenTime(sentence.start + found.start(), found[0], length, about)


@cache
def _within_a_time() -> re.Pattern[str]:
    within, units = alternatives("words.within"), alternatives("words.units")
    return pattern(rf"\b{within}(?: the)?(?: next)? (?P<length>(?:[\w.,-]+ ){{1,4}}?{units}\b)")


def _linked(passage: Passage, context: RuleContext) -> list[Row]:
    """The promises of the procedure that the words belong to; of so many that nobody knows which, none."""
    pointer = _place(passage, context)
    entry = context.cached(_procedures).get(pointer)
    if not entry:
        return []
    named = [each.pointer for reference in entry.standards for each in targets(reference, context.names)]
    found = [row for place in (pointer, *named) for row in rows_below(place, context)]
    return found if len(found) <= _MANY else []


def _place(passage: Passage, context: RuleContext) -> Pointer:
    """The procedure: that which a sample names, or that in which a step stands."""
    if isinstance(passage.part, Sample):
        found = targets(passage.part.procedure, context.names) if passage.part.procedure else ()
        return found[0].pointer if found else ()
    return inside(passage.pointer, context.cached(_procedures)) or ()


def _procedures(context: RuleContext) -> dict[Pointer, Procedure]:
    return dict(context.parts_of(Procedure))
