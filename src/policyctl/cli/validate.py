"""`policyctl validate`: the paths of policies in, everything there is to say about them out."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from policyctl.cli.reporting import Format, copies, deliver
from policyctl.findings import Severity

if TYPE_CHECKING:
    from policyctl.reporters import Report

FOUND = 1
COULD_NOT_RUN = 2


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
    report: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FORMAT=PATH", show_default=False, help="Write a report to a file as well; may be given repeatedly."
        ),
    ] = None,
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
    from policyctl.cli.checking import check

    wanted = copies(report or [])
    found = check(paths or [], day_of(today), fail_on)
    deliver(found, format_, wanted)
    raise typer.Exit(_code(found))


def day_of(text: str | None) -> date:
    """The day that was asked for, or today; a wrong one is wrong usage."""
    try:
        return date.fromisoformat(text) if text else date.today()  # noqa: DTZ011  The day where the user is.
    except ValueError as error:
        raise typer.BadParameter(f"{text} is not a date; write it like 2026-03-01.", param_hint="--today") from error


def _code(report: "Report") -> int:
    if report.troubles:
        return COULD_NOT_RUN
    return 0 if report.valid else FOUND
