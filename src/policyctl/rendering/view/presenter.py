"""A presenter shows whole parts of the policy as sentences: one after the other, in a list, or under headings."""

from collections.abc import Mapping
from typing import Any

from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import (
    Beside,
    Block,
    Cell,
    Figure,
    Flow,
    Inline,
    Items,
    Joined,
    Prose,
    Quoted,
    Row,
    Rows,
    Say,
    Strong,
    Topic,
    Unsay,
    Words,
    paragraphs,
)
from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.inline import InlinePresenter
from policyctl.rendering.view.sentences import (
    capitalise,
    capitalised,
    fill,
    flow,
    is_clause,
    is_one_line,
    joined,
    line,
    open_end,
    run_on,
    sentence,
    tail,
)
from policyctl.schema.grammar.choices import Choice, Flag
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Entry, Part
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.references import Reference
from policyctl.schema.grammar.texts import Speech, Text, Unsaid
from policyctl.schema.sections.training import Question

_ = str  # Marks words for the catalogue; they are translated where they are used.

CLAUSES: Mapping[str, str] = {
    "after": _("counted from {it}"),
    "exceptions": _("except {it}"),
    "over": _("over {it}"),
    "unless": _("unless {it}"),
    "up_to": _("up to {it}"),
}
"""Fields that end the sentence before them."""

RUN_ON = frozenset({"done_when", "pass_when", "success_when", "stop_when", "triggers", "nobody_may", "if_", "when"})
"""Fields whose label begins the author's sentence, without a colon between the two."""

PLAIN = frozenset({"about", "because", "note", "says", "intro", "notes", "means", "statement"})
"""Fields that are whole sentences of their author, and need no label."""

SETTINGS = frozenset({"audience", "public", "topic", "kind", "better", "milestone", "register_"})
"""Fields that say how an entry is treated; a reader has no use for them."""

QUESTIONS = (Question,)
"""What is to be thought about before the main sentence, the answer, is read."""

_LAST = ("because", "note", "links")
_LONGEST_LINE = 240
"""How many characters a list may have to stand in a sentence."""


class Presenter(InlinePresenter):
    """Shows whole parts: sentence by sentence, entry by entry, in lists or under headings."""

    __slots__ = ()

    # ---- values -------------------------------------------------------------------------------------------------

    def inline(self, value: Any) -> Inline:
        """What is shown of any value in a line."""
        if isinstance(value, Part):
            return self.one_line(value)
        if isinstance(value, Collection):
            return joined((self.one_line(row) for row in value), "; ")
        if isinstance(value, Limits):
            return self._limits(value)
        if isinstance(value, tuple):
            return self._several(value)
        return self.value(value)

    def blocks(self, value: Any) -> tuple[Block, ...]:
        """What is shown of any value below something else: a sentence, words to say, or a list."""
        match value:
            case Speech() | Unsaid():
                return (self.value(value),)
            case Text():
                return (Prose(value),)
            case Collection():
                return self.collection(value, ())
            case tuple() if value and all(isinstance(each, (Speech, Unsaid)) for each in value):
                return tuple(self.value(each) for each in value)
            case tuple() if not self.fits_a_line(value):
                return (Items(tuple(self.inline(each) for each in value)),)
            case _:
                return flow(self.inline(value))

    def fits_a_line(self, value: Any) -> bool:
        """Whether a value may stand in a sentence: a list of few words, a text without paragraphs."""
        if isinstance(value, Collection):
            return False
        if isinstance(value, tuple):
            texts = [each for each in value if isinstance(each, str)]
            return all(map(self.fits_a_line, value)) and sum(map(len, texts)) <= _LONGEST_LINE
        return not isinstance(value, (Speech, Unsaid, Text)) or (
            not isinstance(value, (Speech, Unsaid)) and is_one_line(value)
        )

    def _several(self, values: tuple[Any, ...]) -> Inline:
        if values and all(isinstance(value, (Reference, Choice)) for value in values):
            return joined((self.inline(value) for value in values), ", ")
        return joined(self.inline(value) for value in values)

    def _limits(self, limits: Limits) -> Inline:
        if limits.sole is not None:
            return self.value(limits.sole)
        return joined((line(self.inline(case), ": ", self.inline(limit)) for case, limit in limits), ", ")

    # ---- parts as sentences -------------------------------------------------------------------------------------

    def says(self, part: Part, *without: str) -> tuple[Block, ...]:
        """Everything a part says but for the fields named: what it mainly is, then sentence by sentence.

        Sentences run on in one paragraph; lists, words to say and texts of several paragraphs stand between them.
        """
        fields = [(name, value) for name, value in ordered_fields(part) if name not in ("name", *without)]
        shown: list[Block] = []
        running: list[Inline] = []
        for name, value in fields:
            if isinstance(value, Collection):
                continue
            if self.fits_a_line(value):
                self._run(part, name, value, running)
            else:
                shown += (*flow(*running), *self.labelled_blocks(part, name, value))
                running = []
        return (*shown, *flow(*running))

    def _run(self, part: Part, name: str, value: Any, running: list[Inline]) -> None:
        """Add a field to the sentences so far: at the end of the last one where its words are a clause."""
        clause = self.clause(name, value)
        if clause is not None and running and is_clause(tail(running[-1])):
            running[-1] = line(open_end(running[-1]), ", ", clause)
        elif (statement := self.statement(part, name, value)) is not None:
            running.append(statement)

    def clause(self, name: str, value: Any) -> Inline | None:
        """A field as the end of a sentence, `unless it is a present`; None where it can only stand by itself."""
        pattern = CLAUSES.get(name)
        if pattern is None or (isinstance(value, str) and not is_clause(value)):
            return None
        return fill(self._(pattern), it=self.running(value))

    def running(self, value: Any) -> Inline:
        """A value within a sentence."""
        if isinstance(value, Text) and not isinstance(value, (Speech, Unsaid, Reference)):
            return Prose(run_on(value, self.language.tag))
        if isinstance(value, tuple):
            return joined((self.running(each) for each in value), "; ")
        return self.inline(value)

    def statement(self, part: Part, name: str, value: Any) -> Inline | None:
        """A field as a sentence: the author's own, or its label and what it says; None where it says nothing more."""
        if value is Flag.NO or (name in SETTINGS and _is_choice(value)):
            return None
        if value is Flag.YES:
            return Words(capitalise(self.label(part, name)))
        if name in PLAIN or name == part.bare_text:
            return self.inline(value)
        if name in RUN_ON:
            label = Strong(Words(self.label(part, name)))
            pattern, it = self._("{label} {it}"), self.running(value)
            return fill(pattern, label=label, it=capitalised(it) if ": {it}" in pattern else it)
        return line(Strong(Words(with_colon(self.label(part, name)))), " ", self.inline(value))

    def labelled_blocks(self, part: Part, name: str, value: Any) -> tuple[Block, ...]:
        """What does not fit into a line, under its label; words to say and the author's own sentences need none."""
        blocks = self.blocks(value)
        if name in PLAIN or name == part.bare_text or all(isinstance(block, (Say, Unsay, Quoted)) for block in blocks):
            return blocks
        return (Flow((Strong(Words(with_colon(self.label(part, name)))),)), *blocks)

    def one_line(self, part: Part, *without: str) -> Inline:
        """A whole part in a line: its name and what it mainly says, then the rest as clauses and sentences."""
        fields = {name: value for name, value in ordered_fields(part) if name not in without}
        name = fields.pop("name", None)
        running: list[Inline] = []
        for field, value in fields.items():
            self._run(part, field, value, running)
        rest = joined((sentence(each) for each in running[1:]), " ")
        first = running[0] if running else Joined(())
        opening = line(self.inline(name), ": ", first) if name and running else self.inline(name) if name else first
        return line(sentence(opening), " ", rest) if len(running) > 1 else opening

    def sentences(self, *said: Inline) -> Inline:
        """Whole sentences, one after the other in a line."""
        return joined((sentence(each) for each in said), " ")

    # ---- collections --------------------------------------------------------------------------------------------

    def collection(self, rows: Collection[Any], base: Pointer, level: int = 4) -> tuple[Block, ...]:
        """Entries by name: in sentences where each has little to say, under headings where one has more."""
        return self.with_intro_and_notes(rows, self._entries(rows, base, level))

    def with_intro_and_notes(self, rows: Collection[Any], body: tuple[Block, ...]) -> tuple[Block, ...]:
        """The body of a collection between the words that open and close it."""
        return (*paragraphs(rows.intro, rows.stem), *body, *paragraphs(rows.notes))

    def _entries(self, rows: Collection[Any], base: Pointer, level: int) -> tuple[Block, ...]:
        named = [(pointer, row) for pointer, row in rows.located(base) if row.name]
        others = self._nameless([row for row in rows if not row.name])
        if named and all(set(row.set_fields()) == {"name"} for _, row in named):
            return (Items(tuple(Prose(row.named()) for _, row in named)), *others)
        if named and all(is_short(row) for _, row in named):
            return (Rows(tuple(self.entry_row(pointer, row) for pointer, row in named)), *others)
        return (*(self.topic(pointer, row, level) for pointer, row in named), *others)

    def _nameless(self, rows: list[Any]) -> tuple[Block, ...]:
        if len(rows) == 1:
            return self.says(rows[0])
        return (Items(tuple(self.one_line(row) for row in rows)),) if rows else ()

    def entry_row(self, pointer: Pointer, row: Entry, *without: str) -> Row:
        """An entry by its name, and what it says behind it."""
        return Row(Prose(row.named()), self.says(row, *without), self.anchor(pointer))

    def topic(self, pointer: Pointer, row: Entry, level: int = 3, *without: str) -> Topic:
        """An entry under a heading of its own, with everything that it says."""
        return self.entry_topic(pointer, row, level, body=self.body(row, pointer, level + 1, *without))

    def entry_topic(
        self, pointer: Pointer, row: Entry, level: int, *, side: tuple[Block, ...] = (), body: tuple[Block, ...] = ()
    ) -> Topic:
        """An entry under a heading of its own, with what the caller shows of it."""
        return Topic(Prose(row.named()), self.anchor(pointer), level, side, body)

    def body(self, part: Part, pointer: Pointer, level: int, *without: str) -> tuple[Block, ...]:
        """Everything a part says: its own sentences, then what has entries of its own under a label."""
        fields = {name: value for name, value in part.set_fields().items() if name not in ("name", *without)}
        deep = {name: value for name, value in fields.items() if isinstance(value, Collection)}
        below = (block for name, value in deep.items() for block in self.under(part, name, value, pointer, level))
        return (*self.says(part, *without), *below)

    def under(self, part: Part, name: str, rows: Collection[Any], pointer: Pointer, level: int) -> tuple[Block, ...]:
        """The entries of a field under its label."""
        key = type(part).model_fields[name].alias or name
        return self.under_heading(
            self.label(part, name), self.collection(rows, (*pointer, key), min(level + 1, 4)), level
        )

    def under_heading(self, title: str, body: tuple[Block, ...], level: int) -> tuple[Block, ...]:
        """A body under a fixed heading; below the last level of headings, behind a label."""
        if not body:
            return ()
        if level > 4:
            return (Rows((Row(Words(title), body),)),)
        return (Topic(Words(title), "", level, body=body),)

    def named_section(self, section: Collection[Any], body: tuple[Block, ...]) -> SectionView:
        """A section whose entries are named among the contents."""
        names = tuple(row.named() for row in section if row.name)
        return SectionView((), self.with_intro_and_notes(section, body), names)

    # ---- tables and figures ---------------------------------------------------------------------------------

    def cell(self, value: Any) -> Cell:
        """Any value in a cell; nothing where there is none."""
        return Cell(Words("")) if value in (None, ()) else Cell(self.inline(value))

    def figure_cell(self, limits: Limits | None) -> Cell:
        """An amount large, or several in a line; nothing where there is none."""
        if limits is None:
            return Cell(Words(""))
        return Cell(self.figure(limits.sole) if limits.sole is not None else self.inline(limits))

    def rest_of(self, row: Part, *elsewhere: str) -> tuple[Inline, ...]:
        """What has no column of its own, in a line of small words; nothing where that is all."""
        rest = self.one_line(row, "name", *elsewhere)
        return () if rest == Joined(()) else (sentence(rest),)

    def beside_figure(self, value: Any, body: tuple[Block, ...], anchor: str = "") -> Beside:
        """An amount in the side column, large with its unit below, and its matter beside it."""
        shown = self.figure(value)
        side = shown if isinstance(shown, Figure) else Strong(shown)
        return Beside((side,), body, anchor)


def _is_choice(value: Any) -> bool:
    """Whether a value is a word of the language, or several of them."""
    return isinstance(value, Choice) or (isinstance(value, tuple) and all(isinstance(each, Choice) for each in value))


def with_colon(label: str) -> str:
    """A label before what it says; a question needs no colon."""
    return label if label.endswith("?") else f"{label}:"


def ordered_fields(part: Part) -> list[tuple[str, Any]]:
    """What a part says: the main sentence first, then the matter, the reasons and remarks last."""
    fields = part.set_fields()
    first = ("name", "says", part.bare_text)
    return sorted(fields.items(), key=lambda field: (field[0] not in first, field[0] in _LAST))


def is_short(row: Entry) -> bool:
    """Whether an entry says little enough for a sentence or two: nothing in it has entries of its own."""
    fields = row.set_fields()
    heavy = any(isinstance(value, Collection) for value in fields.values())
    return bool(row.name or len(fields) == 1) and not heavy and len(fields) <= 4
