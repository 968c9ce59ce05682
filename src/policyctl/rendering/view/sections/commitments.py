"""Commitments stand in tables where they are measured, in lists where they are words; complaints are made of them."""

from collections.abc import Sequence
from typing import Any

from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import (
    Block,
    Cell,
    Column,
    Facts,
    Inline,
    Items,
    Joined,
    Prose,
    Rows,
    Table,
    Topic,
    Words,
    paragraphs,
)
from policyctl.rendering.view.document import SectionView, titled_section
from policyctl.rendering.view.inline import join_inline
from policyctl.rendering.view.presenter import Presenter, is_short
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.commitment import Commitment
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.sections.complaints import Complaints, OutsideBody, Stage
from policyctl.schema.sections.standards import Remedy, Standard
from policyctl.schema.sections.terms import Term

Located = tuple[Pointer, Any]

MEASURES = ("within", "at_most", "at_least", "by", "on", "every", "notice")
"""What a promise may be measured by; the first that it has stands in the column of the table."""

MAX_CASE_COLUMNS = 5
"""How many cases have columns of their own; more of them stand in one cell."""

MIN_NAME_WIDTH = 27.0
"""The least share of the width that the names of promises need."""

OWN_TO_GROUP = ("name", "rows", "intro", "notes", "stem")


def standards(presenter: Presenter, section: Collection[Standard]) -> SectionView:
    """Promises of their own in one table, groups below under their names."""
    located = list(section.located(("standards",)))
    single = promises(presenter, [each for each in located if not each[1].rows])
    groups = tuple(commitment_topic(presenter, pointer, row, 3) for pointer, row in located if row.rows)
    return presenter.named_section(section, (*single, *groups))


def remedies(presenter: Presenter, section: Collection[Remedy]) -> SectionView:
    """What is owed, each under its name."""
    title = presenter._("What we owe")
    body = commitments(presenter, list(section.located(("remedies",))), 4)
    return titled_section(title, presenter.with_intro_and_notes(section, body))


def terms(presenter: Presenter, section: Collection[Term]) -> SectionView:
    """Each kind of case under its name."""
    body = tuple(commitment_topic(presenter, pointer, row, 3) for pointer, row in section.located(("terms",)))
    return presenter.named_section(section, body)


def commitments(presenter: Presenter, located: Sequence[Located], level: int) -> tuple[Block, ...]:
    """Commitments one by one: in rows where they say little, else under their names."""
    if located and all(row.name and is_short(row) for _, row in located):
        return (Rows(tuple(presenter.entry_row(pointer, row) for pointer, row in located)),)
    named = tuple(commitment_topic(presenter, pointer, row, min(level, 4)) for pointer, row in located if row.name)
    others = tuple(presenter.one_line(row) for _, row in located if not row.name)
    return (*named, *((Items(others),) if len(others) > 1 else others))


def commitment_topic(presenter: Presenter, pointer: Pointer, row: Commitment, level: int) -> Topic:
    """A commitment under its name, with its rows where it has some."""
    return presenter.entry_topic(pointer, row, level, body=commitment_body(presenter, pointer, row, level))


def commitment_body(presenter: Presenter, pointer: Pointer, row: Any, level: int) -> tuple[Block, ...]:
    """What a commitment says itself, then its rows between the words that open and close them."""
    before = paragraphs(row.intro, row.stem)
    own = _group_fields(presenter, row) if row.rows else presenter.body(row, pointer, level + 1, *OWN_TO_GROUP)
    return (*own, *before, *(_rows(presenter, pointer, row, level) if row.rows else ()), *paragraphs(row.notes))


def _group_fields(presenter: Presenter, row: Any) -> tuple[Block, ...]:
    """What a group says for all of its rows: the sentence, then the facts in a line."""
    sentence = presenter.blocks(getattr(row, row.bare_text)) if getattr(row, row.bare_text) else ()
    return (
        *sentence,
        *paragraphs(row.about),
        *(Facts(line) for line in presenter.other_fields(row, *OWN_TO_GROUP, "about", row.bare_text)),
    )


def _rows(presenter: Presenter, pointer: Pointer, row: Any, level: int) -> tuple[Block, ...]:
    located = list(row.rows.located((*pointer, "rows")))
    rows = (
        promises(presenter, located, row)
        if isinstance(row, Standard) and not any(each.rows for _, each in located)
        else _cases(presenter, located, row, level + 1)
    )
    return presenter.with_intro_and_notes(row.rows, rows)


def _cases(presenter: Presenter, located: Sequence[Located], group: Any, level: int) -> tuple[Block, ...]:
    return commitments(presenter, [(pointer, without_inherited(row, group)) for pointer, row in located], level)


def without_inherited(row: Any, group: Any) -> Any:
    """The row with only what it says itself, and so its own rows: the group has said the rest once."""
    shared = group.set_fields()
    same = [name for name, value in row.set_fields().items() if name not in OWN_TO_GROUP and shared.get(name) is value]
    own = {name: () if isinstance(getattr(row, name), tuple) else None for name in same}
    if row.rows:
        own["rows"] = row.rows.mapped(lambda inner: without_inherited(inner, row))
    return row.model_copy(update=own) if own else row


# ---- the table of promises -------------------------------------------------------------------------------------


def promises(presenter: Presenter, located: Sequence[Located], group: Any = None) -> tuple[Block, ...]:
    """Those with a measure in a table, those in words alone in a list."""
    rows = [(pointer, without_inherited(row, group) if group else row) for pointer, row in located]
    measured = [(pointer, row) for pointer, row in rows if row.name and measure(row)]
    unmeasured = [row for _, row in rows if not (row.name and measure(row))]
    sentences = (Items(tuple(presenter.one_line(row) for row in unmeasured)),) if unmeasured else ()
    return (*((_table(presenter, measured),) if measured else ()), *sentences)


def measure(row: Any) -> str | None:
    """The field that the promise is measured by."""
    return next((name for name in MEASURES if getattr(row, name) not in (None, ())), None)


def _table(presenter: Presenter, rows: Sequence[Located]) -> Table:
    cases = _cases_in_columns([row for _, row in rows])
    extra = [name for name in ("met", "when_missed") if any(getattr(row, name) for _, row in rows)]
    heads = (
        presenter._("Promise"),
        *(cases or (presenter._("How soon"),)),
        *(presenter.label(rows[0][1], name) for name in extra),
    )
    cells = tuple(_row(presenter, pointer, row, cases, extra) for pointer, row in rows)
    return Table("", _columns(heads, len(cases) or 1, extra), cells)


def _columns(heads: Sequence[str], limits: int, extra: Sequence[str]) -> tuple[Column, ...]:
    tail = [{"met": 13.5, "when_missed": 25.0}[name] for name in extra]
    each = min(18.0, (100 - MIN_NAME_WIDTH - sum(tail)) / limits) if limits > 1 else 24.0
    widths = (100 - each * limits - sum(tail), *([each] * limits), *tail)
    return tuple(Column(head, width) for head, width in zip(heads, widths, strict=True))


def _cases_in_columns(rows: Sequence[Any]) -> tuple[str, ...]:
    named = [str(case) for row in rows if measure(row) == "within" for case, _ in row.within if case]
    alone = [str(priority) for row in rows for priority in row.priorities]
    cases = {normalise_name(case): case for case in (*named, *alone)} if named else {}
    return tuple(cases.values()) if 1 < len(cases) <= MAX_CASE_COLUMNS else ()


def _row(
    presenter: Presenter, pointer: Pointer, row: Any, cases: tuple[str, ...], extra: Sequence[str]
) -> tuple[Cell, ...]:
    field = measure(row) or ""
    companions = {"every": ("until",), "notice": ("before",)}.get(field, ())
    head = Cell(
        Prose(row.named()), presenter.details(row, "name", field, *companions, *extra), presenter.anchor(pointer)
    )
    limits = _limit_cells(presenter, row, field, cases)
    return (head, *limits, *(_extra(presenter, row, name) for name in extra))


def _extra(presenter: Presenter, row: Any, name: str) -> Cell:
    value = getattr(row, name)
    return Cell(presenter.figure(value)) if name == "met" and value else presenter.cell(value)


def _limit_cells(presenter: Presenter, row: Any, field: str, cases: tuple[str, ...]) -> tuple[Cell, ...]:
    """The limit in each column; one that is stated for some priorities alone says nothing of the others."""
    if not cases:
        return (Cell(_limit(presenter, row, field)),)
    split = field == "within" and row.within.sole is None
    by_case = (
        {normalise_name(case): Cell(presenter.figure(limit)) for case, limit in row.within if case} if split else {}
    )
    named = {normalise_name(priority) for priority in row.priorities} or {normalise_name(case) for case in cases}
    whole = {} if split else dict.fromkeys(named, Cell(_limit(presenter, row, field)))
    return tuple({**whole, **by_case}.get(normalise_name(case), presenter.empty_cell()) for case in cases)


def _limit(presenter: Presenter, row: Any, field: str) -> Inline:
    value = getattr(row, field)
    if field == "within" and isinstance(value, Limits):
        return presenter.figure(value.sole) if value.sole is not None else presenter.inline(value)
    if field == "every":
        until = (Words(presenter._("until")), Prose(row.until)) if row.until else ()
        return join_inline((presenter.inline(value), *until), " ")
    if field == "notice" and row.before:
        return join_inline((presenter.inline(value), Words(presenter._("before")), Prose(row.before)), " ")
    if field == "on":
        return presenter.inline(value)
    ending = presenter.limit_phrase(value, field) if isinstance(value, Limits) else None
    return ending or Joined((Words(f"{presenter.label(row, field)} "), presenter.inline(value)))


# ---- complaints ------------------------------------------------------------------------------------------------

OPENING = ("counts", "does_not_count")
"""What a complaint is stands before how to make one."""

ARRANGED = ("intro", "notes", "says", "how_to_complain", "stages", "outside", "remedies")


def complaints(presenter: Presenter, section: Complaints) -> SectionView:
    """How to complain, the stages, whom to ask outside, and everything that is promised around it."""
    lead = paragraphs(section.intro, section.says)
    how = presenter.rows_block(section.how_to_complain) if section.how_to_complain else ()
    headed = presenter.under_label(section, "how_to_complain", how, 3) if how else ()
    body = (
        *presenter.fields(section, *(name for name in Complaints.model_fields if name not in OPENING)),
        *headed,
        *_stages(presenter, section.stages or Collection.model_construct()),
        *_outside(presenter, section.outside or Collection.model_construct()),
        *_remedies(presenter, section),
        *presenter.fields(section, *ARRANGED, *OPENING),
        *paragraphs(section.notes),
    )
    inside = tuple(row.named() for row in (*(section.stages or ()), *(section.outside or ())) if row.name)
    return SectionView(lead, body, inside or (presenter._("How to complain"),))


def _stages(presenter: Presenter, stages: Collection[Stage]) -> tuple[Block, ...]:
    located = stages.located(("complaints", "stages"))
    return presenter.with_intro_and_notes(
        stages, tuple(_stage(presenter, pointer, stage) for pointer, stage in located)
    )


def _stage(presenter: Presenter, pointer: Pointer, stage: Stage) -> Topic:
    steps = stage.steps or Collection.model_construct()
    table = promises(presenter, list(steps.located((*pointer, "steps"))))
    rows = presenter.fields(stage, "name", "says", "steps", "complexity")
    levels = presenter.collection(stage.complexity, (*pointer, "complexity")) if stage.complexity else ()
    headed = presenter.under_label(stage, "complexity", levels, 4) if levels else ()
    body = (*rows, *presenter.with_intro_and_notes(steps, table), *headed)
    return presenter.entry_topic(pointer, stage, 3, lead=presenter.blocks(stage.says or ()), body=body)


def _outside(presenter: Presenter, bodies: Collection[OutsideBody]) -> tuple[Block, ...]:
    if not bodies:
        return ()
    topics = tuple(_body(presenter, pointer, body) for pointer, body in bodies.located(("complaints", "outside")))
    return (Topic(Words(presenter._("Outside our house")), "", 3, body=presenter.with_intro_and_notes(bodies, topics)),)


def _body(presenter: Presenter, pointer: Pointer, body: OutsideBody) -> Topic:
    limits: list[tuple[Pointer, Any]] = [((*pointer, "limits", i), limit) for i, limit in enumerate(body.limits)]
    blocks = commitments(presenter, limits, 4)
    headed = (Rows((presenter.field_row(body, "limits", blocks),)),) if blocks else ()
    return presenter.entry_topic(pointer, body, 4, body=(*presenter.fields(body, "name", "limits"), *headed))


def _remedies(presenter: Presenter, section: Complaints) -> tuple[Block, ...]:
    if not section.remedies:
        return ()
    body = commitments(presenter, list(section.remedies.located(("complaints", "remedies"))), 4)
    return presenter.under_label(section, "remedies", presenter.with_intro_and_notes(section.remedies, body), 3)
