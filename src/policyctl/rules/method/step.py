"""What a step of the method is: its name, the sections that carry it, and how to tell how far a policy has come."""

from collections.abc import Callable, Iterable, Sized
from dataclasses import dataclass
from enum import StrEnum

from policyctl.spec import Policy


class Grade(StrEnum):
    """How far a policy has come with a step."""

    DONE = "done"
    THIN = "thin"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Told:
    """What a policy holds of a step, in a few counts, and what that still lacks; without counts it holds nothing."""

    holds: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()

    @property
    def grade(self) -> Grade:
        """Missing where there is nothing, thin where something lacks."""
        if not self.holds:
            return Grade.MISSING
        return Grade.THIN if self.lacks else Grade.DONE


@dataclass(frozen=True, slots=True)
class Step:
    """One of the fifteen steps of the method.

    `title` is a noun, `sections` are the sections of a policy that carry it, the first being where one begins, and
    `begin` says with what. `look` tells how far a policy has come, and `rules` are the ids that watch over it.
    """

    number: int
    title: str
    sections: tuple[str, ...]
    begin: str
    look: Callable[[Policy], Told]
    rules: tuple[str, ...]


def several(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: `1 goal`, `5 goals`."""
    return f"1 {one}" if number == 1 else f"{number} {many or one + 's'}"


def holding(*counts: tuple[Sized | None, str]) -> tuple[str, ...]:
    """How many there are of what there is any of, each with its noun."""
    return tuple(several(len(found), noun) for found, noun in counts if found)


def lacking(*needs: tuple[object, str]) -> tuple[str, ...]:
    """The words beside everything that is not there."""
    return tuple(words for found, words in needs if not found)


def without(entries: Iterable[object], field: str, words: str) -> tuple[str, ...]:
    """How many of the entries leave a field empty: `1 without a source`."""
    number = sum(not getattr(entry, field) for entry in entries)
    return (f"{number} {words}",) if number else ()
