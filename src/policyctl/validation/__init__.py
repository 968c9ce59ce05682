"""Read a policy and say everything there is to say about it; nothing is opened, printed or raised."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from policyctl.findings import Checked, Finding, Pointer, Severity
from policyctl.rules import FAMILIES, RULES, RuleContext, rules_for
from policyctl.rules.structure.references import unknown_reference
from policyctl.schema import Policy
from policyctl.schema import read as read_policy
from policyctl.schema.grammar.collection import types_in
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.hints import part_at
from policyctl.schema.reading import HEAD, Reading, in_file
from policyctl.source import RULES as SOURCE_RULES
from policyctl.source import Source
from policyctl.source import read as read_source
from policyctl.validation.brand import Assets, BrandFiles, read_brand
from policyctl.validation.findings import place_issue, sort_findings
from policyctl.validation.suppressions import CHECKS, apply_suppressions

SUPPRESSIBLE = (*(rule.id for rule in RULES), *SOURCE_RULES)
"""The rules that a policy may make exceptions to; of those of reading, where nothing of the policy is lost."""

OF_ABSENCE = frozenset(rule.id for rule in FAMILIES["structure"] if rule.check is not unknown_reference) | {
    "approver-out-of-reach", "closed-days-unknown", "direct-route-missing", "escalation-without-decider",
    "goal-unlinked", "goal-unmeasured", "goal-without-procedure", "ladder-silent-about-night",
    "ladder-without-beginning", "limit-without-clock", "missed-promise-unanswered", "no-other-format", "one-way-in",
    "profile-unsupported", "remedy-half-said", "training-gap",
}  # fmt: skip
"""Rules that say of one part of a policy what another lacks: they are silent where not all of it could be read."""


class Validation(NamedTuple):
    """One policy and what was found in it, sorted by place.

    `policy` is there when it could be read whole; `brand` holds the files that it names for its looks.
    """

    source: Source
    policy: Policy | None
    findings: tuple[Finding, ...]
    brand: BrandFiles = BrandFiles()

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


def validate(
    data: bytes, file: str, *, today: date, before: Policy | None = None, assets: Assets | None = None
) -> Validation:
    """Judge one policy.

    `today` is what overdue is measured against, `before` the policy that it is to replace. The files of its brand
    are checked where `assets` can give them.
    """
    source = read_source(data, file)
    if source.data is None:
        return Validation(source, None, sort_findings(source.findings, None))
    reading = read_policy(source.data)
    policy = reading.policy
    if policy is None:
        return Validation(source, None, sort_findings(_judge_rest(source, reading, today), source.data))
    errors = [finding for finding in source.findings if finding.severity is Severity.ERROR]
    noticed = [finding for finding in source.findings if finding.severity is not Severity.ERROR]
    judged = (*noticed, *_judge(source, RuleContext(policy, today, before)))
    remaining = apply_suppressions(judged, policy, source=source, rules=SUPPRESSIBLE, today=today)
    files = BrandFiles()
    if assets and policy.brand:
        files, problems = read_brand(policy.brand, assets)
        errors += [place_issue(source, each.issue, each.rule, Severity.ERROR) for each in problems]
    return Validation(source, policy, sort_findings((*errors, *remaining), source.data), files)


def _judge_rest(source: Source, reading: Reading, today: date) -> Iterator[Finding]:
    """What keeps a policy from being read, and what is to be said of all that could be."""
    yield from source.findings
    yield from _problems(source, reading)
    if reading.readable is None:
        return
    context = RuleContext(reading.readable, today, unread=_unread(reading.left_out))
    judged = _judge(source, context, reading.left_out)
    remaining = apply_suppressions(tuple(judged), reading.readable, source=source, rules=SUPPRESSIBLE, today=today)
    yield from (finding for finding in remaining if finding.rule not in CHECKS)


def _problems(source: Source, reading: Reading) -> Iterator[Finding]:
    return (place_issue(source, each.issue, each.rule, Severity.ERROR) for each in reading.problems)


def _judge(source: Source, context: RuleContext, left_out: tuple[Pointer, ...] = ()) -> list[Finding]:
    """The findings of every rule; what may only be missing because it could not be read is not asked for."""
    asked = rules_for(context.status)
    issues = (
        (rule.id, severity.gentler if issue.gently else severity, issue)
        for rule, severity in asked
        for issue in rule.check(context)
    )
    if left_out:
        issues = (
            (rule, severity, issue._replace(pointer=in_file(issue.pointer, left_out)))
            for rule, severity, issue in issues
            if rule not in OF_ABSENCE
        )
        issues = (each for each in issues if not _may_be_left_out(each[2].pointer, left_out))
    return [place_issue(source, issue, rule, severity) for rule, severity, issue in issues]


def _unread(left_out: tuple[Pointer, ...]) -> frozenset[str]:
    """The sections of which a name may have been left out: all of them where a section is not known by its word."""
    sections = {str(pointer[0]) for pointer in left_out if not _holds_no_name(pointer)}
    return frozenset(sections if sections <= Policy.model_fields.keys() else Policy.model_fields)


def _holds_no_name(pointer: Pointer) -> bool:
    """Whether what was left out is a limit, or one for a case, in which nobody looks for a name."""
    return any(_is_limit(pointer[:end]) for end in range(2, len(pointer) + 1))


def _is_limit(pointer: Pointer) -> bool:
    part = part_at(pointer[:-1])
    field = part.model_fields.get(part.known_keys().get(str(pointer[-1]), ""))
    return field is not None and any(issubclass(kind, Limits) for kind in types_in(field.annotation))


def _may_be_left_out(pointer: Pointer, left_out: tuple[Pointer, ...]) -> bool:
    """Whether something was left out below a place, or beside it in the same entry."""
    return any(
        each[: len(pointer)] == pointer or (_is_field(each[-1]) and each[:-1] == pointer[:-1]) for each in left_out
    )


def _is_field(segment: str | int) -> bool:
    """Whether a step of the way is a word of the language and not a name or a number."""
    return isinstance(segment, str) and segment.islower() and " " not in segment
