"""A baseline, which is what was found and accepted once, in; what is new since, and what of it is gone, out.

It is written as JSON, a line for each finding under the file that it is in, so that a review shows what was accepted.
Each is known by its key and never by its line.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from policyctl.errors import PolicyctlError
from policyctl.findings import Checked, Finding, Position, Severity, Span

FORMAT_VERSION = 1
RULES = {
    "baseline-unused": "A baseline accepts what is no longer found. It has been mended, or its place has another name "
    "now; as long as its line stands, it would hide the next mistake there."
}
"""What there is to say about a baseline, by the id of the finding."""


class Baseline(NamedTuple):
    """What is accepted: the name of its own file, its text, and the keys of the findings by the file they are in."""

    file: str
    text: str
    accepted: Mapping[str, frozenset[str]]


class Compared(NamedTuple):
    """The files with what is new in them, how much was accepted, and what is accepted and no longer found."""

    files: tuple[Checked, ...]
    accepted: int
    unused: Checked | None


def written(files: Mapping[str, Checked]) -> str:
    """The text of a baseline that accepts all that was found, in each file by the name that it goes by there."""
    accepted = {name: sorted(finding.key for finding in each.findings) for name, each in files.items() if each.findings}
    return json.dumps({"format_version": FORMAT_VERSION, "accepted": accepted}, indent=2, ensure_ascii=False) + "\n"


def read(text: str, file: str) -> Baseline:
    """The baseline that a file holds; a PolicyctlError says that it holds none."""
    try:
        whole = json.loads(text)
        accepted = {name: frozenset(keys) for name, keys in whole["accepted"].items()}
        known = whole["format_version"] == FORMAT_VERSION
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        known, accepted = False, {}
    if not known or not all(isinstance(key, str) for keys in accepted.values() for key in keys):
        hint = f"Write it anew: policyctl validate --write-baseline {file}"
        raise PolicyctlError(f"{file} is no baseline that this policyctl can read.", hint=hint)
    return Baseline(file, text, accepted)


def compared(files: Mapping[str, Checked], baseline: Baseline) -> Compared:
    """What is new in each file, by the name that it goes by in the baseline; files not checked today are left alone."""
    fresh = tuple(_fresh(checked, baseline.accepted.get(name, frozenset())) for name, checked in files.items())
    accepted = sum(len(checked.findings) for checked in files.values()) - sum(len(each.findings) for each in fresh)
    gone = [(name, key) for name, checked in files.items() for key in _gone(checked, baseline.accepted.get(name, ()))]
    unused = tuple(_unused(gone, baseline))
    return Compared(fresh, accepted, Checked(baseline.file, unused, is_policy=False) if unused else None)


def _fresh(checked: Checked, accepted: frozenset[str]) -> Checked:
    return checked._replace(findings=tuple(each for each in checked.findings if each.key not in accepted))


def _gone(checked: Checked, accepted: Iterable[str]) -> list[str]:
    """What is accepted and not found; what could not be read whole was not judged, so nothing of it is gone."""
    found = {finding.key for finding in checked.findings}
    return sorted(key for key in accepted if key not in found) if checked.whole else []


def _unused(gone: Iterable[tuple[str, str]], baseline: Baseline) -> Iterator[Finding]:
    """A finding on the line of each; `gone` has the names of the files beside the keys."""
    lines = baseline.text.split("\n")
    places = {line.strip(" ,"): number for number, line in reversed(list(enumerate(lines)))}
    for name, key in gone:
        number = places.get(json.dumps(key, ensure_ascii=False), 0)
        written = lines[number].rstrip(" ,")
        start = len(written) - len(written.lstrip())
        span = Span(baseline.file, Position(number + 1, start + 1), Position(number + 1, len(written) + 1))
        message = f"This is accepted in {name}, and no longer found there."
        hint = "Delete the line, or write the baseline anew with `--write-baseline`."
        whole = f"baseline-unused: {name} > {key}"
        yield Finding("baseline-unused", Severity.WARNING, span, message, hint, (), lines[number], whole)
