"""Sum up policies at a glance, for somebody to paste into a mail or a meeting."""

import shlex
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from policyctl.findings import Finding, Severity
from policyctl.meaning.phrases import ENGLISH, Speaker
from policyctl.reporters.layout import BOLD, paint, wrapped
from policyctl.reporters.report import Look
from policyctl.reporters.untrusted import show
from policyctl.reporters.wording import STANDARD_INPUT
from policyctl.rules import RULES
from policyctl.rules.method import Grade, Standing, standings
from policyctl.schema.sections.head import Head, Kind, Status
from policyctl.validation import Validation

SHOWN = 5
"""Errors that are told in full; whoever wants all of them asks without a summary."""

KINDS = {
    Kind.HANDBOOK: "a handbook",
    Kind.CHARTER: "a charter",
    Kind.SUPPORT: "a support policy",
    Kind.COMPLAINTS: "a complaints procedure",
    Kind.TERMS: "terms",
}
"""What a policy calls itself, in a sentence."""

COUNTED = {
    Severity.ERROR: ("{count} error", "{count} errors"),
    Severity.WARNING: ("{count} warning", "{count} warnings"),
    Severity.INFO: ("{count} remark", "{count} remarks"),
}
"""How findings of each severity are counted, one and many."""

_COLOURS = {Grade.DONE: "32", Grade.THIN: "33", Grade.MISSING: "31"}

_WEIGHTY = frozenset(rule.id for rule in RULES if rule.severity is not Severity.INFO)
"""The rules that say more than a remark once a policy is published: what they find makes a step thin in a draft too."""


class Glance(NamedTuple):
    """One policy at a glance; without a head where it could not be read whole."""

    file: str
    findings: tuple[Finding, ...]
    language: str = ""
    head: Head | None = None
    steps: tuple[Standing, ...] = ()


Speakers = Callable[[str], Speaker]
"""Gives the language that is named by its tag; what it has no catalogue for is said in English."""


def glance(validation: Validation) -> Glance:
    """What is kept of a policy for its summary."""
    policy, findings = validation.policy, validation.findings
    if policy is None:
        return Glance(validation.source.file, findings, _language(validation))
    steps = standings(policy, (each for each in findings if each.rule in _WEIGHTY), RULES)
    return Glance(validation.source.file, findings, policy.policy.language or "", policy.policy, steps)


def _language(validation: Validation) -> str:
    """The language that a policy names which could not be read whole."""
    data = validation.source.data
    head = data.get("policy") if isinstance(data, dict) else None
    language = head.get("language") if isinstance(head, dict) else None
    return language if isinstance(language, str) else ""


def summary(glances: Sequence[Glance], today: date, look: Look, speakers: Speakers = lambda _: ENGLISH) -> str:
    """Each policy in turn, in its own language: what it is, how far each step has come, and what was found."""
    return "\n\n".join(_Summary(each, speakers(each.language), today, look).text() for each in glances)


class _Summary:
    """One policy at a glance, in one language."""

    def __init__(self, glance: Glance, speaker: Speaker, today: date, look: Look) -> None:
        self._glance, self._speaker, self._today, self._look = glance, speaker, today, look
        self._column = max(len(speaker.gettext(grade.value)) for grade in Grade) + 1
        self._is_numbered = len(self._shown()) == len(glance.steps)
        self._indent = " " * (self._column + (4 if self._is_numbered else 1))

    def text(self) -> str:
        """All of it."""
        _, glance = self._speaker.gettext, self._glance
        if glance.head is None:
            unread = _("{file} cannot be read whole yet, so nothing is said of its steps.")
            blocks = [wrapped(unread.format(file=show(glance.file)), self._look.width, "")]
        else:
            steps = [line for standing in self._shown() for line in self._step(standing)]
            beyond = wrapped(self._beyond(glance.head), self._look.width, "")
            blocks = [[*self._head(glance.head)], wrapped(self._tally(), self._look.width, ""), steps, beyond]
        return "\n".join("\n".join((*block, "")) for block in (*blocks, [*self._found()]) if block)

    def _head(self, head: Head) -> Iterator[str]:
        _ = self._speaker.gettext
        title = wrapped(f"{show(head.title)}, {show(head.organisation)}", self._look.width, "")
        yield from (paint(line, BOLD, self._look) for line in title)
        status = _((head.status or Status.DRAFT).value)
        version = _("Version {version}").format(version=show(head.version or ""))
        facts = [f"{version}, {status}"] if head.version else [status[:1].upper() + status[1:]]
        if head.effective:
            facts.append(_("in force from {date}").format(date=self._speaker.day(head.effective.value)))
        if head.owner:
            facts.append(_("owner {name}").format(name=show(head.owner)))
        if head.approver and head.approver != head.owner:
            facts.append(_("approved by {name}").format(name=show(head.approver)))
        day = _("As of {date}.").format(date=self._speaker.day(self._today))
        yield from wrapped(f"{', '.join(facts)}. {day}", self._look.width, "")

    def _tally(self) -> str:
        """How many of the steps are done, thin and missing."""
        _ = self._speaker.gettext
        grades = [standing.grade for standing in self._glance.steps]
        words = {self._word(grade): grades.count(grade) for grade in Grade if grade in grades}
        every = _("all")
        counts = [f"{number if number < len(grades) else every} {word}" for word, number in words.items()]
        nothing = not self._is_handbook and set(grades) == {Grade.MISSING}
        shown = _("none is here") if nothing else self._speaker.join(counts)
        text = _("The {count} steps to a handbook that works: {grades}.")
        return text.format(count=len(grades), grades=shown)

    def _shown(self) -> tuple[Standing, ...]:
        """The steps with a line of their own: all of them in a handbook, those that are there in anything else.

        They have numbers where none is missing between them.
        """
        return tuple(each for each in self._glance.steps if self._is_handbook or each.grade is not Grade.MISSING)

    def _beyond(self, head: Head) -> str:
        """What to begin with where steps are missing; of what is no handbook, what it does without."""
        _ = self._speaker.gettext
        missing = [standing.step for standing in self._glance.steps if standing.grade is Grade.MISSING]
        if not missing:
            return ""
        if self._is_handbook:
            first = missing[0]
            text = _("Next: {number}. {title}. Write {begin}, under `{section}`.")
            title, begin = _(first.title), _(first.begin)
            return text.format(number=first.number, title=title, begin=begin, section=first.sections[0])
        kinds = self._speaker.join([_(KINDS[kind]) for kind in head.kind])
        titles = self._speaker.join([_(step.title.lower()) for step in missing])
        if kinds:
            text = _("Not here: {titles}. This policy calls itself {kinds}, and need not hold them.")
            return text.format(titles=titles, kinds=kinds)
        text = _("Not here: {titles}. This policy does not call itself a handbook, and need not hold them.")
        return text.format(titles=titles)

    @property
    def _is_handbook(self) -> bool:
        return self._glance.head is not None and Kind.HANDBOOK in self._glance.head.kind

    def _word(self, grade: Grade) -> str:
        _ = self._speaker.gettext
        return _(grade.value) if grade is not Grade.MISSING or self._is_handbook else _("not here")

    def _step(self, standing: Standing) -> Iterator[str]:
        word = self._speaker.gettext(standing.grade.value)
        mark = paint(word, _COLOURS[standing.grade], self._look) + " " * (self._column - len(word))
        first, *more = wrapped(show(self._sentence(standing)), self._look.width, self._indent)
        number = f"{standing.step.number:>2}. " if self._is_numbered else " "
        yield f"{mark}{number}{first.strip()}"
        yield from more
        for reason in self._reasons(standing):
            yield from wrapped(show(reason), self._look.width, self._indent)

    def _sentence(self, standing: Standing) -> str:
        """What the policy holds of a step, and what it lacks there."""
        _, progress = self._speaker.gettext, standing.progress
        title = _(standing.step.title)
        if standing.grade is Grade.MISSING:
            return title
        holds = ", ".join(each.said(self._speaker) for each in progress.holds)
        lacks = self._speaker.join([each.said(self._speaker) for each in progress.lacks])
        return f"{title}: {holds}." + (" " + _("Lacks {things}.").format(things=lacks) if lacks else "")

    def _reasons(self, standing: Standing) -> Iterator[str]:
        """The gravest thing that was found about a step, and how much more there is."""
        _ = self._speaker.gettext
        if standing.found and standing.grade is Grade.THIN:
            first = min(standing.found, key=lambda each: (each.severity.rank, each.span.start))
            others = len(standing.found) - 1
            more = " " + _("And {count} more.").format(count=others) if others else ""
            yield self._in_line(first) + more

    def _in_line(self, finding: Finding) -> str:
        _ = self._speaker.gettext
        return _("Line {line}: {message}").format(line=finding.span.start.line, message=finding.message)

    def _found(self) -> Iterator[str]:
        _, findings = self._speaker.gettext, self._glance.findings
        if not findings:
            yield _("Findings: none.")
            return
        yield _("Findings: {counts}.").format(counts=self._counted(findings))
        grave = [each for each in findings if each.severity is Severity.ERROR]
        for each in grave[:SHOWN]:
            first, *more = wrapped(show(self._in_line(each)), self._look.width, "  ")
            yield f"- {first.strip()}"
            yield from more
        if len(grave) > SHOWN:
            yield "- " + _("and {count} more errors").format(count=len(grave) - SHOWN)
        file = "-" if self._glance.file == STANDARD_INPUT else self._glance.file
        yield _("All of it, line by line: {command}").format(command=f"policyctl validate {show(shlex.quote(file))}")

    def _counted(self, findings: Sequence[Finding]) -> str:
        severities = [finding.severity for finding in findings]
        counts = ((forms, severities.count(severity)) for severity, forms in COUNTED.items())
        said = (self._speaker.ngettext(*forms, count).format(count=count) for forms, count in counts if count)
        return self._speaker.join([*said])
