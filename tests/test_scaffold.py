"""The starter with the name of a business is a policy of that business."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from policyctl.resources import templates
from policyctl.scaffold import starter
from policyctl.validation import validate

TEMPLATE = (templates() / "starter" / "policy.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("mark", ['"', "'", "[", "{", "\t"])
def test_the_starter_has_no_sign_that_a_newcomer_could_trip_over(mark: str) -> None:
    lines = (line for line in TEMPLATE.splitlines() if not line.startswith("#"))
    assert [line for line in lines if mark in line.replace("I'm", "").replace("Let's", "")] == []


def test_every_section_is_introduced_and_the_lines_fit_on_a_page() -> None:
    assert max(len(line) for line in TEMPLATE.splitlines()) <= 120
    assert TEMPLATE.count("\n# ") >= 15


@pytest.mark.parametrize("name", [None, "", "  "])
def test_without_a_name_the_example_stands(name: str | None) -> None:
    assert starter(TEMPLATE, name) == TEMPLATE


@example("null")
@example("~")
@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs"))).filter(str.strip))
@settings(deadline=None)
def test_any_name_is_read_back_as_it_was_given(name: str) -> None:
    validation = validate(starter(TEMPLATE, name).encode(), "policy.yaml", today=date(2026, 11, 23))
    assert validation.policy
    assert validation.policy.policy.organisation == " ".join(name.split())
