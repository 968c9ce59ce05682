"""Read the files of the user: a policy, and a file that a policy names.

Every refusal is a PolicyctlError in plain words. A policy is not trusted, so no name in it leads out of its folder.
"""

import errno
import os
import re
import stat
from difflib import get_close_matches
from pathlib import Path

from policyctl.errors import PolicyctlError

LARGEST_POLICY = 1024 * 1024 + 1
"""Bytes that are read at most: one more than a policy may have, so that one too large is noticed and not swallowed."""

LARGEST_ASSET = 1024 * 1024

_RESERVED = re.compile(r"(con|prn|aux|nul|com[1-9]|lpt[1-9])(\..*)?", re.IGNORECASE)
_BESIDE = "Put the file beside the policy, and write its name alone, such as logo.svg."


def read_file(path: Path, most: int = LARGEST_POLICY) -> bytes:
    """The first `most` bytes of a regular file; never waits, so a pipe without a writer cannot hang it."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise _unreadable(path, error) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise PolicyctlError(f"{path} is not a file with text in it, but a device, a pipe or a folder.")
    with open(descriptor, "rb") as file:  # noqa: PTH123  A path would be opened a second time.
        try:
            return file.read(most)
        except OSError as error:
            raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> PolicyctlError:
    """Why a path cannot be opened, and what the user may have meant."""
    if error.errno == errno.ENAMETOOLONG:
        return PolicyctlError(f"There is no file called {str(path)[:40]}…: its name is too long.")
    if path.is_symlink() and not path.exists():
        return PolicyctlError(f"{path} is a link to a file that is not there.", hint="Name the file itself.")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return PolicyctlError(f"There is no file or folder called {path}.", hint=_did_you_mean(path))
    if isinstance(error, PermissionError):
        return PolicyctlError(f"{path} may not be read by you.", hint="Change its permissions, or copy it elsewhere.")
    return PolicyctlError(f"{path} cannot be read: {error.strerror or error}.")


def _did_you_mean(path: Path) -> str:
    try:
        names = [each.name for each in path.parent.iterdir()]
    except OSError:
        names = []
    near = get_close_matches(path.name, names, 1, 0.6)
    if near:
        return f"Did you mean {path.parent / near[0]}?"
    return "Check the spelling, or begin a policy with: policyctl init"


# ---- what a policy names -------------------------------------------------------------------------------------------


def read_asset(folder: Path, name: str) -> bytes:
    """The file called `name` in or below the policy's folder, read once, at most `LARGEST_ASSET` bytes.

    Refuses what would name another file elsewhere or on another system: a policy is portable.
    """
    if not _is_portable(name):
        raise PolicyctlError(f"“{name}” does not name a file beside the policy.", hint=_BESIDE)
    root = folder.resolve()
    try:
        path = (root / name).resolve(strict=True)
        if not path.is_relative_to(root):
            raise PolicyctlError(f"“{name}” is a link that leads out of the policy's folder.", hint=_BESIDE)
        data = _read_without_following(path)
    except (OSError, RuntimeError) as error:
        hint = f"Put the file beside the policy, or correct its name; policyctl looked for {Path(folder, name)}."
        raise PolicyctlError(f"There is no file called “{name}” that can be read.", hint=hint) from error
    if len(data) > LARGEST_ASSET:
        raise PolicyctlError(
            f"“{name}” is larger than 1 MB.",
            hint="Save a smaller one: 600 pixels are wide enough for a picture, and a typeface is smallest as woff2.",
        )
    return data


def asset_path(folder: Path, name: str) -> Path | None:
    """Where the file that a policy names is, or would be; nothing where that is not in or below the policy's folder."""
    path = folder / name
    is_inside = _is_portable(name) and Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
    return path if is_inside else None


def _is_portable(name: str) -> bool:
    parts = name.split("/")
    if not name.isprintable() or "\\" in name or ":" in name or name.startswith("~"):
        return False
    return all(part not in ("", ".", "..") and part[-1] not in ". " and not _RESERVED.fullmatch(part) for part in parts)


def _read_without_following(path: Path) -> bytes:
    """Opened without following a link that was put there since, and without waiting for a pipe."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags), "rb") as file:  # noqa: PTH123  A path would be opened a second time.
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError("not a regular file")
        return file.read(LARGEST_ASSET + 1)
