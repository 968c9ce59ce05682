"""A mapping of the language in, a frozen part of a policy out: how parts are declared, read and kept.

Parts are read by pydantic-core. They are no Pydantic models, since Pydantic takes longer to make seventy classes than
it takes to read a policy.
"""

import inspect
from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar, NoReturn, Self, get_type_hints

from pydantic_core import CoreSchema, SchemaValidator, core_schema
from pydantic_core.core_schema import TypedDictField

from policyctl.schema.grammar.fields import Field
from policyctl.schema.grammar.schemas import Json, Tell, schema_of
from policyctl.schema.grammar.texts import SCALAR_JSON


class Part:
    """A mapping of the language, and everything that an author may write for it.

    `bare_text` and `bare_list` name the field that a text or a list alone fills, so that the short form works
    wherever the part may stand. `model_fields` are the fields by their Python name, those of the base first; a part
    keeps those that say something, and its class has what the others are when nobody writes them.
    """

    model_fields: ClassVar[Mapping[str, Field]] = {}
    bare_text: ClassVar[str | None] = None
    bare_list: ClassVar[str | None] = None
    may_stand_alone: ClassVar[bool] = False

    def __init_subclass__(cls) -> None:
        own = inspect.get_annotations(cls)
        if any(isinstance(annotation, str) for annotation in own.values()):
            own = get_type_hints(cls, localns={cls.__name__: cls}, include_extras=True)
        declared = {name: cls.__dict__[name] for name in own if isinstance(cls.__dict__.get(name), Field)}
        cls.model_fields = {**cls.model_fields, **{name: each.of(own[name]) for name, each in declared.items()}}
        for name, each in declared.items():
            if each.is_required():
                delattr(cls, name)
            else:
                setattr(cls, name, each.default)

    def __init__(self, **stated: Any) -> None:
        vars(self).update({name: value for name, value in stated.items() if value is not None and value != ()})

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen.")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), frozenset(vars(self).items())))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in self.set_fields().items())
        return f"{type(self).__name__}({said})"

    @classmethod
    @cache
    def known_keys(cls) -> Mapping[str, str]:
        """The keys that an author may write, each with the field it fills."""
        return {info.alias or name: name for name, info in cls.model_fields.items()}

    @classmethod
    @cache
    def written_keys(cls) -> Mapping[str, str]:
        """The fields, each with the key under which an author writes it."""
        return {name: key for key, name in cls.known_keys().items()}

    @classmethod
    def from_text(cls, text: str) -> dict[str, Any] | str:
        """The parts that a bare text stands for; the text itself where a text alone is not enough."""
        return {cls.bare_text: text} if cls.bare_text and text else text

    @classmethod
    def from_mapping(cls, value: dict[str, Any]) -> dict[str, Any]:
        """The parts in their long form; most need nothing done."""
        return value

    @classmethod
    def from_item(cls, text: str) -> dict[str, Any] | str:
        """The parts that a text alone stands for as the item of a list: its name, unless the part says otherwise."""
        return {"name": text} if "name" in cls.model_fields else cls.from_text(text)

    @classmethod
    def stands_alone(cls, value: dict[str, Any]) -> bool:
        """Whether a mapping where a collection belongs is one entry without a name."""
        return cls.may_stand_alone and bool(value) and set(value) <= set(cls.known_keys())

    @classmethod
    def lengthened(cls, value: Any) -> Any:
        """The long form of whatever the author wrote."""
        if isinstance(value, str):
            return cls.from_text(value)
        if isinstance(value, list) and cls.bare_list:
            return {cls.bare_list: value}
        return cls.from_mapping(value) if isinstance(value, dict) else value

    def completed(self) -> Self:
        """The part once all of it is read; a group hands what it says on to its rows."""
        return self

    def set_fields(self) -> Mapping[str, Any]:
        """The fields that say something, by their Python name, in the order of the language."""
        return vars(self)

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """The same part with some of its fields changed."""
        changed = {**vars(self), **update}
        return type(self)(**{name: changed[name] for name in type(self).model_fields if name in changed})

    @classmethod
    def model_validate(cls, value: Any) -> Self:
        """The part that an author wrote; raises pydantic-core's ValidationError with all that is wrong with it."""
        part: Self = cls._reader().validate_python(value)
        return part

    @classmethod
    @cache
    def _reader(cls) -> SchemaValidator:
        fields = {name: _field_schema(info) for name, info in cls.model_fields.items()}
        long = core_schema.typed_dict_schema(fields, extra_behavior="forbid")
        read = core_schema.no_info_before_validator_function(cls.lengthened, long)
        made = core_schema.no_info_after_validator_function(cls._made, read)
        return SchemaValidator(made, core_schema.CoreConfig(hide_input_in_errors=True))

    @classmethod
    def read_schema(cls) -> CoreSchema:
        """The part within another: how it is read is worked out for the first, since few policies hold all."""
        return core_schema.no_info_plain_validator_function(cls.model_validate)

    @classmethod
    def _made(cls, written: dict[str, Any]) -> Self:
        return cls(**written).completed()

    @classmethod
    def editor_schema(cls, tell: Tell) -> Json:
        """What an editor is told: the long form, and every short one that `lengthened` makes long."""
        infos = {key: cls.model_fields[name] for key, name in cls.known_keys().items()}
        fields = {key: {**tell(info.annotation), **info.told()} for key, info in infos.items()}
        needed = [key for key, info in infos.items() if info.is_required()]
        long: Json = {"type": "object", "additionalProperties": False, "properties": fields}
        forms = [{**long, "required": needed} if needed else long]
        if isinstance(cls.from_text("text"), dict):
            forms.append(dict(SCALAR_JSON))
        if cls.bare_list:
            forms += (form for form in fields[cls.bare_list]["anyOf"] if form.get("type") == "array")
        return {"description": inspect.cleandoc(cls.__doc__ or ""), "anyOf": forms}


def _field_schema(info: Field) -> TypedDictField:
    schema, required = schema_of(info.annotation), info.is_required()
    return core_schema.typed_dict_field(schema, required=required, validation_alias=info.alias)
