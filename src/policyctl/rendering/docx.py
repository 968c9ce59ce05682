"""A page becomes a Word file that an office can go on writing in, and restyle as a whole.

The templates in docx/ write a small XML of what stands where, which docx_text.py makes the text of; styles.xml,
numbering.xml and theme.xml say how it looks. The same page gives the same bytes.
"""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple
from xml.etree import ElementTree as ET
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from markupsafe import Markup

from policyctl.errors import PolicyctlError
from policyctl.rendering import prose
from policyctl.rendering.docx_picture import read_picture
from policyctl.rendering.docx_text import (
    FIRST_LIST,
    HINT,
    IMPOSSIBLE,
    KINDS,
    CountedList,
    Place,
    Style,
    TextWriter,
    escape_xml,
)
from policyctl.rendering.job import Job
from policyctl.rendering.prose.tree import Block, Break, Code, Emphasis, Inline, Link, Paragraph, Text, flatten
from policyctl.rendering.prose.typography import typeset_text
from policyctl.rendering.templating import Sandbox, TemplateLoader, Writer, render_template

if TYPE_CHECKING:
    from docx.document import Document

_MISSING = "Word files need the package python-docx, which is not here."
_INSTALL = "Install it: pip install python-docx; with pipx: pipx inject policyctl python-docx."


class DocxWriter(Writer):
    """Writes words as the XML of which a Word file is made."""

    folder: ClassVar[str] = "docx"
    filters: ClassVar[tuple[str, ...]] = (*Writer.filters, "spoken")

    def escape(self, text: str) -> Markup:
        """Write plain words."""
        return Markup(escape_xml(text))  # noqa: S704

    def inline(self, text: str) -> Markup:
        """Write an author's text in one line, with emphasis and links."""
        return Markup(_inline(flatten(prose.parse(text, self.language))))  # noqa: S704

    def blocks(self, text: str) -> Markup:
        """Write an author's text as paragraphs and lists."""
        return Markup("".join(map(_block, prose.parse(text, self.language))))  # noqa: S704

    def words(self, text: str) -> Markup:
        """Write plain words with the marks of the language."""
        return self.escape(typeset_text(text, self.language))

    def url(self, target: str) -> Markup:
        """Write an address for `href`; nothing where a link may not lead."""
        return self.escape(self.address(target))

    def spoken(self, text: str, opening: str, closing: str) -> Markup:
        """Write an author's text as paragraphs and lists between quotation marks."""
        before, first, rest = self.blocks(text).partition("<p>")
        inner, last, after = f"{before}{first}{escape_xml(opening)}{rest}".rpartition("</p>")
        return Markup(f"{inner}{escape_xml(closing)}{last}{after}")  # noqa: S704


def _inline(children: tuple[Inline, ...]) -> str:
    return "".join(map(_node, children))


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{_inline(block.children)}</p>"
    items = "".join(f"<item>{''.join(map(_block, item))}</item>" for item in block.items)
    return f'<list kind="{"dash" if block.start is None else "number"}" start="{block.start or 1}">{items}</list>'


def _node(node: Inline) -> str:
    match node:
        case Text():
            return escape_xml(node.text)
        case Code():
            return f"<code>{escape_xml(node.text)}</code>"
        case Break():
            return "<br/>"
        case Emphasis():
            tag = "b" if node.strong else "i"
            return f"<{tag}>{_inline(node.children)}</{tag}>"
        case Link():
            return f'<a href="{escape_xml(node.href)}">{_inline(node.children)}</a>'


# ---- the file --------------------------------------------------------------------------------------------------

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XMLNS = f'xmlns:w="{_W}" xmlns:r="{_R}"'
_KEPT = ("/styles", "/settings", "/numbering", "/officeDocument", "/core-properties")
"""What every document is made of; all else that python-docx begins one with is left out."""


def finish(page: str, job: Job) -> bytes:
    """Make the file of a page."""
    root = _read_xml(page, "The templates for Word write")
    document, sheet = _empty_document(), Sheet.of(job.view.kind, job.view.paper)
    numbered = any(each.get("numbered") for each in root.iter("p"))
    styles = _template(job, "styles.xml", numbered=numbered, width=sheet.text)
    text = TextWriter(
        _styles(styles), _relate(document), _draw(document, job), right_to_left=job.view.direction == "rtl"
    )
    try:
        text.name_anchors(root)
        body = _body(root, text, document, job, sheet, numbered=numbered)
    except ValueError as error:
        raise PolicyctlError("The templates for Word write words where a number belongs.", hint=HINT) from error
    except RecursionError as error:
        raise PolicyctlError("The templates for Word write elements within elements without end.", hint=HINT) from error
    _put(document.styles.element, styles)
    _put(document.part.numbering_part.element, _numbering(job, text.lists, numbered=numbered))
    _put(document.settings.element, _template(job, "settings.xml"))
    _put(document.element, f"<w:document {_XMLNS}><w:body>{body}</w:body></w:document>")
    _add_theme(document, job)
    _describe(document, job)
    return _timeless(document)


def _empty_document() -> "Document":
    try:
        import docx  # noqa: PLC0415  Word files are asked for by name, and who asks for none needs no python-docx.
    except ImportError as error:
        raise PolicyctlError(_MISSING, hint=_INSTALL) from error
    document = docx.Document()
    for relations in (document.part.rels, document.part.package.rels):
        for name in [name for name, each in relations.items() if not each.reltype.endswith(_KEPT)]:
            del relations[name]
    return document


def _read_xml(xml: str, who: str) -> ET.Element:
    """Read what templates wrote; they may be somebody else's."""
    if "<!" in xml:
        raise PolicyctlError(f"{who} “<!”, which may not stand in it.", hint=HINT)
    try:
        return ET.fromstring(IMPOSSIBLE.sub("\N{REPLACEMENT CHARACTER}", xml))  # noqa: S314  It declares nothing.
    except ET.ParseError as error:
        raise PolicyctlError(f"{who} XML that cannot be read.", hint=HINT) from error


def _put(element: Any, xml: str) -> None:
    """Put other contents into a part that the file has already."""
    from docx.oxml.parser import parse_xml  # noqa: PLC0415  As above.

    new = parse_xml(xml)
    element.clear()
    for name, value in new.attrib.items():
        element.set(name, value)
    element.extend(list(new))


def _timeless(document: "Document") -> bytes:
    """The bytes of the file, in which nothing says when it was made."""
    made, fixed = BytesIO(), BytesIO()
    document.save(made)
    with ZipFile(made) as source, ZipFile(fixed, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
            target.writestr(entry, source.read(name))
    return fixed.getvalue()


def _relate(document: "Document") -> Callable[[str], str]:
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415  As above.

    return lambda target: document.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)


def _add_part(document: "Document", name: str, kind: str, media_type: str, data: bytes) -> str:
    """Add a part that python-docx has no word for; the name of its relation is given back."""
    from docx.opc.packuri import PackURI  # noqa: PLC0415  As above.
    from docx.opc.part import Part  # noqa: PLC0415

    return document.part.relate_to(Part(PackURI(name), media_type, data, document.part.package), f"{_R}/{kind}")


def _draw(document: "Document", job: Job) -> Callable[[float, float], str]:
    """What draws the logo, as often as it is asked for, from one copy; nothing where there is none."""
    picture = read_picture(job.view.logo) if job.view.logo else None
    names: list[str] = []
    drawn: list[int] = []

    def draw(width: float, height: float) -> str:
        if picture is None:
            return ""
        if not names:
            names.extend(
                _add_part(document, f"/word/media/logo{number}.{each.ending}", "image", each.media_type, each.data)
                for number, each in enumerate(picture.files, start=1)
            )
        drawn.append(len(drawn) + 1)
        return picture.drawing(names, drawn[-1], width, height)

    return draw


# ---- the sheet, and what runs along each page -------------------------------------------------------------------


class Sheet(NamedTuple):
    """A sheet of paper and its margins, in twentieths of a point."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int

    @classmethod
    def of(cls, kind: str, paper: str) -> "Sheet":
        """The sheet of a kind of document."""
        margins = MARGINS["A5"] if paper == "A5" else MARGINS.get(kind, MARGINS[""])
        return cls(*PAPER[paper], *(round(each * 1440 / 25.4) for each in margins))

    @property
    def text(self) -> int:
        """How wide a line of text is."""
        return self.width - self.left - self.right

    @property
    def properties(self) -> str:
        """The sheet as a section of the document has it."""
        edge = min(self.top, self.bottom) // 2
        return (
            f'<w:pgSz w:w="{self.width}" w:h="{self.height}"/><w:pgMar w:top="{self.top}" w:right="{self.right}" '
            f'w:bottom="{self.bottom}" w:left="{self.left}" w:header="{edge}" w:footer="{edge}" w:gutter="0"/>'
        )


PAPER: Mapping[str, tuple[int, int]] = MappingProxyType({
    "A4": (11906, 16838),
    "A5": (8391, 11906),
    "Letter": (12240, 15840),
})  # fmt: skip

MARGINS: Mapping[str, tuple[float, float, float, float]] = MappingProxyType({
    "": (25, 26, 23, 28),
    "card": (12, 14, 10, 14),
    "charter": (20, 24, 20, 24),
    "A5": (14, 13, 14, 15),
})  # fmt: skip
"""The margins of a document by its kind, or by its paper, in millimetres from the top clockwise."""


def _body(  # noqa: PLR0913  What a text is made from.
    root: ET.Element, text: TextWriter, document: "Document", job: Job, sheet: Sheet, *, numbered: bool
) -> str:
    """The text, in sections that have running lines of their own: where letters begin, there are none."""
    elements = [*root]
    at = next((number for number, each in enumerate(elements) if each.tag == "letters"), len(elements))
    bare = any(each.tag == "bare" for each in elements)
    running = _Running(document, job, numbered=numbered)
    plain_head, plain_foot = running.head(named=False), running.foot(full=False)
    head, foot = running.head(named=True), running.foot(full=True)
    rtl = "<w:bidi/>" if text.right_to_left else ""
    first = (
        f"<w:sectPr>{_reference('header', 'default', head)}{_reference('header', 'first', plain_head)}"
        f"{_reference('footer', 'default', foot)}{_reference('footer', 'first', plain_foot if bare else foot)}"
        f"{sheet.properties}<w:titlePg/>{rtl}</w:sectPr>"
    )
    place = Place(sheet.text)
    written = text.blocks(elements[:at], place)
    if at == len(elements):
        return written + _end(written, text) + first
    letters = (
        f"<w:sectPr>{_reference('header', 'default', plain_head)}{_reference('footer', 'default', plain_foot)}"
        f'<w:type w:val="nextPage"/>{sheet.properties}{rtl}</w:sectPr>'
    )
    others = text.blocks(elements[at:], place)
    between = f'<w:p><w:pPr><w:pStyle w:val="{text.styles["table gap"].id}"/>{first}</w:pPr></w:p>'
    return written + between + others.replace("<w:pageBreakBefore/>", "", 1) + _end(others, text) + letters


def _end(written: str, text: TextWriter) -> str:
    """What Word wants behind a last table, and a place for links that lead to the end."""
    return text.gap() if text.waiting or not written.endswith("</w:p>") else ""


def _reference(where: str, kind: str, name: str) -> str:
    return f'<w:{where}Reference w:type="{kind}" r:id="{name}"/>'


class _Running:
    """Writes what stands at the head and the foot of each page."""

    def __init__(self, document: "Document", job: Job, *, numbered: bool) -> None:
        self.document, self.view, self.numbered = document, job.view, numbered
        self.rtl = "<w:rPr><w:rtl/></w:rPr>" if job.view.direction == "rtl" else ""

    def head(self, *, named: bool) -> str:
        """Whose it is and the part that a page belongs to, or nothing; and the mark of a draft in any case."""
        part, name = self.document.part.add_header_part()  # type: ignore[no-untyped-call]  # It says no types.
        lines = ""
        if named and self.view.kind != "card":
            chapter = f"<w:r>{self.rtl}<w:tab/></w:r>{self._field('STYLEREF 1', '')}" if self.numbered else ""
            lines = self._line("Header", self._words(self.view.running_organisation) + chapter)
        if self.view.mark:
            lines += self._line("Mark", self._words(self.view.mark))
        _put(part.element, f"<w:hdr {_XMLNS}>{lines or self._line('Header', '')}</w:hdr>")
        return str(name)

    def foot(self, *, full: bool) -> str:
        """Which page it is of how many, and what the document is; or nothing."""
        part, name = self.document.part.add_footer_part()  # type: ignore[no-untyped-call]  # As above.
        words = ""
        if full and self.view.kind != "card":
            pages = self._field("PAGE", "1") + self._words(" / ") + self._field("NUMPAGES", "1")
            words = f"{pages}<w:r>{self.rtl}<w:tab/></w:r>{self._words(self.view.foot)}"
        _put(part.element, f"<w:ftr {_XMLNS}>{self._line('Footer', words)}</w:ftr>")
        return str(name)

    def _line(self, style: str, runs: str) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'

    def _words(self, words: str) -> str:
        return f'<w:r>{self.rtl}<w:t xml:space="preserve">{escape_xml(words)}</w:t></w:r>'

    def _field(self, name: str, shown: str) -> str:
        return f'<w:fldSimple w:instr=" {name} ">{self._words(shown)}</w:fldSimple>'


# ---- styles, lists and colours ---------------------------------------------------------------------------------


def _template(job: Job, name: str, **values: Any) -> str:
    """One of the templates that say how the text looks."""
    sandbox = Sandbox(lambda text: Markup(escape_xml(text)), TemplateLoader(job.folders, DocxWriter.folder))  # noqa: S704
    colours = {each: getattr(job.view.colours, each)[1:].upper() for each in ("brand", "deep", "tint", "line")}
    written = render_template(sandbox, name, document=job.view, colours=colours, **values).strip()
    _read_xml(written, f"The template docx/{name} writes")
    return written


def _styles(sheet: str) -> Mapping[str, Style]:
    """The styles of a sheet by their names in small letters."""
    found = {}
    for each in ET.fromstring(sheet).iter(f"{{{_W}}}style"):  # noqa: S314  It has been read before.
        name, indent = each.find(f"{{{_W}}}name"), each.find(f"{{{_W}}}pPr/{{{_W}}}ind")
        left = indent.get(f"{{{_W}}}left", "") if indent is not None else ""
        bold = each.find(f"{{{_W}}}rPr/{{{_W}}}b") is not None
        if name is not None:
            style = Style(each.get(f"{{{_W}}}styleId", ""), int(left) if left.isdecimal() else 0, bold)
            found[name.get(f"{{{_W}}}val", "").casefold()] = style
    return found


def _numbering(job: Job, lists: Sequence[CountedList], *, numbered: bool) -> str:
    """The kinds of lists, then each list of the text that counts for itself."""
    kinds, end, _ = _template(job, "numbering.xml", numbered=numbered).rpartition("</w:numbering>")
    counted = (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{KINDS[each.kind][1]}"/>'
        f'<w:lvlOverride w:ilvl="{each.level}"><w:startOverride w:val="{each.start}"/></w:lvlOverride></w:num>'
        for number, each in enumerate(lists, start=FIRST_LIST)
    )
    return kinds + "".join(counted) + end


def _add_theme(document: "Document", job: Job) -> None:
    """Add the typefaces and colours that an office changes at once, under Design."""
    view = job.view
    theme = _template(job, "theme.xml", heading=_family(view.heading_font.names), text=_family(view.text_font.names))
    media_type = "application/vnd.openxmlformats-officedocument.theme+xml"
    data = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{theme}'.encode()
    _add_part(document, "/word/theme/theme1.xml", "theme", media_type, data)


def _family(names: Sequence[str]) -> str:
    """The typeface that a policy asks for by its name; nothing where it brings files alone."""
    return next((name for name in names if not name.startswith("Own ")), "")


def _describe(document: "Document", job: Job) -> None:
    """Say what the document is, to whoever looks for it among others."""
    view, properties = job.view, document.core_properties
    properties._element.clear()  # noqa: SLF001  What python-docx says there of itself, and of a day, is not ours.
    properties.title = _possible(", ".join(part for part in (view.title, view.organisation) if part))
    properties.author = _possible(view.organisation)
    properties.subject = _possible(view.description)
    properties.language = _possible(view.language)


def _possible(words: str) -> str:
    """Words as a property of the file holds them: 255 characters at most, of those that XML can hold."""
    return IMPOSSIBLE.sub("\N{REPLACEMENT CHARACTER}", words)[:255]
