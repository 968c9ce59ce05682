"""Build findings from issues, sort them by place, and give each a key that outlives moved lines."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from zlib import crc32

from policyctl.findings import Finding, Issue, Pointer, Replacement, Severity, Span
from policyctl.schema.walking import as_written
from policyctl.source import Data, Source

_FIELD = re.compile("[a-z_]+")
_LONGEST = 60


def place_issue(source: Source, issue: Issue, rule: str, severity: Severity) -> Finding:
    """The finding that an issue is once its rule, its severity and its place are known."""
    written = as_written(issue.pointer, source.data)
    issue = issue._replace(pointer=_in_matrix(written, source.data))
    span = source.span(issue.pointer, at_key=issue.at_key, words=issue.words, nth=issue.nth)
    message = issue.message
    if issue.twin is not None:
        message += (
            f" The other stands in line {source.span(_in_matrix(issue.twin, source.data), at_key=True).start.line}."
        )
    found = finding_at(source, span, rule, severity, issue._replace(message=message))
    return found._replace(fix=_fix(source, issue)) if issue.instead or issue.after_bar else found


def _fix(source: Source, issue: Issue) -> tuple[Replacement, ...]:
    """What mends an issue in the author's lines; nothing where its words do not stand there letter by letter."""
    if issue.instead is None:
        return source.text_after_bar(issue.pointer)
    old, new = issue.instead
    span = source.span(issue.pointer, at_key=issue.at_key, words=old)
    start, end = span.start, span.end
    stands = start.line == end.line and source.line(span)[start.column - 1 : end.column - 1] == old
    return (Replacement(span, new),) if stands else ()


def _in_matrix(pointer: Pointer, data: Data | None) -> Pointer:
    """The way to a row that its author wrote as limits in limits: `within: {Enterprise: {Urgent: 1 hour}}`."""
    for at, segment in enumerate(pointer[:-1]):
        if segment == "rows" and isinstance(data, dict) and "rows" not in data:
            return (*pointer[:at], "within", pointer[at + 1], *pointer[at + 3 :])
        if isinstance(data, dict):
            data = data.get(str(segment))
        elif isinstance(data, list):
            data = data[segment] if isinstance(segment, int) and segment < len(data) else None
    return pointer


def finding_at(source: Source, span: Span, rule: str, severity: Severity, issue: Issue) -> Finding:
    """A finding at a place that no pointer leads to, such as a comment."""
    return Finding(rule, severity, span, issue.message, issue.hint, issue.pointer, source.line(span))


def sort_findings(findings: Iterable[Finding], data: Data | None) -> tuple[Finding, ...]:
    """Each finding once, by place, with its key; `data` is what the policy holds."""
    unique = dict.fromkeys(findings)
    return with_fingerprints(sorted(unique, key=lambda f: (f.span.start, f.severity.rank, f.rule, f.message)), data)


def with_fingerprints(findings: Iterable[Finding], data: Data | None) -> tuple[Finding, ...]:
    """The findings in the same order, each with its `key`: no two of one policy are alike.

    A key such as `vague-time: standards > Refunds > says` names the rule and the way to the words in question. An item
    of a list goes by its own name or text and not by its number, so that lines and items may move. What one rule says
    about one place a second time is counted: `vague-time (2): ...`.
    """
    seen: Counter[str] = Counter()
    return tuple(finding._replace(key=_key(finding, data, seen)) for finding in findings)


def _key(finding: Finding, data: Data | None, seen: Counter[str]) -> str:
    way = " > ".join(_names(finding.pointer, data))
    seen[f"{finding.rule}: {way}"] += 1
    times = seen[f"{finding.rule}: {way}"]
    counted = finding.rule if times == 1 else f"{finding.rule} ({times})"
    return f"{counted}: {way}" if way else counted


def _names(pointer: Pointer, data: Data | None) -> Iterator[str]:
    """Each step of the way by its name; what the author did not write is a step that leads nowhere."""
    for segment in pointer:
        if isinstance(data, list) and isinstance(segment, int) and segment < len(data):
            name, data = _item(data[segment])
            yield _shorten(name)
        else:
            yield _shorten(str(segment))
            data = data.get(str(segment), data) if isinstance(data, dict) else data


def _item(item: Data) -> tuple[str, Data]:
    """What an item of a list is called, and what it holds: `- Email: 4 hours` is an item with a name of its own."""
    if isinstance(item, dict) and len(item) == 1:
        ((key, value),) = item.items()
        if not _FIELD.fullmatch(key):
            return key, value
    return _first_text(item), item


def _first_text(item: Data) -> str:
    while item and not isinstance(item, str):
        first = item[0] if isinstance(item, list) else next(iter(item.values()))
        item = item.get("name", first) if isinstance(item, dict) else first
    return item if isinstance(item, str) else ""


def _shorten(name: str) -> str:
    """A name in one line; of a long one its beginning, and a sum that tells it from others which begin alike."""
    name = " ".join(name.split())
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}… {crc32(name.encode()):08x}"
