"""This machine in, what of policyctl's needs is there out."""

import shutil
import sys

import pytest
from tests.cli.conftest import Cli


def test_everything_that_is_there_is_named_with_its_version(cli: Cli) -> None:
    said = cli("doctor")
    lines = {line.split("  ")[1].strip(): line for line in said.out.splitlines() if line.startswith("  ")}
    assert said.code == 0
    assert list(lines) == ["Python", "YAML", "PDF engine", "Fonts"]
    assert "libyaml 0." in lines["YAML"]
    assert "WeasyPrint 70" in lines["PDF engine"]
    assert "Pango" in lines["PDF engine"]
    assert lines["Fonts"].endswith("Lato, Vollkorn")
    assert said.out.endswith("Everything is there. Next: policyctl init\n")


def test_what_is_missing_is_named_with_the_way_to_install_it(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    said = cli("doctor")
    assert said.code == 1
    words = " ".join(said.out.split())
    assert "pip install --force-reinstall pyyaml" in words
    assert "apt install" in words
    assert "Not in order: YAML, PDF engine. " in words
