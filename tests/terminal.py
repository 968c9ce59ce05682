"""A terminal at which somebody types: what they see, with their own words in it, and how the program ended."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from policyctl.__main__ import run

INTERRUPT, END = "^C", "^D"
"""What somebody types to break off, and to say that there comes no more."""


class Seen(NamedTuple):
    code: int
    screen: str


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


class _Keyboard(io.TextIOBase):
    """Gives one line after another, and shows each on the screen as a terminal does."""

    def __init__(self, lines: Sequence[str], screen: io.StringIO) -> None:
        super().__init__()
        self._lines = iter(lines)
        self._screen = screen

    def isatty(self) -> bool:
        return True

    def readline(self, _size: int | None = -1, /) -> str:  # type: ignore[override]  # As every text stream.
        line = next(self._lines, END)
        self._screen.write(line + "\n")
        if line == INTERRUPT:
            raise KeyboardInterrupt
        return "" if line == END else line + "\n"


def converse(
    monkeypatch: pytest.MonkeyPatch,
    arguments: Sequence[str],
    typed: Sequence[str],
    columns: int = 80,
    tag: str = "en_GB",
) -> Seen:
    """Run a command at a terminal of so many columns, in that language, where these lines are typed."""
    screen = _Screen()
    with monkeypatch.context() as around:
        around.setenv("COLUMNS", str(columns))
        around.setenv("NO_COLOR", "1")
        around.setenv("LC_ALL", f"{tag}.UTF-8")
        around.setattr("sys.stdout", screen)
        around.setattr("sys.stdin", _Keyboard(typed, screen))
        code = run(list(arguments))
    return Seen(code, screen.getvalue())


class Case(NamedTuple):
    """A conversation that is written down: NAME.typed begins with the columns, the language and the command."""

    name: str
    columns: int
    tag: str
    arguments: list[str]
    typed: list[str]


def cases(folder: Path) -> Iterator[Case]:
    for path in sorted(folder.glob("*.typed")):
        first, *typed = path.read_text(encoding="utf-8").splitlines()
        columns, tag, *arguments = first.split()
        yield Case(path.stem, int(columns), tag, arguments, typed)
