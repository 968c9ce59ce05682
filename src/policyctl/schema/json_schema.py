"""The policy language in, a JSON Schema of it for editors out."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import NullableSchema, WithDefaultSchema

from policyctl.schema.grammar.collection import BROKEN_JSON
from policyctl.schema.grammar.texts import SCALAR_JSON, Json
from policyctl.schema.policy import Policy

TITLE = "A customer service policy, as policyctl reads it"


class Draft(StrEnum):
    """The drafts of JSON Schema that editors know."""

    LATEST = "2020-12"
    SEVEN = "7"


_DIALECTS = {
    Draft.LATEST: "https://json-schema.org/draft/2020-12/schema",
    Draft.SEVEN: "http://json-schema.org/draft-07/schema#",
}

_SHARED: dict[str, Json] = {
    "text": SCALAR_JSON,
    "broken": BROKEN_JSON,
    "texts": {"anyOf": [{"type": "array", "items": {"anyOf": [SCALAR_JSON, BROKEN_JSON]}}, SCALAR_JSON]},
}


def json_schema(draft: Draft = Draft.LATEST) -> Json:
    """The schema; an editor that takes scalars for numbers and booleans complains of nothing that policyctl reads."""
    whole = _named_once(Policy.model_json_schema(schema_generator=_Generator))
    whole["$defs"] |= _SHARED
    head = {"$schema": _DIALECTS[draft], "title": TITLE}
    return {**head, **(_as_seven(whole) if draft is Draft.SEVEN else whole)}


class _Generator(GenerateJsonSchema):
    """Pydantic's own, in the order of the language: what may be left out is left out, and nobody writes null."""

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:  # noqa: ARG002
        return value

    def nullable_schema(self, schema: NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def _named_once(schema: Any) -> Any:
    """What stands hundreds of times in the schema, by its name."""
    if isinstance(schema, list):
        return [_named_once(each) for each in schema]
    if not isinstance(schema, Mapping):
        return schema
    said = {key: value for key, value in schema.items() if key in ("title", "description", "examples")}
    shape = {key: value for key, value in schema.items() if key not in said}
    for name, shared in _SHARED.items():
        if shape == shared:
            return {**said, "$ref": f"#/$defs/{name}"}
    return {key: _named_once(value) for key, value in schema.items()}


def _as_seven(schema: Any) -> Any:
    """Definitions under their older name; a reference stands alone there, so that its companions are heard."""
    if isinstance(schema, list):
        return [_as_seven(each) for each in schema]
    if not isinstance(schema, Mapping):
        return schema.replace("#/$defs/", "#/definitions/") if isinstance(schema, str) else schema
    renamed = {"definitions" if key == "$defs" else key: _as_seven(value) for key, value in schema.items()}
    if "$ref" in renamed and len(renamed) > 1:
        return {**{key: value for key, value in renamed.items() if key != "$ref"}, "allOf": [{"$ref": renamed["$ref"]}]}
    return renamed
