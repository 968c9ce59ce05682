"""The policy language in, a JSON Schema of it for editors out."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from pydantic.json_schema import CoreRef, GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from policyctl.spec.grammar.entry import Part
from policyctl.spec.grammar.many import BROKEN_JSON
from policyctl.spec.grammar.texts import SCALAR_JSON
from policyctl.spec.policy import Policy

TITLE = "A customer service policy, as policyctl reads it"


class Draft(StrEnum):
    """The drafts of JSON Schema that editors know."""

    LATEST = "2020-12"
    SEVEN = "7"


_DIALECTS = {
    Draft.LATEST: "https://json-schema.org/draft/2020-12/schema",
    Draft.SEVEN: "http://json-schema.org/draft-07/schema#",
}

_SHARED: dict[str, JsonSchemaValue] = {
    "text": SCALAR_JSON,
    "broken": BROKEN_JSON,
    "texts": {"anyOf": [{"type": "array", "items": {"anyOf": [SCALAR_JSON, BROKEN_JSON]}}, SCALAR_JSON]},
}


class _Written(GenerateJsonSchema):
    """What an author writes: a field is there or is left out, so nothing is null and no default is told."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def function_plain_schema(self, schema: core_schema.PlainValidatorFunctionSchema) -> JsonSchemaValue:
        """A part with a schema of its own: described once, wherever it stands and however often within itself."""
        part: type[Part] | None = schema.get("metadata", {}).get("part")
        if part is None:
            return super().function_plain_schema(schema)
        part.model_rebuild()
        own = part.__pydantic_core_schema__
        ref = CoreRef(own["ref"])
        begun = (ref, self.mode) in self.core_to_defs_refs
        _, reference = self.get_cache_defs_ref_schema(ref)
        return reference if begun else self.generate_inner(own)

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        """An editor takes `1` for a number, policyctl for a text."""
        texts = [str(value) for value in schema["expected"]]
        return {"enum": [*(int(text) for text in texts if text.isdigit()), *texts]}


def json_schema(draft: Draft = Draft.LATEST) -> dict[str, Any]:
    """The schema; an editor that takes scalars for numbers and booleans complains of nothing that policyctl reads."""
    whole: dict[str, Any] = _named_once(Policy.model_json_schema(schema_generator=_Written))
    whole["$defs"] |= _SHARED
    head = {"$schema": _DIALECTS[draft], "title": TITLE}
    return {**head, **(_as_seven(whole) if draft is Draft.SEVEN else whole)}


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
