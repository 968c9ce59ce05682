"""A browser that is installed prints the page, where WeasyPrint cannot be or is not to be used.

It is Edge, Chrome, Chromium or Brave, run without a window and without the network, in a profile that is thrown away;
`browser_worker.py` watches it, and ends with us. A browser knows not on which page something stands. So the page is
printed twice: the first PDF tells the pages, and the second one names them in its contents, heads and tabs.
"""

import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from policyctl.errors import PolicyctlError
from policyctl.rendering import chromium_pdf, html, pdf
from policyctl.rendering.job import Job
from policyctl.rendering.screen import on_paper
from policyctl.rendering.stylesheet import escape_css

_WORKER = Path(__file__).with_name("browser_worker.py")
OLDEST = 131
"""The first version that prints what stands in the margins of a page."""

_ASKING = 20.0
"""Seconds that a browser may take to tell its version."""

_PASSES = 4
"""How often the page is printed at most until every page number in it is right."""


class Kind(NamedTuple):
    """A kind of browser: its commands on Linux, its place in a folder of programs on macOS, and on Windows."""

    name: str
    commands: tuple[str, ...]
    app: str
    exe: str


KINDS = (
    Kind(
        "Chromium",
        ("chromium", "chromium-browser"),
        "Chromium.app/Contents/MacOS/Chromium",
        "Chromium/Application/chrome.exe",
    ),
    Kind(
        "Chrome",
        ("google-chrome-stable", "google-chrome"),
        "Google Chrome.app/Contents/MacOS/Google Chrome",
        "Google/Chrome/Application/chrome.exe",
    ),
    Kind(
        "Edge",
        ("microsoft-edge-stable", "microsoft-edge"),
        "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "Microsoft/Edge/Application/msedge.exe",
    ),
    Kind(
        "Brave",
        ("brave-browser", "brave"),
        "Brave Browser.app/Contents/MacOS/Brave Browser",
        "BraveSoftware/Brave-Browser/Application/brave.exe",
    ),
)
"""The browsers that can print, those first that change least of a page."""

_FOLDERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "darwin": ("/Applications", "{HOME}/Applications"),
        "win32": ("{PROGRAMFILES}", "{PROGRAMFILES(X86)}", "{LOCALAPPDATA}"),
    }
)
"""Where programs are by the system, with the variables of its environment; on any other they are on the PATH."""

OPTIONS = (
    "--headless",
    # What it prints: the page alone, with an outline and tags.
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
    "--export-tagged-pdf",
    # No network: no name is found, every address leads to a proxy that is not there, and nobody phones home.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=socks5://127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-client-side-phishing-detection",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-features=DialMediaRouteProvider,MediaRouter,OptimizationHints,Translate",
    "--disable-sync",
    "--metrics-recording-only",
    "--no-pings",
    # Nothing of the machine: no extension, no keychain, no report of a crash, no graphics card, no shared memory.
    "--disable-extensions",
    "--disable-breakpad",
    "--disable-crash-reporter",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--hide-scrollbars",
    "--mute-audio",
    "--no-default-browser-check",
    "--no-first-run",
    "--password-store=basic",
    "--use-mock-keychain",
)
"""How a browser is told to print and to do nothing else."""

NONE_FOUND = "There is no Chromium, Chrome, Edge or Brave on this machine that prints PDFs."
_GET_ONE = "Install one of them, or Pango, with which WeasyPrint makes PDFs; policyctl doctor says how."
_OTHERWISE = "Try it with --engine weasyprint, or print it as HTML and from there with your browser."
_SNAP = (
    "It is a snap, which may not read where the page is laid for it: install Chrome or Edge as a package, or take "
    "--engine weasyprint."
)
_BOX = "Let programs make user namespaces, or install its sandbox (chromium-sandbox); or take --engine weasyprint."


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser on this machine, or why there is none that prints."""

    name: str = ""
    program: Path = Path()
    version: str = ""
    problem: str = ""

    def __str__(self) -> str:
        return f"{self.name} {self.version.partition('.')[0]}"

    @property
    def is_snap(self) -> bool:
        """Whether it is shut off from most folders by the way in which it was installed."""
        return "snap" in self.program.resolve().parts or _starts_snap(self.program)


def places(system: str, variables: Mapping[str, str]) -> Iterator[tuple[str, Path]]:
    """Every browser that is there, by its name, in the order in which they are tried."""
    for kind in KINDS:
        for place in _places(kind, system, variables):
            if place.is_file():
                yield kind.name, place


def _places(kind: Kind, system: str, variables: Mapping[str, str]) -> Iterator[Path]:
    if system not in _FOLDERS:
        found = (shutil.which(command, path=variables.get("PATH", "")) for command in kind.commands)
        yield from (Path(place) for place in found if place)
        return
    upper = {name.upper(): value for name, value in variables.items()}
    for folder in _FOLDERS[system]:
        needed = re.findall(r"\{(.*?)\}", folder)
        if all(upper.get(name) for name in needed):
            base = re.sub(r"\{(.*?)\}", lambda found: upper[found[1]], folder)
            yield Path(base) / (kind.exe if system == "win32" else kind.app)


def find() -> Browser:
    """The first browser on this machine that tells its version and is new enough."""
    problem = NONE_FOUND
    for name, program in places(sys.platform, os.environ):
        version = _version(program)
        if version and int(version.partition(".")[0]) >= OLDEST:
            return Browser(name, program, version)
        problem = f"{name} {version} is too old to print PDFs: update it." if version else f"{name} does not start."
    return Browser(problem=problem)


def _version(program: Path) -> str:
    """The version of a browser; on Windows, where it would open a window to tell it, by a folder beside it."""
    if sys.platform == "win32":
        names = [each.name for each in program.parent.iterdir() if re.fullmatch(r"\d+(\.\d+)+", each.name)]
        return max(names, key=lambda name: [int(part) for part in name.split(".")], default="")
    try:
        told = pdf.run_worker({"command": [str(program), "--version"]}, seconds=_ASKING, worker=_WORKER).versions
    except OSError:
        return ""
    found = re.search(r"\d+(\.\d+)+", told)
    return found[0] if found else ""


def _starts_snap(program: Path) -> bool:
    """Whether the program is a script that starts a snap, as the package of some systems is."""
    try:
        with program.open("rb") as file:
            beginning = file.read(4000)
    except OSError:
        return False
    return beginning.startswith(b"#!") and b"/snap/bin/" in beginning


# ---- the page, and its pages -----------------------------------------------------------------------------------


def finish(page: str, job: Job) -> bytes:
    """Print the page with a browser; with the same browser and fonts the same page gives the same bytes."""
    browser = find()
    if browser.problem:
        raise PolicyctlError(browser.problem, hint=_GET_ONE)
    page = on_paper(page)
    told = _read(page)
    if told.leads_away:
        raise PolicyctlError("The HTML template sends its reader elsewhere.", hint="Leave out <meta http-equiv>.")
    pages: dict[str, int] = {}
    total, printed = 0, b""
    for number in range(1, _PASSES + 1):
        if job.progress:
            job.progress(f"{browser}, time {number}")
        style, tabs = numbers(told, pages, total)
        # A tab would keep a page that is not needed any more: every other time there are none.
        with_tabs = number % 2 == 0
        printed = _print(browser, html.for_browser(page, job, (style, tabs if with_tabs else "")), job, told)
        found = chromium_pdf.pages_of_anchors(printed), chromium_pdf.count_pages(printed)
        if not told.has_numbers or (with_tabs and found == (pages, total)):
            break
        pages, total = found
    facts = chromium_pdf.Facts(told.title, told.author, job.view.language, f"Chromium {browser.version}")
    return chromium_pdf.complete(printed, facts)


@dataclass
class _Told(HTMLParser):
    """What a page tells about itself: its title and author, and the chapters that its heads and tabs name."""

    title: str = ""
    author: str = ""
    chapters: list[tuple[str, str, str]] = field(default_factory=list)
    has_numbers: bool = False
    leads_away: bool = False
    _inside: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what begins."""
        attributes = {name: value or "" for name, value in attrs}
        classes = attributes.get("class", "").split()
        if tag == "meta":
            self.leads_away |= "http-equiv" in attributes
            self.author = attributes["content"] if attributes.get("name") == "author" else self.author
        elif tag == "title":
            self._inside = "title"
        elif tag == "h2" and "id" in attributes:
            self.chapters.append((attributes["id"], "", ""))
        elif tag == "span" and self.chapters and {"no", "t"} & set(classes):
            self._inside = next(iter({"no", "t"} & set(classes)))
        self.has_numbers |= "to" in classes or "find" in classes

    def handle_endtag(self, tag: str) -> None:
        """Note what ends."""
        if tag in {"title", "span", "h2"}:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        """Keep the words of a title, of a chapter or of its number."""
        if self._inside == "title":
            self.title += data
        elif self._inside:
            anchor, number, name = self.chapters[-1]
            self.chapters[-1] = (anchor, number + data, name) if self._inside == "no" else (anchor, number, name + data)


def _read(page: str) -> _Told:
    told = _Told()
    told.feed(page)
    told.close()
    told.chapters = [(anchor, number.strip(), name) for anchor, number, name in told.chapters if name]
    return told


def numbers(told: _Told, pages: Mapping[str, int], total: int) -> tuple[str, str]:
    """Write the style with the pages of what is linked and the heads of the pages, and the tabs at their edges.

    Where the pages are not known yet, their places are kept.
    """
    if not told.has_numbers:
        return "", ""
    rules = [
        ".find li { padding-left: 11mm !important; text-indent: -11mm }",
        '.find a::before { content: "00" }',
        '.to::after { content: " " attr(data-page) "\\a0 00" }',
    ]
    for anchor, page in pages.items():
        target = f'[href="#{escape_css(anchor)}"]'
        rules += [f'.find a{target}::before {{ content: "{page}" }}']
        rules += [f'.to{target}::after {{ content: " " attr(data-page) "\\a0 {page}" }}']
    chapters = _chapters(told, pages, total)
    if any(chapters):
        names = " ".join(f'"{escape_css(chapter[2]) if chapter else ""}"' for chapter in chapters)
        rules += [f"@counter-style chapter {{ system: fixed; symbols: {names} }}"]
        rules += ["@page { @top-right { content: counter(page, chapter) } }"]
    tabs = "".join(_tab(page, chapter[1]) for page, chapter in enumerate(chapters) if chapter)
    return "@media print {\n" + "\n".join(rules) + "\n}\n", tabs


def _chapters(told: _Told, pages: Mapping[str, int], total: int) -> list[tuple[str, str, str] | None]:
    """The chapter of each page: the first that begins there, or the last before it."""
    chapters: list[tuple[str, str, str] | None] = []
    last = None
    begin: dict[int, list[tuple[str, str, str]]] = {}
    for chapter in told.chapters:
        begin.setdefault(pages.get(chapter[0], 0), []).append(chapter)
    for page in range(1, total + 1):
        beginning = begin.get(page, [])
        chapters.append(beginning[0] if beginning else last)
        last = beginning[-1] if beginning else last
    return chapters


def _tab(page: int, number: str) -> str:
    place = (int(number) - 1) % 18 if number.isdecimal() else 0
    style = f"top:calc(var(--sheet) * {page} + var(--tabs) * {place})"
    return f'<p class="edge-tab" aria-hidden="true" style="{style}">{number}</p>\n'


# ---- the browser -----------------------------------------------------------------------------------------------


def _print(browser: Browser, page: bytes, job: Job, told: _Told) -> bytes:
    try:
        request = {"command": [str(browser.program), *_options()], "html": page.decode(), "seconds": job.seconds}
        result = pdf.run_worker(request, seconds=job.seconds, worker=_WORKER)
    except OSError as error:
        result = pdf.WorkerResult(failed="system", why=error.strerror or "")
    if result.timed_out:
        raise pdf.out_of_time(job.seconds)
    if result.failed == "system":
        raise PolicyctlError(f"{browser} could not be started: {result.why}.", hint=_OTHERWISE)
    if result.failed == "sandbox":
        raise PolicyctlError(f"{browser} finds no sandbox on this machine, without which it does not run.", hint=_BOX)
    if not result.finished or chromium_pdf.title(result.output) != " ".join(told.title.split()):
        otherwise = _SNAP if browser.is_snap else _OTHERWISE
        raise PolicyctlError(f"{browser} ended without having printed the page.", hint=otherwise)
    return result.output


def _options() -> tuple[str, ...]:
    """The options, with one more where Chromium does not start without it: its sandbox refuses root."""
    is_root = sys.platform == "linux" and os.geteuid() == 0
    return (*OPTIONS, "--no-sandbox") if is_root else OPTIONS
