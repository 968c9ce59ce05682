"""One table says in which formats a document can be printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path

from policyctl.rendering import html, markdown, pdf
from policyctl.rendering.job import Job
from policyctl.rendering.templating import Writer, environment, render_template
from policyctl.rendering.view.document import DocumentView


@dataclass(frozen=True, slots=True)
class Format:
    """What a document can be printed as: `writer` is for the words of its page, `finish` makes the file of the page."""

    extension: str
    writer: type[Writer]
    finish: Callable[[str, Job], bytes]


FORMATS = {
    "markdown": Format(".md", markdown.MarkdownWriter, markdown.finish),
    "html": Format(".html", html.HtmlWriter, html.finish),
    "pdf": Format(".pdf", html.HtmlWriter, pdf.finish),
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
    renderer = Renderer(Job(document, view, templates, catalogue, override, progress, seconds))
    return {name: renderer.render(name) for name in to}


class Renderer:
    """Renders one document in any format of the table; the page that two of them share is made once."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._pages: dict[type[Writer], str] = {}

    def render(self, name: str) -> bytes:
        """The document in one format; raises PolicyctlError where a template or the PDF engine fails."""
        kind = FORMATS[name]
        if kind.writer not in self._pages:
            self._pages[kind.writer] = _page(self._job, kind.writer(self._job.view.language))
        return kind.finish(self._pages[kind.writer], self._job)


def _page(job: Job, writer: Writer) -> str:
    templates = environment(writer, job.folders, job.catalogue)
    return render_template(templates, f"documents/{job.document}.j2", document=job.view)
