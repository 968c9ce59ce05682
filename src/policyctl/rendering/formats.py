"""Print a document in each format that there is: the table of formats, and the one way to use it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from policyctl.errors import PolicyctlError

if TYPE_CHECKING:
    from gettext import NullTranslations

    from policyctl.rendering.job import Job
    from policyctl.rendering.view.document import DocumentView


@dataclass(frozen=True, slots=True)
class Format:
    """What a document can be printed as.

    `page` is the folder of its macros, and `module` the one whose `finish` makes the file of the page that the
    templates wrote.
    """

    extension: str
    page: str
    module: str


FORMATS: Mapping[str, Format] = MappingProxyType({
    "markdown": Format(".md", "markdown", "policyctl.rendering.markdown"),
    "html": Format(".html", "html", "policyctl.rendering.html"),
    "pdf": Format(".pdf", "html", "policyctl.rendering.pdf"),
})  # fmt: skip
"""The formats by their names; a run loads those that it is asked for alone."""


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
    pages = {page: _page(job, page) for page in dict.fromkeys(FORMATS[name].page for name in to)}
    return {name: _finish(FORMATS[name], pages[FORMATS[name].page], job) for name in to}


def _page(job: "Job", name: str) -> str:
    from policyctl.rendering.environment import environment, fill  # noqa: PLC0415

    made = environment(name, job.folders, language=job.view.language, catalogue=job.catalogue)
    return fill(made, f"documents/{job.document}.j2", document=job.view)


def _finish(kind: Format, page: str, job: "Job") -> bytes:
    finish: Callable[[str, Job], bytes] = import_module(kind.module).finish
    return finish(page, job)
