"""The documents of small policies, whole: a policy in, a page in Markdown out."""

from pathlib import Path

import pytest
from tests.rendering.documents.small import CASES, page, small

from policyctl.rendering.documents import DOCUMENTS
from policyctl.rendering.view import Context

POLICIES = sorted(path for path in CASES.glob("*/*.yaml") if not path.name.endswith(".before.yaml"))


def context(path: Path) -> Context:
    before = path.with_suffix(".before.yaml")
    return Context(before=small(before.read_text(encoding="utf-8")) if before.exists() else None)


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_small_policy_is_printed(path: Path) -> None:
    policy = small(path.read_text(encoding="utf-8"))
    assert DOCUMENTS[path.parent.name].missing(policy) == () or context(path).before
    assert page(path.parent.name, policy, context(path)) == path.with_suffix(".md").read_text(encoding="utf-8")


def test_there_are_cases_of_every_document_to_write_on() -> None:
    assert {path.parent.name for path in POLICIES} == {"complaints", "training", "pilot", "briefing", "review"}
