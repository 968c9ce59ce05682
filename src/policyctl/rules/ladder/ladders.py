"""Find ladders and procedures that turn in a circle, begin nowhere or end with nobody who decides."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import alternatives
from policyctl.meaning.formatting import quoted
from policyctl.meaning.people import deciders, is_in_turn, is_one_person, names_several, roles, who
from policyctl.meaning.references import GUESSES, targets
from policyctl.rules.cycles import Edges, closing_edges
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import Reference
from policyctl.schema.sections.escalation import Ladder, LadderKind, Level
from policyctl.schema.sections.people import Role
from policyctl.schema.sections.procedures import Procedure, Step


def escalation_loop(context: RuleContext) -> Iterator[Issue]:
    """A ladder that leads back to one already climbed or to somebody already asked, or who stands in for themselves.

    Why it matters: the customer goes round in a circle, and tells the whole story again at every turn.

    Diff:

          escalation:
            ladders:
              Unhappy customers:
                levels:
                  - role: Ana
                    next: Hard cases
              Hard cases:
        -       levels:
        -         - role: Bea
        -           next: Unhappy customers  # <- here
        +       - Bea
    """
    for pointer in closing_edges(_onward(context)):
        hint = "Name somebody here who can settle it, or another ladder that has not been climbed yet."
        yield Issue(pointer, "This leads back to a ladder on which the case has already been.", hint)
    for pointer, name in _own_backups(context):
        message = f"“{name}” is to stand in for “{name}”: when the one is away, so is the other."
        yield Issue((*pointer, "backup"), message, "Name somebody else, or list under `people` who shares the job.")
    yield from _asked_twice(context)


def _onward(context: RuleContext) -> Edges:
    return {
        pointer: [
            ((*pointer, "levels", index, "next"), named.pointer)
            for index, level in enumerate(ladder.levels)
            for named in (targets(level.next, context.names) if level.next else ())
        ]
        for pointer, ladder in context.parts_of(Ladder)
    }


def _own_backups(context: RuleContext) -> Iterator[tuple[Pointer, str]]:
    """The roles and levels for which nobody but themselves would stand in; two who share a job stand in for both."""
    for pointer, role in context.parts_of(Role):
        if not names_several(role) and _nobody_else(role.backup, {pointer}, context):
            yield pointer, role.named()
    for pointer, level in context.parts_of(Level):
        asked = who(level.role, context)
        shared = any(names_several(role) for role in roles(level.role, context).values())
        if asked and not shared and _nobody_else(level.backup, set(asked), context):
            yield pointer, next(iter(asked.values()))


def _nobody_else(backup: Sequence[Reference], asked: set[Pointer], context: RuleContext) -> bool:
    """Whether a backup is named and is nobody but those it would stand in for."""
    found = [context.names.find(reference) for reference in backup]
    keys = [named.pointer if named else (normalise_name(each),) for each, named in zip(backup, found, strict=True)]
    return bool(keys) and asked.issuperset(keys)


def _asked_twice(context: RuleContext) -> Iterator[Issue]:
    """The levels on which the same person, or the same role, is asked again."""
    for pointer, ladder in context.parts_of(Ladder):
        seen: dict[frozenset[Pointer], int] = {}
        for index, level in enumerate(ladder.levels):
            asked = frozenset(_persons(level, context))
            if asked in seen:
                message = f"{quoted(level.role)} is asked a second time on “{ladder.named()}”."
                hint = "Name somebody with more say at this level, or leave it out."
                place = (*pointer, "levels", index)
                yield Issue(place, message, hint, twin=(*pointer, "levels", seen[asked]), gently=True)
            elif asked:
                seen[asked] = index


def _persons(level: Level, context: RuleContext) -> Iterator[Pointer]:
    """Who is asked, so that two who share a role stay two: `Lena`, and then `Sam`; nobody where words say who."""
    for reference in level.role if not (level.note or level.about or level.name) else ():
        found = roles([reference], context)
        for pointer, role in found.items():
            if not (role.rota or is_in_turn(role)):
                yield pointer if is_one_person(role) else (*pointer, normalise_name(reference))
        if not found:
            yield (normalise_name(reference),)


def escalation_without_decider(context: RuleContext) -> Iterator[Issue]:
    """A ladder that ends with somebody who may decide nothing, in a policy that says who may decide.

    Why it matters: at the top of the ladder the customer hears “I have to ask” once more, and there is nobody left.

    Diff:

          roles:
            Rosa: Owner
            Samir: Shop assistant
          discretion:
            ask: Rosa
          escalation:
            ladders:
              Unhappy customers:
                - Samir  # <- here
        +       - Rosa
    """
    tops = [*_tops(context)]
    able = deciders(context) if tops else ()
    for pointer, level in tops if able else ():
        asked = roles((*level.role, *level.backup), context)
        if asked and not asked.keys() & able:
            hint = "Add a level for somebody who decides, or say what this one may decide with `may`."
            last = next(iter(asked.values())).named()
            yield Issue(pointer, f"The ladder ends with “{last}”, who may decide nothing.", hint)


def _tops(context: RuleContext) -> Iterator[tuple[Pointer, Level]]:
    """The last level of each ladder of authority that may decide nothing and leads nowhere else."""
    for pointer, ladder in context.parts_of(Ladder):
        if ladder.levels and ladder.kind in (None, LadderKind.AUTHORITY):
            last = ladder.levels[-1]
            if not (last.may or last.next):
                yield (*pointer, "levels", len(ladder.levels) - 1), last


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
    for pointer in closing_edges(edges):
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
    """Whether a name is a sentence that says itself when the ladder begins."""
    return bool(_sentence().match(name))


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(rf"{alternatives('escalation.sentence_start')} \S+ \S", re.IGNORECASE)


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
