"""Sum up policies at a glance, for somebody to paste into a mail or a meeting."""

import shlex
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from policyctl.findings import Finding, Severity
from policyctl.meaning.formatting import joined
from policyctl.reporters.layout import BOLD, paint, wrapped
from policyctl.reporters.report import Look
from policyctl.reporters.untrusted import show
from policyctl.reporters.wording import STANDARD_INPUT, counted
from policyctl.rules import RULES
from policyctl.rules.method import Grade, Standing, standings
from policyctl.schema.quantities import Date
from policyctl.schema.sections.head import Head, Kind, Status
from policyctl.validation import Validation

SHOWN = 5
"""Errors that are told in full; whoever wants all of them asks without a summary."""

_COLUMN = len(Grade.MISSING) + 1
_INDENT = " " * (_COLUMN + 4)
_KINDS = {
    Kind.HANDBOOK: "a handbook",
    Kind.CHARTER: "a charter",
    Kind.SUPPORT: "a support policy",
    Kind.COMPLAINTS: "a complaints procedure",
    Kind.TERMS: "terms",
}
_COLOURS = {Grade.DONE: "32", Grade.THIN: "33", Grade.MISSING: "31"}

_WEIGHTY = frozenset(rule.id for rule in RULES if rule.severity is not Severity.INFO)
"""The rules that say more than a remark once a policy is published: what they find makes a step thin in a draft too."""


class Glance(NamedTuple):
    """One policy at a glance; without a head where it could not be read whole."""

    file: str
    findings: tuple[Finding, ...]
    head: Head | None = None
    steps: tuple[Standing, ...] = ()


def glance(validation: Validation) -> Glance:
    """What is kept of a policy for its summary."""
    policy, findings = validation.policy, validation.findings
    if policy is None:
        return Glance(validation.source.file, findings)
    steps = standings(policy, (each for each in findings if each.rule in _WEIGHTY), RULES)
    return Glance(validation.source.file, findings, policy.policy, steps)


def summary(glances: Sequence[Glance], today: date, look: Look) -> str:
    """Each policy in turn: what it is, how far it has come with each step, and what was found."""
    return "\n\n".join(_policy(each, today, look) for each in glances)


def _policy(glance: Glance, today: date, look: Look) -> str:
    if glance.head is None:
        unread = f"{show(glance.file)} cannot be read whole yet, so nothing is said of its steps."
        blocks = [wrapped(unread, look.width, "")]
    else:
        steps = [line for standing in _shown(glance) for line in _step(standing, look)]
        beyond = wrapped(_beyond(glance, glance.head), look.width, "")
        blocks = [[*_head(glance.head, today, look)], wrapped(_tally(glance), look.width, ""), steps, beyond]
    return "\n".join("\n".join((*block, "")) for block in (*blocks, [*_found(glance, look)]) if block)


def _head(head: Head, today: date, look: Look) -> Iterator[str]:
    yield from (
        paint(line, BOLD, look) for line in wrapped(f"{show(head.title)}, {show(head.organisation)}", look.width, "")
    )
    status = head.status or Status.DRAFT
    facts = [f"Version {show(head.version)}, {status}" if head.version else status.capitalize()]
    facts += [f"in force from {head.effective}"] if head.effective else []
    facts += [f"owner {show(head.owner)}"] if head.owner else []
    facts += [f"approved by {show(head.approver)}"] if head.approver and head.approver != head.owner else []
    yield from wrapped(f"{', '.join(facts)}. As of {Date(today)}.", look.width, "")


def _tally(glance: Glance) -> str:
    """How many of the steps are done, thin and missing."""
    grades = [standing.grade for standing in glance.steps]
    words = {_word(grade, glance): grades.count(grade) for grade in Grade if grade in grades}
    counts = [f"{number if number < len(grades) else 'all'} {word}" for word, number in words.items()]
    shown = "none is here" if counts == ["all not here"] else joined(counts)
    return f"The {len(grades)} steps to a handbook that works: {shown}."


def _shown(glance: Glance) -> tuple[Standing, ...]:
    """The steps that have a line of their own: all of them in a handbook, those that are there in anything else."""
    return tuple(each for each in glance.steps if _is_handbook(glance) or each.grade is not Grade.MISSING)


def _beyond(glance: Glance, head: Head) -> str:
    """What to begin with where steps are missing; of what is no handbook, what it does without."""
    missing = [standing.step for standing in glance.steps if standing.grade is Grade.MISSING]
    if not missing:
        return ""
    if _is_handbook(glance):
        first = missing[0]
        return f"Next: {first.number}. {first.title}. Write {first.begin}, under `{first.sections[0]}`."
    kinds = joined([_KINDS[kind] for kind in head.kind])
    called = f"calls itself {kinds}" if kinds else "does not call itself a handbook"
    titles = joined([step.title.lower() for step in missing])
    return f"Not here: {titles}. This policy {called}, and need not hold them."


def _is_handbook(glance: Glance) -> bool:
    return glance.head is not None and Kind.HANDBOOK in glance.head.kind


def _word(grade: Grade, glance: Glance) -> str:
    return "not here" if grade is Grade.MISSING and not _is_handbook(glance) else grade.value


def _step(standing: Standing, look: Look) -> Iterator[str]:
    word = standing.grade.value
    mark = paint(word, _COLOURS[standing.grade], look) + " " * (_COLUMN - len(word))
    first, *more = wrapped(show(_sentence(standing)), look.width, _INDENT)
    yield f"{mark}{standing.step.number:>2}. {first.strip()}"
    yield from more
    yield from (line for reason in _reasons(standing) for line in wrapped(show(reason), look.width, _INDENT))


def _sentence(standing: Standing) -> str:
    """What the policy holds of a step, and what it lacks there."""
    title, progress = standing.step.title, standing.progress
    if standing.grade is Grade.MISSING:
        return title
    lacks = f" Lacks {joined(progress.lacks)}." if progress.lacks else ""
    return f"{title}: {', '.join(progress.holds)}.{lacks}"


def _reasons(standing: Standing) -> Iterator[str]:
    """The gravest thing that was found about a step, and how much more there is."""
    if standing.found and standing.grade is Grade.THIN:
        first = min(standing.found, key=lambda each: (each.severity.rank, each.span.start))
        others = len(standing.found) - 1
        more = f" And {others} more." if others else ""
        yield f"Line {first.span.start.line}: {first.message}{more}"


def _found(glance: Glance, look: Look) -> Iterator[str]:
    if not glance.findings:
        yield "Findings: none."
        return
    yield f"Findings: {counted(glance.findings)}."
    grave = [each for each in glance.findings if each.severity is Severity.ERROR]
    for each in grave[:SHOWN]:
        yield from _finding(each, look)
    if len(grave) > SHOWN:
        yield f"- and {len(grave) - SHOWN} more errors"
    file = "-" if glance.file == STANDARD_INPUT else glance.file
    yield f"All of it, line by line: policyctl validate {show(shlex.quote(file))}"


def _finding(finding: Finding, look: Look) -> Iterator[str]:
    first, *more = wrapped(show(f"Line {finding.span.start.line}: {finding.message}"), look.width, "  ")
    yield f"- {first.strip()}"
    yield from more
