"""HTML is one file that works offline: style sheet, fonts and script are inside, and a browser fetches nothing."""

from typing import ClassVar

from markupsafe import Markup, escape

from policyctl.errors import PolicyctlError
from policyctl.rendering import prose
from policyctl.rendering.commands import disarmed
from policyctl.rendering.job import Job
from policyctl.rendering.prose import html
from policyctl.rendering.prose.tree import flatten
from policyctl.rendering.prose.typography import typeset_text
from policyctl.rendering.screen import on_screen
from policyctl.rendering.stylesheet import own_fonts, screen_fonts, stylesheet
from policyctl.rendering.templating import Writer

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
_HEAD, _HEAD_ENDS, _MAIN_ENDS = "<head>", "</head>", "</main>"


class HtmlWriter(Writer):
    """Writes words as HTML."""

    folder: ClassVar[str] = "html"

    def escape(self, text: str) -> Markup:
        """Write plain words."""
        return escape(text)

    def inline(self, text: str) -> Markup:
        """Write an author's text in one line, with emphasis and links."""
        return html.inline(flatten(prose.parse(text, self.language)))

    def blocks(self, text: str) -> Markup:
        """Write an author's text as paragraphs and lists."""
        return html.blocks(prose.parse(text, self.language))

    def words(self, text: str) -> Markup:
        """Write plain words with the marks of the language, breakable where they are too long for a line."""
        return html.with_breaks(typeset_text(text, self.language))

    def url(self, target: str) -> Markup:
        """Write an address for `href`; nothing where a link may not lead."""
        return escape(self.address(target))


def finish(page: str, job: Job) -> bytes:
    """Make the file of a page for a browser, from which it can be printed, too."""
    page, scripts = on_screen(disarmed(page, "&#35;", "&#58;"), job.templates)
    return for_browser(page, job, scripts=scripts)


def for_browser(page: str, job: Job, numbers: tuple[str, str] = ("", ""), scripts: str = "") -> bytes:
    """Make the file with more of a style, and with what comes last in the body: what only a print tells.

    `scripts` is what its security policy says of scripts; without it, none may run.
    """
    more, last = numbers
    style = stylesheet(job)
    page = page.replace(_HEAD, f'{_HEAD}\n<meta http-equiv="Content-Security-Policy" content="{_POLICY}{scripts}">', 1)
    before, end, after = page.rpartition(_MAIN_ENDS)
    page = f"{before}{last}{end}{after}"
    sheets = style + stylesheet(job, "browser.css") + more
    return with_style(page, screen_fonts(job.templates, style, page) + own_fonts(job.view) + sheets)


def with_style(page: str, style: str) -> bytes:
    """Put the style sheet at the end of the head of a page."""
    if _HEAD not in page or _HEAD_ENDS not in page:
        raise PolicyctlError("The HTML template writes no <head>.", hint="Begin it with <html><head>…</head>.")
    head, body = page.split(_HEAD_ENDS, 1)
    return f"{head.lstrip()}<style>\n{style.strip()}\n</style>\n{_HEAD_ENDS}{body.rstrip()}\n".encode()
