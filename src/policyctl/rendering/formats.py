"""Print a document in each format that there is: the table of formats, and the one way to use it."""

import pickle
from base64 import b64encode
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


TEMPLATE_SECONDS = 30.0
"""Seconds for which somebody's own templates may be filled; those of policyctl take one."""

_ROUND_AND_ROUND = "Look for a loop in a loop, or for a template that includes itself."


@dataclass(frozen=True, slots=True)
class Format:
    """What a document can be printed as.

    `writer` is for the words of its page, and `finish` makes the file of the page; both by their modules, so that a run
    loads those alone that it is asked for. Of a file that `is_text` it does not matter how its lines end; one that is
    not `usual` is made for whoever asks for it by name.
    """

    extension: str
    writer: str
    finish: str
    is_text: bool = False
    usual: bool = True


FORMATS: Mapping[str, Format] = MappingProxyType({
    "markdown": Format(".md", "markdown:MarkdownWriter", "markdown:finish", is_text=True),
    "html": Format(".html", "html:HtmlWriter", "html:finish", is_text=True),
    "pdf": Format(".pdf", "html:HtmlWriter", "engines:finish"),
    "docx": Format(".docx", "docx:DocxWriter", "docx:finish", usual=False),
})  # fmt: skip
"""The formats by their names."""

ENGINES = ("weasyprint", "browser")
"""What can make a PDF, by the names by which it is chosen."""

MOST_SECONDS = 3600
"""The longest that somebody may let one PDF take."""


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
    engine: str | None = None,
    notice: Callable[[str], None] | None = None,
    apart: bool = False,
) -> dict[str, bytes]:
    """The document in each of the formats `to`, by their names in FORMATS.

    `override` is a folder whose templates come before the packaged ones; `seconds` is how long a PDF may take.
    `engine` is the one of ENGINES that makes it; without it WeasyPrint does, or a browser where its libraries are
    missing, which `notice` is told.
    Where templates are filled `apart`, they are those of somebody else: a process of its own fills them, with limits on
    its time and memory. Raises PolicyctlError where a template or the PDF engine fails; a format is all there or not at
    all.
    """
    from policyctl.rendering.job import Job  # noqa: PLC0415  Whoever asks for the table alone loads no templates.

    if unknown := [name for name in to if name not in FORMATS]:
        raise PolicyctlError(f"There is no format called {unknown[0]}.", hint=f"Write one of {', '.join(FORMATS)}.")
    if engine is not None and engine not in ENGINES:
        raise PolicyctlError(f"There is no engine called {engine}.", hint=f"Write one of {', '.join(ENGINES)}.")
    if not 0 < seconds <= MOST_SECONDS:
        raise PolicyctlError(f"A PDF cannot take {seconds:g} seconds.", hint=f"Write a number up to {MOST_SECONDS}.")
    job = Job(document, view, templates, catalogue, override, progress, seconds, engine, notice)
    fill = _page_apart if apart else _page
    pages = {writer: fill(job, writer) for writer in dict.fromkeys(FORMATS[name].writer for name in to)}
    return {name: _load(FORMATS[name].finish)(pages[FORMATS[name].writer], job) for name in to}


def _page(job: "Job", writer: str) -> str:
    from policyctl.rendering.templating import environment, render_template  # noqa: PLC0415

    made = environment(_load(writer)(job.view.language), job.folders, job.catalogue)
    return render_template(made, f"documents/{job.document}.j2", document=job.view)


def _page_apart(job: "Job", writer: str) -> str:
    """The same in a process of its own: no template keeps others waiting or takes the memory of the machine."""
    from policyctl.rendering import pdf  # noqa: PLC0415

    request = pickle.dumps((job.document, job.view, [each.resolve() for each in job.folders], writer))
    try:
        result = pdf.run_worker({"page": b64encode(request).decode()}, seconds=TEMPLATE_SECONDS)
    except OSError as error:
        raise PolicyctlError(f"The templates could not be filled: {error.strerror}.") from error
    if result.failed == "refused":
        raise PolicyctlError(result.why, hint=result.hint or None)
    if result.timed_out or result.code in pdf.OUT_OF_TIME:
        raise PolicyctlError(
            f"The templates were not filled after {TEMPLATE_SECONDS:g} seconds.", hint=_ROUND_AND_ROUND
        )
    if result.failed == "depth":
        raise PolicyctlError("A template calls itself without end.", hint=_ROUND_AND_ROUND)
    if result.code:
        raise PolicyctlError("The templates need more memory than they may have.", hint=_ROUND_AND_ROUND)
    return result.output.decode()


def fill(request: bytes) -> bytes:
    """What the process does that fills templates apart: the page that a request asks for."""
    from policyctl.rendering.job import Job  # noqa: PLC0415
    from policyctl.rendering.language import Language  # noqa: PLC0415

    document, view, folders, writer = pickle.loads(request)  # noqa: S301  We have written it ourselves.
    *others, templates = folders
    job = Job(document, view, templates, Language(view.language).translations, next(iter(others), None))
    return _page(job, writer).encode()


def _load(place: str) -> Any:
    """What stands in a module of this room, by `module:name`."""
    module, _, name = place.partition(":")
    return getattr(import_module(f"policyctl.rendering.{module}"), name)
