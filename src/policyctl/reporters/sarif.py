"""Write SARIF 2.1.0, with all that code scanning asks for."""

import os
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from policyctl import __version__
from policyctl.findings import Finding, Severity
from policyctl.reporters.json import rfc6901
from policyctl.reporters.report import Look, Report
from policyctl.reporters.untrusted import json_of
from policyctl.reporters.wording import in_lines
from policyctl.validation.rulebook import Page, every_page, page_in_markdown

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
PROJECT_URL = "https://github.com/policyctl/policyctl"
"""Where a reader of a report learns more about policyctl."""

TOP = "%SRCROOT%"
"""What the paths of a report begin from: the top of the project."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_MOST = 1024
"""Characters of a description that code scanning takes."""


def sarif(report: Report, _look: Look) -> str:
    """One run with a result for each finding, and the rules that these bear."""
    rules = list(dict.fromkeys(finding.rule for finding in report.shown))
    places = {rule: index for index, rule in enumerate(rules)}
    run = {
        "tool": {"driver": _driver([every_page()[rule] for rule in rules])},
        "automationDetails": {"id": "policyctl/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {TOP: {"description": {"text": "The top of the project."}}},
        "invocations": [_invocation(report)],
        "results": [_result(report, finding, places) for finding in report.shown],
    }
    return json_of({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _driver(pages: list[Page]) -> dict[str, Any]:
    return {
        "name": "policyctl",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": PROJECT_URL,
        "rules": [_rule(page) for page in pages],
    }


def _rule(page: Page) -> dict[str, Any]:
    severity = page.weight.gravest if page.weight else Severity.ERROR
    page_text = page_in_markdown(page)
    return {
        "id": page.id,
        "name": page.id.title().replace("-", ""),
        "shortDescription": {"text": page.first_sentence[:_MOST]},
        "fullDescription": {"text": f"{page.catches} {page.why[:1].upper()}{page.why[1:]}".strip()[:_MOST]},
        "help": {"text": page_text, "markdown": page_text},
        "defaultConfiguration": {"level": _LEVELS[severity]},
        "properties": {
            "tags": ["customer-service", page.chapter],
            "precision": "high",
            "problem.severity": _PROBLEMS[severity],
        },
    }


def _result(report: Report, finding: Finding, places: dict[str, int]) -> dict[str, Any]:
    fingerprint = report.project.fingerprint(finding)
    return {
        "ruleId": finding.rule,
        "ruleIndex": places[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain(in_lines(finding))},
        "locations": [_location(report, finding)],
        "partialFingerprints": {"primaryLocationLineHash": f"{fingerprint[:16]}:1", "policyctl/v1": fingerprint},
        **({"fixes": [_fix(report, finding)]} if finding.fix else {}),
    }


def _fix(report: Report, finding: Finding) -> dict[str, Any]:
    replacements = []
    for (_, start, end), text in finding.fix:
        region = {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}
        inserted = {"insertedContent": {"text": text}} if text else {}
        replacements.append({"deletedRegion": region, **inserted})
    artifact = _artifact(report.project.path(finding.span.file))
    return {
        "description": {"text": "As policyctl validate --fix mends it."},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
    }


def _location(report: Report, finding: Finding) -> dict[str, Any]:
    start, end = finding.span.start, finding.span.end
    widest = max(end.column, start.column + 1) if end.line == start.line else end.column
    region = {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": widest}
    physical = {"artifactLocation": _artifact(report.project.path(finding.span.file)), "region": region}
    way = rfc6901(finding.pointer)
    return {"physicalLocation": physical, **({"logicalLocations": [{"fullyQualifiedName": way}]} if way else {})}


def _artifact(path: str) -> dict[str, str]:
    if PurePath(path).is_absolute():
        return {"uri": PurePath(path).as_uri()}
    return {"uri": quote(os.fsencode(path)), "uriBaseId": TOP}


def _invocation(report: Report) -> dict[str, Any]:
    notifications = [{"level": "error", "message": {"text": _plain(in_lines(error))}} for error in report.troubles]
    return {"executionSuccessful": not notifications, "toolExecutionNotifications": notifications}


def _plain(text: str) -> str:
    """Words in which nothing is taken for a link, as `[words](address)` would be."""
    return text.replace("](", "] (")
