"""A policy in; values and procedures that stand there and lead to nothing out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.rule import RuleContext
from policyctl.rules.structure.mentions import is_mentioned
from policyctl.rules.telling import quoted
from policyctl.rules.words.virtues import is_virtue
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.procedures import Procedure
from policyctl.schema.sections.stand import Value

SEVERAL = 3
"""Steps from which on nobody sees at a glance where a procedure ends."""

WORDS = 2
"""Words of a name that cannot say by themselves what a value means; a longer name may."""


def value_decorative(context: RuleContext) -> Iterator[Issue]:
    """A value that is one or two words: no meaning, nothing to do or to say, and nothing that shows it.

    Why it matters: every company is for honesty; what sets one apart is what its people do on a bad Tuesday.

    Diff:

          values:
            Honesty:  # <- here
        +     means: We recommend what we would lend to a friend.
        +     behaviours: Say so when you have not read it
    """
    bare = [(pointer, value) for pointer, value in context.parts_of(Value) if _is_bare(value)]
    shown = [each for each in bare if not is_mentioned(each[0], each[1].named(), context)]
    if shown and context.in_use:
        names = quoted([value.named() for _, value in shown])
        verb = "is a word" if len(shown) == 1 else "are words"
        message = f"{names} {verb} so far: nothing says what is meant, or what anybody does because of it."
        hint = "Say what it means here with `means`, and what people do or say with `behaviours`."
        yield Issue(shown[0][0], message, hint, at_key=True)


def procedure_open_ended(context: RuleContext) -> Iterator[Issue]:
    """A procedure of a handbook with several steps and no word on how to know that it is done.

    Procedures that are a list of steps and nothing else are left alone.

    Why it matters: without an end a case is left when somebody goes home, and the customer is the one who asks.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            kind: handbook
          procedures:
            A parcel is late:  # <- here
              trigger: The day that we gave is over.
              steps:
                - Say what you can see.
                - Send a second copy by courier.
                - Write tomorrow, whether there is news or not.
        +     done_when: The customer has the book in their hands.
    """
    found = tuple(context.parts_of(Procedure)) if context.in_use_as(Kind.HANDBOOK) else ()
    endless = [(pointer, each.named()) for pointer, each in found if _is_endless(each)]
    if endless:
        names = quoted([name for _, name in endless])
        verb = "does" if len(endless) == 1 else "do"
        hint = "Write under `done_when` what the customer has, says or knows when it is over."
        yield Issue(endless[0][0], f"{names} {verb} not say when the case is done.", hint, at_key=True)


def _is_bare(value: Value) -> bool:
    name = value.named()
    return set(value.set_fields()) <= {"name"} and 0 < len(name.split()) <= WORDS and not is_virtue(name)


def _is_endless(procedure: Procedure) -> bool:
    says_more = set(procedure.set_fields()) - {"name", "steps"}
    return bool(says_more) and len(procedure.steps) >= SEVERAL and not (procedure.done_when or procedure.follow_up)
