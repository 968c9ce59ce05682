"""A report and where it is wanted in; its words on standard output, and in files beside that, out."""

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

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


class Copy(NamedTuple):
    """A report that is written to a file, in a format of its own."""

    format: Format
    path: Path


FOUND = 1
COULD_NOT_RUN = 2


def exit_code(report: "Report") -> int:
    """0 where all is well, 1 where something was found that is grave enough, 2 where something could not be checked."""
    if report.troubles:
        return COULD_NOT_RUN
    return 0 if report.valid else FOUND


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
