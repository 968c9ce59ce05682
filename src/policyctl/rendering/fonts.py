"""The faces that travel with the templates in, their @font-face rules for a screen or for paper out."""

import re
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

SCHEME = "policyctl-font"
"""The scheme under which a PDF asks for a face: `policyctl-font:Lato-Regular` is fonts/Lato-Regular.ttf."""

_RULE = re.compile(
    r'@font-face \{ (?P<descriptors>font-family: "(?P<family>[^"]+)";[^}]*?)\s*'
    r'src: url\("(?P<face>[\w-]+)-(?P<part>latin|rest)\.woff2"\) format\("woff2"\);\s*'
    r"unicode-range: (?P<ranges>[^;}]+?)\s*\}"
)
_SYMBOLS = "\u2000"  # From here on there are hardly any letters, and readers have fonts for pictures and arrows.
_RANGE = re.compile(r"U\+([0-9A-F]+)-([0-9A-F]+)")


@dataclass(frozen=True, slots=True)
class WebFont:
    """One file of a face: the characters for which a browser needs it, and how its rule begins."""

    face: str
    part: str
    family: str
    descriptors: str
    ranges: str

    def needed(self, characters: Iterable[str]) -> bool:
        """Whether any of the characters is in this file alone; Latin letters always are."""
        bounds = [(int(first, 16), int(last, 16)) for first, last in _RANGE.findall(self.ranges)]
        return self.part == "latin" or any(first <= ord(sign) <= last for sign in characters for first, last in bounds)


def for_screen(templates: Path, style: str, text: str) -> str:
    """The rules of the families that the style sheet names, with the files that the text needs within them."""
    characters = {sign for sign in text if sign < _SYMBOLS}
    return "".join(_screen_rule(templates, font) for font in _fonts(templates, style) if font.needed(characters))


def for_paper(templates: Path, style: str) -> str:
    """The rules of the families that the style sheet names, with a name for each file instead of the file."""
    return "".join(
        f'@font-face {{ {font.descriptors} src: url("{SCHEME}:{font.face}") }}\n'
        for font in _fonts(templates, style)
        if font.part == "latin"
    )


def _fonts(templates: Path, style: str) -> list[WebFont]:
    rules = (templates / "fonts" / "web" / "faces.css").read_text(encoding="utf-8")
    return [WebFont(**found.groupdict()) for found in _RULE.finditer(rules) if found["family"] in style]


def _screen_rule(templates: Path, font: WebFont) -> str:
    data = b64encode((templates / "fonts" / "web" / f"{font.face}-{font.part}.woff2").read_bytes()).decode()
    source = f'url("data:font/woff2;base64,{data}") format("woff2")'
    return f"@font-face {{ {font.descriptors} src: {source}; unicode-range: {font.ranges} }}\n"
