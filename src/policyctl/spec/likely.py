"""A place in a policy and a key that is not known there in, what its author likely meant out."""

from typing import Any, get_args

from policyctl.findings import Pointer
from policyctl.spec.grammar.collection import ROWS
from policyctl.spec.grammar.entry import Part
from policyctl.spec.grammar.nearest import nearest
from policyctl.spec.policy import Policy
from policyctl.spec.sections.head import Head

OTHER_WORDS = {
    "about": ("description", "summary"),
    "above": ("who_decides", "approval"),
    "address": ("phone", "email", "number", "contact", "link", "url"),
    "always": ("guidelines", "rules", "dos", "principles"),
    "avoid": ("bad", "poor", "wrong", "instead_of", "don_t_say", "not"),
    "because": ("reason", "why"),
    "by": ("person", "responsible"),
    "channels": ("address", "contacts", "phone", "email"),
    "do": ("action", "task", "what"),
    "effective": ("date", "valid_from", "start"),
    "every": ("frequency", "how_often"),
    "facts": ("faq", "prices"),
    "gives": ("what", "compensation"),
    "goals": ("objectives", "aims"),
    "hours": ("opening_hours", "opening_times"),
    "if": ("condition", "case"),
    "metrics": ("kpi", "kpis", "targets"),
    "mission": ("vision", "purpose"),
    "never": ("don_ts", "donts", "forbidden"),
    "open": ("opens", "days"),
    "organisation": ("company", "business", "organization", "shop"),
    "owner": ("author", "responsible"),
    "procedures": ("processes", "workflows", "instructions"),
    "reach": ("phone", "email", "number", "contact", "address"),
    "remedies": ("compensation",),
    "roles": ("people", "staff", "team", "who"),
    "says": ("text", "sentence", "promise"),
    "say": ("good", "right", "script", "words"),
    "standards": ("sla", "slas", "promises", "response_times", "service_levels"),
    "terms": ("refunds", "returns", "guarantees"),
    "title": ("name", "job"),
    "tone": ("voice", "style"),
    "trigger": ("when", "case"),
    "up_to": ("limit", "maximum", "max", "amount"),
    "within": ("time", "deadline", "limit", "duration"),
}
"""Words of the language, each with those under which people look for it; the first that is known at a place fits."""


def likely_key(place: Pointer) -> str | None:
    """The key that was likely meant by the unknown one at the end of a place."""
    known = part_at(place[:-1]).known_keys()
    word = str(place[-1]).casefold().replace("-", "_").replace(" ", "_")
    other = (key for key, words in OTHER_WORDS.items() if word in words and key in known)
    return next(other, None) or nearest(word, known)


def likely_home(place: Pointer) -> str | None:
    """Where an unknown key would be known: `policy` for what stands outside it, the left edge for a section."""
    key, part = str(place[-1]), part_at(place[:-1])
    if part is Policy:
        return "policy" if key in Head.known_keys() else None
    return "" if key in Policy.known_keys() else None


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


def part_in(annotation: Any) -> type[Part] | None:
    """The part that a field holds, in whatever it is wrapped."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((part for inner in get_args(annotation) if (part := part_in(inner))), None)
