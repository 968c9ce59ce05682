"""Compare what is found with a baseline: what was found once and accepted.

A baseline is written as JSON, a line for each finding under the file that it is in, so that a review shows what was
accepted. Each is known by its key and never by its line.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from policyctl.errors import PolicyctlError
from policyctl.findings import Checked, Finding, Position, Severity, Span
from policyctl.rules.retired import RETIRED
from policyctl.validation.retired import Retired, RetiredRule, find_retired

FORMAT_VERSION = 1
RULES = {
    "baseline-unused": "A baseline accepts what is no longer found, or names a check that is no more. What it accepted "
    "has been mended, or its place has another name now; as long as its line stands, it would hide the next mistake "
    "there.",
}
"""What there is to say about a baseline, by the id of the finding."""

LARGEST = 20_000_000
"""Bytes of a baseline that are read: what it accepts of many policies is longer than any of them."""

_ANEW = "write the baseline anew with `--write-baseline`."
_RULE = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True)
class Baseline:
    """What is accepted: the name of its own file, its text, and the keys of the findings by the file they are in."""

    file: str
    text: str
    accepted: Mapping[str, frozenset[str]]

    @cached_property
    def lines(self) -> list[str]:
        """The lines of its text."""
        return self.text.split("\n")

    @cached_property
    def line_numbers(self) -> Mapping[str, int]:
        """Where each key stands as JSON writes it, from 0; the first time, if it stands there twice."""
        return {line.strip(" ,"): number for number, line in reversed(list(enumerate(self.lines)))}


class Comparison(NamedTuple):
    """The files with what is new in them, how much was accepted, and what is accepted in vain."""

    files: tuple[Checked, ...]
    accepted: int
    unused: Checked | None


def to_json(files: Mapping[str, Checked]) -> str:
    """The text of a baseline that accepts all that was found, in each file by the name that it goes by there."""
    accepted = {name: sorted(finding.key for finding in each.findings) for name, each in files.items() if each.findings}
    return json.dumps({"format_version": FORMAT_VERSION, "accepted": accepted}, indent=2, ensure_ascii=False) + "\n"


def from_json(text: str, file: str) -> Baseline:
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


def compare(files: Mapping[str, Checked], baseline: Baseline, retired: Retired = RETIRED) -> Comparison:
    """What is new in each file, by the name that it goes by in the baseline; files not checked today are left alone.

    A key that names a `retired` rule accepts what its successor finds there.
    """
    fresh: list[Checked] = []
    problems: list[Finding] = []
    for name, checked in files.items():
        accepted = {_current(key, retired): key for key in sorted(baseline.accepted.get(name, ()))}
        fresh.append(checked._replace(findings=tuple(each for each in checked.findings if each.key not in accepted)))
        if checked.whole:  # What could not be read whole was not judged, so nothing of it is gone.
            found = {finding.key for finding in checked.findings}
            gone = (key for current, key in accepted.items() if current not in found)
            problems += _unused(name, gone, baseline, retired)
            problems += _renamed((key for current, key in accepted.items() if current in found), baseline, retired)
    count = sum(len(checked.findings) for checked in files.values()) - sum(len(each.findings) for each in fresh)
    unused = Checked(baseline.file, tuple(dict.fromkeys(problems)), is_policy=False) if problems else None
    return Comparison(tuple(fresh), count, unused)


def accepted_in(name: str, baseline: Baseline, retired: Retired = RETIRED) -> frozenset[str]:
    """The keys, as findings bear them today, of what the baseline accepts in the file of this name."""
    return frozenset(_current(key, retired) for key in baseline.accepted.get(name, ()))


def _current(key: str, retired: Retired) -> str:
    """The key that a finding bears today; the rule of an accepted one may have become part of another."""
    rule = _retired_rule(key, retired)
    return rule.successor + key.removeprefix(rule.id) if rule and rule.successor else key


def _retired_rule(key: str, retired: Retired) -> RetiredRule | None:
    rule = _RULE.match(key)
    return find_retired(rule[0], retired) if rule and rule[0] in retired else None


def _unused(name: str, keys: Iterable[str], baseline: Baseline, retired: Retired) -> Iterator[Finding]:
    """What is accepted in a file of this name and not found there."""
    for key in sorted(keys):
        rule = _retired_rule(key, retired)
        message = rule.message if rule else f"This is accepted in {name}, and no longer found there."
        yield _finding(key, message, f"Delete the line, or {_ANEW}", baseline, f"{name} > {key}")


def _renamed(keys: Iterable[str], baseline: Baseline, retired: Retired) -> Iterator[Finding]:
    """Rules by whose former ids findings are accepted, each once."""
    seen: dict[str, Finding] = {}
    for key in sorted(keys):
        if rule := _retired_rule(key, retired):
            hint = f"{_ANEW[0].upper()}{_ANEW[1:]}"
            seen.setdefault(rule.id, _finding(key, rule.message, hint, baseline, rule.id))
    yield from seen.values()


def _finding(key: str, message: str, hint: str, baseline: Baseline, about: str) -> Finding:
    """A finding on the line of the baseline that holds the key."""
    number = baseline.line_numbers.get(json.dumps(key, ensure_ascii=False), 0)
    line = baseline.lines[number]
    text = line.rstrip(" ,")
    start = len(text) - len(text.lstrip())
    span = Span(baseline.file, Position(number + 1, start + 1), Position(number + 1, len(text) + 1))
    rule = "baseline-unused"
    return Finding(rule, Severity.WARNING, span, message, hint, (), line, f"{rule}: {about}")
