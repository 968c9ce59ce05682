"""The paths of a command line in, the policies that they mean out, each once and in order."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from policyctl.cli.reading import read_file, read_standard_input
from policyctl.errors import PolicyctlError

USUAL = "policy.yaml"
ENDING = ".policy.yaml"
STANDARD_INPUT = "-"


class Document(NamedTuple):
    """The bytes of one policy, and the name that its findings bear."""

    name: str
    data: bytes

    @property
    def folder(self) -> Path:
        """Where the files lie that the policy names: beside it, or here for standard input."""
        return Path(self.name).parent


def names(paths: Sequence[str]) -> Iterator[str | PolicyctlError]:
    """The names of all policies that are meant, each once; a path that leads to none is told in its place.

    Each is read when its turn comes, so that one at a time is in memory.
    """
    seen: set[str] = set()
    for path in paths or [usual()]:
        try:
            fresh = [name for name in meant(path) if name not in seen]
        except PolicyctlError as error:
            yield error
            continue
        seen.update(fresh)
        yield from dict.fromkeys(fresh)


def read(name: str) -> Document | PolicyctlError:
    """One policy by its name, or why it cannot be read."""
    try:
        return read_document(name)
    except PolicyctlError as error:
        return error


def read_document(name: str) -> Document:
    """One policy by the path of its file, or `-`."""
    if name == STANDARD_INPUT:
        return Document("stdin", read_standard_input())
    return Document(name, read_file(Path(name)))


def usual() -> str:
    """The policy that is meant where none is named; refuses with the way to begin one."""
    if os.path.lexists(USUAL):
        return USUAL
    others = sorted(str(path) for path in Path().glob(f"*{ENDING}"))[:3]
    hint = f"Name the file: {', '.join(others)}" if others else "Name a file, or begin a policy with: policyctl init"
    raise PolicyctlError(f"There is no {USUAL} in this folder.", hint=hint)


def meant(path: str) -> list[str]:
    """The files that one path of the command line stands for: itself, or the policies in a folder, sorted."""
    if path == STANDARD_INPUT or not Path(path).is_dir():
        return [path if path == STANDARD_INPUT else str(Path(path))]
    found = sorted(str(file) for file in _below(Path(path)))
    if not found:
        hint = f"policyctl looks for {USUAL} and for files that end in {ENDING}; name any other file itself."
        raise PolicyctlError(f"There is no policy in the folder {path}.", hint=hint)
    return found


def _below(folder: Path) -> Iterator[Path]:
    """Policies in a folder and the folders in it, but not in hidden ones, nor through links."""
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place) / name for name in files if name == USUAL or name.endswith(ENDING))
