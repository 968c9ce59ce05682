"""Run a command line in a folder of the test's own, and keep what the program says and its exit code."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from policyctl.__main__ import run

SMALL = """\
policyctl: 1

policy:
  title: How we look after our customers
  organisation: Rosa's Corner Shop

hours: Mon-Sat 7:00-21:00
"""


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str


Cli = Callable[..., Said]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    monkeypatch.chdir(tmp_path)
    for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str) -> Said:
        code = run(list(arguments))
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return call


@pytest.fixture
def small(tmp_path: Path) -> Path:
    file = tmp_path / "policy.yaml"
    file.write_text(SMALL, encoding="utf-8")
    return file
