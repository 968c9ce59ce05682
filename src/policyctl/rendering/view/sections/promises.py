"""Promises stand in one table, and those in words alone in sentences beside it."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import (
    EMPTY,
    Block,
    Cell,
    Group,
    Inline,
    Joined,
    Prose,
    Strong,
    Table,
    Topic,
    Words,
    grouped_table,
    leads,
    paragraphs,
)
from policyctl.rendering.view.document import SectionView, titled_section
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sections.commitments import (
    COMPANIONS,
    MEASURES,
    OF_GROUP,
    Located,
    by_name,
    in_a_line,
    limit,
    listed,
    measure,
    nameless,
    own_rows,
    said,
    sentences,
)
from policyctl.rendering.view.sentences import fill, joined, sentence
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.quantities import Never, TimeOfDay
from policyctl.schema.sections.standards import Remedy, Standard

MAX_CASE_COLUMNS = 4
"""How many cases have columns of their own; more of them stand in one cell."""

NAME, KEPT = 44.0, 12.0
"""The width of the names, and of the share in which a promise is kept, in per cent; limits take the rest."""

NAME_ALONE = 56.0
"""The width of the names where one column holds all limits."""


def standards(presenter: Presenter, section: Collection[Standard]) -> SectionView:
    """Promises with a measure in one table by group; those in words before or below it, in the author's order."""
    body = (*promises(presenter, list(section.located(("standards",)))), *paragraphs(section.notes))
    return SectionView(leads(section.intro, section.stem), body, tuple(row.named() for row in section if row.name))


def remedies(presenter: Presenter, section: Collection[Remedy]) -> SectionView:
    """What is owed: each under its name, case by case."""
    opening = (*leads(section.intro, large=False), *paragraphs(section.stem))
    owed = by_name(presenter, list(section.located(("remedies",))))
    return titled_section(presenter._("What we owe"), (*opening, *owed, *paragraphs(section.notes)))


def promises(presenter: Presenter, located: Sequence[Located]) -> tuple[Block, ...]:
    """Promises as blocks: one table of what has a figure, and topics of what is said in words alone."""
    in_table = [_is_for_the_table(row) for _pointer, row in located]
    first = in_table.index(True) if True in in_table else len(located)
    words = [each for each, measured in zip(located, in_table, strict=True) if not measured]
    rows = [each for each, measured in zip(located, in_table, strict=True) if measured]
    table = (_table(presenter, rows),) if rows else ()
    return (*_in_words(presenter, words[:first]), *table, *_in_words(presenter, words[first:]))


def _is_for_the_table(row: Any) -> bool:
    """Whether a promise has a name and a figure, or is a group of which half the rows have."""
    if row.rows:
        return sum(map(_is_for_the_table, row.rows)) * 2 >= len(row.rows)
    return bool(row.name and measure(row))


# ---- in words ------------------------------------------------------------------------------------------------------


def _in_words(presenter: Presenter, located: Sequence[Located]) -> tuple[Block, ...]:
    named = tuple(_topic(presenter, pointer, row) for pointer, row in located if row.name)
    return (*nameless(presenter, [row for _pointer, row in located if not row.name]), *named)


def _topic(presenter: Presenter, pointer: Pointer, row: Any) -> Topic:
    own = (*paragraphs(row.intro), *said(presenter, row, *OF_GROUP))
    body = (*own, *listed(presenter, own_rows(row), row.stem), *paragraphs(row.notes))
    return presenter.entry_topic(pointer, row, 3, body=body)


# ---- in a table ----------------------------------------------------------------------------------------------------


def _table(presenter: Presenter, located: Sequence[Located]) -> Table:
    """One table for all: a group has its name above its rows, and a promise without a group stands among the groups."""
    cases = _cases_in_columns(presenter, [row for _pointer, each in located for row in (each.rows or [each])])
    heads = cases or (presenter._("How soon"),)
    name = NAME if cases else NAME_ALONE
    columns = (
        (presenter._("Promise"), name),
        *((head, (100 - name - KEPT) / len(heads)) for head in heads),
        (presenter.label(Standard, "met"), KEPT),
    )
    grouped = any(row.rows for _pointer, row in located)
    groups: list[Group] = []
    for is_group, members in groupby(located, key=lambda each: bool(each[1].rows)):
        if is_group:
            groups += (_group(presenter, pointer, row, cases) for pointer, row in members)
        else:
            loose = (_row(presenter, pointer, row, cases, as_group=grouped) for pointer, row in members)
            groups.append(Group(tuple(loose)))
    return grouped_table(columns, tuple(groups), wide=True)


def _group(presenter: Presenter, pointer: Pointer, group: Any, cases: tuple[str, ...]) -> Group:
    """A group under its name: a figure that it says for all of its rows stands in each of them."""
    figures = [name for name in (*MEASURES, "met") if name in group.set_fields()]
    places = [at for at, _row in group.rows.located((*pointer, "rows"))]
    whole = zip(own_rows(group), group.rows, strict=True)
    rows = [own.model_copy(update={name: getattr(row, name) for name in figures}) for own, row in whole]
    made = tuple(_row(presenter, at, row, cases) for at, row in zip(places, rows, strict=True))
    own = [sentence(each) for each in sentences(presenter, group, *figures, *OF_GROUP)]
    around = [Prose(text) for text in (group.intro, group.notes, group.stem) if text]
    words = joined((*own, *around), " ")
    return Group(made, Prose(group.named()), presenter.anchor(pointer), () if words == Joined(()) else (words,))


def _row(
    presenter: Presenter, pointer: Pointer, row: Any, cases: tuple[str, ...], *, as_group: bool = False
) -> tuple[Cell, ...]:
    """A promise: its name and what is said of it, its limit for each case, and how often it is kept.

    Where there are groups, one `as_group` has a name like theirs.
    """
    field = measure(row) or ""
    name = Prose(row.named())
    value = getattr(row, field, None)
    by_case = bool(cases) and isinstance(value, Limits) and value.sole is None
    companion = "" if by_case else COMPANIONS.get(field, "")
    elsewhere = ("met", companion, "on" if field == "by" else "", "priorities" if cases else "")
    own = [sentence(each) for each in sentences(presenter, row, field, *elsewhere, *OF_GROUP)]
    anchor = presenter.anchor(pointer)
    if not field:
        return _row_in_words(presenter, row, anchor, columns=len(cases) or 1)
    head = Cell(Strong(name) if as_group else name, (joined(own, " "),) if own else (), anchor)
    never = isinstance(value, Limits) and isinstance(value.sole, Never)
    kept = Cell(presenter.figure(row.met)) if row.met and not never else EMPTY
    return (head, *_limit_cells(presenter, row, field, cases), kept)


def _row_in_words(presenter: Presenter, row: Any, anchor: str, columns: int) -> tuple[Cell, ...]:
    """A promise without a figure among others: its sentence takes the place of the figures."""
    words = in_a_line(presenter, row.model_copy(update={"name": None}))
    if not row.name:
        return (Cell(words), Cell(EMPTY.value, span=columns), EMPTY)
    return (Cell(Prose(row.named()), anchor=anchor), Cell(words, span=columns + 1))


def _cases_in_columns(presenter: Presenter, rows: Sequence[Any]) -> tuple[str, ...]:
    """The cases by which several promises differ, in the order of the policy; none where there are too many."""
    limits = [limit for row in rows if isinstance(limit := getattr(row, measure(row) or "", None), Limits)]
    named = [str(case) for limit in limits for case, _bound in limit if case]
    alone = [str(priority) for row in rows for priority in row.priorities]
    cases = {normalise_name(case): case for case in (*named, *alone)}
    differing = sum(bool(limit.sole is None) for limit in limits) + sum(bool(row.priorities) for row in rows)
    urgencies = {normalise_name(row.named()) for row in presenter.policy.priorities or ()}
    if not named or not 1 < len(cases) <= MAX_CASE_COLUMNS or not (differing > 1 or cases.keys() <= urgencies):
        return ()
    return tuple(cases.values())


def _limit_cells(presenter: Presenter, row: Any, field: str, cases: tuple[str, ...]) -> tuple[Cell, ...]:
    """The limit in the column of each case that it holds for; one that holds for all stands across them."""
    value = getattr(row, field)
    by_case = {}
    if isinstance(value, Limits) and value.sole is None:
        by_case = {normalise_name(case): presenter.figure(limit) for case, limit in value if case}
    elif row.priorities:
        by_case = {normalise_name(priority): _figure(presenter, row, field) for priority in row.priorities}
    columns = [normalise_name(case) for case in cases]
    if by_case and by_case.keys() <= {*columns}:
        return tuple(Cell(by_case[column]) if column in by_case else EMPTY for column in columns)
    return (Cell(_figure(presenter, row, field), span=len(cases) or 1),)


def _figure(presenter: Presenter, row: Any, field: str) -> Inline:
    """A limit in its cell: the figure large, and what is in words in words."""
    value = getattr(row, field)
    if field == "by":
        return joined((_moment(presenter, row), limit(presenter, row, "on") if row.on else Words("")), ", ")
    figure = presenter.inline(value) if value.sole is None else presenter.figure(value.sole)
    companion = getattr(row, COMPANIONS.get(field, ""), None)
    patterns = {
        "at_least": presenter._("at least {limit}"),
        "at_most": presenter._("at most {limit}"),
        "every": presenter._("{limit}, until {it}") if companion else "{limit}",
        "notice": presenter._("{limit} before {it}") if companion else presenter._("{limit} ahead"),
    }
    return fill(patterns.get(field, "{limit}"), limit=figure, it=presenter.running(companion or ""))


def _moment(presenter: Presenter, row: Any) -> Inline:
    """By when, a time of day large."""
    time = TimeOfDay.find(row.by[0]) if len(row.by) == 1 else None
    if time is None:
        return limit(presenter, row, "by")
    return fill(presenter._("by {moment}"), moment=presenter.figure(time))
