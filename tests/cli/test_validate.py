"""Files, folders and streams are checked: findings go to standard output, trouble to standard error."""

import gc
import io
import json
import os
import sys
import tracemalloc
from datetime import date
from pathlib import Path

import pytest
from tests.cli.conftest import SMALL, Cli

from policyctl.cli.checking import check
from policyctl.findings import Severity

DAY = date(2026, 11, 23)

WRONG = SMALL.replace("title", "titel")


@pytest.mark.usefixtures("small")
def test_a_policy_in_order_is_not_passed_over_in_silence(cli: Cli) -> None:
    said = cli("validate")
    assert (said.code, said.err) == (0, "")
    assert said.out == "policy.yaml is in order: 2 sections checked.\nNext: policyctl render policy.yaml\n"


@pytest.mark.usefixtures("small")
def test_every_problem_of_every_file_is_told_at_once(cli: Cli) -> None:
    Path("one.policy.yaml").write_text(WRONG + "\nfoo: bar\n", encoding="utf-8")
    Path("two.policy.yaml").write_text(SMALL.replace("21:00", "25:00"), encoding="utf-8")
    said = cli("validate", "policy.yaml", "one.policy.yaml", "two.policy.yaml", "--format", "concise")
    places = [line.partition(" ")[0] for line in said.out.splitlines()[:3]]
    assert places == ["one.policy.yaml:4:3:", "one.policy.yaml:9:1:", "two.policy.yaml:7:8:"]
    assert "Found 3 errors in 2 of 3 policies." in said.out
    assert said.code == 1


def test_a_folder_is_searched_for_policies_in_order_but_not_where_it_is_hidden(cli: Cli) -> None:
    for name in ("b/policy.yaml", "a/x.policy.yaml", "a/notes.yaml", ".hidden/policy.yaml"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(WRONG, encoding="utf-8")
    said = cli("validate", ".", "--format", "json")
    files = [Path(file["file"]).as_posix() for file in json.loads(said.out)["files"]]
    assert files == ["a/x.policy.yaml", "b/policy.yaml"]


@pytest.mark.usefixtures("small")
def test_the_same_file_named_twice_is_checked_once(cli: Cli) -> None:
    assert cli("validate", "policy.yaml", "./policy.yaml", ".").out.startswith("policy.yaml is in order")


def test_a_policy_may_come_from_standard_input(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
    said = cli("validate", "-", "--format", "concise")
    assert said.out.startswith("stdin:4:3: error unknown-key: ")
    assert said.code == 1


def test_warnings_fail_only_where_that_is_asked_for(cli: Cli) -> None:
    text = SMALL + "\nfacts:\n  Which bus: Line #7 stops here\n"
    Path("policy.yaml").write_text(text, encoding="utf-8")
    relaxed, strict = cli("validate"), cli("validate", "--fail-on", "warning")
    assert (relaxed.code, strict.code) == (0, 1)
    assert "Found 1 warning in policy.yaml. Nothing here stops you." in relaxed.out
    assert "Mend what is marked" in strict.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "policyctl: There is no policy.yaml in this folder.\n  Name a file, or begin a policy with: policyctl "),
        (("othr.yml",), "policyctl: There is no file or folder called othr.yml.\n  Did you mean other.yml?\n"),
        (("empty",), "policyctl: There is no policy in the folder empty.\n"),
        (("dangling",), "policyctl: dangling is a link to a file that is not there.\n"),
        (("other.yml/x",), "policyctl: There is no file or folder called other.yml/x.\n"),
        (("a\x1b[2Jb",), "policyctl: There is no file or folder called a\\x1b[2Jb.\n"),
    ],
)
def test_what_cannot_be_read_is_trouble_and_no_finding(cli: Cli, arguments: tuple[str, ...], told: str) -> None:
    Path("other.yml").write_text(SMALL, encoding="utf-8")
    Path("empty").mkdir()
    Path("dangling").symlink_to("nowhere")
    said = cli("validate", *arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(told)


@pytest.mark.parametrize("name", ["policy.yml", "shop.policy.yaml", "shop.policy.yml"])
@pytest.mark.parametrize("arguments", [(), (".",)])
def test_the_one_policy_of_a_folder_is_found_by_either_ending(cli: Cli, name: str, arguments: tuple[str, ...]) -> None:
    Path(name).write_text(SMALL, encoding="utf-8")
    assert cli("validate", *arguments).out.startswith(f"{name} is in order")


def test_of_several_policies_one_has_to_be_named(cli: Cli) -> None:
    for name in ("a.policy.yml", "b.policy.yaml"):
        Path(name).write_text(SMALL, encoding="utf-8")
    said = cli("validate")
    assert said.code == 2
    assert said.err.endswith("  Name the file: a.policy.yml, b.policy.yaml\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="There are no pipes with a name on this system.")
def test_pipes_and_devices_are_refused_and_never_waited_for(cli: Cli) -> None:
    os.mkfifo("pipe")
    for path in ("pipe", os.devnull):
        said = cli("validate", path)
        assert said.code == 2
        assert "is not a file with text in it" in said.err


@pytest.mark.usefixtures("small")
def test_one_file_that_is_missing_does_not_keep_the_others_from_being_checked(cli: Cli) -> None:
    said = cli("validate", "policy.yaml", "missing.yaml")
    assert said.code == 2
    assert "policy.yaml is in order" in said.out
    assert "missing.yaml" in said.err


def test_what_could_not_be_checked_is_not_valid_for_programs(cli: Cli) -> None:
    said = cli("validate", "missing.yaml", "--format", "json")
    assert said.code == 2
    told = {"message": "There is no file or folder called missing.yaml."}
    whole = json.loads(said.out)
    assert (whole["valid"], whole["files"]) == (False, [])
    assert told.items() <= whole["troubles"][0].items()


def test_a_file_that_is_too_large_is_a_finding_and_is_not_read_to_its_end(cli: Cli) -> None:
    Path("policy.yaml").write_bytes(b"# " + b"x" * (3 * 1024 * 1024))
    said = cli("validate")
    assert said.code == 1
    assert "This file is larger than 1 MiB" in said.out


def test_a_logo_that_cannot_be_used_is_found_before_anything_is_printed(cli: Cli) -> None:
    Path("policy.yaml").write_text(SMALL + "\nbrand:\n  logo: logo.svg\n", encoding="utf-8")
    said = cli("validate", "--format", "concise")
    assert said.code == 1
    assert said.out.startswith("policy.yaml:10:9: error unusable-logo: There is no file called “logo.svg”")


@pytest.mark.parametrize("day", ["1.3.2026", "tomorrow", "2026-02-31"])
@pytest.mark.usefixtures("small")
def test_a_day_that_is_none_is_wrong_usage(cli: Cli, day: str) -> None:
    said = cli("validate", "--today", day)
    assert said.code == 2
    assert f"{day} is not a date; write it like 2026-03-01." in said.err


def test_colours_are_for_terminals_unless_they_are_forced(
    cli: Cli, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.write_text(WRONG, encoding="utf-8")
    assert "\x1b" not in cli("validate").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;31merror\x1b[0m" in cli("validate").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in cli("validate").out


@pytest.mark.usefixtures("small")
def test_reports_are_written_beside_what_people_read(cli: Cli) -> None:
    said = cli("validate", "--report", "json=out/report.json", "--report", "concise=report.txt")
    assert said.out == "policy.yaml is in order: 2 sections checked.\nNext: policyctl render policy.yaml\n"
    assert json.loads(Path("out/report.json").read_text(encoding="utf-8"))["valid"] is True
    assert Path("report.txt").read_text(encoding="utf-8") == said.out


@pytest.mark.parametrize(
    ("wishes", "told"),
    [
        (("report.json",), "report.json names no file; write a format and a file, such as json=report.json."),
        (("json=",), "json= names no file; write a format and a file, such as json=report.json."),
        (("jsn=a",), "jsn is not known here. Did you mean json?"),
        (("word=a",), "word is not known here. Write one of text, "),
        (("json=-",), "A report goes to a file; for standard output write --format json."),
        (("json=a", "text=./a"), "Two reports cannot go to one file, a."),
        (("json=a", "text=link"), "Two reports cannot go to one file, a."),
        (("json=policy.yaml",), "policy.yaml is the policy itself and would be lost."),
        (("json=policy.yaml/a",), "policy.yaml/a cannot be written: a file stands where its folder should be."),
        (("json=folder",), "folder cannot be written: a folder of that name stands there."),
    ],
)
def test_a_report_that_cannot_go_where_it_should_is_said(
    cli: Cli, small: Path, wishes: tuple[str, ...], told: str
) -> None:
    Path("folder").mkdir()
    Path("link").symlink_to("a")
    said = cli("validate", *(word for wish in wishes for word in ("--report", wish)))
    assert said.code == 2
    assert told in " ".join(said.err.replace("│", "").split())
    assert small.read_text(encoding="utf-8") == SMALL
    assert sorted(path.name for path in Path().iterdir()) == ["folder", "link", "policy.yaml"]


def test_what_is_kept_of_a_policy_is_little(cli: Cli) -> None:
    for number in range(20):
        Path(f"{number}.policy.yaml").write_text(
            WRONG + "facts:\n" + "".join(f"  Fact {line}: is so\n" for line in range(200)), encoding="utf-8"
        )
    assert cli("validate", ".").code == 1  # Whatever is imported and looked up once is there now.
    tracemalloc.start()
    report = check(["."], DAY, Severity.ERROR)
    gc.collect()
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(report.files) == 20
    assert kept / len(report.files) < 4_000, "of policies that take 4,000 bytes as text, and many times that once read"


def test_policies_are_read_one_after_the_other(cli: Cli) -> None:
    for name in ("a", "b"):
        Path(f"{name}.policy.yaml").write_text(SMALL, encoding="utf-8")
    assert cli("validate", ".").code == 0
    report = check(["."], DAY, Severity.ERROR, look_at=lambda _: Path("b.policy.yaml").unlink())
    assert [checked.file for checked in report.files] == ["a.policy.yaml"]
    assert [trouble.message for trouble in report.troubles] == ["There is no file or folder called b.policy.yaml."]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--format", "jsn"), "jsn is not known here. Did you mean json?"),
        (("--format", ""), "A word is missing here. Write one of text, concise, "),
        (("--fail-on", "never"), "never is not known here. Write one of error, warning, info."),
    ],
)
@pytest.mark.usefixtures("small")
def test_a_word_that_is_none_is_answered_with_those_there_are(cli: Cli, options: tuple[str, ...], told: str) -> None:
    said = cli("validate", *options)
    assert (said.code, said.out) == (2, "")
    assert told in said.err
