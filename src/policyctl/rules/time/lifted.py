"""A promise in; whether the policy provides for the hours in which nobody is there out."""

from collections.abc import Iterator
from itertools import chain

from policyctl.rules.promises.cases import Holder
from policyctl.rules.promises.rows import Row, promise_index
from policyctl.rules.rule import RuleContext
from policyctl.rules.time.words import minds_the_hours, says_on_call
from policyctl.schema.grammar.entry import Part
from policyctl.schema.quantities import Clock
from policyctl.schema.sections.escalation import Ladder
from policyctl.schema.sections.people import Channel, Hours, Priority, Role


def is_lifted(row: Row, context: RuleContext) -> bool:
    """Whether somebody is on call, the words around a promise mind the hours, or its case is worked on at night."""
    around = (
        row.promise,
        *(promise_index(context).promises[place] for place in promise_index(context).groups(row.pointer)),
    )
    return (
        row.clock is Clock.CALENDAR
        or any(lifted_for(each, context) for each in row.case.priorities)
        or somebody_on_call(context)
        or minds_the_hours(chain.from_iterable(prose(each) for each in around))
    )


def lifted_for(case: Holder | None, context: RuleContext) -> bool:
    """Whether it is the case of a priority that is worked on round the clock."""
    return case in context.cached(_round_the_clock)


def somebody_on_call(context: RuleContext) -> bool:
    """Whether a role, the hours, a channel or a ladder tells of somebody who is there at odd hours."""
    return context.cached(_somebody_on_call)


def _round_the_clock(context: RuleContext) -> frozenset[Holder]:
    return frozenset(pointer for pointer, priority in context.parts_of(Priority) if priority.round_the_clock)


def _somebody_on_call(context: RuleContext) -> bool:
    ladders = any(ladder.out_of_hours for _, ladder in context.parts_of(Ladder))
    kinds = (context.parts_of(Role), context.parts_of(Hours), context.parts_of(Channel))
    return ladders or says_on_call(text for _, part in chain.from_iterable(kinds) for text in prose(part))


def prose(part: Part) -> Iterator[str]:
    """The texts of a part itself, without those of the parts in it."""
    for value in part.set_fields().values():
        yield from (each for each in (value if isinstance(value, tuple) else (value,)) if isinstance(each, str))
