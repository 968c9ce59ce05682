"""Read and write the files of the user: a policy, a file that a policy names, and what is made from it.

Every refusal is a PolicyctlError in plain words. A policy is not trusted, so no name in it leads out of its folder.
"""

import contextlib
import errno
import os
import re
import stat
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from policyctl.errors import PolicyctlError

LARGEST_POLICY = 2 * 1024 * 1024 + 1
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
            f"“{name}” is larger than 1 MB.", hint="Save a smaller picture: 600 pixels wide is plenty."
        )
    return data


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


# ---- all files or none ---------------------------------------------------------------------------------------------

_BUSY = "Close it where it is open, and check who may write there."
_HINTS = {
    errno.ENOSPC: ("the disk is full", "Make room, or choose another folder."),
    errno.EDQUOT: ("the disk is full", "Make room, or choose another folder."),
    errno.EACCES: ("you may not write there", _BUSY),
    errno.EPERM: ("you may not write there", _BUSY),
    errno.EROFS: ("the disk can only be read", "Choose another folder."),
    errno.EISDIR: ("a folder of that name stands there", "Move it away, or choose another folder."),
    errno.ENOTDIR: ("a file stands where its folder should be", "Move it away, or choose another folder."),
    errno.EEXIST: ("a file stands where its folder should be", "Move it away, or choose another folder."),
    errno.ENAMETOOLONG: ("its name is too long", "Choose a shorter one."),
    errno.ELOOP: ("its link leads to itself", "Remove the link."),
}


@dataclass
class _Change:
    """A file on its way: what was written beside it, and a copy of what was there before, until all is done."""

    target: Path
    fresh: Path
    backup: Path | None = None


def replace_all(files: Mapping[Path, bytes], *, sources: Collection[Path] = ()) -> None:
    """Write these files, or leave everything as it was; folders that are missing are made.

    A link is followed, and an old file's mode is kept. What is no regular file (a pipe, /dev/stdout) is written
    to as it is, after the others. Refuses to write over any of `sources`, the policies that all was made from.
    Raises PolicyctlError with the reason in plain words.
    """
    targets = {_follow_link(path): data for path, data in files.items()}
    for target in targets:
        with _errors_in_words(target):
            _refuse(target, sources)
    streams = {target: data for target, data in targets.items() if target.exists() and not target.is_file()}
    changes: list[_Change] = []
    try:
        for target, data in targets.items():
            if target not in streams:
                changes.append(_write_beside(target, data))
        _put_in_place(changes)
    finally:
        _remove_leftovers(changes)
    for target, data in streams.items():
        with _errors_in_words(target):
            target.write_bytes(data)


def _follow_link(path: Path) -> Path:
    """What a link leads to; a pipe has no path of its own, and /dev/stdout may lead to one."""
    with _errors_in_words(path):
        return Path(os.path.realpath(path)) if path.is_file() or not path.exists() else path


def _refuse(target: Path, sources: Collection[Path]) -> None:
    if target.is_dir():
        raise _unwritable(target, errno.EISDIR)
    if target.exists() and any(source.exists() and target.samefile(source) for source in sources):
        raise PolicyctlError(f"{target.name} is the policy itself and would be lost.", hint="Choose another place.")


def _write_beside(target: Path, data: bytes) -> _Change:
    """The bytes on the disk, in the same folder and under another name."""
    with _errors_in_words(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        number, fresh = _temporary(target, ".new")
        change = _Change(target, fresh)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            change.fresh.chmod(_mode(target))
        except BaseException:
            _remove_leftovers([change])
            raise
    return change


def _temporary(target: Path, suffix: str) -> tuple[int, Path]:
    from tempfile import mkstemp  # noqa: PLC0415  Whoever only reads does not pay for it.

    number, name = mkstemp(prefix=f".{target.name[:100]}.", suffix=suffix, dir=target.parent)
    return number, Path(name)


def _mode(target: Path) -> int:
    """That of the old file, or what the system gives a new one."""
    with contextlib.suppress(FileNotFoundError):
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _put_in_place(changes: list[_Change]) -> None:
    done: list[_Change] = []
    try:
        for change in changes:
            with _errors_in_words(change.target):
                change.backup = _back_up(change.target)
                change.fresh.replace(change.target)
            done.append(change)
    except BaseException:
        for change in reversed(done):
            _restore(change)
        raise


def _back_up(target: Path) -> Path | None:
    """The old file under a second name, so that it can come back."""
    if not target.exists():
        return None
    number, backup = _temporary(target, ".old")
    os.close(number)
    backup.write_bytes(target.read_bytes())
    backup.chmod(stat.S_IMODE(target.stat().st_mode))
    return backup


def _restore(change: _Change) -> None:
    try:
        if change.backup:
            change.backup.replace(change.target)
        else:
            change.target.unlink()
    except OSError:
        change.backup = None  # It stays beside its place: nothing else holds what it holds.


def _remove_leftovers(changes: list[_Change]) -> None:
    for change in changes:
        for left in (change.fresh, change.backup):
            if left:
                with contextlib.suppress(OSError):
                    left.unlink()


@contextlib.contextmanager
def _errors_in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _unwritable(path, error.errno) from error


def _unwritable(path: Path, number: int | None) -> PolicyctlError:
    why, hint = _HINTS.get(number or 0, ("the system does not let us", _BUSY))
    return PolicyctlError(f"{path} cannot be written: {why}.", hint=hint)
