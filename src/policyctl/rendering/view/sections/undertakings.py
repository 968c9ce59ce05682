"""Promises, debts, returns and gifts in, tables for what is measured and lists for what is said out."""

from collections.abc import Sequence
from typing import Any

from policyctl.findings import Pointer
from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.line import joined
from policyctl.rendering.view.sections.tables import below, nothing, words
from policyctl.rendering.view.shown import (
    Cell,
    Column,
    Facts,
    Inline,
    Items,
    Joined,
    Prose,
    Rows,
    Shown,
    Table,
    Topic,
    Words,
)
from policyctl.rendering.view.telling import Teller, slim
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.commitment import Commitment
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.sections.standards import Remedy, Standard
from policyctl.schema.sections.terms import Term

Located = tuple[Pointer, Any]

MEASURES = ("within", "at_most", "at_least", "by", "on", "every", "notice")
"""What a promise may be measured by; the first that it states stands in the column of the table."""

FEW_CASES = 5
"""Cases that have columns of their own; more stand in one cell."""

LEAST = 27.0
"""The least share of the width that the names of promises need."""

AROUND = ("name", "rows", "intro", "notes", "stem")


def standards(tell: Teller, section: Collection[Standard]) -> SectionView:
    """Promises of their own in one table, groups below under their names."""
    located = list(section.located(("standards",)))
    single = promises(tell, [each for each in located if not each[1].rows])
    groups = tuple(group(tell, pointer, row, 3) for pointer, row in located if row.rows)
    return SectionView((), tell.around(section, (*single, *groups)), tuple(row.named() for row in section if row.name))


def remedies(tell: Teller, section: Collection[Remedy]) -> SectionView:
    """What is owed, each under its name."""
    title = tell._("What we owe")
    body = undertakings(tell, list(section.located(("remedies",))), 4)
    return SectionView((), (Topic(Words(title), "", 3, body=tell.around(section, body)),), (title,))


def terms(tell: Teller, section: Collection[Term]) -> SectionView:
    """Each kind of case under its name."""
    body = tuple(group(tell, pointer, row, 3) for pointer, row in section.located(("terms",)))
    return SectionView((), tell.around(section, body), tuple(row.named() for row in section if row.name))


def undertakings(tell: Teller, located: Sequence[Located], level: int) -> tuple[Shown, ...]:
    """Undertakings one by one: in rows where they say little, else under their names."""
    if located and all(row.name and slim(row) for _, row in located):
        return (Rows(tuple(tell.named_row(pointer, row) for pointer, row in located)),)
    named = tuple(group(tell, pointer, row, min(level, 4)) for pointer, row in located if row.name)
    others = tuple(tell.in_line(row) for _, row in located if not row.name)
    return (*named, *((Items(others),) if len(others) > 1 else others))


def group(tell: Teller, pointer: Pointer, row: Commitment, level: int) -> Topic:
    """An undertaking under its name, with its rows where it has some."""
    return Topic(Prose(row.named()), tell.anchor(pointer), level, body=inside(tell, pointer, row, level))


def inside(tell: Teller, pointer: Pointer, row: Any, level: int) -> tuple[Shown, ...]:
    """What an undertaking says itself, then its rows between the words that open and close them."""
    before = tuple(Prose(text) for text in (row.intro, row.stem) if text)
    own = _shared(tell, row) if row.rows else tell.body(row, pointer, level + 1, *AROUND)
    after = (Prose(row.notes),) if row.notes else ()
    return (*own, *before, *(_rows(tell, pointer, row, level) if row.rows else ()), *after)


def _shared(tell: Teller, row: Any) -> tuple[Shown, ...]:
    """What a group says for all of its rows: the sentence, then the facts in a line."""
    said = tell.shown(getattr(row, row.bare_text)) if getattr(row, row.bare_text) else ()
    about = tuple(Prose(text) for text in (row.about,) if text)
    return (*said, *about, *(Facts(line) for line in tell.remainder(row, *AROUND, "about", row.bare_text)))


def _rows(tell: Teller, pointer: Pointer, row: Any, level: int) -> tuple[Shown, ...]:
    located = list(row.rows.located((*pointer, "rows")))
    shown = (
        promises(tell, located, row)
        if isinstance(row, Standard) and not any(each.rows for _, each in located)
        else _cases(tell, located, row, level + 1)
    )
    return tell.around(row.rows, shown)


def _cases(tell: Teller, located: Sequence[Located], above: Any, level: int) -> tuple[Shown, ...]:
    return undertakings(tell, [(pointer, without_inherited(row, above)) for pointer, row in located], level)


def without_inherited(row: Any, above: Any) -> Any:
    """The row with only what it says itself, and so its own rows: the group has said the rest once."""
    shared = above.set_fields()
    same = [name for name, value in row.set_fields().items() if name not in AROUND and shared.get(name) is value]
    own = {name: () if isinstance(getattr(row, name), tuple) else None for name in same}
    if row.rows:
        own["rows"] = row.rows.mapped(lambda inner: without_inherited(inner, row))
    return row.model_copy(update=own) if own else row


# ---- the table of promises -------------------------------------------------------------------------------------


def promises(tell: Teller, located: Sequence[Located], above: Any = None) -> tuple[Shown, ...]:
    """Those with a measure in a table, those in words alone in a list."""
    rows = [(pointer, without_inherited(row, above) if above else row) for pointer, row in located]
    measured = [(pointer, row) for pointer, row in rows if row.name and measure(row)]
    said = [row for _, row in rows if not (row.name and measure(row))]
    sentences = (Items(tuple(tell.in_line(row) for row in said)),) if said else ()
    return (*((_table(tell, measured),) if measured else ()), *sentences)


def measure(row: Any) -> str | None:
    """The field that the promise is measured by."""
    return next((name for name in MEASURES if getattr(row, name) not in (None, ())), None)


def _table(tell: Teller, rows: Sequence[Located]) -> Table:
    cases = _cases_in_columns([row for _, row in rows])
    extra = [name for name in ("met", "when_missed") if any(getattr(row, name) for _, row in rows)]
    heads = (tell._("Promise"), *(cases or (tell._("How soon"),)), *(tell.label(rows[0][1], name) for name in extra))
    cells = tuple(_row(tell, pointer, row, cases, extra) for pointer, row in rows)
    return Table("", _columns(heads, len(cases) or 1, extra), cells)


def _columns(heads: Sequence[str], limits: int, extra: Sequence[str]) -> tuple[Column, ...]:
    tail = [{"met": 13.5, "when_missed": 25.0}[name] for name in extra]
    each = min(18.0, (100 - LEAST - sum(tail)) / limits) if limits > 1 else 24.0
    widths = (100 - each * limits - sum(tail), *([each] * limits), *tail)
    return tuple(Column(head, width) for head, width in zip(heads, widths, strict=True))


def _cases_in_columns(rows: Sequence[Any]) -> tuple[str, ...]:
    named = [str(case) for row in rows if measure(row) == "within" for case, _ in row.within if case]
    alone = [str(priority) for row in rows for priority in row.priorities]
    cases = {normalise_name(case): case for case in (*named, *alone)} if named else {}
    return tuple(cases.values()) if 1 < len(cases) <= FEW_CASES else ()


def _row(tell: Teller, pointer: Pointer, row: Any, cases: tuple[str, ...], extra: Sequence[str]) -> tuple[Cell, ...]:
    kept = measure(row) or ""
    with_it = {"every": ("until",), "notice": ("before",)}.get(kept, ())
    head = Cell(Prose(row.named()), below(tell, row, "name", kept, *with_it, *extra), tell.anchor(pointer))
    limits = _limit_cells(tell, row, kept, cases)
    return (head, *limits, *(_extra(tell, row, name) for name in extra))


def _extra(tell: Teller, row: Any, name: str) -> Cell:
    value = getattr(row, name)
    return Cell(tell.figure(value)) if name == "met" and value else words(tell, value)


def _limit_cells(tell: Teller, row: Any, kept: str, cases: tuple[str, ...]) -> tuple[Cell, ...]:
    """The limit in each column; one that is stated for some priorities alone says nothing of the others."""
    if not cases:
        return (Cell(_limit(tell, row, kept)),)
    split = kept == "within" and row.within.sole is None
    stated = {normalise_name(case): Cell(tell.figure(limit)) for case, limit in row.within if case} if split else {}
    named = {normalise_name(priority) for priority in row.priorities} or {normalise_name(case) for case in cases}
    whole = {} if split else dict.fromkeys(named, Cell(_limit(tell, row, kept)))
    return tuple({**whole, **stated}.get(normalise_name(case), nothing(tell)) for case in cases)


def _limit(tell: Teller, row: Any, kept: str) -> Inline:
    value = getattr(row, kept)
    if kept == "within" and isinstance(value, Limits):
        return tell.figure(value.sole) if value.sole is not None else tell.inline(value)
    if kept == "every":
        until = (Words(tell._("until")), Prose(row.until)) if row.until else ()
        return joined((tell.inline(value), *until), " ")
    if kept == "notice" and row.before:
        return joined((tell.inline(value), Words(tell._("before")), Prose(row.before)), " ")
    if kept == "on":
        return tell.inline(value)
    ending = tell.ending(value, kept) if isinstance(value, Limits) else None
    return ending or Joined((Words(f"{tell.label(row, kept)} "), tell.inline(value)))
