"""Find what nobody practises, scenes that nobody could pass, and policies that nobody confirms to know."""

from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import alternatives
from policyctl.meaning.formatting import called, fields, joined, quoted
from policyctl.meaning.references import targets
from policyctl.patterns import is_all
from policyctl.rules.needs import Need, unmet
from policyctl.rules.people.leaders import surely_leads
from policyctl.rules.rule import RuleContext
from policyctl.schema import Named
from policyctl.schema.grammar.entry import Entry
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import Mention
from policyctl.schema.sections.aims import Goal
from policyctl.schema.sections.escalation import Ladder, LadderKind
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.people import Role
from policyctl.schema.sections.procedures import Procedure, Step
from policyctl.schema.sections.stand import Topic
from policyctl.schema.sections.training import Module, Question, RolePlay, Rollout

_LONGEST = 10_000
"""Characters of what lessons are about in which names are looked for."""


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
    everything = alternatives("people.everything")
    if not mentions or any(is_all(everything, " ".join(mention.split())) for mention in mentions):
        return
    covered = {named.pointer for mention in mentions for named in targets(mention, context.names)}
    reached = covered | _drawn_in(context, covered)
    met = {pointer[:end] for pointer in reached for end in range(2, len(pointer) + 1)}
    lessons = normalise_name("\n".join(f"{each.named()} {each.about or ''}" for each in _lessons(context))[:_LONGEST])
    names = [name for pointer, name in _held_to(context) if pointer not in met and normalise_name(name) not in lessons]
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
        waiting += (*step.choose, *step.steps)
        for other in step.go_to:
            yield from targets(other, context.names)
        for gift in step.gives:
            yield from targets(Mention(gift), context.names)


def role_play_unscored(context: RuleContext) -> Iterator[Issue]:
    """A scene to play without what a pass looks like; one that is written out also without a talk afterwards.

    Why it matters: “that was nice” teaches nothing. “You said sorry before you asked for the number” is remembered.

    Diff:

          training:
            role_plays:
              The torn atlas:  # <- here
                customer_brief: Your lesson is tomorrow at nine, and two atlases are torn.
                staff_brief: The courier leaves in twenty minutes.
        +       pass_when: Says sorry before asking for a number
        +       debrief: When did the teacher stop worrying?
    """
    plays = context.policy.training.role_plays if context.policy.training else None
    shared = plays and (plays.intro or plays.notes)
    for pointer, play in context.parts_of(RolePlay):
        written = play.customer_brief or play.staff_brief or play.twist
        asked = {
            "customer_brief": written and "what the customer knows",
            "pass_when": not shared and "what a pass looks like",
            "debrief": written and not shared and "what to talk about afterwards",
        }
        lacks = {key: what for key, what in asked.items() if what and not getattr(play, key)}
        if lacks:
            message = f"{called(play.named(), 'This scene')} does not say {joined(list(lacks.values()), 'or')}."
            passing = " A pass is what anybody who watches can see or hear." if "pass_when" in lacks else ""
            hint = f"Add {fields(lacks)}.{passing}"
            yield Issue(pointer, message, hint, at_key=True)


def quiz_answer_missing(context: RuleContext) -> Iterator[Issue]:
    """A question with options of which none is the answer.

    Why it matters: whoever knows it best gets it wrong, and stops believing the rest.

    Diff:

          training:
            quiz:
              How much may you give without asking?:
                options:
                  - £10
        -         - £25
        +         - £20
                answer: £20  # <- here
    """
    yield from unmet(context, _ANSWERS)
    for pointer, question in context.parts_of(Question):
        if question.options and question.answer and not _is_option(question.answer, question.options):
            message = f"The answer “{question.answer}” is not one of the options."
            yield Issue((*pointer, "answer"), message, "Write it as it stands among the options, or add it there.")


def _is_option(answer: str, options: tuple[str, ...]) -> bool:
    """Whether an answer is an option in any spelling, its number or letter, or several of them."""
    said, offered = _bare(answer), [_bare(option) for option in options]
    if len(said) <= 2 and (said.isdigit() or len(said) == 1):
        return True
    return any(said in option or option in said for option in offered if option)


def _bare(text: str) -> str:
    return normalise_name(text).strip(".!\"'“”„()*_ ")


def rollout_unacknowledged(context: RuleContext) -> Iterator[Issue]:
    """A policy is brought in, and nothing says how people confirm that they know it.

    Why it matters: after the first mistake everybody says that nobody told them, and nobody can show the opposite.

    Diff:

          rollout:  # <- here
            meetings:
              Before opening: What changes and why.
        +   acknowledged: With a name on the last page
    """
    yield from unmet(context, _ACKNOWLEDGEMENT)


_ANSWERS = (
    Need(
        Question,
        ("answer",),
        "None of the options is marked as the answer.",
        "Write the right one under `answer`, word for word; it stands in the key alone.",
        asked=lambda question, _: question.options,
    ),
)

_ACKNOWLEDGEMENT = (
    Need(
        Rollout,
        ("acknowledged", "acknowledge_by", "signed"),
        "Nothing says how people confirm that they know the policy.",
        "Add `acknowledged`, such as “With your name on the last page”; or `signed: no`, if nobody need.",
        asked=lambda _, context: context.undertakes(Kind.HANDBOOK),
    ),
)
