"""The words of `--format` and `--report` in; the formats and files that they ask for, out."""

import os
from collections.abc import Sequence
from pathlib import Path

import typer

from policyctl.cli.choosing import chosen
from policyctl.cli.reporting import Copy, Format


def form_of(word: str | None) -> Format | None:
    """The format that `--format` asks for, if any."""
    return chosen(word, Format, "--format") if word is not None else None


def copies(wishes: Sequence[str]) -> tuple[Copy, ...]:
    """What `--report FORMAT=PATH` asks for; a wrong one is wrong usage, and no two may go to one file."""
    found = tuple(_copy(wish) for wish in wishes)
    paths = [os.path.realpath(copy.path) for copy in found]
    for copy, path in zip(found, paths, strict=True):
        if paths.count(path) > 1:
            raise _wrong(f"Two reports cannot go to one file, {copy.path}.")
    return found


def _copy(wish: str) -> Copy:
    word, equals, path = wish.partition("=")
    if not equals or not path:
        raise _wrong(f"{wish} names no file; write a format and a file, such as json=report.json.")
    if path == "-":
        raise _wrong(f"A report goes to a file; for standard output write --format {word}.")
    return Copy(chosen(word, Format, "--report"), Path(path))


def _wrong(words: str) -> typer.BadParameter:
    return typer.BadParameter(words, param_hint="--report")
