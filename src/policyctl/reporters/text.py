"""A report in, what a person reads on a terminal out."""

from policyctl.findings import Finding
from policyctl.reporters.closing import closing
from policyctl.reporters.excerpt import excerpt
from policyctl.reporters.layout import BOLD, colour_of, paint, paragraphs, wrapped
from policyctl.reporters.report import Look, Report
from policyctl.reporters.untrusted import show


def text(report: Report, look: Look) -> str:
    """Every finding with its place, its sentence, the line it is about and the way out; then what to do next.

    Where nothing could be checked at all there is nothing to say.
    """
    if not report.files:
        return ""
    blocks = [_finding(finding, look) for finding in report.findings]
    end = [line for sentence in closing(report) for line in wrapped(sentence, look.width, "")]
    return "\n\n".join("\n".join(lines) for lines in [*blocks, end]) + "\n"


def _finding(finding: Finding, look: Look) -> list[str]:
    return [
        _head(finding, look),
        *paragraphs(finding.message, look, "  "),
        *excerpt(finding.line, finding.span, look),
        *paragraphs(finding.hint or "", look, "  "),
    ]


def _head(finding: Finding, look: Look) -> str:
    start = finding.span.start
    place = f"{show(finding.span.file)}:{start.line}:{start.column}:"
    severity = paint(finding.severity.value, colour_of(finding.severity), look)
    return f"{paint(place, BOLD, look)} {severity} {finding.rule}"
