"""A policy in; what staff are held to and nobody practises out."""

from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.rules.naming import targets
from policyctl.rules.patterns import pattern
from policyctl.rules.people.leader_words import surely_leads
from policyctl.rules.rule import Given
from policyctl.rules.telling import quoted
from policyctl.spec import Named
from policyctl.spec.grammar.entry import Entry
from policyctl.spec.grammar.names import folded
from policyctl.spec.grammar.references import Mention
from policyctl.spec.sections.aims import Goal
from policyctl.spec.sections.escalation import Ladder, LadderKind
from policyctl.spec.sections.people import Role
from policyctl.spec.sections.procedures import Procedure, Step
from policyctl.spec.sections.stand import Topic
from policyctl.spec.sections.training import Module, Question, RolePlay

LONGEST = 10_000
"""Characters of what lessons are about in which names are looked for."""

_ALL = (
    r"(?:everything|all (?:of it|procedures|cases)|(?:all of |the )?(?:the |whole )*(?:handbook|policy|card)"
    r"|alles|alle (?:abläufe|fälle)|das ganze (?:handbuch|heft)|das handbuch)"
)


def training_gap(given: Given) -> Iterator[Issue]:
    """Procedures, ladders and things to give that no lesson, scene or question covers.

    It is asked once a lesson, a scene or a question says what it `covers`; what is one sentence long needs no lesson.

    Why it matters: people do what they have done before. What was only read is forgotten on the first bad afternoon.

    Bad:

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
              covers: A book arrives damaged

    Good:

        procedures:
          A book arrives damaged:
            - Say sorry.
            - Send another copy.
          A parcel is late:
            - Say what you can see.
            - Promise tomorrow's news.
        training:
          modules:
            Putting it right:
              covers:
                - A book arrives damaged
                - A parcel is late
    """
    mentions = [mention for each in _lessons(given) for mention in each.covers]
    if not mentions or any(pattern(_ALL).fullmatch(" ".join(mention.split())) for mention in mentions):
        return
    covered = {named.pointer for mention in mentions for named in targets(mention, given.names)}
    reached = covered | _drawn_in(given, covered)
    met = {pointer[:end] for pointer in reached for end in range(2, len(pointer) + 1)}
    told = folded("\n".join(f"{each.named()} {each.about or ''}" for each in _lessons(given))[:LONGEST])
    names = [name for pointer, name in _held_to(given) if pointer not in met and folded(name) not in told]
    if names:
        message = f"No lesson, scene or question covers {quoted(names)}."
        hint = "Name it under `covers` where it is practised; begin with what goes wrong most often."
        yield Issue(("training",), message, hint, at_key=True)


def _lessons(given: Given) -> Iterator[Module | RolePlay | Question]:
    training = given.policy.training
    for lessons in (training.modules, training.role_plays, training.quiz) if training else ():
        yield from lessons or ()


def _held_to(given: Given) -> Iterator[tuple[Pointer, str]]:
    """What staff need in a case: procedures of several steps, ladders of authority, and what they may give."""
    yield from ((at, each.named()) for at, each in given.each(Procedure) if each.steps and each.name)
    for at, ladder in given.each(Ladder):
        if ladder.kind in (None, LadderKind.AUTHORITY) and ladder.name:
            yield at, ladder.named()
    discretion = given.policy.discretion
    if discretion and discretion.may_give:
        for at, grant in discretion.may_give.located(("discretion", "may_give")):
            people = [named.entry for role in grant.who for named in targets(role, given.names)]
            if grant.name and not (people and all(isinstance(role, Role) and surely_leads(role) for role in people)):
                yield at, grant.named()


def _drawn_in(given: Given, covered: set[Pointer]) -> set[Pointer]:
    """What is practised along with what is covered: its ladder, what it gives, the procedures of a goal or a topic."""
    found: set[Pointer] = set()
    topics, goals = _named_by(given, covered, Topic), _named_by(given, covered, Goal)
    for at, part in given.parts if topics or goals else ():
        if isinstance(part, Entry) and part.topic and folded(part.topic) in topics:
            found.add(at)
        if isinstance(part, Procedure) and any(folded(goal) in goals for goal in part.goals):
            found.add(at)
    for at, procedure in given.each(Procedure):
        if at in covered or at in found:
            found |= {named.pointer for named in _used(procedure, given)}
    return found


def _named_by(given: Given, covered: set[Pointer], kind: type[Entry]) -> set[str]:
    return {folded(entry.named()) for at, entry in given.each(kind) if at in covered}


def _used(procedure: Procedure, given: Given) -> Iterator[Named]:
    """The ladder that a procedure goes on to, and the procedures that its steps use."""
    for ladder in procedure.escalation:
        yield from targets(ladder, given.names)
    waiting: list[Step] = list(procedure.steps)
    while waiting:
        step = waiting.pop()
        waiting += step.choose
        for other in step.use:
            yield from targets(other, given.names)
        for gift in step.gives:
            yield from targets(Mention(gift), given.names)
