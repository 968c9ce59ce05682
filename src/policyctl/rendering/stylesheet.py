"""The style sheets of a document are written from style.css and browser.css, with the fonts that the page needs.

The faces travel with the templates: as small WOFF2 files for a screen, embedded in the page, and as TTF files for
paper, which the PDF asks for by name.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from policyctl.errors import PolicyctlError
from policyctl.rendering.job import Job
from policyctl.rendering.templating import Sandbox, TemplateLoader, compiled_for, render_template
from policyctl.rendering.view.document import DocumentView

FONT_SCHEME = "policyctl-font"
"""The scheme under which a PDF asks for a face: `policyctl-font:Lato-Regular` is fonts/Lato-Regular.ttf."""

_UNSAFE_IN_CSS = re.compile(r"[^\w #.%-]", re.ASCII)
_RULE = re.compile(
    r'@font-face \{ (?P<descriptors>font-family: "(?P<family>[^"]+)";[^}]{0,199}?)\s{0,99}'
    r'src: url\("(?P<face>[\w-]+)-(?P<part>latin|rest)\.woff2"\) format\("woff2"\);\s*'
    r"unicode-range: (?P<ranges>[^;}]*[^;}\s])\s*+\}"
)
_SYMBOLS = "\u2000"  # From here on there are hardly any letters, and readers have fonts for pictures and arrows.
_RANGE = re.compile(r"U\+([0-9A-F]+)-([0-9A-F]+)")


def stylesheet(job: Job, name: str = "style.css") -> str:
    """Write a style sheet in the colours, the fonts and on the paper of the view."""
    view = job.view
    environment = Sandbox(escape_css, TemplateLoader(job.folders, "html"), compiled_for(escape_css))
    sheet = render_template(environment, name, document=view, colours=view.colours, paper=view.paper)
    if "</" in sheet:
        raise PolicyctlError(f"The style sheet html/{name} holds “</”, which would end it.", hint="Leave it out.")
    return sheet


def escape_css(text: str) -> Markup:
    """Write words for a value or within quotation marks; every other sign is written by its number."""
    return Markup(_UNSAFE_IN_CSS.sub(lambda found: f"\\{ord(found[0]):X} ", text))  # noqa: S704


@dataclass(frozen=True, slots=True)
class WebFont:
    """One file of a face: the characters for which a browser needs it, and how its rule begins."""

    face: str
    part: str
    family: str
    descriptors: str
    ranges: str

    def is_needed(self, characters: Iterable[str]) -> bool:
        """Whether any of the characters is in this file alone; Latin letters always are."""
        bounds = [(int(first, 16), int(last, 16)) for first, last in _RANGE.findall(self.ranges)]
        return self.part == "latin" or any(first <= ord(sign) <= last for sign in characters for first, last in bounds)


def screen_fonts(templates: Path, style: str, text: str) -> str:
    """Write the rules of the families that the style sheet names, with the files that the text needs within them."""
    characters = {sign for sign in set(text) if sign < _SYMBOLS}
    return "".join(_screen_rule(templates, font) for font in _fonts(templates, style) if font.is_needed(characters))


def paper_fonts(templates: Path, style: str) -> str:
    """Write the rules of the families that the style sheet names, with a name for each file instead of the file."""
    return "".join(
        f'@font-face {{ {font.descriptors} src: url("{FONT_SCHEME}:{font.face}") }}\n'
        for font in _fonts(templates, style)
        if font.part == "latin"
    )


def own_fonts(view: DocumentView) -> str:
    """Write the rules of the author's own typefaces, with the files in them."""
    families = (view.heading_font, view.text_font)
    return "".join(
        f'@font-face {{ font-family: "{family.names[0]}"; font-weight: {face.weight}; '
        f'font-style: {"italic" if face.italic else "normal"}; src: url("{face.source}") }}\n'
        for family in families
        for face in family.faces
    )


def _fonts(templates: Path, style: str) -> list[WebFont]:
    rules = (templates / "fonts" / "web" / "faces.css").read_text(encoding="utf-8")
    return [WebFont(**found.groupdict()) for found in _RULE.finditer(rules) if found["family"] in style]


def _screen_rule(templates: Path, font: WebFont) -> str:
    data = b64encode((templates / "fonts" / "web" / f"{font.face}-{font.part}.woff2").read_bytes()).decode()
    source = f'url("data:font/woff2;base64,{data}") format("woff2")'
    return f"@font-face {{ {font.descriptors} src: {source}; unicode-range: {font.ranges} }}\n"
