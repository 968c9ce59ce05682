"""Find levels, routes and roles on which nobody is met, or nobody stands in."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import alternatives, pattern
from policyctl.meaning.people import leads, names_several, roles
from policyctl.meaning.references import targets
from policyctl.rules.needs import Need, unmet
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.entry import Entry
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.references import RoleRef
from policyctl.schema.quantities import Duration, SameDay
from policyctl.schema.sections.escalation import DirectRoute, Escalation, Ladder, Level
from policyctl.schema.sections.people import Role

_SOMEBODY_ASKED: tuple[Need[Any], ...] = (
    Need(
        DirectRoute,
        ("to", "tell", "reply", "say", "about", "note", "because"),
        "{name} goes to nobody.",
        "Say who takes it at once, with `to`.",
        asked=lambda _, context: not any(escalation.to for _, escalation in context.parts_of(Escalation)),
    ),
    Need(
        Level,
        ("role", "backup", "next", "reach", "name", "about", "note"),
        "Nobody is asked at this level of the ladder.",
        "Say who is asked, with `role`.",
    ),
)


def nobody_to_go_to(context: RuleContext) -> Iterator[Issue]:
    """A direct route, a level of a ladder or a list of cases that names nobody and does not say what to do instead.

    Why it matters: in the worst minute of the year somebody opens this page, and it does not say whom to ring.

    Diff:

          escalation:
            direct:
              A legal threat:  # <- here
                triggers: A letter from a solicitor
        +       to: Rosa
    """
    yield from unmet(context, _SOMEBODY_ASKED)
    yield from _cases_for_nobody(context)


def _cases_for_nobody(context: RuleContext) -> Iterator[Issue]:
    """The cases in which somebody with more say is asked, where no word anywhere near says who that is."""
    escalation, discretion = context.policy.escalation, context.policy.discretion
    if escalation is None or not escalation.when or len(context.policy.roles or ()) < 2:
        return
    settled = escalation.to or escalation.ladders or escalation.direct or (discretion and discretion.ask)
    if not settled and not _names_anybody(escalation.when, context):
        top = _top(context)
        example = f"`to: {top}`" if top else "`to` and a name"
        hint = f"Write the cases below `when:` and add {example} beside it."
        yield Issue(("escalation",), "These cases go to nobody: nothing says who is asked.", hint, at_key=True)


def _names_anybody(cases: Iterable[str], context: RuleContext) -> bool:
    """Whether one of the cases says itself whom to ring or what to do."""
    names = [name.casefold() for _, role in context.parts_of(Role) for name in role.aliases() if name]
    return any(_order().search(case) or any(name in case.casefold() for name in names) for case in cases)


@cache
def _order() -> re.Pattern[str]:
    """What to do, behind a case or instead of one: `A fire: ring 999`."""
    linking, orders = alternatives("escalation.linking"), alternatives("escalation.orders")
    return re.compile(rf"(?:^|[:;.,–-] ?)(?:{linking} )?{orders}\w?\b", re.IGNORECASE)


def _top(context: RuleContext) -> str | None:
    """Who probably is asked: the owner of the policy, or the one who leads."""
    leading = [role.named() for _, role in context.parts_of(Role) if leads(role)]
    owner = context.policy.policy.owner
    return str(owner) if owner and targets(owner, context.names) else leading[0] if len(leading) == 1 else None


def level_without_backup(context: RuleContext) -> Iterator[Issue]:
    """An answer within a time, at the top of a ladder or on a direct route, from one person whom nobody stands in for.

    It is asked where the policy shows that others lead too; in a shop of three the owner is the top, and that is all.

    Why it matters: people who are asked last are away as often as everybody else, and the clock runs all the same.

    Diff:

          roles:
            Care lead:
              people: Maria Odell
              leads: yes
            Shop manager:
              people: Edwin Sharp
        +     backup: Care lead
              leads: yes
          escalation:
            direct:
              Data in the wrong hands:
                to: Shop manager
                within: 30 minutes  # <- here
    """
    leading = {pointer for pointer, role in context.parts_of(Role) if leads(role)}
    for pointer, ladder in context.parts_of(Ladder):
        top = ladder.levels[-1] if ladder.levels else None
        if top and not (top.backup or top.next) and _in_time(top.waits) and not ladder.out_of_hours:
            place = (*pointer, "levels", len(ladder.levels) - 1, "waits")
            yield from _alone(place, ladder.named(), roles(top.role, context), leading)
    for pointer, route in context.parts_of(DirectRoute):
        if not route.tell and _in_time(route.within):
            yield from _alone((*pointer, "within"), route.named(), roles(route.to, context), leading)


def _alone(place: Pointer, name: str, asked: dict[Pointer, Role], leading: set[Pointer]) -> Iterator[Issue]:
    alone = [role for role in asked.values() if len(role.people) == 1 and not (role.backup or names_several(role))]
    if len(asked) == len(alone) == 1 and leading.difference(asked):
        (role,) = alone
        message = f"“{name}” is answered in time only if {role.people[0]} is there: nobody stands in."
        yield Issue(place, message, "Name who is asked instead with `backup`, here or at the role.")


def _in_time(limit: Limits | None) -> bool:
    return limit is not None and any(isinstance(bound, Duration | SameDay) for _, bound in limit)


def role_vacant(context: RuleContext) -> Iterator[Issue]:
    """A role that nobody holds and nobody stands in for, to which the policy gives work all the same.

    Why it matters: a case that is sent to an empty chair is not refused by anybody. It lies there.

    Diff:

          roles:
            Care lead:
              people: vacant  # <- here
        +     backup: Adviser
            Adviser: Answers by phone
          procedures:
            A parcel is late:
              - do: Ring the customer
                tell: Care lead
    """
    vacant = {pointer: role for pointer, role in context.parts_of(Role) if _is_vacant(role)}
    relied = _relied_on(vacant, context) if vacant else {}
    for pointer, role in vacant.items():
        if pointer in relied:
            key = "people" if role.people else "title"
            message = f"Nobody holds the role “{role.named()}”, and {relied[pointer]} relies on it."
            yield Issue((*pointer, key), message, "Write who does the work until somebody is found, with `backup`.")


def _is_vacant(role: Role) -> bool:
    holders = role.people or ((role.title,) if role.title else ())
    return bool(holders) and not role.backup and all(map(_says_vacant, holders))


def _says_vacant(text: str) -> bool:
    return bool(pattern("escalation.vacant").fullmatch(text.strip(" ().!?")))


def _relied_on(vacant: dict[Pointer, Role], context: RuleContext) -> dict[Pointer, str]:
    """What first gives each of the roles something to do, by its name."""
    entries = {pointer: part.named() for pointer, part in context.parts if isinstance(part, Entry) and part.name}
    found: dict[Pointer, str] = {}
    for place, value in context.values:
        if isinstance(value, RoleRef) and not value.loose and place[0] != "policy":
            for named in targets(value, context.names):
                if named.pointer in vacant:
                    above = (entries.get(place[:length]) for length in range(len(place), 0, -1))
                    inside = next((f"“{name}”" for name in above if name), f"`{place[0]}`")
                    found.setdefault(named.pointer, inside)
    return found
