"""The paths of a command line in, a report on every policy that they mean out; of each only what was found is kept."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from policyctl.cli.finding_files import documents
from policyctl.cli.judging import judge
from policyctl.errors import PolicyctlError
from policyctl.findings import Checked, Severity
from policyctl.reporters import Project, Report


def check(paths: Sequence[str], today: date, fail_on: Severity) -> Report:
    """Read, judge and let go, policy by policy."""
    files: list[Checked] = []
    troubles: list[PolicyctlError] = []
    for document in documents(paths):
        if isinstance(document, PolicyctlError):
            troubles.append(document)
        else:
            files.append(judge(document, today).validation.checked)
    return Report(tuple(files), fail_on, tuple(troubles), _project())


def _project() -> Project:
    """The folder that is under version control, or this one: other services name files from there."""
    here = Path.cwd()
    top = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
    return Project(str(top), str(here))
