"""A policy in; what points to nothing in it out."""

from collections.abc import Callable, Iterator
from functools import cache

from policyctl.findings import Issue, Pointer
from policyctl.rules.naming import FEW, GUESSES, likely, may_be_words, strangers
from policyctl.rules.rule import Given
from policyctl.spec.grammar.references import Reference

Sections = tuple[str, ...]

_NOUNS = {"escalation.ladders": "ladders", "escalation.direct": "direct routes", "hours": "sets of hours"}


def unknown_reference(given: Given) -> Iterator[Issue]:
    """A name that leads nowhere, because it is misspelt or what it names was never written.

    Why it matters: whoever looks up “Care led” in the handbook finds nobody, and the customer waits meanwhile.

    Bad:

        roles:
          Care lead: Looks after everything that went wrong
        escalation:
          to: Care led  # <- here

    Good:

        roles:
          Care lead: Looks after everything that went wrong
        escalation:
          to: Care lead
    """
    within = cache(given.names.within)
    for number, (pointer, stranger, sections) in enumerate(_strangers(given, within)):
        meant = likely(stranger, sections, given.names) if number < GUESSES else None
        message = f"“{stranger}” is not one of the {_nouns(sections)}."
        yield Issue(pointer, message, _hint(stranger, sections[0], meant, within(sections)))


def _strangers(given: Given, within: Callable[[Sections], tuple[str, ...]]) -> Iterator[tuple[Pointer, str, Sections]]:
    """Every word that names nothing, with the sections in which it was looked for."""
    stated = ((each.pointer, each.text) for each in given.texts.passages if isinstance(each.text, Reference))
    for pointer, value in ((place, each) for place, each in stated if not (each.loose or given.names.find(each))):
        if within(value.to) or not may_be_words(value):
            yield from ((pointer, stranger, value.to) for stranger in strangers(value, given.names))


def _nouns(sections: Sections) -> str:
    nouns = [_NOUNS.get(section, section) for section in sections]
    return " or ".join([", ".join(nouns[:-1]), nouns[-1]] if len(nouns) > 1 else nouns)


def _hint(stranger: str, section: str, meant: str | None, known: tuple[str, ...]) -> str:
    place = f"`{section.replace('.', ': ')}`"
    if meant:
        return f"Did you mean “{meant}”? If not, add “{stranger}” under {place}."
    if known and len(known) <= FEW:
        return f"Write one of these: {', '.join(known)}; or add “{stranger}” under {place}."
    return f"Add “{stranger}” under {place}, or write a name that stands there."
