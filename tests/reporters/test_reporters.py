"""What each format says about a policy, whole."""

import json
from datetime import date
from itertools import pairwise
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyctl.findings import Severity
from policyctl.reporters import REPORTERS, Look, Report, cells, reporter
from policyctl.reporters.json import rfc6901
from policyctl.validation import validate

HEAD = "policyctl: 1\npolicy:\n  title: How we look after our customers\n  organisation: Rosa\n"


def _report(text: str, fail_on: Severity = Severity.ERROR, file: str = "policy.yaml") -> Report:
    return Report((validate((HEAD + text).encode(), file, today=date(2026, 11, 23)).checked,), fail_on)


@pytest.mark.parametrize("width", [30, 40, 80])
def test_nothing_disappears_on_a_narrow_terminal(width: int) -> None:
    report = _report(
        "standards:\n  Answer the phone in the shop and in the workshop:\n    withn: 6 rings\n    met: mostly\n"
    )
    text = reporter("text")(report, Look(width))
    told = " ".join(text.split())
    for finding in report.findings:
        assert finding.message in told
        assert " ".join((finding.hint or "").split()) in told
    assert all(cells(line) <= width for line in text.splitlines() if line.startswith("  ") and "`" not in line)


@pytest.mark.parametrize("width", [30, 80])
def test_the_mark_stands_below_the_words_in_question_also_beside_wide_characters(width: int) -> None:
    report = _report("brand: {text_font: 寿司屋さん寿司屋さん寿司屋さん, acent: 1}\n")
    lines = reporter("text")(report, Look(width)).splitlines()
    source, mark = next((one, two) for one, two in pairwise(lines) if "^" in two)
    before = source[: source.index("acent")]
    assert cells(before) == len(mark) - len(mark.lstrip(" |").lstrip()) == mark.index("^")
    assert mark.count("^") == len("acent")
    assert cells(source) <= width


def test_colour_is_never_the_only_carrier() -> None:
    report = _report("foo: 1\n")
    coloured = reporter("text")(report, Look(80, colour=True))
    plain = reporter("text")(report, Look(80))
    assert coloured != plain
    assert coloured.replace("\x1b[1m", "").replace("\x1b[1;31m", "").replace("\x1b[0m", "") == plain


def test_concise_is_one_line_a_finding() -> None:
    said = reporter("concise")(_report("foo: 1\n", file="a b.yaml"), Look(20))
    assert said == (
        "a b.yaml:5:1: error unknown-key: “foo” is not a word that is known here. "
        "See which sections there are with `policyctl explain`.\n"
        "Found 1 error in a b.yaml.\n"
        "Mend what is marked, then check again: more may be found once all of it can be read.\n"
    )


def test_json_is_for_programs() -> None:
    said = reporter("json")(_report("standards:\n  A/B ~:\n    withn: 1\n"), Look())
    assert said.isascii()
    assert json.loads(said) == {
        "format_version": 1,
        "valid": False,
        "counts": {"error": 1, "warning": 0, "info": 0},
        "files": [
            {
                "file": "policy.yaml",
                "findings": [
                    {
                        "rule": "unknown-key",
                        "severity": "error",
                        "message": "“withn” is not a word that is known here.",
                        "hint": "Did you mean `within`?",
                        "span": {"line": 7, "column": 5, "end_line": 7, "end_column": 10},
                        "pointer": "/standards/A~1B ~0/withn",
                        "key": "unknown-key: standards > A/B ~ > withn",
                        "fix": [{"span": {"line": 7, "column": 5, "end_line": 7, "end_column": 10}, "text": "within"}],
                    }
                ],
            }
        ],
        "troubles": [],
    }


@pytest.mark.parametrize(("pointer", "text"), [((), ""), (("a", 0, "m~n/o"), "/a/0/m~0n~1o"), (("",), "/")])
def test_a_pointer_is_written_as_rfc_6901_says(pointer: tuple[str | int, ...], text: str) -> None:
    assert rfc6901(pointer) == text


@pytest.mark.parametrize(
    ("fail_on", "valid"), [(Severity.ERROR, True), (Severity.WARNING, False), (Severity.INFO, False)]
)
def test_a_report_is_valid_below_the_severity_that_fails(fail_on: Severity, *, valid: bool) -> None:
    report = _report("facts:\n  Which bus: Line #7 stops here\n", fail_on)
    assert report.count(Severity.WARNING) == 1
    assert report.valid is valid


def test_a_line_without_end_is_shown_around_the_words_in_question() -> None:
    report = _report("values: {" + "".join(f"a{n}: b, " for n in range(12_000)) + "last: {foo: 1}, z: y}\n")
    lines = reporter("text")(report, Look(60)).splitlines()
    assert lines[2].startswith("  5 | …")
    assert lines[2].endswith("z: y}")
    assert cells(lines[2]) <= 60
    assert lines[2][lines[3].index("^") :].startswith("foo")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=120) | st.text(max_size=120).map(lambda text: (HEAD + text).encode("utf-8", "surrogatepass")))
def test_whatever_is_handed_in_every_format_says_it_in_letters_that_harm_nobody(data: bytes) -> None:
    report = Report((validate(data, "a\x1b[2J.yaml", today=date(2026, 11, 23)).checked,))
    for name in REPORTERS:
        said = reporter(name)(report, Look(40))
        assert all(sign.isprintable() or sign == "\n" or category(sign) == "Zs" for sign in said)
