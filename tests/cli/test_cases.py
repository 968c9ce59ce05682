"""Policies with what people get wrong in them, each with the whole of what they are told.

NAME.txt is what `validate NAME.yaml` prints. A mistake is one that keeps the file from being read well. A newcomer's
policy holds several mistakes that such people make about what they promise, and none about YAML: NAME.before is the
policy that it is compared with, NAME.baseline.json what was accepted of it.
"""

from pathlib import Path

import pytest
from tests.cli.conftest import Cli

CASES = Path(__file__).parent.parent / "cases"
MISTAKES, NEWCOMERS = CASES / "mistakes", CASES / "newcomers"
BESIDE = {"--against": ".before", "--baseline": ".baseline.json"}
REMARKS = 5
"""More remarks than that on a draft, and the one that matters drowns."""


@pytest.mark.parametrize("name", sorted(path.stem for path in MISTAKES.glob("*.yaml")))
def test_a_mistake_is_told_in_words_that_mend_it(cli: Cli, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(MISTAKES)
    said = cli("validate", "--today", "2026-11-23", f"{name}.yaml")
    assert said.out == (MISTAKES / f"{name}.txt").read_text(encoding="utf-8")
    assert said.err == ""
    assert said.code == (1 if ": error " in said.out else 0)


@pytest.mark.parametrize("name", sorted(path.stem for path in NEWCOMERS.glob("*.yaml")))
def test_a_newcomer_is_told_what_to_do(cli: Cli, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(NEWCOMERS)
    beside = [word for option, end in BESIDE.items() if Path(name + end).exists() for word in (option, name + end)]
    said = cli("validate", "--today", "2026-11-23", f"{name}.yaml", *beside)
    assert said.out == Path(f"{name}.txt").read_text(encoding="utf-8")
    assert said.err == ""
    assert said.code == (1 if ": error " in said.out else 0)
    assert "status:" in Path(f"{name}.yaml").read_text(encoding="utf-8") or said.out.count(": info ") <= REMARKS
