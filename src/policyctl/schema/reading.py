"""Read a policy, and word everything that keeps it from being one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count, islice
from types import MappingProxyType
from typing import Any, NamedTuple

from pydantic import ValidationError

from policyctl.findings import Issue, Pointer
from policyctl.schema.grammar.collection import ROWS, part_in
from policyctl.schema.grammar.entry import Part
from policyctl.schema.hints import certain_key, hint_for, is_name_too_far_out, likely_key, part_at
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


GUESSES = 150
"""Unknown keys for which the likely meaning is looked up; a hostile file has tens of thousands."""


class Problem(NamedTuple):
    """An issue of the language, with the id of the rule it breaks."""

    rule: str
    issue: Issue


def problems(refused: Iterable[Refused]) -> Iterator[Problem]:
    """The problems in words; what one mistake brought about is one problem and not several.

    A misspelt key is also missed, and where names stand a level too far out, all of them do. Of unknown keys beyond
    all measure nobody is told what was likely meant.
    """
    errors = list(refused)
    unknown = [place for kind, place, _ in errors if kind == "extra_forbidden"]
    misspelt = {(place[:-1], likely_key(place)) for place in unknown[:GUESSES]}
    beyond = set(unknown[GUESSES:])
    too_far_out: set[Pointer] = set()
    for kind, place, context in errors:
        if kind == "missing" and (place[:-1], place[-1]) in misspelt:
            continue
        if kind == "extra_forbidden" and place in beyond:
            if place[:-1] not in too_far_out:
                yield Problem("unknown-key", _unknown(tuple(each for each in place if each != ROWS), None))
            continue
        if kind == "extra_forbidden" and is_name_too_far_out(place):
            if place[:-1] in too_far_out:
                continue
            too_far_out.add(place[:-1])
        yield _worded(kind, place, context)


def _worded(kind: str, place: Pointer, context: dict[str, Any]) -> Problem:
    pointer = tuple(segment for segment in place if segment != ROWS)
    if kind in _BY_PLACE:
        rule, worded = _BY_PLACE[kind]
        return Problem(rule, worded(place, pointer))
    if kind == "named_twice":
        twin = (*pointer[: len(pointer) - len(context["path"])], *context["first"])
        return Problem("name-twice", Issue(pointer, context["message"], context["hint"], at_key=True, twin=twin))
    if kind in ("refused", "quantity"):
        issue = Issue(pointer, context["message"], context["hint"] or None, instead=context.get("instead"))
        return Problem("unreadable-value", issue._replace(after_bar=context.get("after_bar", False)))
    if kind == "literal_error":
        message = "This policy is written in a version of the language that this policyctl does not know."
        return Problem("unreadable-value", Issue(pointer, message, "Write `policyctl: 1`."))
    return Problem("wrong-shape", _wrong_schema(place, pointer, context.get("input")))


def _unknown_key(place: Pointer, pointer: Pointer) -> Issue:
    key = str(pointer[-1])
    if today := part_at(place[:-1]).other_keys.get(key):
        message = f"“{key}” is another word for `{today}`, and both stand here."
        return Issue(pointer, message, f"Keep `{today}`, and say there what stands at `{key}` too.", at_key=True)
    meant = certain_key(place)
    return _unknown(pointer, hint_for(place))._replace(instead=(key, meant) if meant else None)


def _unknown(pointer: Pointer, hint: str | None) -> Issue:
    return Issue(pointer, f"“{shorten(str(pointer[-1]))}” is not a word that is known here.", hint, at_key=True)


def _missing_key(place: Pointer, pointer: Pointer) -> Issue:
    part, key = part_at(place[:-1]), str(place[-1])
    info = part.model_fields[part.known_keys()[key]]
    inner = part_in(info.annotation)
    if inner:
        hint = f"Add `{key}:`, and below it lines that begin two spaces further in. {_such_as(inner)}"
    else:
        hint = f"Add a line such as `{key}: {(info.examples or [''])[0]}`."
    return Issue(pointer[:-1], f"`{key}` is missing here.", hint, at_key=True)


def _sentence_for_flag(place: Pointer, pointer: Pointer) -> Issue:
    """The sentence is kept where the part takes one beside its yes or no."""
    known = part_at(place[:-1]).known_keys()
    beside = next(key for key in ("note", "notes", "says") if key in known)
    hint = f"Write yes or no, and the sentence on a line of its own at `{beside}`."
    return Issue(pointer, "Yes or no belongs here, and this is a sentence.", hint)


_BY_PLACE: Mapping[str, tuple[str, Callable[[Pointer, Pointer], Issue]]] = MappingProxyType(
    {
        "extra_forbidden": ("unknown-key", _unknown_key),
        "missing": ("missing-key", _missing_key),
        "sentence_for_flag": ("unreadable-value", _sentence_for_flag),
    }
)
"""Each type of error that its place alone explains, with its rule and its words."""


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
    """What was read: a policy, or the problems that are in its way.

    Where there are problems, `readable` is the policy without the values, entries and sections at `left_out`, which
    could not be read; None where too little is left.
    """

    policy: Policy | None
    problems: tuple[Problem, ...] = ()
    readable: Policy | None = None
    left_out: tuple[Pointer, ...] = ()


def read(data: Any) -> Reading:
    """Read a policy; everything that is wrong with it comes back at once, and nothing is raised."""
    try:
        return Reading(Policy.model_validate(data))
    except ValidationError as error:
        refused = _refused(error)
    found = tuple(problems(refused))
    return Reading(None, found, *(_rest(data, refused) if len(found) <= _MOST_PROBLEMS else ()))


def _refused(error: ValidationError) -> list[Refused]:
    details = error.errors(include_url=False)
    return [(d["type"], d["loc"], {"input": d["input"], **d.get("ctx", {})}) for d in details]


# ---- what is left ----------------------------------------------------------------------------------------------

_MOST_PROBLEMS = 100
_MOST_ROUNDS = 8
"""Times that a policy is read once more: where an entry lacks what could not be read, it is left out itself."""

_NEEDED = {"title": "Policy", "organisation": "Organisation"}
"""What stands in the place of the lines that every policy needs below `policy`."""

HEAD: tuple[Pointer, ...] = (("policyctl",), ("policy",), *(("policy", key) for key in _NEEDED))
"""What no policy is without; where it is left out, words that nobody wrote stand in its place."""


def _rest(data: Any, refused: list[Refused]) -> tuple[Policy | None, tuple[Pointer, ...]]:
    """The policy without what could not be read, and the way to each thing that was left out."""
    left_out: set[Pointer] = set()
    for _ in range(_MOST_ROUNDS):
        invented = {place for kind, place, _ in refused if kind == "missing" and place in HEAD}
        gone = ((kind, place) for kind, place, _ in refused if place not in invented)
        left_out |= {_written_at(place, kind, data, left_out) for kind, place in gone} | invented
        if () in left_out or not isinstance(data, dict):
            return None, ()
        try:
            rest = Policy.model_validate(_filled(_without(data, left_out, ())))
        except ValidationError as error:
            refused = _refused(error)
        else:
            return rest, tuple(sorted(left_out, key=str))
    return None, ()


def _written_at(place: tuple[str | int, ...], kind: str, data: Any, left_out: set[Pointer]) -> Pointer:
    """The way to what has to be left out, by the keys in the file; what the author did not write is stepped over.

    The plan of a matrix is read as a row, and stands in the file below `within`: it is stepped into a key later.
    """
    way: Pointer = ()
    later: list[str | int] = []
    for segment in place[:-1] if kind == "missing" else place:
        if isinstance(data, dict) and segment in data:
            way, data = (*way, segment), data[segment]
            while isinstance(data, dict) and (row := next((each for each in later if each in data), None)) is not None:
                later.remove(row)
                way, data = (*way, row), data[row]
        elif isinstance(data, list) and isinstance(segment, int):
            kept = [index for index in range(len(data)) if (*way, index) not in left_out]
            if segment < len(kept):
                way, data = (*way, kept[segment]), data[kept[segment]]
        else:
            later.append(segment)
    return way


def _without(data: Any, left_out: set[Pointer], at: Pointer) -> Any:
    if isinstance(data, dict):
        return {key: _without(each, left_out, (*at, key)) for key, each in data.items() if (*at, key) not in left_out}
    if isinstance(data, list):
        items = enumerate(data)
        return [_without(each, left_out, (*at, index)) for index, each in items if (*at, index) not in left_out]
    return data


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    """The policy with words in the place of the lines that it cannot do without."""
    head = data.get("policy")
    return {"policyctl": "1", **data, "policy": {**_NEEDED, **(head if isinstance(head, dict) else {})}}


def in_file(pointer: Pointer, left_out: Iterable[Pointer]) -> Pointer:
    """The way to a place in the file, where items before it in its lists were left out."""
    gone = set(left_out)
    way: Pointer = ()
    for segment in pointer:
        index = segment
        if isinstance(segment, int):
            kept = (at for at in count() if (*way, at) not in gone)
            index = next(islice(kept, segment, None))
        way = (*way, index)
    return way
