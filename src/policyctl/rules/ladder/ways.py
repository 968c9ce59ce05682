"""A policy in; ways that begin nowhere or never end out."""

from collections.abc import Iterator, Mapping
from itertools import islice

from policyctl.findings import Issue, Pointer
from policyctl.rules.circles import Edges, leading_back
from policyctl.rules.naming import GUESSES, targets
from policyctl.rules.patterns import pattern
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import Reference
from policyctl.schema.sections.escalation import Ladder
from policyctl.schema.sections.procedures import Procedure, Step

_CASE = (
    r"(?:if|when|whenever|you|we|they|it|some(?:body|one)|any(?:body|one)|nobody|no one"
    r"|wenn|falls|sobald|du|ihr|sie|wir|jemand|niemand|man) \S+ \S"
)
"""A name that is a sentence says itself when the ladder begins: `You need somebody beside you`."""


def procedure_loop(context: RuleContext) -> Iterator[Issue]:
    """Procedures that go on to each other in a circle, whatever the case; a step with an `if` is a way out.

    Why it matters: whoever follows the pages to the letter never comes to the end, and makes up the rest.

    Diff:

          procedures:
            A parcel is lost:
              - use: A refund
            A refund:
              - Look where the parcel is.
        -     - use: A parcel is lost  # <- here
        +     - if: Nobody has seen it
        +       do: Send the money back the same day
    """
    procedures = dict(context.parts_of(Procedure))
    edges = _used(procedures, context)
    ends = {place: (here, there) for here, onward in edges.items() for place, there in onward}
    for pointer in leading_back(edges):
        here, there = (procedures[end].named() for end in ends[pointer])
        message = f"“{here}” goes on with “{there}”, which leads back to it in every case, and neither ends."
        hint = "Say with `if` in which case it goes on there, or end it here with what is done last."
        yield Issue(pointer, message, hint)


def _used(procedures: Mapping[Pointer, Procedure], context: RuleContext) -> Edges:
    """For each procedure, the steps without a condition in which another one is used."""
    return {
        pointer: [
            ((*pointer, "steps", index, "use", nth), named.pointer)
            for index, step in enumerate(procedure.steps)
            if _is_always_done(step)
            for nth, reference in enumerate(step.use)
            for named in targets(reference, context.names)
        ]
        for pointer, procedure in procedures.items()
    }


def _is_always_done(step: Step) -> bool:
    return not (step.if_ or step.unless or step.otherwise or step.for_ or step.not_for or step.channels)


def ladder_without_beginning(context: RuleContext) -> Iterator[Issue]:
    """A ladder to which nothing leads: no trigger, no procedure, no other ladder; asked where there are procedures.

    Why it matters: a ladder that begins at no sign is climbed by the loudest customers, and never by the quiet ones.

    Diff:

          procedures:
            A parcel is late:
              - Ring the carrier, and the customer after that.
          escalation:
            ladders:
              Unhappy customers:  # <- here
        -       - Ana
        -       - Bea
        +       triggers: The customer asks for somebody else
        +       levels:
        +         - Ana
        +         - Bea
    """
    general = context.policy.escalation and (context.policy.escalation.when or context.policy.escalation.to)
    if context.policy.procedures and not general:
        asked = [(pointer, each) for pointer, each in context.parts_of(Ladder) if each.levels and not each.triggers]
        begun = _begun(context) if asked else ()
        for pointer, ladder in asked:
            if pointer not in begun and not _is_case(ladder.named()):
                message = f"Nothing says when “{ladder.named()}” begins, and no procedure goes on to it."
                hint = "List under `triggers` how to know the case, or go on to it in a procedure with `escalation:`."
                yield Issue(pointer, message, hint, at_key=True)


def _is_case(name: str) -> bool:
    return bool(pattern(_CASE).match(name))


def _begun(context: RuleContext) -> set[Pointer]:
    """The ladders that anything else in the policy names, as a reference or in plain words."""
    named: set[Pointer] = set()
    words: list[str] = []
    for passage in context.texts.passages:
        if isinstance(passage.text, Reference) and "escalation.ladders" in passage.text.to:
            named.update(each.pointer for each in targets(passage.text, context.names))
        elif passage.field != "name":
            words.append(passage.text)
    spoken = normalise_name("\n".join(words))
    silent = ((pointer, ladder) for pointer, ladder in context.parts_of(Ladder) if pointer not in named)
    return named | {place for place, ladder in islice(silent, GUESSES) if normalise_name(ladder.named()) in spoken}
