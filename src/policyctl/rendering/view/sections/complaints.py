"""Complaints are told from how to make one to whom to ask outside."""

from typing import Any

from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import Block, Inline, Items, Topic, Words, leads, paragraphs
from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sections.promises import commitments, promises
from policyctl.rendering.view.sentences import line
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.sections.complaints import Complaints, HowToComplain, OutsideBody, Stage, Way
from policyctl.schema.sections.people import Channel

OPENING = ("counts", "does_not_count")
"""What a complaint is stands before how to make one."""

ARRANGED = ("intro", "notes", "says", "how_to_complain", "stages", "outside", "remedies")


def complaints(presenter: Presenter, section: Complaints) -> SectionView:
    """How to complain, the stages, whom to ask outside, and everything that is promised around it."""
    lead = (*leads(section.intro), *paragraphs(section.says))
    opening = presenter.says(section, *(name for name in Complaints.model_fields if name not in OPENING))
    how = _how(presenter, section.how_to_complain) if section.how_to_complain else ()
    body = (
        *opening,
        *presenter.under_heading(presenter.label(section, "how_to_complain"), how, 3),
        *_stages(presenter, section.stages or Collection.model_construct()),
        *_outside(presenter, section.outside or Collection.model_construct()),
        *_remedies(presenter, section),
        *presenter.says(section, *ARRANGED, *OPENING),
        *paragraphs(section.notes),
    )
    inside = tuple(row.named() for row in (*(section.stages or ()), *(section.outside or ())) if row.name)
    return SectionView(lead, body, inside or (presenter._("How to complain"),))


def _how(presenter: Presenter, how: HowToComplain) -> tuple[Block, ...]:
    """How to complain; each way with the address of its channel."""
    ways = (Items(tuple(_way(presenter, way) for way in how.ways)),) if how.ways else ()
    return (*ways, *presenter.says(how, "ways"))


def _way(presenter: Presenter, way: Way) -> Inline:
    """A way in the author's words, with the addresses of the channel that it names or speaks of."""
    named = presenter.names.find(way)
    channels = [named.entry] if named else (presenter.policy.channels or ())
    spoken = (each for each in channels if isinstance(each, Channel) and (named or _speaks_of(way, each)))
    addresses = next((channel.address for channel in spoken), ())
    return line(presenter.inline(way), *((": ", presenter.inline(addresses)) if addresses else ()))


def _speaks_of(text: str, channel: Channel) -> bool:
    words = text.casefold().replace(",", " ").replace(".", " ").split()
    return any(name.casefold() in words for name in channel.aliases() if name)


def _stages(presenter: Presenter, stages: Collection[Stage]) -> tuple[Block, ...]:
    located = stages.located(("complaints", "stages"))
    return presenter.with_intro_and_notes(
        stages, tuple(_stage(presenter, pointer, stage) for pointer, stage in located)
    )


def _stage(presenter: Presenter, pointer: Pointer, stage: Stage) -> Topic:
    steps = stage.steps or Collection.model_construct()
    table = promises(presenter, list(steps.located((*pointer, "steps"))))
    levels = presenter.under(stage, "complexity", stage.complexity, pointer, 4) if stage.complexity else ()
    body = (*presenter.says(stage, "steps", "complexity"), *presenter.with_intro_and_notes(steps, table), *levels)
    return presenter.entry_topic(pointer, stage, 3, body=body)


def _outside(presenter: Presenter, bodies: Collection[OutsideBody]) -> tuple[Block, ...]:
    if not bodies:
        return ()
    topics = tuple(_body(presenter, pointer, body) for pointer, body in bodies.located(("complaints", "outside")))
    return (Topic(Words(presenter._("Outside our house")), "", 3, body=presenter.with_intro_and_notes(bodies, topics)),)


def _body(presenter: Presenter, pointer: Pointer, body: OutsideBody) -> Topic:
    limits: list[tuple[Pointer, Any]] = [((*pointer, "limits", i), limit) for i, limit in enumerate(body.limits)]
    return presenter.entry_topic(
        pointer, body, 4, body=(*presenter.says(body, "limits"), *commitments(presenter, limits, 4))
    )


def _remedies(presenter: Presenter, section: Complaints) -> tuple[Block, ...]:
    if not section.remedies:
        return ()
    body = commitments(presenter, list(section.remedies.located(("complaints", "remedies"))), 4)
    return presenter.under_heading(
        presenter.label(section, "remedies"), presenter.with_intro_and_notes(section.remedies, body), 3
    )
