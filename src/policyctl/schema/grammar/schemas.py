"""The type of a field in, the schema by which pydantic-core reads it out.

Each type of the language says how it is read with `read_schema()`, or with `read_schema_of(...)` where it holds others,
as does what stands beside a type in `Annotated`. A schema is made once for all fields of a type. What an editor is
told about a type, the same types say with `editor_schema()` and `editor_schema_of(...)`.
"""

from collections.abc import Callable
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from pydantic_core import CoreSchema, core_schema

Json = dict[str, Any]
"""A JSON Schema."""

Tell = Callable[[Any], Json]
"""What an editor is told about a type that another holds."""


@cache
def schema_of(kind: Any) -> CoreSchema:
    """How a type is read; one that may be left out is read as it is when it is there, since nobody writes null."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return core_schema.literal_schema(list(inner))
    if NoneType in inner:
        return schema_of(written(kind))
    holder = inner[1] if origin is Annotated else origin
    schema: CoreSchema = holder.read_schema_of(inner[0]) if holder else kind.read_schema()
    return schema


def written(kind: Any) -> Any:
    """The type of what is written, where a field may be left out."""
    (there,) = (each for each in get_args(kind) if each is not NoneType)
    return there


class ReadBy(NamedTuple):
    """Beside a type in `Annotated`: how a text becomes one of several types."""

    read: Callable[[Any], Any]
    json: Callable[[], Json]

    def read_schema_of(self, _kind: Any) -> CoreSchema:
        """The schema that reads it."""
        return core_schema.no_info_plain_validator_function(self.read)

    def editor_schema_of(self, _kind: Any, _tell: Tell) -> Json:
        """What an editor takes it for."""
        return self.json()


class ToldAs(NamedTuple):
    """Beside a type in `Annotated`: what an editor takes it for, where that is more than the type itself takes."""

    json: Callable[[], Json]

    def read_schema_of(self, kind: Any) -> CoreSchema:
        """The schema of the type itself."""
        return schema_of(kind)

    def editor_schema_of(self, _kind: Any, _tell: Tell) -> Json:
        """What an editor takes it for."""
        return self.json()
