"""Find limits that do not meet, that end too low, or that do not say what they are counted in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import pattern
from policyctl.meaning.formatting import amount, quoted
from policyctl.meaning.gifts import ANYTHING, REFUND, share
from policyctl.meaning.grants import MANY, Band, bands, furthest
from policyctl.meaning.people import is_one_person, leads, roles, who
from policyctl.meaning.references import targets
from policyctl.rules.rule import RuleContext
from policyctl.schema import walk
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.quantities import Money
from policyctl.schema.sections.complaints import Stage
from policyctl.schema.sections.escalation import Ladder, LadderKind, Level
from policyctl.schema.sections.procedures import Step

_TOLERANCE = Decimal(1)
"""Up to £25, and from £26: nobody means the pennies between."""

_ROUND = (1000, 500, 100, 50, 10, 5, 1)

_IN_MONEY = frozenset({REFUND, "credit", "discount", ANYTHING})
"""What is counted in money and not in pieces: two coffee tokens need no currency."""


def bands_that_do_not_meet(context: RuleContext) -> Iterator[Issue]:
    """Limits in money of different people that leave amounts to nobody, or give the same amount to two of them.

    Why it matters: the case that falls between two limits is the one over which two people say “not mine”.

    Diff:

          discretion:
            may_give:
              Refunds:
                who: Adviser
                gives: a refund
                up_to: £20 per case
              Larger refunds:
                who: Care lead
                gives: a refund
        -       over: £50 per case  # <- here
        +       over: £20 per case
                up_to: £150 per case
    """
    rows = [band for band in context.cached(bands) if not band.in_procedure]
    asked = bool(context.policy.discretion and context.policy.discretion.ask)
    for group in _comparable(rows) if len(rows) <= MANY else ():
        told: set[Pointer] = set()
        for upper in group:
            others = [band for band in rows if band is not upper]
            if upper.over and not any(_holds_all(band, upper) for band in others):
                for issue in _seam(upper, upper.over, group):
                    told.add(issue.pointer)
                    yield issue
                yield from _hole(upper, upper.over, group)
                if not (asked or any(share(band.gifts, upper.gifts) for band in others)):
                    message = f"{upper.name} {upper.beginning}, and nothing says who may give less."
                    hint = "Add a row for smaller amounts, or leave out `over`."
                    yield Issue((*upper.pointer, "over"), message, hint)
        yield from (issue for issue in _chains(group) if issue.pointer not in told)


def _chains(group: list[Band]) -> Iterator[Issue]:
    """Where a row ends and names who decides above, and all that they may give begins elsewhere."""
    for band in group:
        next_rows = [each for each in group if each.over and each.meets(band) and _decides(each, band)]
        begins = [each.over for each in next_rows if each.over]
        if band.up_to and begins and all(abs(each.amount - band.up_to.amount) > _TOLERANCE for each in begins):
            upper, least = min(zip(next_rows, begins, strict=True), key=lambda each: each[1].amount)
            if not any(_fills(other, band, least) for other in group):
                asked = "it is open who decides" if band.up_to < least else "both decide"
                low, high = sorted((band.up_to, least), key=lambda each: each.amount)
                message = (
                    f"{band.name} ends at {band.up_to} and {upper.name} {upper.beginning}: {asked} about "
                    f"{_between(low, high)}."
                )
                hint = "Let the one begin where the other ends, with the same figure in `up_to` and `over`."
                yield Issue((*upper.pointer, "over"), message, hint, twin=band.limit_place)


def _decides(upper: Band, lower: Band) -> bool:
    """Whether a row is of the very people who decide above another, and who alone decide there."""
    above = {normalise_name(each) for each in lower.grant.above}
    return bool(above) and above == {normalise_name(name) for name in upper.who.values()}


def _fills(other: Band, lower: Band, begins: Money) -> bool:
    """Whether a row of others lies between a row and what begins above it."""
    return (
        other is not lower
        and other.meets(lower)
        and bool(other.over and other.up_to and lower.up_to)
        and other.over == lower.up_to
        and other.up_to == begins
    )


def _comparable(rows: Iterable[Band]) -> Iterable[list[Band]]:
    """The bands that figures bound, those of one currency and one way of counting together."""
    groups: dict[object, list[Band]] = defaultdict(list)
    for band in rows:
        if (band.over or band.up_to) and band.sound:
            groups[band.measure].append(band)
    return groups.values()


def _holds_all(band: Band, upper: Band) -> bool:
    """Whether a band without any figure lets somebody give whatever the upper one gives, however little."""
    return band.endless and not band.over and (ANYTHING in band.gifts or band.gifts >= upper.gifts)


def _seam(upper: Band, begins: Money, group: Iterable[Band]) -> Iterator[Issue]:
    """What is amiss where an upper band begins, and others have ended or not."""
    below = [(band, band.up_to) for band in group if band.up_to and _is_below(band, upper, begins)]
    ends = [band.up_to for band in group if band is not upper and band.up_to and band.meets(upper)]
    met = any(abs(limit.amount - begins.amount) <= _TOLERANCE for limit in ends)
    longer = [(band, limit) for band, limit in below if begins < limit]
    two = [(band, limit) for band, limit in longer if not (upper.up_to and limit >= upper.up_to)]
    if below and not met and (two or not longer):
        lower, end = min(two, key=_reach) if two else max(below, key=_reach)
        asked = "both decide about" if two else "it is open who decides about"
        between = _between(begins, end) if two else _between(end, begins)
        message = f"{lower.name} ends at {end} and {upper.name} {upper.beginning}: {asked} {between}."
        hint = "Let the one begin where the other ends, with the same figure in `up_to` and `over`."
        yield Issue((*upper.pointer, "over"), message, hint, twin=lower.pointer)


def _hole(upper: Band, begins: Money, group: Iterable[Band]) -> Iterator[Issue]:
    """The one amount that a band leaves out and the next one does not begin with."""
    below = [band for band in group if band.up_to == begins and band.ends_below and _is_below(band, upper, begins)]
    for lower in below[:1] if not upper.begins_at else ():
        message = f"{lower.name} ends under {begins} and {upper.name} begins over it: it is open who decides about it."
        hint = f"Write `over: from {begins}`, or `up_to: {begins}` in the other."
        yield Issue((*upper.pointer, "over"), message, hint, twin=lower.pointer)


def _reach(ended: tuple[Band, Money]) -> Decimal:
    return ended[1].amount


def _is_below(band: Band, upper: Band, begins: Money) -> bool:
    """Whether the band is of other people, begins lower, and may hold in the same case."""
    different = band is not upper and not band.who.keys() & upper.who.keys() and bool(band.who or upper.who)
    return different and (band.over is None or band.over < begins) and band.meets(upper)


def _between(low: Money, high: Money) -> str:
    """The roundest amount between two, for a question that people can picture."""
    amounts = ((low.amount // step + 1) * step for step in _ROUND)
    return str(next((Money(amount, low.currency) for amount in amounts if amount < high.amount), high))


def approver_below_limit(context: RuleContext) -> Iterator[Issue]:
    """Somebody who decides above a limit, gives leave, is asked for more or comes next on a ladder, and may give less.

    Whoever gives leave to themselves is found as well, and somebody below everybody else who has no limit of their own.

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
    yield from _too_low_for_whoever_asks(context)
    yield from _less_than_the_level_before(context)
    yield from _asking_themselves(context)
    yield from _deciding_nowhere(context)


def _asking_themselves(context: RuleContext) -> Iterator[Issue]:
    """Rows without an amount and steps in which one and the same person gives, and gives the leave for it."""
    for band in context.cached(bands):
        for key, asked in (("above", band.grant.above), ("ask_first", band.grant.ask_first)):
            if not band.up_to and band.who and who(asked, context).keys() == band.who.keys():
                names = quoted([*band.who.values()])
                message = f"{names} may give {band.name} and decides above it as well, so that nobody else is asked."
                yield Issue((*band.pointer, key), message, "Name somebody who may give more, or leave it out.")
    for pointer, step in context.parts_of(Step):
        acting = roles(step.by, context)
        if acting and acting.keys() == roles(step.ask, context).keys() and all(map(is_one_person, acting.values())):
            (role, *_) = acting.values()
            message = f"“{role.named()}” does this, and is the one who gives leave for it."
            yield Issue((*pointer, "ask"), message, "Name somebody else in `ask`, or leave it out.")


def _deciding_nowhere(context: RuleContext) -> Iterator[Issue]:
    """Those who decide above a limit in money, lead nobody, and may give and decide nothing anywhere else."""
    rows = [band for band in context.cached(bands) if not band.in_procedure]
    able = {person for band in rows for person in band.who} | context.cached(_trusted)
    deciding = any(band.over for band in rows)
    for band in rows if deciding else ():
        asked = roles(band.grant.above, context)
        if band.up_to and asked and able.isdisjoint(asked) and not any(map(leads, asked.values())):
            names = quoted([role.named() for role in asked.values()])
            message = f"Above {band.most} {names} decides, and nothing says that they may give or decide anything."
            hint = "Name somebody who may give more, or say under `may_give` how much they may give."
            yield Issue((*band.pointer, "above"), message, hint, twin=next(iter(asked)))


def _trusted(context: RuleContext) -> set[Pointer]:
    """The roles that own or approve the policy, answer complaints, stand on a ladder or are asked for anything more."""
    head, discretion = context.policy.policy, context.policy.discretion
    named = [each for each in (head.owner, head.approver) if each] + [*(discretion.ask if discretion else ())]
    named += [each for _, stage in context.parts_of(Stage) for each in stage.by]
    named += [each for _, level in context.parts_of(Level) for each in level.role]
    return {*roles(named, context)}


def _too_low_for_whoever_asks(context: RuleContext) -> Iterator[Issue]:
    rows = [band for band in context.cached(bands) if band.sound and not band.in_procedure]
    by_person: dict[Pointer, list[Band]] = defaultdict(list)
    for band in rows:
        for person in band.who:
            by_person[person].append(band)
    section = context.policy.discretion
    for band in rows:
        for key, asked in (("above", band.grant.above), ("ask_first", band.grant.ask_first)):
            yield from _too_low(band, key, who(asked, context), by_person)
        if section and not band.grant.above:
            yield from _too_low(band, "", who(section.ask, context), by_person)


def _too_low(band: Band, key: str, asked: dict[Pointer, str], by_person: dict[Pointer, list[Band]]) -> Iterator[Issue]:
    """Those asked by a field of the row, or without a `key` those whom the section asks for anything more."""
    theirs = [each for person in asked for each in by_person.get(person, ())[:MANY]]
    top = furthest(theirs)
    if band.up_to and top and all(person in by_person for person in asked) and _compares(band, top[0]):
        most = top[1]
        if most < band.up_to or (key == "above" and most == band.up_to):
            names = quoted([*asked.values()])
            asks = {
                "above": f"Above {band.most} {names} decides",
                "ask_first": f"{names} is asked up to {band.most}",
                "": f"For anything more than {band.most} {names} is asked",
            }[key]
            message = f"{asks}, and may give no more than {amount(most)} according to {top[0].name}."
            hint = "Name somebody who may give more, or raise the limit of whoever is asked."
            yield Issue((*band.pointer, key) if key else band.pointer, message, hint, twin=top[0].pointer)


def _compares(band: Band, other: Band) -> bool:
    return band.measure == other.measure and share(band.gifts, other.gifts)


def _less_than_the_level_before(context: RuleContext) -> Iterator[Issue]:
    """The levels of ladders of authority on which less may be given than on the one below."""
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
                    yield Issue((*pointer, "levels", index, "may"), message, hint, gently=True)
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


def limit_without_unit(context: RuleContext) -> Iterator[Issue]:
    """A limit in money without a currency, or without a word whether it is per case or per day, where others say it.

    Why it matters: a customer with three late parcels gets £20 from one colleague and £60 from the next.

    Diff:

          discretion:
            may_give:
              Refunds:
                who: Adviser
                gives: a refund
                up_to: £20 per case
              Larger refunds:
                who: Care lead
                gives: a refund
                up_to: £150 per case
              A small kindness:
                who: Adviser
                gives: a coffee token
        -       up_to: £5  # <- here
        +       up_to: £5 per customer
    """
    yield from _without_currency(context)
    yield from _counted_by_nothing(context)


def _without_currency(context: RuleContext) -> Iterator[Issue]:
    """The first bare number, in a policy that states no currency."""
    for band in context.cached(bands):
        for key, bound in (("over", band.over), ("up_to", band.up_to)):
            if bound and not bound.currency and band.gifts & _IN_MONEY:
                message = f"{band.name} has a limit of {bound}, and nothing says of which currency."
                hint = "Write the sign beside the figure, or `currency` once under `policy`, such as `currency: GBP`."
                yield Issue((*band.pointer, key), message, hint)
                return


def _counted_by_nothing(context: RuleContext) -> Iterator[Issue]:
    """The limits in money that do not say for what they are, where most others do."""
    rows = [band for band in context.cached(bands) if band.up_to]
    counted = [band for band in rows if band.per]
    if len(counted) > 1 and 2 * len(counted) >= len(rows):
        for band in rows:
            if not band.per and not _says_by_what(band):
                other = f"{counted[0].name} says “{counted[0].limit}”"
                message = f"{band.name} goes up to {band.most}, and does not say for what: {other}."
                hint = f"Write `{band.most} per case`, or per customer or order."
                yield Issue((*band.pointer, "up_to"), message, hint, gently=True)


def _says_by_what(band: Band) -> bool:
    return any(
        isinstance(value, str) and pattern("discretion.counted_by").search(value) for _, value in walk(band.grant)
    )
