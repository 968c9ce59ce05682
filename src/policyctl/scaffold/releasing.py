"""Release a version of a policy: raise its number, set its dates, and open an entry of the change log."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from policyctl.errors import PolicyctlError
from policyctl.meaning.changes import Difference, FieldValue, changes
from policyctl.scaffold.adding import Entry, insert_entry, with_words
from policyctl.scaffold.editing import Draft
from policyctl.scaffold.scalars import key, scalar
from policyctl.scaffold.writing import Translate
from policyctl.schema import Policy
from policyctl.source.positions import Place

FIRST = "1.0"
"""The version of a policy that had none."""

_NUMBER = re.compile(r"\d+")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_SILENT = frozenset({"policyctl", "policy", "brand", "changelog", "checks"})
"""Sections of which a release says nothing; the promises in all others are compared one by one."""


def _(message: str) -> str:
    """Marks a text for the catalogues."""
    return message


class Version(NamedTuple):
    """A version: what it is called, from when it holds, what changed, and how the policy's language shows a day.

    `status` is written where it changes with it.
    """

    name: str
    day: date
    what: tuple[str, ...]
    shown: Callable[[date], str]
    status: str | None = None


@dataclass(frozen=True)
class Released:
    """A policy with a new version: its bytes, and the first and the last line of the entry in its change log.

    `status` is the line in which the status stands, 0 where there is none.
    """

    data: bytes
    first: int
    last: int
    status: int = 0


def next_version(version: str | None, *, is_first: bool = False) -> str:
    """The version with its last number raised by one: `1.10` after `1.9`; the first after `0.1` is `1.0`."""
    numbers = list(_NUMBER.finditer(version or ""))
    if version is None or not numbers or (is_first and int(numbers[0][0]) == 0):
        return FIRST
    last = numbers[-1]
    return f"{version[: last.start()]}{int(last[0]) + 1}{version[last.end() :]}"


def news(before: Policy, now: Policy, translate: Translate) -> tuple[str, ...]:
    """What is other than before, in sentences: promise by promise, and then the sections that changed otherwise."""
    told = [_sentence(each, translate) for each in changes(before, now)]
    touched = {str(each.pointer[0]) for each in changes(before, now)}
    rest = [name for name in Policy.model_fields if name not in _SILENT | touched and _differs(before, now, name)]
    if rest:
        titles = ", ".join(translate(Policy.model_fields[name].title or name) for name in rest)
        told.append(with_words(translate(_("There are changes in {sections}")), {"sections": titles}))
    return tuple(told)


def _differs(before: Policy, now: Policy, name: str) -> bool:
    return bool(getattr(before, name) != getattr(now, name))


def _sentence(difference: Difference, translate: Translate) -> str:
    now, before = difference.now, difference.before
    if now is None:
        return with_words(translate(_("“{name}” is gone")), {"name": before.name if before else ""})
    if before is None:
        return with_words(translate(_("“{name}” is new")), {"name": now.name})
    if not difference.fields:
        return with_words(translate(_("“{before}” is now “{name}”")), {"before": before.name, "name": now.name})
    told = (_field(each.now, each.before, translate) for each in difference.fields)
    return with_words(translate(_("“{name}” is now {changes}")), {"name": now.name, "changes": "; ".join(told)})


def _field(now: FieldValue | None, before: FieldValue | None, translate: Translate) -> str:
    words = {"now": now.text if now else "", "before": before.text if before else ""}
    if now and before:
        return with_words(translate(_("{now} instead of {before}")), words)
    return with_words(translate(_("{now}, which is new") if now else _("no longer {before}")), words)


def release(data: bytes, file: str, version: Version, translate: Translate) -> Released:
    """The policy as this version, with an entry that says what changed.

    Raises PolicyctlError where there is such an entry already, or the file is not written in lines.
    """
    draft = Draft.of(data, file)
    day = version.day.isoformat() if _writes_figures(draft) else " ".join(version.shown(version.day).split())
    wanted = {"version": version.name, "effective": day} | ({"status": version.status} if version.status else {})
    for name, text in wanted.items():
        changed = _set(draft, name, text)
        if changed is None:
            said = translate(_("`{name}` below `policy` is not written on a line of its own."))
            raise PolicyctlError(with_words(said, {"name": name}), hint=f"{name}: {text}")
        draft = changed
    lines = (f"{key(version.name)}:", f"  on: {scalar(day)}", "  what:", *(f"    - {scalar(w)}" for w in version.what))
    entry = Entry(version.name, lines)
    added = insert_entry(draft, ("changelog",), entry, translate, first=_newest_first(draft))
    status = draft.place("policy", "status")
    line = (status.key[0] if status.key else status.start)[0] + 1 if status else 0
    return Released(added.data, added.first, added.last, line)


def _writes_figures(draft: Draft) -> bool:
    """Whether the policy writes days in figures alone."""
    place = draft.place("policy", "effective")
    return place is not None and _ISO.fullmatch(place.text) is not None


def _set(draft: Draft, name: str, text: str) -> Draft | None:
    """The policy with this text in its head, below the version where it is new; None where there is no room."""
    place, head, version = draft.place("policy", name), draft.place("policy"), draft.place("policy", "version")
    if place is not None:
        return draft.replace(place, scalar(text))
    room = draft.room_in(head) if head else None
    if room is None or room.in_list:
        return None
    line = draft.line_after(version) if version else room.line
    return draft.insert(line, [f"{' ' * room.indent}{name}: {scalar(text)}"])


def _newest_first(draft: Draft) -> bool:
    """Whether the newest version stands first in the change log, as it does unless the author has it otherwise."""
    place: Place | None = draft.place("changelog")
    versions = [[*map(int, _NUMBER.findall(str(each)))] for each in place.children] if place else []
    return len(versions) < 2 or versions[0] > versions[-1]
