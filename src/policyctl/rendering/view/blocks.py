"""Blocks are what a view hands to a document: what is shown, and as what, in no format yet."""

from dataclasses import dataclass
from typing import ClassVar


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
    """Several things in one line: the pieces and the words between them, in order."""

    shape: ClassVar[str] = "joined"
    pieces: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts of few words, together in one small line."""

    shape: ClassVar[str] = "facts"
    line: Joined | Words | Prose | Link | Say | Unsay | Figure


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `style` is `plain`, `dash`, `number` or `tick` (squares to fill in)."""

    shape: ClassVar[str] = "items"
    items: "tuple[Block, ...]"
    style: str = "dash"


@dataclass(frozen=True, slots=True)
class Row:
    """A label at the side, and what it says; more than one value stands below each other."""

    label: "Block"
    values: "tuple[Block, ...]"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """Named facts: a label in the side column, the matter in the main one."""

    shape: ClassVar[str] = "rows"
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, and its share of the width in per cent."""

    label: str
    width: float


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and the small words below it. Everything in a cell is in one line of thought: no lists."""

    value: "Block"
    sub: "tuple[Block, ...]" = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Two questions at once. The first cell of each row is its head."""

    shape: ClassVar[str] = "table"
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Move:
    """One step: its number, who does it and when (small, at the side), what is done, and what goes with it.

    `branches` are the choices in which it branches, and the steps of a choice.
    """

    number: str
    who: "tuple[Block, ...]"
    when: "tuple[Block, ...]"
    do: "tuple[Block, ...]"
    rows: tuple[Row, ...]
    branches: "tuple[Steps, ...]" = ()


@dataclass(frozen=True, slots=True)
class Steps:
    """What to do, in order; `lettered` steps are choices of which the first that fits wins."""

    shape: ClassVar[str] = "steps"
    steps: tuple[Move, ...]
    lettered: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A poor and a good way side by side, and why the good one is better."""

    shape: ClassVar[str] = "pair"
    poor_label: str
    poor: tuple[Unsay, ...]
    good_label: str
    good: tuple[Say, ...]
    why_label: str = ""
    why: Prose | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """Words of a drawing, already broken into lines that fit, at a place in the drawing's own units."""

    x: float
    y: float
    lines: tuple[str, ...]
    tone: str = "ink"
    bold: bool = False
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing in its own units, told again in words by `title` and `description`.

    `shapes` are SVG path data, each with its fill, its stroke (both a name of the palette or nothing) and whether the
    stroke is broken; `name` is unique in the document.
    """

    shape: ClassVar[str] = "drawing"
    name: str
    title: str
    description: str
    width: float
    height: float
    shapes: "tuple[Path, ...]"
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """One shape of a drawing."""

    d: str
    fill: str = ""
    stroke: str = ""
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Boxed:
    """What nobody may do: the one thing in a frame."""

    shape: ClassVar[str] = "boxed"
    label: str
    body: "tuple[Block, ...]"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """Something with a name of its own below the heading of a part, and what stands under it.

    `level` is that of its heading (3 or 4). `lead` is its statement, in the face of what is said.
    """

    shape: ClassVar[str] = "topic"
    name: "Block"
    anchor: str
    level: int
    lead: "tuple[Block, ...]" = ()
    body: "tuple[Block, ...]" = ()


Inline = Words | Prose | Say | Unsay | Link | Figure | Joined
Block = Inline | Facts | Items | Rows | Table | Steps | Pair | Drawing | Boxed | Topic


def paragraphs(*texts: str | None) -> tuple[Prose, ...]:
    """Texts of the author, one below the other; those that are missing leave no trace."""
    return tuple(Prose(text) for text in texts if text)
