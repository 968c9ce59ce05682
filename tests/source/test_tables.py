"""What reading says about each mistake, in files that people can read."""

import pytest
from tests.source.tables import FOLDER, Case, cases, outcome, read_text

from policyctl.source import RULES

ALL = [
    pytest.param(case, id=f"{path.stem}: {case.title}") for path in sorted(FOLDER.glob("*.txt")) for case in cases(path)
]


@pytest.mark.parametrize("case", ALL)
def test_reading_says_what_the_table_has(case: Case) -> None:
    assert outcome(read_text(case.text)) == case.expected


@pytest.mark.parametrize("case", ALL)
def test_every_rule_is_explained(case: Case) -> None:
    source = read_text(case.text)
    assert {finding.rule for finding in source.findings} <= set(RULES)
