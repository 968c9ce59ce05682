"""The paths of a command line in, a report on every policy that they mean out; of each only what was found is kept."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from policyctl.cli.finding_files import Document, documents
from policyctl.cli.judging import judge
from policyctl.cli.reporting import deliver, exit_code
from policyctl.errors import PolicyctlError
from policyctl.findings import Checked, Severity
from policyctl.reporters import Project, Report
from policyctl.spec import Policy
from policyctl.validation import Validation

if TYPE_CHECKING:
    from policyctl.cli.earlier import Earlier


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
    files: list[Checked] = []
    troubles: list[PolicyctlError] = []
    for document in documents(paths):
        if isinstance(document, PolicyctlError):
            troubles.append(document)
        else:
            validation = judge(document, today, _former(document, before, troubles)).validation
            if look_at:
                look_at(validation)
            files.append(validation.checked)
    return Report(tuple(files), fail_on, tuple(troubles), _project())


def check_plainly(paths: Sequence[str]) -> int:
    """As `policyctl validate` without any option; gives its exit code."""
    report = check(paths, date.today(), Severity.ERROR)  # noqa: DTZ011  The day where the user is.
    deliver(report, None, ())
    return exit_code(report)


def _former(document: Document, before: "Earlier | None", troubles: list[PolicyctlError]) -> Policy | None:
    """What the policy was; where that cannot be told it is judged all the same, and the trouble with it."""
    try:
        return before(document) if before else None
    except PolicyctlError as error:
        troubles.append(error)
        return None


def _project() -> Project:
    """The folder that is under version control, or this one: other services name files from there."""
    here = Path.cwd()
    top = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
    return Project(str(top), str(here))
