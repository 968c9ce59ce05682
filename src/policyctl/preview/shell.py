"""Write the page around the documents: its words in the language of the policy, its style and its script within it."""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from policyctl.rendering.html import HtmlWriter
from policyctl.rendering.language import Language
from policyctl.rendering.palette import palette
from policyctl.rendering.stylesheet import escape_css, screen_fonts
from policyctl.rendering.templating import Sandbox, TemplateLoader, environment, render_template
from policyctl.rendering.view import ACCENT


class Shell(NamedTuple):
    """The page and the policy of what may be loaded in it: its own script and style, and frames from the same place."""

    page: str
    policy: str


def shell(templates: Path, language: str, first: Sequence[str]) -> Shell:
    """The page in a language, which opens with the documents that are named first."""
    sheet = Sandbox(escape_css, TemplateLoader([templates], "preview"))
    rules = render_template(sheet, "shell.css", colours=palette(ACCENT))
    script = (templates / "preview" / "shell.js").read_text(encoding="utf-8")
    words = environment(HtmlWriter(language), [templates], Language(language).translations)
    style = "\n" + screen_fonts(templates, rules, "") + rules
    inside = {"style": Markup(style), "script": Markup(script)}  # noqa: S704  Both are policyctl's own.
    page = render_template(words, "preview/shell.j2", language=language, first=tuple(first), **inside)
    return Shell(page, _policy(style, script))


def _policy(style: str, script: str) -> str:
    allowed = {
        "default-src": "'none'",
        "script-src": _hash(script),
        "style-src": _hash(style),
        "font-src": "data:",
        "connect-src": "'self'",
        "frame-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{what} {where}" for what, where in allowed.items())


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
