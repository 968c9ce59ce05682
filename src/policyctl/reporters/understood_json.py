"""Give a policy and what was understood of it as data for other programs; its shape changes only with `format_version`.

The data and its JSON Schema both come from the concepts as they are declared, so that neither can leave the other.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, TypeAdapter, WithJsonSchema

from policyctl.findings import Finding
from policyctl.meaning.concepts import (
    DOCUMENTED,
    Ban,
    Charge,
    Concept,
    Dated,
    Deed,
    Grant,
    Handover,
    Measure,
    Mention,
    Place,
    Presence,
    Promise,
    Saying,
)
from policyctl.meaning.lowering import Gap
from policyctl.reporters.understood import LineOf, Understood
from policyctl.reporters.untrusted import json_of
from policyctl.schema import Policy

FORMAT_VERSION: Literal[1] = 1

Written = Annotated[
    dict[str, Any],
    WithJsonSchema(
        {
            "type": "object",
            "description": "The policy as its author could have written it, as `policyctl schema` describes it.",
        }
    ),
]


@dataclass(frozen=True, slots=True)
class Concepts:
    """Every concept of a policy, each kind in its author's order."""

    __pydantic_config__: ClassVar[ConfigDict] = DOCUMENTED

    promises: tuple[Promise, ...] = ()
    """What a customer may count on, each case by itself."""
    grants: tuple[Grant, ...] = ()
    """What a customer gets, by leave of somebody or because it is owed."""
    handovers: tuple[Handover, ...] = ()
    """Who passes a case to whom."""
    deeds: tuple[Deed, ...] = ()
    """What somebody does."""
    sayings: tuple[Saying, ...] = ()
    """Words to say, and words to avoid."""
    bans: tuple[Ban, ...] = ()
    """What nobody does."""
    charges: tuple[Charge, ...] = ()
    """What something costs."""
    presences: tuple[Presence, ...] = ()
    """Who or what is there when."""
    measures: tuple[Measure, ...] = ()
    """What is counted, where it stands and where it should."""
    dates: tuple[Dated, ...] = ()
    """What happens on which day."""
    figures: tuple[Mention, ...] = ()
    """The figures that were read in sentences."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that kept a part of the policy from being read."""

    __pydantic_config__: ClassVar[ConfigDict] = DOCUMENTED

    rule: str
    """The id of the finding, as `policyctl explain` takes it."""
    message: str
    """What is wrong."""
    hint: str | None
    """What to write instead."""
    line: int
    """The line on which it stands."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """A policy and what policyctl understood of it."""

    __pydantic_config__: ClassVar[ConfigDict] = DOCUMENTED

    format_version: Literal[1]
    """The version of this shape; whatever breaks a program that reads it raises it."""
    file: str
    """The name of the file."""
    entry: str | None
    """The entry that the meaning is narrowed to, where one was named."""
    policy: Written | None
    """The policy without what could not be read; nothing where nothing could."""
    meaning: Concepts
    """What was understood."""
    not_understood: tuple[Gap, ...]
    """What was not."""
    problems: tuple[Problem, ...]
    """What kept parts of the policy from being read."""


_FIELDS: dict[type[Concept], str] = {
    Promise: "promises",
    Grant: "grants",
    Handover: "handovers",
    Deed: "deeds",
    Saying: "sayings",
    Ban: "bans",
    Charge: "charges",
    Presence: "presences",
    Measure: "measures",
    Dated: "dates",
    Mention: "figures",
}


@cache
def _adapter() -> TypeAdapter[Understanding]:
    return TypeAdapter(Understanding)


def json_text(  # noqa: PLR0913, PLR0917  All that is to be told, each by its name.
    file: str,
    entry: str | None,
    policy: Policy | None,
    understood: Understood,
    problems: Sequence[Finding],
    line_of: LineOf,
) -> str:
    """The policy and what was understood of it, in ASCII."""

    def lined(place: Place) -> Place:
        return replace(place, line=line_of(place.pointer))

    found: dict[str, list[Any]] = {field: [] for field in _FIELDS.values()}
    for concept in understood.concepts:
        found[_FIELDS[type(concept)]].append(replace(concept, place=lined(concept.place)))
    whole = Understanding(
        format_version=FORMAT_VERSION,
        file=file,
        entry=entry,
        policy=policy.model_dump(mode="json", exclude_defaults=True) if policy else None,
        meaning=Concepts(**{field: tuple(each) for field, each in found.items()}),
        not_understood=tuple(replace(gap, place=lined(gap.place)) for gap in understood.gaps),
        problems=tuple(Problem(each.rule, each.message, each.hint, each.span.start.line) for each in problems),
    )
    return json_of(_adapter().dump_python(whole, mode="json"), indent=2) + "\n"


def schema_text() -> str:
    """The JSON Schema of what `json_text` gives."""
    shape = _adapter().json_schema(mode="serialization")
    shared = TypeAdapter(Concept).json_schema(mode="serialization")["properties"]
    for kind in _FIELDS:
        shape["$defs"][kind.__name__]["properties"].update(shared)  # A dataclass knows the words below its own fields.
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **shape}, indent=1) + "\n"
