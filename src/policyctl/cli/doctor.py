"""`policyctl doctor`: this machine in, what of policyctl's needs is there and what to install out."""

import platform
import sys
from collections.abc import Iterator
from typing import NamedTuple

import typer

from policyctl import __version__
from policyctl.cli.streams import say, width

MISSING = 1
FACES = 6
"""Fonts that travel with policyctl."""


class Need(NamedTuple):
    """Something that policyctl needs: its version, or what is wrong and what to do."""

    name: str
    found: str
    problem: str = ""


def doctor() -> None:
    """Say what of Python, YAML, PDF engine and fonts is there.

    \b
    Example:
      policyctl doctor
    \b
    Exit codes: 0 all is there, 1 something is missing.
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    needs = list(_needs())
    say("\n".join([f"policyctl {__version__}", *_lines(needs), "", _verdict(needs)]) + "\n")
    raise typer.Exit(MISSING if any(need.problem for need in needs) else 0)


def _needs() -> Iterator[Need]:
    yield Need("Python", platform.python_version())
    yield _yaml()
    yield _pdf()
    yield _fonts()


def _yaml() -> Need:
    try:
        from yaml._yaml import get_version_string
    except ImportError:
        return Need("YAML", "", "PyYAML or its libyaml is missing. Install it: pip install --force-reinstall pyyaml")
    return Need("YAML", f"libyaml {get_version_string()}")


def _pdf() -> Need:
    from policyctl.rendering.pdf import engine

    found = engine()
    return Need("PDF engine", found.versions, found.problem)


def _fonts() -> Need:
    from policyctl.resources import templates

    faces = sorted((templates() / "fonts").glob("*.ttf"))
    if len(faces) < FACES:
        return Need(
            "Fonts",
            "",
            "Some of policyctl's own are missing. Install it again: pip install --force-reinstall policyctl",
        )
    return Need("Fonts", ", ".join(sorted({face.stem.partition("-")[0] for face in faces})))


def _lines(needs: list[Need]) -> Iterator[str]:
    from policyctl.reporters.layout import columns

    return columns({need.name: need.problem or need.found for need in needs}, width(sys.stdout))


def _verdict(needs: list[Need]) -> str:
    missing = [need.name for need in needs if need.problem]
    if not missing:
        return "Everything is there. Next: policyctl init"
    return f"Not in order: {', '.join(missing)}. Install what is named above, then look again."
