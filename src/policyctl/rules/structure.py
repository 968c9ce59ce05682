"""A policy in; what points to nothing in it out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.naming import likely, strangers
from policyctl.rules.rule import Given
from policyctl.spec import Names, walk
from policyctl.spec.grammar.references import Reference

FEW = 8
"""Names that a hint lists; more are a wall and not a help."""

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
    for pointer, value in walk(given.policy):
        if isinstance(value, Reference) and not value.loose:
            for stranger in strangers(value, given.names):
                message = f"“{stranger}” is not one of the {_nouns(value.to)}."
                yield Issue(pointer, message, _hint(stranger, value.to, given.names))


def _nouns(sections: tuple[str, ...]) -> str:
    nouns = [_NOUNS.get(section, section) for section in sections]
    return " or ".join([", ".join(nouns[:-1]), nouns[-1]] if len(nouns) > 1 else nouns)


def _hint(stranger: str, sections: tuple[str, ...], names: Names) -> str:
    place = f"`{sections[0].replace('.', ': ')}`"
    meant = likely(stranger, sections, names)
    if meant:
        return f"Did you mean “{meant}”? If not, add “{stranger}” under {place}."
    known = names.within(sections)
    if known and len(known) <= FEW:
        return f"Write one of these: {', '.join(known)}; or add “{stranger}” under {place}."
    return f"Add “{stranger}” under {place}, or write a name that stands there."
