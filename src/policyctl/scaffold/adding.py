"""Add an entry to a policy that is there: in its place, with notes about what else it may say."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from policyctl.errors import PolicyctlError
from policyctl.resources import templates
from policyctl.scaffold.editing import Draft
from policyctl.scaffold.kinds import KINDS
from policyctl.scaffold.scalars import comment, key, scalar
from policyctl.scaffold.sections import introduction
from policyctl.scaffold.writing import Translate
from policyctl.schema import Policy
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.quantities import split_promise
from policyctl.source import read

_PLACE = re.compile(r"<(name|text)>")
_LINE = re.compile(r"(?P<before> *(?:- )?)(?:(?P<key>[^#:]+): )?(?P<value>.*)")
_ORDER = (*Policy.model_fields,)


def _(message: str) -> str:
    """Marks a text for the catalogues."""
    return message


@dataclass(frozen=True)
class Block:
    """What is put in for one kind: what is asked about it, an example of a name and of a text, and its lines."""

    name: str
    asks: str
    text: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Wanted:
    """An entry that somebody wants: its kind, its name, what it says, and for a level the ladder that it goes into.

    Without a `ladder` that is the first one.
    """

    kind: str
    name: str
    text: str | None = None
    ladder: str | None = None


@dataclass(frozen=True)
class Entry:
    """The lines of an entry, as far in as they stand in a group at the left edge."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Added:
    """A policy with an entry more: its bytes, the path of what it was put into, and its first and last line."""

    data: bytes
    path: tuple[str, ...]
    first: int
    last: int


@cache
def load_block(kind: str, language: str) -> Block:
    """What is put in for a kind, in a language or else in English."""
    path = templates() / "blocks" / f"{language}.yaml"
    if not path.is_file():
        return load_block(kind, "en")
    data: Any = read(path.read_bytes(), path.name).data
    found = data[kind]
    return Block(found["name"], found["asks"], found["text"], tuple(found["block"].splitlines()))


def language_of(data: bytes) -> str:
    """The language that a policy is in, as far as it says so: `en`, `de`."""
    found: Any = read(data, "").data
    head = found.get("policy") if isinstance(found, dict) else None
    tag = head.get("language") if isinstance(head, dict) else None
    return tag[:2].lower() if isinstance(tag, str) else "en"


def add(data: bytes, file: str, wanted: Wanted, translate: Translate) -> Added:
    """The policy with one entry more; without a text of its own the entry is a note, to be written out later.

    Raises PolicyctlError where the name is taken, or the place is not written in lines that something could be put
    between.
    """
    draft = Draft.of(data, file)
    if not isinstance(draft.source.data, dict):
        raise PolicyctlError(translate(_("{file} cannot be read as a policy.")).replace("{file}", file))
    block = load_block(wanted.kind, language_of(data))
    path = _path(wanted, draft.source.data, translate)
    return insert_entry(draft, path, Entry(wanted.name, (*_filled(block, wanted),)), translate)


def insert_entry(
    draft: Draft, path: tuple[str, ...], entry: Entry, translate: Translate, *, first: bool = False
) -> Added:
    """The policy with the lines of an entry at the end of a group, or as the `first` in it.

    What is missing on the way to the group is put in, too. Raises PolicyctlError as `add` does.
    """
    if line := _line_of(draft, path, entry.name):
        said = translate(_("“{name}” is in {section} already, in line {line}."))
        words = {"name": entry.name, "section": ".".join(path), "line": str(line)}
        raise PolicyctlError(with_words(said, words), hint=translate(_("Change it there, or choose another name.")))
    changed, at, count = _put(draft, path, [*entry.lines], translate, first=first)
    if not _is_more_of(draft.source.data, changed.source.data, path):
        file = draft.source.file
        said = translate(_("{file} is written in a way in which nothing can be put in safely.")).replace("{file}", file)
        raise PolicyctlError(said, hint=f"policyctl validate {file}")
    return Added(changed.data, path, at + 1, at + count)


def _path(wanted: Wanted, data: dict[str, Any], translate: Translate) -> tuple[str, ...]:
    path, ladder = KINDS[wanted.kind], wanted.ladder
    if wanted.kind != "level":
        return path
    escalation = data.get("escalation")
    found = escalation.get("ladders") if isinstance(escalation, dict) else None
    ladders = found if isinstance(found, dict) else {}
    if ladder is None:
        name = next(iter(ladders), translate(_("When it goes further")))
    else:
        name = next((each for each in ladders if normalise_name(each) == normalise_name(ladder)), ladder)
    return (*path, name) if isinstance(ladders.get(name), list) else (*path, name, "levels")


def _line_of(draft: Draft, path: tuple[str, ...], name: str) -> int | None:
    """The line of the entry of this name, where there is one."""
    place = draft.place(*path)
    for segment, each in place.children.items() if place else ():
        called = segment if isinstance(segment, str) else _called(_value(draft, (*path, segment)))
        if called is not None and normalise_name(called) == normalise_name(name):
            return (each.key[0] if each.key else each.start)[0] + 1
    return None


def _value(draft: Draft, path: tuple[str | int, ...]) -> Any:
    value: Any = draft.source.data
    for step in path:
        value = value[step]
    return value


def _called(item: Any) -> str | None:
    """The name of an entry in a list."""
    if isinstance(item, str):
        return item
    if isinstance(item, dict):
        name = item.get("name") or item.get("role") or next(iter(item), None)
        return name if isinstance(name, str) else None
    return None


# ---- the lines of an entry -----------------------------------------------------------------------------------------


def _filled(block: Block, wanted: Wanted) -> Iterator[str]:
    """The lines of an entry; all of them notes, with the example, where there is no text."""
    words = {"name": wanted.name, "text": wanted.text or block.text}
    for line in block.lines:
        if line.strip() == "<promise>:":
            before = line[: len(line) - len(line.lstrip())]
            filled = [f"{before}{field}: {scalar(said)}" for field, said in split_promise(words["text"]).items()]
        else:
            filled = [_fill(line, words)]
        yield from filled if wanted.text else (_as_note(each) for each in filled)


def _fill(line: str, words: Mapping[str, str]) -> str:
    if line.lstrip().startswith("#") or not _PLACE.search(line):
        return line
    if line == "<name>:":
        return f"{key(words['name'])}:"
    found = _LINE.fullmatch(line)
    if found is None:
        return line
    said = scalar(_PLACE.sub(lambda place: words[place[1]], found["value"]))
    if not found["key"]:
        return found["before"] + said
    return f"{found['before']}{key(_PLACE.sub(lambda place: words[place[1]], found['key']))}: {said}"


def _as_note(line: str) -> str:
    words = line.lstrip(" ")
    return f"# {line}" if not words.startswith("#") else f"# {line.replace('# ', '', 1)}"


def _as_item(lines: list[str]) -> Iterator[str]:
    """The lines of an entry as one of a list."""
    first, *others = lines
    mark = "# " if first.startswith("# ") else ""
    head = first.removeprefix(mark)
    if not head.endswith(":"):
        yield f"{mark}- {head}"
        yield from others
        return
    body = [each.removeprefix(mark) for each in others]
    if body and body[0].startswith("  role:"):
        yield f"{mark}- {body.pop(0).strip()}"
    else:
        yield f"{mark}- name: {head[:-1]}"
    yield from (f"{mark}{each}" for each in body)


# ---- the place of an entry -----------------------------------------------------------------------------------------


def _put(
    draft: Draft, path: tuple[str, ...], lines: list[str], translate: Translate, *, first: bool
) -> tuple[Draft, int, int]:
    """The policy with the lines in their place, the line before which they stand, and how many they are."""
    there = max(depth for depth in range(len(path) + 1) if draft.place(*path[:depth]))
    if there == 0:
        return _put_section(draft, path, lines, translate)
    place = draft.place(*path[:there])
    room = draft.room_in(place) if place else None
    if room is None or (room.in_list and there < len(path)):
        said = translate(_("`{section}` is not written in lines that something could be put between."))
        hint = translate(_("Write each of its entries on a line of its own below `{section}:`, then add again."))
        words = {"section": path[there - 1]}
        raise PolicyctlError(with_words(said, words), hint=with_words(hint, words))
    entry = _below(path[there:], [*_as_item(lines)] if room.in_list else lines, as_list=path[-1] == "levels")
    put = [" " * room.indent + line for line in entry]
    line = draft.first_line_in(place) if first and place and there == len(path) else room.line
    return draft.insert(line, put), line, len(put)


def _put_section(draft: Draft, path: tuple[str, ...], lines: list[str], translate: Translate) -> tuple[Draft, int, int]:
    """A section of its own, after those that come before it in a policy."""
    before = [each for each in _ORDER[: _ORDER.index(path[0])] if draft.place(each)]
    place = draft.place(before[-1]) if before else None
    line = draft.line_after(place) if place else len(draft.lines)
    entry = [*comment(translate(introduction(path[0]))), *_below(path, lines, as_list=path[-1] == "levels")]
    put = ["", *entry]
    return draft.insert(line, put), line + 1, len(entry)


def _below(path: tuple[str, ...], lines: list[str], *, as_list: bool) -> list[str]:
    """The lines below the words of a path that are not there yet; all of them notes where the lines are."""
    if not path:
        return lines
    body = [*_as_item(lines)] if as_list else lines
    mark = "# " if all(each.startswith("#") for each in body) else ""
    found = [f"{mark}{'  ' * depth}{key(word)}:" for depth, word in enumerate(path)]
    inner = "  " * len(path)
    return [*found, *(f"{mark}{inner}{each.removeprefix(mark)}" for each in body)]


def _is_more_of(before: Any, after: Any, path: tuple[str, ...]) -> bool:
    """Whether the one holds all that the other does, as it was, and more at the end of a path alone."""
    if before is None:
        return True
    if isinstance(before, list):
        return isinstance(after, list) and not path and before in (after[: len(before)], after[-len(before) :])
    if not isinstance(after, dict):
        return bool(before == after)
    inside = before if isinstance(before, dict) else {}
    same = all(name in after and after[name] == value for name, value in inside.items() if name not in path[:1])
    more = set(after) - set(inside)
    if not path:
        return same
    inner = path[0] not in after or _is_more_of(inside.get(path[0]), after[path[0]], path[1:])
    return same and more <= {path[0]} and inner


def with_words(text: str, words: Mapping[str, str]) -> str:
    """A sentence with each of the words in its place."""
    for name, word in words.items():
        text = text.replace(f"{{{name}}}", word)
    return text
