"""A report in, the line that ends it out: what was checked, what was found, and what to do next."""

import shlex

from policyctl.reporters.report import Report
from policyctl.reporters.untrusted import show
from policyctl.reporters.wording import counted

STANDARD_INPUT = "stdin"
"""The name that a policy bears which came from no file."""


def closing(report: Report) -> list[str]:
    """The last sentences, each a line of its own; a policy in order is never passed over in silence."""
    if not report.findings:
        return [_in_order(report), _print_it(report)]
    found = f"Found {counted(report.findings)} in {_where(report)}."
    if report.valid:
        return [found + " Nothing here stops you.", _print_it(report)]
    if report.unread:
        return [
            found,
            "Mend what is marked, then check again: the rest is judged once all of it can be read.",
        ]
    return [found, "Mend what is marked, then check again."]


def _in_order(report: Report) -> str:
    sections = sum(checked.sections for checked in report.files)
    parts = "1 section" if sections == 1 else f"{sections} sections"
    verb = "is" if len(report.files) == 1 else "are"
    return f"{_policies(report)} {verb} in order: {parts} checked."


def _print_it(report: Report) -> str:
    files = [checked.file for checked in report.files]
    named = show(shlex.quote("-" if files == [STANDARD_INPUT] else files[0])) if len(files) == 1 else "FILE"
    return f"Next: policyctl render {named}"


def _policies(report: Report) -> str:
    files = [checked.file for checked in report.files]
    return show(files[0]) if len(files) == 1 else f"{len(files)} policies"


def _where(report: Report) -> str:
    files = [checked.file for checked in report.files if checked.findings]
    if len(files) == len(report.files):
        return _policies(report)
    return show(files[0]) if len(files) == 1 else f"{len(files)} of {_policies(report)}"
