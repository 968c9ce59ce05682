"""Every format reports on shops with every kind of finding, and gives its readers what they demand."""

import json
import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from markdown_it import MarkdownIt
from tests.cli.conftest import Cli, cli  # noqa: F401  A fixture that these tests share.

from policyctl import __version__
from policyctl.errors import PolicyctlError
from policyctl.findings import Checked, Severity
from policyctl.reporters import REPORTERS, Look, Project, Report, reporter
from policyctl.validation import validate
from policyctl.validation.rulebook import every_page

CASES = Path(__file__).parent.parent / "cases" / "reports"
SHOPS = sorted((CASES / "shops").iterdir())
SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
HOSTILE = 'a\x1b[2J\n::error::b,c%"<&>\udcff寿司.yaml'
DAY = date(2026, 11, 23)


def _shops(**changes: Any) -> Report:
    files = tuple(validate(path.read_bytes(), f"shops/{path.name}", today=DAY).checked for path in SHOPS)
    return replace(Report(files, troubles=(PolicyctlError("There is no file called missing.yaml."),)), **changes)


def _many(count: int, severity: Severity, file: str = "policy.yaml") -> Checked:
    finding = _shops().findings[0]
    finding = finding._replace(severity=severity, span=finding.span._replace(file=file))
    return Checked(file, tuple(finding._replace(key=f"{severity} {number}") for number in range(count)))


def _said(name: str, report: Report) -> str:
    return reporter(name)(report, Look())


@pytest.mark.parametrize("form", REPORTERS)
def test_a_whole_report(cli: Cli, form: str) -> None:  # noqa: F811  The fixture.
    shutil.copytree(CASES / "shops", "shops")
    options = ("--today", "2026-11-23", "--format", "concise", "--report", f"{form}=report")
    said = cli("validate", "shops", "missing.yaml", *options)
    expected = (CASES / f"report.{form}").read_text(encoding="utf-8").replace("VERSION", __version__)
    assert Path("report").read_text(encoding="utf-8") == expected
    assert said.code == 2
    assert said.err.startswith("policyctl: There is no file or folder called missing.yaml.\n")


def test_a_report_has_a_finding_of_every_severity() -> None:
    assert {finding.severity for finding in _shops().findings} == set(Severity)
    assert any(not checked.findings for checked in _shops().files)


@pytest.mark.parametrize("name", REPORTERS)
def test_nothing_checked_and_nothing_found_are_no_crash(name: str) -> None:
    nothing = _said(name, Report(()))
    in_order = _said(name, Report((Checked("policy.yaml", sections=3),)))
    assert {nothing[-1:], in_order[-1:]} <= {"\n", ""}
    if name in ("text", "concise"):
        assert (nothing, in_order.splitlines()[0]) == ("", "policy.yaml is in order: 3 sections checked.")


@pytest.mark.parametrize("name", REPORTERS)
def test_a_hostile_name_of_a_file_harms_nobody(name: str) -> None:
    finding = _shops().findings[0]
    hostile = finding._replace(span=finding.span._replace(file=HOSTILE))
    said = _said(name, Report((Checked(HOSTILE, (hostile,)),)))
    assert said.encode("utf-8")
    assert re.search(r"[\x00-\x09\x0b-\x1f]", said) is None
    assert [line for line in said.splitlines() if line.startswith("::")] == (
        said.splitlines() if name == "github" else []
    )


# ---- SARIF -------------------------------------------------------------------------------------------------------


def _sarif(report: Report) -> dict[str, Any]:
    whole = json.loads(_said("sarif", report))
    jsonschema.Draft4Validator(SCHEMA).validate(whole)
    (run,) = whole["runs"]
    assert isinstance(run, dict)
    return run


@pytest.mark.parametrize("report", [_shops(), _shops(troubles=()), Report(())], ids=["troubled", "whole", "empty"])
def test_sarif_keeps_to_its_schema(report: Report) -> None:
    run = _sarif(report)
    assert run["invocations"][0]["executionSuccessful"] is not bool(report.troubles)
    assert len(run["results"]) == len(report.findings)


def test_code_scanning_gets_all_that_it_asks_for() -> None:
    run = _sarif(_shops())
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        texts = [rule["shortDescription"]["text"], rule["fullDescription"]["text"], rule["help"]["text"]]
        assert all(texts)
        assert max(map(len, texts[:2])) <= 1024
        assert rule["help"]["markdown"].startswith(f"## {rule['id']}\n")
        assert rule["name"] != rule["id"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) < (region["endLine"], region["endColumn"])
        assert location["physicalLocation"]["artifactLocation"]["uriBaseId"] in run["originalUriBaseIds"]
        assert re.fullmatch(r"[0-9a-f]{16}:1", result["partialFingerprints"]["primaryLocationLineHash"])
    assert [result["level"] for result in run["results"]] == ["warning", "error", "note", "error"]


def test_every_rule_fits_into_sarif() -> None:
    finding = _shops().findings[0]
    each = tuple(finding._replace(rule=page, key=page) for page in every_page())
    assert len(_sarif(Report((Checked("policy.yaml", each),)))["tool"]["driver"]["rules"]) == len(each)


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a b%/ä:?#.yaml", "sub/a%20b%25/%C3%A4%3A%3F%23.yaml"),
        ("./x/../policy.yaml", "sub/policy.yaml"),
        ("../policy.yaml", "policy.yaml"),
        ("/shop/sub/policy.yaml", "sub/policy.yaml"),
        ("/elsewhere/a b.yaml", "file:///elsewhere/a%20b.yaml"),
        ("\udcff.yaml", "sub/%FF.yaml"),
    ],
)
def test_a_file_is_named_from_the_top_of_the_project(file: str, uri: str) -> None:
    finding = _shops().findings[0]
    checked = Checked(file, (finding._replace(span=finding.span._replace(file=file)),))
    (result,) = _sarif(Report((checked,), project=Project("/shop", "/shop/sub")))["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact["uri"] == uri
    assert ("uriBaseId" in artifact) is not uri.startswith("file:")


def test_words_of_a_policy_are_no_link() -> None:
    told = [result["message"]["text"] for result in _sarif(_shops())["results"]]
    assert any("[there] (http" in text for text in told)
    assert all("](" not in text for text in told)


# ---- GitHub ------------------------------------------------------------------------------------------------------

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def _commands(report: Report) -> list[tuple[str, dict[str, str], str]]:
    found = []
    for line in _said("github", report).splitlines():
        matched = COMMAND.fullmatch(line)
        assert matched, line
        properties = dict(each.split("=", 1) for each in matched[2].split(","))
        found.append((matched[1], {key: unquote(value) for key, value in properties.items()}, unquote(matched[3])))
    return found


def test_marks_come_gravest_first_and_what_could_not_be_checked_before_all() -> None:
    commands = _commands(_shops())
    assert [name for name, _, _ in commands] == ["error", "error", "error", "warning", "notice"]
    assert commands[0][1:] == ({"title": "policyctl"}, "There is no file called missing.yaml.")
    assert commands[1][1]["file"] == "shops/1 fish & chips, 100%.policy.yaml"


def test_no_more_marks_than_github_shows_and_how_many_are_left() -> None:
    report = Report((_many(12, Severity.INFO), _many(25, Severity.WARNING), _many(11, Severity.ERROR)))
    commands = _commands(report)
    assert [name for name, _, _ in commands] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert commands[-1][2] == "GitHub shows no more of them; 19 more: run policyctl validate to see them all."
    assert len(_commands(Report((_many(10, Severity.INFO), _many(10, Severity.ERROR))))) == 20


def test_columns_are_told_only_within_one_line() -> None:
    finding = _shops().findings[0]
    long = finding._replace(span=finding.span._replace(end=finding.span.end._replace(line=99)))
    ((_, properties, _),) = _commands(Report((Checked("policy.yaml", (long,)),)))
    assert (properties["endLine"], "col" in properties) == ("99", False)


@pytest.mark.parametrize(("settings", "marked"), [({"GITHUB_ACTIONS": "true"}, True), ({}, False)])
@pytest.mark.parametrize("options", [(), ("--format", "text")])
def test_in_a_job_on_github_marks_follow_the_text_unless_a_format_is_asked_for(
    cli: Cli,  # noqa: F811  The fixture.
    monkeypatch: pytest.MonkeyPatch,
    settings: dict[str, str],
    options: tuple[str, ...],
    *,
    marked: bool,
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    shutil.copytree(CASES / "shops", "shops")
    said = cli("validate", "shops", "--today", "2026-11-23", *options).out
    assert said.startswith("shops/1 fish")
    assert ("\n::error file=" in said) is (marked and not options)


# ---- GitLab ------------------------------------------------------------------------------------------------------


def test_gitlab_collapses_nothing() -> None:
    report = _shops()
    entries = json.loads(_said("gitlab", report))
    twins = json.loads(_said("gitlab", Report((_many(3, Severity.ERROR), _many(3, Severity.ERROR, "b.yaml")))))
    for found in (entries, twins):
        assert len({entry["fingerprint"] for entry in found}) == len(found)
    assert [entry["severity"] for entry in entries] == ["minor", "major", "info", "major"]
    assert all(entry["location"]["lines"]["begin"] >= 1 for entry in entries)
    assert _said("gitlab", Report(())) == "[]\n"


# ---- JUnit -------------------------------------------------------------------------------------------------------


def test_junit_collapses_nothing() -> None:
    report = _shops()
    whole = ET.fromstring(_said("junit", report))  # noqa: S314  Our own.
    cases = [(case.get("classname"), case.get("name")) for case in whole.iter("testcase")]
    assert len(set(cases)) == len(cases) == len(report.findings) + 2
    told = {key: int(whole.get(key) or "0") for key in ("tests", "failures", "errors", "skipped")}
    assert told == {"tests": 6, "failures": 2, "errors": 1, "skipped": 2}


def test_junit_fails_where_the_run_fails() -> None:
    for fail_on, failures in ((Severity.ERROR, 2), (Severity.WARNING, 3), (Severity.INFO, 4)):
        whole = ET.fromstring(_said("junit", _shops(fail_on=fail_on)))  # noqa: S314  Our own.
        assert len(list(whole.iter("failure"))) == failures
        assert sum(int(suite.get("failures") or "0") for suite in whole.iter("testsuite")) == failures


# ---- Markdown ----------------------------------------------------------------------------------------------------


def test_words_of_a_policy_stay_words_in_markdown() -> None:
    page = MarkdownIt("commonmark").render(_said("markdown", _shops()))
    assert "<a " not in page
    assert "<you>" not in page
    assert page.count("<li>") == 5
    assert "<code>`" not in page


def test_a_summary_has_an_end() -> None:
    said = _said("markdown", Report((_many(250, Severity.WARNING),)))
    assert said.count("- **warning**") == 100
    assert "… and 150 more." in said
    finding = _shops().findings[0]._replace(message="寿" * 90_000)
    assert "… and 3 more." in _said("markdown", Report((Checked("policy.yaml", (finding,) * 5),)))


# ---- JSON lines --------------------------------------------------------------------------------------------------


def test_each_line_is_an_object_and_the_last_one_sums_up() -> None:
    lines = [json.loads(line) for line in _said("jsonl", _shops()).splitlines()]
    assert [line["kind"] for line in lines] == ["finding"] * 4 + ["trouble", "summary"]
    assert {line["format_version"] for line in lines} == {1}
    assert lines[-1]["counts"] == {"error": 2, "warning": 1, "info": 1}
