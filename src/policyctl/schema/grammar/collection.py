"""A mapping of names, a list or a sentence in, an ordered collection of entries out."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final, Generic, Self, TypeVar

from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, ValidationError, core_schema

from policyctl.findings import Pointer
from policyctl.schema.grammar.entry import Entry
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.refusal import refusal
from policyctl.schema.grammar.schemas import Json, Tell
from policyctl.schema.grammar.texts import SCALAR_JSON, Text

E = TypeVar("E", bound=Entry)

RESERVED = ("intro", "notes", "stem", "items")
"""The only keys in a collection that are the language's and not names of the author's."""

ROWS = "\0rows"
"""Where rows stand that the author did not put under `items`; no source has it, so it never shows in a place."""

_GLUED = re.compile(r"(?!mailto:|tel:|https?:)([^\W\d][^:\n]{0,60}):([^\W\d]\S*)")


class Collection(Generic[E]):
    """Entries of one kind in the author's order, with the words before and after them; frozen.

    `stem` begins each of them ("We will"). `paths` says, entry by entry, where it stands below the collection.
    """

    __slots__ = ("intro", "notes", "paths", "rows", "stem")

    def __init__(
        self,
        rows: tuple[E, ...] = (),
        paths: tuple[Pointer, ...] = (),
        intro: Text | None = None,
        notes: Text | None = None,
        stem: Text | None = None,
    ) -> None:
        self.rows: Final = rows
        self.paths: Final = paths
        self.intro: Final = intro
        self.notes: Final = notes
        self.stem: Final = stem

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Collection) and all(
            getattr(self, slot) == getattr(other, slot) for slot in Collection.__slots__
        )

    def __hash__(self) -> int:
        return hash((self.rows, self.intro, self.notes, self.stem))

    def __iter__(self) -> Iterator[E]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def located(self, base: Pointer) -> Iterator[tuple[Pointer, E]]:
        """Each entry with the way to it."""
        return ((base + path, row) for path, row in zip(self.paths, self.rows, strict=True))

    def find(self, name: str) -> E | None:
        """The entry of that name, in any spelling of it."""
        return next((row for row in self.rows if row.name and normalise_name(row.name) == normalise_name(name)), None)

    def mapped(self, change: Callable[[E], E]) -> Self:
        """The same collection with each entry changed."""
        return type(self)(tuple(change(row) for row in self.rows), self.paths, self.intro, self.notes, self.stem)

    @classmethod
    def read_schema_of(cls, entry: type[E]) -> CoreSchema:
        """The schema that reads a collection of such entries."""
        rows = core_schema.dict_schema(core_schema.any_schema(), entry.read_schema())
        text = core_schema.typed_dict_field(Text.read_schema(), required=False)
        fields = dict.fromkeys(("intro", "notes", "stem"), text)
        fields |= {key: core_schema.typed_dict_field(rows, required=False) for key in ("items", ROWS)}

        def collect(value: Any, inner: core_schema.ValidatorFunctionWrapHandler) -> "Collection[Any]":
            return value if isinstance(value, Collection) else _collected(inner(laid_out(value, entry)))

        return core_schema.no_info_wrap_validator_function(collect, core_schema.typed_dict_schema(fields))

    @classmethod
    def editor_schema_of(cls, entry: type[E], tell: Tell) -> Json:
        """Named or listed rows or one alone, with the words around them; a row of a name alone has no value."""
        row = tell(entry)
        either: Json = {"anyOf": [row, {"type": "null"}]}
        pair = {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": either}
        named = {"type": "object", "additionalProperties": either}
        listed = {"type": "array", "items": {"anyOf": [row, dict(SCALAR_JSON), pair]}}
        words = {key: dict(SCALAR_JSON) for key in ("intro", "notes", "stem")}
        grouped = {"anyOf": [named, listed]}
        alone = [row] if entry.may_stand_alone else []
        return {"anyOf": [*alone, {**named, "properties": {**words, "items": grouped}}, listed, dict(SCALAR_JSON)]}


def laid_out(value: Any, entry: type[Entry]) -> Any:
    """The collection in its one long form: the words before and after, and the rows by where they stand."""
    if isinstance(value, str):
        _refuse_glued(value)
        return {ROWS: {0: entry.from_text(value)}}
    if isinstance(value, list):
        return {ROWS: _listed(value, entry)}
    if not isinstance(value, dict):
        return value
    if entry.stands_alone(value):
        return {ROWS: {0: value}}
    words = {key: value[key] for key in ("intro", "notes", "stem") if key in value}
    items = value.get("items", {})
    named = {key: row for key, row in value.items() if key not in RESERVED}
    inside = _listed(items, entry) if isinstance(items, list) else _named(items, entry)
    return {**words, "items": inside, ROWS: _named(named, entry)}


def _refuse_glued(text: str) -> None:
    """`Rosa:Owner` is one text to YAML, and two to whoever wrote it; links and times have such colons of their own."""
    if found := _GLUED.match(text):
        raise refusal("A space is missing after the colon.", f"Write `{found[1]}: {found[2]}`.")


def _named(rows: Any, entry: type[Entry]) -> Any:
    return {key: _with_name(key, row, entry) for key, row in rows.items()} if isinstance(rows, dict) else rows


def _listed(rows: list[Any], entry: type[Entry]) -> dict[int, Any]:
    return {index: _item(row, entry) for index, row in enumerate(rows)}


def _item(row: Any, entry: type[Entry]) -> Any:
    if isinstance(row, str):
        return entry.from_item(row)
    if isinstance(row, dict) and len(row) == 1:
        ((key, value),) = row.items()
        if key not in entry.known_keys():
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
        raise refusal(f"“{name}” has a second name inside.", "The key is its name; delete the line with `name:`.")
    return {**row, "name": name} if isinstance(row, dict) else row


def _collected(parts: dict[str, Any]) -> "Collection[Any]":
    inside, outside = parts.pop("items", {}), parts.pop(ROWS, {})
    rows = (*inside.values(), *outside.values())
    paths = (*(("items", key) for key in inside), *((key,) for key in outside))
    _refuse_twins(rows, paths)
    return Collection(rows=rows, paths=paths, **parts)


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
    told = {"message": f"“{name}” is named twice here.", "hint": hint, "path": path, "first": first}
    return PydanticCustomError("named_twice", "{message}", told)
