"""Escalation says which cases go straight to whom, danger first, and who is asked next in all others."""

from collections.abc import Iterator

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
from policyctl.rendering.view.sentences import fill, flow, joined, line, sentence
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.quantities import Never
from policyctl.schema.sections.escalation import DirectRoute, Escalation, Handoff, Ladder, Level, NotFor
from policyctl.schema.sections.people import Role

LATE = ("out_of_hours", "declined")
"""What a reader wants to know of a ladder last."""

LEVEL_ARRANGED = ("role", "backup", "waits", "reach")
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
        *presenter.says(section, "intro", "notes", "when", "to", "ladders", "direct"),
        *paragraphs(section.notes),
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
    told = presenter.people(route.tell, together=True)
    tell = (fill(presenter._("and tell {who}"), who=told),) if route.tell else ()
    call = Strong(presenter.people(route.to)) if route.to else Words("")
    return (
        Cell(presenter.inline(route.name or ""), when, presenter.anchor(pointer)),
        Cell(_what_to_do(presenter, route), tuple(Say(each) for each in route.say)),
        Cell(call, (*within, *tell)),
    )


def _what_to_do(presenter: Presenter, route: DirectRoute) -> Inline:
    """What to do in bold, then the remarks; in danger a remark is what to do, and replying comes after it."""
    reply = _reply(presenter, route)
    rest = joined(presenter.rest_of(route, *ROUTE_ARRANGED), " ")
    if reply == Joined(()):
        return Strong(rest) if rest != Joined(()) and not route.say else rest
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
        return flow(fill(presenter._("Ask {who}"), who=presenter.people(section.to))) if section.to else ()
    asked = fill(presenter._("Ask {who} when"), who=presenter.people(section.to))
    head = asked if section.to else Words(presenter.label(section, "when"))
    cases = (Items(tuple(sentence(presenter.inline(each)) for each in section.when)),)
    if not section.direct and any(map(is_danger, section.when)):
        return (Boxed(head, cases, DIRECT),)
    return (Topic(head, "", 3, body=cases),)


def _ladder(presenter: Presenter, pointer: Pointer, ladder: Ladder) -> Topic:
    """Who is next and how to reach them in the side column; when and how to hand over beside it."""
    bare = all(set(level.set_fields()) <= {"role"} for level in ladder.levels)
    names = joined((presenter.people(level.role) for level in ladder.levels), ", ")
    path = line(Strong(Words(f"{presenter.label(DirectRoute, 'to')}:")), " ", names)
    levels = tuple(_level(presenter, level, first=number == 0) for number, level in enumerate(ladder.levels))
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


def _level(presenter: Presenter, level: Level, *, first: bool) -> Row:
    """Who it is and how to reach them, who stands in, what they may decide, and after how long they pass it on."""
    reader = first and presenter.is_reader(level.role)
    name = (
        Words(presenter._("You"))
        if reader
        else presenter.people(level.role)
        if level.role
        else Words(presenter._("Next"))
    )
    away = fill(presenter._("away: {who}"), who=presenter.people(level.backup)) if level.backup else Joined(())
    ways = (
        *(() if reader else _ways_to_reach(presenter, level)),
        *((presenter.inline(level.reach),) if level.reach else ()),
    )
    after = _after(presenter, level, reader=reader)
    small = [after, sentence(away)] if reader else [sentence(away), after]
    rest = [each for each in (*small, *presenter.rest_of(level, *LEVEL_ARRANGED)) if each != Joined(())]
    return Row(name, (*flow(*ways), *(Note(each) for each in rest)))


def _after(presenter: Presenter, level: Level, *, reader: bool) -> Inline:
    """After how long the case is passed on, which is no promise of an answer."""
    if level.waits is None:
        return Joined(())
    limit = presenter.limit_phrase(level.waits, "waits") or presenter.inline(level.waits)
    if reader:
        return sentence(fill(presenter._("You pass it on {after}"), after=Strong(limit)))
    return sentence(fill(presenter._("Passed on {after}"), after=limit))


def _ways_to_reach(presenter: Presenter, level: Level) -> Iterator[Inline]:
    """The number of whoever holds the role, as the role says it."""
    for reference in level.role:
        named = presenter.names.find(reference)
        if named and isinstance(named.entry, Role) and named.entry.reach:
            yield presenter.inline(named.entry.reach)


def _handoff(presenter: Presenter, handoff: Handoff) -> tuple[Block, ...]:
    """How a case is handed over, what is passed on with it, and what the customer is told."""
    label = Strong(Words(f"{presenter.label(handoff, 'checklist')}:"))
    several = len(handoff.checklist) > 1
    ticks = (Items(tuple(presenter.inline(each) for each in handoff.checklist), "tick"),) if several else ()
    passed = (line(label, " ", *map(presenter.inline, handoff.checklist)),) if not several else (label,)
    return (
        *paragraphs(handoff.how),
        *(flow(*passed) if handoff.checklist else ()),
        *ticks,
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
