"""One value or a list of them in, a tuple out; a list item that a colon broke in two is made whole again."""

from typing import Annotated, Any, TypeVar, get_args

from pydantic_core import CoreSchema, core_schema

from policyctl.schema.grammar.nearest import nearest
from policyctl.schema.grammar.part import Part
from policyctl.schema.grammar.refusal import refusal
from policyctl.schema.grammar.schemas import Json, Tell, schema_of
from policyctl.schema.grammar.texts import SCALAR_JSON

T = TypeVar("T")

BROKEN_JSON: Json = {
    "type": "object",
    "minProperties": 1,
    "maxProperties": 1,
    "additionalProperties": SCALAR_JSON,
}
"""What an editor takes `- Note: we close at five` for."""


class OneOrMore:
    """Accepts `field: one` where `field: [one, two]` is meant, so that a list of one needs no ceremony."""

    def read_schema_of(self, kind: Any) -> CoreSchema:
        """The schema that reads one or more of the item of a tuple."""
        (item, _) = get_args(kind)
        part = item if isinstance(item, type) and issubclass(item, Part) else None

        def listed(value: Any) -> Any:
            _refuse_undashed(value, part)
            items = value if isinstance(value, list) else [value]
            return [mended(each, part) for each in items] if isinstance(value, list) else items

        items = core_schema.tuple_variable_schema(schema_of(item))
        return core_schema.no_info_before_validator_function(listed, items)

    def editor_schema_of(self, kind: Any, tell: Tell) -> Json:
        """A list, in which a colon may have broken an item in two, or one alone."""
        item = tell(get_args(kind)[0])
        return {"anyOf": [{"type": "array", "items": {"anyOf": [item, BROKEN_JSON]}}, item]}


Many = Annotated[tuple[T, ...], OneOrMore()]


def mended(item: Any, part: type[Part] | None) -> Any:
    """A list item such as `- Note: we close at five`, which YAML takes for a mapping, as the sentence it was."""
    if not isinstance(item, dict) or len(item) != 1:
        return item
    ((key, value),) = item.items()
    if not isinstance(value, str) or not value or (part and _is_key(key, part)):
        return item
    return f"{key}: {value}"


def _refuse_undashed(value: Any, part: type[Part] | None) -> None:
    """Names where steps and the like belong, which have none: their author left out the dashes."""
    if part and isinstance(value, dict) and value and not any(_is_key(str(key), part) for key in value):
        raise refusal("A list belongs here.", f"Begin each line with a dash and a space: `- {next(iter(value))}`.")


def _is_key(word: str, part: type[Part]) -> bool:
    """Whether the part knows the word, or a small letter begins what looks like a misspelling of one it knows."""
    known = part.known_keys()
    return word in known or (word[:1].islower() and nearest(word, known) is not None)
