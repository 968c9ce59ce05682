"""Apostrophes, quotation marks, ellipses and dashes are set as the language has them, however they were typed."""

import re
from dataclasses import dataclass, field

from policyctl.rendering.prose.tree import Block, Break, Code, Emphasis, Inline, Link, Listing, Paragraph, Text, Tree

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
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:|www\.)|\S@\S", re.IGNORECASE)
_WORD = re.compile(r'[^\s"]+')
_MARK = re.compile(r'(?<=[^\W\d_])\'|(?<=[^\W_])\'(?=[^\W\d_])|(?<!\.)\.\.\.(?!\.)|(?<= )-(?= )|"')
_AMOUNT = re.compile(r"(?<=\d) (?=[€£$%](?!\w))")
"""The space between an amount and its sign, which a line must not end with."""
_SIGNS = {"'": "’", "...": "…", "-": "–"}
_BEFORE_OPENING = " \u00a0\u202f\t\n([{–—/-‘“„«"


def quotation_marks(language: str) -> tuple[str, str]:
    """The opening and the closing mark of a language, by its BCP 47 tag; English ones where it is unknown."""
    opening, closing = _MARKS.get(language.lower().split("-")[0].split("_")[0], _MARKS["en"])
    return opening, closing


def typeset(tree: Tree, language: str) -> Tree:
    """A text with its marks set out as its language does; code and addresses stay as they are."""
    return tuple(_block(block, language) for block in tree)


def typeset_text(text: str, language: str) -> str:
    """The same for words without Markdown."""
    return _Typesetter(language).text(text)


def _block(block: Block, language: str) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(_Typesetter(language).nodes(block.children))
    return Listing(tuple(typeset(item, language) for item in block.items), block.start)


@dataclass
class _Typesetter:
    """Goes through one paragraph, and knows what stands before the next sign and whether a quotation is open."""

    language: str
    before: str = " "
    open: bool = field(default=False, init=False)

    def nodes(self, nodes: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(self._node(node) for node in nodes)

    def _node(self, node: Inline) -> Inline:
        match node:
            case Text():
                return Text(self.text(node.text))
            case Emphasis():
                return Emphasis(self.nodes(node.children), node.strong)
            case Link():
                return Link(self.nodes(node.children), node.href, node.title)
            case Code():
                self.before = "x"
            case Break():
                self.before = " "
        return node

    def text(self, text: str) -> str:
        start = self.before
        untouched = {at for word in _WORD.finditer(text) if _ADDRESS.search(word[0]) for at in range(*word.span())}

        def sign(found: "re.Match[str]") -> str:
            at = found.start()
            return found[0] if at in untouched else self._sign(found[0], text[at - 1] if at else start)

        marked = _MARK.sub(sign, text)
        self.before = text[-1:] or start
        return _AMOUNT.sub("\N{NO-BREAK SPACE}", marked)

    def _sign(self, typed: str, before: str) -> str:
        if typed != '"':
            return _SIGNS[typed]
        opening, closing = quotation_marks(self.language)
        if before in _BEFORE_OPENING:
            self.open = True
            return opening
        if not self.open:
            return '"'  # inches, or the end of what was never begun
        self.open = False
        return closing
