"""Resolve references in the author's words: what they name, and what in them names nothing."""

import re
from collections.abc import Container, Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import TypeVar

from policyctl.findings import Instead, Pointer
from policyctl.lexicon import alternatives, words
from policyctl.patterns import is_all, pattern
from policyctl.schema import Named, Names
from policyctl.schema.grammar.entry import Entry
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import Reference
from policyctl.schema.quantities.spelling import sure
from policyctl.schema.sections.people import Role

E = TypeVar("E", bound=Entry)

FEW = 8
"""Names that a hint lists; more are a wall and not a help."""

GUESSES = 100
"""Findings for which the likely name is looked up; after so many, nobody reads them one by one."""

MANY = 1_000
"""Names in a section above which none is guessed: a comparison with each takes time, and a policy may be hostile."""

_NEEDS_NO_ENTRY = {"roles": "references.anybody", "hours": "references.any_time"}
"""The words that may stand where a role or a set of hours belongs and need no entry of their own."""


def targets(reference: Reference, names: Names) -> tuple[Named, ...]:
    """Everything that a reference names: `Samir and Jo` may be two, `the adviser who had the case` is one."""
    if whole := _find(_tidy(reference), reference, names):
        return (whole,)
    found = (_find(part, reference, names) for part in _parts(reference))
    return tuple(each for each in found if each)


def entries(references: Iterable[Reference], kind: type[E], names: Names) -> dict[Pointer, E]:
    """Everything of one kind that references name, with the way to each; what names none is left out."""
    named = (each for reference in references for each in targets(reference, names))
    return {each.pointer: each.entry for each in named if isinstance(each.entry, kind)}


def unresolved(reference: Reference, names: Names) -> tuple[str, ...]:
    """The words of a reference that name nothing, though they should; `everybody` needs no entry of its own."""
    whole = _tidy(reference)
    if _find(whole, reference, names) or _needs_no_entry(whole, reference):
        return ()
    parts = _parts(reference)
    unknown = tuple(p for p in parts if not _needs_no_entry(p, reference) and not _find(p, reference, names))
    return unknown if len(unknown) < len(parts) else (_tidy(reference),)


def may_be_words(reference: Reference) -> bool:
    """Whether it is plain words where the policy has no such names: people without roles, hours of one set alone."""
    return any(section in _NEEDS_NO_ENTRY for section in reference.to)


def inside(pointer: Pointer, places: Container[Pointer]) -> Pointer | None:
    """The innermost of the places that a way leads into: the procedure of a step, the stage of a limit."""
    for length in range(len(pointer), 0, -1):
        if pointer[:length] in places:
            return pointer[:length]
    return None


def likely(unknown: str, sections: tuple[str, ...], names: Names, nearness: float = 0.7) -> str | None:
    """The name that was probably meant; none where the two differ in their figures alone."""
    known = {name: named for (section, name), named in names.found.items() if section in sections}
    near = get_close_matches(normalise_name(unknown), known, 1, nearness) if len(known) <= MANY else ()
    if not near or _without_figures(near[0]) == _without_figures(normalise_name(unknown)):
        return None
    return next((name for name in _spellings(known[near[0]]) if normalise_name(name) == near[0]), None)


def surely(unknown: str, sections: tuple[str, ...], names: Names) -> Instead | None:
    """The unknown words and the one name that they can only stand for: a slip of the pen away, and no other near."""
    meant = likely(unknown, sections, names)
    known = [name for section, name in names.found if section in sections]
    is_sure = meant is not None and sure(normalise_name(unknown), known) == normalise_name(meant)
    return (unknown, meant) if meant is not None and is_sure else None


def _parts(reference: Reference) -> list[str]:
    between = pattern(_between())
    return [part for part in between.split(_tidy(reference)) if part]


@cache
def _between() -> str:
    return rf" ?(?:[,;&/]|\b{alternatives('references.and')}\b) ?"


@cache
def _article() -> str:
    return rf"^{alternatives('references.articles')} (?=\S)"


@cache
def _detail() -> str:
    return rf" ?\(| {alternatives('references.details')}\b"


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _needs_no_entry(text: str, reference: Reference) -> bool:
    spellings = (text, _without_article(text).rstrip("."))
    lists = [_NEEDS_NO_ENTRY[section] for section in reference.to if section in _NEEDS_NO_ENTRY]
    return any(is_all(alternatives(name), each) for name in lists for each in spellings)


def _without_article(text: str) -> str:
    return pattern(_article()).sub("", text, count=1)


def _find(text: str, reference: Reference, names: Names) -> Named | None:
    for spelling in _readings(text, reference):
        if named := names.find(type(reference)(spelling)):
            return named
    return None


def _readings(text: str, reference: Reference) -> Iterator[str]:
    """The text as it stands, without its article and, for people, without their plural and what follows."""
    yield text
    bare = _without_article(text)
    yield bare
    if "roles" in reference.to:
        head = pattern(_detail()).split(bare, maxsplit=1)[0]
        yield head
        yield from (head.removesuffix(plural) for plural in words("references.plurals") if head.endswith(plural))


def _spellings(named: Named) -> tuple[str, ...]:
    return named.entry.aliases() if isinstance(named.entry, Role) else (named.entry.named(),)


def _without_figures(name: str) -> str:
    return re.sub(r"\d", "", name)
