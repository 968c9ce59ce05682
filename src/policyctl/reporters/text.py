"""A report in, what a person reads on a terminal out."""

from collections.abc import Iterator

from policyctl.findings import Checked, Finding
from policyctl.reporters.closing import closing
from policyctl.reporters.excerpt import excerpt
from policyctl.reporters.layout import BOLD, colour_of, paint, paragraphs, wrapped
from policyctl.reporters.report import Look, Report
from policyctl.reporters.untrusted import cells, show
from policyctl.reporters.wording import counted


def text(report: Report, look: Look) -> str:
    """Every finding with its place, its sentence, the line it is about and the way out; then what to do next.

    Where several policies have findings, each has a heading. Where nothing could be checked there is nothing to say.
    """
    if not report.files:
        return ""
    told = [checked for checked in report.files if checked.findings]
    blocks = [lines for checked in told for lines in _of(checked, look, headed=len(told) > 1)]
    end = [line for sentence in (*closing(report), *_why(report)) for line in wrapped(sentence, look.width, "")]
    return "\n\n".join("\n".join(lines) for lines in [*blocks, end]) + "\n"


def _why(report: Report) -> Iterator[str]:
    """Where to read more of the gravest finding, once all of it is about what the policy says."""
    if report.findings and not report.unread:
        gravest = min(report.findings, key=lambda finding: finding.severity.rank)
        yield f"Why it matters: policyctl explain {gravest.rule}"


def block(finding: Finding, look: Look) -> list[str]:
    """The lines about one finding."""
    return [
        _head(finding, look),
        *paragraphs(finding.message, look, "  "),
        *excerpt(finding.line, finding.span, look),
        *paragraphs(finding.hint or "", look, "  "),
    ]


def _of(checked: Checked, look: Look, *, headed: bool) -> Iterator[list[str]]:
    if headed:
        heading = wrapped(f"{show(checked.file)}: {counted(checked.findings)}", look.width, "")
        yield [*(paint(line, BOLD, look) for line in heading), "-" * max(map(cells, heading))]
    yield from (block(finding, look) for finding in checked.findings)


def _head(finding: Finding, look: Look) -> str:
    start = finding.span.start
    place = f"{show(finding.span.file)}:{start.line}:{start.column}:"
    severity = paint(finding.severity.value, colour_of(finding.severity), look)
    return f"{paint(place, BOLD, look)} {severity} {finding.rule}"
