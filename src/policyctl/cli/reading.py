"""A path of the user's in, the bytes of one regular file out; anything else is refused in plain words."""

import os
import stat
import sys
from difflib import get_close_matches
from pathlib import Path

from policyctl.errors import PolicyctlError

MOST = 2 * 1024 * 1024 + 1
"""Bytes that are read at most: one more than a policy may have, so that one too large is noticed and not swallowed."""


def read_standard_input() -> bytes:
    """What is handed in, up to `MOST` bytes; refuses a terminal, where nothing would ever arrive by itself."""
    if sys.stdin is None or sys.stdin.closed or sys.stdin.isatty():
        raise PolicyctlError(
            "Nothing is handed in on standard input.", hint="Write: policyctl validate - < policy.yaml"
        )
    return sys.stdin.buffer.read(MOST)


def read_file(path: Path, most: int = MOST) -> bytes:
    """The first `most` bytes; never waits, so a pipe without a writer cannot hang it."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise refusal(path, error) from error
    with open(descriptor, "rb") as file:  # noqa: PTH123  A path would be opened a second time.
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise PolicyctlError(f"{path} is not a file with text in it, but a device, a pipe or a folder.")
        try:
            return file.read(most)
        except OSError as error:
            raise refusal(path, error) from error


def refusal(path: Path, error: OSError) -> PolicyctlError:
    """Why a path cannot be opened, in words, and what the user may have meant."""
    if path.is_symlink() and not path.exists():
        return PolicyctlError(f"{path} is a link to a file that is not there.", hint="Name the file itself.")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return PolicyctlError(f"There is no file or folder called {path}.", hint=_likely(path))
    if isinstance(error, PermissionError):
        return PolicyctlError(f"{path} may not be read by you.", hint="Change its permissions, or copy it elsewhere.")
    return PolicyctlError(f"{path} cannot be read: {error.strerror or error}.")


def _likely(path: Path) -> str:
    try:
        names = [each.name for each in path.parent.iterdir()]
    except OSError:
        names = []
    near = get_close_matches(path.name, names, 1, 0.6)
    if near:
        return f"Did you mean {path.parent / near[0]}?"
    return "Check the spelling, or begin a policy with: policyctl init"
