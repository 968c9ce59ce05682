"""The policy language in, a JSON Schema of it for editors out."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Literal, get_args, get_origin

from policyctl.schema.grammar.many import BROKEN_JSON
from policyctl.schema.grammar.part import Part
from policyctl.schema.grammar.schemas import Json, written
from policyctl.schema.grammar.texts import SCALAR_JSON
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


def json_schema(draft: Draft = Draft.LATEST) -> dict[str, Any]:
    """The schema; an editor that takes scalars for numbers and booleans complains of nothing that policyctl reads."""
    told = _Telling()
    whole: dict[str, Any] = _named_once({**Policy.editor_schema(told), "$defs": told.parts})
    whole["$defs"] |= _SHARED
    head = {"$schema": _DIALECTS[draft], "title": TITLE}
    return {**head, **(_as_seven(whole) if draft is Draft.SEVEN else whole)}


class _Telling:
    """What an editor is told about any type; a part is described once, wherever it stands and however often."""

    def __init__(self) -> None:
        self.parts: dict[str, Json] = {}

    def __call__(self, kind: Any) -> Json:
        origin, inner = get_origin(kind), get_args(kind)
        if isinstance(kind, type) and issubclass(kind, Part):
            return self._part(kind)
        if origin is Literal:
            return _literal(inner)
        if type(None) in inner:
            return self(written(kind))
        holder = inner[1] if origin is Annotated else origin
        told: Json = holder.editor_schema_of(inner[0], self) if holder else kind.editor_schema(self)
        return told

    def _part(self, part: type[Part]) -> Json:
        name = part.__name__
        if name not in self.parts:
            self.parts[name] = {}
            self.parts[name] = part.editor_schema(self)
        return {"$ref": f"#/$defs/{name}"}


def _literal(texts: tuple[str, ...]) -> Json:
    """An editor takes `1` for a number, policyctl for a text."""
    return {"enum": [*(int(text) for text in texts if text.isdigit()), *texts]}


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
