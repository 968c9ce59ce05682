"""First drafts of people who know the README alone: what they typed, and what they were told until it was valid.

`NAME-1.yaml` is what they typed, `NAME-2.yaml` what they made of the hints in `NAME-1.txt`, and so on.
"""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from tests.cli.conftest import Cli

from policyctl.findings import Finding
from policyctl.validation import validate

DRAFTS = Path(__file__).parent.parent / "cases" / "drafts"
NAMES = sorted({path.stem.rpartition("-")[0] for path in DRAFTS.glob("*.yaml")})
TODAY = date(2026, 11, 23)
MOST_ROUNDS = 2
_WORD = re.compile(r"[^\W_]+")


def rounds(name: str) -> list[Path]:
    return sorted(DRAFTS.glob(f"{name}-*.yaml"))


def errors(path: Path) -> tuple[Finding, ...]:
    return validate(path.read_bytes(), path.name, today=TODAY).errors


def words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def replaced(finding: Finding) -> Counter[str]:
    """The words that a hint says to write otherwise."""
    span = finding.span
    marked = finding.line[span.start.column - 1 : span.end.column - 1]
    return words(marked) if (finding.hint or "").startswith("Did you mean") else Counter()


@pytest.mark.parametrize("path", [path for name in NAMES for path in rounds(name)], ids=lambda path: path.stem)
def test_a_draft_is_told_what_to_write(cli: Cli, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DRAFTS)
    said = cli("validate", "--today", str(TODAY), path.name)
    assert said.out == path.with_suffix(".txt").read_text(encoding="utf-8")
    assert (said.err, said.code) == ("", 1 if ": error " in said.out else 0)


@pytest.mark.parametrize("name", NAMES)
def test_two_rounds_make_it_valid_and_each_brings_it_nearer(name: str) -> None:
    found = [len(errors(path)) for path in rounds(name)]
    assert found == sorted(found, reverse=True)
    assert found[-1] == 0
    assert len(found) - 1 <= MOST_ROUNDS


@pytest.mark.parametrize("name", NAMES)
def test_what_was_meant_is_still_there_after_each_round(name: str) -> None:
    first, *later = rounds(name)
    text, told = words(first.read_text(encoding="utf-8")), Counter[str]()
    for before, after in zip((first, *later), later, strict=False):
        for finding in errors(before):
            told += replaced(finding)
        assert text - words(after.read_text(encoding="utf-8")) - told == Counter()
