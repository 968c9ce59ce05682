"""Hold entries by their names or in a list, with the words around them."""

import re
from collections.abc import Callable, Iterator
from typing import Annotated, Any, Generic, NamedTuple, Self, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from policyctl.findings import Pointer
from policyctl.schema.grammar.entry import Entry, Part
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.texts import Text, refusal
from policyctl.schema.quantities.base import SCALAR_JSON, Json, anything_but

E = TypeVar("E", bound=Entry)

RESERVED = ("title", "intro", "notes", "stem", "items")
"""The only keys in a collection that are the language's and not names of the author's."""

ROWS = "\0rows"
"""Where rows stand that the author did not put under `items`; no source has it, so it never shows in a place."""

WORDS_AROUND: dict[str, Json] = {
    key: {"title": title, "description": description, "examples": [example], **SCALAR_JSON}
    for key, title, description, example in (
        ("title", "Title", "Your own heading for it.", "How we work"),
        ("intro", "Introduction", "What a reader should know first.", "This is how we work."),
        ("notes", "Notes", "What stands below the entries.", "Ask Rosa when in doubt."),
        ("stem", "Beginning", "The words that begin each entry.", "We will"),
    )
}
"""What may stand around entries, as an editor is told."""

_ITEMS: Json = {
    "title": "Entries",
    "description": "The entries, where one of them is called like these words.",
    "doNotSuggest": True,
}

_GLUED = re.compile(r"(?!mailto:|tel:|https?:)([^\W\d][^:\n]{0,60}):([^\W\d]\S*)")


class NamedOrListed(NamedTuple):
    """Makes a field of entries, which an author writes below their names, in a list or alone."""

    entry: type[Entry]

    def __get_pydantic_core_schema__(self, _source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        row, text = handler.generate_schema(self.entry), handler.generate_schema(Text)
        rows = core_schema.dict_schema(core_schema.any_schema(), row)
        fields = dict.fromkeys(("title", "intro", "notes", "stem"), text) | {"items": rows, ROWS: rows}
        long = {key: core_schema.typed_dict_field(each, required=False) for key, each in fields.items()}
        written = core_schema.wrap_serializer_function_ser_schema(
            _written, schema=core_schema.tuple_variable_schema(row)
        )
        return core_schema.no_info_wrap_validator_function(
            self._collect,
            core_schema.typed_dict_schema(long),
            serialization=written,
            metadata={"single": self.entry.may_stand_alone},
        )

    def _collect(self, value: Any, read: core_schema.ValidatorFunctionWrapHandler) -> "Collection[Any]":
        if isinstance(value, Collection):
            return value
        parts = read(normalise(value, self.entry))
        inside, outside = parts.pop("items", {}), parts.pop(ROWS, {})
        rows = (*inside.values(), *outside.values())
        paths = (*(("items", key) for key in inside), *((key,) for key in outside))
        _refuse_twins(rows, paths)
        return Collection.model_construct(rows=rows, paths=paths, **parts)

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> Json:
        """Named or listed entries or one alone, with the words around them."""
        row = handler(schema["schema"]["fields"]["items"]["schema"]["values_schema"])
        rows: Json = {"additionalProperties": named_json(row), "allOf": [listed_json(row)]}
        items = {**_ITEMS, **rows, **anything_but("string", "number", "boolean", "null")}
        whole: Json = {"properties": {**WORDS_AROUND, "items": items}, **rows}
        if schema["metadata"]["single"]:
            return {"anyOf": [row, {**whole, **anything_but("string", "number", "boolean", "null")}]}
        return {**whole, **anything_but("null")}


class Collection(BaseModel, Generic[E]):
    """Entries of one kind in the author's order, with the words before and after them.

    `title` is a heading of the author's own, and `stem` begins each entry ("We will"). `paths` says, entry by entry,
    where it stands below the collection.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    rows: tuple[E, ...] = ()
    paths: tuple[Pointer, ...] = ()
    intro: Text | None = None
    notes: Text | None = None
    stem: Text | None = None
    title: Text | None = None

    def __iter__(self) -> Iterator[E]:  # type: ignore[override]  # Whoever goes through a collection means its entries.
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __class_getitem__(cls, entry: Any) -> Any:
        """What a field of such entries is declared as; Pydantic would make a class for each kind of them."""
        return Annotated[cls, NamedOrListed(entry)]

    def located(self, base: Pointer) -> Iterator[tuple[Pointer, E]]:
        """Each entry with the way to it."""
        return ((base + path, row) for path, row in zip(self.paths, self.rows, strict=True))

    def find(self, name: str) -> E | None:
        """The entry of that name, in any spelling of it."""
        return next((row for row in self.rows if row.name and normalise_name(row.name) == normalise_name(name)), None)

    def mapped(self, change: Callable[[E], E]) -> Self:
        """The same collection with each entry changed."""
        return self.model_copy(update={"rows": tuple(change(row) for row in self.rows)})

    def untitled(self) -> Self:
        """The same collection without a title of its own."""
        return self.model_copy(update={"title": None})


def named_json(row: Json) -> Json:
    """An entry below its name, which may have nothing below it."""
    return {"anyOf": [row, {"type": "null", "description": "A name alone."}]}


def listed_json(row: Json) -> Json:
    """Entries in a list: whole ones, texts, or a name and what belongs to it."""
    pair = {"minProperties": 1, "maxProperties": 1, "additionalProperties": named_json(row)}
    pair = {"description": "A text, or a name and what belongs to it.", **pair, **anything_but("array", "null")}
    return {"items": {"anyOf": [row, pair]}}


def collects(annotation: Any) -> bool:
    """Whether a field holds a collection."""
    return Collection in types_in(annotation)


def types_in(annotation: Any) -> Iterator[type]:
    """Every class in an annotation, from the outside in."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        yield annotation
        return
    if isinstance(annotation, NamedOrListed):
        yield annotation.entry
    origin = get_origin(annotation)
    if isinstance(origin, type):
        yield origin
    for inner in get_args(annotation):
        yield from types_in(inner)


def part_in(annotation: Any) -> type[Part] | None:
    """The part that a field holds, in whatever it is wrapped."""
    if isinstance(annotation, NamedOrListed):
        return annotation.entry
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((part for inner in get_args(annotation) if (part := part_in(inner))), None)


def normalise(value: Any, entry: type[Entry]) -> Any:
    """The collection in its one long form: the words before and after, and the rows by where they stand."""
    if isinstance(value, str):
        _refuse_glued(value)
        return {ROWS: {0: entry.from_text(value)}}
    if isinstance(value, list):
        return {ROWS: _listed(value, entry)}
    if not isinstance(value, dict):
        return value
    if entry.is_single_entry(value):
        return {ROWS: {0: value}}
    words = {key: value[key] for key in ("title", "intro", "notes", "stem") if key in value}
    items = value.get("items", {})
    named = {key: row for key, row in value.items() if key not in RESERVED}
    inside = _listed(items, entry) if isinstance(items, list) else _named(items, entry)
    return {**words, "items": inside, ROWS: _named(named, entry)}


def _refuse_glued(text: str) -> None:
    """`Rosa:Owner` is one text to YAML, and two to whoever wrote it; links and times have such colons of their own."""
    if found := _GLUED.match(text):
        instead = (f"{found[1]}:", f"{found[1]}: ")
        raise refusal("A space is missing after the colon.", f"Write `{found[1]}: {found[2]}`.", instead)


def _named(rows: Any, entry: type[Entry]) -> Any:
    return {key: _with_name(key, row, entry) for key, row in rows.items()} if isinstance(rows, dict) else rows


def _listed(rows: list[Any], entry: type[Entry]) -> dict[int, Any]:
    return {index: _item(row, entry) for index, row in enumerate(rows)}


def _item(row: Any, entry: type[Entry]) -> Any:
    if isinstance(row, str):
        return entry.from_item(row)
    if isinstance(row, dict) and len(row) == 1:
        ((key, value),) = row.items()
        if not entry.knows(key):
            return _with_name(key, value, entry)
    return row


def _with_name(name: str, row: Any, entry: type[Entry]) -> Any:
    if row == "":
        return {"name": name}
    if isinstance(row, str):
        row = entry.from_text(row)
    if isinstance(row, list) and entry.bare_list:
        row = {entry.bare_list: row}
    if isinstance(row, dict) and row.get("name", name) != name:
        raise _second_name(name, row["name"], entry)
    return {**row, "name": name} if isinstance(row, dict) else row


def _second_name(name: str, other: Any, entry: type[Entry]) -> ValidationError:
    """Marked at the second name, which is a person's or a heading and is to be kept."""
    known = entry.known_keys()
    key = next((each for each in ("people", "title", "note") if each in known), "about")
    hint = f"The key is its name: write `{key}: {other}` in its place, or `{other}` for the key."
    error = refusal(f"“{name}” has a second name inside.", hint)
    return ValidationError.from_exception_data("name", [InitErrorDetails(type=error, loc=(name, "name"), input=other)])


def _written(rows: "Collection[Any]", dump: Callable[[Any], Any]) -> Any:
    """The collection as an author could have written it, each row where it stood."""
    dumped = list(zip(rows.paths, dump(rows.rows), strict=True))
    outside = {path[0]: row for path, row in dumped if len(path) == 1}
    inside = {path[1]: row for path, row in dumped if len(path) > 1}
    words = {key: getattr(rows, key) for key in ("title", "intro", "stem", "notes") if getattr(rows, key)}
    if outside and all(isinstance(key, int) for key in outside):
        return list(outside.values())
    return {**words, **({"items": _keyed(inside)} if inside else {}), **_keyed(outside)}


def _keyed(rows: dict[Any, Any]) -> Any:
    """Rows by their names, which they need not say again, or in a list."""
    if rows and all(isinstance(key, int) for key in rows):
        return list(rows.values())
    return {key: {name: value for name, value in row.items() if name != "name"} for key, row in rows.items()}


def _refuse_twins(rows: tuple[Entry, ...], paths: tuple[Pointer, ...]) -> None:
    seen: dict[str, Pointer] = {}
    twins = [
        InitErrorDetails(type=_twin(row.name, path, seen[normalise_name(row.name)]), loc=path, input=row.name)
        for row, path in zip(rows, paths, strict=True)
        if row.name and seen.setdefault(normalise_name(row.name), path) is not path
    ]
    if twins:
        raise ValidationError.from_exception_data("names", twins)


def _twin(name: str, path: Pointer, first: Pointer) -> PydanticCustomError:
    """`path` and `first` lead to the two from where both stand, which the reader of the error knows."""
    hint = "Give one of the two another name, or make them one."
    context = {"message": f"“{name}” is named twice here.", "hint": hint, "path": path, "first": first}
    return PydanticCustomError("named_twice", "{message}", context)
