"""Say what several formats say alike: how much was found, where, and what to do next."""

import shlex
from collections.abc import Iterable

from policyctl.errors import PolicyctlError
from policyctl.findings import Finding, Severity
from policyctl.reporters.report import Report
from policyctl.reporters.untrusted import show

STANDARD_INPUT = "stdin"
"""The name that a policy bears which came from no file."""

_PLURALS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "remarks"}
_SINGULARS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "remark"}


def counted(findings: Iterable[Finding]) -> str:
    """How many of each severity there are: `2 errors, 1 warning and 3 remarks`."""
    severities = [finding.severity for finding in findings]
    counts = [(severity, severities.count(severity)) for severity in Severity]
    words = [f"{count} {_SINGULARS[s] if count == 1 else _PLURALS[s]}" for s, count in counts if count]
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]


def mistakes(count: int) -> str:
    """So many mistakes in words."""
    return "1 mistake" if count == 1 else f"{count:,} mistakes"


def in_a_line(problem: Finding | PolicyctlError) -> str:
    """What is wrong and what to do about it, in one line that can be shown anywhere."""
    return show(" ".join(f"{problem.message} {problem.hint or ''}".split()))


def in_lines(problem: Finding | PolicyctlError) -> str:
    """What is wrong and what to do about it, each line made safe; what is set in is an example and stays so."""
    text = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return "\n".join(show(line) for line in text.split("\n"))


def closing(report: Report) -> list[str]:
    """The last sentences, each a line of its own; a policy in order is never passed over in silence."""
    if not report.findings:
        return [_in_order(report), *_accepted(report), _print_it(report)]
    found = " ".join([f"Found {counted(report.findings)} in {_where(report)}.", *_accepted(report)])
    if report.valid:
        return [found + " Nothing here stops you.", _print_it(report)]
    if report.unread:
        more = "Mend what is marked, then check again: more may be found once all of it can be read."
        return [found, more, *_by_itself(report)]
    return [found, "Mend what is marked, then check again.", *_by_itself(report)]


def _by_itself(report: Report) -> list[str]:
    """How to have mended what needs no thinking, where there is such a thing."""
    files = list(dict.fromkeys(finding.span.file for finding in report.findings if finding.fix))
    if not files or files == [STANDARD_INPUT]:
        return []
    named = show(shlex.quote(files[0])) if len(files) == 1 else "FILE"
    return [f"What is certain is mended by: policyctl validate --fix {named}"]


def _in_order(report: Report) -> str:
    sections = sum(checked.sections for checked in report.files)
    parts = "1 section" if sections == 1 else f"{sections} sections"
    one = len(_files(report)) == 1
    if report.accepted:
        return f"{_policies(report)} {'holds' if one else 'hold'} nothing new: {parts} checked."
    return f"{_policies(report)} {'is' if one else 'are'} in order: {parts} checked."


def _accepted(report: Report) -> list[str]:
    """What a baseline keeps out of sight is said, since it still waits to be mended."""
    if not report.accepted:
        return []
    more = "1 finding is" if report.accepted == 1 else f"{report.accepted} findings are"
    return [f"{more} accepted in {show(report.baseline)} and left out."]


def _print_it(report: Report) -> str:
    files = _files(report)
    named = show(shlex.quote("-" if files == [STANDARD_INPUT] else files[0])) if len(files) == 1 else "FILE"
    return f"Next: policyctl render {named}"


def _files(report: Report) -> list[str]:
    return [checked.file for checked in report.files if checked.is_policy]


def _policies(report: Report) -> str:
    files = _files(report)
    return show(files[0]) if len(files) == 1 else f"{len(files)} policies"


def _where(report: Report) -> str:
    found = [checked for checked in report.files if checked.findings]
    files = [checked.file for checked in found if checked.is_policy]
    others = [show(checked.file) for checked in found if not checked.is_policy]
    if len(files) == len(_files(report)):
        return " and ".join([_policies(report), *others])
    some = show(files[0]) if len(files) == 1 else f"{len(files)} of {_policies(report)}"
    return " and ".join([some, *others] if files else others)
