"""Hold what was found in each policy that was checked: the value that every reporter is handed."""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePath
from typing import NamedTuple

from policyctl.errors import PolicyctlError
from policyctl.findings import Checked, Finding, Severity

MOST_OF_ONE_RULE = 100
"""Findings of one rule that are told for one file; nobody reads more, and a hostile file has tens of thousands."""


class Look(NamedTuple):
    """The terminal that a report is for: its width in columns, and whether it may be coloured."""

    width: int = 80
    colour: bool = False


class Project(NamedTuple):
    """The folder at the top of the project and the one that policyctl was started in, from which files are named."""

    top: str = ""
    here: str = ""

    def path(self, file: str) -> str:
        """The way from the top with forward slashes; a file that lies elsewhere keeps its name."""
        whole = PurePath(os.path.normpath(PurePath(self.here, file)))
        return (whole.relative_to(self.top) if whole.is_relative_to(self.top) else PurePath(file)).as_posix()

    def fingerprint(self, finding: Finding) -> str:
        """What tells a finding from all others of the project, in 64 hexadecimal digits; lines do not touch it."""
        name = f"{self.path(finding.span.file)}\0{finding.key}"
        return sha256(name.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Report:
    """Every policy that was checked, in order; a finding at or above `fail_on` keeps the report from being valid.

    `troubles` are what could not be checked at all. `project` knows the files as other services know them. `accepted`
    counts the findings that are left out because the file `baseline` accepts them.
    """

    files: tuple[Checked, ...]
    fail_on: Severity = Severity.ERROR
    troubles: tuple[PolicyctlError, ...] = ()
    project: Project = field(default_factory=Project)
    accepted: int = 0
    baseline: str = ""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, policy by policy, each policy's by place."""
        return tuple(finding for checked in self.files for finding in checked.findings)

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings that are told one by one; the others are counted, rule by rule."""
        return tuple(finding for checked in self.files for finding in shown(checked.findings))

    @property
    def valid(self) -> bool:
        """Whether no finding is grave enough to fail."""
        return not any(map(self.fails, self.findings))

    @property
    def unread(self) -> bool:
        """Whether a policy could not be read whole, so that its sense was not judged."""
        return not all(checked.whole for checked in self.files)

    def fails(self, finding: Finding) -> bool:
        """Whether this finding alone keeps the report from being valid."""
        return finding.severity.rank <= self.fail_on.rank

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)


def shown(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings of one file without those that nobody reads: of each rule so many, and how many more there are.

    What is said in the place of the others stands where the first of them stood, and is as grave as the gravest.
    """
    counts = Counter(finding.rule for finding in findings)
    if all(count <= MOST_OF_ONE_RULE for count in counts.values()):
        return tuple(findings)
    told: list[Finding] = []
    others: dict[str, list[Finding]] = {}
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.rule] += 1
        if seen[finding.rule] <= MOST_OF_ONE_RULE:
            told.append(finding)
        else:
            others.setdefault(finding.rule, []).append(finding)
    told += [_others(rest) for rest in others.values() if len(rest) > 1]
    told += [rest[0] for rest in others.values() if len(rest) == 1]
    return tuple(sorted(told, key=lambda finding: finding.span.start))


def _others(rest: Sequence[Finding]) -> Finding:
    """One finding in the place of many."""
    first, last = rest[0], rest[-1]
    return first._replace(
        severity=min((finding.severity for finding in rest), key=lambda severity: severity.rank),
        message=f"And {len(rest):,} more of this kind, the last in line {last.span.start.line:,}.",
        hint="Mend those above, then check again.",
        key=f"{first.rule}: and more",
    )
