"""Escalation says who is asked next, and where no level is asked at all."""

from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import (
    Block,
    Boxed,
    Cell,
    Items,
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
from policyctl.rendering.view.finder import DIRECT
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sentences import flow, line
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.sections.escalation import DirectRoute, Escalation, Ladder


def escalation(presenter: Presenter, section: Escalation) -> SectionView:
    """The cases that skip every level, then when to ask whom, then each ladder."""
    lead = leads(section.intro)
    ladders = section.ladders or Collection.model_construct()
    inside = (
        *((presenter._("Straight to the right person"),) if section.direct else ()),
        *(row.named() for row in ladders),
    )
    topics = tuple(_ladder(presenter, pointer, row) for pointer, row in ladders.located(("escalation", "ladders")))
    body = (
        *(_direct(presenter, section.direct) if section.direct else ()),
        *presenter.says(section, "intro", "notes", "ladders", "direct"),
        *presenter.with_intro_and_notes(ladders, topics),
        *paragraphs(section.notes),
    )
    return SectionView(lead, body, inside)


def _ladder(presenter: Presenter, pointer: Pointer, ladder: Ladder) -> Topic:
    levels = tuple(
        Row(presenter.inline(level.role) if level.role else Words(presenter._("Next")), presenter.says(level, "role"))
        for level in ladder.levels
    )
    handoff = ladder.handoff
    ticks = (
        (
            *flow(Strong(Words(f"{presenter.label(handoff, 'checklist')}:"))),
            Items(tuple(presenter.inline(text) for text in handoff.checklist), "tick"),
        )
        if handoff and handoff.checklist
        else ()
    )
    body = (
        *presenter.says(ladder, "levels", "handoff", "not_for"),
        *((Rows(levels),) if levels else ()),
        *ticks,
        *(presenter.says(handoff, "checklist") if handoff else ()),
        *(
            flow(line(Strong(Words(f"{presenter.label(ladder, 'not_for')}:")), " ", presenter.inline(ladder.not_for)))
            if ladder.not_for
            else ()
        ),
    )
    return presenter.entry_topic(pointer, ladder, 3, body=body)


def _direct(presenter: Presenter, routes: Collection[DirectRoute]) -> tuple[Block, ...]:
    columns = ((presenter._("When"), 34.0), (presenter._("What you do"), 40.0), (presenter._("Whom you call"), 26.0))
    rows = tuple(_route(presenter, pointer, row) for pointer, row in routes.located(("escalation", "direct")))
    body = presenter.with_intro_and_notes(routes, (table(columns, rows),))
    return (Boxed(Words(presenter._("Straight to the right person")), body, DIRECT),)


def _route(presenter: Presenter, pointer: Pointer, route: DirectRoute) -> tuple[Cell, ...]:
    """One case that skips every level: what to do, whom to call and how fast."""
    when = (presenter.inline(route.triggers),) if route.triggers else ()
    say = tuple(Say(each) for each in route.say)
    rest = presenter.rest_of(route, "triggers", "to", "within", "say")
    within = (presenter.limit_phrase(route.within, "within") or presenter.inline(route.within),) if route.within else ()
    return (
        Cell(presenter.inline(route.name or ""), when, presenter.anchor(pointer)),
        Cell(line(*say) if say else Words(""), rest),
        Cell(Strong(presenter.inline(route.to)) if route.to else Words(""), within),
    )
