"""The place of a key that is not known there in, the hint that mends it out."""

from collections.abc import Callable

from policyctl.findings import Pointer
from policyctl.schema.likely import (
    ENTRIES,
    field_for,
    fields_for_names,
    head_key,
    likely_key,
    other_word,
    part_at,
    section_for,
)
from policyctl.schema.policy import Policy
from policyctl.schema.sections.complaints import Stage
from policyctl.schema.sections.standards import Standard

Hint = Callable[[Pointer], str | None]

FEW = 14
"""Keys that a hint lists; more are a wall and not a help."""

_BOSS = ("boss", "manager", "line manager", "reports to", "supervisor")


def meant(place: Pointer) -> str:
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


def _entry_of_a_section(place: Pointer) -> str | None:
    section = section_for(place)
    if section is None or (len(place) == 1 and section not in ENTRIES):
        return None
    example = (Policy.model_fields[section].examples or [""])[0]
    return f"Write it below `{section}:`, a section that begins at the left edge, such as `{example}`."


def _other_word(place: Pointer) -> str | None:
    return f"Did you mean `{key}`?" if (key := other_word(place)) else None


def _section(place: Pointer) -> str | None:
    key = place[-1]
    known = len(place) > 1 and key in Policy.known_keys()
    return f"`{key}` is a section of its own: begin its line at the left edge." if known else None


def _below_the_head(place: Pointer) -> str | None:
    key = head_key(place)
    name = "" if key == place[-1] else f" as `{key}`"
    return f"It belongs below `policy`{name}: begin its line two spaces further in." if key else None


def _nearest(place: Pointer) -> str | None:
    return f"Did you mean `{key}`?" if (key := likely_key(place)) else None


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
    either = f"{', '.join(others)} or {last}" if others else last
    return f"Names of your own stand below {either}, two spaces further in."


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
    _entry_of_a_section,
    _other_word,
    _section,
    _below_the_head,
    _nearest,
    _further_in,
    _name,
    _known,
)
"""In this order, the most certain first: the first that fits speaks."""
