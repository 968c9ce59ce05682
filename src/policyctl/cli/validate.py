"""`policyctl validate`: check policies and say what to mend."""

import dataclasses
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policyctl.cli import ExitCode
from policyctl.cli.options import choose, complete, parse_day, parse_reports
from policyctl.cli.paths import STANDARD_INPUT
from policyctl.cli.streams import print_error, terminal, write_err, write_out
from policyctl.errors import PolicyctlError
from policyctl.findings import Checked, Severity
from policyctl.reporters import REPORTERS, Report, show

if TYPE_CHECKING:
    from datetime import date

    from policyctl.cli.mending import Mender
    from policyctl.meaning.phrases import Speaker
    from policyctl.reporters.summary import Glance
    from policyctl.validation import Validation
    from policyctl.validation.baseline import Baseline

SEVERITIES = tuple(severity.value for severity in Severity)


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
            autocompletion=complete(lambda: REPORTERS),
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
    fix: Annotated[
        bool,
        typer.Option("--fix", show_default=False, help="Mend in the file what is certain, and show the difference."),
    ] = False,
    diff: Annotated[
        bool,
        typer.Option("--diff", show_default=False, help="Only show what --fix would change; nothing is written."),
    ] = False,
    fail_on: Annotated[
        str,
        typer.Option(
            metavar="SEVERITY",
            show_default=False,
            autocompletion=complete(lambda: SEVERITIES),
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

    --fix mends slips of the pen: a misspelt key, a missing space, curly quotation marks, a tab, a text that YAML
    misreads. Every other byte stays. With - the mended text goes to standard output, and the report to standard error.

    \b
    Example:
      policyctl validate policy.yaml
      policyctl validate policies --report sarif=policies.sarif
      policyctl validate policy.yaml --summary
      policyctl validate policy.yaml --against main
      policyctl validate policy.yaml --fix
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
    from policyctl.cli.checking import check, deliver, exit_code
    from policyctl.cli.git_history import history
    from policyctl.cli.paths import is_one_file
    from policyctl.reporters.summary import glance
    from policyctl.reporters.summary import summary as sum_up

    form = choose(format_, REPORTERS, "--format") if format_ is not None else None
    files, day = parse_reports(report or [], "--report"), parse_day(today, "--today")
    if summary and form not in (None, "text"):
        raise typer.BadParameter("A summary is text for people; leave out --format.", param_hint="--summary")
    if fix or diff:
        others = {"--format": form, "--report": files, "--summary": summary, "--write-baseline": write_baseline}
        _refuse_with_fix(paths or [], form, diff=diff, others=others)
    least = Severity(choose(fail_on, SEVERITIES, "--fail-on"))
    glances: list[Glance] = []

    def look_at(validation: "Validation") -> None:
        glances.append(glance(validation))

    before = history(against, may_be_new=not is_one_file(paths or [])) if against is not None else None
    mender = _mender(day, baseline, write=not diff) if fix or diff else None
    found = check(paths or [], day, least, before, look_at if summary else None, judge=mender.judge if mender else None)
    if write_baseline:
        _write_baseline(found, write_baseline)
        return
    found = _only_new(found, baseline) if baseline else found
    if mender and diff:
        raise typer.Exit(_show_difference(mender, found))
    write = _tell_what_was_mended(mender, paths or [], form) if mender else write_out
    deliver(found, form, files, sum_up(glances, day, terminal(), _speaker) if summary else None, write)
    raise typer.Exit(exit_code(found))


def _refuse_with_fix(paths: list[str], form: str | None, *, diff: bool, others: Mapping[str, object]) -> None:
    """Refuse what makes no sense together with --fix or --diff, each in a sentence."""
    if others["--write-baseline"]:
        raise typer.BadParameter("Mend first, then accept the rest without it.", param_hint="--write-baseline")
    if diff and (unfit := next((name for name, given in others.items() if given), None)):
        raise typer.BadParameter(f"The difference is shown alone; leave out {unfit}.", param_hint="--diff")
    if STANDARD_INPUT in paths and not diff:
        if len(set(paths)) > 1:
            raise typer.BadParameter("Standard input is mended alone; leave out the files.", param_hint="--fix")
        if form not in (None, "text"):
            message = "What comes in on standard input goes out mended; leave out --format, or use --report."
            raise typer.BadParameter(message, param_hint="--fix")


def _mender(today: "date", baseline: Path | None, *, write: bool) -> "Mender":
    """What mends each policy, and leaves alone what the baseline accepts."""
    from policyctl.cli.mending import Mender

    if baseline is None:
        return Mender(today, write)
    from policyctl.validation.baseline import accepted_in

    accepted = _accepted(baseline)
    return Mender(today, write, lambda file: accepted_in(_way_from(baseline, file), accepted))


def _show_difference(mender: "Mender", report: Report) -> int:
    """Show what would change; exit code 1 where anything would, or where what is left fails."""
    from policyctl.cli.checking import exit_code
    from policyctl.cli.mending import show_difference

    show_difference(mender, report, terminal())
    for error in report.troubles:
        print_error(error)
    code = exit_code(report)
    return ExitCode.FOUND if code is ExitCode.OK and mender.done else code


def _tell_what_was_mended(mender: "Mender", paths: list[str], form: str | None) -> Callable[[str], None]:
    """Say what was mended; gives the stream on which the report is to follow."""
    from policyctl.cli.mending import print_mended, tell_what_was_mended

    if STANDARD_INPUT in paths:
        print_mended(mender)
        return write_err
    tell_what_was_mended(mender, terminal(), with_difference=form in (None, "text"))
    return write_out


def _speaker(language: str) -> "Speaker":
    """The language of a policy; whoever writes in English does not pay for the others."""
    from policyctl.meaning.phrases import ENGLISH

    if not language or language.casefold().startswith("en"):
        return ENGLISH
    from policyctl.rendering.language import Language

    found = Language(language)
    return found if found.translations.info() else ENGLISH


def _accepted(path: Path) -> "Baseline":
    """What a baseline accepts."""
    from policyctl.files import read_file
    from policyctl.validation.baseline import LARGEST, from_json

    data = read_file(path, LARGEST + 1)
    if len(data) > LARGEST:
        raise PolicyctlError(
            f"{path} is larger than {LARGEST // 1_000_000} MB.", hint="Mend some of what it accepts, and write it anew."
        )
    return from_json(data.decode("utf-8", "replace"), str(path))


def _only_new(report: Report, path: Path) -> Report:
    """The report without what the baseline accepts, and with what it accepts in vain."""
    from policyctl.validation import baseline

    accepted = _accepted(path)
    found = baseline.compare(_from_folder_of(path, report), accepted)
    unused = (found.unused,) if found.unused else ()
    return dataclasses.replace(report, files=(*found.files, *unused), accepted=found.accepted, baseline=str(path))


def _write_baseline(report: Report, path: Path) -> None:
    """Accept all that was found; refuses where not every policy was judged, since a baseline accepts the whole."""
    from policyctl.cli.checking import deliver
    from policyctl.cli.paths import is_named_as_policy
    from policyctl.outputs import replace_all
    from policyctl.validation import baseline

    if report.unread or report.troubles:
        deliver(report)
        raise PolicyctlError(
            "Not every policy could be read and judged, so no baseline was written.",
            hint="Mend what is told above first.",
        )
    text = baseline.to_json(_from_folder_of(path, report))
    policies = [Path(each.file) for each in report.files]
    replace_all({path: text.encode()}, sources=[*policies, *([path] if is_named_as_policy(path.name) else [])])
    name, count = show(str(path)), len(report.findings)
    write_out(f"{name} accepts {'1 finding' if count == 1 else f'{count} findings'} from now on.\n")
    write_out(f"Next: policyctl validate --baseline {name}\n")


def _from_folder_of(path: Path, report: Report) -> Mapping[str, Checked]:
    """Each file by its way from the folder of the baseline, so that it does not matter where policyctl is started."""
    return {_way_from(path, checked.file): checked for checked in report.files}


def _way_from(baseline: Path, file: str) -> str:
    return Path(os.path.relpath(file, baseline.parent)).as_posix()
