"""Escalation says which cases go straight to whom, danger first, and who is asked next in all others."""

from collections.abc import Iterator, Sequence

from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import (
    Block,
    Boxed,
    Cell,
    Inline,
    Items,
    Joined,
    Note,
    Row,
    Rows,
    Say,
    Strong,
    Topic,
    Words,
    leads,
    paragraphs,
    table,
)
from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.finder import DIRECT, danger_first, is_danger
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sentences import capitalised, fill, flow, is_one_line, joined, line, sentence
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.quantities import Never
from policyctl.schema.sections.discretion import Grant
from policyctl.schema.sections.escalation import DirectRoute, Escalation, Handoff, Ladder, Level, NotFor
from policyctl.schema.sections.people import Role

LATE = ("out_of_hours", "declined")
"""What a reader wants to know of a ladder last."""

LEVEL_ARRANGED = ("role", "backup", "waits", "reach", "may")
ROUTE_ARRANGED = ("name", "triggers", "channels", "for_", "to", "tell", "within", "reply", "say")


def escalation(presenter: Presenter, section: Escalation) -> SectionView:
    """The cases that skip every level, then when to ask whom, then each ladder."""
    ladders = section.ladders or Collection.model_construct()
    straight = presenter._("Straight to the right person")
    topics = tuple(_ladder(presenter, pointer, row) for pointer, row in ladders.located(("escalation", "ladders")))
    body = (
        *(_direct(presenter, section.direct) if section.direct else ()),
        *_when_to_ask(presenter, section),
        *presenter.with_intro_and_notes(ladders, topics),
        *presenter.says(section, "intro", "when", "to", "ladders", "direct"),
    )
    inside = (*((straight,) if section.direct else ()), *(row.named() for row in ladders))
    return SectionView(leads(section.intro), body, inside)


# ---- straight to the right person -----------------------------------------------------------------------------------


def _direct(presenter: Presenter, routes: Collection[DirectRoute]) -> tuple[Block, ...]:
    """The one table in a frame, in which danger stands first."""
    columns = ((presenter._("When"), 34.0), (presenter._("What you do"), 44.0), (presenter._("Whom you call"), 22.0))
    located = danger_first(routes.located(("escalation", "direct")))
    body = presenter.with_intro_and_notes(
        routes, (table(columns, tuple(_route(presenter, pointer, row) for pointer, row in located)),)
    )
    return (Boxed(Words(presenter._("Straight to the right person")), body, DIRECT),)


def _route(presenter: Presenter, pointer: Pointer, route: DirectRoute) -> tuple[Cell, ...]:
    """One case that skips every level: how to know it, what to do, whom to call and how fast."""
    signs = joined((presenter.inline(each) for each in route.triggers), "; ")
    where = joined((presenter.inline(route.channels), presenter.inline(route.for_)), "; ")
    when = tuple(each for each in (signs, where) if each != Joined(()))
    within = (presenter.limit_phrase(route.within, "within") or presenter.inline(route.within),) if route.within else ()
    told = presenter.all_of(route.tell)
    tell = (fill(presenter._("and tell {who}"), who=told),) if route.tell else ()
    call = Strong(presenter.any_of(route.to)) if route.to else Words("")
    do, say = _what_to_do(presenter, route), tuple(Say(each) for each in route.say)
    return (
        Cell(presenter.inline(route.name or ""), when, presenter.anchor(pointer)),
        Cell(do, say) if do != Joined(()) else Cell(joined(say, " ")),
        Cell(call, (*within, *tell)),
    )


def _what_to_do(presenter: Presenter, route: DirectRoute) -> Inline:
    """What to do in bold, then the remarks; in danger a remark is what to do, and replying comes after it."""
    reply = _reply(presenter, route)
    rest = joined(presenter.rest_of(route, *ROUTE_ARRANGED), " ")
    if reply == Joined(()):
        return Strong(rest) if rest != Joined(()) and (is_danger(route) or not route.say) else rest
    if is_danger(route) and route.reply and isinstance(route.reply.sole, Never) and rest != Joined(()):
        return joined((Strong(rest), reply), " ")
    return joined((Strong(reply), rest), " ")


def _reply(presenter: Presenter, route: DirectRoute) -> Inline:
    if route.reply is None:
        return Joined(())
    if isinstance(route.reply.sole, Never):
        return Words(presenter._("Do not reply."))
    return sentence(presenter.limit_phrase(route.reply, "within") or presenter.inline(route.reply))


# ---- when to ask, and the ladders -----------------------------------------------------------------------------------


def _when_to_ask(presenter: Presenter, section: Escalation) -> tuple[Block, ...]:
    """Whom to ask, and when; in a frame where danger is among it and has no other place."""
    if not section.when:
        return flow(fill(presenter._("Ask {who}"), who=presenter.any_of(section.to))) if section.to else ()
    asked = fill(presenter._("Ask {who} when"), who=presenter.any_of(section.to))
    head = asked if section.to else Words(presenter.label(section, "when"))
    cases = (Items(tuple(sentence(presenter.inline(each)) for each in section.when)),)
    if not section.direct and any(map(is_danger, section.when)):
        return (Boxed(head, cases, DIRECT),)
    return (Topic(head, "", 3, body=cases),)


def _ladder(presenter: Presenter, pointer: Pointer, ladder: Ladder) -> Topic:
    """Who is next and how to reach them in the side column; when and how to hand over beside it."""
    bare = all(set(level.set_fields()) <= {"role"} for level in ladder.levels)
    names = joined((presenter.any_of(level.role) for level in ladder.levels), ", ")
    path = line(Strong(Words(f"{presenter.label(DirectRoute, 'to')}:")), " ", names)
    ends = (0, len(ladder.levels) - 1)
    levels = tuple(
        _level(presenter, level, first=number == ends[0], last=number == ends[1])
        for number, level in enumerate(ladder.levels)
    )
    late = [presenter.statement(ladder, name, value) for name in LATE if (value := getattr(ladder, name))]
    body = (
        *presenter.says(ladder, "kind", "levels", "handoff", "not_for", *LATE),
        *(flow(path) if bare and ladder.levels else ()),
        *(_handoff(presenter, ladder.handoff) if ladder.handoff else ()),
        *flow(*(each for each in late if each)),
        *_not_here(presenter, ladder),
    )
    side = (Rows(levels, small=True),) if levels and not bare else ()
    return presenter.entry_topic(pointer, ladder, 3, side=side, body=body)


def _level(presenter: Presenter, level: Level, *, first: bool, last: bool) -> Row:
    """Who it is and how to reach them, who stands in, what they may decide, and after how long they pass it on."""
    away = fill(presenter._("away: {who}"), who=presenter.any_of(level.backup)) if level.backup else Joined(())
    rest = (sentence(away), _may(presenter, level), *presenter.rest_of(level, *LEVEL_ARRANGED))
    reach = (presenter.inline(level.reach),) if level.reach else ()
    after = presenter.limit_phrase(level.waits, "waits") if level.waits and not last else None
    if first and not last and presenter.is_reader(level.role):
        label = presenter._("You pass it on") if after else presenter._("You")
        wait = () if after else _wait(presenter, level)
        return _facts(Words(label), (*((after,) if after else ()), *reach), (*wait, *rest))
    name = capitalised(presenter.any_of(level.role)) if level.role else Words(presenter._("Next"))
    passed = fill(presenter._("Passed on {after}"), after=after) if after else None
    wait = (sentence(passed),) if passed else _wait(presenter, level)
    return _facts(name, (*_ways_to_reach(presenter, level), *reach), (*wait, *rest))


def _wait(presenter: Presenter, level: Level) -> tuple[Inline, ...]:
    """How long one waits for a level, where nobody comes after it or words say so: no promise of an answer."""
    limit = presenter.inline(level.waits) if level.waits else None
    return (sentence(fill(presenter._("Wait: {limit}"), limit=limit)),) if limit else ()


def _facts(label: Inline, main: Sequence[Inline], small: Sequence[Inline]) -> Row:
    """A label, what a reader looks for below it, and the rest in small words."""
    rest = joined(small, " ")
    return Row(label, (*flow(*main), *((Note(rest),) if rest != Joined(()) else ())))


def _may(presenter: Presenter, level: Level) -> Inline:
    """What a level may decide, but for what its own rows of the discretion say already."""
    found = [presenter.names.find(each) for each in level.may]
    own = [bool(each and isinstance(each.entry, Grant) and each.entry.who == level.role) for each in found]
    others = joined((presenter.inline(each) for each, known in zip(level.may, own, strict=True) if not known), ", ")
    label = Strong(Words(f"{presenter.label(level, 'may')}:"))
    return sentence(label, " ", others) if others != Joined(()) else others


def _ways_to_reach(presenter: Presenter, level: Level) -> Iterator[Inline]:
    """The number of whoever holds the role, as the role says it."""
    for reference in level.role:
        named = presenter.names.find(reference)
        if named and isinstance(named.entry, Role) and named.entry.reach:
            yield presenter.inline(named.entry.reach)


def _handoff(presenter: Presenter, handoff: Handoff) -> tuple[Block, ...]:
    """How a case is handed over, what is passed on with it, and what the customer is told."""
    several = len(handoff.checklist) > 1
    label = Strong(Words(f"{presenter.label(handoff, 'checklist')}:"))
    passed = label if several else line(label, " ", *map(presenter.inline, handoff.checklist))
    short = handoff.how is not None and is_one_line(handoff.how)
    return (
        *(() if short else paragraphs(handoff.how)),
        *flow(*([presenter.inline(handoff.how)] if short else []), *([passed] if handoff.checklist else [])),
        *((Items(tuple(presenter.inline(each) for each in handoff.checklist), "tick"),) if several else ()),
        *(Say(each) for each in handoff.say),
    )


def _not_here(presenter: Presenter, ladder: Ladder) -> tuple[Block, ...]:
    """What does not belong on the ladder, and where it goes instead."""
    if not ladder.not_for:
        return ()
    label = Strong(Words(f"{presenter.label(ladder, 'not_for')}:"))
    cases = tuple(sentence(_other_way(presenter, row)) for row in ladder.not_for)
    shown = flow(label, *cases) if len(cases) == 1 else (*flow(label), Items(cases))
    return presenter.with_intro_and_notes(ladder.not_for, shown)


def _other_way(presenter: Presenter, row: NotFor) -> Inline:
    case = [presenter.inline(each) for each in (row.name, row.case) if each]
    instead = presenter.inline(row.instead) if row.instead else Joined(())
    rest = joined(presenter.rest_of(row, "case", "instead"), " ")
    return joined((sentence(joined((*case, instead), ": ")), rest), " ")
