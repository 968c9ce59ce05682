"""Words as people type them in, words as they are set out: apostrophes, quotation marks, ellipses and dashes."""

import re
from dataclasses import dataclass, field

from policyctl.rendering.prose.nodes import Block, Break, Code, Emphasis, Inline, Link, Listing, Paragraph, Text, Tree

_SPACE = "\N{NARROW NO-BREAK SPACE}"
_MARKS = {
    "en": "“”",
    "cs": "„“",
    "da": "””",
    "de": "„“",
    "el": "«»",
    "es": "«»",
    "et": "„“",
    "fi": "””",
    "fr": (f"«{_SPACE}", f"{_SPACE}»"),
    "hu": "„”",
    "it": "«»",
    "lt": "„“",
    "nb": "«»",
    "nn": "«»",
    "no": "«»",
    "pl": "„”",
    "pt": "«»",
    "ro": "„”",
    "ru": "«»",
    "sk": "„“",
    "sl": "„“",
    "sv": "””",
    "uk": "«»",
}
_ADDRESS = re.compile(r"((?:https?://|mailto:|tel:|www\.)[^\s\"]+|[^\s\"@]+@[^\s\"@]+)", re.IGNORECASE)
_MARK = re.compile(r'(?<=[^\W_])\'(?=[^\W\d_])|(?<!\.)\.\.\.(?!\.)|(?<= )-(?= )|"')
_SIGNS = {"'": "’", "...": "…", "-": "–"}
_BEFORE_OPENING = " \u00a0\u202f\t\n([{–—/-‘“„«"


def quotation_marks(language: str) -> tuple[str, str]:
    """The opening and the closing mark of a language, by its BCP 47 tag; English ones where it is unknown."""
    opening, closing = _MARKS.get(language.lower().split("-")[0].split("_")[0], _MARKS["en"])
    return opening, closing


def typeset(tree: Tree, language: str) -> Tree:
    """A text with its marks set out as its language does; code and addresses stay as they are."""
    return tuple(_block(block, language) for block in tree)


def typeset_words(text: str, language: str) -> str:
    """The same for words without Markdown."""
    return _Setter(language).text(text)


def _block(block: Block, language: str) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(_Setter(language).inside(block.inside))
    return Listing(tuple(typeset(item, language) for item in block.items), block.start)


@dataclass
class _Setter:
    """Goes through one paragraph, and knows what stands before the next sign and whether a quotation is open."""

    language: str
    before: str = " "
    open: bool = field(default=False, init=False)

    def inside(self, nodes: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(self._node(node) for node in nodes)

    def _node(self, node: Inline) -> Inline:
        match node:
            case Text():
                return Text(self.text(node.text))
            case Emphasis():
                return Emphasis(self.inside(node.inside), node.strong)
            case Link():
                return Link(self.inside(node.inside), node.href, node.title)
            case Code():
                self.before = "x"
            case Break():
                self.before = " "
        return node

    def text(self, text: str) -> str:
        pieces = _ADDRESS.split(text)
        return "".join(self._address(piece) if number % 2 else self._words(piece) for number, piece in enumerate(pieces))

    def _address(self, text: str) -> str:
        self.before = text[-1:] or self.before
        return text

    def _words(self, text: str) -> str:
        start = self.before
        shown = _MARK.sub(lambda found: self._sign(found, text[found.start() - 1] if found.start() else start), text)
        self.before = text[-1:] or self.before
        return shown

    def _sign(self, found: "re.Match[str]", before: str) -> str:
        if found[0] != '"':
            return _SIGNS[found[0]]
        opening, closing = quotation_marks(self.language)
        if before in _BEFORE_OPENING:
            self.open = True
            return opening
        if not self.open:
            return '"'  # inches, or the end of what was never begun
        self.open = False
        return closing
