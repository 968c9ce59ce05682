"""A job in, the bytes of each format out: one table says which formats there are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path

from policyctl.rendering import html, markdown, pdf
from policyctl.rendering.environment import environment, fill
from policyctl.rendering.job import Job
from policyctl.rendering.view.document import DocumentView


@dataclass(frozen=True, slots=True)
class Format:
    """What a document can be printed as: `page` is the folder of its macros, `finish` makes the file of the page."""

    extension: str
    page: str
    finish: Callable[[str, Job], bytes]


FORMATS = {
    "markdown": Format(".md", "markdown", markdown.finish),
    "html": Format(".html", "html", html.finish),
    "pdf": Format(".pdf", "html", pdf.finish),
}


def render(  # noqa: PLR0913 (what a document is made from, each by its name)
    document: str,
    view: DocumentView,
    to: Sequence[str],
    *,
    templates: Path,
    catalogue: NullTranslations,
    override: Path | None = None,
    progress: Callable[[str], None] | None = None,
    seconds: float = 120,
) -> dict[str, bytes]:
    """The document in each of the formats `to`, by their names in FORMATS.

    `override` is a folder whose templates come before the packaged ones; `seconds` is how long a PDF may take.
    Raises PolicyctlError where a template or the PDF engine fails; a format is all there or not at all.
    """
    press = Press(Job(document, view, templates, catalogue, override, progress, seconds))
    return {name: press.printed(name) for name in to}


class Press:
    """Prints one document in any format of the table; the page that two of them share is made once."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._pages: dict[str, str] = {}

    def printed(self, name: str) -> bytes:
        """The document in one format; raises PolicyctlError where a template or the PDF engine fails."""
        page = FORMATS[name].page
        if page not in self._pages:
            self._pages[page] = _page(self._job, page)
        return FORMATS[name].finish(self._pages[page], self._job)


def _page(job: Job, name: str) -> str:
    made = environment(name, job.folders, language=job.view.language, catalogue=job.catalogue)
    return fill(made, f"documents/{job.document}.j2", document=job.view)
