"""Whoever does what a hint says loses no word and no figure, and comes nearer to a valid policy."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from policyctl.findings import Finding
from policyctl.source import read
from policyctl.validation import validate

CASES = [
    path
    for path in sorted((Path(__file__).parent.parent / "cases").glob("*/*.yaml"))
    if not path.name.endswith(".answers.yaml")
]
TODAY = date(2026, 11, 23)
_WORD = re.compile(r"[^\W_]+")
_INSTEAD = re.compile(r"^Did you mean `(?P<word>[^`]+)`\?")
_LINES = re.compile(r"^(?:Write|Use plain quotation marks|If it is a sentence by itself, put a dash before it):\n")


def errors(text: str) -> tuple[Finding, ...]:
    return validate(text.encode(), "policy.yaml", today=TODAY).errors


def understood(text: str) -> Counter[str]:
    """Every word and figure that was read, as often as it was."""
    return Counter(_words(read(text.encode(), "policy.yaml").data))


def _words(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _WORD.findall(key.casefold())
            yield from _words(value)
    elif isinstance(data, list):
        for item in data:
            yield from _words(item)
    elif isinstance(data, str):
        yield from _WORD.findall(data.casefold())


def obeyed(text: str, finding: Finding) -> str | None:
    """The policy once its author has done what the hint says, where that can be done without thinking."""
    lines = text.split("\n")
    at, hint = finding.span.start.line - 1, finding.hint or ""
    line = lines[at]
    start, end = finding.span.start.column - 1, finding.span.end.column - 1
    if finding.fix:
        return "\n".join(_fixed(lines, finding))
    if (found := _INSTEAD.match(hint)) and finding.span.end.line == at + 1:
        lines[at] = line[:start] + found["word"] + line[end:]
        return "\n".join(lines)
    if _LINES.match(hint):
        indent = line[: len(line) - len(line.lstrip())]
        lines[at : at + 1] = [indent + each[2:] for each in hint.split("\n")[1:]]
        return "\n".join(lines)
    if "Put `|`" in hint:
        return "\n".join(_after_a_bar(lines, at))
    if "Begin each line with a dash" in hint:
        return "\n".join(_dashed(lines, at, finding.span.end.line))
    return None


def _fixed(lines: list[str], finding: Finding) -> list[str]:
    """The lines as the fix that a finding brings along makes them."""
    fixed = list(lines)
    for span, text in sorted(finding.fix, reverse=True):
        line = fixed[span.start.line - 1]
        fixed[span.start.line - 1] = line[: span.start.column - 1] + text + line[span.end.column - 1 :]
    return fixed


def _after_a_bar(lines: list[str], at: int) -> list[str]:
    """The text from there on below the key that it stands under, which gets a bar behind it."""
    key = next(number for number in range(at - 1, -1, -1) if lines[number].rstrip().endswith(":"))
    return [*lines[:key], f"{lines[key].rstrip()} |", *lines[key + 1 :]]


def _dashed(lines: list[str], first: int, last: int) -> list[str]:
    """The lines with a dash before each that begins where the first does, and what is below it set in."""
    indent = _indent(lines[first])
    end = next((at for at in range(last, len(lines)) if _indent(lines[at]) < indent), len(lines))
    dashed = (" " * indent + ("- " if _indent(line) == indent else "  ") + line[indent:] for line in lines[first:end])
    return [*lines[:first], *dashed, *lines[end:]]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


HINTS = [(path, finding) for path in CASES for finding in errors(path.read_text(encoding="utf-8"))]
IDS = [f"{path.stem}-{each.span.start.line}" for path, each in HINTS]
MECHANICAL = [(path, each) for path, each in HINTS if obeyed(path.read_text(encoding="utf-8"), each)]


@pytest.mark.parametrize(
    ("path", "finding"), MECHANICAL, ids=[f"{path.stem}-{each.span.start.line}" for path, each in MECHANICAL]
)
def test_obeying_a_hint_loses_nothing_and_comes_nearer_to_valid(path: Path, finding: Finding) -> None:
    before = path.read_text(encoding="utf-8")
    after = obeyed(before, finding)
    assert after is not None
    told = Counter((each.rule, each.message) for each in errors(before))
    left = Counter((each.rule, each.message) for each in errors(after))
    opened = [each for each in errors(after) if (each.rule, each.message) not in told]
    assert left[finding.rule, finding.message] < told[finding.rule, finding.message]
    assert all(each.span.start.line > finding.span.start.line for each in opened), "what can be read for the first time"
    line, start, end = finding.line, finding.span.start.column - 1, finding.span.end.column - 1
    replaced = Counter(_WORD.findall(line[start:end].casefold()))
    assert understood(before) - understood(after) - replaced == Counter()


@pytest.mark.parametrize("finding", [finding for _, finding in HINTS], ids=IDS)
def test_no_hint_asks_to_delete_words_or_to_type_what_holds_a_place(finding: Finding) -> None:
    assert "..." not in (finding.hint or "")
    if "elete the line" in (finding.hint or ""):
        assert finding.rule == "yaml-second-document" or finding.message == "Nothing is written here."
