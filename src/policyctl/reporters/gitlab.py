"""Write the Code Quality report that GitLab shows in a merge request."""

from typing import Any

from policyctl.findings import Finding, Severity
from policyctl.reporters.report import Look, Report
from policyctl.reporters.untrusted import json_of
from policyctl.reporters.wording import in_a_line

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab(report: Report, _look: Look) -> str:
    """A list with one entry for each finding; no two fingerprints are alike, since GitLab would show one alone."""
    return json_of([_entry(report, finding) for finding in report.shown], indent=2) + "\n"


def _entry(report: Report, finding: Finding) -> dict[str, Any]:
    return {
        "description": f"{in_a_line(finding)} ({finding.rule})",  # GitLab shows no other words.
        "check_name": finding.rule,
        "fingerprint": report.project.fingerprint(finding),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": report.project.path(finding.span.file),
            "lines": {"begin": finding.span.start.line, "end": finding.span.end.line},
        },
    }
