"""An earlier policy and this one in; what they undertake otherwise, each in a sentence, out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.rules.keeping.undertaken import Key, Undertaken, undertakings
from policyctl.schema import Policy


class Changed(NamedTuple):
    """Something that is undertaken otherwise than before: where, and what is to be said of it."""

    pointer: Pointer
    told: str
    at_key: bool = True


def changes(before: Policy, now: Policy) -> Iterator[Changed]:
    """What changed, appeared or vanished; what says the same under another name or elsewhere did not."""
    old, new = undertakings(before), undertakings(now)
    for key in (each for each in new if each in old):
        differences = dict(_differences(old[key], new[key]))
        if differences:
            told = f"The {new[key].called} has changed: {'; '.join(differences.values())}"
            yield Changed((*new[key].pointer, next(iter(differences))), told, at_key=False)
    gone = {key: each for key, each in old.items() if key not in new and each.facts}
    come = {key: each for key, each in new.items() if key not in old and each.facts}
    _forget_what_moved(gone, come)
    for was, each in _reworded(gone, come):
        yield Changed(each.pointer, f"The {each.called} was {was.called.partition(' ')[2]} before", at_key=False)
        del gone[was.key], come[each.key]
    yield from (Changed(each.pointer, f"The {each.called} is new") for each in _outermost(come))
    yield from (Changed(each.pointer[:1], f"The {each.called} is gone") for each in _outermost(gone))


def _differences(old: Undertaken, new: Undertaken) -> Iterator[tuple[str, str]]:
    """The key of each field that says something else, with what it says now and what it said."""
    for name in dict.fromkeys((*new.facts, *old.facts)):
        was, now = old.facts.get(name), new.facts.get(name)
        if now and not was:
            yield now.key, f"{now.told}, which is new"
        elif was and not now:
            yield was.key, f"no longer {was.told}"
        elif was and now and was.meaning != now.meaning:
            yield now.key, f"{now.told} instead of {was.text}"


def _forget_what_moved(gone: dict[Key, Undertaken], come: dict[Key, Undertaken]) -> None:
    """Take away what says the same as before, in the same group under another name or by the same name elsewhere."""
    known: dict[object, list[Key]] = defaultdict(list)
    for key, each in gone.items():
        known[key[:-1], each.says].append(key)
        known[key[-1], each.says].append(key)
    for key, each in [*come.items()]:
        same = _taken(known[key[:-1], each.says], gone) or _taken(known[key[-1], each.says], gone)
        if same:
            del gone[same], come[key]


def _taken(keys: list[Key], gone: dict[Key, Undertaken]) -> Key | None:
    """The next of these that has found no other place yet; each is looked at once."""
    while keys:
        key = keys.pop()
        if key in gone:
            return key
    return None


def _reworded(gone: dict[Key, Undertaken], come: dict[Key, Undertaken]) -> Iterator[tuple[Undertaken, Undertaken]]:
    """Sentences without a name that took each other's place, one by one in a list of as many."""
    left, arrived = _by_group(gone), _by_group(come)
    for group, those in left.items():
        these = arrived.get(group, [])
        if len(those) == len(these):
            yield from zip(those, these, strict=True)


def _by_group(found: dict[Key, Undertaken]) -> dict[Key, list[Undertaken]]:
    groups: dict[Key, list[Undertaken]] = defaultdict(list)
    for key, each in found.items():
        if isinstance(each.pointer[-1], int):
            groups[key[:-1]].append(each)
    return groups


def _outermost(found: dict[Key, Undertaken]) -> Iterable[Undertaken]:
    """Without what stands in a group that came or went itself."""
    return [each for key, each in found.items() if not any(key[:size] in found for size in range(1, len(key)))]
