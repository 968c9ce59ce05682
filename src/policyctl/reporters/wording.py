"""Findings and counts in, the phrases that several formats share out."""

from collections.abc import Iterable

from policyctl.errors import PolicyctlError
from policyctl.findings import Finding, Severity
from policyctl.reporters.untrusted import show

_PLURALS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "remarks"}
_SINGULARS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "remark"}


def counted(findings: Iterable[Finding]) -> str:
    """How many of each severity there are: `2 errors, 1 warning and 3 remarks`."""
    severities = [finding.severity for finding in findings]
    counts = [(severity, severities.count(severity)) for severity in Severity]
    words = [f"{count} {_SINGULARS[s] if count == 1 else _PLURALS[s]}" for s, count in counts if count]
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]


def in_a_line(told: Finding | PolicyctlError) -> str:
    """What is wrong and what to do about it, in one line that can be shown anywhere."""
    return show(" ".join(f"{told.message} {told.hint or ''}".split()))


def in_lines(told: Finding | PolicyctlError) -> str:
    """What is wrong and what to do about it, each line made safe; what is set in is an example and stays so."""
    text = f"{told.message}\n{told.hint}" if told.hint else told.message
    return "\n".join(show(line) for line in text.split("\n"))
