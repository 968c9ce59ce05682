"""`policyctl validate`: the paths of policies in, everything there is to say about them out."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policyctl.cli.choosing import chosen, completed
from policyctl.cli.reporting import Format, deliver, exit_code
from policyctl.cli.streams import say
from policyctl.cli.wishes import copies, form_of
from policyctl.findings import Severity

if TYPE_CHECKING:
    from policyctl.cli.earlier import Earlier
    from policyctl.cli.glancing import Glances
    from policyctl.reporters import Report


def validate(  # noqa: PLR0913, PLR0917  Each option is an argument.
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH", show_default=False, help="Files, folders, or - for standard input; policy.yaml if none."
        ),
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            show_default=False,
            autocompletion=completed(Format),
            help="What to print, as listed above; text unless told.",
        ),
    ] = None,
    report: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FORMAT=PATH", show_default=False, help="Write a report to a file as well; as often as you like."
        ),
    ] = None,
    summary: Annotated[
        bool,
        typer.Option(
            "--summary", show_default=False, help="The policy at a glance, to paste into a mail or a meeting."
        ),
    ] = False,
    against: Annotated[
        str | None,
        typer.Option(
            metavar="EARLIER", show_default=False, help="What it was before, a file or a revision of git: what changed?"
        ),
    ] = None,
    fail_on: Annotated[
        str,
        typer.Option(
            metavar="SEVERITY",
            show_default=False,
            autocompletion=completed(Severity),
            help="The least that gives exit code 1: error, warning or info; error unless told.",
        ),
    ] = Severity.ERROR.value,
    today: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", show_default=False, help="The day to judge by, such as 2026-03-01; today unless told."
        ),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", show_default=False, help="Leave out what this file accepts; tell what is new."),
    ] = None,
    write_baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", show_default=False, help="Accept all that is found today, in this file."),
    ] = None,
) -> None:
    """Check policies and say what to mend, line by line.

    A folder is searched for policy.yaml and for files that end in .policy.yaml.

    \b
    Example:
      policyctl validate policy.yaml
      policyctl validate policies --report sarif=policies.sarif
      policyctl validate policy.yaml --summary
      policyctl validate policy.yaml --against main
    \b
    Formats:
      text      for people: each finding, its line, and what to write instead
      concise   one line for each finding, for editors and searching
      json      everything, for programs
      jsonl     the same, one line for each finding
      github    marks in a pull request on GitHub; there they come with text
      gitlab    Code Quality, for a merge request on GitLab
      sarif     code scanning
      junit     test results, for Jenkins and others
      markdown  a summary, for the page of a job
    \b
    Exit codes: 0 in order, 1 problems found, 2 could not run.
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    from policyctl.cli.checking import check

    form, wanted, day = form_of(format_), copies(report or []), day_of(today)
    if summary and form not in (None, Format.TEXT):
        raise typer.BadParameter("A summary is text for people; leave out --format.", param_hint="--summary")
    before = _earlier(against) if against is not None else None
    glances = _glances(day) if summary else None
    found = check(paths or [], day, chosen(fail_on, Severity, "--fail-on"), before, glances)
    if write_baseline:
        raise typer.Exit(_accept(found, write_baseline))
    found = _only_new(found, baseline) if baseline else found
    deliver(found, form, wanted, glances.text() if glances else None)
    raise typer.Exit(exit_code(found))


def day_of(text: str | None) -> date:
    """The day that was asked for, or today; a wrong one is wrong usage."""
    try:
        return date.fromisoformat(text) if text else date.today()  # noqa: DTZ011  The day where the user is.
    except ValueError as error:
        raise typer.BadParameter(f"{text} is not a date; write it like 2026-03-01.", param_hint="--today") from error


def _glances(day: date) -> "Glances":
    from policyctl.cli.glancing import Glances

    return Glances(day)


def _earlier(against: str) -> "Earlier":
    from policyctl.cli.earlier import earlier

    return earlier(against)


def _only_new(report: "Report", baseline: Path) -> "Report":
    from policyctl.cli.baselines import only_new

    return only_new(report, baseline)


def _accept(report: "Report", baseline: Path) -> int:
    """Write what was found into a baseline; what could not be read or judged is told, and nothing is written."""
    from policyctl.cli.baselines import write
    from policyctl.reporters import show

    if report.unread or report.troubles:
        deliver(report, None, ())
    write(report, baseline)
    name, count = show(str(baseline)), len(report.findings)
    say(f"{name} accepts {'1 finding' if count == 1 else f'{count} findings'} from now on.\n")
    say(f"Next: policyctl validate --baseline {name}\n")
    return 0
