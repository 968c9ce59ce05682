"""A page becomes a tagged PDF in a process of its own, with limits and without anything of the user's.

The process runs `pdf_worker.py`. It may take so much time and memory, finds neither secrets nor a home in its
environment, works in an empty folder, fetches nothing but the faces that travel with policyctl or stand in the page,
and ends with us.
"""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from policyctl.errors import PolicyctlError
from policyctl.rendering.html import with_style
from policyctl.rendering.job import Job
from policyctl.rendering.scratch import scratch
from policyctl.rendering.screen import on_paper
from policyctl.rendering.stylesheet import FONT_SCHEME, own_fonts, paper_fonts, stylesheet

_WORKER = Path(__file__).with_name("pdf_worker.py")
_MEMORY = 2 * 1024**3
_ENVIRONMENT = (
    "PATH",
    "SYSTEMROOT",
    "WINDIR",
    "DYLD_LIBRARY_PATH",
    "DYLD_FALLBACK_LIBRARY_PATH",
    "LD_LIBRARY_PATH",
    "WEASYPRINT_DLL_DIRECTORIES",
)
_FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<selectfont><rejectfont><glob>*.woff2</glob></rejectfont></selectfont></fontconfig>
"""
OUT_OF_TIME = (-24, -9)
"""How a process ends whose time is over: by SIGXCPU, or where that was not enough."""

_NO_PANGO = "PDFs need the library Pango, which is not on this machine."
_INSTALL = (
    "On Debian or Ubuntu: apt install libpangoft2-1.0-0 libharfbuzz-subset0; on macOS: brew install pango; on Fedora: "
    "dnf install pango. An installed Chromium, Chrome or Edge will do instead. Markdown and HTML need none of it."
)
_NO_GLYPH = ".notdef glyph"
_OF_THE_BRAND = {
    "Failed to": (
        "A picture cannot be drawn in a PDF: most likely the logo.",
        "Save the logo anew, as a png or as a plain svg; HTML may show it as it is.",
    ),
    "Font-face 'Own": (
        "A typeface of your own cannot be used in a PDF.",
        "Take its files anew, or delete `heading_font` and `text_font`; HTML may show it as it is.",
    ),
}
"""What to say instead of a complaint that begins so: it would show what is in a file."""

_SIGN = re.compile(r'"(.{1,8}?)" \((U\+[0-9A-F]+)\)$')
_SHORTEN = "Print it as HTML, or shorten the policy: somewhere it is very long, very wide or nested very deep."
_MORE_TIME = f"Allow it more time, such as --seconds 600. {_SHORTEN}"
_FAILURES = {
    "engine": (_NO_PANGO, _INSTALL),
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


@dataclass(frozen=True, slots=True)
class WorkerResult:
    """What the worker wrote and how it ended; `code` is negative for a signal."""

    output: bytes = b""
    code: int = 0
    timed_out: bool = False
    complaints: tuple[str, ...] = ()
    failed: str = ""
    why: str = ""
    hint: str = ""
    versions: str = ""
    finished: bool = False


class NoEngineError(PolicyctlError):
    """The libraries that WeasyPrint stands on are not on this machine."""


def engine() -> Engine:
    """Find out whether PDFs can be made here; the engine is loaded in a process of its own."""
    try:
        result = run_worker({}, seconds=60)
    except OSError as error:
        return Engine("", f"Its process cannot be started: {error.strerror}.")
    if result.versions:
        return Engine(result.versions)
    return Engine("", f"{_NO_PANGO if result.failed == 'engine' else 'It ends without a word.'} {_INSTALL}")


def finish(page: str, job: Job) -> bytes:
    """Put the page on paper. The same page gives the same bytes: nothing in it depends on the machine.

    Only where the faces of the templates lack a sign are the fonts of the machine allowed to help.
    """
    style = stylesheet(job)
    html = with_style(on_paper(page), paper_fonts(job.templates, style) + own_fonts(job.view) + style).decode()
    result = _print(html, job, own_fonts_only=True)
    if any(_NO_GLYPH in complaint for complaint in result.complaints):
        result = _print(html, job, own_fonts_only=False)
    if job.override:  # What a style sheet of the user's own says in vain is theirs to say.
        result = replace(result, complaints=tuple(c for c in result.complaints if not c.startswith("Ignored")))
    return _checked(result, job.seconds)


# ---- the process -----------------------------------------------------------------------------------------------


def run_worker(
    request: Mapping[str, Any],
    *,
    seconds: float,
    worker: Path = _WORKER,
    fonts: Path | None = None,
    on_page: Callable[[int], None] | None = None,
) -> WorkerResult:
    """Run the worker for at most so many seconds; whatever it has started ends with it.

    `fonts` is the only folder where it finds fonts, if it is given; `on_page` is called with each page laid out.
    """
    with scratch() as folder:
        (folder / "empty").mkdir()
        paths = [path for path in sys.path if Path(path).is_absolute()]
        whole = {"seconds": seconds, "memory": _MEMORY, "paths": paths, **request}
        (folder / "request").write_text(json.dumps(whole), encoding="utf-8")
        with (
            (folder / "output").open("wb") as output,
            subprocess.Popen(  # noqa: S603 (our own file, run by our own Python)
                [sys.executable, "-I", str(worker), str(folder / "request")],
                stdin=subprocess.PIPE,  # Nothing is written: it ends when we do, and the worker with it.
                stdout=output,
                stderr=subprocess.PIPE,
                cwd=folder / "empty",
                env=_environment(folder, fonts),
                start_new_session=True,
                encoding="utf-8",
                errors="replace",
            ) as process,
        ):
            _running.add(process)
            try:
                result = _watch(process, seconds, on_page or (lambda _: None))
            finally:
                _running.discard(process)
        return replace(result, output=(folder / "output").read_bytes())


_running: set["subprocess.Popen[str]"] = set()


def stop_workers() -> None:
    """End every process that makes a PDF, in whatever thread it was asked for: who is interrupted waits for none."""
    for process in tuple(_running):
        _end(process)


def _end(process: "subprocess.Popen[str]") -> None:
    """End the process and its group, which is its own: a browser is many processes."""
    if sys.platform == "win32":
        if process.poll() is None:
            command = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(command, capture_output=True, check=False)  # noqa: S603 (a program of Windows itself)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def _watch(process: "subprocess.Popen[str]", seconds: float, on_page: Callable[[int], None]) -> WorkerResult:
    """Follow the events of the process; it is killed when its time is over, and whatever happens when we leave."""
    timed_out = threading.Event()

    def stop() -> None:
        timed_out.set()
        _end(process)

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    complaints: list[str] = []
    others: dict[str, Any] = {}
    try:
        for event in _events(process):
            if "page" in event:
                on_page(event["page"])
            elif "complaint" in event:
                complaints.append(event["complaint"])
            else:
                others |= event
        code = process.wait()
    finally:
        timer.cancel()
        _end(process)
    ending = {name: others.get(name, "") for name in ("failed", "why", "hint", "versions")}
    finished = bool(others.get("finished"))
    return WorkerResult(
        code=code, timed_out=timed_out.is_set(), complaints=tuple(complaints), finished=finished, **ending
    )


def _events(process: "subprocess.Popen[str]") -> Iterator[dict[str, Any]]:
    """Yield the worker's events; libraries below it write to the same place, and are not listened to."""
    for line in process.stderr or ():
        with contextlib.suppress(json.JSONDecodeError):
            event = json.loads(line)
            if isinstance(event, dict):
                yield event


def _environment(folder: Path, fonts: Path | None) -> dict[str, str]:
    """Make an environment without secrets, a time zone or a home; with fonts of ours alone, if we may choose."""
    variables = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    variables |= {"TMPDIR": str(folder), "TEMP": str(folder), "LANG": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0"}
    if fonts:
        config = folder / "fonts.conf"
        config.write_text(_FONTS_CONF.format(fonts=_xml(fonts), cache=_xml(folder / "cache")), encoding="utf-8")
        variables["FONTCONFIG_FILE"] = str(config)
    return variables


def _xml(path: Path) -> str:
    return str(path).replace("&", "&amp;").replace("<", "&lt;")


# ---- what came of it -------------------------------------------------------------------------------------------


def _print(html: str, job: Job, *, own_fonts_only: bool) -> WorkerResult:
    fonts = (job.templates / "fonts").resolve()
    progress = job.progress
    try:
        return run_worker(
            {"html": html, "fonts": str(fonts), "scheme": FONT_SCHEME},
            seconds=job.seconds,
            fonts=fonts if own_fonts_only else None,
            on_page=(lambda number: progress(f"page {number}")) if progress else None,
        )
    except OSError as error:
        return WorkerResult(failed="system", why=error.strerror or "")


def _checked(result: WorkerResult, seconds: float) -> bytes:
    """Return the PDF where it is whole; otherwise raise the reason why it is not."""
    if result.timed_out or result.code == OUT_OF_TIME[0]:
        raise out_of_time(seconds)
    if result.failed in _FAILURES:
        message, hint = _FAILURES[result.failed]
        raise (NoEngineError if result.failed == "engine" else PolicyctlError)(
            message.format(why=result.why.rstrip(".")), hint=hint
        )
    if result.code:
        raise PolicyctlError("The program that makes PDFs broke down over this document.", hint=_SHORTEN)
    if result.complaints:
        raise _complaint(result.complaints)
    return result.output


def out_of_time(seconds: float) -> PolicyctlError:
    """Say that a PDF took longer than it may."""
    return PolicyctlError(f"The PDF was not ready after {seconds:g} seconds.", hint=_MORE_TIME)


def _complaint(complaints: tuple[str, ...]) -> PolicyctlError:
    """Tell the first thing that must not be in a document; a sign that no font has comes with all the others."""
    signs = [found for line in complaints if _NO_GLYPH in line and (found := _SIGN.search(line))]
    if not signs:
        for beginning, (message, hint) in _OF_THE_BRAND.items():
            if complaints[0].startswith(beginning):
                return PolicyctlError(message, hint=hint)
        return PolicyctlError(
            f"The PDF would not be whole: {complaints[0].rstrip('.')}.",
            hint="If the templates are yours, compare them with those of policyctl.",
        )
    named = ", ".join(dict.fromkeys(f"{sign[1]} ({sign[2]})" for sign in signs))
    return PolicyctlError(
        f"No font on this machine has {named}.",
        hint="Install a font that has it, or write it in words; HTML and Markdown can show it.",
    )
