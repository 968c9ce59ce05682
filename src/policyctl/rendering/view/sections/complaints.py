"""Complaints in, how one is made, heard and answered out."""

from typing import Any

from policyctl.findings import Pointer
from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.sections.undertakings import promises, undertakings
from policyctl.rendering.view.shown import Prose, Row, Rows, Shown, Topic, Words
from policyctl.rendering.view.telling import Teller
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.sections.complaints import Complaints, OutsideBody, Stage

OPENING = ("counts", "does_not_count")
"""What a complaint is stands before how to make one."""

ELSEWHERE = ("intro", "notes", "says", "how_to_complain", "stages", "outside", "remedies")


def complaints(tell: Teller, section: Complaints) -> SectionView:
    """How to complain, the stages, whom to ask outside, and everything that is promised around it."""
    lead = tuple(Prose(text) for text in (section.intro, section.says) if text)
    how = tell.table_of(section.how_to_complain) if section.how_to_complain else ()
    headed = tell.headed(tell.label(section, "how_to_complain"), how, 3) if how else ()
    body = (
        *tell.told(section, *(name for name in Complaints.model_fields if name not in OPENING)),
        *headed,
        *_stages(tell, section.stages or Collection()),
        *_outside(tell, section.outside or Collection()),
        *_remedies(tell, section),
        *tell.told(section, *ELSEWHERE, *OPENING),
        *((Prose(section.notes),) if section.notes else ()),
    )
    inside = tuple(row.named() for row in (*(section.stages or ()), *(section.outside or ())) if row.name)
    return SectionView(lead, body, inside or (tell._("How to complain"),))


def _stages(tell: Teller, stages: Collection[Stage]) -> tuple[Shown, ...]:
    located = stages.located(("complaints", "stages"))
    return tell.around(stages, tuple(_stage(tell, pointer, stage) for pointer, stage in located))


def _stage(tell: Teller, pointer: Pointer, stage: Stage) -> Topic:
    steps = stage.steps or Collection()
    table = promises(tell, list(steps.located((*pointer, "steps"))))
    rows = tell.told(stage, "name", "says", "steps", "complexity")
    levels = tell.collection(stage.complexity, (*pointer, "complexity")) if stage.complexity else ()
    headed = tell.headed(tell.label(stage, "complexity"), levels, 4) if levels else ()
    body = (*rows, *tell.around(steps, table), *headed)
    return Topic(Prose(stage.named()), tell.anchor(pointer), 3, tell.shown(stage.says or ()), body)


def _outside(tell: Teller, bodies: Collection[OutsideBody]) -> tuple[Shown, ...]:
    if not bodies:
        return ()
    topics = tuple(_body(tell, pointer, body) for pointer, body in bodies.located(("complaints", "outside")))
    return (Topic(Words(tell._("Outside our house")), "", 3, body=tell.around(bodies, topics)),)


def _body(tell: Teller, pointer: Pointer, body: OutsideBody) -> Topic:
    limits: list[tuple[Pointer, Any]] = [((*pointer, "limits", i), limit) for i, limit in enumerate(body.limits)]
    shown = undertakings(tell, limits, 4)
    headed = (Rows((Row(Words(tell.label(body, "limits")), shown),)),) if shown else ()
    return Topic(Prose(body.named()), tell.anchor(pointer), 4, body=(*tell.told(body, "name", "limits"), *headed))


def _remedies(tell: Teller, section: Complaints) -> tuple[Shown, ...]:
    if not section.remedies:
        return ()
    body = undertakings(tell, list(section.remedies.located(("complaints", "remedies"))), 4)
    return tell.headed(tell.label(section, "remedies"), tell.around(section.remedies, body), 3)
