"""What stands on the pages of a PDF, and where: how small, how near the edge, and what a turn of a page parts.

PDFium knows the place and the size of everything that is drawn; the tree of tags knows what it is, and in which order
it is read. Running heads and feet, ornament and the letters in a drawing are in no tree.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import pairwise, takewhile
from statistics import fmean
from typing import Any
from unicodedata import normalize
from xml.etree.ElementTree import Element

import pypdf
import pypdfium2
from pypdfium2 import raw as pdfium
from tests.printed import INLINE, page_of, visible

MILLIMETRE = 72 / 25.4
UNPRINTED = 5 * MILLIMETRE
"""How near the edge of the paper a printer may leave out what stands there."""

HANGING = 3 * MILLIMETRE
"""How far a quotation mark may hang into the margin."""

HEADINGS = {"H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6, "Caption": 7}
"""The tags of headings, the highest first, and of the title of a table."""

UNIT_TAGS = frozenset({"tr", "li", "blockquote"})
UNIT_CLASSES = frozenset({"boxed", "row", "stair"})
"""What no turn of a page may cut, by its element or its class."""

FLOWING = 4
"""So many paragraphs or facts beside a name are no unit."""

ENDS = 16
"""So many letters at either end of a line are enough to know it by."""


@dataclass(frozen=True)
class Box:
    """A rectangle on the page, in points from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def wider(self, by: float) -> "Box":
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def holds(self, other: "Box") -> bool:
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True)
class Piece:
    """Some words of one line in one type, or a shape, which has no text.

    `order` is its place in the order of reading, `tags` what it stands in, the outermost first.
    """

    text: str
    box: Box
    size: float = 0
    order: int | None = None
    tags: tuple[str, ...] = ()

    @property
    def level(self) -> int:
        """How deep a heading it is; 0 is none at all."""
        return next((HEADINGS[tag] for tag in reversed(self.tags) if tag in HEADINGS), 0)


@dataclass(frozen=True)
class Page:
    """A page: `paper` is its edge, `area` what its margins leave."""

    number: int
    paper: Box
    area: Box
    pieces: tuple[Piece, ...]

    @property
    def texts(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.text]

    @cached_property
    def body(self) -> list[Piece]:
        """What a reader reads, in order: neither the running head and foot nor mere ornament."""
        return sorted((each for each in self.pieces if each.order is not None), key=lambda each: each.order or 0)

    @property
    def is_cover(self) -> bool:
        """Whether it is the first page and holds no heading below the title."""
        return self.number == 1 and all(piece.level < 2 for piece in self.body)

    @property
    def empty_foot(self) -> float:
        """The share of the height between the margins that is left below the last words."""
        last = max((piece.box.bottom for piece in self.body), default=self.area.top)
        return max(self.area.bottom - last, 0) / self.area.height


ReadingOrder = dict[tuple[int, int], tuple[int, tuple[str, ...]]]
"""Of what is marked, by its page and its number there: its place in the order of reading, and its tags."""


# ---- reading a PDF ---------------------------------------------------------------------------------------------


def read_pages(pdf: bytes) -> list[Page]:
    order = _reading_order(pdf)
    with pypdfium2.PdfDocument(pdf) as document:
        return [_page(page, number, order) for number, page in enumerate(document)]


def _reading_order(pdf: bytes) -> ReadingOrder:
    reader = pypdf.PdfReader(BytesIO(pdf))
    numbers = {page.indirect_reference: number for number, page in enumerate(reader.pages)}
    found: ReadingOrder = {}

    def walk(element: Any, tags: tuple[str, ...]) -> None:
        for child in element.get("/K", ()):
            inner = child.get_object()
            if isinstance(inner, int):
                found[numbers[element.raw_get("/Pg")], int(inner)] = (len(found), tags)
            elif "/S" in inner:
                walk(inner, (*tags, inner["/S"].removeprefix("/")))

    walk(reader.root_object["/StructTreeRoot"], ())
    return found


def _page(page: Any, number: int, order: ReadingOrder) -> Page:
    width, height = page.get_size()
    words = page.get_textpage()
    pieces = []
    for drawn in page.get_objects(max_depth=1, textpage=words):
        left, bottom, right, top = drawn.get_bounds()
        text, size = "", 0.0
        if drawn.type == pdfium.FPDF_PAGEOBJ_TEXT:
            scale = drawn.get_matrix()
            text, size = drawn.extract().strip(), round(drawn.get_font_size() * math.hypot(scale.c, scale.d), 2)
        place = order.get((number, pdfium.FPDFPageObj_GetMarkedContentID(drawn)), (None, ()))
        pieces.append(Piece(text, Box(left, height - top, right, height - bottom), size, *place))
    paper = Box(0, 0, width, height)
    return Page(number + 1, paper, _area(pieces, paper), tuple(pieces))


def _area(pieces: Iterable[Piece], paper: Box) -> Box:
    """What the margins leave is painted first, with the ground that the style sheet gives to `html`."""
    ground = next((piece.box for piece in pieces if not piece.text and piece.order is None), None)
    assert ground is not None
    assert ground.height > paper.height / 2, "A page has no ground: give html a background."
    return ground


# ---- what is asked of pages ------------------------------------------------------------------------------------


def below(pages: Iterable[Page], points: float) -> list[str]:
    """The words that are smaller than so many points, those of running heads and feet and of drawings too."""
    return [
        f"page {page.number}, {piece.size} pt: {piece.text}"
        for page in pages
        for piece in page.texts
        if piece.size < points
    ]


def empty_foot(pages: Sequence[Page]) -> float:
    """How much of a page is left empty at its foot, on average; neither the cover nor the last page counts."""
    inner = [page.empty_foot for page in pages[:-1] if not page.is_cover]
    return fmean(inner) if inner else 0


def outside(pages: Iterable[Page]) -> list[str]:
    """What reaches beyond the paper, what a printer would cut, and words that run into a margin."""
    return [
        f"page {page.number}: {piece.text or 'a shape'} at {piece.box}"
        for page in pages
        for piece in page.pieces
        if not _bounds(page, piece).holds(piece.box)
    ]


def _bounds(page: Page, piece: Piece) -> Box:
    if not piece.text:
        return page.paper.wider(1)
    return page.paper.wider(-UNPRINTED) if piece.order is None else page.area.wider(HANGING)


def colliding(pages: Iterable[Page]) -> list[str]:
    """The words that run into other words, since they are too wide for their column or too tall for their line."""
    found = []
    for page in pages:
        texts = sorted(page.texts, key=lambda piece: piece.box.top)
        for at, piece in enumerate(texts, start=1):
            core = piece.box.wider(-piece.size / 6)  # A slanted letter leans over the next one.
            near = (other for other in texts[at:] if core.meets(other.box.wider(-other.size / 6)))
            found += [f"page {page.number}: {piece.text} / {other.text}" for other in near]
    return found


def lone_headings(pages: Sequence[Page]) -> list[str]:
    """The headings at the end of a page whose matter begins on the next.

    A heading that is followed by one as high has no matter.
    """
    found = []
    for page, following in pairwise(pages):
        last = list(takewhile(lambda piece: piece.level, reversed(page.body)))
        then = next((piece.level for piece in following.body), 1)
        if last and not page.is_cover and (not then or then > last[0].level):
            found.append(f"page {page.number}: {' '.join(piece.text for piece in reversed(last))}")
    return found


# ---- what is parted by the turn of a page ----------------------------------------------------------------------


def units(html: bytes) -> list[str]:
    """The text of each unit of the same document in HTML, a line for whatever stands for itself in it."""
    apart = INLINE - {"a"}  # Behind a reference to another place stands, on paper, its page.
    return [visible(element, "\n", apart) for element in _elements(page_of("html", html))]


def _elements(tree: Element) -> Iterator[Element]:
    for element in tree.iter():
        classes = _classes(element)
        is_group = element.tag == "tbody" and any("group" in _classes(row) for row in element)
        if element.tag in UNIT_TAGS or is_group or (UNIT_CLASSES & classes and not _flows(element)):
            yield element


def _flows(row: Element) -> bool:
    """Whether it is several paragraphs or facts, neither steps nor a sample: these may go on overleaf."""
    inside = set().union(*map(_classes, row.iter()))
    paragraphs = max((len(each.findall("p")) for each in row.iter() if "main" in _classes(each)), default=0)
    facts = max((len(list(each)) for each in row.iter() if "rows" in _classes(each)), default=0)
    return max(paragraphs, facts) >= FLOWING and not inside & {"steps", "quoted"}


def _classes(element: Element) -> set[str]:
    return set((element.get("class") or "").split())


def cut_units(pages: Sequence[Page], texts: Iterable[str]) -> list[str]:
    """The units that begin on one page and end on another though they are shorter than a page.

    Each line of a text is looked for by its first and its last letters, so that what only paper says between them, such
    as the number of a page, does no harm. A text that is not printed at all is no concern of the pages.
    """
    letters = [_letters("".join(piece.text for piece in page.body)) for page in pages]
    found = []
    for text in texts:
        lines = [line for line in map(_letters, text.splitlines()) if line]
        ends = [end for line in lines for end in (line[:ENDS], line[-ENDS:])]
        if ends and not any(all(end in page for end in ends) for page in letters):
            found += _cut(pages, ends[0], ends[-1], " ".join(text.split()))
    return list(dict.fromkeys(found))


def _cut(pages: Sequence[Page], first: str, last: str, text: str) -> list[str]:
    """Where the unit with these first and last letters is cut, if its two parts would have fitted on one page."""
    found = []
    for page, following in pairwise(pages):
        begins, ends = _places(page, first), _places(following, last)
        if begins and ends:
            height = page.area.bottom - begins[-1].top + ends[0].bottom - following.area.top
            found.append((height / page.area.height, f"pages {page.number} and {following.number}: {text[:80]}"))
    return [where for share, where in sorted(found)[:1] if share < 1]


def _places(page: Page, wanted: str) -> list[Box]:
    """The boxes of the pieces in which these letters begin or end."""
    pieces = [(_letters(piece.text), piece.box) for piece in page.body]
    whole = "".join(text for text, _ in pieces)
    boxes = [box for text, box in pieces for _ in text]
    starts = [at for at in range(len(whole)) if whole.startswith(wanted, at)]
    return [box for at in starts for box in (boxes[at], boxes[at + len(wanted) - 1])]


def _letters(text: str) -> str:
    """Letters and figures alone: neither quotation marks nor hyphens at the end of a line tell two texts apart."""
    return "".join(sign for sign in normalize("NFKC", text).casefold() if sign.isalnum())
