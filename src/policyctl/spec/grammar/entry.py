"""What every part of the language shares: short forms, words beside every figure, and a name."""

from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from policyctl.spec.grammar.choices import Choice
from policyctl.spec.grammar.fields import field
from policyctl.spec.grammar.references import TopicRef
from policyctl.spec.grammar.shape import fields_schema
from policyctl.spec.grammar.texts import SCALAR_JSON, Text


class Part(BaseModel):
    """A mapping of the language.

    `bare_text` and `bare_list` name the field that a text or a list alone fills, so that the short form works
    wherever the part may stand.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, hide_input_in_errors=True)

    bare_text: ClassVar[str | None] = None
    bare_list: ClassVar[str | None] = None
    may_stand_alone: ClassVar[bool] = False

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

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        fields = fields_schema(cls.__pydantic_fields__, handler, _reads_itself)
        config = core_schema.CoreConfig(title=cls.__name__, extra_fields_behavior="forbid", hide_input_in_errors=True)
        model = core_schema.model_schema(cls, fields, frozen=True, config=config)
        read = core_schema.no_info_before_validator_function(cls.lengthened, model)
        ref = f"{cls.__module__}.{cls.__qualname__}:{id(cls)}"
        return core_schema.no_info_after_validator_function(cls.completed, read, ref=ref)

    @classmethod
    def from_item(cls, text: str) -> dict[str, Any] | str:
        """The parts that a text alone stands for as the item of a list: its name, unless the part says otherwise."""
        return {"name": text} if "name" in cls.model_fields else cls.from_text(text)

    @classmethod
    def stands_alone(cls, value: dict[str, Any]) -> bool:
        """Whether a mapping where a collection belongs is one entry without a name."""
        return cls.may_stand_alone and bool(value) and set(value) <= set(cls.known_keys())

    @classmethod
    def read_later(cls) -> CoreSchema:
        """The part within another: how it is read is worked out for the first, since few policies hold all."""
        return core_schema.no_info_plain_validator_function(cls.model_validate, metadata={"part": cls})

    def stated(self) -> dict[str, Any]:
        """The fields that say something, by their Python name, in the order of the language."""
        return {name: value for name, value in self if value is not None and value != ()}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The long form, and every short one that `lengthened` makes long."""
        long = handler.resolve_ref_schema(handler(schema))
        forms = [{key: value for key, value in long.items() if key not in ("title", "description")}]
        if isinstance(cls.from_text("text"), dict):
            forms.append(dict(SCALAR_JSON))
        if cls.bare_list:
            forms += (form for form in long["properties"][cls.bare_list]["anyOf"] if form.get("type") == "array")
        return {"description": long.get("description", ""), "anyOf": forms}


def _reads_itself(kind: Any) -> CoreSchema | None:
    return kind.read_later() if isinstance(kind, type) and issubclass(kind, Part) else None


class Audience(Choice):
    """For whose eyes an entry is meant."""

    STAFF = "staff"
    LEADERS = "leaders"
    CUSTOMERS = "customers"
    EVERYBODY = "everybody"


class Entry(Part):
    """Anything that an author may name: it has a name, reasons and notes beside whatever else it holds."""

    name: Text | None = field("Name", "The name, where the entry stands in a list.", "Late delivery")
    about: Text | None = field("About", "What it is, in the author's words.", "Orders that come later than we said.")
    because: Text | None = field("Because", "Why it is so.", "Two voices confuse a customer.")
    note: Text | None = field("Note", "Anything else worth knowing.", "Ask before you change it.")
    topic: TopicRef | None = field("Topic", "The chapter that gathers it with others on one matter.", "Delayed bags")
    audience: Audience | None = field("For whose eyes", "Staff, leaders, customers or everybody.", "staff")

    def answers_to(self) -> tuple[str, ...]:
        """Every name that finds this entry, its own first."""
        return (self.named(),)

    def named(self) -> str:
        """The name, or nothing where the entry has none."""
        return self.name or ""


class Section(Part):
    """A section of the policy with parts of its own; `intro` opens it and `notes` close it."""

    intro: Text | None = field("Introduction", "What a reader should know first.", "This is how we work.")
    notes: Text | None = field("Notes", "What stands below the section.", "Ask Rosa when in doubt.")
