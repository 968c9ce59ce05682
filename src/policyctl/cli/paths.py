"""Find the policies that the paths of a command line mean, and read each."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from policyctl.errors import PolicyctlError
from policyctl.files import LARGEST_POLICY, read_file

POLICY = "policy.yaml"
POLICIES = (POLICY, "policy.yml")
ENDINGS = (".policy.yaml", ".policy.yml")
"""Both ways in which people end the names of YAML files."""

STANDARD_INPUT = "-"


def find_policies(paths: Sequence[str]) -> Iterator[str | PolicyctlError]:
    """The names of all policies that are meant, each once; a path that leads to none is an error in its place.

    Each is read when its turn comes, so that one at a time is in memory.
    """
    seen: set[str] = set()
    for path in paths or [default_policy()]:
        try:
            fresh = [name for name in policies_at(path) if name not in seen]
        except PolicyctlError as error:
            yield error
            continue
        seen.update(fresh)
        yield from dict.fromkeys(fresh)


def policies_at(path: str) -> list[str]:
    """The files that one path of the command line stands for: itself, or the policies in a folder, sorted."""
    if path == STANDARD_INPUT or not Path(path).is_dir():
        return [path if path == STANDARD_INPUT else str(Path(path))]
    found = sorted(str(file) for file in _below(Path(path)))
    if not found:
        looked_for = f"{' or '.join(POLICIES)} and for files that end in {' or '.join(ENDINGS)}"
        hint = f"policyctl looks for {looked_for}; name any other file itself."
        where = f"the folder {path}" if Path(path).resolve() != Path.cwd() else "this folder"
        raise PolicyctlError(f"There is no policy in {where}.", hint=hint)
    return found


def one_policy(path: str | None) -> str:
    """The one policy that a path means; refuses a folder of several."""
    files = policies_at(path or default_policy())
    if len(files) > 1:
        raise PolicyctlError(f"{path} holds {len(files)} policies.", hint=f"Name one of them, such as {files[0]}.")
    return files[0]


def is_one_file(paths: Sequence[str]) -> bool:
    """Whether one policy is meant by its own name, or by none."""
    return len(paths) < 2 and not any(Path(path).is_dir() for path in paths)


def default_policy() -> str:
    """The policy that is meant where none is named; refuses with the way to begin one."""
    for name in POLICIES:
        if os.path.lexists(name):
            return name
    others = sorted(str(path) for ending in ENDINGS for path in Path().glob(f"*{ending}"))
    if len(others) == 1:
        return others[0]
    hint = (
        f"Name the file: {', '.join(others[:3])}" if others else "Name a file, or begin a policy with: policyctl init"
    )
    raise PolicyctlError(f"There is no {POLICY} in this folder.", hint=hint)


def read_policy(name: str) -> tuple[bytes, str]:
    """The bytes of one policy, and the name that its findings bear."""
    return (_read_standard_input(), "stdin") if name == STANDARD_INPUT else (read_file(Path(name)), name)


def _read_standard_input() -> bytes:
    """What is handed in; refuses a terminal, where nothing would ever arrive by itself."""
    if sys.stdin is None or sys.stdin.closed or sys.stdin.isatty():
        raise PolicyctlError(
            "Nothing is handed in on standard input.", hint="Write: policyctl validate - < policy.yaml"
        )
    return sys.stdin.buffer.read(LARGEST_POLICY)


def _below(folder: Path) -> Iterator[Path]:
    """Policies in a folder and the folders in it, but not in hidden ones, nor through links."""
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place) / name for name in files if name in POLICIES or name.endswith(ENDINGS))
