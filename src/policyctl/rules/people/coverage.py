"""A policy in; what staff are held to and nobody practises out."""

from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.rules.naming import targets
from policyctl.rules.patterns import pattern
from policyctl.rules.people.leader_words import surely_leads
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import quoted
from policyctl.schema import Named
from policyctl.schema.grammar.entry import Entry
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import Mention
from policyctl.schema.sections.aims import Goal
from policyctl.schema.sections.escalation import Ladder, LadderKind
from policyctl.schema.sections.people import Role
from policyctl.schema.sections.procedures import Procedure, Step
from policyctl.schema.sections.stand import Topic
from policyctl.schema.sections.training import Module, Question, RolePlay

LONGEST = 10_000
"""Characters of what lessons are about in which names are looked for."""

_ALL = (
    r"(?:everything|all (?:of it|procedures|cases)|(?:all of |the )?(?:the |whole )*(?:handbook|policy|card)"
    r"|alles|alle (?:abläufe|fälle)|das ganze (?:handbuch|heft)|das handbuch)"
)


def training_gap(context: RuleContext) -> Iterator[Issue]:
    """Procedures, ladders and things to give that no lesson, scene or question covers.

    It is asked once a lesson, a scene or a question says what it `covers`; what is one sentence long needs no lesson.

    Why it matters: people do what they have done before. What was only read is forgotten on the first bad afternoon.

    Diff:

          procedures:
            A book arrives damaged:
              - Say sorry.
              - Send another copy.
            A parcel is late:
              - Say what you can see.
              - Promise tomorrow's news.
          training:  # <- here
            modules:
              Putting it right:
        -       covers: A book arrives damaged
        +       covers:
        +         - A book arrives damaged
        +         - A parcel is late
    """
    mentions = [mention for each in _lessons(context) for mention in each.covers]
    if not mentions or any(pattern(_ALL).fullmatch(" ".join(mention.split())) for mention in mentions):
        return
    covered = {named.pointer for mention in mentions for named in targets(mention, context.names)}
    reached = covered | _drawn_in(context, covered)
    met = {pointer[:end] for pointer in reached for end in range(2, len(pointer) + 1)}
    told = normalise_name("\n".join(f"{each.named()} {each.about or ''}" for each in _lessons(context))[:LONGEST])
    names = [name for pointer, name in _held_to(context) if pointer not in met and normalise_name(name) not in told]
    if names:
        message = f"No lesson, scene or question covers {quoted(names)}."
        hint = "Name it under `covers` where it is practised; begin with what goes wrong most often."
        yield Issue(("training",), message, hint, at_key=True)


def _lessons(context: RuleContext) -> Iterator[Module | RolePlay | Question]:
    training = context.policy.training
    for lessons in (training.modules, training.role_plays, training.quiz) if training else ():
        yield from lessons or ()


def _held_to(context: RuleContext) -> Iterator[tuple[Pointer, str]]:
    """What staff need in a case: procedures of several steps, ladders of authority, and what they may give."""
    yield from ((at, each.named()) for at, each in context.parts_of(Procedure) if each.steps and each.name)
    for at, ladder in context.parts_of(Ladder):
        if ladder.kind in (None, LadderKind.AUTHORITY) and ladder.name:
            yield at, ladder.named()
    discretion = context.policy.discretion
    if discretion and discretion.may_give:
        for at, grant in discretion.may_give.located(("discretion", "may_give")):
            people = [named.entry for role in grant.who for named in targets(role, context.names)]
            if grant.name and not (people and all(isinstance(role, Role) and surely_leads(role) for role in people)):
                yield at, grant.named()


def _drawn_in(context: RuleContext, covered: set[Pointer]) -> set[Pointer]:
    """What is practised along with what is covered: its ladder, what it gives, the procedures of a goal or a topic."""
    found: set[Pointer] = set()
    topics, goals = _named_by(context, covered, Topic), _named_by(context, covered, Goal)
    for at, part in context.parts if topics or goals else ():
        if isinstance(part, Entry) and part.topic and normalise_name(part.topic) in topics:
            found.add(at)
        if isinstance(part, Procedure) and any(normalise_name(goal) in goals for goal in part.goals):
            found.add(at)
    for at, procedure in context.parts_of(Procedure):
        if at in covered or at in found:
            found |= {named.pointer for named in _used(procedure, context)}
    return found


def _named_by(context: RuleContext, covered: set[Pointer], kind: type[Entry]) -> set[str]:
    return {normalise_name(entry.named()) for at, entry in context.parts_of(kind) if at in covered}


def _used(procedure: Procedure, context: RuleContext) -> Iterator[Named]:
    """The ladder that a procedure goes on to, and the procedures that its steps use."""
    for ladder in procedure.escalation:
        yield from targets(ladder, context.names)
    waiting: list[Step] = list(procedure.steps)
    while waiting:
        step = waiting.pop()
        waiting += step.choose
        for other in step.use:
            yield from targets(other, context.names)
        for gift in step.gives:
            yield from targets(Mention(gift), context.names)
