"""The file of a baseline and a report in; the report with what is new alone, or the file written anew, out."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from policyctl.cli.files import replace_all
from policyctl.cli.reading import read_file
from policyctl.errors import PolicyctlError
from policyctl.findings import Checked
from policyctl.reporters import Report
from policyctl.validation import baseline


def only_new(report: Report, path: Path) -> Report:
    """The report without what the baseline accepts, and with what it accepts in vain."""
    accepted = baseline.read(read_file(path).decode("utf-8", "replace"), str(path))
    found = baseline.compared(_named(report, path), accepted)
    unused = (found.unused,) if found.unused else ()
    return replace(report, files=(*found.files, *unused), accepted=found.accepted, baseline=str(path))


def write(report: Report, path: Path) -> None:
    """Accept all that was found; refuses where not every policy was judged, since a baseline accepts the whole."""
    if report.unread or report.troubles:
        raise PolicyctlError(
            "Not every policy could be read and judged, so no baseline was written.",
            hint="Mend what is told above first.",
        )
    text = baseline.written(_named(report, path))
    replace_all({path: text.encode()}, sources=[Path(each.file) for each in report.files])


def _named(report: Report, path: Path) -> Mapping[str, Checked]:
    """Each file by its way from the folder of the baseline, so that it does not matter where policyctl is started."""
    return {Path(os.path.relpath(checked.file, path.parent)).as_posix(): checked for checked in report.files}
