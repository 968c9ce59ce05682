"""What Pydantic refuses in, problems in plain words at the place where the author can mend them out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, get_args

from policyctl.findings import Issue, Pointer
from policyctl.spec.grammar.collection import ROWS
from policyctl.spec.grammar.entry import Part
from policyctl.spec.policy import Policy

Refused = tuple[str, tuple[str | int, ...], dict[str, Any]]
"""The type of a Pydantic error, its place, and what it was told."""

FEW = 14
"""Keys that a hint lists; more are a wall and not a help."""


@dataclass(frozen=True, slots=True)
class Problem:
    """An issue of the language, with the id of the rule it breaks."""

    rule: str
    issue: Issue


def problems(refused: Iterable[Refused]) -> Iterator[Problem]:
    """The problems in words; a misspelt key that is also missed is one problem and not two."""
    errors = list(refused)
    misspelt = {(place[:-1], likely_key(place)) for kind, place, _ in errors if kind == "extra_forbidden"}
    for kind, place, told in errors:
        if kind == "missing" and (place[:-1], place[-1]) in misspelt:
            continue
        yield _worded(kind, place, told)


def _worded(kind: str, place: Pointer, told: dict[str, Any]) -> Problem:
    pointer = tuple(segment for segment in place if segment != ROWS)
    if kind == "extra_forbidden":
        return Problem("unknown-key", _unknown_key(place, pointer))
    if kind == "missing":
        return Problem("missing-key", _missing_key(place, pointer))
    if kind in ("refused", "quantity"):
        return Problem("unreadable-value", Issue(pointer, told["message"], told["hint"] or None))
    if kind == "literal_error":
        message = "This policy is written in a version of the language that this policyctl does not know."
        return Problem("unreadable-value", Issue(pointer, message, "Write `policyctl: 1`."))
    return Problem("wrong-shape", _wrong_shape(place, pointer))


def _unknown_key(place: Pointer, pointer: Pointer) -> Issue:
    likely = likely_key(place)
    known = sorted(part_at(place[:-1]).known_keys())
    hint = f"Did you mean `{likely}`?" if likely else _listed(known)
    return Issue(pointer, f"“{pointer[-1]}” is not a word that is known here.", hint, at_key=True)


def _listed(known: list[str]) -> str:
    if len(known) <= FEW:
        return "Known here: " + ", ".join(f"`{key}`" for key in known) + "."
    return "Look up the words that are known here with `policyctl schema`, or put the text under `note`."


def _missing_key(place: Pointer, pointer: Pointer) -> Issue:
    part, key = part_at(place[:-1]), str(place[-1])
    info = part.model_fields[part.known_keys()[key]]
    example = (info.examples or [""])[0]
    needed = f"{key}: {example}" if not issubclass(_part_in(info.annotation) or str, Part) else f"{key}:"
    return Issue(pointer[:-1], f"`{key}` is missing here.", f"Add a line such as `{needed}`.", at_key=True)


def _wrong_shape(place: Pointer, pointer: Pointer) -> Issue:
    if not pointer:
        return Issue(
            (), "This is not a policy yet.", "Begin with `policyctl: 1`, or let `policyctl init` write a first one."
        )
    keys = list(part_at(place).known_keys())[:3]
    hint = f"Write `{keys[0]}: ...` on the next line, two spaces further in." if keys else None
    return Issue(pointer, "What stands here needs its parts on lines of their own.", hint)


def likely_key(place: Pointer) -> str | None:
    """The key that was likely meant by the unknown one at the end of a place."""
    key, known = str(place[-1]), list(part_at(place[:-1]).known_keys())
    near = get_close_matches(key.casefold().replace("-", "_").replace(" ", "_"), known, 1, 0.75)
    return near[0] if near else None


def part_at(place: Pointer) -> type[Part]:
    """The part of the language that a place belongs to: names and numbers on the way lead no deeper."""
    part: type[Part] = Policy
    is_name = False
    for segment in place:
        if is_name:
            is_name = False
        elif segment in (ROWS, "items"):
            is_name = True
        elif segment in part.known_keys():
            part = _part_in(part.model_fields[part.known_keys()[str(segment)]].annotation) or part
    return part


def _part_in(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((part for inner in get_args(annotation) if (part := _part_in(inner))), None)
