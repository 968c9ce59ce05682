"""Read what the options of commands say, and offer a shell the words that they take."""

import os
from collections.abc import Callable, Collection, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path

import typer

from policyctl.errors import PolicyctlError
from policyctl.reporters import REPORTERS


def choose(word: str, names: Collection[str], option: str) -> str:
    """The one of the names that was written, in capitals or not; any other word is wrong usage of the option."""
    name = word.strip().casefold()
    if name in names:
        return name
    near = get_close_matches(name, names, 1, 0.6)
    likely = f"Did you mean {near[0]}?" if near else f"Write one of {', '.join(names)}."
    wrong = f"{word} is not known here." if word.strip() else "A word is missing here."
    raise typer.BadParameter(f"{wrong} {likely}", param_hint=option)


def choose_several(words: str, names: Collection[str], option: str) -> tuple[str, ...]:
    """Those of the names that were written, with commas between them, each once; at least one."""
    chosen = [word.strip().casefold() for word in words.split(",") if word.strip()]
    if not chosen or any(word not in names for word in chosen):
        raise typer.BadParameter(f"Write any of {', '.join(names)}, with commas between them.", param_hint=option)
    return tuple(dict.fromkeys(chosen))


def complete(names: Callable[[], Collection[str]]) -> Callable[[str], list[str]]:
    """What a shell offers while one of these names is typed."""

    def offer(incomplete: str) -> list[str]:
        return [name for name in names() if name.startswith(incomplete)]

    return offer


def complete_several(names: Callable[[], Collection[str]]) -> Callable[[str], list[str]]:
    """What a shell offers while several of these names are typed, with commas between them."""

    def offer(incomplete: str) -> list[str]:
        before, comma, last = incomplete.rpartition(",")
        there = before.split(",")
        return [f"{before}{comma}{name}" for name in names() if name.startswith(last) and name not in there]

    return offer


def parse_day(text: str | None, option: str) -> date:
    """The day that was written, or today."""
    try:
        return date.fromisoformat(text) if text else date.today()  # noqa: DTZ011  The day where the user is.
    except ValueError as error:
        raise typer.BadParameter(f"{text} is not a date; write it like 2026-03-01.", param_hint=option) from error


def parse_seconds(text: str, option: str = "--seconds") -> float:
    """How many seconds were written; some, and no more than anybody waits for."""
    from policyctl.rendering.formats import MOST_SECONDS

    try:
        seconds = float(text)
    except ValueError:
        seconds = 0
    if not 0 < seconds <= MOST_SECONDS:
        message = f"{text} is no number of seconds to wait for; write one up to {MOST_SECONDS}, such as 300."
        raise typer.BadParameter(message, param_hint=option)
    return seconds


def parse_reports(words: Sequence[str], option: str) -> dict[Path, str]:
    """The file and the format of each report that a `FORMAT=PATH` asks for; no two may go to one file."""
    reports = [_parse_report(word, option) for word in words]
    files = [os.path.realpath(path) for path, _ in reports]
    for (path, _), file in zip(reports, files, strict=True):
        if files.count(file) > 1:
            raise typer.BadParameter(f"Two reports cannot go to one file, {path}.", param_hint=option)
    return dict(reports)


def _parse_report(word: str, option: str) -> tuple[Path, str]:
    name, equals, path = word.partition("=")
    if not equals or not path:
        message = f"{word} names no file; write a format and a file, such as json=report.json."
        raise typer.BadParameter(message, param_hint=option)
    if path == "-":
        message = f"A report goes to a file; for standard output write --format {name}."
        raise typer.BadParameter(message, param_hint=option)
    return Path(path), choose(name, REPORTERS, option)


def understood(read: Callable[[str], str], text: str, translate: Callable[[str], str]) -> str:
    """What an option says, read as such an answer is; raises PolicyctlError where it is none."""
    from policyctl.scaffold.readers import Unclear

    try:
        return read(text)
    except Unclear as why:
        raise PolicyctlError(why.said(translate), hint=why.for_example(translate) or None) from why
