"""Say what the author of an unknown key likely meant, or where to look what is known there."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic.fields import FieldInfo

from policyctl import lexicon
from policyctl.findings import Pointer
from policyctl.schema.grammar.collection import ROWS, collects, part_in
from policyctl.schema.grammar.entry import Part, Section
from policyctl.schema.grammar.names import nearest
from policyctl.schema.policy import Policy
from policyctl.schema.quantities.spelling import sure
from policyctl.schema.sections.complaints import Stage
from policyctl.schema.sections.escalation import Escalation, Ladder
from policyctl.schema.sections.head import Head
from policyctl.schema.sections.standards import Standard


def likely_key(place: Pointer) -> str | None:
    """The key that was likely meant by the unknown one at the end of a place."""
    return other_word(place) or nearest(_word(place), part_at(place[:-1]).known_keys())


def certain_key(place: Pointer) -> str | None:
    """The key that the unknown one at the end of a place stands for beyond doubt, if its hint names one at all.

    A word that means one thing only in the whole language is certain, and so is a slip of the pen.
    """
    meant = likely_key(place)
    if meant is None or hint_for(place) != _did_you_mean(meant):
        return None
    called = set(meant_by(str(place[-1])))
    known = part_at(place[:-1]).known_keys()
    return meant if called == {meant} or (not called and sure(_word(place), list(known)) == meant) else None


def _did_you_mean(key: str) -> str:
    return f"Did you mean `{key}`?"


def other_word(place: Pointer) -> str | None:
    """The key that is known here for what the unknown one means elsewhere."""
    return next(_known_as(_word(place), part_at(place[:-1])), None)


def head_key(place: Pointer) -> str | None:
    """The key below `policy` that was meant, where it stands outside it."""
    if part_at(place[:-1]) is not Policy:
        return None
    return str(place[-1]) if place[-1] in Head.known_keys() else next(_known_as(_word(place), Head), None)


def section_for(place: Pointer) -> str | None:
    """The section in which an entry belongs that stands at the top or below `policy`."""
    if part_at(place[:-1]) not in (Policy, Head):
        return None
    return _whose_entry(_word(place)) or next(_known_as(_word(place), Policy), None)


def _whose_entry(word: str) -> str | None:
    """The section of which people write an entry at the top under this word, whatever their own language."""
    tables = (lexicon.load("synonyms.entries", language) for language in lexicon.languages())
    return next((section for table in tables for section, words in table.items() if word in words), None)


def field_for(place: Pointer) -> str | None:
    """The one field here that would know the key, were it written a level further in."""
    part, key = part_at(place[:-1]), str(place[-1])
    inside = {each: info.annotation for each, info in _fields(part) if key in _keys_in(info.annotation)}
    sole = next(iter(inside)) if len(inside) == 1 else None
    return None if sole is None or collects(inside[sole]) else sole


def fields_for_names(place: Pointer) -> list[str]:
    """The fields of a section below which an author's own names stand."""
    part = part_at(place[:-1])
    return [key for key, info in _fields(part) if collects(info.annotation)] if issubclass(part, Section) else []


def _known_as(word: str, part: type[Part]) -> Iterator[str]:
    return (key for key in meant_by(word) if key in part.known_keys())


def meant_by(word: str) -> Iterator[str]:
    """The keys of the language that people call by this word, whatever their own language."""
    folded = _folded(word)
    tables = (lexicon.load("synonyms.keys", language) for language in lexicon.languages())
    return (key for table in tables for key, words in table.items() if folded in words)


def answer_to(word: str) -> str | None:
    """What to tell somebody who looks up what no word of the language stands for."""
    return next((said for said, words in lexicon.table("synonyms.answers").items() if _folded(word) in words), None)


def rules_about(word: str) -> list[str]:
    """The rules that judge what people call by this word, whatever their own language."""
    tables = (lexicon.load("synonyms.rules", language) for language in lexicon.languages())
    return list(dict.fromkeys(rule for table in tables for rule, words in table.items() if _folded(word) in words))


def _word(place: Pointer) -> str:
    return _folded(str(place[-1]))


def _folded(word: str) -> str:
    return word.strip().casefold().replace("-", "_").replace(" ", "_")


def _fields(part: type[Part]) -> Iterator[tuple[str, FieldInfo]]:
    return ((key, part.model_fields[name]) for key, name in part.known_keys().items())


def _keys_in(annotation: Any) -> Iterable[str]:
    part = part_in(annotation)
    return part.known_keys() if part else ()


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
            part = part_in(part.model_fields[part.known_keys()[str(segment)]].annotation) or part
    return part


Hint = Callable[[Pointer], str | None]

FEW = 14
"""Keys that a hint lists; more are a wall and not a help."""

_BOSS = ("boss", "manager", "line manager", "reports to", "supervisor")


def hint_for(place: Pointer) -> str:
    """What the author of an unknown key likely meant, or where to look what is known there."""
    return next(hint for each in HINTS if (hint := each(place)))


def _leader(place: Pointer) -> str | None:
    """Nobody's role names their manager: whoever leads says so in their own."""
    if str(place[-1]).casefold().replace("_", " ") in _BOSS and "leads" in part_at(place[:-1]).known_keys():
        return "Below the manager's own name, write `leads: yes`."
    return None


def _step_of_a_stage(place: Pointer) -> str | None:
    """What a stage of a complaint promises is one of its dated steps, and `ask_within` is the customer's own time."""
    key = str(place[-1])
    if part_at(place[:-1]) is not Stage or key not in Standard.known_keys():
        return None
    return (
        "Say it in a step: write `steps:` in its place, and below it, two spaces further in, a line such as "
        "`Answer: within 5 working days`."
    )


def _row_of_no_group(place: Pointer) -> str | None:
    """`rows` are those of a group; entries of a section stand below it at once."""
    if place[-3:-1] != (ROWS, "rows"):
        return None
    return "Delete `rows:` and move the lines below it two spaces to the left: those are entries already."


def _level_of_a_ladder(place: Pointer) -> str | None:
    """A ladder has a name, and what is said of it stands below that."""
    if part_at(place[:-1]) is not Escalation or place[-1] not in Ladder.known_keys():
        return None
    return (
        f"A ladder has a name: write `ladders:` above it, below that a name such as `A case that goes on:`, and "
        f"`{place[-1]}` below the name, each two spaces further in."
    )


def _entry_of_a_section(place: Pointer) -> str | None:
    section = section_for(place)
    is_section = len(place) == 1 and _whose_entry(_word(place)) is None
    if section is None or is_section:
        return None
    example = (Policy.model_fields[section].examples or [""])[0]
    return f"Write it below `{section}:`, a section that begins at the left edge, such as `{example}`."


def _other_word(place: Pointer) -> str | None:
    return _did_you_mean(key) if (key := other_word(place)) else None


def _in_another_section(place: Pointer) -> str | None:
    """A field that one section alone knows, where its author wrote it beside the sections."""
    keys = list(meant_by(_word(place))) if len(place) == 1 else []
    parts = [(name, part_in(info.annotation)) for name, info in Policy.model_fields.items()]
    found = [(name, key) for key in keys for name, part in parts if part and key in part.known_keys()]
    if len(found) != 1:
        return None
    ((section, key),) = found
    part = part_in(Policy.model_fields[section].annotation)
    beside = f"; what stands there in one line is its `{part.bare_text}`" if part and part.bare_text else ""
    return f"It belongs below `{section}` as `{key}`, on a line that begins two spaces further in{beside}."


def _section_of_its_own(place: Pointer) -> str | None:
    key = place[-1]
    known = len(place) > 1 and key in Policy.known_keys()
    return f"`{key}` is a section of its own: begin its line at the left edge." if known else None


def _below_the_head(place: Pointer) -> str | None:
    key = head_key(place)
    name = "" if key == place[-1] else f" as `{key}`"
    return f"It belongs below `policy`{name}: begin its line two spaces further in." if key else None


def _nearest(place: Pointer) -> str | None:
    return _did_you_mean(key) if (key := likely_key(place)) else None


def _further_in(place: Pointer) -> str | None:
    if key := field_for(place):
        return f"It belongs below `{key}:`, on a line that begins two spaces further in."
    return None


def _name(place: Pointer) -> str | None:
    """A name of the author's own where the language's words stand."""
    key, fields = str(place[-1]), fields_for_names(place)
    if not fields or not (key[:1].isupper() or " " in key):
        return None
    *others, last = (f"`{each}:`" for each in fields)
    if not others:
        return f"Write {last} on a line of its own above it, and set in the names below that by two spaces."
    return f"Names of your own stand below {', '.join(others)} or {last}, two spaces further in."


def is_name_too_far_out(place: Pointer) -> bool:
    """Whether the unknown key is a name of the author's own, which belongs below a field of the section."""
    return hint_for(place) == _name(place)


def _known(place: Pointer) -> str:
    known = sorted(part_at(place[:-1]).known_keys())
    if len(known) <= FEW:
        return "Known here: " + ", ".join(f"`{key}`" for key in known) + "."
    if len(place) == 1:
        return "See which sections there are with `policyctl explain`."
    note = ", or put the text under `note`" if "note" in known else ""
    return f"See what is known here with `policyctl explain {place[0]}`{note}."


HINTS: tuple[Hint, ...] = (
    _leader,
    _step_of_a_stage,
    _level_of_a_ladder,
    _row_of_no_group,
    _entry_of_a_section,
    _other_word,
    _section_of_its_own,
    _below_the_head,
    _in_another_section,
    _nearest,
    _further_in,
    _name,
    _known,
)
"""In this order, the most certain first: the first that fits speaks."""
