"""Rows of cells in, a table without the columns that say nothing out."""

from typing import Any

from policyctl.findings import Pointer
from policyctl.rendering.view.line import joined
from policyctl.rendering.view.shown import Cell, Column, Prose, Table
from policyctl.rendering.view.telling import Teller
from policyctl.schema.grammar.entry import Part
from policyctl.schema.grammar.limits import Limits


def table(tell: Teller, columns: tuple[tuple[str, float], ...], rows: tuple[tuple[Cell, ...], ...]) -> Table:
    """The table with its columns, each a head and a share of the width, but for those in which nothing is stated."""
    empty = nothing(tell)
    kept = [i for i in range(len(columns)) if i == 0 or any(row[i] != empty for row in rows)]
    whole = sum(columns[i][1] for i in kept)
    heads = tuple(Column(columns[i][0], round(100 * columns[i][1] / whole, 1)) for i in kept)
    return Table("", heads, tuple(tuple(row[i] for i in kept) for row in rows))


def head(tell: Teller, pointer: Pointer, row: Any, *elsewhere: str) -> Cell:
    """The name of a row, and below it in small words all that has no column of its own."""
    return Cell(Prose(row.named()), below(tell, row, "name", *elsewhere), tell.anchor(pointer))


def below(tell: Teller, row: Part, *elsewhere: str) -> tuple[Any, ...]:
    """What has no column of its own: what the row mainly says in a line, and the facts about it in another."""
    main = getattr(row, row.bare_text) if row.bare_text and row.bare_text not in elsewhere else None
    said = (tell.inline(main),) if main else ()
    return (*said, *tell.remainder(row, *elsewhere, row.bare_text or ""))


def amount(tell: Teller, limits: Limits | None) -> Cell:
    """An amount large, or several in a line; a cell without one says so."""
    if limits is None:
        return nothing(tell)
    return Cell(tell.figure(limits.sole) if limits.sole is not None else tell.inline(limits))


def words(tell: Teller, value: Any) -> Cell:
    """Any value in a cell."""
    if value in (None, ()):
        return nothing(tell)
    return Cell(joined(tell.shown(value)))


def nothing(tell: Teller) -> Cell:
    """An empty cell says that nothing is stated, so that nobody reads a promise into it."""
    return Cell(unstated(tell))


def unstated(tell: Teller) -> Prose:
    """The words for what nobody has said, in the italics of a remark."""
    words = tell._("Nothing stated")
    return Prose(f"*{words}*")
