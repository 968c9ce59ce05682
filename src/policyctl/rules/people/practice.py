"""A policy in; scenes that nobody could pass and questions whose answer is wrong out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.naming import targets
from policyctl.rules.people.words import asks_how_long, asks_how_much
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import called, fields, joined
from policyctl.schema import Named, walk
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.quantities import Allowance, Duration, Measured, Money, find_measure
from policyctl.schema.sections.discretion import Grant
from policyctl.schema.sections.stand import Fact
from policyctl.schema.sections.standards import Remedy, Standard
from policyctl.schema.sections.terms import Term
from policyctl.schema.sections.training import Question, RolePlay

_BINDING = (Grant, Standard, Remedy, Term, Fact)
"""What holds the figure that a question asks for."""


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
    for pointer, question in context.parts_of(Question):
        if question.options and not question.answer:
            hint = "Write the right one under `answer`, word for word; it stands in the key alone."
            yield Issue(pointer, "None of the options is marked as the answer.", hint, at_key=True)
        elif question.options and question.answer and not _is_option(question.answer, question.options):
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


def quiz_answer_outdated(context: RuleContext) -> Iterator[Issue]:
    """A question whose answer is another figure than the one that it asks about.

    Why it matters: the quiz is what people learn by heart, so it is the old figure that customers get.

    Diff:

          training:
            quiz:
              How much may you give without asking?:
        -       answer: £25  # <- here
        +       answer: £20
                covers: Put it right
          discretion:
            may_give:
              Put it right: a refund up to £20
    """
    for pointer, question in context.parts_of(Question):
        answer = _figure(question, context)
        for named in (named for each in question.covers if answer for named in targets(each, context.names)):
            known = [figure for figure in _figures(named, context) if figure.comparable(answer)]
            if known and not any(_same(answer, each) for each in known):
                figures = joined([each.text or str(each) for each in known[:3]], "or")
                message = f"The answer is {question.answer}, and “{named.entry.named()}” says {figures}."
                yield Issue((*pointer, "answer"), message, "Mend the one that is out of date.", twin=named.pointer)


def _figure(question: Question, context: RuleContext) -> Measured | None:
    """The amount or the length of time that the answer is, taken whole, if that is what is asked."""
    answer, asked = question.answer or "", f"{question.named()} {question.about or ''}"
    money = Money.find(answer) if asks_how_much(asked) else None
    if money:
        return context.priced(money)
    length = find_measure(answer) if asks_how_long(asked) else None
    return length if isinstance(length, Duration) else None


def _figures(named: Named, context: RuleContext) -> Iterator[Measured]:
    """The amounts and the lengths of time that an entry holds, in its fields and in what is given."""
    values = [value for _, value in walk(named.entry)] if isinstance(named.entry, _BINDING) else []
    for value in values:
        amount = value.amount if isinstance(value, Allowance) else value
        money = Money.first_in(amount) if isinstance(amount, str) else amount
        if isinstance(money, Money):
            yield context.priced(money)
        elif isinstance(money, Duration):
            yield money


def _same(one: Measured | None, other: Measured) -> bool:
    return one is not None and not one > other and not one < other
