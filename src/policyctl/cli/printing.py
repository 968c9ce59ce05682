"""A view of a policy and formats in, the files of its handbook out, with the time that each took."""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from policyctl.cli.streams import interactive, tell, trouble
from policyctl.errors import PolicyctlError
from policyctl.rendering import pdf
from policyctl.rendering.formats import FORMATS, Renderer
from policyctl.rendering.job import Job
from policyctl.rendering.language import Language
from policyctl.rendering.view import DocumentView
from policyctl.resources import templates

DOCUMENT = "handbook"
_CLEAR = "\r\x1b[K"


class Printed(NamedTuple):
    """One file that is to be written: its name, its bytes and the seconds that it took."""

    name: str
    data: bytes
    seconds: float


def printed_all(view: DocumentView, formats: Sequence[str], own: Path | None, *, asked: bool) -> list[Printed]:
    """Each format; where PDF was not asked for by name and its engine is missing, the others are enough."""
    words = Language(view.language).translations
    renderer = Renderer(Job(DOCUMENT, view, templates(), words, own, _progress()))
    printed = []
    for name in formats:
        try:
            printed.append(_printed(renderer, name))
        except PolicyctlError as error:
            if name != "pdf" or asked or not pdf.engine().problem:
                raise
            trouble(error)
    return printed


def _printed(renderer: Renderer, name: str) -> Printed:
    started = time.monotonic()
    try:
        made = renderer.render(name)
    finally:
        if interactive(sys.stderr):
            tell(_CLEAR)
    return Printed(DOCUMENT + FORMATS[name].extension, made, time.monotonic() - started)


def _progress() -> Callable[[str], None] | None:
    """A line that is written over while somebody watches; nobody else needs it."""
    if not interactive(sys.stderr):
        return None
    return lambda reached: tell(f"{_CLEAR}Laying out the PDF: {reached}")
