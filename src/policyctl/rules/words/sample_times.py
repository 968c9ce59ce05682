"""A policy in; words to say that promise another time than its promises do out."""

from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.rules.naming import targets
from policyctl.rules.places import inside
from policyctl.rules.promises.rows import Row, rows
from policyctl.rules.rule import RuleContext
from policyctl.rules.texts import Passage
from policyctl.rules.words.matters import UNITS, Told, matters_of, times_told
from policyctl.schema.grammar.texts import Speech
from policyctl.schema.quantities import Duration
from policyctl.schema.sections.procedures import Procedure, Step
from policyctl.schema.sections.tone import Sample

_MANY = 20
"""Promises of one procedure above which nobody could tell which of them is meant."""


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
    timed = {id(each): each for word in UNITS for each in context.texts.where.get(word, ()) if each.kind is Speech}
    for passage in timed.values():
        if isinstance(passage.part, Sample | Step):
            for told in times_told(passage.text):
                linked = [row for row in _linked(passage, context) if told.matters & _matters(row)]
                if _is_broken(told, linked):
                    yield _issue(passage, told, linked[0])


def _issue(passage: Passage, told: Told, row: Row) -> Issue:
    longest = max((each.length for each in row.limits if each.length), key=lambda length: length.longest)
    promised = " or ".join(dict.fromkeys(str(each.length) for each in row.limits[:3]))
    more = "more than" if told.length > longest else "less than"
    message = f"“{told.words}” is {more} “{row.name}” promises, which is {promised}."
    hint = "Tell customers here what the promise says, or change the promise."
    return passage.issue(told.start, told.words, message, hint)


def _is_broken(told: Told, linked: list[Row]) -> bool:
    """Whether a told time is against each promise that it may belong to; it may be that of one without any."""
    lengths = [each.length for row in linked for each in row.limits]
    known = [length for length in lengths if length is not None]
    all_timed = len(known) == len(lengths) and all(row.limits for row in linked)
    return bool(known) and all_timed and _is_beyond(told.length, known)


def _is_beyond(told: Duration, promised: list[Duration]) -> bool:
    """Whether it is shorter than each or longer than each; what cannot be compared may be the same."""
    if not all(told.comparable(each) for each in promised):
        return False
    return all(told < each for each in promised) or all(told > each for each in promised)


def _matters(row: Row) -> frozenset[str]:
    return matters_of(row.milestone, f"{row.name} {row.promise.says or ''}")


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
