"""Read the tables of what reading must say about a text: its data and the whole list of its findings.

A table is a text file of cases: `=== title`, the YAML, `---> data`, then the findings, one `line:column` each.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from policyctl.source import Source, read

FOLDER = Path(__file__).parent / "tables"


class Case(NamedTuple):
    """One case: its title, the YAML, and all that reading must make of it."""

    title: str
    text: str
    expected: str


def cases(path: Path) -> Iterator[Case]:
    """The cases of one table."""
    for block in path.read_text(encoding="utf-8").split("=== ")[1:]:
        title, _, body = block.partition("\n")
        text, _, expected = body.partition("\n--->")
        yield Case(title, text + "\n", "--->" + expected.rstrip() + "\n")


def outcome(source: Source) -> str:
    """What reading made of a text, as a table has it."""
    lines = [f"---> {json.dumps(source.data, ensure_ascii=False)}"]
    for finding in source.findings:
        start = finding.span.start
        place = f"{start.line}:{start.column}"
        lines.append(f"{place} {finding.severity} {finding.rule} {finding.message} | {finding.hint}")
    return "\n".join(lines) + "\n"


def read_text(text: str) -> Source:
    """A text as its author saved it."""
    return read(text.encode(), "policy.yaml")
