"""A report in, one line for each finding out: for editors, hooks and searching."""

from policyctl.findings import Finding
from policyctl.reporters.closing import closing
from policyctl.reporters.report import Look, Report
from policyctl.reporters.untrusted import show
from policyctl.reporters.wording import in_a_line


def concise(report: Report, _look: Look) -> str:
    """Lines such as `policy.yaml:3:3: error unknown-key: ...`, never wrapped and never coloured."""
    if not report.files:
        return ""
    return "\n".join([*(_line(finding) for finding in report.findings), *closing(report)]) + "\n"


def _line(finding: Finding) -> str:
    start = finding.span.start
    place = f"{show(finding.span.file)}:{start.line}:{start.column}"
    return f"{place}: {finding.severity.value} {finding.rule}: {in_a_line(finding)}"
