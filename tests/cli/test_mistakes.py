"""What newcomers get wrong in, the whole of what they are told out: NAME.txt is what `validate NAME.yaml` prints."""

from pathlib import Path

import pytest
from tests.cli.conftest import Cli

CASES = Path(__file__).parent.parent / "cases" / "mistakes"


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.yaml")))
def test_a_mistake_is_told_in_words_that_mend_it(cli: Cli, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CASES)
    said = cli("validate", "--today", "2026-11-23", f"{name}.yaml")
    assert said.out == (CASES / f"{name}.txt").read_text(encoding="utf-8")
    assert said.err == ""
    assert said.code == (1 if ": error " in said.out else 0)
