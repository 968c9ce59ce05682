"""Declare the parts of a policy: Pydantic models that an author may also write in shorter forms."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, ClassVar, Self, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, core_schema

from policyctl.schema.grammar.choices import Choice
from policyctl.schema.grammar.names import nearest
from policyctl.schema.grammar.references import TopicRef
from policyctl.schema.grammar.texts import Address, Text, refusal
from policyctl.schema.quantities.base import SCALAR_JSON, Json, anything_but

T = TypeVar("T")


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


# ---- one or a list ---------------------------------------------------------------------------------------------

_BROKEN_JSON: Json = {"minProperties": 1, "maxProperties": 1, "additionalProperties": SCALAR_JSON}
"""What an editor takes `- Note: we close at five` for."""

TEXTS_JSON: Json = {
    "allOf": [{"items": {**_BROKEN_JSON, **anything_but("array", "null")}}],
    **anything_but("object", "null"),
}
"""One text or a list of them; an editor offers an empty list where `items` stands alone, and not the example."""


class OneOrMore:
    """Accepts `field: one` where `field: [one, two]` is meant, so that a list of one needs no ceremony.

    Addresses may stand under what each is for, such as `Form: https://...`.
    """

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        item = get_args(source)[0]
        part = item if isinstance(item, type) and issubclass(item, Part) else None
        labelled = isinstance(item, type) and issubclass(item, Address)

        def listed(value: Any) -> Any:
            if labelled and isinstance(value, dict):
                return [f"{label}: {each}" if isinstance(each, str) else each for label, each in value.items()]
            _refuse_undashed(value, part)
            if isinstance(value, list):
                return [_mended(each, part) for each in value]
            return value if isinstance(value, tuple) else [value]

        return core_schema.no_info_before_validator_function(listed, handler(source), metadata={"labelled": labelled})

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> Json:
        """A list, in which a colon may have broken an item in two, or one alone."""
        item = handler(schema["schema"])["items"]
        if schema["metadata"]["labelled"]:
            return {"allOf": TEXTS_JSON["allOf"], "additionalProperties": SCALAR_JSON, **anything_but("null")}
        if item == SCALAR_JSON:
            return dict(TEXTS_JSON)
        broken = {"description": "A sentence with a colon in it.", "type": "object", **_BROKEN_JSON}
        return {"if": {"type": "array"}, "then": {"items": {"anyOf": [item, broken]}}, "else": item}


Many = Annotated[tuple[T, ...], OneOrMore()]


def _mended(item: Any, part: "type[Part] | None") -> Any:
    """A list item such as `- Note: we close at five`, which YAML takes for a mapping, as the sentence it was."""
    if not isinstance(item, dict) or len(item) != 1:
        return item
    ((key, value),) = item.items()
    if not isinstance(value, str) or not value or (part and _is_key(key, part)):
        return item
    return f"{key}: {value}"


def _refuse_undashed(value: Any, part: "type[Part] | None") -> None:
    """Names where steps and the like belong, which have none: their author left out the dashes."""
    if part and isinstance(value, dict) and value and not any(_is_key(str(key), part) for key in value):
        raise refusal("A list belongs here.", f"Begin each line with a dash and a space: `- {next(iter(value))}`.")


def _is_key(word: str, part: "type[Part]") -> bool:
    """Whether the part knows the word, or a small letter begins what looks like a misspelling of one it knows."""
    known = part.known_keys()
    return part.knows(word) or (word[:1].islower() and nearest(word, known) is not None)


# ---- parts and entries -------------------------------------------------------------------------------------------


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
    other_keys: ClassVar[Mapping[str, str]] = {}
    """Keys that are read as another one: what policies called it before, and what people call it besides."""

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
    def knows(cls, key: str) -> bool:
        """Whether an author may write the key, in this spelling or as another that is read as one of its own."""
        return key in cls.known_keys() or key in cls.other_keys

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
        return cls.may_stand_alone and bool(value) and all(map(cls.knows, value))

    @model_validator(mode="before")
    @classmethod
    def expand_shorthand(cls, value: Any) -> Any:
        """The long form of whatever the author wrote."""
        if isinstance(value, str):
            return cls.from_text(value)
        if isinstance(value, list) and cls.bare_list:
            return cls.from_mapping({cls.bare_list: value})
        return cls.from_mapping(cls.with_known_keys(value)) if isinstance(value, dict) else value

    @classmethod
    def with_known_keys(cls, value: dict[str, Any]) -> dict[str, Any]:
        """The same mapping with each other key under the one that it is read as, unless that is there too."""
        other = {key for key in cls.other_keys if key in value and cls.other_keys[key] not in value}
        return {cls.other_keys[key] if key in other else key: each for key, each in value.items()} if other else value

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
        for other, key in cls.other_keys.items():
            fields["properties"][other] = {**fields["properties"][key], "doNotSuggest": True}
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
    customer_part: Many[Text] = many("The customer's part", "What the customer does or has ready.", "Your order number")
    links: Many[Address] = many("Links", "Where to read more.", "https://help.example/replies")
    topic: TopicRef | None = field("Topic", "The chapter that gathers it with others on one matter.", "Delayed bags")
    audience: Audience | None = field("For whose eyes", "Staff, leaders, customers or everybody.", "staff")

    def aliases(self) -> tuple[str, ...]:
        """Every name that finds this entry, its own first."""
        return (self.named(),)

    def named(self) -> str:
        """The name, or nothing where the entry has none."""
        return self.name or ""


class Section(Part):
    """A section of the policy with parts of its own; `title` heads it, `intro` opens it and `notes` close it."""

    title: Text | None = field("Title", "Your own heading for it.", "How we work")
    intro: Text | None = field("Introduction", "What a reader should know first.", "This is how we work.")
    notes: Text | None = field("Notes", "What stands below the section.", "Ask Rosa when in doubt.")

    def untitled(self) -> Self:
        """The same section without a title of its own."""
        return self.model_copy(update={"title": None})
