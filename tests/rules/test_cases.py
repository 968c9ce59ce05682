"""What the rules find in, the whole of what is said about it out: NAME.txt is what `validate NAME.yaml` prints."""

from pathlib import Path

import pytest
from tests.cli.conftest import Cli, cli  # noqa: F401  The fixture of the command line, used here as well.

from policyctl.rules import RULES

CASES = Path(__file__).parent.parent / "cases"
NAMES = sorted(path.relative_to(CASES / "rules").with_suffix("") for path in (CASES / "rules").glob("*/*.yaml"))


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_a_finding_says_where_it_is_and_what_to_write_instead(
    cli: Cli,  # noqa: F811  The fixture.
    name: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = CASES / "rules" / name
    monkeypatch.chdir(case.parent)
    before = case.with_suffix(".before")
    against = ("--against", before.name) if before.exists() else ()
    said = cli("validate", "--today", "2026-11-23", f"{case.name}.yaml", *against)
    assert said.out == case.with_suffix(".txt").read_text(encoding="utf-8")
    assert said.err == ""
    assert said.code == (1 if ": error " in said.out else 0)


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_every_rule_is_shown_at_work_in_a_case(rule: str) -> None:
    assert any(f" {rule}\n" in path.read_text(encoding="utf-8") for path in CASES.rglob("*.txt"))
