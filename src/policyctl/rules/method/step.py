"""What a step of the method is: its name, the sections that carry it, and how to tell how far a policy has come."""

from collections.abc import Callable, Iterable, Sized
from enum import StrEnum
from typing import NamedTuple

from policyctl.rules.telling import quoted
from policyctl.schema import Policy
from policyctl.schema.grammar.entry import Entry

SHOWN = 2
"""Names that are told of those that lack something; more are counted."""


class Grade(StrEnum):
    """How far a policy has come with a step."""

    DONE = "done"
    THIN = "thin"
    MISSING = "missing"


class Told(NamedTuple):
    """What a policy holds of a step, in a few counts, and what it lacks there, each as a noun.

    Without counts it holds nothing of it.
    """

    holds: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()

    @property
    def grade(self) -> Grade:
        """Missing where there is nothing, thin where something lacks."""
        if not self.holds:
            return Grade.MISSING
        return Grade.THIN if self.lacks else Grade.DONE


class Step(NamedTuple):
    """One of the fifteen steps of the method.

    `title` is a noun, `sections` are the sections of a policy that carry it, the first being where one begins, and
    `begin` says with what. `look` tells how far a policy has come.
    """

    number: int
    title: str
    sections: tuple[str, ...]
    look: Callable[[Policy], Told]
    begin: str


def several(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: `1 goal`, `5 goals`."""
    return f"1 {one}" if number == 1 else f"{number} {many or one + 's'}"


def holding(*counts: tuple[Sized | None, str]) -> tuple[str, ...]:
    """How many there are of what there is any of, each with its noun."""
    return tuple(several(len(found), noun) for found, noun in counts if found)


def lacking(*needs: tuple[object, str]) -> tuple[str, ...]:
    """The nouns beside everything that is not there."""
    return tuple(words for found, words in needs if not found)


def of_some(words: str, entries: Iterable[Entry], field: str) -> tuple[str, ...]:
    """What entries lack that leave a field empty, with their names: `a source for “Postage”`."""
    names = [entry.named() or "one without a name" for entry in entries if not getattr(entry, field)]
    return (f"{words} {quoted(names, few=SHOWN)}",) if names else ()
