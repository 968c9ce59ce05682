"""A word of the command line in, the one of several that it names out, or what was likely meant."""

from collections.abc import Callable
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

import typer

E = TypeVar("E", bound=StrEnum)


def chosen(word: str, kind: type[E], option: str) -> E:
    """The member of that name, in capitals or not; any other word is wrong usage of the option."""
    names = [each.value for each in kind]
    if word.strip().casefold() in names:
        return kind(word.strip().casefold())
    near = get_close_matches(word.strip().casefold(), names, 1, 0.6)
    meant = f"Did you mean {near[0]}?" if near else f"Write one of {', '.join(names)}."
    wrong = f"{word} is not known here." if word.strip() else "A word is missing here."
    raise typer.BadParameter(f"{wrong} {meant}", param_hint=option)


def completed(kind: type[StrEnum]) -> Callable[[str], list[str]]:
    """What a shell offers while the word is being typed."""

    def complete(incomplete: str) -> list[str]:
        return [each.value for each in kind if each.value.startswith(incomplete)]

    return complete
