"""The page that the templates wrote in, a tagged PDF out, made in a process of its own."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from policyctl.errors import PolicyctlError
from policyctl.rendering import fonts
from policyctl.rendering.child import Answer, ask
from policyctl.rendering.html import stylesheet, with_style
from policyctl.rendering.job import Job

_NO_PANGO = "PDFs need the library Pango, which is not on this machine."
_INSTALL = (
    "On Debian or Ubuntu: apt install libpangoft2-1.0-0 libharfbuzz-subset0; on macOS: brew install pango; on Fedora: "
    "dnf install pango. Markdown and HTML need none of it."
)
_NO_GLYPH = ".notdef glyph"
_SIGN = re.compile(r'"(.+?)" \((U\+[0-9A-F]+)\)$')
_SHORTEN = "Print it as HTML, or shorten the policy: somewhere it is very long, very wide or nested very deep."
_WHY = {
    "memory": ("The PDF needs more memory than it may have.", _SHORTEN),
    "depth": ("The page is nested too deep for a PDF.", _SHORTEN),
    "system": (
        "The PDF could not be made: {why}.",
        "Check that the disk has space and that its folders may be written.",
    ),
    "page": (
        "The PDF could not be made from the page: {why}.",
        "Print it as HTML to see whether it looks right there.",
    ),
}


@dataclass(frozen=True, slots=True)
class Engine:
    """What makes PDFs on this machine: its versions, or why it does not load."""

    versions: str
    problem: str = ""


def engine() -> Engine:
    """Whether PDFs can be made here; loads the engine in a process of its own."""
    try:
        answer = ask({}, seconds=60)
    except OSError as error:
        return Engine("", f"Its process cannot be started: {error.strerror}.")
    if answer.versions:
        return Engine(answer.versions)
    return Engine("", f"{_NO_PANGO if answer.failed == 'engine' else 'It ends without a word.'} {_INSTALL}")


def finish(page: str, job: Job) -> bytes:
    """The page on paper. The same page gives the same bytes: nothing in it depends on the machine.

    Only where the faces of the templates lack a sign are the fonts of the machine allowed to help.
    """
    style = stylesheet(job)
    html = with_style(page, fonts.for_paper(job.templates, style) + style).decode()
    answer = _ask(html, job, job.templates / "fonts")
    if any(_NO_GLYPH in said for said in answer.said):
        answer = _ask(html, job, None)
    if job.override:  # What a style sheet of the user's own says in vain is theirs to say.
        answer.said = [said for said in answer.said if not said.startswith("Ignored")]
    return _checked(answer, job.seconds)


def _ask(html: str, job: Job, only: Path | None) -> Answer:
    request = {"html": html, "fonts": str((job.templates / "fonts").resolve()), "scheme": fonts.SCHEME}
    try:
        return ask(request, seconds=job.seconds, fonts=only and only.resolve(), page=_told(job.progress))
    except OSError as error:
        return Answer(failed="system", why=error.strerror or "")


def _told(progress: Callable[[str], None] | None) -> Callable[[int], None] | None:
    return (lambda number: progress(f"page {number}")) if progress else None


def _checked(answer: Answer, seconds: float) -> bytes:
    if answer.late or answer.code == -24:  # SIGXCPU
        raise PolicyctlError(
            f"The PDF was not ready after {seconds:g} seconds.", hint=f"Allow it more time. {_SHORTEN}"
        )
    if answer.failed == "engine":
        raise PolicyctlError(_NO_PANGO, hint=_INSTALL)
    if answer.failed in _WHY:
        message, hint = _WHY[answer.failed]
        raise PolicyctlError(message.format(why=answer.why.rstrip(".")), hint=hint)
    if answer.code:
        raise PolicyctlError("The program that makes PDFs broke down over this document.", hint=_SHORTEN)
    if answer.said:
        raise _complaint(answer.said)
    return answer.output


def _complaint(said: list[str]) -> PolicyctlError:
    """The first thing that must not be in a document; a sign that no font has comes with all the others."""
    signs = [found for line in said if _NO_GLYPH in line and (found := _SIGN.search(line))]
    if not signs:
        return PolicyctlError(
            f"The PDF would not be whole: {said[0].rstrip('.')}.",
            hint="If the templates are yours, compare them with those of policyctl.",
        )
    named = ", ".join(dict.fromkeys(f"{sign[1]} ({sign[2]})" for sign in signs))
    return PolicyctlError(
        f"No font on this machine has {named}.",
        hint="Install a font that has it, or write it in words; HTML and Markdown can show it.",
    )
