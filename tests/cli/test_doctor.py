"""What policyctl needs on this machine is named, and what is missing."""

import ctypes
import re
import shutil
import sys
from importlib.metadata import requires

import pytest
from tests.cli.conftest import Cli

from policyctl.cli.doctor import FACES, OPTIONAL, PACKAGES
from policyctl.resources import templates


def test_everything_that_is_there_is_named_with_its_version_and_what_it_is_for(cli: Cli) -> None:
    said = cli("doctor")
    rows = re.findall(r"^  (\S.*?)  +(\S.*(?:\n   +\S.*)*)", said.out, re.MULTILINE)
    found = {name: " ".join(words.split()) for name, words in rows}
    others = ["libyaml", "PDF engine", "HarfBuzz subset", "Fonts", "git"]
    assert said.code == 0
    assert list(found) == ["Python", *PACKAGES, *OPTIONAL, *others]
    assert all(re.match(r"\d+\.\d+", found[name]) for name in ("Python", *PACKAGES, *OPTIONAL, "libyaml"))
    assert found["babel"].endswith(", writes dates and amounts as each language does")
    assert re.match(r"WeasyPrint 70\S*, Pango \S+, ", found["PDF engine"])
    assert found["HarfBuzz subset"].endswith(", keeps only the letters that a PDF needs")
    assert found["Fonts"] == "Lato, Vollkorn, travel with policyctl"
    assert found["git"] == "is there; only `validate --against` needs it, to look up what a policy was before"
    assert said.out.endswith("\n\nEverything is there. Next: policyctl init\n")


def test_every_package_that_is_needed_is_looked_for() -> None:
    everywhere = [each for each in requires("policyctl") or () if ";" not in each]
    names = {re.split(r"[<>=~!;\s]", each)[0].casefold() for each in everywhere}
    assert {name.casefold() for name in PACKAGES} == names


def test_what_is_missing_is_named_with_the_way_to_install_it(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    said = cli("doctor")
    assert said.code == 1
    words = " ".join(said.out.split())
    assert "pip install --force-reinstall pyyaml" in words
    assert "apt install" in words
    assert "Not in order: libyaml, PDF engine. " in words


def test_without_the_library_for_fonts_pdfs_are_others_and_that_is_told(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(name: str) -> None:
        raise OSError(name)

    monkeypatch.setattr(ctypes, "CDLL", load)
    said = cli("doctor")
    assert said.code == 1
    words = " ".join(said.out.split())
    assert "HarfBuzz subset The library that keeps only the letters that a PDF needs is missing" in words
    assert "apt install libharfbuzz-subset0" in words
    assert words.endswith("Not in order: HarfBuzz subset. Install what is named above, then look again.")


def test_all_fonts_are_looked_for() -> None:
    assert len(list((templates() / "fonts").glob("*.ttf"))) == FACES


def test_without_git_nothing_is_wrong(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    said = cli("doctor")
    assert said.code == 0
    assert "  git              is not there; only `validate --against` needs it" in said.out
