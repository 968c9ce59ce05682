"""Check the policies that a command line means, and report on them; of each only what was found is kept."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from policyctl.cli import ExitCode
from policyctl.cli.crash import CrashError, write_crash_report
from policyctl.cli.paths import STANDARD_INPUT, find_policies, is_named_as_policy, read_policy
from policyctl.cli.streams import print_error, terminal, write_out
from policyctl.errors import PolicyctlError
from policyctl.findings import Checked, Severity
from policyctl.library import validate
from policyctl.reporters import Look, Project, Report, reporter
from policyctl.validation import Validation

if TYPE_CHECKING:
    from policyctl.cli.git_history import History
    from policyctl.schema import Policy

    Judge = Callable[[str, str, bytes, Policy | None], Validation]

MANY = 100
"""Policies from which on it pays to check several at once: to begin with that takes as long as some twenty of them."""


def check_without_options(paths: Sequence[str]) -> int:
    """As `policyctl validate` without any option; gives its exit code."""
    report = check(paths, date.today(), Severity.ERROR)  # noqa: DTZ011  The day where the user is.
    deliver(report)
    return exit_code(report)


def check(  # noqa: PLR0913  What a run is told, each by its name.
    paths: Sequence[str],
    today: date,
    fail_on: Severity,
    before: "History | None" = None,
    look_at: Callable[[Validation], None] | None = None,
    *,
    judge: "Judge | None" = None,
) -> Report:
    """Check policy by policy.

    `before` gives what each of them is compared with; `look_at` sees each before it goes. `judge` reads and judges a
    policy otherwise than usual.
    """
    names = tuple(find_policies(paths))
    if len(names) < MANY or before or look_at or judge:
        results = [result for name in names for result in _check_one(name, today, before, look_at, judge)]
    else:
        results = [*_check_many(names, today)]
    files = tuple(result for result in results if isinstance(result, Checked))
    troubles = tuple(result for result in results if isinstance(result, PolicyctlError))
    return Report(files, fail_on, troubles, _project())


def _check_one(
    name: str | PolicyctlError,
    today: date,
    before: "History | None" = None,
    look_at: Callable[[Validation], None] | None = None,
    judge: "Judge | None" = None,
) -> Iterator[Checked | PolicyctlError]:
    """What was found in a policy; where its former text cannot be read, that error comes first."""
    if isinstance(name, PolicyctlError):
        yield name
        return
    try:
        data, shown = read_policy(name)
    except PolicyctlError as error:
        yield error
        return
    former = None
    try:
        former = before(shown) if before else None
    except PolicyctlError as error:
        yield error
    try:
        if judge:
            validation = judge(name, shown, data, former)
        else:
            validation = validate(data, name=shown, today=today, before=former)
        if look_at:
            look_at(validation)
    except PolicyctlError as error:
        yield error
    except Exception as error:  # noqa: BLE001  What nobody foresaw in one policy keeps no other from being checked.
        yield write_crash_report(error, about=shown)
    else:
        yield validation.checked


def _check_many(names: Sequence[str | PolicyctlError], today: date) -> Iterator[Checked | PolicyctlError]:
    """The same in several processes; standard input is read in this one, where it is open."""
    from policyctl.cli.pool import map_in_processes

    check_here = partial(_check_by_name, today=today)
    here = {name: check_here(name) for name in names if name == STANDARD_INPUT}
    elsewhere = map_in_processes(check_here, [n for n in names if isinstance(n, str) and n not in here], _broken_off)
    for name in names:
        if isinstance(name, PolicyctlError):
            yield name
        else:
            yield here[name] if name in here else next(elsewhere)


def _check_by_name(name: str, today: date) -> Checked | PolicyctlError:
    (result,) = _check_one(name, today)
    return result


def _broken_off(name: str) -> CrashError:
    return CrashError(f"The process that checked {name} broke down.", hint="Check it alone, and report what you see.")


def _project() -> Project:
    """The folder that is under version control, or this one: other services name files from there."""
    try:
        here = Path.cwd()
    except OSError:
        return Project()  # It was deleted meanwhile; what is named by its whole way can be checked all the same.
    top = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
    return Project(str(top), str(here))


def exit_code(report: Report) -> ExitCode:
    """Where something could not be checked, that counts for more than anything that was found."""
    if any(isinstance(error, CrashError) for error in report.troubles):
        return ExitCode.CRASHED
    if report.troubles:
        return ExitCode.COULD_NOT_RUN
    return ExitCode.OK if report.valid else ExitCode.FOUND


def deliver(
    report: Report,
    form: str | None = None,
    files: Mapping[Path, str] | None = None,
    text: str | None = None,
    write: Callable[[str], None] = write_out,
) -> None:
    """Write to standard output what was found, to standard error what could not be checked, and then the files.

    `files` has the format of each; `text` is what stands in the place of the text for people, if anything does. `write`
    is where the report goes instead, where standard output is needed for something else.
    """
    for name in (form,) if form else _default_formats():
        write(text if text is not None and name == "text" else reporter(name)(report, terminal()))
    for error in report.troubles:
        print_error(error)
    if files:
        from policyctl.outputs import replace_all

        written = {path: reporter(name)(report, Look()).encode() for path, name in files.items()}
        policies = [Path(checked.file) for checked in report.files]
        replace_all(written, sources=[*policies, *(path for path in files if is_named_as_policy(path.name))])


def _default_formats() -> tuple[str, ...]:
    """Text, and in a job on GitHub marks for the pull request as well."""
    in_a_job = os.environ.get("GITHUB_ACTIONS") == "true"
    return ("text", "github") if in_a_job else ("text",)
