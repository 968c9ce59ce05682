"""`policyctl doctor`: look for everything that policyctl needs on this machine."""

import platform
import shutil
import sys
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import typer

from policyctl import __version__
from policyctl.cli import ExitCode
from policyctl.cli.streams import width, write_out

PACKAGES: Mapping[str, str] = {
    "pydantic": "reads the language of policies",
    "PyYAML": "reads YAML",
    "pyphen": "counts syllables",
    "pystemmer": "finds the stems of words",
    "typer": "reads the command line",
    "Jinja2": "fills the templates of documents",
    "markdown-it-py": "reads the Markdown in a policy",
    "babel": "writes dates and amounts as each language does",
    "weasyprint": "makes PDFs",
    "pillow": "reads logos",
    "tinycss2": "knows the names of colours",
    "fonttools": "reads typefaces of your own",
    "brotli": "unpacks them",
}
"""Every package that policyctl depends on, with what it is for."""

OPTIONAL: Mapping[str, str] = {
    "python-docx": "makes Word files",
    "starlette": "answers a browser for `preview`",
    "uvicorn": "does so over a connection of this machine",
    "watchfiles": "notices a save for `preview` and `render --watch`",
}
"""Every package that policyctl does without unless somebody asks for what it is for."""

FACES = 6
"""Fonts that travel with policyctl."""

_SUBSETTING = ("libharfbuzz-subset.so.0", "harfbuzz-subset", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll")
"""The names by which WeasyPrint asks for the library, one a system."""


class Need(NamedTuple):
    """Something that policyctl needs: its version and what it is for, or what is wrong and what to do."""

    name: str
    found: str
    problem: str = ""


def doctor() -> None:
    """Look for everything that policyctl needs.

    Names each thing with its version and what it is for, or says how to install what is missing.

    \b
    Example:
      policyctl doctor
    \b
    Exit codes: 0 all is there, 1 something is missing.
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    from policyctl.reporters.layout import columns

    needs = list(_needs())
    missing = [need.name for need in needs if need.problem]
    verdict = "Everything is there. Next: policyctl init"
    if missing:
        verdict = f"Not in order: {', '.join(missing)}. Install what is named above, then look again."
    lines = columns({need.name: need.problem or need.found for need in needs}, width(sys.stdout))
    write_out("\n".join([f"policyctl {__version__}", *lines, "", verdict]) + "\n")
    raise typer.Exit(ExitCode.FOUND if missing else ExitCode.OK)


def _needs() -> Iterator[Need]:
    yield Need("Python", f"{platform.python_version()}, runs policyctl")
    yield from (_package(name, purpose) for name, purpose in PACKAGES.items())
    yield from (_optional(name, purpose) for name, purpose in OPTIONAL.items())
    yield _libyaml()
    browser = _browser()
    engine = _pdf_engine()
    if engine.problem and not browser.problem:
        # Nothing is wrong where something else makes PDFs; the other library is of use to this engine alone.
        yield Need(engine.name, f"{engine.problem} Until then a browser prints PDFs.")
    else:
        yield engine
        yield _font_subsetting()
    yield browser._replace(problem="", found=browser.found or f"{browser.problem} Only `--engine browser` needs one.")
    yield _fonts()
    yield _git()


def _package(name: str, purpose: str) -> Need:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return Need(name, f"{version(name)}, {purpose}")
    except PackageNotFoundError:
        return Need(name, "", f"It is missing; it {purpose}. Install it: pip install {name}")


def _optional(name: str, purpose: str) -> Need:
    """Nothing is wrong without it."""
    found = _package(name, purpose)
    return found._replace(
        found=found.found or f"is not there; it {purpose}. Install it: pip install {name}", problem=""
    )


def _libyaml() -> Need:
    try:
        from yaml._yaml import get_version_string
    except ImportError:
        problem = "PyYAML has none, and without it no policy is read. Install it: pip install --force-reinstall pyyaml"
        return Need("libyaml", "", problem)
    return Need("libyaml", f"{get_version_string()}, reads YAML for PyYAML")


def _pdf_engine() -> Need:
    from policyctl.rendering.pdf import engine

    found = engine()
    return Need("PDF engine", f"{found.versions}, lays out pages for WeasyPrint", found.problem)


def _browser() -> Need:
    from policyctl.rendering.browser import find

    found = find()
    purpose = "prints PDFs where WeasyPrint cannot, or with `--engine browser`"
    return Need("browser", f"{found.name} {found.version}, {purpose}" if found.version else "", found.problem)


def _font_subsetting() -> Need:
    """Without the library WeasyPrint takes another way to the same page, and the bytes of the PDF are others."""
    from ctypes import CDLL

    purpose = "keeps only the letters that a PDF needs"
    for name in _SUBSETTING:
        try:
            CDLL(name)
        except OSError:
            continue
        return Need("HarfBuzz subset", f"{name}, {purpose}")
    problem = (
        f"The library that {purpose} is missing, so PDFs are larger, and not the same as on other machines. "
        "On Debian or Ubuntu: apt install libharfbuzz-subset0; on macOS: brew install harfbuzz; on Fedora: dnf install "
        "harfbuzz."
    )
    return Need("HarfBuzz subset", "", problem)


def _fonts() -> Need:
    from policyctl.resources import templates

    faces = sorted((templates() / "fonts").glob("*.ttf"))
    if len(faces) < FACES:
        return Need("Fonts", "", "Some of policyctl's own are missing. Install policyctl again.")
    return Need("Fonts", f"{', '.join(sorted({face.stem.partition('-')[0] for face in faces}))}, travel with policyctl")


def _git() -> Need:
    """Nothing is wrong without it: it is asked for by one option alone."""
    there = "is there" if shutil.which("git") else "is not there"
    return Need("git", f"{there}; only `validate --against` needs it, to look up what a policy was before")
