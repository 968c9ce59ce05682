"""The fields that a part declares in, the schema by which Pydantic reads them out.

Pydantic would work out each field of each part anew, which takes longer than reading a policy does; the language has
hundreds of fields and a few dozen types.
"""

from collections.abc import Callable, Mapping
from types import NoneType
from typing import Annotated, Any, get_args

from pydantic import GetCoreSchemaHandler
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, core_schema

Later = Callable[[Any], CoreSchema | None]
"""For the type of a field, the schema of a part that reads itself; None for any other type."""

_KNOWN: dict[tuple[Any, ...], CoreSchema] = {}


def fields_schema(fields: Mapping[str, FieldInfo], handler: GetCoreSchemaHandler, later: Later) -> CoreSchema:
    """How the fields of a part are read, by the keys that an author writes."""
    return core_schema.model_fields_schema({name: _field(info, handler, later) for name, info in fields.items()})


def _field(info: FieldInfo, handler: GetCoreSchemaHandler, later: Later) -> core_schema.ModelField:
    key = (info.annotation, *info.metadata)
    if key not in _KNOWN:
        kind = _unless_left_out(info.annotation)
        _KNOWN[key] = later(kind) or handler.generate_schema(_annotated(kind, info.metadata))
    schema = _KNOWN[key]
    told = {"title": info.title, "description": info.description, "examples": info.examples}
    return core_schema.model_field(
        schema if info.is_required() else core_schema.with_default_schema(schema, default=info.default),
        validation_alias=info.alias,
        metadata={"pydantic_js_updates": told},  # Where Pydantic looks for what a JSON Schema says about a field.
    )


def _unless_left_out(annotation: Any) -> Any:
    """The type of what is written: a field that is left out is not there, and nobody writes null."""
    kinds = [kind for kind in get_args(annotation) if kind is not NoneType]
    return kinds[0] if len(kinds) == 1 and NoneType in get_args(annotation) else annotation


def _annotated(kind: Any, metadata: list[Any]) -> Any:
    return Annotated[(kind, *metadata)] if metadata else kind
