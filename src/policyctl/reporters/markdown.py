"""Write a summary in Markdown, such as the page of a job shows it."""

import re
from collections.abc import Iterator

from policyctl.errors import PolicyctlError
from policyctl.findings import Finding
from policyctl.reporters.report import Look, Report
from policyctl.reporters.untrusted import show
from policyctl.reporters.wording import closing

MOST = 100
"""Findings that are told: nobody reads more."""

LARGEST = 200_000
"""Characters of the findings: the page of a job takes a megabyte."""

_SIGNS = re.compile(r"[\\`*_{}\[\]<>#!|~&@$^]|(?<!\S)[-+=]|(?<=\d)[.)]|(?<=www)\.|:(?=//)")
_CODE = re.compile(r"`([^`]+)`")


def markdown(report: Report, _look: Look) -> str:
    """The count, the findings as a list, and what to do next."""
    first, *next_steps = [_words(sentence) for sentence in closing(report)] if report.files else [""]
    parts = [
        "## policyctl",
        f"**{first or 'Nothing could be checked.'}**",
        *map(_trouble, report.troubles),
        *_findings(report),
        *next_steps,
    ]
    return "\n\n".join(parts) + "\n"


def _findings(report: Report) -> Iterator[str]:
    """As many as fit, and how many more there are."""
    room = LARGEST
    for number, finding in enumerate(report.findings):
        item = _item(finding)
        room -= len(item)
        if number == MOST or room < 0:
            yield f"… and {len(report.findings) - number} more."
            return
        yield item


def _item(finding: Finding) -> str:
    start = finding.span.start
    place = _code(f"{finding.span.file}:{start.line}:{start.column}")
    head = f"**{finding.severity.value}** {place} {_words(finding.message)} ({_code(finding.rule)})"
    return f"- {head}" + "".join(_below(line) for line in _blocks(finding.hint or ""))


def _trouble(error: PolicyctlError) -> str:
    return f"- **could not be checked**: {_words(error.message)}" + "".join(map(_below, _blocks(error.hint or "")))


def _blocks(hint: str) -> Iterator[str]:
    """A sentence is a paragraph; lines that are set in are an example."""
    for line in filter(None, hint.split("\n")):
        yield f"    {show(line.strip())}" if line.startswith(" ") else _words(line)


def _below(block: str) -> str:
    return f"\n\n  {block}"


def _words(text: str) -> str:
    """Words as they stand, with nothing in them that Markdown would take for its own, but for `code`."""
    outside = re.split(_CODE, show(text))
    return "".join(_code(part) if place % 2 else _SIGNS.sub(r"\\\g<0>", part) for place, part in enumerate(outside))


def _code(text: str) -> str:
    inside = show(text).replace("`", "'")
    return f"`{inside}`"
