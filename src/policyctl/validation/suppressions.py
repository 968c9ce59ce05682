"""Apply the exceptions that a policy makes to its findings, and say what is wrong with the exceptions themselves.

An exception is an entry of `checks`, which holds for the whole policy, or a note on a line of its own or at its end,
`# policyctl: ignore[vague-time] reason`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from itertools import count
from typing import NamedTuple

from policyctl.findings import Finding, Instead, Issue, Pointer, Severity
from policyctl.rules.retired import RETIRED
from policyctl.schema import Policy
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.quantities.spelling import sure
from policyctl.schema.sections.keeping import CheckSetting, Weight
from policyctl.source import Ignore, Source
from policyctl.validation.findings import finding_at, place_issue
from policyctl.validation.retired import Retired, find_retired

_GUESSES = 100
"""Unknown names for which the likely one is looked up; after so many, nobody reads them one by one."""

_LONGEST = 100
"""Letters of a name that are compared."""


class Setting(NamedTuple):
    """An entry of `checks`: the way to it, and the rule that it is about, where there is such a rule."""

    pointer: Pointer
    check: CheckSetting
    rule: str | None

    def is_active(self, today: date) -> bool:
        """Whether its last day is not over."""
        return self.check.until is None or today <= self.check.until.value


Suppression = Ignore | Setting


class Problem(NamedTuple):
    """Something that is wrong with an exception."""

    suppression: Suppression
    message: str
    hint: str
    instead: Instead | None = None


class Suppressions(NamedTuple):
    """All exceptions of one policy, and which of them passed over something, by rule.

    `rules` are the ids of all rules that take exceptions, `retired` those that are no more.
    """

    source: Source
    settings: tuple[Setting, ...]
    rules: tuple[str, ...]
    today: date
    used: frozenset[tuple[Suppression, str]]
    retired: Retired


def apply_suppressions(  # noqa: PLR0913  What it is decided by, each by its name.
    findings: tuple[Finding, ...],
    policy: Policy,
    *,
    source: Source,
    rules: tuple[str, ...],
    today: date,
    retired: Retired = RETIRED,
) -> tuple[Finding, ...]:
    """The findings that no exception passes over, each as grave as the policy wants it, and those on the exceptions."""
    settings = tuple(_settings(policy, rules))
    if not (settings or source.ignores):
        return findings
    active = {setting.rule: setting for setting in settings if setting.rule and setting.is_active(today)}
    noted = _noted(source.ignores, frozenset(rules))
    remaining, used = [], set[tuple[Suppression, str]]()
    for finding in findings:
        note = noted.get((finding.rule, finding.span.start.line - 1))
        suppression = note or active.get(finding.rule)
        if suppression:
            used.add((suppression, finding.rule))
        if not isinstance(suppression, Ignore):
            remaining += _with_severity(finding, suppression)
    suppressions = Suppressions(source, settings, rules, today, frozenset(used), retired)
    return (*remaining, *_problems(suppressions))


def _problems(suppressions: Suppressions) -> Iterator[Finding]:
    """What is wrong with the exceptions, each problem at its exception."""
    source = suppressions.source
    for rule, check in CHECKS.items():
        for suppression, message, hint, instead in check(suppressions):
            if isinstance(suppression, Setting):
                issue = Issue(suppression.pointer, message, hint, at_key=True, instead=instead)
                yield place_issue(source, issue, rule, Severity.WARNING)
            else:
                span = source.lines.span(source.file, suppression.start, suppression.end)
                yield finding_at(source, span, rule, Severity.WARNING, Issue((), message, hint))


def _settings(policy: Policy, rules: tuple[str, ...]) -> Iterator[Setting]:
    if policy.checks is None:
        return
    known = {normalise_name(rule): rule for rule in rules}
    for pointer, check in policy.checks.located(("checks",)):
        yield Setting(pointer, check, known.get(normalise_name(check.named())))


def _noted(ignores: Iterable[Ignore], rules: frozenset[str]) -> Mapping[tuple[str, int], Ignore]:
    """The first note for each rule and line, counted from 0; of many notes above one text, one is enough."""
    found: dict[tuple[str, int], Ignore] = {}
    seen: set[tuple[str, int, int]] = set()
    for ignore in ignores:
        for rule in rules.intersection(ignore.rules):
            if (rule, ignore.first, ignore.last) not in seen:
                seen.add((rule, ignore.first, ignore.last))
                for line in range(ignore.first, ignore.last + 1):
                    found.setdefault((rule, line), ignore)
    return found


def _with_severity(finding: Finding, setting: Setting | None) -> list[Finding]:
    if setting is None:
        return [finding]
    weight = setting.check.counts_as
    return [] if weight is Weight.OFF else [finding._replace(severity=Severity(weight.value))]


def exception_unknown(suppressions: Suppressions) -> Iterator[Problem]:
    """An exception for a check that does not exist, or that names none.

    Why it matters: whoever wrote it believes that something is passed over, and the next report says otherwise.

    Diff:

          checks:
        -   vague-tim: off because our regulator wrote the sentence  # <- here
        +   vague-time: off because our regulator wrote the sentence
          standards:
        -   Refunds: We pay your money back on the same day.
        +   Refunds: We pay your money back as soon as possible.
    """
    unknown = count()
    for setting in suppressions.settings:
        if setting.rule is None:
            yield _unknown(setting, setting.check.named(), suppressions, next(unknown))
    known = frozenset(suppressions.rules)
    for ignore in suppressions.source.ignores:
        for name in ignore.rules:
            if name not in known:
                yield _unknown(ignore, name, suppressions, next(unknown))
        if not ignore.rules:
            hint = "Write the name of the finding in brackets: `# policyctl: ignore[vague-time]`, then the reason."
            yield Problem(ignore, "This note does not say which finding it passes over.", hint)


def _unknown(suppression: Suppression, name: str, suppressions: Suppressions, before: int) -> Problem:
    """What became of a rule that is no more, or what was likely meant; with many `before` it none is guessed."""
    if gone := find_retired(name, suppressions.retired):
        delete = "Delete the line." if isinstance(suppression, Setting) else "Delete the note."
        hint = f"Write `{gone.successor}` instead." if gone.successor else delete
        return Problem(suppression, gone.message, hint, (name, gone.successor) if gone.successor else None)
    word = name.casefold().replace(" ", "-")[:_LONGEST]
    near = get_close_matches(word, suppressions.rules, 1, 0.7) if before < _GUESSES else []
    hint = f"Did you mean `{near[0]}`?" if near else "See all their names with `policyctl rules`."
    instead = (name, near[0]) if near and sure(word, suppressions.rules) == near[0] else None
    return Problem(suppression, f"Nothing that an exception can pass over is called “{name}”.", hint, instead)


def exception_without_reason(suppressions: Suppressions) -> Iterator[Problem]:
    """An exception that does not say why it is made.

    Why it matters: in a year nobody knows whether it still holds, so nobody dares to delete it.

    Diff:

          checks:
        -   vague-time: off  # <- here
        +   vague-time: off because our regulator wrote the sentence
          standards:
            Refunds: We pay your money back as soon as possible.
    """
    for setting in suppressions.settings:
        if setting.rule and not setting.check.because and setting.check.counts_as is not Weight.ERROR:
            weight = setting.check.counts_as
            counts = "is switched off" if weight is Weight.OFF else f"counts as {weight}"
            until = f" until {setting.check.until}" if setting.check.until else ""
            hint = f"Go on with the reason: `{setting.rule}: {weight}{until} because …`."
            yield Problem(setting, f"Nothing says why `{setting.rule}` {counts} here.", hint)
    for ignore in suppressions.source.ignores:
        if ignore.rules and not ignore.reason:
            message = f"Nothing says why `{', '.join(ignore.rules)}` is passed over here."
            yield Problem(ignore, message, "Write the reason behind the bracket.")


def exception_unused(suppressions: Suppressions) -> Iterator[Problem]:
    """An exception that passes over nothing.

    Why it matters: what it was made for has been mended, and from now on it would hide the next mistake of its kind.

    Diff:

        - checks:
        -   vague-time: off because our regulator wrote the sentence  # <- here
          standards:
            Refunds: We pay your money back on the same day.
    """
    used, today, known = suppressions.used, suppressions.today, frozenset(suppressions.rules)
    for setting in suppressions.settings:
        off = setting.check.counts_as is Weight.OFF
        if setting.rule and off and setting.is_active(today) and (setting, setting.rule) not in used:
            yield Problem(setting, f"`{setting.rule}` has nothing to pass over in this policy.", "Delete the line.")
    for ignore in suppressions.source.ignores:
        for rule in ignore.rules:
            if rule in known and (ignore, rule) not in used:
                yield Problem(ignore, f"`{rule}` has nothing to pass over here.", "Delete the note.")


def exception_lapsed(suppressions: Suppressions) -> Iterator[Problem]:
    """An exception whose last day is over, so that what it passed over is told again.

    Why it matters: it was made for a time, and whoever made it wanted to be asked again.

    Diff:

          checks:
        -   vague-time: off until 1 March 2020 because the new wording is with our lawyer  # <- here
        +   vague-time: off until 1 March 2090 because the new wording is with our lawyer
          standards:
        -   Refunds: We pay your money back on the same day.
        +   Refunds: We pay your money back as soon as possible.
    """
    for setting in suppressions.settings:
        if setting.rule and not setting.is_active(suppressions.today):
            hint = "Delete the line once what it passed over is mended, or write a later day and why."
            yield Problem(setting, f"The exception for `{setting.rule}` ended on {setting.check.until}.", hint)


CHECKS: Mapping[str, Callable[[Suppressions], Iterator[Problem]]] = {
    "exception-unknown": exception_unknown,
    "exception-without-reason": exception_without_reason,
    "exception-unused": exception_unused,
    "exception-lapsed": exception_lapsed,
}
"""What there is to say about exceptions, by the id of the finding; the docstring is its documentation."""
