"""Write the commands with which a GitHub job marks the lines of a pull request."""

from collections.abc import Iterator
from itertools import islice

from policyctl.errors import PolicyctlError
from policyctl.findings import Finding, Severity
from policyctl.reporters.report import Look, Report
from policyctl.reporters.untrusted import show
from policyctl.reporters.wording import in_lines

MOST = 10
"""GitHub shows no more of each kind in one step."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(report: Report, _look: Look) -> str:
    """Up to ten errors, ten warnings and ten notices, in this order; where there are more, the last notice says so."""
    commands = {severity: [*islice(_of(report, severity), MOST)] for severity in Severity}
    commands[Severity.ERROR] = [*map(_trouble, report.troubles), *commands[Severity.ERROR]]
    counts = {severity: report.count(severity) for severity in Severity}
    counts[Severity.ERROR] += len(report.troubles)
    if all(count <= MOST for count in counts.values()):
        return _lines(_all(commands))
    shown = {severity: of_one[: MOST - (severity is Severity.INFO)] for severity, of_one in commands.items()}
    return _lines([*_all(shown), _more(sum(counts.values()) - sum(map(len, shown.values())))])


def _of(report: Report, severity: Severity) -> Iterator[str]:
    return (_marked(report, finding) for finding in report.findings if finding.severity is severity)


def _all(commands: dict[Severity, list[str]]) -> list[str]:
    return [command for of_one in commands.values() for command in of_one]


def _lines(commands: list[str]) -> str:
    return "".join(command + "\n" for command in commands)


def _marked(report: Report, finding: Finding) -> str:
    start, end = finding.span.start, finding.span.end
    where = {"file": report.project.path(finding.span.file), "line": start.line, "endLine": end.line}
    if start.line == end.line:  # GitHub takes columns for nothing else.
        where |= {"col": start.column, "endColumn": end.column}
    return _command(_COMMANDS[finding.severity], {**where, "title": finding.rule}, in_lines(finding))


def _trouble(error: PolicyctlError) -> str:
    return _command("error", {"title": "policyctl"}, in_lines(error))


def _more(count: int) -> str:
    words = f"GitHub shows no more of them; {count} more: run policyctl validate to see them all."
    return _command("notice", {"title": "policyctl"}, words)


def _command(name: str, properties: dict[str, object], words: str) -> str:
    written = ",".join(f"{key}={_property(show(str(value)))}" for key, value in properties.items())
    return f"::{name} {written}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
