"""Bring in an older text: lay each paragraph beside the section where it seems to belong, and find answers in it."""

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree as ET

from policyctl.errors import PolicyctlError
from policyctl.lexicon import load, pattern
from policyctl.meaning.figures import Kind, read_figures
from policyctl.scaffold.answers import Answers
from policyctl.scaffold.readers import Unclear, read_answer, read_text
from policyctl.scaffold.trades import Trade
from policyctl.schema import Policy
from policyctl.schema.quantities import weeks_in
from policyctl.source.decoding import MAX_BYTES, decode

LARGEST = 20_000_000
"""Bytes of the text of a Word file that are read at most; a letter has fifty thousand."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _STYLE, _RUN = (f"{_WORD}{tag}" for tag in ("p", "pStyle", "t"))
_SPACES = frozenset({f"{_WORD}tab", f"{_WORD}br"})
_HEADINGS = ("heading", "berschrift", "überschrift", "title", "titel")
"""How the names of the styles begin that a heading has."""

_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, ET.ParseError,
    EOFError, OSError, LookupError, ValueError, RuntimeError,
)  # fmt: skip
"""What an archive that is none, or XML in a code that nobody reads, may end in."""
_ITEM = re.compile(r"\A\s*(?:[-*•–]|\d{1,2}[.)])\s+")
_HEADING = re.compile(r"#{1,6}\s+")
_MARKS = re.compile(r"(\*\*|__|`)")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ])")


@dataclass(frozen=True)
class Brought:
    """What an older text brings: its name, and its paragraphs by the section where they seem to belong.

    Those of which nothing says where are at the empty name.
    """

    name: str
    paragraphs: Mapping[str, tuple[str, ...]]
    answers: Answers


def bring(data: bytes, name: str, language: str, trade: Trade) -> Brought:
    """What a text, a Markdown file or a Word file brings into a policy of a trade.

    Raises PolicyctlError where it is none of these.
    """
    text = _of_word(data, name) if name.lower().endswith(".docx") else _of_text(data, name)
    found: dict[str, list[str]] = {}
    heading = ""
    for paragraph in _paragraphs(text):
        title = _title(paragraph)
        words = _MARKS.sub("", title or paragraph)
        heading = words if title else heading
        found.setdefault(section_of(words, language, "" if title else heading), []).append(words)
    kept = {section: tuple(paragraphs) for section, paragraphs in found.items()}
    return Brought(name, kept, answers_in([each for paragraphs in found.values() for each in paragraphs], trade))


def section_of(paragraph: str, language: str, heading: str = "") -> str:
    """The section whose words a paragraph has most of, and the heading above it; empty where it has none."""
    points = {
        section: 2 * _count(section, language, heading) + _count(section, language, paragraph)
        for section in load("bringing", language)
        if section in Policy.model_fields
    }
    best = max(points, key=points.__getitem__)
    return best if points[best] else ""


def _count(section: str, language: str, text: str) -> int:
    return len({found[0].casefold() for found in pattern(f"bringing.{section}", language).finditer(text)})


def _paragraphs(text: str) -> Iterator[str]:
    """Paragraphs on one line each; the items of a list are paragraphs, too."""
    lines: list[str] = []
    for line in (*text.split("\n"), ""):
        is_title = bool(_title(line.strip()))
        begins = is_title or bool(_ITEM.match(line))
        if (begins or not line.strip()) and lines:
            yield from _legible(" ".join(lines))
            lines = []
        if line.strip():
            lines.append(_ITEM.sub("", line, count=1).strip())
        if is_title:
            yield from _legible(" ".join(lines))
            lines = []


def _title(line: str) -> str:
    """The words of a heading without the marks around them; empty where a line is none."""
    begins = _HEADING.match(line)
    return line[begins.end() :].rstrip("#").rstrip() if begins else ""


def _legible(text: str) -> Iterator[str]:
    try:
        yield read_text(text)
    except Unclear:  # It holds nothing that anybody could read.
        return


# ---- answers ------------------------------------------------------------------------------------------------------


def answers_in(paragraphs: list[str], trade: Trade) -> Answers:
    """The answers that an older text gives: opening hours, how fast each way in is answered, what may be given."""
    sentences = [each for paragraph in paragraphs for each in _SENTENCE.split(paragraph)]
    within = {way.name: limit for way in trade.ways if (limit := _within(way.name, sentences))}
    return Answers(
        hours=_first(_hours(each) for each in sentences),
        within=within,
        may_give=_first(_may_give(each, trade.language) for each in sentences),
        review=_first(_review(each, trade.language) for each in sentences),
    )


def _first(found: Iterator[str | None]) -> str | None:
    return next((each for each in found if each), None)


def _read(name: str, text: str) -> str | None:
    try:
        return read_answer(name, text)
    except Unclear:
        return None


def _hours(sentence: str) -> str | None:
    return _first(_read("hours", sentence[week.start : week.end].strip(" ,;.")) for week in weeks_in(sentence))


def _within(way: str, sentences: list[str]) -> str | None:
    """How fast a way in is answered: the length of time in the first sentence that names it."""
    named = (each for each in sentences if way.casefold() in each.casefold())
    figures = (figure for each in named for figure in read_figures(each) if figure.kind is Kind.DURATION)
    return _first(_read("within", figure.words) for figure in figures if not figure.hedged)


def _may_give(sentence: str, language: str) -> str | None:
    """What may be given: the amount in a sentence about giving, with the words between them."""
    word = pattern("bringing.discretion", language).search(sentence)
    money = next((figure for figure in read_figures(sentence) if figure.kind is Kind.MONEY), None)
    if word is None or money is None or money.end <= word.start():
        return None
    may = pattern("bringing.may", language).match(sentence, word.start())
    return _read("may_give", sentence[may.end() if may else word.start() : money.end])


def _review(sentence: str, language: str) -> str | None:
    if not pattern("bringing.review", language).search(sentence):
        return None
    often = (figure for figure in read_figures(sentence) if figure.kind is Kind.FREQUENCY)
    return _first(_read("review", figure.words) for figure in often)


# ---- files --------------------------------------------------------------------------------------------------------


def _of_text(data: bytes, name: str) -> str:
    text = decode(data)
    if isinstance(text, str) and "\0" not in text:
        return text
    raise PolicyctlError(f"{name} cannot be read as a text.", hint="Save it as .txt, .md or .docx, and take that file.")


def _of_word(data: bytes, name: str) -> str:
    """The paragraphs of a Word file with blank lines between them, its headings as Markdown has them."""
    found = _Paragraphs()
    try:
        with zipfile.ZipFile(BytesIO(data)) as package, package.open("word/document.xml") as part:
            parser = ET.XMLParser(target=found)  # noqa: S314  What its target refuses is the only way to be harmed.
            parser.feed(part.read(LARGEST))
            parser.close()
    except _UNREADABLE as why:
        raise PolicyctlError(
            f"{name} cannot be read as a Word file.", hint="Save it again as .docx, or as plain text."
        ) from why
    text = "\n\n".join(found.texts)
    if len(text) > MAX_BYTES:
        raise PolicyctlError(f"{name} is longer than any policy.", hint="Keep what is about service, and take that.")
    return text


class _Paragraphs:
    """Gathers the paragraphs of a Word file while it is read: no tree is made of it, however deep it may be."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._open: list[tuple[int, list[str]]] = []
        """The paragraphs that are not over: one may hold a text box, and that holds others."""
        self._is_text = False

    def doctype(self, *_: str | None) -> None:
        """Refuse what no Word file has: entities, with which a small file becomes a large one."""
        raise ET.ParseError

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin a paragraph, learn that it is a heading, or find the text of a run."""
        self._is_text = tag == _RUN
        if tag == _PARAGRAPH:
            self._open.append((len(self.texts), []))
            self.texts.append("")
        elif self._open and tag in _SPACES:
            self._open[-1][1].append(" ")
        elif self._open and tag == _STYLE and attributes.get(f"{_WORD}val", "").lower().startswith(_HEADINGS):
            self.texts[self._open[-1][0]] = "# "

    def data(self, text: str) -> None:
        """Take the text of a run."""
        if self._is_text and self._open:
            self._open[-1][1].append(text)

    def end(self, tag: str) -> None:
        """End a run or a paragraph."""
        self._is_text = False
        if tag == _PARAGRAPH and self._open:
            at, pieces = self._open.pop()
            words = "".join(pieces)
            self.texts[at] = f"{self.texts[at]}{words.strip()}" if words.strip() else words
