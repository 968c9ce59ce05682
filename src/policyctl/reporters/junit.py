"""Write JUnit XML: a test for each finding, and one that passes for each policy without any."""

from collections.abc import Iterator

from policyctl.errors import PolicyctlError
from policyctl.findings import Checked, Finding
from policyctl.reporters.report import Look, Report, shown
from policyctl.reporters.text import block
from policyctl.reporters.untrusted import show
from policyctl.reporters.wording import in_a_line

_COUNTED = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def junit(report: Report, look: Look) -> str:
    """A suite for each policy; a finding that fails the run is a failure, a lesser one is a test that was skipped.

    No two tests of a suite bear one name, since GitLab would show one alone.
    """
    suites = [*(_policy(report, checked, look) for checked in report.files), *_troubles(report)]
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_suite("testsuites", "policyctl", suites)}'


def _policy(report: Report, checked: Checked, look: Look) -> str:
    path = report.project.path(checked.file)
    tests = [_test(report, finding, path, look) for finding in shown(checked.findings)]
    return _suite("testsuite", path, tests or [_case(path, "policyctl validate")])


def _suite(tag: str, name: str, parts: list[str]) -> str:
    """Parts with their numbers, which are those of the tags in them: no text holds a `<`."""
    inside = "".join(parts)
    counts = {name: str(inside.count(f"<{each} ")) for name, each in _COUNTED.items()}
    return _tagged(tag, f"\n{inside}", name=name, **counts)


def _test(report: Report, finding: Finding, path: str, look: Look) -> str:
    lines = "\n".join(block(finding, look))
    result = "failure" if report.fails(finding) else "skipped"
    return _case(path, finding.key, _tagged(result, _escaped(lines), message=in_a_line(finding), type=finding.rule))


def _troubles(report: Report) -> Iterator[str]:
    for number, error in enumerate(report.troubles, 1):
        name = f"could not be checked ({number})"
        yield _suite("testsuite", name, [_tagged("testcase", _error(error), classname="policyctl", name=name)])


def _error(error: PolicyctlError) -> str:
    return _tagged("error", _escaped(in_a_line(error)), message=show(error.message), type="trouble")


def _case(path: str, name: str, inside: str = "") -> str:
    return _tagged("testcase", inside, classname=path, name=name, file=path, time="0")


def _tagged(tag: str, inside: str, **attributes: str) -> str:
    return f"<{tag}{_attributes(**attributes)}>{inside}</{tag}>\n"


def _attributes(**values: str) -> str:
    return "".join(f' {name}="{_escaped(show(value))}"' for name, value in values.items())


def _escaped(text: str) -> str:
    """The text as XML; what XML cannot hold at all was made visible before."""
    return "".join(_ESCAPES.get(character, character) for character in text)
