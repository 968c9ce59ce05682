"""A browser prints the same page where WeasyPrint cannot or is not to; what a broken one does is told."""

import os
import re
import socket
import subprocess
import sys
import threading
import zlib
from collections.abc import Iterator
from dataclasses import replace
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest

from policyctl import resources
from policyctl.errors import PolicyctlError
from policyctl.rendering import browser, chromium_pdf
from policyctl.rendering.job import Job
from policyctl.rendering.view import view
from policyctl.resources import examples
from policyctl.schema import read

HERE = browser.find()
needs_browser = pytest.mark.skipif(bool(HERE.problem), reason="There is no browser on this machine.")
needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="A program of the test's own is a shell script.")

DRAFT = """\
policyctl: 1
policy:
  title: How we look after people
  organisation: Rosa & Sons “Quay”
  status: draft
  language: en-GB
  version: "0.3"
standards:
  Refunds: We pay your money back within 3 working days.
facts:
  Gift wrapping: Free, all year round.
"""


def _render(folder: Path, policy: Path, *arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "policyctl", "render", str(policy), "--output", str(folder), *arguments]
    return subprocess.run(command, env={**os.environ, **settings}, capture_output=True, text=True, check=False)


def _words(text: str) -> str:
    return " ".join(text.split())


# ---- what is printed ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def bookshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bookshop")
    said = _render(folder, examples() / "harbour-lane-books" / "policy.yaml", "--to", "html,pdf", "--engine", "browser")
    assert (said.returncode, said.stderr) == (0, "")
    return folder


@needs_browser
def test_a_long_handbook_names_the_pages_of_its_contents_and_its_chapters_at_every_page(bookshop: Path) -> None:
    pdf = pypdf.PdfReader(bookshop / "handbook.pdf")
    pages = [_words(page.extract_text()) for page in pdf.pages]
    total = len(pages)
    assert total > 15
    named = re.findall(r"(\d+) (What to do|How we learn it|Words we use|A refund)\b", pages[1])
    contents = {title: number for number, title in named}
    assert len(contents) == 4
    for title, number in contents.items():
        assert title in pages[int(number) - 1]
    first = int(contents["What to do"]) - 1
    assert all(page.startswith("Harbour Lane Books What to do ") for page in pages[first : first + 2])
    assert all(f"{number} / {total} " in page for number, page in enumerate(pages[1:], 2))
    assert f"1 / {total} " not in pages[0]
    see = re.search(r"See A new copy p\. (\d+)", " ".join(pages))
    assert see
    assert "A new copy" in pages[int(see[1]) - 1]


@needs_browser
def test_the_file_says_what_it_is_and_does_nothing(bookshop: Path) -> None:
    pdf = pypdf.PdfReader(bookshop / "handbook.pdf")
    root: Any = pdf.root_object
    assert pdf.metadata
    assert pdf.metadata.title == "How we look after readers, Harbour Lane Books"
    assert pdf.metadata.author == "Harbour Lane Books"
    assert pdf.metadata.creation_date is None
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert b"Harbour Lane Books" in root["/Metadata"].get_object().get_data()
    titles = [_words(each.title) for each in _flat(pdf.outline)]
    assert [title for title in titles if title.endswith("What to do")]
    assert not {"/OpenAction", "/AA", "/AcroForm", "/Names"} & set(root)
    actions = [note.get_object().get("/A", {}) for page in pdf.pages for note in page.get("/Annots", [])]
    assert {action["/S"] for action in actions if action} <= {"/URI"}
    addresses = {str(action["/URI"]).partition(":")[0] for action in actions if action}
    assert addresses <= {"https", "mailto", "tel"}
    raw = (bookshop / "handbook.pdf").read_bytes()
    assert not re.findall(rb"/JavaScript|/Launch|/EmbeddedFile|HeadlessChrome|/tmp/|CreationDate", raw)


def _flat(outline: Any) -> Iterator[Any]:
    for each in outline:
        yield from _flat(each) if isinstance(each, list) else [each]


@needs_browser
def test_who_prints_the_html_page_gets_the_same_head_and_foot_and_breaks(bookshop: Path) -> None:
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright drives the browser as a person would.")
    with sync_api.sync_playwright() as play:
        box = ["--no-sandbox"] if sys.platform == "linux" and os.geteuid() == 0 else []
        chromium = play.chromium.launch(executable_path=str(HERE.program), args=box)
        page = chromium.new_page()
        page.goto((bookshop / "handbook.html").as_uri())
        printed = page.pdf(prefer_css_page_size=True)
        chromium.close()
    by_hand = [_words(page.extract_text()) for page in pypdf.PdfReader(BytesIO(printed)).pages]
    engine = [_words(page.extract_text()) for page in pypdf.PdfReader(bookshop / "handbook.pdf").pages]
    assert len(by_hand) == len(engine)
    foot = "How we look after readers, version 1.2, in force from 1 October 2026. Questions: Maria."
    for pages in (by_hand, engine):
        assert all(page.startswith("Harbour Lane Books ") for page in pages[1:])
        assert all(f"{foot}{at} / {len(pages)} " in page for at, page in enumerate(pages[1:], 2))
    # Only the engine knows the pages of links; where they make no line longer, every page begins as there.
    begins = [[_body(page, foot)[:12] for page in pages[2:]] for pages in (by_hand, engine)]
    assert sum(one == other for one, other in zip(*begins, strict=True)) >= len(engine) - 4


def _body(page: str, foot: str) -> str:
    return re.sub(r"^\d+ / \d+ ", "", page.rpartition(foot)[2])


@needs_browser
def test_a_draft_is_marked_on_every_page_and_printed_twice_it_is_the_same(tmp_path: Path) -> None:
    policy = tmp_path / "policy.yaml"
    policy.write_text(DRAFT + "".join(f"  Fact {n}: {'Words that fill a page. ' * 25}\n" for n in range(12)))
    for folder, zone in (("one", "UTC"), ("two", "Asia/Tokyo")):
        said = _render(tmp_path / folder, policy, "--to", "pdf", "--engine", "browser", TZ=zone)
        assert (said.returncode, said.stderr) == (0, "")
    printed = [(tmp_path / folder / "handbook.pdf").read_bytes() for folder in ("one", "two")]
    assert printed[0] == printed[1]
    pdf = pypdf.PdfReader(BytesIO(printed[0]))
    pages = [_words(page.extract_text()) for page in pdf.pages]
    assert len(pages) > 1
    assert [page for page in pages if "Draft" not in page] == []
    assert all(f"{number} / {len(pages)}" in page for number, page in enumerate(pages, 1))
    assert all(page.startswith("Rosa & Sons “Quay”") for page in pages[1:])
    assert pdf.metadata
    assert pdf.metadata.author == "Rosa & Sons “Quay”"


# ---- a page that wants more than paper ---------------------------------------------------------------------------


@pytest.fixture
def job() -> Job:
    policy = read({"policyctl": "1", "policy": {"title": "A note", "organisation": "Rosa's"}}).policy
    assert policy
    return Job("note", view(policy, kind="note"), resources.templates(), NullTranslations(), seconds=60)


def _page(body: str, head: str = "") -> str:
    return f'<html lang="en"><head><meta charset="utf-8"><title>A note</title>{head}</head><body>{body}</body></html>'


@needs_browser
def test_nothing_is_fetched_and_no_file_is_read(job: Job, tmp_path: Path) -> None:
    called: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}"

        def listen() -> None:
            while True:
                try:
                    called.append(server.accept()[0].recv(100))
                except OSError:
                    return

        threading.Thread(target=listen, daemon=True).start()
        (tmp_path / "secret.html").write_text("canary")
        secret = (tmp_path / "secret.html").as_uri()
        head = "".join(
            f'<link rel="{rel}" href="{address}/{rel}">' for rel in ("stylesheet", "preload", "prefetch", "icon")
        )
        body = "".join(
            f'<img src="{each}" alt=""><iframe src="{each}"></iframe><object data="{each}"></object>'
            f'<embed src="{each}"><script src="{each}"></script><style>@import url({each})</style>'
            for each in (f"{address}/x", secret)
        )
        script = "<script>document.title = 'other'; location = 'about:blank'</script>"
        printed = browser.finish(_page(f"<p>Here</p>{body}{script}", head), job)
        server.shutdown(socket.SHUT_RDWR)
    assert called == []
    assert "Here" in pypdf.PdfReader(BytesIO(printed)).pages[0].extract_text()
    assert b"canary" not in printed


@needs_browser
def test_a_page_that_leads_elsewhere_is_not_printed(job: Job) -> None:
    away = '<meta http-equiv="refresh" content="0; url=file:///etc/passwd">'
    with pytest.raises(PolicyctlError, match="The HTML template sends its reader elsewhere"):
        browser.finish(_page("<p>x", away), job)


# ---- broken browsers ---------------------------------------------------------------------------------------------


def _programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, version: str = "Chromium 156.0.1.2") -> Path:
    """A program called chromium that tells a version, and does so when it is to print."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "chromium"
    script.write_text(
        f'#!/bin/sh\n[ "$1" = --version ] && {{ echo "{version}"; exit; }}\n'
        'for each; do case "$each" in --print-to-pdf=*) to=${each#*=};; esac; done\n' + does + "\n",
        encoding="utf-8",
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return script


def _another(name: str) -> bytes:
    """A PDF of another page, as a browser prints one where it may not read what it was given."""
    writer, file = pypdf.PdfWriter(), BytesIO()
    writer.add_blank_page(10, 10)
    writer.add_metadata({"/Title": name})
    writer.write(file)
    return file.getvalue()


BROKEN = [
    ("exit 3", "Chromium 156 ended without having printed the page.", "--engine weasyprint"),
    ("kill -SEGV $$", "Chromium 156 ended without having printed the page.", "--engine weasyprint"),
    ("exit 0", "Chromium 156 ended without having printed the page.", "--engine weasyprint"),
    ('printf "%%PDF-1.4 half" > "$to"', "Chromium 156 ended without having printed the page.", "print it as HTML"),
    ('cp "$OTHER" "$to"', "Chromium 156 ended without having printed the page.", "weasyprint"),
    (
        "echo 'FATAL: No usable sandbox! Update your kernel' >&2; exit 1",
        "Chromium 156 finds no sandbox on this machine, without which it does not run.",
        "chromium-sandbox",
    ),
    ("sleep 100 & sleep 100", "The PDF was not ready after 1 seconds.", "--seconds 600"),
    ("exit 1 # /snap/bin/chromium", "Chromium 156 ended without having printed the page.", "It is a snap"),
]


@needs_shell
@pytest.mark.parametrize(
    "broken",
    BROKEN,
    ids=["fails", "crashes", "prints-nothing", "half", "other-page", "sandbox", "hangs", "snap"],
)
def test_what_a_broken_browser_does_is_told(
    job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: tuple[str, str, str]
) -> None:
    does, message, hint = broken
    other = tmp_path / "other.pdf"
    other.write_bytes(_another("page.html"))
    _programs(tmp_path, monkeypatch, does.replace("$OTHER", str(other)))
    hurried = replace(job, seconds=1 if "sleep" in does else 60)
    with pytest.raises(PolicyctlError) as error:
        browser.finish(_page("x"), hurried)
    assert error.value.message == message
    assert error.value.hint
    assert hint in error.value.hint


VERSIONS = [
    ("Chromium 130.0.6723.58", "Chromium 130.0.6723.58 is too old to print PDFs: update it."),
    ("cannot open display", "Chromium does not start."),
]


@needs_shell
@pytest.mark.parametrize(("version", "problem"), VERSIONS, ids=["old", "dumb"])
def test_a_browser_that_is_too_old_or_does_not_start_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, problem: str
) -> None:
    script = _programs(tmp_path, monkeypatch, "exit 1", version)
    monkeypatch.setenv("PATH", str(script.parent))
    (script.parent / "sh").symlink_to("/bin/sh")
    assert browser.find().problem == problem


def test_without_a_browser_it_is_said_what_to_install(
    job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PATH", "HOME", "PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    if sys.platform == "darwin" and not browser.find().problem:
        pytest.skip("A browser for all users cannot be hidden.")
    with pytest.raises(PolicyctlError) as error:
        browser.finish(_page("x"), job)
    assert error.value.message == browser.NONE_FOUND


PLACES = {
    "linux": [
        ({"PATH": "{}/bin"}, "bin/google-chrome", "Chrome"),
        ({"PATH": "{}/none:{}/bin"}, "bin/microsoft-edge-stable", "Edge"),
    ],
    "darwin": [
        ({"HOME": "{}"}, "Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "Chrome"),
        ({"HOME": "{}"}, "Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge", "Edge"),
    ],
    "win32": [
        ({"ProgramFiles(x86)": "{}"}, "Microsoft/Edge/Application/msedge.exe", "Edge"),
        ({"ProgramFiles": "{}"}, "Google/Chrome/Application/chrome.exe", "Chrome"),
        ({"LocalAppData": "{}"}, "Chromium/Application/chrome.exe", "Chromium"),
    ],
}


@needs_shell
@pytest.mark.parametrize(
    ("system", "variables", "place", "name"),
    [(system, *case) for system, cases in PLACES.items() for case in cases],
    ids=[f"{system}-{case[2]}-{number}" for system, cases in PLACES.items() for number, case in enumerate(cases)],
)
def test_browsers_are_where_each_system_has_them(
    tmp_path: Path, system: str, variables: dict[str, str], place: str, name: str
) -> None:
    program = tmp_path / place
    program.parent.mkdir(parents=True)
    program.write_text("")
    program.chmod(0o755)
    known = {key: value.replace("{}", str(tmp_path)) for key, value in variables.items()}
    found = [(kind, file) for kind, file in browser.places(system, known) if file.is_relative_to(tmp_path)]
    assert found == [(name, program)]


@needs_shell
def test_a_browser_sees_no_secret_and_no_home_and_is_told_to_stay_at_home(
    job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOKEN", "canary")
    monkeypatch.setenv("DISPLAY", ":0")
    _programs(tmp_path, monkeypatch, f'env > {tmp_path}/env; for each; do echo "$each"; done > {tmp_path}/options')
    with pytest.raises(PolicyctlError):
        browser.finish(_page("x"), job)
    seen = dict(line.partition("=")[::2] for line in (tmp_path / "env").read_text().splitlines())
    assert not {"TOKEN", "DISPLAY", "LD_LIBRARY_PATH"} & set(seen)
    folder = Path(seen["HOME"]).parent
    assert Path(seen["PWD"]) == folder
    assert not folder.exists()
    options = (tmp_path / "options").read_text().splitlines()
    assert {"--headless", "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking"} <= set(options)
    assert f"--user-data-dir={folder}/profile" in options
    assert ("--no-sandbox" in options) == (sys.platform == "linux" and os.geteuid() == 0)


# ---- which of the two --------------------------------------------------------------------------------------------


@needs_browser
@pytest.mark.skipif(sys.platform != "linux", reason="Libraries are put out of sight as on Linux.")
def test_where_pango_is_missing_a_browser_stands_in_and_that_is_said_once(tmp_path: Path) -> None:
    policy = tmp_path / "policy.yaml"
    policy.write_text(DRAFT, encoding="utf-8")
    broken = tmp_path / "lib"
    broken.mkdir()
    for name in ("libgobject-2.0.so.0", "libpango-1.0.so.0"):
        (broken / name).write_bytes(b"")
    said = _render(tmp_path / "out", policy, "--document", "handbook,charter", LD_LIBRARY_PATH=str(broken))
    assert said.returncode == 0
    sentence = f"Printed by {HERE}, since the library Pango is missing; policyctl doctor says how to get it.\n"
    assert said.stderr == sentence
    assert (tmp_path / "out" / "charter.pdf").read_bytes().startswith(b"%PDF")
    said = _render(tmp_path / "no", policy, "--to", "pdf", "--engine", "weasyprint", LD_LIBRARY_PATH=str(broken))
    assert said.returncode == 2
    assert said.stderr.startswith("policyctl: PDFs need the library Pango, which is not on this machine.\n")


@pytest.mark.parametrize("seconds", ["0", "-5", "3601", "soon", "nan"])
def test_no_time_and_no_end_are_refused(tmp_path: Path, seconds: str) -> None:
    policy = tmp_path / "policy.yaml"
    policy.write_text(DRAFT, encoding="utf-8")
    said = _render(tmp_path, policy, f"--seconds={seconds}")
    assert said.returncode == 2
    told = f"{seconds} is no number of seconds to wait for; write one up to 3600, such as 300."
    assert told in _words(said.stderr)


def test_an_engine_that_there_is_not_is_told(tmp_path: Path) -> None:
    policy = tmp_path / "policy.yaml"
    policy.write_text(DRAFT, encoding="utf-8")
    said = _render(tmp_path, policy, "--engine", "browsr")
    assert said.returncode == 2
    assert "browsr is not known here. Did you mean browser?" in _words(said.stderr)


# ---- a PDF as Chromium writes it ---------------------------------------------------------------------------------


@pytest.mark.parametrize("pdf", [b"", b"%PDF-1.7\n", b"startxref\n9\n%%EOF", _another("x"), zlib.compress(b"x" * 99)])
def test_a_file_that_is_built_in_another_way_stays_as_it_is(pdf: bytes) -> None:
    facts = chromium_pdf.Facts("A", "B", "en", "C")
    assert chromium_pdf.pages_of_anchors(b"") == {}
    assert isinstance(chromium_pdf.complete(pdf, facts), bytes)
