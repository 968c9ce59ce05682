"""Print a document in each format that there is: the table of formats, and the one way to use it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from policyctl.errors import PolicyctlError

if TYPE_CHECKING:
    from gettext import NullTranslations

    from policyctl.rendering.job import Job
    from policyctl.rendering.view.document import DocumentView


@dataclass(frozen=True, slots=True)
class Format:
    """What a document can be printed as.

    `writer` is for the words of its page, and `finish` makes the file of the page; both by their modules, so that a run
    loads those alone that it is asked for.
    """

    extension: str
    writer: str
    finish: str


FORMATS: Mapping[str, Format] = MappingProxyType({
    "markdown": Format(".md", "markdown:MarkdownWriter", "markdown:finish"),
    "html": Format(".html", "html:HtmlWriter", "html:finish"),
    "pdf": Format(".pdf", "html:HtmlWriter", "pdf:finish"),
})  # fmt: skip
"""The formats by their names."""


def render(  # noqa: PLR0913 (what a document is made from, each by its name)
    document: str,
    view: "DocumentView",
    to: Sequence[str],
    *,
    templates: Path,
    catalogue: "NullTranslations",
    override: Path | None = None,
    progress: Callable[[str], None] | None = None,
    seconds: float = 120,
) -> dict[str, bytes]:
    """The document in each of the formats `to`, by their names in FORMATS.

    `override` is a folder whose templates come before the packaged ones; `seconds` is how long a PDF may take.
    Raises PolicyctlError where a template or the PDF engine fails; a format is all there or not at all.
    """
    from policyctl.rendering.job import Job  # noqa: PLC0415  Whoever asks for the table alone loads no templates.

    if unknown := [name for name in to if name not in FORMATS]:
        raise PolicyctlError(f"There is no format called {unknown[0]}.", hint=f"Write one of {', '.join(FORMATS)}.")
    job = Job(document, view, templates, catalogue, override, progress, seconds)
    pages = {writer: _page(job, writer) for writer in dict.fromkeys(FORMATS[name].writer for name in to)}
    return {name: _load(FORMATS[name].finish)(pages[FORMATS[name].writer], job) for name in to}


def _page(job: "Job", writer: str) -> str:
    from policyctl.rendering.templating import environment, render_template  # noqa: PLC0415

    made = environment(_load(writer)(job.view.language), job.folders, job.catalogue)
    return render_template(made, f"documents/{job.document}.j2", document=job.view)


def _load(place: str) -> Any:
    """What stands in a module of this room, by `module:name`."""
    module, _, name = place.partition(":")
    return getattr(import_module(f"policyctl.rendering.{module}"), name)
