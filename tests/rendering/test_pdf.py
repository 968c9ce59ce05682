"""A page in, a PDF or a plain reason out."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest

from policyctl import resources
from policyctl.errors import PolicyctlError
from policyctl.rendering import pdf, worker
from policyctl.rendering.child import ask
from policyctl.rendering.job import Job
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
    told = replace(job, progress=pages.append)
    text = page('<h1>Grüße, Ελ, Да</h1><p style="font-family: DejaVu Sans, monospace" class="far">Second</p>')
    first = pdf.finish(text, told)
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


def test_nothing_is_opened_that_was_not_handed_over(job: Job) -> None:
    links = "".join(
        f'<link rel="stylesheet" href="{a}"><link rel="attachment" href="{a}"><img src="{a}" alt="x">'
        for a in ADDRESSES
    )
    answer = ask({"html": page(links), "fonts": str(job.templates / "fonts"), "scheme": "policyctl-font"}, seconds=60)
    for address in ADDRESSES[:-1]:
        assert len([said for said in answer.said if address in said]) == 2
    assert b"/EmbeddedFile" not in answer.output


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


def test_the_worker_says_that_the_engine_is_missing(tmp_path: Path) -> None:
    request = {"seconds": 9, "memory": 2**32, "paths": []}
    (tmp_path / "weasyprint.py").write_text(
        "raise OSError(\"cannot load library 'libgobject-2.0-0'\")", encoding="utf-8"
    )
    run = subprocess.run(
        [sys.executable, worker.__file__],
        input=json.dumps(request).encode(),
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 1
    assert json.loads(run.stderr) == {"failed": "engine", "why": "cannot load library 'libgobject-2.0-0'"}


def test_the_worker_sees_no_secrets_and_only_an_empty_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "hidden")
    (tmp_path / "weasyprint.py").write_text(
        "import os; raise OSError('cannot load library ' + repr([sorted(os.environ), os.listdir()]))", encoding="utf-8"
    )
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    monkeypatch.setattr(sys, "executable", _bare_python(tmp_path))
    answer = ask({}, seconds=20)
    assert answer.failed == "engine"
    assert "SECRET_TOKEN" not in answer.why
    assert "HOME" not in answer.why
    assert answer.why.endswith(", []]")


def _bare_python(folder: Path) -> str:
    """A Python that finds no installed WeasyPrint, so that ours in the folder is the one."""
    script = folder / "python"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -S "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return str(script)


def test_the_worker_ends_with_the_one_who_started_it() -> None:
    program = (
        "from policyctl.rendering.child import ask\n"
        "ask({'html': '<table><td colspan=9000000>x</table>', 'fonts': '.', 'scheme': 'x'}, seconds=60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], stderr=subprocess.PIPE, start_new_session=True)
    with parent:
        deadline = time.monotonic() + 20
        while not (children := _children(parent.pid)) and time.monotonic() < deadline:
            time.sleep(0.05)
        parent.send_signal(signal.SIGINT)
        assert b"KeyboardInterrupt" in parent.communicate(timeout=20)[1]
    assert children
    assert not any(_runs(child) for child in children)


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in listed.read_text(encoding="ascii").split()] if listed.exists() else []


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
