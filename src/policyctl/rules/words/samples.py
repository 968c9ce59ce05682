"""Find what the samples of speech do not show, and what they tell customers that the policy does not hold."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import alternatives, finds, words
from policyctl.lexicon import pattern as lexicon_pattern
from policyctl.meaning.figures import Figure, read_figures
from policyctl.meaning.promises.rows import Row, rows
from policyctl.meaning.references import entries, inside, targets
from policyctl.meaning.texts import Passage
from policyctl.patterns import pattern
from policyctl.rules.method import ENOUGH_SAMPLES, steps_missing, times_shown
from policyctl.rules.rule import RuleContext
from policyctl.rules.words.sentences import sentences
from policyctl.schema.grammar.commitment import Milestone
from policyctl.schema.grammar.references import RoleRef
from policyctl.schema.quantities import Allowance, Duration, Money
from policyctl.schema.sections.discretion import Grant
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.people import Role
from policyctl.schema.sections.procedures import Procedure, Step
from policyctl.schema.sections.standards import Remedy
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
    below = context.cached(_below)
    found = [row for place in (pointer, *named) for row in below.get(place, ())]
    return found if len(found) <= _MANY else []


def _place(passage: Passage, context: RuleContext) -> Pointer:
    """The procedure: that which a sample names, or that in which a step stands."""
    if isinstance(passage.part, Sample):
        found = targets(passage.part.procedure, context.names) if passage.part.procedure else ()
        return found[0].pointer if found else ()
    return inside(passage.pointer, context.cached(_procedures)) or ()


def _procedures(context: RuleContext) -> dict[Pointer, Procedure]:
    return dict(context.parts_of(Procedure))


def _below(context: RuleContext) -> dict[Pointer, list[Row]]:
    """The promises below each place: of a group, of a procedure."""
    found: dict[Pointer, list[Row]] = {}
    for row in rows(context):
        for length in range(2, len(row.pointer) + 1):
            found.setdefault(row.pointer[:length], []).append(row)
    return found


def sample_above_band(context: RuleContext) -> Iterator[Issue]:
    """A sample or a step in which a customer is offered more, as goodwill, than those who serve may give.

    Why it matters: the words are copied at the counter, and then somebody has to take them back.

    Diff:

          discretion:
            may_give:
              Amir and Bea: a voucher up to £15
            ask: Nell
          tone:
            samples:
        -     A cake that fell: I'm sorry. Please take a £25 voucher with you.  # <- here
        +     A cake that fell: I'm sorry. Please take a £15 voucher with you.
    """
    most = _most(context)
    if most is None:
        return
    amounts = (money for _, remedy in context.parts_of(Remedy) for money in _amounts(remedy, context))
    owed = max((money.amount for money in amounts if _above(money, most)), default=0)
    for passage in context.texts.said:
        for start, money in _offered(passage, context):
            if _above(money, most) and money.amount > owed:
                message = f"“{money.text}” is more than those who serve may give without asking: {most}."
                hint = "Offer what they may give, or say beside it with `ask` whose leave it needs."
                yield passage.issue(start, money.text, message, hint)


def _offered(passage: Passage, context: RuleContext) -> Iterator[tuple[int, Money]]:
    """The amounts that are offered as goodwill, by somebody who need not ask."""
    if isinstance(passage.part, Sample) or (isinstance(passage.part, Step) and not _is_allowed(passage.part, context)):
        for sentence in sentences(passage.text):
            goodwill = lexicon_pattern("words.goodwill").search(sentence.text)
            figures = [each for each in read_figures(sentence.text) if goodwill and isinstance(each.value, Money)]
            if goodwill and figures and not _is_a_bill(figures):
                given = min(figures, key=lambda each: max(each.start - goodwill.end(), goodwill.start() - each.end))
                if isinstance(given.value, Money):
                    yield sentence.start + given.start, context.priced(given.value)


def _is_a_bill(figures: Iterable[Figure]) -> bool:
    """Whether one amount is two others taken together: `CHF 60 off CHF 600, so CHF 540` reckons what is due."""
    amounts = {figure.value.amount for figure in figures if isinstance(figure.value, Money)}
    return any(one + other in amounts for one, other in combinations(amounts, 2))


def _is_allowed(step: Step, context: RuleContext) -> bool:
    """Whether leave is asked for in the step, or somebody with more say does it."""
    return bool(step.ask) or _led(step.by, context)


def _most(context: RuleContext) -> Allowance | None:
    """The most that anybody who does not lead may give of their own; None where a band is not in money."""
    bands = [
        grant.up_to
        for _, grant in context.parts_of(Grant)
        if not grant.rows and not grant.over and _serves(grant, context)
    ]
    known = [band for band in bands if isinstance(band, Allowance) and isinstance(band.amount, Money)]
    return max(known, key=lambda band: band.amount.amount if isinstance(band.amount, Money) else 0, default=None)


def _serves(grant: Grant, context: RuleContext) -> bool:
    return not _led(grant.who or (RoleRef(grant.named()),), context)


def _led(people: Iterable[RoleRef], context: RuleContext) -> bool:
    """Whether one of them leads, by the word of the policy."""
    return any(role.leads for role in entries(people, Role, context.names).values())


def _amounts(remedy: Remedy, context: RuleContext) -> Iterator[Money]:
    for text in (*remedy.gives, remedy.says or ""):
        if money := Money.first_in(text):
            yield context.priced(money)


def _above(money: Money, most: Allowance) -> bool:
    return isinstance(most.amount, Money) and money.currency == most.amount.currency and money > most.amount
