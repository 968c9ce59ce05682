"""Blocks are what a view hands to a document: what is shown, and as what, in no format yet."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import ClassVar

# ---- in a line ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words that are not the author's to mark up: a label, a figure with its unit, a date."""

    shape: ClassVar[str] = "words"
    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Words of the author, with their Markdown."""

    shape: ClassVar[str] = "prose"
    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """The one thing to find in a line: a label that runs into its sentence, a name, an action."""

    shape: ClassVar[str] = "strong"
    line: "Inline"


@dataclass(frozen=True, slots=True)
class Say:
    """Words there to be said to a customer."""

    shape: ClassVar[str] = "say"
    text: str


@dataclass(frozen=True, slots=True)
class Unsay:
    """Words not to say to a customer."""

    shape: ClassVar[str] = "unsay"
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to another place of the document, or (`tel:`, `mailto:`, `https:`) out of it."""

    shape: ClassVar[str] = "link"
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount that is shown large, with its unit small below it."""

    shape: ClassVar[str] = "figure"
    number: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Joined:
    """Several things in one line: the pieces, in order."""

    shape: ClassVar[str] = "joined"
    pieces: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Gap:
    """What somebody else fills in, by what belongs there: a word or two in the line, or this many lines below it."""

    shape: ClassVar[str] = "gap"
    text: str
    lines: int = 0

    @property
    def ruled(self) -> tuple[int, ...]:
        """Each of the lines, by its number."""
        return tuple(range(1, self.lines + 1))


Inline = Words | Prose | Strong | Say | Unsay | Link | Figure | Joined | Gap
"""What fits into a line."""

# ---- one below the other ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Flow:
    """Whole sentences in one paragraph; the `end` of a procedure is marked."""

    shape: ClassVar[str] = "flow"
    sentences: tuple[Inline, ...]
    end: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Small words beside the matter: where it comes from, who keeps it."""

    shape: ClassVar[str] = "note"
    line: Inline


@dataclass(frozen=True, slots=True)
class Story:
    """What really happened, told in a few words."""

    shape: ClassVar[str] = "story"
    line: Inline


@dataclass(frozen=True, slots=True)
class Lead:
    """A statement in the face of what is said; one that is not `large` stands below another."""

    shape: ClassVar[str] = "lead"
    line: Inline
    large: bool = True


@dataclass(frozen=True, slots=True)
class Quoted:
    """What a customer says or writes, in their own words."""

    shape: ClassVar[str] = "quoted"
    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `style` is `dash`, `number`, `letter` or `tick` (squares to fill in)."""

    shape: ClassVar[str] = "items"
    items: "tuple[Block, ...]"
    style: str = "dash"


@dataclass(frozen=True, slots=True)
class Row:
    """A label, and what it says; more than one value stands below each other."""

    label: Inline
    values: "tuple[Block, ...]"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """Named facts: in the main column the label stands before its matter, at the side (`small`) above it."""

    shape: ClassVar[str] = "rows"
    rows: tuple[Row, ...]
    small: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, and its share of the width in per cent."""

    label: str
    width: float


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and the small words below it. Everything in a cell is in one line of thought: no lists.

    A cell that holds for several columns has a `span`, and the row no other cells for them.
    """

    value: Inline
    sub: tuple[Inline, ...] = ()
    anchor: str = ""
    span: int = 1

    @property
    def columns(self) -> tuple[int, ...]:
        """Each of the columns that it stands in, by its number."""
        return tuple(range(self.span))

    @property
    def says(self) -> bool:
        """Whether there is a word in it; a space is one, since it keeps a column to write in."""
        return bool(length(self.value) or self.sub)

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to read in it, so that it can be no head of its row."""
        return self in (SPACE, EMPTY)


EMPTY = Cell(Words(""))
"""A cell that says nothing."""

SPACE = Cell(Words("\u00a0"))
"""A cell to write in: it is there, and holds nothing yet."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of a table that belong together, under their name where they have one."""

    rows: tuple[tuple[Cell, ...], ...]
    name: Inline | None = None
    anchor: str = ""
    intro: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Two questions at once. The first cell of each row is its head; an empty cell says nothing.

    A `wide` table takes the side column as well.
    """

    shape: ClassVar[str] = "table"
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    wide: bool = False

    @property
    def is_brief(self) -> bool:
        """Whether every cell has little to say, so that a table of plain text can hold it."""
        cells = (cell for group in self.groups for row in group.rows for cell in row)
        intros = (line for group in self.groups for line in group.intro)
        return not any(intros) and all(
            length(cell.value) + sum(map(length, cell.sub)) <= LONGEST_CELL for cell in cells
        )


@dataclass(frozen=True, slots=True)
class Move:
    """One step: who does it and by when, what is done and in which case, and what goes with it.

    `also` are the sentences that run on after what is done.
    """

    number: str
    do: tuple[Inline, ...]
    who: Inline | None = None
    condition: Inline | None = None
    also: tuple[Inline, ...] = ()
    rest: "tuple[Block, ...]" = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Steps:
    """What to do, in order."""

    shape: ClassVar[str] = "steps"
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A case, and what is done in it; the letter, if it has one, names it where the format has no table."""

    letter: str
    case: Inline
    body: "tuple[Block, ...]"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Branches:
    """Cases side by side with what follows from them: of the choices in a step the first that fits wins."""

    shape: ClassVar[str] = "branches"
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Tread:
    """One step of a stair: how much, who, what else, and after how long it moves on to the next."""

    figure: Inline
    head: Inline
    body: tuple[Inline, ...] = ()
    wait: Inline | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Stair:
    """Who decides, up to how much, and when it moves on: one drawing for two questions. `name` says what it shows."""

    shape: ClassVar[str] = "stair"
    name: str
    treads: tuple[Tread, ...]


@dataclass(frozen=True, slots=True)
class Boxed:
    """What nobody may do, and danger: the one thing in a frame."""

    shape: ClassVar[str] = "boxed"
    label: Inline
    body: "tuple[Block, ...]"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure, a name or a few facts in the side column, and their matter beside them."""

    shape: ClassVar[str] = "beside"
    side: "tuple[Block, ...]"
    body: "tuple[Block, ...]"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Stack:
    """Several blocks where one is expected: a line of a list, and the words to say below it."""

    shape: ClassVar[str] = "stack"
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Blank:
    """Room to write in: this many ruled lines, below what is asked."""

    shape: ClassVar[str] = "blank"
    label: Inline | None = None
    lines: int = 1

    @property
    def ruled(self) -> tuple[int, ...]:
        """Each of the lines, by its number."""
        return tuple(range(1, self.lines + 1))


@dataclass(frozen=True, slots=True)
class Fields:
    """Short lines to fill in, side by side: what each is for, and its share of the width in per cent."""

    shape: ClassVar[str] = "fields"
    fields: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A card to cut out: for whom it is, what it is about, and what stands on it."""

    label: Inline
    name: Inline
    body: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards to cut out, two side by side."""

    shape: ClassVar[str] = "cards"
    cards: tuple[Card, ...]

    @property
    def pairs(self) -> tuple[tuple[Card, ...], ...]:
        """The cards of each row."""
        return tuple(self.cards[i : i + 2] for i in range(0, len(self.cards), 2))


@dataclass(frozen=True, slots=True)
class Topic:
    """Something with a name of its own below the heading of a part, and what stands under it.

    `level` is that of its heading (3 or 4). `side` are its facts, below its name in the side column.
    """

    shape: ClassVar[str] = "topic"
    name: Inline
    anchor: str = ""
    level: int = 3
    side: "tuple[Block, ...]" = ()
    body: "tuple[Block, ...]" = ()

    @property
    def bands(self) -> "tuple[Band, ...]":
        """The topic from top to bottom: what stands beside the side column, and what takes the whole width."""
        return tuple(_bands(self.side, self.body))


@dataclass(frozen=True, slots=True)
class Band:
    """What stands between two edges of a page: a side column and a main one, or (`wide`) one thing over both."""

    side: "tuple[Block, ...]"
    body: "tuple[Block, ...]"
    wide: bool = False
    anchor: str = ""


Block = (
    Inline
    | Flow
    | Note
    | Story
    | Lead
    | Quoted
    | Items
    | Rows
    | Table
    | Steps
    | Branches
    | Stair
    | Boxed
    | Beside
    | Stack
    | Blank
    | Fields
    | Cards
    | Topic
)
"""What stands below something else."""

LONGEST_CELL = 60
"""How many characters a cell of a table in plain text may hold before nobody can read the table."""

BODY_WIDE = (Stair, Boxed, Fields, Cards)
"""What always takes the whole width."""


def is_wide(block: Block) -> bool:
    """Whether a block takes the side column as well."""
    return isinstance(block, BODY_WIDE) or (isinstance(block, Table) and block.wide)


def _bands(side: tuple[Block, ...], body: tuple[Block, ...]) -> Iterator[Band]:
    """Blocks in bands: the first one has the side, and whatever takes the whole width stands between two others."""
    standing: list[Block] = []
    first = True
    for block in body:
        if not (is_wide(block) or isinstance(block, (Beside, Topic))):
            standing.append(block)
            continue
        opens = first and not standing and isinstance(block, Beside)
        if (standing or first) and not opens:
            yield Band(side if first else (), tuple(standing))
            standing, first = [], False
        if isinstance(block, Beside):
            yield Band((*side, *block.side) if opens else block.side, block.body, anchor=block.anchor)
        else:
            yield Band((), (block,), wide=True)
        first = False
    if standing or first:
        yield Band(side if first else (), tuple(standing))


def length(line: Inline) -> int:
    """How many characters a line has."""
    match line:
        case Words(text) | Prose(text) | Say(text) | Unsay(text) | Link(text=text) | Gap(text=text):
            return len(text)
        case Figure(number, unit):
            return len(number) + len(unit)
        case Strong(inner):
            return length(inner)
        case Joined(pieces):
            return sum(map(length, pieces))


def paragraphs(*texts: str | None) -> tuple[Prose, ...]:
    """Texts of the author, one below the other; those that are missing leave no trace."""
    return tuple(Prose(text) for text in texts if text)


def leads(*texts: str | None, large: bool = True) -> "tuple[Block, ...]":
    """Statements of the author, one below the other; those that are missing leave no trace."""
    return tuple(Lead(Prose(text), large) for text in texts if text)


def table(columns: tuple[tuple[str, float], ...], rows: tuple[tuple[Cell, ...], ...], *, wide: bool = False) -> Table:
    """A table of one group; columns in which no cell says anything are left out."""
    return grouped_table(columns, (Group(rows),), wide=wide)


def grouped_table(columns: tuple[tuple[str, float], ...], groups: tuple[Group, ...], *, wide: bool = False) -> Table:
    """A table whose columns are heads with a share of the width; those in which no cell says anything are left out."""
    spread = [_by_column(row) for group in groups for row in group.rows]
    filled = [i for i in range(len(columns)) if i == 0 or any((cell := row[i]) and cell.says for row in spread)]
    total = sum(columns[i][1] for i in filled)
    heads = tuple(Column(columns[i][0], round(100 * columns[i][1] / total, 1)) for i in filled)
    kept = (
        Group(tuple(_without_columns(row, filled) for row in group.rows), group.name, group.anchor, group.intro)
        for group in groups
    )
    return Table(heads, tuple(kept), wide)


def _by_column(row: tuple[Cell, ...]) -> tuple[Cell | None, ...]:
    """The cells of a row column by column; None where one of several columns goes on."""
    return tuple(each for cell in row for each in (cell, *(None,) * (cell.span - 1)))


def _without_columns(row: tuple[Cell, ...], filled: list[int]) -> tuple[Cell, ...]:
    """The row in the columns that are kept."""
    starts = accumulate((cell.span for cell in row), initial=0)
    spans = (
        (cell, sum(start <= i < start + cell.span for i in filled)) for cell, start in zip(row, starts, strict=False)
    )
    return tuple(replace(cell, span=span) for cell, span in spans if span)
