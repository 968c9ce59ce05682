"""Read a policy, and word everything that keeps it from being one."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from pydantic import ValidationError

from policyctl.findings import Issue, Pointer
from policyctl.schema.grammar.collection import ROWS, part_in
from policyctl.schema.grammar.entry import Part
from policyctl.schema.hints import hint_for, likely_key, part_at
from policyctl.schema.policy import Policy
from policyctl.schema.quantities.text import shorten

Refused = tuple[str, tuple[str | int, ...], dict[str, Any]]
"""The type of a Pydantic error, its place, and its context, with what stands there as `input`."""

RULES: Mapping[str, str] = MappingProxyType({
    "unknown-key": "The language does not know a word here that stands before a colon. "
    "Nothing is passed over in silence: the word is misspelt, stands in the wrong place, or belongs into a text.",
    "missing-key": "A part of the policy lacks a line that it cannot do without, such as its title.",
    "unreadable-value": "What stands after a colon does not fit there: "
    "a date, a length of time, an amount or one of a few words is wanted, or nothing is written at all.",
    "wrong-shape": "One text stands where several lines belong, or several lines stand where one text does.",
    "name-twice": "Two entries of a section have one name, spaces, hyphens and capital letters aside. "
    "Whoever refers to it by that name could mean either.",
})  # fmt: skip
"""The rules of the language: each id with what it catches, for whoever asks what a finding means."""


class Problem(NamedTuple):
    """An issue of the language, with the id of the rule it breaks."""

    rule: str
    issue: Issue


def problems(refused: Iterable[Refused]) -> Iterator[Problem]:
    """The problems in words; a misspelt key that is also missed is one problem and not two."""
    errors = list(refused)
    misspelt = {(place[:-1], likely_key(place)) for kind, place, _ in errors if kind == "extra_forbidden"}
    for kind, place, context in errors:
        if kind == "missing" and (place[:-1], place[-1]) in misspelt:
            continue
        yield _worded(kind, place, context)


def _worded(kind: str, place: Pointer, context: dict[str, Any]) -> Problem:
    pointer = tuple(segment for segment in place if segment != ROWS)
    if kind == "extra_forbidden":
        return Problem("unknown-key", _unknown_key(place, pointer))
    if kind == "missing":
        return Problem("missing-key", _missing_key(place, pointer))
    if kind == "named_twice":
        twin = (*pointer[: len(pointer) - len(context["path"])], *context["first"])
        return Problem("name-twice", Issue(pointer, context["message"], context["hint"], at_key=True, twin=twin))
    if kind in ("refused", "quantity"):
        return Problem("unreadable-value", Issue(pointer, context["message"], context["hint"] or None))
    if kind == "literal_error":
        message = "This policy is written in a version of the language that this policyctl does not know."
        return Problem("unreadable-value", Issue(pointer, message, "Write `policyctl: 1`."))
    return Problem("wrong-shape", _wrong_schema(place, pointer, context.get("input")))


def _unknown_key(place: Pointer, pointer: Pointer) -> Issue:
    return Issue(
        pointer, f"“{shorten(str(pointer[-1]))}” is not a word that is known here.", hint_for(place), at_key=True
    )


def _missing_key(place: Pointer, pointer: Pointer) -> Issue:
    part, key = part_at(place[:-1]), str(place[-1])
    info = part.model_fields[part.known_keys()[key]]
    inner = part_in(info.annotation)
    if inner:
        hint = f"Add `{key}:`, and below it lines that begin two spaces further in. {_such_as(inner)}"
    else:
        hint = f"Add a line such as `{key}: {(info.examples or [''])[0]}`."
    return Issue(pointer[:-1], f"`{key}` is missing here.", hint, at_key=True)


def _wrong_schema(place: Pointer, pointer: Pointer, value: Any) -> Issue:
    if not pointer:
        hint = "Begin with `policyctl: 1`, or let `policyctl init` write a first one."
        return Issue((), "This is not a policy yet.", hint)
    part, key = part_at(place), pointer[-1]
    if value == "" and part.from_text("text") != "text":
        return Issue(pointer, "Nothing is written here.", "Write something after the colon, or delete the line.")
    if value == "":
        return Issue(
            pointer, f"Nothing is written below `{key}`.", f"{_such_as(part)} Begin each line two spaces further in."
        )
    if isinstance(value, list) and part.from_text("text") != "text":
        return Issue(pointer, "A list does not fit here.", "Write it as one sentence, without dashes or brackets.")
    return Issue(pointer, "This needs lines of its own for each thing that it says.", _such_as(part))


def _such_as(part: type[Part]) -> str:
    """The first keys of a part with their examples, those that it needs before all."""
    fields = {key: part.model_fields[name] for key, name in part.known_keys().items() if key not in ("intro", "notes")}
    first = sorted(fields, key=lambda key: not fields[key].is_required())[:2]
    return "Write lines such as " + " and ".join(f"`{key}: {(fields[key].examples or [''])[0]}`" for key in first) + "."


class Reading(NamedTuple):
    """What was read: a policy, or the problems that are in its way."""

    policy: Policy | None
    problems: tuple[Problem, ...] = ()


def read(data: Any) -> Reading:
    """Read a policy; everything that is wrong with it comes back at once, and nothing is raised."""
    try:
        return Reading(Policy.model_validate(data))
    except ValidationError as error:
        details = error.errors(include_url=False)
        refused = [(d["type"], d["loc"], {"input": d["input"], **d.get("ctx", {})}) for d in details]
        return Reading(None, tuple(problems(refused)))


_ROUNDS = 5
"""How often what is refused is left out; what goes on being refused cannot be read."""


def read_partly(data: Any) -> Reading:
    """Read a policy as far as it can be read: what is refused is left out, and all of its problems are told."""
    whole = read(data)
    reading = whole
    for _ in range(_ROUNDS):
        if reading.policy is not None or not reading.problems:
            break
        data = _without(data, [problem.issue.pointer for problem in reading.problems if problem.issue.pointer])
        reading = read(data)
    return Reading(reading.policy, whole.problems)


def _without(data: Any, ways: Iterable[Pointer]) -> Any:
    """The data without what stands at the end of each way, or where a way leaves what was written."""
    below: dict[str | int, list[Pointer]] = {}
    for way in ways:
        below.setdefault(way[0], []).append(way[1:])
    kept = {
        key: _without(inner, below[key]) if key in below else inner
        for key, inner in _inside(data).items()
        if all(way and way[0] in _inside(inner) for way in below.get(key, ()))
    }
    return [*kept.values()] if isinstance(data, list) else kept


def _inside(data: Any) -> Mapping[Any, Any]:
    """What a mapping or a list holds, by its keys or by its places."""
    return data if isinstance(data, dict) else dict(enumerate(data)) if isinstance(data, list) else {}
