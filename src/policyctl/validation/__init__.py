"""Read a policy and say everything there is to say about it; nothing is opened, printed or raised."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from policyctl.errors import PolicyctlError
from policyctl.findings import Checked, Finding, Issue, Pointer, Severity
from policyctl.rules import FAMILIES, RULES, RuleContext, rules_for
from policyctl.schema import Policy
from policyctl.schema import read as read_policy
from policyctl.schema.reading import HEAD, Reading, in_file
from policyctl.source import RULES as SOURCE_RULES
from policyctl.source import Source
from policyctl.source import read as read_source
from policyctl.validation.budget import SECONDS, ask
from policyctl.validation.findings import place_issue, sort_findings
from policyctl.validation.pictures import Picture, read_picture
from policyctl.validation.suppressions import CHECKS, apply_suppressions

Assets = Callable[[str], bytes]
"""What gives the bytes of a file that a policy names; raises PolicyctlError where it cannot be used."""

SUPPRESSIBLE = (*(rule.id for rule in RULES), *SOURCE_RULES)
"""The rules that a policy may make exceptions to; of those of reading, where nothing of the policy is lost."""

OF_ABSENCE = frozenset(rule.id for rule in FAMILIES["structure"]) | {
    "approver-out-of-reach", "closed-days-unknown", "direct-route-missing", "escalation-without-decider",
    "goal-unlinked", "goal-unmeasured", "goal-without-procedure", "ladder-without-beginning", "limit-without-clock",
    "missed-promise-unanswered", "no-other-format", "one-way-in", "profile-unsupported", "remedy-half-said",
    "training-gap",
}  # fmt: skip
"""Rules that say of one part of a policy what another lacks: they are silent where not all of it could be read."""

NAMED_ELSEWHERE = frozenset({
    "policy", "brand", "mission", "always", "never", "facts", "discretion", "complaints", "terms", "remedies", "tone",
    "guides", "staff_input", "feedback", "pilot", "training", "rollout", "leadership", "access", "privacy", "conduct",
    "review", "changelog", "glossary", "checks",
})  # fmt: skip
"""Sections in which no other section looks for its names: what is left out of them makes no name unknown."""

_LOGO = ("brand", "logo")


class Validation(NamedTuple):
    """One policy and what was found in it, sorted by place.

    `policy` is there when it could be read whole, and `logo` when it names a picture that can be printed.
    """

    source: Source
    policy: Policy | None
    findings: tuple[Finding, ...]
    logo: Picture | None = None

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that keep the policy from being used; where it could not be read there is one at least."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    @property
    def valid(self) -> bool:
        """Whether nothing that was found is an error."""
        return not self.errors

    @property
    def checked(self) -> Checked:
        """What a report needs to know; the rest may go."""
        sections = len(self.policy.set_fields()) - 1 if self.policy else 0
        return Checked(self.source.file, self.findings, sections, whole=self.policy is not None)


def read(data: bytes, file: str) -> Validation:
    """Read one policy without judging what it says; `file` is the name that its findings bear."""
    return _read(data, file, partly=False)


def read_partly(data: bytes, file: str) -> Validation:
    """Read one policy as far as it can be read: `policy` is what is left without that which `errors` are about."""
    return _read(data, file, partly=True)


def _read(data: bytes, file: str, *, partly: bool) -> Validation:
    source = read_source(data, file)
    if source.data is None:
        return Validation(source, None, sort_findings(source.findings, None))
    reading = read_policy(source.data)
    found = (*source.findings, *_problems(source, reading))
    rest = None if set(HEAD) & set(reading.left_out) else reading.readable
    policy = rest if partly and reading.policy is None else reading.policy
    return Validation(source, policy, sort_findings(found, source.data))


def validate(  # noqa: PLR0913  What a policy is judged by, each by its name.
    data: bytes,
    file: str,
    *,
    today: date,
    before: Policy | None = None,
    assets: Assets | None = None,
    seconds: float = SECONDS,
) -> Validation:
    """Judge one policy, for at most so many `seconds`.

    `today` is what overdue is measured against, `before` the policy that it is to replace. The logo that the policy
    names is checked where `assets` can give it.
    """
    source = read_source(data, file)
    if source.data is None:
        return Validation(source, None, sort_findings(source.findings, None))
    reading = read_policy(source.data)
    policy = reading.policy
    if policy is None:
        return Validation(source, None, sort_findings(_judge_rest(source, reading, today, seconds), source.data))
    errors = [finding for finding in source.findings if finding.severity is Severity.ERROR]
    noticed = [finding for finding in source.findings if finding.severity is not Severity.ERROR]
    judged = (*noticed, *_judge(source, RuleContext(policy, today, before), seconds))
    remaining = apply_suppressions(judged, policy, source=source, rules=SUPPRESSIBLE, today=today)
    logo = None
    if assets and (name := policy.brand and policy.brand.logo):
        try:
            logo = read_picture(assets(name), name)
        except PolicyctlError as error:
            issue = Issue(_LOGO, error.message, error.hint)
            errors.append(place_issue(source, issue, "unusable-logo", Severity.ERROR))
    return Validation(source, policy, sort_findings((*errors, *remaining), source.data), logo)


def _judge_rest(source: Source, reading: Reading, today: date, seconds: float) -> Iterator[Finding]:
    """What keeps a policy from being read, and what is to be said of all that could be."""
    yield from source.findings
    yield from _problems(source, reading)
    if reading.readable is None:
        return
    judged = _judge(source, RuleContext(reading.readable, today, None), seconds, reading.left_out)
    remaining = apply_suppressions(tuple(judged), reading.readable, source=source, rules=SUPPRESSIBLE, today=today)
    yield from (finding for finding in remaining if finding.rule not in CHECKS)


def _problems(source: Source, reading: Reading) -> Iterator[Finding]:
    return (place_issue(source, each.issue, each.rule, Severity.ERROR) for each in reading.problems)


def _judge(source: Source, context: RuleContext, seconds: float, left_out: tuple[Pointer, ...] = ()) -> list[Finding]:
    """The findings of every rule; what may only be missing because it could not be read is not asked for."""
    issues = ask(rules_for(context.status), context, seconds)
    if left_out:
        names_are_whole = all(pointer[0] in NAMED_ELSEWHERE for pointer in left_out)
        silent = OF_ABSENCE - ({"unknown-reference"} if names_are_whole else set())
        issues = (
            (rule, severity, issue._replace(pointer=in_file(issue.pointer, left_out)))
            for rule, severity, issue in issues
            if rule not in silent
        )
        issues = (each for each in issues if not _may_be_left_out(each[2].pointer, left_out))
    return [place_issue(source, issue, rule, severity) for rule, severity, issue in issues]


def _may_be_left_out(pointer: Pointer, left_out: tuple[Pointer, ...]) -> bool:
    """Whether something was left out below a place, or beside it in the same entry."""
    return any(
        each[: len(pointer)] == pointer or (_is_field(each[-1]) and each[:-1] == pointer[:-1]) for each in left_out
    )


def _is_field(segment: str | int) -> bool:
    """Whether a step of the way is a word of the language and not a name or a number."""
    return isinstance(segment, str) and segment.islower() and " " not in segment
