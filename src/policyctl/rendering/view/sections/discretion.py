"""Discretion says what may be given without asking, up to how much, and who is above."""

from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import Block, Boxed, Lead, Strong, Words, leads, paragraphs
from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sentences import flow
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.sections.discretion import Discretion, Grant


def discretion(presenter: Presenter, section: Discretion) -> SectionView:
    """The question to ask oneself, who may give what up to how much, and what nobody may."""
    lead = (
        *leads(section.intro),
        *(Lead(presenter.inline(section.ask_yourself), large=False) for _ in section.ask_yourself[:1]),
    )
    grants = section.may_give or Collection.model_construct()
    located = list(grants.located(("discretion", "may_give")))
    nobody = (
        (Boxed(Words(presenter.label(section, "nobody_may")), presenter.blocks(section.nobody_may)),)
        if section.nobody_may
        else ()
    )
    body = (
        *presenter.with_intro_and_notes(grants, tuple(_grant(presenter, pointer, row) for pointer, row in located)),
        *presenter.says(section, "intro", "notes", "ask_yourself", "may_give", "nobody_may"),
        *nobody,
        *paragraphs(section.notes),
    )
    return SectionView(lead, body, tuple(row.named() for row in grants if row.name))


def _grant(presenter: Presenter, pointer: Pointer, row: Grant) -> Block:
    if not row.up_to:
        return presenter.topic(pointer, row, 3)
    body = (*flow(Strong(presenter.inline(row.name or ""))), *presenter.body(row, pointer, 4, "name", "up_to"))
    return presenter.beside_figure(row.up_to, body, presenter.anchor(pointer))
