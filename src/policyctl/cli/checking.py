"""The paths of a command line in, a report on every policy that they mean out; of each only what was found is kept."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from policyctl.cli.finding_files import Document, names, read
from policyctl.cli.judging import judge
from policyctl.cli.reporting import deliver, exit_code
from policyctl.errors import PolicyctlError
from policyctl.findings import Checked, Severity
from policyctl.reporters import Project, Report
from policyctl.schema import Policy
from policyctl.validation import Validation

if TYPE_CHECKING:
    from policyctl.cli.earlier import Earlier


MANY = 100
"""Policies from which on it pays to judge several at once: to begin with that takes as long as some twenty of them."""


def check(
    paths: Sequence[str],
    today: date,
    fail_on: Severity,
    before: "Earlier | None" = None,
    look_at: Callable[[Validation], None] | None = None,
) -> Report:
    """Read, judge and let go, policy by policy.

    `before` gives what each of them is compared with; `look_at` sees each before it goes.
    """
    found = tuple(names(paths))
    if len(found) < MANY or before or look_at:
        outcomes = [each for name in found for each in _one_by_one(name, today, before, look_at)]
    else:
        outcomes = [*_at_once(found, today)]
    files = tuple(each for each in outcomes if isinstance(each, Checked))
    troubles = tuple(each for each in outcomes if isinstance(each, PolicyctlError))
    return Report(files, fail_on, troubles, _project())


def _one_by_one(
    name: str | PolicyctlError, today: date, before: "Earlier | None", look_at: Callable[[Validation], None] | None
) -> Iterator[Checked | PolicyctlError]:
    """What a policy comes to; where its former text cannot be told, that trouble and the policy judged all the same."""
    document = name if isinstance(name, PolicyctlError) else read(name)
    if isinstance(document, PolicyctlError):
        yield document
        return
    former = _former(document, before)
    if isinstance(former, PolicyctlError):
        yield former
    validation = judge(document, today, None if isinstance(former, PolicyctlError) else former).validation
    if look_at:
        look_at(validation)
    yield validation.checked


def _at_once(found: Sequence[str | PolicyctlError], today: date) -> Iterator[Checked | PolicyctlError]:
    from policyctl.cli.side_by_side import side_by_side

    judged = side_by_side([name for name in found if isinstance(name, str)], today)
    return (name if isinstance(name, PolicyctlError) else next(judged) for name in found)


def check_plainly(paths: Sequence[str]) -> int:
    """As `policyctl validate` without any option; gives its exit code."""
    report = check(paths, date.today(), Severity.ERROR)  # noqa: DTZ011  The day where the user is.
    deliver(report, None, ())
    return exit_code(report)


def _former(document: Document, before: "Earlier | None") -> Policy | PolicyctlError | None:
    try:
        return before(document) if before else None
    except PolicyctlError as error:
        return error


def _project() -> Project:
    """The folder that is under version control, or this one: other services name files from there."""
    here = Path.cwd()
    top = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
    return Project(str(top), str(here))
