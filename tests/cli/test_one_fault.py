"""What goes wrong with one policy is told of it, and every other policy of the run is reported as ever."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import SMALL, Cli

from policyctl.cli import checking

BROKEN = """\
import os, sys, policyctl.cli.checking as checking
judge = checking.validate
def judge_or_break(data, name, **rest):
    if b"break down" in data:
        {how}
    return judge(data, name=name, **rest)
checking.validate = judge_or_break
from policyctl.__main__ import main
main()
"""
"""The program with a mistake in it, which one policy brings about."""


def _run(how: str, *arguments: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    broken = BROKEN.format(how=how)
    command = [sys.executable, "-c", broken, "validate", *arguments]
    environment = {**os.environ, "TMPDIR": str(folder)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_what_nobody_foresaw_in_one_policy_keeps_no_other_from_being_reported(tmp_path: Path) -> None:
    (tmp_path / "a.policy.yaml").write_text(SMALL + "mission: break down\n", encoding="utf-8")
    (tmp_path / "b.policy.yaml").write_text(SMALL.replace("title", "titel"), encoding="utf-8")
    done = _run("raise ZeroDivisionError", "a.policy.yaml", "b.policy.yaml", "--format", "concise", folder=tmp_path)
    assert done.returncode == 70
    assert "b.policy.yaml:4:3: error unknown-key" in done.stdout
    assert "policyctl itself has made a mistake over a.policy.yaml; nothing you did is wrong." in " ".join(
        done.stderr.split()
    )
    (details,) = tmp_path.glob("policyctl-*.txt")
    assert "ZeroDivisionError" in details.read_text(encoding="utf-8")


@pytest.mark.parametrize("how", ["raise ZeroDivisionError", pytest.param("os._exit(9)", id="its process ends")])
def test_so_it_is_among_many(tmp_path: Path, how: str) -> None:
    names = [f"{number:03}.policy.yaml" for number in range(checking.MANY + 10)]
    for name in names:
        (tmp_path / name).write_text(SMALL, encoding="utf-8")
    (tmp_path / names[7]).write_text(SMALL + "mission: break down\n", encoding="utf-8")
    (tmp_path / names[-1]).write_text(SMALL.replace("title", "titel"), encoding="utf-8")
    done = _run(how, ".", "--format", "concise", folder=tmp_path)
    assert done.returncode == 70
    assert f"{names[-1]}:4:3: error unknown-key" in done.stdout
    assert f"Found 1 error in {names[-1]}." in done.stdout
    assert names[7] in " ".join(done.stderr.split())


def test_a_time_zone_as_deep_as_no_folder_is_a_finding(cli: Cli, tmp_path: Path) -> None:
    deep = SMALL.replace("title", f"timezone: {'a/' * 400}a\n  title")
    (tmp_path / "policy.yaml").write_text(deep, encoding="utf-8")
    said = cli("validate", "--format", "concise", "policy.yaml")
    assert said.code == 1
    assert "policy.yaml:4:13: error unreadable-value" in said.out
    assert said.err == ""


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("policy.yaml", "--baseline", "folder"), "folder is not a file with text in it"),
        (("policy.yaml", "--against", "x" * 5000), "git cannot look into"),
        (("x" * 5000,), "its name is too long"),
        (("policy.yaml", "--against", "folder"), "git cannot look into"),
    ],
)
def test_what_cannot_be_read_is_a_sentence(cli: Cli, small: Path, arguments: tuple[str, ...], sentence: str) -> None:
    (small.parent / "folder").mkdir()
    said = cli("validate", *arguments)
    assert said.code == 2
    assert sentence in " ".join(said.err.split())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes no folder that somebody works in.")
def test_a_working_folder_that_is_gone_is_no_crash(small: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    script = 'cd "$1" && rmdir "$1" && exec "$2" -m policyctl validate "$3"'
    for asked, code in ((str(small), 0), ("policy.yaml", 2)):
        gone.mkdir(exist_ok=True)
        command = ["/bin/sh", "-c", script, "sh", str(gone), sys.executable, asked]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stderr
        assert "mistake" not in done.stderr
