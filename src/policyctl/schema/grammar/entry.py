"""Declare the parts of a policy: Pydantic models that an author may also write in shorter forms."""

from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator

from policyctl.schema.grammar.choices import Choice
from policyctl.schema.grammar.references import TopicRef
from policyctl.schema.grammar.texts import Text
from policyctl.schema.quantities.base import Json, anything_but


def field(title: str, description: str, example: str, *, alias: str | None = None) -> Any:
    """A field that may be left out.

    Its title is printed beside its value and is translated; description and example are its documentation, its JSON
    Schema and its hint. The alias is the key that an author writes where Python keeps the word for itself.
    """
    return Field(None, title=title, description=description, examples=[example], alias=alias)


def many(title: str, description: str, example: str, *, alias: str | None = None) -> Any:
    """A field that holds one or more, and nothing when it is left out."""
    return Field((), title=title, description=description, examples=[example], alias=alias)


def needed(title: str, description: str, example: str) -> Any:
    """A field without which the part means nothing."""
    return Field(title=title, description=description, examples=[example])


class Part(BaseModel):
    """A mapping of the language, and everything that an author may write for it.

    `bare_text` and `bare_list` name the field that a text or a list alone fills, so that the short form works
    wherever the part may stand.

    `model_dump(exclude_defaults=True)` is plain data as an author could have written it, figures in their author's
    words; read again, it is the same policy.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, defer_build=True, hide_input_in_errors=True, serialize_by_alias=True
    )

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
        """The fields that a bare text stands for; the text itself where a text alone is not enough."""
        return {cls.bare_text: text} if cls.bare_text and text else text

    @classmethod
    def from_mapping(cls, value: dict[str, Any]) -> dict[str, Any]:
        """The fields in their long form; most need nothing done."""
        return value

    @classmethod
    def from_item(cls, text: str) -> dict[str, Any] | str:
        """The fields that a text alone stands for as the item of a list: its name, unless the part says otherwise."""
        return {"name": text} if "name" in cls.model_fields else cls.from_text(text)

    @classmethod
    def is_single_entry(cls, value: dict[str, Any]) -> bool:
        """Whether a mapping where a collection belongs is one entry without a name."""
        return cls.may_stand_alone and bool(value) and set(value) <= set(cls.known_keys())

    @model_validator(mode="before")
    @classmethod
    def expand_shorthand(cls, value: Any) -> Any:
        """The long form of whatever the author wrote."""
        if isinstance(value, str):
            return cls.from_text(value)
        if isinstance(value, list) and cls.bare_list:
            return {cls.bare_list: value}
        return cls.from_mapping(value) if isinstance(value, dict) else value

    def set_fields(self) -> Mapping[str, Any]:
        """The fields that say something, by their Python name, in the order of the language."""
        return {name: value for name, value in vars(self).items() if value is not None and value != ()}

    def __repr_args__(self) -> Any:
        yield from self.set_fields().items()

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: GetJsonSchemaHandler) -> Json:
        """The long form, and every short one that `expand_shorthand` makes long."""
        model = handler.resolve_ref_schema(handler(schema))
        fields: Json = {key: model[key] for key in ("properties", "required", "additionalProperties") if key in model}
        texts = () if isinstance(cls.from_text("text"), dict) else ("string", "number", "boolean")
        if cls.bare_list:
            listed = fields["properties"][cls.bare_list]
            return {**fields, "allOf": [listed.get("then") or listed["allOf"][0]], **anything_but(*texts, "null")}
        return {**fields, **({"type": "object"} if texts else anything_but("array", "null"))}


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

    def aliases(self) -> tuple[str, ...]:
        """Every name that finds this entry, its own first."""
        return (self.named(),)

    def named(self) -> str:
        """The name, or nothing where the entry has none."""
        return self.name or ""


class Section(Part):
    """A section of the policy with parts of its own; `intro` opens it and `notes` close it."""

    intro: Text | None = field("Introduction", "What a reader should know first.", "This is how we work.")
    notes: Text | None = field("Notes", "What stands below the section.", "Ask Rosa when in doubt.")
