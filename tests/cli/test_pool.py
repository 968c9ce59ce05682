"""More policies than one process checks by itself give the same report in the same order."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import SMALL, Cli, Said

from policyctl.cli import checking

MANY = [f"{number:03}.policy.yaml" for number in range(checking.MANY + 20)]


@pytest.fixture
def policies(tmp_path: Path) -> None:
    for number, name in enumerate(MANY):
        wrong = number % 7 == 0
        (tmp_path / name).write_text(SMALL.replace("title", "titel") if wrong else SMALL, encoding="utf-8")


def _files(said: Said) -> list[object]:
    files: list[object] = json.loads(said.out)["files"]
    return files


@pytest.mark.usefixtures("policies")
def test_many_are_told_as_few_are_in_the_same_order(cli: Cli) -> None:
    half = len(MANY) // 2
    at_once = cli("validate", *MANY, "--format", "json")
    few = [_files(cli("validate", *MANY[start : start + half], "--format", "json")) for start in (0, half)]
    assert at_once.out.count('"unknown-key"') == 18
    assert _files(at_once) == [*few[0], *few[1]]
    assert at_once.code == 1


@pytest.mark.usefixtures("policies")
def test_what_cannot_be_read_among_many_keeps_none_of_them_from_being_checked(cli: Cli) -> None:
    Path(MANY[3]).unlink()
    Path(MANY[3]).mkdir()
    Path(MANY[5]).write_bytes(b"policyctl: 1\n\xff")
    said = cli("validate", *MANY, "missing.yaml", "--format", "concise")
    assert f"{MANY[5]}:2:1: error yaml-encoding" in said.out
    assert "Found 19 errors in 19 of 119 policies." in said.out
    assert "There is no policy in the folder 003.policy.yaml." in said.err
    assert "There is no file or folder called missing.yaml." in said.err
    assert said.code == 2
