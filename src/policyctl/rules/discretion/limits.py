"""A policy in; limits of what may be given that end below what they are for out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from policyctl.findings import Issue, Pointer
from policyctl.rules.authority import who
from policyctl.rules.discretion.bands import MANY, Band, bands, furthest
from policyctl.rules.discretion.gifts import share
from policyctl.rules.naming import targets
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import amount, called, quoted
from policyctl.schema.grammar.commitment import Commitment
from policyctl.schema.quantities import Allowance, Money
from policyctl.schema.sections.escalation import Ladder, LadderKind, Level


def band_upside_down(context: RuleContext) -> Iterator[Issue]:
    """A limit that begins at more than it ends at.

    Why it matters: such a row lets nobody give anything, and everybody reads it as they like.

    Diff:

          discretion:
            may_give:
        +     Refunds:
        +       who: Adviser
        +       gives: a refund
        +       up_to: £20
              Larger refunds:
                who: Care lead
                gives: a refund
        -       over: £150
        -       up_to: £20  # <- here
        +       over: £20
        +       up_to: £150
    """
    seen: set[tuple[int, int]] = set()
    for pointer, part in context.parts:
        if isinstance(part, Commitment) and isinstance(part.over, Allowance) and isinstance(part.up_to, Allowance):
            low, high = _priced(part.over, context), _priced(part.up_to, context)
            new = (id(part.over), id(part.up_to)) not in seen
            seen.add((id(part.over), id(part.up_to)))
            if new and low.comparable(high) and low >= high:
                begins = f"{called(part.named())} begins over {low.amount}"
                message = f"{begins} and ends at {high.amount}, so it holds for nothing."
                hint = "Write the smaller amount in `over` and the larger one in `up_to`."
                yield Issue((*pointer, "up_to"), message, hint)


def _priced(allowance: Allowance, context: RuleContext) -> Allowance:
    amount = allowance.amount
    return replace(allowance, amount=context.priced(amount)) if isinstance(amount, Money) else allowance


def approver_below_limit(context: RuleContext) -> Iterator[Issue]:
    """Somebody who decides above a limit, or gives leave for it, whose own limit is no higher.

    Why it matters: the adviser asks, the customer waits, and the answer is that somebody else has to be asked.

    Diff:

          discretion:
            may_give:
              Refunds:
                who: Adviser
                gives: a refund
                up_to: £50
                above: Care lead  # <- here
        -     Refunds at the desk:
        +     Larger refunds:
                who: Care lead
                gives: a refund
        -       up_to: £30
        +       up_to: £300
    """
    rows = [band for band in context.cached(bands) if band.sound and not band.in_procedure]
    by_person: dict[Pointer, list[Band]] = defaultdict(list)
    for band in rows:
        for person in band.who:
            by_person[person].append(band)
    for band in rows:
        for key, asked in (("above", band.grant.above), ("ask_first", band.grant.ask_first)):
            yield from _too_low(band, key, who(asked, context), by_person)


def _too_low(band: Band, key: str, asked: dict[Pointer, str], by_person: dict[Pointer, list[Band]]) -> Iterator[Issue]:
    theirs = [each for person in asked for each in by_person.get(person, ())[:MANY]]
    top = furthest(theirs)
    if band.up_to and top and all(person in by_person for person in asked) and _is_like(band, top[0]):
        most = top[1]
        if most < band.up_to or (key == "above" and most == band.up_to):
            names = quoted([*asked.values()])
            asks = f"Above {band.most} {names} decides" if key == "above" else f"{names} is asked up to {band.most}"
            message = f"{asks}, and may give no more than {amount(most)} according to {top[0].name}."
            hint = "Name somebody who may give more, or raise the limit of whoever is asked."
            yield Issue((*band.pointer, key), message, hint, twin=top[0].pointer)


def _is_like(band: Band, other: Band) -> bool:
    return band.measure == other.measure and share(band.gifts, other.gifts)


def ladder_upside_down(context: RuleContext) -> Iterator[Issue]:
    """A ladder of authority on which a higher level may give less than the one below it.

    Why it matters: a customer who is taken further expects to meet more say, and meets less.

    Diff:

          discretion:
            may_give:
              Small things:
        -       who: Director
        +       who: Care lead
                gives: a refund
                up_to: £20
              Refunds:
        -       who: Care lead
        +       who: Director
                gives: a refund
        +       over: £20
                up_to: £150
          escalation:
            ladders:
              Unhappy customers:
                levels:
                  - role: Care lead
        +           may: Small things
        +         - role: Director
                    may: Refunds
        -         - role: Director
        -           may: Small things  # <- here
    """
    rows = [band for band in context.cached(bands) if band.sound]
    by_place = {band.pointer: band for band in rows}
    for pointer, ladder in context.parts_of(Ladder) if len(rows) <= MANY else ():
        if ladder.kind in (None, LadderKind.AUTHORITY):
            before: tuple[Band, Money] | None = None
            for index, level in enumerate(ladder.levels):
                top = furthest(_granted(level, by_place, context))
                if before and top and _is_less(top, before):
                    here, below = amount(top[1]), amount(before[1])
                    message = f"{quoted(level.role)} may give up to {here}, and the level before up to {below}."
                    hint = "Let what may be given grow from level to level, or change the order of the levels."
                    yield Issue((*pointer, "levels", index, "may"), message, hint)
                before = top


def _granted(level: Level, by_place: Mapping[Pointer, Band], context: RuleContext) -> list[Band]:
    """What a level may give by its own word, and what those who are asked at it may give anyway."""
    named = [each for reference in level.may for each in targets(reference, context.names)]
    found = [by_place[each.pointer] for each in named if each.pointer in by_place]
    asked = who(level.role, context)
    own = [band for band in by_place.values() if not asked.keys().isdisjoint(band.who)]
    return [*found, *own] if found and len(found) == len(level.may) else []


def _is_less(top: tuple[Band, Money], before: tuple[Band, Money]) -> bool:
    like = top[0].per == before[0].per and share(top[0].gifts, before[0].gifts)
    return like and top[1].comparable(before[1]) and top[1] < before[1]
