"""The small XML of the templates in docx/ becomes the paragraphs, lists and tables of a Word file.

Nothing is set in the text itself that a style can carry: what a list, a turn of the page or a table in a list needs
stands beside the name of the style, and nothing else.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple
from xml.etree.ElementTree import Element

from policyctl.errors import PolicyctlError
from policyctl.rendering.prose.tree import is_allowed_target

HINT = "Compare the templates in docx/ with those that policyctl brings."
IMPOSSIBLE = re.compile("[^\\t\\n\\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold, not even by its number."""

KINDS: Mapping[str, tuple[str, int]] = MappingProxyType({
    "dash": ("List Bullet", 1),
    "number": ("List Number", 2),
    "letter": ("List Letter", 3),
    "tick": ("List Tick", 4),
    "step": ("List Step", 5),
})  # fmt: skip
"""The kinds of lists: the style of their items, which further in has a number behind it, and their numbering."""

COUNTED = ("number", "letter", "step")
"""The kinds that begin anew in each list."""

DEEPEST = 4
"""How many levels of lists have styles; what is deeper stands with the last."""

INDENT = 425
"""How much further in each level of a list stands, in twentieths of a point."""

FIRST_LIST = 11
"""The number of the first list in a text; those before it are the styles' own."""

SIDE = 24
"""The share of the width, in per cent, of what stands beside the matter."""

_SPACES = re.compile(r"[ \t\r\n]+")
_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"})
_LINE_BREAK = "<w:r><w:br/></w:r>"
_IN_NAMES = re.compile(r"[^A-Za-z0-9]+")
_LONGEST_NAME = 40
"""Characters of the name of a bookmark; Word refuses a longer one."""

_LONG_ROW = 1500
"""Characters of a row from which on it may be broken over two pages."""

_LONG_ITEM = 900
"""Characters of an item of a list from which on its paragraphs may stand on two pages."""

_SHORT_TABLE = 6
"""Rows up to which a table stays on one page."""

_CARD = 4082
"""The least height of a row of cards to cut out, 72 mm, in twentieths of a point."""

_CELL = 300
"""What the margins of a cell take of its width at most, in twentieths of a point."""


def escape_xml(text: str) -> str:
    """Words as XML holds them; signs that it cannot hold become the sign for such."""
    return IMPOSSIBLE.sub("\N{REPLACEMENT CHARACTER}", text).translate(_SIGNS)


class Style(NamedTuple):
    """A style as far as the text has to know it: its id, how far in it stands, and whether it is bold itself."""

    id: str
    left: int = 0
    bold: bool = False


class CountedList(NamedTuple):
    """A list that begins to count: its kind, its level from nought, and its first number."""

    kind: str
    level: int
    start: int


class Marker(NamedTuple):
    """What marks the first paragraph of a list item: the kind of list, and its number where it counts."""

    kind: str
    list_number: int


class Frame(NamedTuple):
    """What a table is around its rows; `name` says what it shows."""

    style: str
    widths: Sequence[int]
    indent: int = 0
    name: str = ""
    has_head: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands.

    `style` is that of paragraphs without one of their own, `depth` how deep in lists it is, and `keep` whether it goes
    with what follows.
    """

    width: int
    style: str = ""
    depth: int = 0
    marker: Marker | None = None
    keep: bool = False

    @property
    def level(self) -> int:
        """The level of the list that it stands in, from nought."""
        return min(self.depth, DEEPEST) - 1


class Piece(NamedTuple):
    """A piece of a line: words with what they look like, or (`words` is empty) what is written as it is."""

    words: str
    look: str = ""
    xml: str = ""


class Look(NamedTuple):
    """How words look: a style of their own, and what comes on top of it."""

    style: str = ""
    bold: bool = False
    italic: bool = False


@dataclass
class TextWriter:
    """Writes the text of a file, and remembers what the rest of the file has to know of it.

    `relate` gives a link out of the file a name, and `draw` a picture of at most so many millimetres. `lists` are those
    that count, `names` what each place to which links lead is called in the file, and `waiting` the places for which no
    words have come yet. `placed` and `gaps` count what was numbered, and `turns` says that the next paragraph begins a
    page.
    """

    styles: Mapping[str, Style]
    relate: Callable[[str], str]
    draw: Callable[[float, float], str]
    right_to_left: bool = False
    lists: list[CountedList] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)
    announced: set[str] = field(default_factory=set)
    placed: int = 0
    gaps: int = 0
    turns: bool = False

    def name_anchors(self, root: Element) -> None:
        """Give every place to which links may lead a name that Word can hold."""
        for each in root.iter():
            anchor = each.get("id", "")
            if anchor and anchor not in self.names:
                name = _IN_NAMES.sub("_", anchor)[: _LONGEST_NAME - 6].strip("_")
                self.names[anchor] = f"p{len(self.names) + 1}_{name}".rstrip("_")

    # ---- one below the other -------------------------------------------------------------------------------------

    def blocks(self, elements: Iterable[Element], place: Place) -> str:
        """What stands one below the other; no table touches another one."""
        written = ""
        for group in _together(elements):
            made = self._group(group, place)
            if made.startswith("<w:tbl>") and (written.endswith("</w:tbl>") or (written and _is_framed(group[0]))):
                written += self.gap()
            written += made
            if made and place.marker:
                place = replace(place, marker=None)
        return written

    def gap(self) -> str:
        """A paragraph of hardly any height: Word joins tables that touch, and wants one behind the last."""
        starts, ends = self._bookmarks()
        return f"<w:p><w:pPr>{self._style('Table Gap')}</w:pPr>{starts}{ends}</w:p>"

    def _group(self, group: Sequence[Element], place: Place) -> str:
        if group[0].tag == "beside" and not any(map(_has_heading, group)):
            return self._beside(group, place)
        return "".join(self._block(each, place) for each in group)

    def _block(self, element: Element, place: Place) -> str:  # noqa: PLR0911  One for each element of the page.
        self._announce(element)
        match element.tag:
            case "p":
                return self._paragraph(element, place)
            case "as":
                style, keep = element.get("style", place.style), place.keep or bool(element.get("keep"))
                return self.blocks(element, replace(place, style=style, keep=keep))
            case "list":
                return self._list(element, place)
            case "table":
                return self._marked(place) + self._table(element, place)
            case "beside":
                return self.blocks((inner for part in element for inner in part), place)
            case "contents":
                return self._contents(element, place)
            case "bare" | "letters":
                return ""
            case _:
                message = f"The templates for Word write <{element.tag}>, which means nothing there."
                raise PolicyctlError(message, hint=HINT)

    def _paragraph(self, element: Element, place: Place) -> str:
        wanted = element.get("style") or place.style or self._usual(place)
        runs = self._runs(element, self._named(wanted))
        self.turns = self.turns or bool(element.get("new-page"))
        if not runs and not element.get("blank"):
            return ""
        own = _flag("keepNext", on=place.keep) + _flag("pageBreakBefore", on=self.turns)
        self.turns = False
        if place.marker:
            properties = self._item_properties(place, own)
        else:
            properties = self._style(wanted) + own + self._indent(wanted, place)
        starts, ends = self._bookmarks()
        return f"<w:p><w:pPr>{properties}</w:pPr>{starts}{runs}{ends}</w:p>"

    def _usual(self, place: Place) -> str:
        """The style of a paragraph that asks for none: in a list it goes on below its item."""
        return _at_level("List Continue", place.level) if place.depth else "Normal"

    def _indent(self, style: str, place: Place) -> str:
        """What stands in a list stands as far in as the list does, where its style alone would not."""
        wanted = (place.level + 1) * INDENT
        return f'<w:ind w:left="{wanted}"/>' if place.depth and self._named(style).left < wanted else ""

    def _item_properties(self, place: Place, own: str) -> str:
        kind, number = place.marker or Marker("dash", 0)
        counts = f'<w:numPr><w:ilvl w:val="{place.level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
        return self._style(_at_level(KINDS[kind][0], place.level)) + own + counts

    def _marked(self, place: Place) -> str:
        """An item that begins with no words has its mark alone."""
        return f"<w:p><w:pPr>{self._item_properties(place, '')}</w:pPr></w:p>" if place.marker else ""

    def _list(self, element: Element, place: Place) -> str:
        kind = element.get("kind", "dash")
        if kind == "plain":
            return self.blocks((inner for item in element for inner in item), place)
        if kind not in KINDS:
            raise PolicyctlError(f"The templates for Word ask for a list of the kind “{kind}”.", hint=HINT)
        inside = replace(place, depth=place.depth + 1, style="", marker=None)
        number = 0
        if kind in COUNTED:
            start = element.get("start", "1")
            self.lists.append(CountedList(kind, inside.level, int(start) if start.isdecimal() else 1))
            number = FIRST_LIST + len(self.lists) - 1
        items = (self._item(item, replace(inside, marker=Marker(kind, number))) for item in element)
        return self._marked(place) + "".join(items)

    def _item(self, item: Element, place: Place) -> str:
        """An item, whose paragraphs stay on one page where they are few."""
        self._announce(item)
        *others, last = [*item] or [Element("p")]
        keep = place.keep or len("".join(item.itertext())) < _LONG_ITEM
        first = self.blocks(others, replace(place, keep=keep))
        return first + self.blocks([last], replace(place, marker=None) if first else place)

    # ---- tables --------------------------------------------------------------------------------------------------

    def _table(self, element: Element, place: Place) -> str:
        indent = max(place.level + 1, 0) * INDENT
        widths = _spread(element.get("widths", "").split(), place.width - indent)
        rows = [row for row in element if len(row)]
        short = sum(row.get("kind") is None for row in rows) <= _SHORT_TABLE
        written = []
        for number, row in enumerate(rows):
            is_last, is_head = number == len(rows) - 1, row.get("kind") in ("head", "group")
            keep = not is_last and (short or is_head or number == len(rows) - 2)
            written.append(self._row(row, widths, replace(place, depth=0, style="", marker=None, keep=keep)))
        has_head = bool(rows) and rows[0].get("kind") == "head"
        frame = Frame(element.get("style", ""), widths, indent, element.get("name", ""), has_head)
        return self._framed(frame, "".join(written))

    def _framed(self, frame: Frame, rows: str) -> str:
        if not rows:  # Word opens no file with such a table.
            return ""
        indent = f'<w:tblInd w:w="{frame.indent}" w:type="dxa"/>' if frame.indent else ""
        named = f'<w:tblCaption w:val="{escape_xml(frame.name)}"/>' if frame.name else ""
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in frame.widths)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._named(frame.style).id}"/>'
            f'{_flag("bidiVisual", on=self.right_to_left)}<w:tblW w:w="{sum(frame.widths)}" w:type="dxa"/>{indent}'
            f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{"0020" if frame.has_head else "0000"}" '
            f'w:firstRow="{int(frame.has_head)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
            f'w:noVBand="1"/>{named}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'
        )

    def _row(self, row: Element, widths: Sequence[int], place: Place) -> str:
        kind = row.get("kind")
        short = len("".join(row.itertext())) < _LONG_ROW
        height = f'<w:trHeight w:val="{_CARD}" w:hRule="atLeast"/>' if kind == "card" else ""
        properties = _flag("cantSplit", on=short) + height + _flag("tblHeader", on=kind == "head")
        cells, at = [], 0
        for cell in row:
            span = int(cell.get("span", "1"))
            cells.append(self._cell(cell, sum(widths[at : at + span]), place, span))
            at += span
        while at < len(widths):  # A row of cards that is not full.
            cells.append(self._cell(Element("cell"), widths[at], place))
            at += 1
        return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"

    def _cell(self, cell: Element, width: int, place: Place, span: int = 1) -> str:
        self._announce(cell)
        inner = self.blocks(cell, replace(place, width=max(width - _CELL, INDENT)))
        if not inner.endswith("</w:p>"):
            inner += self.gap()
        spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}</w:tcPr>{inner}</w:tc>'

    def _beside(self, group: Sequence[Element], place: Place) -> str:
        """Figures or names and their matter, side by side; several that follow each other are one table."""
        indent = max(place.level + 1, 0) * INDENT
        widths = _spread((str(SIDE), str(100 - SIDE)), place.width - indent)
        rows = []
        for each in group:
            self._announce(each)
            rows.append(self._row(each, widths, replace(place, depth=0, style="", marker=None, keep=False)))
        return self._marked(place) + self._framed(Frame("Beside", widths, indent), "".join(rows))

    # ---- contents ------------------------------------------------------------------------------------------------

    def _contents(self, element: Element, place: Place) -> str:
        """Contents as a field, which Word fills again, with the numbers of pages, when somebody asks it to."""
        begins = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
            ' TOC \\o "1-1" \\h \\z </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        lines = self.blocks(element, place)
        if lines and not (lines.startswith("<w:p>") and lines.endswith("</w:p>")):
            raise PolicyctlError("The templates for Word write contents that are no paragraphs.", hint=HINT)
        head, opened, rest = lines.partition("</w:pPr>")
        inner, closed, _ = rest.rpartition("</w:p>")
        filled = f'{head}{opened}{begins}{inner}<w:r><w:fldChar w:fldCharType="end"/></w:r>{closed}'
        return (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
            f"</w:docPartObj></w:sdtPr><w:sdtContent>{filled}</w:sdtContent></w:sdt>"
            if lines
            else ""
        )

    # ---- in a line -----------------------------------------------------------------------------------------------

    def _runs(self, element: Element, style: Style) -> str:
        """The words of a paragraph, with one space wherever there are several, and none at its ends."""
        written, space, begun = [], False, False
        between = _run(" ", self._look(Look()))
        for piece in self._pieces(element, Look(), bold=style.bold):
            if piece.xml:
                space = space and piece.xml != _LINE_BREAK
                if space and begun and not piece.xml.startswith("</"):
                    written.append(between)
                    space = False
                written.append(piece.xml)
                begun = begun or not piece.xml.startswith(("</", "<w:hyperlink"))
                continue
            words = _SPACES.sub(" ", piece.words)
            if (space or not begun) and words.startswith(" "):
                words = words[1:]
            if space and words:
                written.append(between)
            space = (space and not words) or words.endswith(" ")
            words = words.removesuffix(" ")
            if words:
                written.append(_run(words, piece.look))
                begun = True
        return "".join(written)

    def _pieces(self, element: Element, look: Look, *, bold: bool) -> Iterator[Piece]:
        shown = self._look(look)
        if element.text:
            yield Piece(element.text, shown)
        for child in element:
            yield from self._inside(child, look, bold=bold)
            if child.tail:
                yield Piece(child.tail, shown)

    def _inside(self, child: Element, look: Look, *, bold: bool) -> Iterator[Piece]:
        match child.tag:
            case "b":
                inner = look if bold else look._replace(style="Strong") if not look.style else look._replace(bold=True)
                yield from self._pieces(child, inner, bold=bold)
            case "i":
                inner = look._replace(italic=True) if look.style else look._replace(style="Emphasis")
                yield from self._pieces(child, inner, bold=bold)
            case "code":
                yield from self._pieces(child, look._replace(style="HTML Code"), bold=bold)
            case "r":
                yield from self._pieces(child, look._replace(style=child.get("style", "")), bold=bold)
            case "a":
                yield from self._link(child, look, bold=bold)
            case "gap":
                yield Piece("", xml=self._gap(child))
            case "br" | "tab":
                yield Piece("", xml=_LINE_BREAK if child.tag == "br" else "<w:r><w:tab/></w:r>")
            case "logo":
                yield Piece("", xml=self.draw(float(child.get("width", "30")), float(child.get("height", "15"))))
            case _:
                raise PolicyctlError(f"The templates for Word write <{child.tag}> in a line.", hint=HINT)

    def _link(self, link: Element, look: Look, *, bold: bool) -> Iterator[Piece]:
        """Words that lead somewhere; they stay words where a link may not lead, or nothing is."""
        target = link.get("href", "")
        if target.startswith("#") and target[1:] in self.names:
            opens = f'<w:hyperlink w:anchor="{self.names[target[1:]]}" w:history="1">'
        elif is_allowed_target(target):
            opens = f'<w:hyperlink r:id="{self.relate(target)}" w:history="1">'
        else:
            yield from self._pieces(link, look, bold=bold)
            return
        yield Piece("", xml=opens)
        yield from self._pieces(link, look if look.style else look._replace(style="Hyperlink"), bold=bold)
        yield Piece("", xml="</w:hyperlink>")

    def _gap(self, gap: Element) -> str:
        """Something to fill in: whoever clicks on it writes over what belongs there."""
        self.gaps += 1
        words = _SPACES.sub(" ", "".join(gap.itertext())).strip()
        run = _run(f"[{words}]", self._look(Look("Placeholder Text")))
        text = '<w:text w:multiLine="1"/>' if gap.get("lines") else "<w:text/>"
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{escape_xml(words[:64])}"/><w:id w:val="{self.gaps}"/><w:showingPlcHdr/>'
            f"{text}</w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>"
        )

    def _look(self, look: Look) -> str:
        """The properties of a run, in the order in which Word wants them."""
        style = f'<w:rStyle w:val="{self._named(look.style).id}"/>' if look.style else ""
        bold = "<w:b/><w:bCs/>" if look.bold else ""
        italic = "<w:i/><w:iCs/>" if look.italic else ""
        return style + bold + italic + _flag("rtl", on=self.right_to_left)

    # ---- names ---------------------------------------------------------------------------------------------------

    def _style(self, name: str) -> str:
        return f'<w:pStyle w:val="{self._named(name).id}"/>'

    def _named(self, name: str) -> Style:
        style = self.styles.get(name.casefold())
        if style is None:
            raise PolicyctlError(f"There is no style “{name}” in docx/styles.xml.", hint=HINT)
        return style

    def _announce(self, element: Element) -> None:
        """Remember a place to which links lead until the next words are written there."""
        anchor = element.get("id", "")
        if anchor and anchor not in self.announced:
            self.announced.add(anchor)
            self.waiting.append(anchor)

    def _bookmarks(self) -> tuple[str, str]:
        """The beginnings and the ends of all bookmarks that wait for words."""
        numbers = range(self.placed, self.placed + len(self.waiting))
        starts = (
            f'<w:bookmarkStart w:id="{number}" w:name="{self.names[anchor]}"/>'
            for number, anchor in zip(numbers, self.waiting, strict=True)
        )
        marks = "".join(starts), "".join(f'<w:bookmarkEnd w:id="{number}"/>' for number in numbers)
        self.placed += len(self.waiting)
        self.waiting.clear()
        return marks


def _run(words: str, look: str) -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape_xml(words)}</w:t></w:r>'


def _flag(name: str, *, on: bool) -> str:
    return f"<w:{name}/>" if on else ""


def _at_level(style: str, level: int) -> str:
    """The style of a level: List Bullet, List Bullet 2 and so on."""
    return f"{style} {level + 1}" if level > 0 else style


def _together(elements: Iterable[Element]) -> Iterator[list[Element]]:
    """Each element by itself, but those together that stand beside something one after the other."""
    group: list[Element] = []
    for each in elements:
        if group and not (each.tag == group[0].tag == "beside"):
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _has_heading(element: Element) -> bool:
    """Whether a heading stands in it, which Word finds outside of tables alone."""
    return any(each.get("style", "").startswith("Heading") for each in element.iter("p"))


def _is_framed(element: Element) -> bool:
    """Whether a table has edges of its own, which must not touch the words above it."""
    return element.tag == "table" and not any(row.get("kind") == "head" for row in element)


def _spread(shares: Iterable[str], width: int) -> list[int]:
    """Columns with these shares of a width."""
    wanted = [max(float(share), 1) for share in shares] or [100.0]
    return [round(width * share / sum(wanted)) for share in wanted]
