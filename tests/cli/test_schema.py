"""An editor with our JSON Schema complains of nothing that policyctl takes, and marks what it does not know."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator
from tests.cli.conftest import Cli
from tests.firsts import TRADES, first_policy

from policyctl.resources import examples
from policyctl.schema import Policy, read
from policyctl.schema.json_schema import Draft, json_schema

VALIDATORS: dict[Draft, Any] = {Draft.LATEST: Draft202012Validator, Draft.SEVEN: Draft7Validator}
POLICIES = {path.parent.name: path.read_text(encoding="utf-8") for path in sorted(examples().rglob("*policy.yaml"))}


class Editor(yaml.SafeLoader):
    """YAML 1.2 as editors type it: numbers, booleans and null, and neither dates nor `yes`."""


Editor.yaml_implicit_resolvers = {}
for name, pattern, first in [
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
]:
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(f"^(?:{pattern})$"), list(first))


def _typed(text: str) -> Any:
    return _with_text_keys(yaml.load(text, Editor))  # noqa: S506  A safe loader of our own.


def _with_text_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _with_text_keys(each) for key, each in value.items()}
    return [_with_text_keys(each) for each in value] if isinstance(value, list) else value


@cache
def _validator(draft: Draft) -> Any:
    return VALIDATORS[draft](json_schema(draft))


def _complaints(draft: Draft, text: str) -> list[str]:
    return [error.message[:200] for error in _validator(draft).iter_errors(_typed(text))]


HEAD = "policyctl: 1\npolicy:\n  title: 2026\n  organisation: Rosa\n"


@pytest.mark.parametrize("draft", Draft)
def test_the_schema_is_one(draft: Draft) -> None:
    VALIDATORS[draft].check_schema(json_schema(draft))


@pytest.mark.parametrize("draft", Draft)
@pytest.mark.parametrize("name", [*POLICIES, *(f"{language}/{trade}" for language, trade in TRADES)])
def test_an_editor_takes_every_policy_that_policyctl_takes(draft: Draft, name: str) -> None:
    language, _, trade = name.partition("/")
    assert _complaints(draft, first_policy(trade, language) if trade else POLICIES[name]) == []


@pytest.mark.parametrize("draft", Draft)
@pytest.mark.parametrize(
    "text",
    [
        "brand: {paper: a4}", "hours: Mon-Sat 7:00-21:00",
        "hours: {open: Mon 7:00-21:00, closed: {2026-12-25: Christmas}}", "mission: 7",
        "never:\n  - Argue\n  - Note: we close at five", "roles:\n  Rosa:\n  Samir: {leads: YES}",
        "standards: We answer.", "standards:\n  Phone: {milestone: Pick up, within: {Urgent: 1, Normal: 2 hours}}",
        "procedures:\n  A: [Say sorry., {if: x, do: y}]\n  B: Ring.\n  C: {steps: [{choose: [{else: Stop}]}]}",
        "review: 6 months", "complaints: true", "priorities: {Normal: {else: yes}}", "escalation: [Fire, Flood]",
        "standards: {intro: x, notes: y, stem: We will, items: {notes: within 1 hour}}",
        "standards: {G: {rows: [a, b], public: true}}", "discretion: {may_give: {A: {up_to: 20}}}",
    ],
)  # fmt: skip
def test_an_editor_takes_every_short_form(draft: Draft, text: str) -> None:
    assert _complaints(draft, HEAD + text) == []


@pytest.mark.parametrize("draft", Draft)
@pytest.mark.parametrize(
    "text",
    ["foo: 1", "policyctl: 2", "tone: {sound: x}", "standards: {A: {withn: 1 hour}}", "policy: {}", "values: {A: [1]}"],
)
def test_an_editor_marks_what_is_not_known(draft: Draft, text: str) -> None:
    assert _complaints(draft, HEAD + text)


def _fields(schema: Any) -> Iterator[tuple[str, Any]]:
    for name, part in {"": schema, **schema["$defs"]}.items():
        for key, field in part.get("properties", {}).items():
            while "title" not in field and "$ref" in field:
                field = schema["$defs"][field["$ref"].removeprefix("#/$defs/")]  # noqa: PLW2901  What it leads to.
            yield f"{name}.{key}", field


def test_every_field_has_a_label_a_description_and_an_example() -> None:
    fields = list(_fields(json_schema()))
    assert len(fields) > 300
    assert [name for name, field in fields if not ({"title", "description", "examples"} <= set(field))] == []


@pytest.mark.parametrize(("arguments", "draft"), [((), Draft.LATEST), (("--draft", "7"), Draft.SEVEN)])
def test_the_command_prints_it(cli: Cli, arguments: tuple[str, ...], draft: Draft) -> None:
    said = cli("schema", *arguments)
    assert (said.code, said.err, said.out.isascii()) == (0, "", True)
    printed = json.loads(said.out)
    (checks,) = printed["properties"]["checks"]["allOf"]
    assert checks["properties"]["vague-time"]["title"] == "vague-time"
    checks["properties"] = {key: checks["properties"][key] for key in ("title", "intro", "notes", "stem", "items")}
    assert printed == json_schema(draft)


def test_every_example_is_what_may_stand_there() -> None:
    sections = json_schema()["properties"]
    for name, info in Policy.model_fields.items():
        (example,) = sections[name]["examples"]
        head = {"title": "T", "organisation": "O"}
        policy = {"policyctl": "1", "policy": head, name: {**head, **example} if name == "policy" else example}
        assert read(policy).problems == (), f"{name}: {info.description}"
