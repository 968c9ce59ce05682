"""Describe the policy language to editors and other programs, as a JSON Schema."""

import json
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from policyctl.schema.grammar.choices import FLAG_JSON, Choice
from policyctl.schema.grammar.collection import (
    WORDS_AROUND,
    collects,
    listed_json,
    named_json,
    part_in,
    types_in,
)
from policyctl.schema.grammar.entry import TEXTS_JSON, Part
from policyctl.schema.grammar.limits import LIMITS_JSON
from policyctl.schema.policy import Policy
from policyctl.schema.quantities.base import SCALAR_JSON, Json
from policyctl.schema.sections.keeping import CheckSetting

TITLE = "A customer service policy, as policyctl reads it"

ID = "urn:policyctl:schema:1"
"""What the schema is called, wherever it lies; the number is the version of the language."""


class Draft(StrEnum):
    """The drafts of JSON Schema that editors know."""

    LATEST = "2020-12"
    SEVEN = "7"


_DIALECTS = {
    Draft.LATEST: "https://json-schema.org/draft/2020-12/schema",
    Draft.SEVEN: "http://json-schema.org/draft-07/schema#",
}


def json_schema(draft: Draft = Draft.LATEST, rules: Mapping[str, str] = MappingProxyType({})) -> Json:
    """The schema; an editor that takes scalars for numbers and booleans complains of nothing that policyctl reads.

    `rules` are the ids that may stand below `checks`, each with a sentence on what it finds.
    """
    generated = Policy.model_json_schema(schema_generator=_Generator)
    parts: Json = {**generated.pop("$defs"), Policy.__name__: generated}
    _say_once(parts)
    whole = parts.pop(Policy.__name__)
    setting = {"$ref": f"#/$defs/{CheckSetting.__name__}"}
    (checks,) = whole["properties"]["checks"]["allOf"]
    checks["properties"] |= {rule: {"title": rule, "description": about, **setting} for rule, about in rules.items()}
    schema = {"$schema": _DIALECTS[draft], "$id": ID, "title": TITLE, **whole, "$defs": parts}
    return _as_seven(schema) if draft is Draft.SEVEN else schema


class _Generator(GenerateJsonSchema):
    """Pydantic's own, in the order of the language: what may be left out is left out, and nobody writes null."""

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:  # noqa: ARG002
        return value

    def nullable_schema(self, schema: Any) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def _say_once(parts: Json) -> None:
    """Put what stands in many places under a name of its own: fields of a base, and the forms of texts and entries."""
    for part in _parts_below(Policy):
        fields = parts[part.__name__]["properties"]
        for key, name in part.known_keys().items():
            fields[key] = _with_examples(fields[key], part.model_fields[name])
            owner = next(base for base in part.__mro__[::-1] if issubclass(base, Part) and name in base.model_fields)
            shared = f"{owner.__name__}.{key}"
            if owner is not part and parts.setdefault(shared, fields[key]) == fields[key]:
                fields[key] = {"$ref": f"#/$defs/{shared}"}
    # An editor offers no name: the key of an entry is its name mostly, and a second one beside it is an error.
    parts["Entry.name"]["doNotSuggest"] = True
    forms = _forms(list(parts))
    names = {json.dumps(form, sort_keys=True): name for name, form in forms.items()}
    parts |= {name: _with_names(schema, names) for name, schema in parts.items()}
    for name, form in forms.items():
        if f'"#/$defs/{name}"' in json.dumps(parts):
            parts[name] = {key: _with_names(value, names) for key, value in form.items()}


def _forms(parts: list[str]) -> Json:
    """What may stand for entries and texts, by name; those that hold others come first."""
    rows = {name: {"$ref": f"#/$defs/{name}"} for name in parts}
    return {
        **{f"{name}.listed": listed_json(row) for name, row in rows.items()},
        **{f"{name}.named": named_json(row) for name, row in rows.items()},
        **{f"Collection.{key}": words for key, words in WORDS_AROUND.items()},
        "flag": FLAG_JSON,
        "limits": LIMITS_JSON,
        "texts": TEXTS_JSON,
        "text": SCALAR_JSON,
    }


def _with_names(schema: Any, names: Mapping[str, str]) -> Any:
    """The same schema with the forms in it by their names; title, description and examples stay beside them."""
    if isinstance(schema, list):
        return [_with_names(each, names) for each in schema]
    if not isinstance(schema, Mapping):
        return schema
    about = {key: value for key, value in schema.items() if key in ("title", "description", "examples")}
    shape = {key: value for key, value in schema.items() if key not in about}
    if name := names.get(json.dumps(schema, sort_keys=True)):
        return {"$ref": f"#/$defs/{name}"}
    if name := names.get(json.dumps(shape, sort_keys=True)):
        return {**about, "$ref": f"#/$defs/{name}"}
    return {key: _with_names(value, names) for key, value in schema.items()}


def _parts_below(part: type[Part]) -> list[type[Part]]:
    """The part and all below it, each once."""
    found = [part]
    for each in found:
        inside = (part_in(info.annotation) for info in each.model_fields.values())
        found += dict.fromkeys(part for part in inside if part and part not in found)
    return found


def _with_examples(schema: Json, info: FieldInfo) -> Json:
    """A field with what an author may write there; an editor puts it in where no `properties` stand beside it."""
    about = {"title": info.title, "description": info.description, "examples": _examples(info)}
    form = {key: value for key, value in schema.items() if key not in about}
    holds_properties = collects(info.annotation) or (part_in(info.annotation) and "$ref" in form)
    return {**about, "allOf": [form]} if holds_properties else {**about, **form}


def _examples(info: FieldInfo) -> list[Any]:
    """What an author may write there, as an editor puts it in: words, a line below, or the first item of a list."""
    (example,) = info.examples or [""]
    key, colon, value = example.partition(": ")
    choices = next((kind for kind in types_in(info.annotation) if issubclass(kind, Choice)), None)
    if choices:
        return [choice.value for choice in choices]
    if collects(info.annotation):
        return [{key: value} if colon else [example]]
    return [{key: value} if colon and part_in(info.annotation) else example]


def _as_seven(schema: Any) -> Any:
    """The same schema with definitions under their older name."""
    if isinstance(schema, list):
        return [_as_seven(each) for each in schema]
    if not isinstance(schema, Mapping):
        return schema.replace("#/$defs/", "#/definitions/") if isinstance(schema, str) else schema
    return {"definitions" if key == "$defs" else key: _as_seven(value) for key, value in schema.items()}
