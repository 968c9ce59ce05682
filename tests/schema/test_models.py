"""A policy is a Pydantic model, and behaves as a user of Pydantic expects."""

import pickle
from pathlib import Path
from typing import Any

import pydantic
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from policyctl.resources import examples
from policyctl.schema import Policy, parts, read, walk
from policyctl.source import read as read_source

POLICIES = sorted(examples().glob("*/policy.yaml"))


def data_of(path: Path) -> Any:
    return read_source(path.read_bytes(), path.name).data


def policy_of(path: Path) -> Policy:
    policy = read(data_of(path)).policy
    assert policy
    return policy


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("mode", ["json", "python"])
def test_a_policy_that_was_dumped_and_read_again_is_the_same_policy(path: Path, mode: Any) -> None:
    policy = policy_of(path)
    again = Policy.model_validate(policy.model_dump(mode=mode, exclude_defaults=True))
    assert again == policy
    assert list(walk(again)) == list(walk(policy))
    assert Policy.model_validate(policy.model_dump(mode=mode)) == policy


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_so_it_is_whatever_sections_it_has(data: st.DataObject) -> None:
    whole = data_of(data.draw(st.sampled_from(POLICIES)))
    sections = data.draw(st.sets(st.sampled_from(sorted(set(whole) - {"policyctl", "policy"}))))
    policy = Policy.model_validate({key: value for key, value in whole.items() if key not in sections})
    written = policy.model_dump_json(exclude_defaults=True)
    assert Policy.model_validate_json(written) == policy
    assert Policy.model_validate(policy.model_dump(mode="json", exclude_defaults=True)) == policy


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.parent.name)
def test_a_policy_is_pickled_copied_hashed_and_compared(path: Path) -> None:
    policy = policy_of(path)
    assert pickle.loads(pickle.dumps(policy)) == policy  # noqa: S301  It is our own.
    assert policy.model_copy(deep=True) == policy
    assert policy.model_copy(update={"mission": None}) != policy or policy.mission is None
    assert hash(policy) == hash(policy_of(path))
    assert all(isinstance(part, pydantic.BaseModel) for _, part in parts(policy))


def test_it_shows_what_its_author_wrote() -> None:
    policy = Policy.model_validate(
        {"policyctl": "1", "policy": {"title": "T", "organisation": "O"}, "review": "weekly"}
    )
    assert repr(policy.policy) == "Head(title='T', organisation='O')"
    assert policy.model_dump(mode="json", exclude_defaults=True) == {
        "policyctl": "1",
        "policy": {"title": "T", "organisation": "O"},
        "review": {"every": "weekly"},
    }


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.parent.name)
def test_a_policy_and_each_of_its_sections_is_a_pydantic_model(path: Path) -> None:
    policy = policy_of(path)
    sections = {name: value for name, value in policy.set_fields().items() if name != "policyctl"}
    assert [name for name, value in sections.items() if not isinstance(value, BaseModel)] == []
    assert isinstance(policy, BaseModel)
