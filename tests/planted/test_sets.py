"""Each planted set can be counted: its policies are valid, its edits apply, and each defect has a line to stand at."""

from collections import Counter
from pathlib import Path

import pytest
from tests.planted.loading import PLANTED, TODAY, defects, harmless

from policyctl.findings import Severity
from policyctl.validation import validate

SETS = ("first", "second", "third", "fourth")
POLICIES = [path for name in SETS for path in sorted((PLANTED / name).glob("*.policy.yaml"))]

NOT_PLANTED = {"seaside-hotel.policy.yaml": ["too-late"], "wohnen-am-kanal.policy.yaml": ["too-late"]}
"""Errors that are found in a policy before anything is planted in it, by a rule that is newer than the set."""


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.name)
def test_a_policy_is_valid_before_anything_is_planted(path: Path) -> None:
    findings = validate(path.read_bytes(), path.name, today=TODAY).findings
    errors = [finding.rule for finding in findings if finding.severity is Severity.ERROR]
    assert errors == NOT_PLANTED.get(path.name, [])


@pytest.mark.parametrize("name", SETS)
def test_each_edit_changes_its_policy(name: str) -> None:
    edits = [*defects(name), *harmless(name)]
    assert [edit.id for edit in edits if edit.after == edit.before] == []


@pytest.mark.parametrize("name", SETS)
def test_each_text_at_which_a_defect_may_be_told_stands_in_the_changed_policy(name: str) -> None:
    assert [edit.id for edit in defects(name) if not edit.at] == []
    assert [(edit.id, text) for edit in defects(name) for text in edit.at if text not in edit.after] == []


@pytest.mark.parametrize("name", SETS)
def test_a_harmless_edit_has_no_line_at_which_it_may_be_told(name: str) -> None:
    assert [edit.id for edit in harmless(name) if edit.at] == []


@pytest.mark.parametrize("name", SETS)
def test_an_id_stands_once_in_a_policy(name: str) -> None:
    ids = Counter((edit.policy, edit.id) for edit in (*defects(name), *harmless(name)))
    assert [which for which, times in ids.items() if times > 1] == []
