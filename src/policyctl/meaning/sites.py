"""Know what stands around a place in a policy: its names, its case, its reader and the limits in its fields."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from policyctl.findings import Pointer
from policyctl.meaning.concepts import Name, Names, Place, Situation, StatedLimit
from policyctl.meaning.model import Meaning
from policyctl.meaning.references import targets
from policyctl.meaning.subjects import subject_of
from policyctl.meaning.texts import is_for_customers, reader_of
from policyctl.schema.grammar.entry import Entry, Part
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.references import By, Reference
from policyctl.schema.quantities import Words
from policyctl.schema.sections.escalation import Escalation, Level
from policyctl.schema.sections.people import Role
from policyctl.schema.sections.procedures import Procedure, Step

_ITEM = re.compile(r"(?:^|\n)[-*] ")
"""What begins an item of a list in a text."""

HOW = {
    "within": "within",
    "first_help_within": "within",
    "newcomers_within": "within",
    "waits": "answers within",
    "ask_within": "asked for within",
    "answers_within": "answered within",
    "paid_within": "paid within",
    "at_least": "at least",
    "at_most": "at most",
    "passed_on_at_most": "passed on at most",
    "by": "by",
    "on": "on",
    "every": "every",
    "refresher": "every",
    "notice": "with notice of",
    "told_by": "told",
    "kept": "for",
    "lasts": "for",
}
"""The little word before a limit, by the field that it stands in."""


class Site(NamedTuple):
    """A part of the policy, and those of its fields that one lowerer is given."""

    meaning: Meaning
    pointer: Pointer
    part: Any
    fields: tuple[str, ...] = ()

    def at(self, field: str | None = None) -> Pointer:
        """The way to the part, or to one of its fields."""
        return (*self.pointer, self.part.written_keys()[field]) if field else self.pointer

    def title(self, field: str) -> str:
        """What a field is called in documents."""
        return str(type(self.part).model_fields[field].title)

    def names(self, *fields: str) -> Names:
        """What the references in these fields name."""
        values = (vars(self.part).get(field) for field in fields)
        return resolve((each for value in values for each in as_tuple(value)), self.meaning)

    def texts(self) -> Iterator[tuple[str, Pointer, str]]:
        """Each text in the fields of the site, with its field and the way to it."""
        for field in self.fields:
            value = getattr(self.part, field)
            if isinstance(value, tuple):
                yield from ((field, (*self.at(field), index), text) for index, text in enumerate(value))
            else:
                yield field, self.at(field), value


def resolve(references: Iterable[str], meaning: Meaning) -> Names:
    """What references name: each entry by its name, a person by theirs, and plain words where there is no entry."""
    found: list[Name] = []
    for each in references:
        named = targets(each, meaning.names) if isinstance(each, Reference) else ()
        found += [Name(_called(each, one.entry, alone=len(named) == 1), one.pointer) for one in named] or [Name(each)]
    return tuple(dict.fromkeys(found))


def _called(words: str, entry: Entry, *, alone: bool) -> str:
    """The name of an entry; somebody who holds a role with others keeps their own."""
    is_person = isinstance(entry, Role) and alone and any(words in person for person in entry.people)
    return words if is_person else entry.named()


def as_tuple(value: Any) -> tuple[Any, ...]:
    """A field that holds one, several or none, as several."""
    return value if isinstance(value, tuple) else () if value is None else (value,)


def common(  # noqa: PLR0913  What every concept has, each by its name.
    site: Site,
    field: str | None = None,
    *,
    pointer: Pointer | None = None,
    words: str = "",
    sentence: str = "",
    about: str = "",
    situation: Situation | None = None,
) -> dict[str, Any]:
    """What every concept has, for one that stands at a field of a site."""
    meaning = site.meaning
    name = name_of(site.pointer, meaning)
    for_customers = is_for_customers(meaning.policy.policy.kind)
    return {
        "place": Place(pointer or site.at(field if field in site.part.set_fields() else None), one_line(words)),
        "audience": reader_of(site.part, field or "says", for_customers=for_customers),
        "subject": subject_of(" ".join(each for each in (name, about, sentence) if each), meaning.language),
        "name": name,
        "sentence": sentence,
        "situation": situation or situation_of(site.pointer, meaning),
    }


def one_line(words: str) -> str:
    """A text without its line breaks; what stands in a list follows each other."""
    items = _ITEM.split(words.strip())
    return "; ".join(" ".join(item.split()) for item in items if item)


def parts_by_place(meaning: Meaning) -> dict[Pointer, Part]:
    """Every part by the way to it."""
    return dict(meaning.parts)


def around(pointer: Pointer, meaning: Meaning) -> Iterator[tuple[Pointer, Part]]:
    """The parts that a place stands in, the outermost first and the one that stands there last."""
    found = meaning.cached(parts_by_place)
    prefixes = (pointer[:length] for length in range(1, len(pointer) + 1))
    return ((prefix, found[prefix]) for prefix in prefixes if prefix in found)


def name_of(pointer: Pointer, meaning: Meaning) -> str:
    """What to call a place: the names of the entries that it stands in, and the number of a step or a level."""
    words: list[str] = []
    for place, part in around(pointer, meaning):
        if isinstance(part, Entry) and part.name:
            words.append(part.name)
        elif isinstance(part, Step | Level):
            noun = "level" if isinstance(part, Level) else "choice" if place[-2] == "choose" else "step"
            words.append(f"{noun} {int(place[-1]) + 1}")
        elif isinstance(place[-1], str) and not isinstance(part, Entry) and len(place) > 1:
            words.append(_title_of(place, meaning))
    return ", ".join(words)


def _title_of(place: Pointer, meaning: Meaning) -> str:
    """What the field is called that holds a part without a name."""
    holder = meaning.cached(parts_by_place)[place[:-1]]
    return str(type(holder).model_fields[holder.known_keys()[str(place[-1])]].title)


def titled(site: Site, field: str, base: dict[str, Any]) -> dict[str, Any]:
    """The same with the title of the field at the end of its name, where a part says several things."""
    if field in ("says", "do", "steps", type(site.part).bare_text):
        return base
    return {**base, "name": ", ".join(each for each in (base["name"], site.title(field)) if each)}


_OF_CASES = (
    "channels", "channel", "for_", "not_for", "priorities", "when", "if_", "condition", "otherwise", "unless",
    "exceptions",
)  # fmt: skip
"""The fields in which a part says when it holds; most have none of them."""


def situation_of(pointer: Pointer, meaning: Meaning) -> Situation:
    """In which case a place holds: what it says itself, and the steps and the procedure around it."""
    parts = [part for _, part in around(pointer, meaning)]
    chain = [part for part in parts[:-1] if isinstance(part, Step | Procedure)] + parts[-1:]
    found = Situation()
    for part in chain:
        given = _of_cases(part)
        if not given:
            continue
        said = {
            "channels": resolve((*given["channels"], *given["channel"]), meaning),
            "customers": resolve((each for each in given["for_"] if _may_be_customers(each)), meaning),
            "not_for": resolve((each for each in given["not_for"] if isinstance(each, Reference)), meaning),
            "priorities": resolve(given["priorities"], meaning),
        }
        own = {key: value for key, value in said.items() if value}
        when = (*found.when, *any_of(given["when"]), *any_of(given["if_"]), *all_of(given["condition"]))
        if isinstance(part, Step) and part.otherwise:
            when = (*when, ("nothing above fits",))
        unless = (*found.unless, *given["unless"], *given["exceptions"])
        found = replace(found, **own, when=tuple(dict.fromkeys(when)), unless=one_line_each(unless))
    return found


def _of_cases(part: Part) -> Mapping[str, tuple[Any, ...]]:
    """What a part says of when it holds, by field; nothing where it says nothing."""
    values = {} if isinstance(part, Escalation) else vars(part)
    given = ((field, as_tuple(values.get(field))) for field in _OF_CASES)
    return defaultdict(tuple, ((field, each) for field, each in given if each))


def one_line_each(values: Iterable[str]) -> tuple[str, ...]:
    """Texts without their line breaks, each once."""
    return tuple(dict.fromkeys(one_line(value) for value in values))


def any_of(texts: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """One condition, for which any of these is enough; none where there are none."""
    return (one_line_each(texts),) if texts else ()


def all_of(texts: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """A condition for each of these, all of which are needed."""
    return tuple((one_line(text),) for text in texts)


def _may_be_customers(reference: Any) -> bool:
    return isinstance(reference, Reference) and "customers" in reference.to and "roles" not in reference.to


# ---- limits ----------------------------------------------------------------------------------------------------


def limits_in(site: Site, *fields: str) -> tuple[StatedLimit, ...]:
    """The limits in these fields, each case by itself."""
    return tuple(limit for field in fields for limit in _limits(field, getattr(site.part, field, None)))


def _limits(field: str, value: Any) -> Iterator[StatedLimit]:
    how = HOW[field]
    if isinstance(value, Limits):
        for case, bound in value:
            yield StatedLimit(how=how, value=bound, case=str(case) if case else "")
    elif isinstance(value, tuple):
        yield from (StatedLimit(how=how, value=Words.read(each)) for each in value if _is_deadline(each))
    elif value is not None:
        yield StatedLimit(how=how, value=value)


def _is_deadline(value: Any) -> bool:
    return isinstance(value, By) and value.deadline
