"""A policy in; steps that give more than whoever does them may give out."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from policyctl.findings import Issue, Pointer
from policyctl.rules.authority import leads, roles, who
from policyctl.rules.discretion.asking_words import asks_leave, given_up_to
from policyctl.rules.discretion.bands import MANY, Band, bands, furthest
from policyctl.rules.discretion.gifts import Gifts, known_kinds, share
from policyctl.rules.naming import inside
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import amount, quoted
from policyctl.schema.quantities import Money
from policyctl.schema.sections.procedures import Procedure, Step
from policyctl.schema.sections.standards import Remedy


def gives_more_than_may(context: RuleContext) -> Iterator[Issue]:
    """A step that gives more than whoever does it may give, without asking anybody; what is owed is left alone.

    Why it matters: the adviser can follow the procedure or the limit, and is in the wrong either way.

    Diff:

          discretion:
            may_give:
              Refunds:
                who: Adviser
                gives: a refund
                up_to: £50
          procedures:
            A parcel is lost:
              - do: Send the money back the same day
                by: Adviser
        -       gives: a refund of £80  # <- here
        +       gives: a refund of up to £50
    """
    rows = context.cached(bands)
    for procedure, steps in _steps(context) if rows and len(rows) <= MANY else ():
        gifts = [(gift, step) for pointer, step in steps for gift in _gifts(pointer, step, context)]
        usable = [band for band in rows if _holds_in(procedure, band)] if gifts else []
        for gift, step in gifts:
            if (gift.amount.amount, gift.amount.currency) not in context.cached(_owed):
                yield from _too_much(gift, step, usable, context)


def _holds_in(procedure: Pointer, band: Band) -> bool:
    return not band.in_procedure or band.pointer[: len(procedure)] == procedure


def _steps(context: RuleContext) -> Iterator[tuple[Pointer, list[tuple[Pointer, Step]]]]:
    """The steps of each procedure in which nobody is asked for leave."""
    found: dict[Pointer, list[tuple[Pointer, Step]]] = {pointer: [] for pointer, _ in context.parts_of(Procedure)}
    for pointer, step in context.parts_of(Step):
        procedure = inside(pointer, found)
        if procedure:
            found[procedure].append((pointer, step))
    return ((pointer, steps) for pointer, steps in found.items() if not any(step.ask for _, step in steps))


def _owed(context: RuleContext) -> set[tuple[object, str | None]]:
    """The amounts that a remedy names: whoever pays them owes them, and gives nothing away."""
    texts = (text for _, remedy in context.parts_of(Remedy) for text in (*remedy.gives, remedy.says or ""))
    return {(each.amount, each.currency) for text in texts for each in _amounts(text, context)}


class _Gift(NamedTuple):
    """An amount that a step gives, and the words and the place in which it does."""

    place: Pointer
    text: str
    amount: Money


def _gifts(pointer: Pointer, step: Step, context: RuleContext) -> Iterator[_Gift]:
    """The most that a step gives, by its fields or by its sentence."""
    for index, text in enumerate(step.gives):
        amounts = _amounts(text, context)
        if amounts:
            yield _Gift((*pointer, "gives", index), text, max(amounts, key=lambda each: each.amount))
    amount = given_up_to(step.do) if step.do and not step.gives else None
    if step.do and amount and known_kinds(step.do) and not asks_leave(step.do):
        yield _Gift((*pointer, "do"), step.do, context.priced(amount))


def _amounts(text: str, context: RuleContext) -> list[Money]:
    return [context.priced(each) for each in Money.all_in(text)]


def _too_much(gift: _Gift, step: Step, rows: list[Band], context: RuleContext) -> Iterator[Issue]:
    doing = who(step.by, context)
    boss = any(leads(role) for role in roles(step.by, context).values())
    top = furthest(_of_kind(known_kinds(gift.text), _able(doing, rows, boss=boss) if doing else rows))
    if top and top[1].comparable(gift.amount) and top[1] < gift.amount:
        names = quoted([*doing.values()])
        source = "" if top[0].name == names else f" according to {top[0].name}"
        own = f"{names} may give no more than {amount(top[1])}{source}"
        most = f"the most that anybody may give without asking is {amount(top[1])}"
        hint = "Give less, ask first with `ask`, or raise the limit under `may_give`."
        message = f"This step gives {amount(gift.amount)}, and {own if doing else most}."
        yield Issue(gift.place, message, hint, words=gift.amount.text, twin=top[0].pointer)


def _able(doing: Mapping[Pointer, str], rows: list[Band], *, boss: bool) -> list[Band]:
    """The bands of those who do it, and of everybody; whoever leads may do what the others may."""
    theirs = any(not doing.keys().isdisjoint(band.who) for band in rows)
    return [band for band in rows if boss or not band.who or not doing.keys().isdisjoint(band.who)] if theirs else []


def _of_kind(gifts: Gifts, rows: list[Band]) -> list[Band]:
    """The bands that give such a thing; all of them where the words for it are none that we know."""
    return [band for band in rows if share(band.gifts, gifts)] if gifts else rows
