"""A page becomes a PDF, or there is a plain reason why not; what makes it is confined."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pypdf
import pytest

from policyctl import resources
from policyctl.errors import PolicyctlError
from policyctl.rendering import pdf
from policyctl.rendering.job import Job
from policyctl.rendering.pdf import WorkerResult, run_worker
from policyctl.rendering.view import view
from policyctl.schema import read

STYLE = '@page { size: A6 } body { font-family: "Policy Sans"; } .far { break-before: page }'


@pytest.fixture
def job(tmp_path: Path) -> Job:
    policy = read({"policyctl": "1", "policy": {"title": "A note", "organisation": "Rosa's"}}).policy
    assert policy
    templates = tmp_path / "templates"
    (templates / "html").mkdir(parents=True)
    (templates / "html" / "style.css").write_text(STYLE, encoding="utf-8")
    (templates / "fonts").symlink_to(resources.templates() / "fonts")
    return Job("note", view(policy, kind="note"), templates, NullTranslations(), seconds=60)


def fonts(printed: Any) -> list[str]:
    return [str(font["/BaseFont"]) for font in printed["/Resources"]["/Font"].values()]


def page(body: str) -> str:
    return f'<html lang="en"><head><meta charset="utf-8"><title>A note</title></head><body>{body}</body></html>'


def test_a_page_becomes_a_tagged_pdf_with_our_fonts_alone_and_the_same_bytes_again(
    job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: list[str] = []
    watched = replace(job, progress=pages.append)
    text = page('<h1>Grüße, Ελ, Да</h1><p style="font-family: DejaVu Sans, monospace" class="far">Second</p>')
    first = pdf.finish(text, watched)
    assert pages == ["page 1", "page 2"]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    assert pdf.finish(text, job) == first
    read_back = pypdf.PdfReader(BytesIO(first))
    assert [p.extract_text() for p in read_back.pages] == ["Grüße, Ελ, Да", "Second"]
    assert b"pdfuaid" in read_back.root_object.raw_get("/Metadata").get_object().get_data()
    assert {font.split("+")[1].split("-")[0] for p in read_back.pages for font in fonts(p)} <= {
        "Policy",
        "Lato",
        "Vollkorn",
    }
    assert b"/tmp" not in first


# A page that must not be printed | what its author is told.
WRONG = [
    ('<p id="a">x<p id="a">y', "The PDF would not be whole: Anchor defined twice"),
    ("<p>\U000f0000", "No font on this machine has \U000f0000 (U+F0000)."),
    ("<div>" * 500, "The page is nested too deep for a PDF."),
]


@pytest.mark.parametrize(("body", "message"), WRONG, ids=["anchors", "signs", "depth"])
def test_what_must_not_be_in_a_document_is_told(job: Job, body: str, message: str) -> None:
    with pytest.raises(PolicyctlError) as error:
        pdf.finish(page(body), job)
    assert error.value.message.startswith(message)
    assert error.value.hint


ADDRESSES = (
    "file:///etc/hostname",
    "http://127.0.0.1:9/x.png",
    "policyctl-font:../OFL-Lato",
    "data:text/css,a{}",
    "x.png",
)


_HALF = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><path style='opacity:half' d='M0 0h1v1z'/></svg>"
OF_A_BRAND = [
    (
        f'<img alt="x" src="data:image/svg+xml,{quote(_HALF)}">',
        "A picture cannot be drawn in a PDF: most likely the logo.",
    ),
    ('<img alt="x" src="data:image/png;base64,AAAA">', "A picture cannot be drawn in a PDF: most likely the logo."),
    (
        "<style>@font-face { font-family: 'Own Text'; src: url(data:font/ttf;base64,AAAA) }</style>",
        "A typeface of your own cannot be used in a PDF.",
    ),
]


@pytest.mark.parametrize(("body", "message"), OF_A_BRAND)
def test_a_file_of_a_brand_that_only_a_pdf_cannot_use_is_told_without_what_is_in_it(
    job: Job, body: str, message: str
) -> None:
    with pytest.raises(PolicyctlError) as error:
        pdf.finish(page(body), job)
    assert error.value.message == message
    assert error.value.hint
    assert error.value.hint.endswith("HTML may show it as it is.")


def test_nothing_is_opened_that_was_not_handed_over(job: Job) -> None:
    links = "".join(
        f'<link rel="stylesheet" href="{a}"><link rel="attachment" href="{a}"><img src="{a}" alt="x">'
        for a in ADDRESSES
    )
    request = {"html": page(links), "fonts": str(job.templates / "fonts"), "scheme": "policyctl-font"}
    result = run_worker(request, seconds=60)
    for address in ADDRESSES[:-1]:
        assert len([complaint for complaint in result.complaints if address in complaint]) == 2
    assert b"/EmbeddedFile" not in result.output


def test_a_page_that_takes_too_long_is_stopped(job: Job) -> None:
    hurried = replace(job, seconds=2)
    started = time.monotonic()
    with pytest.raises(PolicyctlError, match="The PDF was not ready after 2 seconds"):
        pdf.finish(page("<table><td colspan=1000000>x</table>"), hurried)
    assert time.monotonic() - started < 10


# What the process does | what is told.
BROKEN = [
    ("kill -SEGV $$", "The program that makes PDFs broke down over this document."),
    ("kill -XCPU $$", "The PDF was not ready after 60 seconds."),
    (
        'echo Gtk warning >&2; echo \'{"failed": "engine"}\' >&2',
        "PDFs need the library Pango, which is not on this machine.",
    ),
    ('echo \'{"failed": "memory"}\' >&2', "The PDF needs more memory than it may have."),
    ('echo \'{"failed": "page", "why": "odd."}\' >&2', "The PDF could not be made from the page: odd."),
]


@pytest.mark.skipif(sys.platform == "win32", reason="has no signals")
@pytest.mark.parametrize(("does", "message"), BROKEN, ids=["crash", "time", "engine", "memory", "page"])
def test_what_goes_wrong_in_the_process_is_told(
    job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, message: str
) -> None:
    script = tmp_path / "python"
    script.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(script))
    with pytest.raises(PolicyctlError) as error:
        pdf.finish(page("x"), job)
    assert error.value.message == message
    assert error.value.hint


def test_a_process_that_cannot_be_started_is_told(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(PolicyctlError, match="The PDF could not be made: No such file or directory"):
        pdf.finish(page("x"), job)


def test_only_our_own_style_sheet_must_be_understood_in_full(job: Job, tmp_path: Path) -> None:
    (job.templates / "html" / "style.css").write_text(STYLE + "p { colour: red }", encoding="utf-8")
    with pytest.raises(PolicyctlError, match="The PDF would not be whole: Ignored `colour: red"):
        pdf.finish(page("x"), job)
    assert pdf.finish(page("x"), replace(job, override=tmp_path)).startswith(b"%PDF-1.7")


def test_the_engine_tells_its_versions() -> None:
    found = pdf.engine()
    assert found.problem == ""
    assert found.versions.startswith("WeasyPrint 70.")
    assert "weasyprint" not in sys.modules


def test_an_engine_that_cannot_be_started_is_a_problem_to_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert pdf.engine() == pdf.Engine("", "Its process cannot be started: No such file or directory.")


# ---- how the worker is confined ----------------------------------------------------------------------------------

# A WeasyPrint that does what its author likes, in place of the real one.
URLS = """
class URLFetcher:
    def __init__(self, **_): pass
URLFetcherResponse = None
"""
PAGE = """
class HTML:
    def __init__(self, **_): pass
    def write_pdf(self, **_):
        {does}
        return b"done"
"""
REQUEST = {"html": "x", "fonts": ".", "scheme": "x"}


def impostor(folder: Path, code: str) -> None:
    """Put a module of that name where the worker finds modules, and a Python that knows no installed one."""
    (folder / "weasyprint").mkdir()
    (folder / "weasyprint" / "__init__.py").write_text(code, encoding="utf-8")
    (folder / "weasyprint" / "urls.py").write_text(URLS, encoding="utf-8")
    bare = folder / "python"
    bare.write_text(f'#!/bin/sh\nexec "{sys.executable}" -S "$@"\n', encoding="utf-8")
    bare.chmod(0o755)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], WorkerResult]:
    def run(code: str) -> WorkerResult:
        impostor(tmp_path, code)
        monkeypatch.setattr(sys, "path", [str(tmp_path)])
        monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
        return run_worker(REQUEST, seconds=20)

    return run


def test_the_worker_says_that_the_engine_is_missing(run: Callable[[str], WorkerResult]) -> None:
    result = run("raise OSError(\"cannot load library 'libgobject-2.0-0'\")")
    assert (result.code, result.failed, result.why) == (1, "engine", "cannot load library 'libgobject-2.0-0'")


def test_the_worker_sees_no_secrets_and_only_an_empty_folder(
    run: Callable[[str], WorkerResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "hidden")
    why = run("import os; raise ValueError([sorted(os.environ), os.listdir()])").why
    assert "TMPDIR" in why
    assert "SECRET_TOKEN" not in why
    assert "HOME" not in why
    assert why.endswith(", []]")


# What a page makes the engine do | how the attempt is named.
ATTEMPTS = [
    ("__import__('socket').create_connection(('127.0.0.1', 9))", "socket.getaddrinfo"),
    ("__import__('urllib.request').request.urlopen('http://127.0.0.1:9')", "socket.getaddrinfo"),
    ("__import__('subprocess').run(['true'])", "subprocess.Popen"),
    ("__import__('os').system('true')", "os.system"),
]


@pytest.mark.parametrize(("does", "event"), ATTEMPTS, ids=["connect", "fetch", "run", "shell"])
def test_the_worker_can_neither_connect_nor_start_programs(
    run: Callable[[str], WorkerResult], does: str, event: str
) -> None:
    result = run(PAGE.format(does=does))
    assert result.output == b""
    assert result.failed == "page"
    assert f"it reaches out of the document ({event})" in result.why


@pytest.mark.skipif(sys.platform == "win32", reason="has no limits")
def test_the_worker_has_limits(run: Callable[[str], WorkerResult]) -> None:
    names = ("RLIMIT_CPU", "RLIMIT_AS", "RLIMIT_FSIZE", "RLIMIT_CORE")
    why = run(f"import resource as r; raise ValueError([r.getrlimit(getattr(r, n))[0] for n in {names}])").why
    assert why == "ValueError: [21, 2147483648, 200000000, 0]"


@pytest.mark.skipif(sys.platform == "win32", reason="has no limits")
def test_the_worker_may_not_take_all_of_the_memory(run: Callable[[str], WorkerResult]) -> None:
    assert run(PAGE.format(does="bytearray(2 ** 31)")).failed == "memory"


PARENT = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    from policyctl.rendering import pdf
    sys.path[:] = [{folder!r}]
    sys.executable = {folder!r} + "/python"
    problem = pdf.run_worker({{"html": "x", "fonts": ".", "scheme": "x"}}, seconds=60)
except Exception as error:
    problem = error
open({pipe!r}, "w").write(repr(problem))
"""
HANGS = """s = open({pipe!r}, 'w', 1)
        s.write('running\\n')
        __import__('time').sleep(60)
        s.write('outlived it')
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")
@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_the_worker_ends_with_the_one_who_started_it(tmp_path: Path, how: str) -> None:
    """The worker holds a pipe open as long as it runs, so that its end is something to wait for."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    impostor(tmp_path, PAGE.format(does=HANGS.format(pipe=str(pipe))))
    program = PARENT.format(folder=str(tmp_path), pipe=str(pipe))
    with subprocess.Popen([sys.executable, "-c", program], stderr=subprocess.DEVNULL) as parent:
        with pipe.open() as stream:
            assert stream.readline() == "running\n"
            parent.send_signal(getattr(signal, how))
            assert stream.read() == ""
        assert parent.wait() != 0
