"""Compare two versions of a policy: which promises, remedies, terms and permissions are no longer what they were."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from policyctl.findings import Pointer
from policyctl.schema import Policy, parts
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Entry, Part
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.texts import Giving
from policyctl.schema.quantities import Allowance, Duration, Money, Words
from policyctl.schema.quantities.text import shorten
from policyctl.schema.quantities.units import Unit
from policyctl.schema.sections.complaints import Complaints, Complexity, Extension, HowToComplain, Stage
from policyctl.schema.sections.discretion import Grant
from policyctl.schema.sections.standards import Remedy, Standard
from policyctl.schema.sections.terms import Term

Key = tuple[str, ...]
"""The way to a provision by names alone: another order of the lines is no change."""

_NOUNS: Mapping[type[Part], str] = {
    Standard: "promise", Remedy: "remedy", Term: "term", Grant: "permission", Stage: "stage", Complexity: "limit",
    Complaints: "way of a complaint", HowToComplain: "way to complain", Extension: "extension",
}  # fmt: skip
"""What is compared, and what a message calls it."""

_AROUND = frozenset({
    "name", "about", "because", "note", "notes", "intro", "stem", "topic", "audience", "examples", "log",
})  # fmt: skip
"""Fields around a provision, which stays the same when they change."""

_SMALLER = {
    Unit.HOUR: (Unit.SECOND, 3_600),
    Unit.MINUTE: (Unit.SECOND, 60),
    Unit.WEEK: (Unit.DAY, 7),
    Unit.YEAR: (Unit.MONTH, 12),
    Unit.QUARTER: (Unit.MONTH, 3),
}
"""Each unit with the smaller one that it is counted in here, and how many of that it is."""


class FieldValue(NamedTuple):
    """What one field says: its key, its title, its name in a sentence, the author's words, and a form to compare."""

    key: str
    title: str
    label: str
    text: str
    canonical: Any

    @property
    def phrase(self) -> str:
        """`within 2 working days`."""
        return f"{self.label} {self.text}"


class Provision(NamedTuple):
    """One promise, remedy, term or permission: where it stands, its name, what a message calls it, what fields say."""

    pointer: Pointer
    key: Key
    name: str
    label: str
    fields: Mapping[str, FieldValue]

    @property
    def canonical(self) -> frozenset[tuple[str, Any]]:
        """Everything that it says; two that say the same are one under two names."""
        return frozenset((name, field.canonical) for name, field in self.fields.items())


class FieldChange(NamedTuple):
    """What a field says now and what it said before; one of them is missing where it came or went."""

    now: FieldValue | None
    before: FieldValue | None

    @property
    def sentence(self) -> str:
        """`within 2 days instead of 1 day`."""
        if self.now and self.before:
            return f"{self.now.phrase} instead of {self.before.text}"
        if self.now:
            return f"{self.now.phrase}, which is new"
        return f"no longer {self.before.phrase}" if self.before else ""


class Difference(NamedTuple):
    """A provision that says otherwise than before: as it is now, as it was, and field by field.

    One that is new has no `before`, one that is gone no `now`. `fields` are those of one that stayed.
    """

    now: Provision | None
    before: Provision | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def pointer(self) -> Pointer:
        """Where it is told: at the field, the provision, or the section that it has gone from."""
        if self.now is None:
            return self.before.pointer[:1] if self.before else ()
        first = next(iter(self.fields), None)
        value = (first.now or first.before) if first else None
        return (*self.now.pointer, value.key) if value else self.now.pointer

    @property
    def at_key(self) -> bool:
        """Whether the place is the name of what came or went, and not what is said there."""
        return self.now is None or self.before is None

    @property
    def sentence(self) -> str:
        """The difference in a sentence without its full stop."""
        if self.now is None:
            return f"The {self.before.label} is gone" if self.before else ""
        if self.before is None:
            return f"The {self.now.label} is new"
        if self.fields:
            return f"The {self.now.label} has changed: {'; '.join(each.sentence for each in self.fields)}"
        return f"The {self.now.label} was {self.before.label.partition(' ')[2]} before"


def changes(before: Policy, now: Policy) -> Iterator[Difference]:
    """What changed, appeared or vanished; what says the same under another name or elsewhere did not."""
    old, new = provisions(before), provisions(now)
    for key in (each for each in new if each in old):
        if differences := tuple(_differences(old[key], new[key])):
            yield Difference(new[key], old[key], differences)
    gone = {key: each for key, each in old.items() if key not in new and each.fields}
    come = {key: each for key, each in new.items() if key not in old and each.fields}
    _drop_moved(gone, come)
    for was, each in _reworded(gone, come):
        yield Difference(each, was)
        del gone[was.key], come[each.key]
    yield from (Difference(each, None) for each in _outermost(come))
    yield from (Difference(None, each) for each in _outermost(gone))


def _differences(old: Provision, new: Provision) -> Iterator[FieldChange]:
    """Each field that says something else, with what it says now and what it said."""
    for name in dict.fromkeys((*new.fields, *old.fields)):
        was, now = old.fields.get(name), new.fields.get(name)
        if was is None or now is None or was.canonical != now.canonical:
            yield FieldChange(now, was)


def _drop_moved(gone: dict[Key, Provision], come: dict[Key, Provision]) -> None:
    """Take away what says the same as before, in the same group under another name or by the same name elsewhere."""
    known: dict[object, list[Key]] = defaultdict(list)
    for key, each in gone.items():
        known[key[:-1], each.canonical].append(key)
        known[key[-1], each.canonical].append(key)
    for key, each in [*come.items()]:
        same = _unmatched(known[key[:-1], each.canonical], gone) or _unmatched(known[key[-1], each.canonical], gone)
        if same:
            del gone[same], come[key]


def _unmatched(keys: list[Key], gone: dict[Key, Provision]) -> Key | None:
    """The next of these that has found no other place yet; each is looked at once."""
    while keys:
        key = keys.pop()
        if key in gone:
            return key
    return None


def _reworded(gone: dict[Key, Provision], come: dict[Key, Provision]) -> Iterator[tuple[Provision, Provision]]:
    """Sentences without a name that took each other's place, one by one in a list of as many."""
    left, arrived = _by_group(gone), _by_group(come)
    for group, those in left.items():
        these = arrived.get(group, [])
        if len(those) == len(these):
            yield from zip(those, these, strict=True)


def _by_group(found: dict[Key, Provision]) -> dict[Key, list[Provision]]:
    groups: dict[Key, list[Provision]] = defaultdict(list)
    for key, each in found.items():
        if isinstance(each.pointer[-1], int):
            groups[key[:-1]].append(each)
    return groups


def _outermost(found: dict[Key, Provision]) -> Iterable[Provision]:
    """Without what stands in a group that came or went itself."""
    return [each for key, each in found.items() if not any(key[:size] in found for size in range(1, len(key)))]


def provisions(policy: Policy) -> dict[Key, Provision]:
    """Every provision of a policy; what a row inherits is its group's, and of two equal names the first counts."""
    found: dict[Key, Provision] = {}
    groups: dict[Pointer, Mapping[str, Any]] = {}
    for pointer, part in parts(policy):
        if type(part) in _NOUNS:
            own = dict(_own(part, _group_of(pointer, groups)))
            if getattr(part, "rows", None):
                groups[pointer] = part.set_fields()
            key = _key(pointer, part, own)
            fields = {name: _field(part, name, value, policy.policy.currency) for name, value in own.items()}
            found.setdefault(key, Provision(pointer, key, _name(part, own), _label(part, own), fields))
    return found


def _own(part: Part, shared: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What a part says itself; provisions within it are compared by themselves."""
    for name, value in part.set_fields().items():
        inner = next(iter(value), None) if isinstance(value, Collection) else value
        if name not in _AROUND and shared.get(name) is not value and type(inner) not in _NOUNS:
            yield name, value


def _group_of(pointer: Pointer, groups: Mapping[Pointer, Mapping[str, Any]]) -> Mapping[str, Any]:
    """What the group that a row stands in says for it."""
    cut = next((at for at in range(len(pointer) - 1, 0, -1) if pointer[at] == "rows"), 0)
    return groups.get(pointer[:cut], {})


def _key(pointer: Pointer, part: Part, own: Mapping[str, Any]) -> Key:
    """The names on the way; a row without a name goes by what it says."""
    names = [normalise_name(str(each)) for each in pointer if each not in ("rows", "items")]
    if isinstance(pointer[-1], int):
        names[-1] = normalise_name((part.named() if isinstance(part, Entry) else "") or as_written(tuple(own.values())))
    return tuple(names)


def _field(part: Part, name: str, value: Any, currency: str | None) -> FieldValue:
    label = type(part).model_fields[name].title or name
    text = shorten(as_written(value))
    shown = f"“{text.rstrip('.')}”" if isinstance(value, str) and " " in text else text
    return FieldValue(part.written_keys()[name], label, label[0].lower() + label[1:], shown, canonical(value, currency))


def _name(part: Part, own: Mapping[str, Any]) -> str:
    """The name of a provision; a sentence without one is called by what it says."""
    if not isinstance(part, Entry):
        return ""
    return part.named() or as_written(own.get("says") or own.get("gives") or ())


def _label(part: Part, own: Mapping[str, Any]) -> str:
    """`promise “Ringing back”`."""
    name = _name(part, own)
    return f"{_NOUNS[type(part)]} “{shorten(name).rstrip('.')}”" if isinstance(part, Entry) else _NOUNS[type(part)]


def canonical(value: Any, currency: str | None) -> Any:
    """A value in the one form of all that mean the same: without order, case of letters and spelling of units."""
    of_kind = next((function for kind, function in _CANONICAL if isinstance(value, kind)), None)
    return of_kind(value, currency) if of_kind else value


def as_written(value: Any) -> str:
    """A value as its author wrote it, on one line."""
    if isinstance(value, Limits):
        return ", ".join(f"{case} {as_written(bound)}" if case else as_written(bound) for case, bound in value)
    if isinstance(value, tuple | Collection):
        return ", ".join(as_written(each) for each in value)
    if isinstance(value, Part):
        return getattr(value, "name", None) or ", ".join(as_written(each) for each in value.set_fields().values())
    return " ".join((getattr(value, "text", None) or str(value)).split())


def _of_part(part: Part, currency: str | None) -> Any:
    around = _AROUND - {"name"}
    return frozenset(
        (name, canonical(value, currency)) for name, value in part.set_fields().items() if name not in around
    )


def _of_text(text: str, _: str | None) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


def _of_duration(duration: Duration, _: str | None) -> Duration:
    """In the least unit that it can be said in; weeks and hours of a clock of their own keep to it."""
    unit, factor = _SMALLER.get(duration.unit, (duration.unit, 1)) if duration.clock is None else (duration.unit, 1)
    upper = None if duration.upper is None else duration.upper * factor
    return replace(duration, amount=duration.amount * factor, unit=unit, upper=upper)


def _of_allowance(allowance: Allowance, currency: str | None) -> Allowance:
    return replace(allowance, amount=canonical(allowance.amount, currency))


_CANONICAL: tuple[tuple[type, Callable[[Any, str | None], Any]], ...] = (
    (
        Limits,
        lambda value, money: frozenset((normalise_name(case or ""), canonical(bound, money)) for case, bound in value),
    ),
    (Part, _of_part),
    (Collection, lambda value, money: frozenset(canonical(each, money) for each in value)),
    (tuple, lambda value, money: frozenset(canonical(each, money) for each in value)),
    (Words, lambda value, money: _of_text(value.words, money)),
    (Duration, _of_duration),
    (Money, Money.in_currency),
    (Allowance, _of_allowance),
    (Giving, lambda text, money: canonical(Money.find(text) or str(text), money)),
    (str, _of_text),
)
"""The canonical form of each kind of value; a quantity is equal to another that says the same."""
