"""A presenter shows whole parts of the policy as blocks: in lines, in rows, in tables or under headings."""

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
    Row,
    Rows,
    Table,
    Topic,
    Words,
    paragraphs,
)
from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.inline import InlinePresenter, capitalise, join_inline
from policyctl.schema.grammar.choices import Choice, Flag
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Entry, Part
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.references import Reference
from policyctl.schema.grammar.texts import Speech, Unsaid
from policyctl.schema.quantities import Quantity
from policyctl.schema.quantities import Words as PlainWords
from policyctl.schema.sections.training import Question

QUESTIONS = (Question,)
"""What is to be thought about before the main sentence, the answer, is read."""

_REMARKS = ("about", "because", "note", "topic", "audience")
"""What every entry may say besides: it never opens a line."""


class Presenter(InlinePresenter):
    """Shows whole parts: field by field, entry by entry, in lines, rows or under headings."""

    __slots__ = ()

    # ---- values -------------------------------------------------------------------------------------------------

    def blocks(self, value: Any) -> tuple[Block, ...]:
        """What is shown of any value; several things stand below each other."""
        if isinstance(value, Part):
            return self._part(value)
        if isinstance(value, Collection):
            return self.collection(value, ())
        if isinstance(value, Limits):
            return self._limits(value)
        if isinstance(value, tuple):
            return self._several(value)
        if isinstance(value, Choice):
            return (Words(capitalise(self.choice_label(value))),)
        return (self.inline(value),)

    def inline(self, value: Any) -> Inline:
        """What is shown of any value in a line."""
        if isinstance(value, (Part, Collection, tuple, Limits)):
            return join_inline(self.blocks(value))
        return self.value(value)

    def _several(self, values: tuple[Any, ...]) -> tuple[Block, ...]:
        if len(values) == 1:
            return self.blocks(values[0])
        if all(isinstance(value, (Speech, Unsaid)) for value in values):
            return tuple(self.inline(value) for value in values)
        if all(isinstance(value, (Reference, Choice)) for value in values):
            return (join_inline((self.inline(value) for value in values), ", "),)
        return (Items(tuple(self.inline(value) for value in values)),)

    def _limits(self, limits: Limits) -> tuple[Block, ...]:
        if limits.sole is not None:
            return (self.value(limits.sole),)
        cases = ((self.inline(case), self.inline(limit)) for case, limit in limits)
        return (Items(tuple(Joined((case, Words(": "), limit)) for case, limit in cases)),)

    # ---- parts --------------------------------------------------------------------------------------------------

    def _part(self, part: Part) -> tuple[Block, ...]:
        """A part inside another: its one sentence, or its fields in a list."""
        fields = part.set_fields()
        bare = part.bare_text
        if bare and set(fields) == {bare}:
            return self.blocks(fields[bare])
        return (self.one_line(part),)

    def one_line(self, part: Part, *without: str) -> Inline:
        """A whole part in one line: its name, what it mainly says, then each other field with its label."""
        fields = {name: value for name, value in part.set_fields().items() if name not in without}
        first = "name" if "name" in fields else next((name for name in fields if name not in _REMARKS), "")
        leading = [name for name in _leading(part, first) if name in fields and not isinstance(fields[name], Limits)]
        main = join_inline((self.inline(fields[name]) for name in leading), ": ")
        return join_inline((main, *self.other_fields(part, *without, *leading)), " · ")

    def labelled(self, part: Part, name: str, value: Any) -> Inline:
        """A field in a line: its label and its value; what is so needs no more than its label."""
        label = self.label(part, name)
        if value is Flag.YES:
            return Words(label)
        return Joined((Words(f"{label}: "), self.inline(value)))

    def other_fields(self, part: Part, *without: str) -> tuple[Inline, ...]:
        """What has not been shown yet, each field with its label, in one line; nothing where that is all."""
        facts = [self.labelled(part, name, value) for name, value in ordered_fields(part) if name not in without]
        return (join_inline(facts, " · "),) if facts else ()

    def rows(self, part: Part, *without: str) -> tuple[Row, ...]:
        """Every field that says something, as a row, but for those named."""
        fields = ordered_fields(part)
        return tuple(self.field_row(part, name, self.blocks(value)) for name, value in fields if name not in without)

    def field_row(self, part: Part, name: str, values: tuple[Block, ...]) -> Row:
        """Values beside the label of their field."""
        return Row(Words(self.label(part, name)), values)

    def rows_block(self, part: Part, *without: str) -> tuple[Block, ...]:
        """The rows of a part as one block; nothing where there are none."""
        rows = self.rows(part, *without)
        return (Rows(rows),) if rows else ()

    # ---- collections --------------------------------------------------------------------------------------------

    def collection(self, rows: Collection[Any], base: Pointer, level: int = 4) -> tuple[Block, ...]:
        """Entries by name: in rows where each has little to say, under headings of their own where one has more."""
        return self.with_intro_and_notes(rows, self._entries(rows, base, level))

    def with_intro_and_notes(self, rows: Collection[Any], body: tuple[Block, ...]) -> tuple[Block, ...]:
        """The body of a collection between the words that open and close it."""
        before = paragraphs(rows.intro, rows.stem)
        inside = tuple(piece for block in body for piece in _without_empty_heading(block))
        return (*before, *inside, *paragraphs(rows.notes))

    def _entries(self, rows: Collection[Any], base: Pointer, level: int) -> tuple[Block, ...]:
        named = [(pointer, row) for pointer, row in rows.located(base) if row.name]
        others = self._nameless([row for row in rows if not row.name], level)
        if named and all(set(row.set_fields()) == {"name"} for _, row in named):
            return (Items(tuple(Prose(row.named()) for _, row in named)), *others)
        if named and all(is_short(row) for _, row in named):
            return (Rows(tuple(self.entry_row(pointer, row) for pointer, row in named)), *others)
        return (*(self.topic(pointer, row, level) for pointer, row in named), *others)

    def _nameless(self, rows: list[Any], level: int) -> tuple[Block, ...]:
        if len(rows) == 1:
            return self.blocks(rows[0]) if is_short(rows[0]) else self.body(rows[0], (), level)
        return (Items(tuple(self.one_line(row) for row in rows)),) if rows else ()

    def entry_row(self, pointer: Pointer, row: Entry) -> Row:
        """An entry as a row: its name at the side, what it says beside it, and the rest of it in a line below."""
        bare = getattr(row, row.bare_text) if row.bare_text else None
        opening = self.blocks(bare) if bare and not self._is_question(row) else ()
        values = (*opening, *self.other_fields(row, "name", *((row.bare_text or "",) if opening else ())))
        return Row(Prose(row.named()), values, self.anchor(pointer))

    def _is_question(self, row: Part) -> bool:
        """Whether there is something to read before the main sentence, which answers it."""
        return isinstance(row, QUESTIONS) and len(row.set_fields()) > len(("name", "answer"))

    def topic(self, pointer: Pointer, row: Entry, level: int = 3) -> Topic:
        """An entry under a heading of its own, with everything that it says."""
        return self.entry_topic(pointer, row, level, body=self.body(row, pointer, level + 1))

    def entry_topic(
        self, pointer: Pointer, row: Entry, level: int, *, lead: tuple[Block, ...] = (), body: tuple[Block, ...] = ()
    ) -> Topic:
        """An entry under a heading of its own, with what the caller shows of it."""
        return Topic(Prose(row.named()), self.anchor(pointer), level, lead, body)

    def named_section(self, section: Collection[Any], body: tuple[Block, ...]) -> SectionView:
        """A section whose entries are named among the contents."""
        names = tuple(row.named() for row in section if row.name)
        return SectionView((), self.with_intro_and_notes(section, body), names)

    def body(self, part: Part, pointer: Pointer, level: int, *without: str) -> tuple[Block, ...]:
        """Everything a part says: its main sentence, its rows, then what has rows or headings of its own."""
        fields = {name: value for name, value in part.set_fields().items() if name not in ("name", *without)}
        opening = next((name for name in ("says", part.bare_text) if name in fields), "")
        deep = {name: value for name, value in fields.items() if isinstance(value, Collection)}
        below = (block for name, value in deep.items() for block in self._under(part, name, value, pointer, level))
        if self._is_question(part):
            return (*self.fields(part, "name", *without, *deep), *below)
        main = self.blocks(fields[opening]) if opening else ()
        return (*main, *self.fields(part, "name", *without, *deep, opening), *below)

    def fields(self, part: Part, *without: str) -> tuple[Block, ...]:
        """The fields of a part but for those named: facts of few words together in a line, then sentences in rows."""
        brief = [name for name, value in part.set_fields().items() if name not in without and is_brief(value)]
        facts = join_inline((self.labelled(part, name, getattr(part, name)) for name in brief), " · ")
        return (*((Facts(facts),) if brief else ()), *self.rows_block(part, *without, *brief))

    def _under(self, part: Part, name: str, rows: Collection[Any], pointer: Pointer, level: int) -> tuple[Block, ...]:
        key = type(part).model_fields[name].alias or name
        return self.under_heading(
            self.label(part, name), self.collection(rows, (*pointer, key), min(level + 1, 4)), level
        )

    def under_label(self, part: Part, field: str, body: tuple[Block, ...], level: int) -> tuple[Block, ...]:
        """A body under the label of its field as a heading."""
        return self.under_heading(self.label(part, field), body, level)

    def under_heading(self, title: str, body: tuple[Block, ...], level: int) -> tuple[Block, ...]:
        """A body under a fixed heading; below the last level of headings, under a label."""
        if level > 4:
            return (Rows((Row(Words(title), body),)),)
        return (Topic(Words(title), "", level, body=body),)

    # ---- tables ---------------------------------------------------------------------------------------------

    def table(self, columns: tuple[tuple[str, float], ...], rows: tuple[tuple[Cell, ...], ...]) -> Table:
        """The table with its columns, each a head and a share of the width; those that say nothing are left out."""
        empty = self.empty_cell()
        filled = [i for i in range(len(columns)) if i == 0 or any(row[i] != empty for row in rows)]
        total = sum(columns[i][1] for i in filled)
        heads = tuple(Column(columns[i][0], round(100 * columns[i][1] / total, 1)) for i in filled)
        return Table("", heads, tuple(tuple(row[i] for i in filled) for row in rows))

    def head_cell(self, pointer: Pointer, row: Any, *elsewhere: str) -> Cell:
        """The name of a row, and below it in small words all that has no column of its own."""
        return Cell(Prose(row.named()), self.details(row, "name", *elsewhere), self.anchor(pointer))

    def details(self, row: Part, *elsewhere: str) -> tuple[Any, ...]:
        """What has no column of its own: what the row mainly says in a line, and the facts about it in another."""
        main = getattr(row, row.bare_text) if row.bare_text and row.bare_text not in elsewhere else None
        sentence = (self.inline(main),) if main else ()
        return (*sentence, *self.other_fields(row, *elsewhere, row.bare_text or ""))

    def figure_cell(self, limits: Limits | None) -> Cell:
        """An amount large, or several in a line; a cell without one says so."""
        if limits is None:
            return self.empty_cell()
        return Cell(self.figure(limits.sole) if limits.sole is not None else self.inline(limits))

    def cell(self, value: Any) -> Cell:
        """Any value in a cell."""
        if value in (None, ()):
            return self.empty_cell()
        return Cell(join_inline(self.blocks(value)))

    def empty_cell(self) -> Cell:
        """An empty cell says that nothing is stated, so that nobody reads a promise into it."""
        return Cell(self.not_stated())

    def not_stated(self) -> Prose:
        """The words for what nobody has said, in the italics of a remark."""
        words = self._("Nothing stated")
        return Prose(f"*{words}*")


def _without_empty_heading(block: Block) -> tuple[Block, ...]:
    """A topic without a name has no heading: what it says stands by itself."""
    if isinstance(block, Topic) and block.name == Prose(""):
        return (*block.lead, *block.body)
    return (block,)


def ordered_fields(part: Part) -> list[tuple[str, Any]]:
    """What a part says, the reasons and remarks after the matter."""
    return sorted(part.set_fields().items(), key=lambda field: field[0] in ("because", "note"))


def _leading(part: Part, first: str) -> tuple[str, ...]:
    """The fields that need no label, since they are what the part is: its name with its main sentence, or its first."""
    return (first, part.bare_text or "") if first == "name" else (first,)


def is_brief(value: Any) -> bool:
    """Whether a value is a fact of few words: a choice, a name, a quantity."""
    if isinstance(value, tuple):
        return all(isinstance(each, Reference) for each in value)
    return isinstance(value, (Choice, Reference, Quantity)) and not isinstance(value, PlainWords)


def is_short(row: Entry) -> bool:
    """Whether an entry says little enough for one row: nothing in it has rows of its own, and at most three fields."""
    fields = row.set_fields()
    heavy = any(isinstance(value, Collection) for value in fields.values())
    return bool(row.name or len(fields) == 1) and not heavy and len(fields) <= 3
