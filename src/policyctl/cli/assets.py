"""A path that a policy names in, the bytes of the file beside the policy out; no way leads out of its folder."""

import os
import re
import stat
from pathlib import Path

from policyctl.errors import PolicyctlError

LARGEST = 1024 * 1024

_RESERVED = re.compile(r"(con|prn|aux|nul|com[1-9]|lpt[1-9])(\..*)?", re.IGNORECASE)
_BESIDE = "Put the file beside the policy, and write its name alone, such as logo.svg."


def read_asset(folder: Path, name: str) -> bytes:
    """The file called `name` in or below the policy's folder, read once, at most `LARGEST` bytes.

    Refuses what would name another file elsewhere or on another system: a policy is portable.
    """
    if not _portable(name):
        raise PolicyctlError(f"“{name}” does not name a file beside the policy.", hint=_BESIDE)
    root = folder.resolve()
    try:
        path = (root / name).resolve(strict=True)
        if not path.is_relative_to(root):
            raise PolicyctlError(f"“{name}” is a link that leads out of the policy's folder.", hint=_BESIDE)
        data = _read(path)
    except (OSError, RuntimeError) as error:
        hint = f"Put the file beside the policy, or correct its name; policyctl looked for {Path(folder, name)}."
        raise PolicyctlError(f"There is no file called “{name}” that can be read.", hint=hint) from error
    if len(data) > LARGEST:
        raise PolicyctlError(
            f"“{name}” is larger than 1 MB.", hint="Save a smaller picture: 600 pixels wide is plenty."
        )
    return data


def _portable(name: str) -> bool:
    parts = name.split("/")
    if not name.isprintable() or "\\" in name or ":" in name or name.startswith("~"):
        return False
    return all(part not in ("", ".", "..") and part[-1] not in ". " and not _RESERVED.fullmatch(part) for part in parts)


def _read(path: Path) -> bytes:
    """Opened without following a link that was put there since, and without waiting for a pipe."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags), "rb") as file:  # noqa: PTH123  A path would be opened a second time.
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError("not a regular file")
        return file.read(LARGEST + 1)
