"""A place in a policy and a key that is not known there in, what its author likely meant out."""

from typing import Any, get_args

from policyctl.findings import Pointer
from policyctl.spec.grammar.collection import ROWS
from policyctl.spec.grammar.entry import Part
from policyctl.spec.grammar.nearest import nearest
from policyctl.spec.policy import Policy
from policyctl.spec.sections.head import Head

OTHER_WORDS = {
    "address": "channels", "compensation": "remedies", "contact": "channels", "contacts": "channels", "faq": "facts",
    "guidelines": "always", "kpi": "metrics", "kpis": "metrics", "objectives": "goals", "opening_hours": "hours",
    "opening_times": "hours", "people": "roles", "prices": "facts", "processes": "procedures", "promises": "standards",
    "refunds": "terms", "response_times": "standards", "returns": "terms", "rules": "always",
    "service_levels": "standards", "sla": "standards", "slas": "standards", "staff": "roles", "targets": "metrics",
    "team": "roles", "vision": "mission", "voice": "tone",
    "company": "organisation", "business": "organisation", "organization": "organisation", "name": "title",
    "date": "effective", "author": "owner",
    "deadline": "within", "limit": "within", "maximum": "up_to", "text": "says", "description": "about",
    "reason": "because", "action": "do", "script": "say", "condition": "if", "person": "by", "email": "address",
    "number": "address", "opens": "open", "frequency": "every",
}  # fmt: skip
"""What people look for, by the word that the language has for it, where that word fits."""


def likely_key(place: Pointer) -> str | None:
    """The key that was likely meant by the unknown one at the end of a place."""
    known = part_at(place[:-1]).known_keys()
    word = str(place[-1]).casefold().replace("-", "_").replace(" ", "_")
    other = OTHER_WORDS.get(word, "")
    return other if other in known else nearest(word, known)


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
