"""A report and where it is wanted in; its words on standard output, and in files beside that, out."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from policyctl.cli.choosing import chosen
from policyctl.cli.streams import colourful, say, trouble, width

if TYPE_CHECKING:
    from policyctl.reporters import Report


class Format(StrEnum):
    """The formats of a report."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    JSONL = "jsonl"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class Copy:
    """A report that is written to a file, in a format of its own."""

    format: Format
    path: Path


def form_of(word: str | None) -> Format | None:
    """The format that `--format` asks for, if any."""
    return chosen(word, Format, "--format") if word is not None else None


def copies(wishes: Sequence[str]) -> tuple[Copy, ...]:
    """What `--report FORMAT=PATH` asks for; a wrong one is wrong usage, and no two may go to one file."""
    found = tuple(_copy(wish) for wish in wishes)
    paths = [os.path.realpath(copy.path) for copy in found]
    for copy, path in zip(found, paths, strict=True):
        if paths.count(path) > 1:
            raise _wrong(f"Two reports cannot go to one file, {copy.path}.")
    return found


def deliver(report: "Report", form: Format | None, wanted: Sequence[Copy], text: str | None = None) -> None:
    """Write to standard output what was found, to standard error what could not be checked, and then the files.

    `text` is what stands in the place of the text for people, if anything does.
    """
    from policyctl.reporters import Look
    from policyctl.reporters.formats import reporter

    look = Look(width(sys.stdout), colourful(sys.stdout))
    for name in (form,) if form else _usual():
        say(text if text is not None and name is Format.TEXT else reporter(name)(report, look))
    for error in report.troubles:
        trouble(error)
    if wanted:
        _write(report, wanted)


def _write(report: "Report", wanted: Sequence[Copy]) -> None:
    from policyctl.cli.files import replace_all
    from policyctl.reporters import Look
    from policyctl.reporters.formats import reporter

    files = {copy.path: reporter(copy.format)(report, Look()).encode() for copy in wanted}
    replace_all(files, sources=[Path(checked.file) for checked in report.files])


def _usual() -> tuple[Format, ...]:
    """What is written where no format is asked for: text, and in a job on GitHub marks for the pull request as well."""
    in_a_job = os.environ.get("GITHUB_ACTIONS") == "true"
    return (Format.TEXT, Format.GITHUB) if in_a_job else (Format.TEXT,)


def _copy(wish: str) -> Copy:
    word, equals, path = wish.partition("=")
    if not equals or not path:
        raise _wrong(f"{wish} names no file; write a format and a file, such as json=report.json.")
    if path == "-":
        raise _wrong(f"A report goes to a file; for standard output write --format {word}.")
    return Copy(chosen(word, Format, "--report"), Path(path))


def _wrong(words: str) -> typer.BadParameter:
    return typer.BadParameter(words, param_hint="--report")
