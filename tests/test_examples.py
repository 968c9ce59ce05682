"""The packaged examples in, no finding and no word of the language left unused out."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from policyctl import resources
from policyctl.schema import Policy, read
from policyctl.schema.grammar.entry import Part
from policyctl.schema.walking import parts
from policyctl.source import read as read_source
from policyctl.validation import validate

EXAMPLES = {
    "corner-shop": "The small end: a shop of three people, on a page.",
    "fahrradwerkstatt-lindenhof": "A policy in German: a bicycle workshop.",
    "harbour-lane-books": "The whole language: a bookshop with a website and a schools desk.",
}
"""Every example that travels with policyctl, and what it is there to show."""

TODAY = date(2026, 11, 23)
"""The day on which the examples are judged, so that no review of theirs is ever overdue in a test."""


@pytest.mark.parametrize("name", EXAMPLES)
def test_there_is_nothing_to_say_about_an_example(name: str) -> None:
    file = _file(name)
    found = validate(file.read_bytes(), file.name, today=TODAY)
    assert found.policy is not None
    assert [f"{each.span.start.line}: {each.rule}: {each.message}" for each in found.findings] == []


def test_every_packaged_example_is_named_in_the_table() -> None:
    assert sorted(folder.name for folder in resources.examples().iterdir() if folder.is_dir()) == sorted(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_logo_of_an_example_lies_beside_it(name: str) -> None:
    brand = _policy(name).brand
    assert brand is None or brand.logo is None or (_file(name).parent / brand.logo).is_file()


def test_the_bookshop_uses_every_field_of_the_language() -> None:
    used = {
        _declared(type(part), field) for _, part in parts(_policy("harbour-lane-books")) for field in part.set_fields()
    }
    known = {_declared(model, field) for model in _models(Policy) for field in model.model_fields}
    assert sorted(known - used) == []


def _file(name: str) -> Path:
    return resources.examples() / name / "policy.yaml"


def _policy(name: str) -> Policy:
    file = _file(name)
    policy = read(read_source(file.read_bytes(), file.name).data).policy
    assert policy is not None
    return policy


def _declared(model: type[Part], field: str) -> str:
    """The field under the part that first declares it: what entries share is used when one of them uses it."""
    first = next(base for base in reversed(model.__mro__) if issubclass(base, Part) and field in base.model_fields)
    return f"{first.__name__}.{field}"


def _models(model: type[Part]) -> set[type[Part]]:
    """A part of the language and all parts that may stand below it."""
    found, waiting = {model}, [model]
    while waiting:
        inner = {part for info in waiting.pop().model_fields.values() for part in _parts_in(info.annotation)}
        waiting.extend(inner - found)
        found |= inner
    return found


def _parts_in(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts_in(inner)
