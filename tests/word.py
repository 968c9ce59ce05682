"""A Word file as a reader finds it: a tree of headings, paragraphs, lists, tables and links, and its words by style."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
HEADINGS = {
    "Title": "h1", "heading 1": "h2", "heading 2": "h3", "heading 3": "h4",
    "TOC Heading": "h2", "Sheet Heading": "h2", "Letter Heading": "h2",
}  # fmt: skip
LIST = re.compile(r"List (Bullet|Number|Letter|Tick|Step)( \d)?")


@dataclass
class Word:
    """The parts of a Word file."""

    data: bytes
    chapters: int = field(default=0, init=False)

    @cached_property
    def parts(self) -> Mapping[str, bytes]:
        """What is in the file, by its names."""
        with ZipFile(BytesIO(self.data)) as file:
            return {name: file.read(name) for name in file.namelist()}

    def xml(self, name: str) -> Element:
        """One of its parts."""
        return ET.fromstring(self.parts[name])  # noqa: S314  We have made it.

    @cached_property
    def styles(self) -> Mapping[str, str]:
        """The names of its styles by their ids."""
        return {
            each.attrib[f"{W}styleId"]: each.find(f"{W}name").attrib[f"{W}val"]  # type: ignore[union-attr]  # each has one
            for each in self.xml("word/styles.xml").iter(f"{W}style")
        }

    @cached_property
    def links(self) -> Mapping[str, str]:
        """Where links lead out of it, by their names."""
        related = self.xml("word/_rels/document.xml.rels")
        return {each.attrib["Id"]: each.attrib["Target"] for each in related if each.get("TargetMode") == "External"}

    @cached_property
    def is_numbered(self) -> bool:
        """Whether its chapters are counted."""
        styles = self.xml("word/styles.xml").iter(f"{W}style")
        return any(each.get(f"{W}styleId") == "Heading1" and each.find(f".//{W}numPr") is not None for each in styles)

    def tree(self) -> Element:
        """All of it as a tree of HTML, the lines at the head and the foot of its pages last."""
        self.chapters = 0
        html, body = Element("html"), self.xml("word/document.xml")[0]
        html.extend(self._blocks(body))
        for name in sorted(self.parts):
            if re.fullmatch(r"word/(header|footer)\d+\.xml", name):
                html.extend(self._blocks(self.xml(name)))
        return html

    def lines(self) -> list[str]:
        """Its paragraphs, each behind the name of its style; what stands in a table is further in."""
        return [*self._lines(self.xml("word/document.xml")[0], "")]

    # ---- the tree ------------------------------------------------------------------------------------------------

    def _blocks(self, parent: Element) -> Iterator[Element]:
        for each in parent:
            if each.tag == f"{W}p":
                yield self._paragraph(each)
            elif each.tag == f"{W}tbl":
                yield self._table(each)
            elif each.tag == f"{W}sdt":
                yield from self._blocks(each.find(f"{W}sdtContent") or Element("none"))

    def _paragraph(self, paragraph: Element) -> Element:
        style = self.style(paragraph)
        made = Element(HEADINGS.get(style, "li" if LIST.fullmatch(style) else "p"), {"class": style})
        self._fill(made, paragraph)
        if style == "heading 1" and self.is_numbered:
            self.chapters += 1
            made.text = f"{self.chapters} {made.text or ''}"
        return made

    def _table(self, table: Element) -> Element:
        made = Element("table")
        for row in table.iter(f"{W}tr"):
            is_head = row.find(f"{W}trPr/{W}tblHeader") is not None
            shown = ET.SubElement(made, "tr")
            for cell in row.findall(f"{W}tc"):
                ET.SubElement(shown, "th" if is_head else "td").extend(self._blocks(cell))
        return made

    def _fill(self, made: Element, parent: Element) -> None:
        for each in parent:
            match each.tag.removeprefix(W):
                case "r":
                    _add(made, text_of_run(each))
                case "hyperlink":
                    link = ET.SubElement(made, "a", {"href": self.links.get(each.get(f"{R}id", ""), "#")})
                    self._fill(link, each)
                case "sdt" | "fldSimple" | "sdtContent":
                    self._fill(made, each)
                case _:
                    pass

    # ---- the lines -----------------------------------------------------------------------------------------------

    def _lines(self, parent: Element, indent: str) -> Iterator[str]:
        for each in parent:
            match each.tag.removeprefix(W):
                case "p":
                    yield f"{indent}{self.style(each)}: {self._words(each)}".rstrip()
                case "sdt" | "sdtContent":
                    yield from self._lines(each, indent)
                case "tbl":
                    style = each.find(f"{W}tblPr/{W}tblStyle")
                    yield f"{indent}[{self.styles[style.attrib[f'{W}val']] if style is not None else ''}]"
                    for row in each.findall(f"{W}tr"):
                        yield f"{indent}  --"
                        for cell in row.findall(f"{W}tc"):
                            yield from self._lines(cell, f"{indent}  ")
                case _:
                    pass

    def _words(self, parent: Element) -> str:
        return "".join(self._word(each) for each in parent)

    def _word(self, element: Element) -> str:
        match element.tag.removeprefix(W):
            case "r":
                style = element.find(f"{W}rPr/{W}rStyle")
                words = text_of_run(element)
                return words if style is None else f"{{{self.styles[style.attrib[f'{W}val']]}: {words}}}"
            case "hyperlink":
                leads = self.links.get(element.get(f"{R}id", "")) or f"#{element.get(f'{W}anchor')}"
                return f"<{leads}>{self._words(element)}</>"
            case "sdt" | "sdtContent" | "fldSimple":
                return self._words(element)
            case "bookmarkStart":
                return f"#{element.get(f'{W}name')}# "
            case _:
                return ""

    def style(self, paragraph: Element) -> str:
        """The name of the style of a paragraph."""
        found = paragraph.find(f"{W}pPr/{W}pStyle")
        return "Normal" if found is None else self.styles[found.attrib[f"{W}val"]]


def _add(made: Element, text: str) -> None:
    if len(made):
        made[-1].tail = (made[-1].tail or "") + text
    else:
        made.text = (made.text or "") + text


def text_of_run(run: Element) -> str:
    """The words of a run; a tab and the end of a line are spaces."""
    signs = {f"{W}tab": " ", f"{W}br": " "}
    return "".join(each.text or "" if each.tag == f"{W}t" else signs.get(each.tag, "") for each in run)
