"""The findings of a policy and the exceptions it makes in; what still stands, and what is wrong with them, out.

An exception is an entry of `checks`, which holds for the whole policy, or a note on a line of its own or at its end,
`# policyctl: ignore[vague-time] reason`.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import NamedTuple

from policyctl.findings import Finding, Pointer, Severity, Span
from policyctl.schema import Policy
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.sections.keeping import CheckSetting, Weight
from policyctl.source import Ignore, Source


class Setting(NamedTuple):
    """An entry of `checks`: the way to it, and the rule that it is about, where there is such a rule."""

    pointer: Pointer
    check: CheckSetting
    rule: str | None

    def holds(self, today: date) -> bool:
        """Whether its last day is not over."""
        return self.check.until is None or today <= self.check.until.value


Passing = Ignore | Setting
"""What passes over a finding."""


class Made(NamedTuple):
    """What was done with the exceptions of one policy: all of them, and those that passed over something, by rule.

    `rules` are the names of all rules that take exceptions.
    """

    source: Source
    settings: tuple[Setting, ...]
    rules: tuple[str, ...]
    today: date
    used: frozenset[tuple[Passing, str]]


def applied(
    findings: tuple[Finding, ...], source: Source, policy: Policy, rules: tuple[str, ...], today: date
) -> tuple[Finding, ...]:
    """The findings that no exception passes over, each as grave as the policy wants it, and those on the exceptions."""
    settings = tuple(_settings(policy, rules))
    if not (settings or source.ignores):
        return findings
    active = {setting.rule: setting for setting in settings if setting.rule and setting.holds(today)}
    standing, used = [], set[tuple[Passing, str]]()
    for finding in findings:
        exception = _exception(finding, source.ignores, active) if finding.rule in rules else None
        if exception:
            used.add((exception, finding.rule))
        if not isinstance(exception, Ignore):
            standing += _counted(finding, exception)
    made = Made(source, settings, rules, today, frozenset(used))
    return (*standing, *(finding for check in CHECKS.values() for finding in check(made)))


def _settings(policy: Policy, rules: tuple[str, ...]) -> Iterator[Setting]:
    if policy.checks is None:
        return
    known = {normalise_name(rule): rule for rule in rules}
    for pointer, check in policy.checks.located(("checks",)):
        yield Setting(pointer, check, known.get(normalise_name(check.named())))


def _exception(finding: Finding, ignores: tuple[Ignore, ...], active: Mapping[str, Setting]) -> Passing | None:
    """What the policy makes of a finding: the note at its line, or else the entry for its rule."""
    line = finding.span.start.line - 1
    noted = (each for each in ignores if each.first <= line <= each.last and finding.rule in each.rules)
    return next(noted, active.get(finding.rule))


def _counted(finding: Finding, setting: Setting | None) -> list[Finding]:
    if setting is None:
        return [finding]
    weight = setting.check.counts_as
    return [] if weight is Weight.OFF else [finding._replace(severity=Severity(weight.value))]


def exception_unknown(made: Made) -> Iterator[Finding]:
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
    for setting in made.settings:
        if setting.rule is None:
            name = setting.check.named()
            yield _at(made, setting, "exception-unknown", _no_rule(name), _likely(name, made.rules))
    for ignore in made.source.ignores:
        for name in (each for each in ignore.rules if each not in made.rules):
            yield _on(made, ignore, "exception-unknown", _no_rule(name), _likely(name, made.rules))
        if not ignore.rules:
            hint = "Write the name of the finding in brackets: `# policyctl: ignore[vague-time]`, then the reason."
            yield _on(made, ignore, "exception-unknown", "This note does not say which finding it passes over.", hint)


def _no_rule(name: str) -> str:
    return f"Nothing that an exception can pass over is called “{name}”."


def _likely(name: str, rules: tuple[str, ...]) -> str:
    near = get_close_matches(name.casefold().replace(" ", "-"), rules, 1, 0.7)
    return f"Did you mean `{near[0]}`?" if near else "See all their names with `policyctl rules`."


def exception_without_reason(made: Made) -> Iterator[Finding]:
    """An exception that does not say why it is made.

    Why it matters: in a year nobody knows whether it still holds, so nobody dares to delete it.

    Diff:

          checks:
        -   vague-time: off  # <- here
        +   vague-time: off because our regulator wrote the sentence
          standards:
            Refunds: We pay your money back as soon as possible.
    """
    rule = "exception-without-reason"
    for setting in made.settings:
        if setting.rule and not setting.check.because and setting.check.counts_as is not Weight.ERROR:
            weight = setting.check.counts_as
            counts = "is switched off" if weight is Weight.OFF else f"counts as {weight}"
            message = f"Nothing says why `{setting.rule}` {counts} here."
            yield _at(made, setting, rule, message, f"Go on with the reason: `{_in_a_line(setting)} because …`.")
    for ignore in made.source.ignores:
        if ignore.rules and not ignore.reason:
            message = f"Nothing says why `{', '.join(ignore.rules)}` is passed over here."
            yield _on(made, ignore, rule, message, "Write the reason behind the bracket.")


def _in_a_line(setting: Setting) -> str:
    until = f" until {setting.check.until}" if setting.check.until else ""
    return f"{setting.rule}: {setting.check.counts_as}{until}"


def exception_unused(made: Made) -> Iterator[Finding]:
    """An exception that passes over nothing.

    Why it matters: what it was made for has been mended, and from now on it would hide the next mistake of its kind.

    Diff:

        - checks:
        -   vague-time: off because our regulator wrote the sentence  # <- here
          standards:
            Refunds: We pay your money back on the same day.
    """
    for setting in made.settings:
        off = setting.check.counts_as is Weight.OFF
        if setting.rule and off and setting.holds(made.today) and (setting, setting.rule) not in made.used:
            message = f"`{setting.rule}` has nothing to pass over in this policy."
            yield _at(made, setting, "exception-unused", message, "Delete the line.")
    for ignore in made.source.ignores:
        for rule in (each for each in ignore.rules if each in made.rules and (ignore, each) not in made.used):
            yield _on(made, ignore, "exception-unused", f"`{rule}` has nothing to pass over here.", "Delete the note.")


def exception_lapsed(made: Made) -> Iterator[Finding]:
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
    for setting in made.settings:
        if setting.rule and not setting.holds(made.today):
            message = f"The exception for `{setting.rule}` ended on {setting.check.until}."
            hint = "Delete the line once what it passed over is mended, or write a later day and why."
            yield _at(made, setting, "exception-lapsed", message, hint)


CHECKS: Mapping[str, Callable[[Made], Iterator[Finding]]] = {
    "exception-unknown": exception_unknown,
    "exception-without-reason": exception_without_reason,
    "exception-unused": exception_unused,
    "exception-lapsed": exception_lapsed,
}
"""What there is to say about exceptions, by the id of the finding; the docstring is its documentation."""


def _at(made: Made, setting: Setting, rule: str, message: str, hint: str) -> Finding:
    return _finding(made, made.source.span(setting.pointer, at_key=True), rule, (message, hint), setting.pointer)


def _on(made: Made, ignore: Ignore, rule: str, message: str, hint: str) -> Finding:
    span = made.source.lines.span(made.source.file, ignore.start, ignore.end)
    return _finding(made, span, rule, (message, hint), ())


def _finding(made: Made, span: Span, rule: str, words: tuple[str, str], pointer: Pointer) -> Finding:
    return Finding(rule, Severity.WARNING, span, *words, pointer, made.source.line(span))
