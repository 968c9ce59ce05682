"""What cannot be read is left out, and the rest is judged without a word on what only seems to be missing."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
import yaml
from tests.printed import EXAMPLES

from policyctl import resources
from policyctl.rules import RULES
from policyctl.source import read
from policyctl.validation import OF_ABSENCE, Validation, validate

TODAY = date(2026, 11, 23)
UNREADABLE = {"no": {"text": {"has": "this"}}}


def judged(data: Any) -> Validation:
    text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, default_style='"')
    return validate(text.encode(), "policy.yaml", today=TODAY)


def told(found: Validation) -> set[str]:
    return {finding.rule for finding in found.findings}


def places(data: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        yield (*at, key)
        yield from places(value, (*at, key))


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_example_is_found_fault_with_for_what_could_not_be_read(name: str) -> None:
    whole = read((resources.examples() / name / "policy.yaml").read_bytes(), "policy.yaml").data
    for place in list(places(whole))[::67]:
        broken = deepcopy(whole)
        inner: Any = broken
        for segment in place[:-1]:
            inner = inner[segment]
        inner[place[-1]] = UNREADABLE
        found = judged(broken)
        if found.policy is None:
            others = told(found) - {"unreadable-value", "wrong-shape", "unknown-key", "missing-key"}
            assert not others, (place, others)


def test_the_rules_that_are_silent_then_are_rules() -> None:
    assert {rule.id for rule in RULES} >= OF_ABSENCE


@pytest.mark.parametrize("limit", ["4 hurs", {"Urgent": "4 hurs"}])
def test_a_limit_that_cannot_be_read_hides_no_name_that_leads_nowhere(limit: object) -> None:
    head = {"title": "T", "organisation": "O", "owner": "Anna"}
    roles, standards = {"Ana": "Owner"}, {"Replies": {"within": limit}}
    found = judged({"policyctl": "1", "policy": head, "roles": roles, "standards": standards})
    assert [finding.rule for finding in found.findings] == ["unknown-reference", "unreadable-value"]
