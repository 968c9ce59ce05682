"""Write a report as JSON for other programs; its shape changes only with `format_version`."""

from collections.abc import Iterator
from typing import Any

from policyctl.findings import Checked, Finding, Pointer, Severity, Span
from policyctl.reporters.report import Look, Report, shown
from policyctl.reporters.untrusted import json_of

FORMAT_VERSION = 1


def json(report: Report, _look: Look) -> str:
    """The whole report in ASCII; lines and columns count from 1, an end is the column after the last."""
    whole = {
        "format_version": FORMAT_VERSION,
        **_summary(report),
        "files": [_file(checked) for checked in report.files],
        "troubles": _troubles(report),
    }
    return json_of(whole, indent=2) + "\n"


def jsonl(report: Report, _look: Look) -> str:
    """A line for each finding and each trouble, and at the end one with the counts; `kind` tells them apart."""
    return "".join(json_of({"format_version": FORMAT_VERSION, **line}) + "\n" for line in _lines(report))


def rfc6901(pointer: Pointer) -> str:
    """The pointer as RFC 6901 writes it: `/standards/First reply/within`."""
    return "".join("/" + str(segment).replace("~", "~0").replace("/", "~1") for segment in pointer)


def _lines(report: Report) -> Iterator[dict[str, Any]]:
    for finding in report.shown:
        yield {"kind": "finding", "file": finding.span.file, **_finding(finding)}
    for trouble in _troubles(report):
        yield {"kind": "trouble", **trouble}
    yield {"kind": "summary", **_summary(report), "files": len(report.files)}


def _summary(report: Report) -> dict[str, Any]:
    counts = {severity.value: report.count(severity) for severity in Severity}
    return {"valid": report.valid and not report.troubles, "counts": counts}


def _troubles(report: Report) -> list[dict[str, Any]]:
    return [{"message": trouble.message, "hint": trouble.hint} for trouble in report.troubles]


def _file(checked: Checked) -> dict[str, Any]:
    return {"file": checked.file, "findings": [_finding(finding) for finding in shown(checked.findings)]}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "span": _span(finding.span),
        "pointer": rfc6901(finding.pointer),
        "key": finding.key,
        "fix": [{"span": _span(span), "text": text} for span, text in finding.fix],
    }


def _span(span: Span) -> dict[str, int]:
    start, end = span.start, span.end
    return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}
