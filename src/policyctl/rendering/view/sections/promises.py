"""Promises stand in one table, what is owed and the terms each under their names."""

from collections.abc import Sequence
from typing import Any

from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import (
    Block,
    Cell,
    Group,
    Inline,
    Items,
    Prose,
    Topic,
    Words,
    grouped_table,
    paragraphs,
)
from policyctl.rendering.view.document import SectionView, titled_section
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sentences import fill, line
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.commitment import Commitment
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.sections.standards import Remedy, Standard
from policyctl.schema.sections.terms import Term

Located = tuple[Pointer, Any]

MEASURES = ("within", "at_most", "at_least", "by", "on", "every", "notice")
"""What a promise may be measured by; the first that it has stands in the column of the table."""

MAX_CASE_COLUMNS = 4
"""How many cases have columns of their own; more of them stand in one cell."""

OWN_TO_GROUP = ("name", "rows", "intro", "notes", "stem")


def standards(presenter: Presenter, section: Collection[Standard]) -> SectionView:
    """Promises with a measure in one table by group; those in words alone below, each group under its name."""
    located = list(section.located(("standards",)))
    return presenter.named_section(section, promises(presenter, located))


def remedies(presenter: Presenter, section: Collection[Remedy]) -> SectionView:
    """What is owed, each under its name."""
    body = commitments(presenter, list(section.located(("remedies",))), 4)
    return titled_section(presenter._("What we owe"), presenter.with_intro_and_notes(section, body))


def terms(presenter: Presenter, section: Collection[Term]) -> SectionView:
    """Each kind of case under its name."""
    body = tuple(commitment_topic(presenter, pointer, row, 3) for pointer, row in section.located(("terms",)))
    return presenter.named_section(section, body)


def commitments(presenter: Presenter, located: Sequence[Located], level: int) -> tuple[Block, ...]:
    """Commitments one by one, each under its name."""
    named = tuple(commitment_topic(presenter, pointer, row, min(level, 4)) for pointer, row in located if row.name)
    others = tuple(presenter.one_line(row) for _, row in located if not row.name)
    return (*named, *((Items(others),) if len(others) > 1 else others))


def commitment_topic(presenter: Presenter, pointer: Pointer, row: Commitment, level: int) -> Topic:
    """A commitment under its name, with its rows where it has some."""
    return presenter.entry_topic(pointer, row, level, body=commitment_body(presenter, pointer, row, level))


def commitment_body(presenter: Presenter, pointer: Pointer, row: Any, level: int) -> tuple[Block, ...]:
    """What a commitment says itself, then its rows between the words that open and close them."""
    rows = row.rows or Collection.model_construct()
    inner = [(at, without_inherited(each, row)) for at, each in rows.located((*pointer, "rows"))]
    return (
        *presenter.says(row, *OWN_TO_GROUP),
        *paragraphs(row.intro, row.stem),
        *presenter.with_intro_and_notes(rows, commitments(presenter, inner, level + 1)),
        *paragraphs(row.notes),
    )


def without_inherited(row: Any, group: Any) -> Any:
    """The row with only what it says itself, and so its own rows: the group has said the rest once."""
    shared = group.set_fields()
    same = [name for name, value in row.set_fields().items() if name not in OWN_TO_GROUP and shared.get(name) is value]
    own = {name: () if isinstance(getattr(row, name), tuple) else None for name in same}
    if row.rows:
        own["rows"] = row.rows.mapped(lambda inner: without_inherited(inner, row))
    return row.model_copy(update=own) if own else row


# ---- the table of promises -------------------------------------------------------------------------------------


def promises(presenter: Presenter, located: Sequence[Located]) -> tuple[Block, ...]:
    """Those with a measure in one table, by group; those in words alone in lists."""
    groups: list[tuple[Any, Pointer, list[Located]]] = []
    sentences: list[Block] = []
    for pointer, row in located:
        if not row.rows:
            if not groups or groups[-1][0] is not None:
                groups.append((None, pointer, []))
            groups[-1][2].append((pointer, row))
        else:
            inner = [(at, without_inherited(each, row)) for at, each in row.rows.located((*pointer, "rows"))]
            groups.append((row, pointer, inner))
    measured = [
        (group, pointer, [each for each in rows if each[1].name and measure(each[1])])
        for group, pointer, rows in groups
    ]
    for group, pointer, rows in groups:
        unmeasured = tuple(presenter.one_line(row) for _, row in rows if not (row.name and measure(row)))
        if unmeasured and group is not None and len(unmeasured) == len(rows):
            own = (*presenter.says(group, *OWN_TO_GROUP), *paragraphs(group.intro, group.stem))
            body = (*own, Items(unmeasured), *paragraphs(group.notes))
            sentences.append(presenter.entry_topic(pointer, group, 3, body=body))
        elif unmeasured:
            sentences.append(Items(unmeasured))
    filled = [each for each in measured if each[2]]
    return (*((_table(presenter, filled),) if filled else ()), *sentences)


def measure(row: Any) -> str | None:
    """The field that the promise is measured by."""
    return next((name for name in MEASURES if getattr(row, name) not in (None, ())), None)


def _table(presenter: Presenter, groups: Sequence[tuple[Any, Pointer, list[Located]]]) -> Block:
    cases = _cases_in_columns([row for _, _, rows in groups for _, row in rows])
    heads = (presenter._("Promise"), *(cases or (presenter._("How soon"),)), presenter.label(Standard, "met"))
    width = 52.0 / max(len(cases), 2)
    columns = tuple(
        zip(heads, (100.0 - width * (len(heads) - 2) - 12, *([width] * (len(heads) - 2)), 12.0), strict=True)
    )
    made = tuple(_group(presenter, group, pointer, rows, cases) for group, pointer, rows in groups)
    return grouped_table(columns, made, wide=True)


def _group(presenter: Presenter, group: Any, pointer: Pointer, rows: list[Located], cases: tuple[str, ...]) -> Group:
    made = tuple(_row(presenter, at, row, cases) for at, row in rows)
    if group is None:
        return Group(made)
    own = presenter.rest_of(group, *OWN_TO_GROUP)
    said = tuple(Prose(text) for text in (group.intro, group.stem, group.notes) if text)
    return Group(made, Prose(group.named()), presenter.anchor(pointer), (*own, *said))


def _row(presenter: Presenter, pointer: Pointer, row: Any, cases: tuple[str, ...]) -> tuple[Cell, ...]:
    field = measure(row) or ""
    companions = {"every": ("until",), "notice": ("before",)}.get(field, ())
    head = Cell(Prose(row.named()), presenter.rest_of(row, field, *companions, "met"), presenter.anchor(pointer))
    return (
        head,
        *_limit_cells(presenter, row, field, cases),
        Cell(presenter.figure(row.met) if row.met else Words("")),
    )


def _cases_in_columns(rows: Sequence[Any]) -> tuple[str, ...]:
    limits = [limit for row in rows if isinstance(limit := getattr(row, measure(row) or "", None), Limits)]
    named = [str(case) for limit in limits for case, _ in limit if case]
    alone = [str(priority) for row in rows for priority in row.priorities]
    cases = {normalise_name(case): case for case in (*named, *alone)} if named else {}
    return tuple(cases.values()) if 1 < len(cases) <= MAX_CASE_COLUMNS else ()


def _limit_cells(presenter: Presenter, row: Any, field: str, cases: tuple[str, ...]) -> tuple[Cell, ...]:
    """The limit in each column; one that is stated for some priorities alone says nothing of the others."""
    if not cases:
        return (Cell(_limit(presenter, row, field)),)
    value = getattr(row, field)
    split = isinstance(value, Limits) and value.sole is None
    by_case = {normalise_name(case): Cell(presenter.figure(limit)) for case, limit in value if case} if split else {}
    named = {normalise_name(priority) for priority in row.priorities} or {normalise_name(cases[0])}
    whole = {} if split else dict.fromkeys(named, Cell(_limit(presenter, row, field)))
    return tuple({**whole, **by_case}.get(normalise_name(case), Cell(Words(""))) for case in cases)


def _limit(presenter: Presenter, row: Any, field: str) -> Inline:
    value = getattr(row, field)
    if field == "within" and isinstance(value, Limits):
        return presenter.figure(value.sole) if value.sole is not None else presenter.inline(value)
    if field == "every":
        until = (" ", fill(presenter._("until {it}"), it=Prose(row.until))) if row.until and row.every.sole else ()
        return line(presenter.inline(value), *until)
    if field == "notice" and row.before:
        return line(presenter.inline(value), " ", fill(presenter._("before {it}"), it=Prose(row.before)))
    if field == "on":
        return presenter.inline(value)
    ending = presenter.limit_phrase(value, field) if isinstance(value, Limits) else None
    return ending or line(f"{presenter.label(row, field)} ", presenter.inline(value))
