"""`policyctl validate`: the paths of policies in, everything there is to say about them out."""

import sys
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from policyctl.cli.finding_files import Gathered, gather
from policyctl.cli.streams import colourful, say, trouble, width
from policyctl.findings import Severity

FOUND = 1
COULD_NOT_RUN = 2


class Format(StrEnum):
    """The formats of a report."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"


def validate(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH", show_default=False, help="Files, folders, or - for standard input; policy.yaml if none."
        ),
    ] = None,
    format_: Annotated[
        Format, typer.Option("--format", help="For people, for editors, or for programs.")
    ] = Format.TEXT,
    fail_on: Annotated[Severity, typer.Option(help="What is grave enough for exit code 1.")] = Severity.ERROR,
    today: Annotated[
        str | None,
        typer.Option(metavar="DATE", show_default="today", help="The day to judge dates by, such as 2026-03-01."),
    ] = None,
) -> None:
    """Check policies and say what to mend, line by line.

    A folder is searched for policy.yaml and for files that end in .policy.yaml.

    \b
    Example:
      policyctl validate policy.yaml
    \b
    Exit codes: 0 in order, 1 problems found, 2 could not run.
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    from policyctl.cli.judging import judge
    from policyctl.reporters import REPORTERS, Look, Report

    day = day_of(today)
    gathered = gather(paths or [])
    report = Report(
        tuple(judge(document, day).validation for document in gathered.documents), fail_on, gathered.troubles
    )
    if gathered.documents or format_ is Format.JSON:
        say(REPORTERS[format_.value](report, Look(width(sys.stdout), colourful(sys.stdout))))
    raise typer.Exit(_code(gathered, valid=report.valid))


def day_of(text: str | None) -> date:
    """The day that was asked for, or today; a wrong one is wrong usage."""
    try:
        return date.fromisoformat(text) if text else date.today()  # noqa: DTZ011  The day where the user is.
    except ValueError as error:
        raise typer.BadParameter(f"{text} is not a date; write it like 2026-03-01.", param_hint="--today") from error


def _code(gathered: Gathered, *, valid: bool) -> int:
    for error in gathered.troubles:
        trouble(error)
    if gathered.troubles:
        return COULD_NOT_RUN
    return 0 if valid else FOUND
