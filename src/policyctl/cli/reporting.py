"""A report and where it is wanted in; its words on standard output, and in files beside that, out."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from policyctl.cli.streams import colourful, say, trouble, width

if TYPE_CHECKING:
    from policyctl.reporters import Report


class Format(StrEnum):
    """The formats of a report."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Copy:
    """A report that is written to a file, in a format of its own."""

    format: Format
    path: Path


def copies(wishes: Sequence[str]) -> tuple[Copy, ...]:
    """What `--report FORMAT=PATH` asks for; a wrong one is wrong usage, and no two may go to one file."""
    found = tuple(_copy(wish) for wish in wishes)
    paths = [copy.path.absolute() for copy in found]
    for copy in found:
        if paths.count(copy.path.absolute()) > 1:
            raise _wrong(f"Two reports cannot go to one file, {copy.path}.")
    return found


def deliver(report: "Report", form: Format, wanted: Sequence[Copy]) -> None:
    """Write to standard output what was found, to standard error what could not be checked, and then the files."""
    from policyctl.cli.files import replace_all
    from policyctl.reporters import REPORTERS, Look

    say(REPORTERS[form](report, Look(width(sys.stdout), colourful(sys.stdout))))
    for error in report.troubles:
        trouble(error)
    files = {copy.path: REPORTERS[copy.format](report, Look()).encode() for copy in wanted}
    replace_all(files, sources=[Path(checked.file) for checked in report.files])


def _copy(wish: str) -> Copy:
    word, equals, path = wish.partition("=")
    if not equals or not path:
        raise _wrong(f"Write a format and a file, such as json=report.json, and not {wish}.")
    if path == "-":
        raise _wrong(f"A report goes to a file; for standard output write --format {word}.")
    try:
        return Copy(Format(word.strip().casefold()), Path(path))
    except ValueError as error:
        near = get_close_matches(word.casefold(), list(Format), 1, 0.6)
        meant = f"Did you mean {near[0]}?" if near else f"Write one of {', '.join(Format)}."
        raise _wrong(f"There is no format called {word}. {meant}") from error


def _wrong(words: str) -> typer.BadParameter:
    return typer.BadParameter(words, param_hint="--report")
