"""A policy in; what points to nothing in it out."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from policyctl.findings import Issue, Pointer
from policyctl.rules.naming import FEW, GUESSES, likely, may_be_words, unresolved
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import joined, quoted
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import Reference

Sections = tuple[str, ...]
Found = tuple[Pointer, str]

_NOUNS = {"escalation.ladders": "ladders", "escalation.direct": "direct routes", "hours": "sets of hours"}


def unknown_reference(context: RuleContext) -> Iterator[Issue]:
    """A name that leads nowhere, because it is misspelt or what it names was never written.

    Why it matters: whoever looks up “Care led” in the handbook finds nobody, and the customer waits meanwhile.

    Diff:

          roles:
            Care lead: Looks after everything that went wrong
          escalation:
        -   to: Care led  # <- here
        +   to: Care lead
    """
    within = cache(context.names.within)
    found: dict[tuple[str | None, Sections], list[Found]] = {}
    for pointer, stranger, sections in _strangers(context, within):
        found.setdefault((normalise_name(stranger) if within(sections) else None, sections), []).append(
            (pointer, stranger)
        )
    for number, ((name, sections), places) in enumerate(found.items()):
        if name is None:
            yield _nothing_there(places, sections)
            continue
        meant = likely(places[0][1], sections, context.names) if number < GUESSES else None
        for pointer, stranger in places if meant else places[:1]:
            also = f", here and in {len(places) - 1} more places" if not meant and len(places) > 2 else ""
            message = f"“{stranger}” is not one of the {_nouns(sections)}{also}."
            yield Issue(pointer, message, _hint(stranger, sections[0], meant, within(sections)))


def _nothing_there(places: Sequence[Found], sections: Sections) -> Issue:
    """What is named of a section that is not there at all, in one finding at the first of it."""
    names = list(dict.fromkeys(stranger for _, stranger in places))
    message = (
        f"{quoted(names)} {'are' if len(names) > 1 else 'is'} named, and this policy has no {_nouns(sections)} yet."
    )
    what = "each of them on a line" if len(names) > 1 else quoted(names)
    return Issue(places[0][0], message, f"Add {_place(sections[0])}, with {what} below it.")


def _strangers(
    context: RuleContext, within: Callable[[Sections], tuple[str, ...]]
) -> Iterator[tuple[Pointer, str, Sections]]:
    """Every word that names nothing, with the sections in which it was looked for."""
    stated = ((each.pointer, each.text) for each in context.texts.passages if isinstance(each.text, Reference))
    for pointer, value in ((place, each) for place, each in stated if not (each.loose or context.names.find(each))):
        if within(value.to) or not may_be_words(value):
            yield from ((pointer, stranger, value.to) for stranger in unresolved(value, context.names))


def _nouns(sections: Sections) -> str:
    return joined([_NOUNS.get(section, section) for section in sections], "or")


def _place(section: str) -> str:
    return f"`{section.replace('.', ': ')}`"


def _hint(stranger: str, section: str, meant: str | None, known: tuple[str, ...]) -> str:
    place = _place(section)
    if meant:
        return f"Did you mean “{meant}”? If not, add “{stranger}” under {place}."
    if known and len(known) <= FEW:
        return f"Write one of these: {', '.join(known)}; or add “{stranger}” under {place}."
    return f"Add “{stranger}” under {place}, or write a name that stands there."
