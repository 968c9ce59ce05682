"""What a stranger wrote gives no order to the job that prints it, and leads it to no other file."""

import json
import os
from pathlib import Path

import pytest
from tests.cli.conftest import SMALL, Cli

from policyctl.reporters import REPORTERS

ORDERS = ("##vso[task.setvariable variable=a]b", "##[command]a", "##teamcity[a b='c']", "::set-output name=a::b")


def _gives_an_order(line: str) -> bool:
    return "##vso[" in line or "##[" in line or "##teamcity[" in line or line.lstrip().startswith("::set-output")


@pytest.mark.parametrize("form", REPORTERS)
@pytest.mark.parametrize("order", ORDERS)
def test_no_report_holds_a_command_of_a_build_service(cli: Cli, tmp_path: Path, form: str, order: str) -> None:
    hostile = f"{SMALL}'{order.replace(chr(39), '')}': x\nroles:\n  Ann:\n    '{order.replace(chr(39), '')}': y\n"
    (tmp_path / "policy.yaml").write_text(hostile, encoding="utf-8")
    said = cli("validate", "--format", form)
    assert said.code == 1
    assert [line for line in said.out.split("\n") if _gives_an_order(line)] == []


def test_programs_read_the_very_words(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "policy.yaml").write_text(f"{SMALL}'##[command]a': x\n", encoding="utf-8")
    said = cli("validate", "--format", "json")
    assert r"#\u0023[command]a" in said.out
    assert json.loads(said.out)["files"][0]["findings"][0]["pointer"] == "/##[command]a"


def test_what_was_understood_holds_no_command_either(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "policy.yaml").write_text(f"{SMALL}always:\n  - '##[command]a'\n", encoding="utf-8")
    for arguments in (("show", "policy.yaml"), ("show", "policy.yaml", "--format", "json")):
        assert "##[" not in cli(*arguments).out


@pytest.mark.parametrize(
    "arguments",
    [
        ("validate", "--fail-on", "{}"), ("validate", "--{}"), ("validate", "--format", "{}"), ("{}",),
        ("validate", "--today", "{}"), ("validate", "--report", "{}"), ("render", "--to", "{}"),
        ("schema", "--draft", "{}"),
    ],
)  # fmt: skip
def test_a_wrong_option_is_repeated_in_one_line(cli: Cli, small: Path, arguments: tuple[str, ...]) -> None:
    said = cli(*(each.format("a\n::error::b\x1b[31m##[group]c") for each in arguments))
    assert (said.code, small.exists()) == (2, True)
    assert "\n::" not in said.err
    assert "\x1b" not in said.err
    assert "##[" not in said.err


def test_links_out_of_a_folder_are_not_followed(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("token: canary\n", encoding="utf-8")
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop/policy.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "shop/a.policy.yaml").symlink_to("../secret")
    (tmp_path / "shop/b.policy.yaml").symlink_to("policy.yaml")
    said = cli("validate", "shop", "--format", "json")
    assert [Path(each["file"]).name for each in json.loads(said.out)["files"]] == ["b.policy.yaml", "policy.yaml"]
    assert "canary" not in said.out + said.err


@pytest.mark.parametrize("option", ["--report", "--write-baseline"])
def test_no_report_is_written_over_a_policy(cli: Cli, small: Path, option: str) -> None:
    other = small.with_name("other.policy.yaml")
    other.write_bytes(b"broken: [\xff")
    target = f"json={other}" if option == "--report" else str(other)
    said = cli("validate", str(small), option, target)
    assert said.code == 2
    assert "other.policy.yaml is the policy itself and would be lost." in said.err
    assert other.read_bytes() == b"broken: [\xff"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="There are no pipes with names here.")
def test_a_report_into_a_pipe_without_a_reader_comes_to_an_end(
    cli: Cli, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("policyctl.outputs.PATIENCE", 0.1)
    os.mkfifo(small.with_name("pipe"))
    said = cli("validate", str(small), "--report", "json=pipe")
    assert (said.code, "nobody reads from this pipe" in said.err) == (2, True)


def test_of_one_kind_of_finding_a_hundred_are_told_and_the_others_counted(cli: Cli, tmp_path: Path) -> None:
    keys = "".join(f"key_{number}: x\n" for number in range(13_100))
    (tmp_path / "policy.yaml").write_text(SMALL + keys, encoding="utf-8")
    for form in REPORTERS:
        said = cli("validate", "--format", form)
        assert len(said.out) < 200_000, form
        assert "13,000 more of this kind" in said.out or form in {"github", "markdown"}, form
    assert "13090 more" in cli("validate", "--format", "github").out
    assert "and 13000 more." in cli("validate", "--format", "markdown").out
    said = cli("validate")
    assert "Found 13100 errors in policy.yaml." in said.out
    assert "And 13,000 more of this kind, the last in line 13,107." in said.out


def test_a_baseline_accepts_every_one_of_them(cli: Cli, tmp_path: Path) -> None:
    vague = "standards:\n" + "".join(f"  Case {number}: We answer as soon as possible.\n" for number in range(150))
    (tmp_path / "policy.yaml").write_text(SMALL + vague, encoding="utf-8")
    assert "base.json accepts 15" in cli("validate", "--write-baseline", "base.json").out
    assert cli("validate", "--baseline", "base.json", "--fail-on", "info").code == 0


@pytest.mark.parametrize("order", [*ORDERS, "`##vso[task.setvariable variable=a]b`"])
def test_no_page_holds_a_command_where_a_job_shows_it(cli: Cli, tmp_path: Path, order: str) -> None:
    quoted = "'" + order.replace("'", "''") + "'"
    text = SMALL.replace("title: ", f"subtitle: {quoted}\n  title: ", 1)
    (tmp_path / "policy.yaml").write_text(f"{text}mission: {quoted}\nfacts:\n  A: {quoted}\n", encoding="utf-8")
    assert cli("render", "--to", "markdown,html", "--output", "out").code == 0
    for name in ("handbook.md", "handbook.html"):
        page = Path("out", name).read_text(encoding="utf-8")
        assert "variable=a" in page or "command" in page or "teamcity" in page or "set-output" in page
        assert [line for line in page.split("\n") if _gives_an_order(line)] == []
